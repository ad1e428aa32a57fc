"""Made-up payments and refunds for the store's tests, and a clock that stands still."""

from dataclasses import replace
from typing import Any

from refund_gui.domain.money import Money
from refund_gui.domain.payment import Cancellation, Payment, Promotion
from refund_gui.domain.refund import (
    Base,
    Cause,
    MaskedAccount,
    Move,
    Origin,
    Outcome,
    Refund,
    RefundAttempt,
    RefundState,
    TaxParts,
)
from refund_gui.store import Store

NOW = 1_780_000_000
TAGS = ("R7K2QF", "A2345W", "B2345X")


class StillClock:
    """A clock that moves only when a test moves it."""

    def __init__(self) -> None:
        self.wall = NOW

    def now(self) -> int:
        return self.wall

    def monotonic(self) -> float:
        return 0.0


def won(amount: int) -> Money:
    return Money(amount, "KRW")


def payment(number: int = 1, **changes: Any) -> Payment:
    facts: dict[str, Any] = {
        "imp_uid": f"imp_{number}",
        "merchant_uid": f"order-{number}",
        "amount": won(10_000),
        "cancel_amount": won(0),
        "status": "paid",
        "sandbox": False,
        "pay_method": "card",
        "pg_provider": "html5_inicis",
        "goods": "사과 상자",
        "buyer_name": "김가람",
        "buyer_tel": "010-1234-5678",
        "apply_num": "30001234",
        "paid_at": NOW + number,
        "request_no": 1,
    }
    return Payment(**(facts | changes))


def entry(cancellation_id: str = "c1", **changes: Any) -> Cancellation:
    facts: dict[str, Any] = {
        "cancellation_id": cancellation_id,
        "pg_tid": "tid-1",
        "amount": won(3_000),
        "cancelled_at": NOW + 60,
        "reason": "[R7K2QF] 고객 변심",
        "receipt_url": "https://receipt.example/1",
    }
    return Cancellation(**(facts | changes))


def whole_payment() -> Payment:
    """A payment with every part filled in."""
    return payment(
        77,
        amount=Money(12_34, "USD"),
        cancel_amount=Money(3_00, "USD"),
        status="cancelled",
        sandbox=True,
        channel="mobile",
        emb_pg_provider="kakaopay",
        pg_tid="tid-1",
        pg_id="shop-1",
        escrow=True,
        bank_name="가상은행",
        card_name="가상카드",
        card_number="1234-56**-****-7890",
        card_quota=3,
        card_type=1,
        vbank_code="88",
        vbank_name="가상은행",
        vbank_num="9990001234567",
        vbank_holder="가게",
        vbank_date=NOW + 99,
        buyer_email="garam@shop.example",
        started_at=NOW - 9,
        failed_at=NOW - 5,
        cancelled_at=NOW + 60,
        fail_reason="한도 초과",
        cancel_reason="변심",
        receipt_url="https://receipt.example/77",
        cash_receipt_issued=True,
        promotion=Promotion("promo-1", Money(1_00, "USD")),
        cancellations=(
            entry(amount=Money(1_00, "USD"), cancelled_at=NOW + 61),
            entry("", amount=Money(1_00, "USD"), reason="", receipt_url=""),
            entry("", amount=Money(1_00, "USD"), reason="", receipt_url=""),
        ),
        request_no=12,
    )


def refund(number: int = 1, **changes: Any) -> Refund:
    facts: dict[str, Any] = {
        "refund_id": f"refund-{number}",
        "imp_uid": "imp_1",
        "tag": TAGS[number % 3],
        "amount": won(3_000),
        "checksum": won(10_000),
        "is_whole": False,
        "base": Base(won(0), ()),
        "reason": "고객 변심",
        "note": "포장이 젖음",
        "operator": "이나래",
        "counter": "계산대 1",
        "account": MaskedAccount("가상은행", "88", "4567", "김"),
        "tax": TaxParts(won(1_000), won(181)),
        "tax_free_total": won(4_000),
        "escrow_confirmed": True,
        "created_at": NOW + number,
        "updated_at": NOW + number,
    }
    return Refund(**(facts | changes))


def found_upstream(number: int = 1, **changes: Any) -> Refund:
    facts = {"state": RefundState.SUCCEEDED, "origin": Origin.FOUND_UPSTREAM, "account": None}
    return refund(number, **(facts | changes))


def ended(attempt: RefundAttempt, outcome: Outcome = Outcome.LOST, **changes: Any) -> RefundAttempt:
    return replace(attempt, outcome=outcome, ended_at=attempt.started_at + 2, **changes)


def answered(new: RefundState, **changes: Any) -> Move:
    return Move(RefundState.SENDING, new, Cause.ANSWER, NOW + 50, **changes)


def read(old: RefundState, new: RefundState, **changes: Any) -> Move:
    return Move(old, new, Cause.READ, NOW + 90, **changes)


def sent(store: Store, made: Refund) -> RefundAttempt:
    """Add the refund and begin its first attempt."""
    store.refunds.add(made, "이나래")
    return store.refunds.begin_attempt(made.refund_id, made.amount, NOW + 10, "이나래")


def brought_to(store: Store, state: RefundState, number: int = 1) -> Refund:
    """A refund that was sent, whose answer was lost, and that reading brought here."""
    attempt = sent(store, refund(number))
    unknown = store.refunds.end_attempt(ended(attempt), answered(RefundState.UNKNOWN), None)
    return store.refunds.move(unknown.refund_id, read(RefundState.UNKNOWN, state))
