"""A settable clock and payments to test with. All people and accounts are made up."""

from datetime import datetime
from decimal import Decimal

from refund_gui.clock import KOREA
from refund_gui.practice.records import Record, Status

NOW = int(datetime(2025, 11, 18, 14, 0, tzinfo=KOREA).timestamp())
HOUR = 3600
DAY = 24 * HOUR

ACCOUNT = {"refund_holder": "김가람", "refund_account": "9990001234567"}


class Clock:
    """Wall time in unix seconds that moves only when a test moves it."""

    def __init__(self, now: int) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def korean_time(*parts: int) -> int:
    """Year, month, day, hour, minute in Korea, as unix seconds."""
    year, month, day, hour, minute = parts
    return int(datetime(year, month, day, hour, minute, tzinfo=KOREA).timestamp())


def payment(
    imp_uid: str = "imp_1",
    amount: int | Decimal = 10_000,
    pay_method: str = "card",
    pg_provider: str = "tosspayments",
    *,
    status: Status = Status.PAID,
    paid_at: int = NOW - HOUR,
    merchant_uid: str = "",
    currency: str = "KRW",
    sandbox: bool = False,
    pg_refusal: str = "",
) -> Record:
    """A payment, paid an hour ago unless said otherwise."""
    return Record(
        imp_uid=imp_uid,
        merchant_uid=merchant_uid or f"order-{imp_uid}",
        amount=Decimal(amount),
        status=status,
        pay_method=pay_method,
        pg_provider=pg_provider,
        started_at=paid_at - 60,
        paid_at=paid_at if status in {Status.PAID, Status.CANCELLED} else 0,
        failed_at=paid_at if status is Status.FAILED else 0,
        currency=currency,
        sandbox=sandbox,
        pg_refusal=pg_refusal,
    )
