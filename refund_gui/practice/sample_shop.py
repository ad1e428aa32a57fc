"""The sample shop: about 300 orders of the 90 days before `now`, the same for the same seed and `now`.

The payments that have a name here are always there; all others are drawn.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

from refund_gui.clock import in_korea
from refund_gui.practice.app import PracticeApp
from refund_gui.practice.faults import Fault, Wait
from refund_gui.practice.journal import Journal
from refund_gui.practice.records import Record, Status
from refund_gui.practice.sample_orders import DAY, HOUR, MINUTE, Order, Writer
from refund_gui.practice.sample_words import GOODS, METHODS, REASONS

CARD = "imp_900000000001"
"""Card, tosspayments, 58,000 won: for a refund in part."""
VBANK = "imp_900000000002"
"""Virtual account, html5_inicis, 32,000 won, paid: for a full refund to a bank account."""
SETTLEMENT_SHORT = "imp_900000000003"
"""Card, kcp: the PG always refuses for want of unsettled money."""
FIRST_ANSWER_LOST = "imp_900000000004"
"""Card, nice, 24,000 won: the first cancel is executed, but its answer never comes."""
VBANK_KCP = "imp_900000000005"
VBANK_TOSS = "imp_900000000006"
VBANK_WAITING = "imp_900000000007"
"""Virtual account, not paid into yet."""
VBANK_DANAL = "imp_900000000008"
"""Virtual account, danal: cannot be refunded at all."""
PHONE_LAST_MONTH = "imp_900000000009"
"""Phone, danal, paid in the last calendar month: no longer refundable."""
PHONE_THIS_MONTH = "imp_900000000010"
PHONE_KCP_LAST_MONTH = "imp_900000000011"
"""Phone, kcp, last month: refundable to a bank account."""
PROMOTION = "imp_900000000012"
DOLLARS = "imp_900000000013"
"""PayPal, USD 48.50."""
PARTLY_REFUNDED = "imp_900000000014"
"""Card, html5_inicis, 89,000 won, of which 20,000 and 9,000 were refunded."""
FULLY_REFUNDED = "imp_900000000015"
NAVERPAY = "imp_900000000016"
KOREAN_ORDER = "imp_900000000017"
"""Its order number has a slash and Korean letters."""
SANDBOX = "imp_900000000018"
"""A test payment; four more are drawn."""

KOREAN_ORDER_NUMBER = "주문/가을-7"
SETTLEMENT_TEXT = "[8178] 취소 금액보다 상계가능 정산금액 부족 으로 취소 불가합니다."

_PROMOTION_ID = "promotion-id-00000000-0000-4000-8000-000000000001"
_DRAWN = 272
_TWICE = 10
_BUSY_HOURS = (1, 0, 0, 0, 0, 0, 1, 2, 3, 6, 8, 8, 9, 7, 7, 7, 6, 6, 6, 8, 9, 10, 8, 4)


def sample_records(now: int, seed: int = 1) -> list[Record]:
    """The payments of the sample shop, oldest first; `now` in unix seconds."""
    random = Random(seed)
    orders = sorted(_named(now) + _drawn(random, now), key=lambda order: order.started_at)
    writer = Writer(random, now)
    records = [writer.record(order, serial) for serial, order in enumerate(orders, 1)]
    failed = [r for r in records if r.status is Status.FAILED and not r.sandbox][:_TWICE]
    return records + [_paid_at_last(writer, first) for first in failed]


def sample_app(
    *,
    seed: int = 1,
    clock: Callable[[], float] = time.time,
    wait: Wait | None = None,
    random: Random | None = None,
    journal: Path | None = None,
) -> PracticeApp:
    """The stand-in with the sample shop in it, and with the faults that belong to its named payments.

    `seed` draws the shop, `random` the tokens and cancellation ids. `journal` is a file in which cancels are
    kept, so that the same shop goes on at the next start; raises OSError when it cannot be read or written.
    """
    book = Journal(journal, int(clock()), seed) if journal else None
    records = sample_records(book.born, book.seed) if book else sample_records(int(clock()), seed)
    if book:
        book.replay(records)
    app = PracticeApp(records, clock=clock, random=random, wait=wait, keep=book.keep if book else None)
    if not app.history(FIRST_ANSWER_LOST):
        app.faults.next(Fault.LOST_ANSWER, imp_uid=FIRST_ANSWER_LOST)
    return app


def _named(now: int) -> list[Order]:
    won = Decimal
    return [
        Order(now - 12 * MINUTE, "card", "tosspayments", imp_uid=CARD, amount=won(58_000),
              fields={"name": "우전 녹차 선물세트", "card_quota": 0}),
        Order(now - 5 * HOUR, "vbank", "html5_inicis", imp_uid=VBANK, amount=won(32_000), paid_after=2 * HOUR,
              fields={"name": "매실청 2병 묶음"}),
        Order(now - 26 * MINUTE, "card", "kcp", imp_uid=SETTLEMENT_SHORT, amount=won(89_000),
              fields={"name": "무쇠 주전자 0.8L"}, pg_refusal=SETTLEMENT_TEXT),
        Order(now - 41 * MINUTE, "card", "nice", imp_uid=FIRST_ANSWER_LOST, amount=won(24_000),
              fields={"name": "대추생강청 1kg"}),
        Order(now - 29 * HOUR, "vbank", "kcp", imp_uid=VBANK_KCP),
        Order(now - 33 * HOUR, "vbank", "tosspayments", imp_uid=VBANK_TOSS),
        Order(now - 90 * MINUTE, "vbank", "html5_inicis", Status.READY, imp_uid=VBANK_WAITING),
        Order(now - 6 * DAY, "vbank", "danal", imp_uid=VBANK_DANAL),
        Order(_last_month(now, 3), "phone", "danal", imp_uid=PHONE_LAST_MONTH, amount=won(15_800),
              fields={"name": "쑥차 파우치 20입"}),
        Order(_this_month(now), "phone", "danal", imp_uid=PHONE_THIS_MONTH, amount=won(12_000),
              fields={"name": "손뜨개 컵받침 4개"}),
        Order(_last_month(now, 5), "phone", "kcp", imp_uid=PHONE_KCP_LAST_MONTH, amount=won(21_000),
              fields={"name": "꽃차 샘플러 6종"}),
        Order(now - 50 * HOUR, "card", "tosspayments", imp_uid=PROMOTION, amount=won(43_000),
              fields={"name": "한지 무드등", "promotion": {"id": _PROMOTION_ID, "discount": won(3_000)}}),
        Order(now - 55 * HOUR, "paypal", "paypal_v2", imp_uid=DOLLARS, amount=won("48.50"), currency="USD",
              fields={"name": "Handmade tea set, overseas"}),
        Order(now - 8 * DAY, "card", "html5_inicis", imp_uid=PARTLY_REFUNDED, amount=won(89_000),
              fields={"name": "찻자리 모음 외 3건"}, refunds=(
            (won(20_000), 2 * DAY, "일부 품절"), (won(9_000), 3 * DAY, "배송 지연"))),
        Order(now - 9 * DAY, "card", "nice", imp_uid=FULLY_REFUNDED, amount=won(18_000),
              fields={"name": "수제 도자기 머그컵"}, refunds=(
            (won(18_000), DAY, "고객 변심"),)),
        Order(now - 4 * HOUR, "card", "naverpay", imp_uid=NAVERPAY),
        Order(now - 28 * HOUR, "card", "kicc", imp_uid=KOREAN_ORDER, merchant_uid=KOREAN_ORDER_NUMBER),
        Order(now - 52 * DAY, "card", "html5_inicis", imp_uid=SANDBOX, sandbox=True),
        *(Order(now - days * DAY, "card", "tosspayments", sandbox=True) for days in (57, 63, 71, 80)),
    ]  # fmt: skip


def _drawn(random: Random, now: int) -> list[Order]:
    weights = [weight for weight, *_ in METHODS]
    orders = []
    for _ in range(_DRAWN):
        _, pay_method, pg_provider, hub = random.choices(METHODS, weights)[0]
        started_at = _shopping_time(random, now)
        fields: dict[str, object] = {"emb_pg_provider": hub}
        status = random.choices((Status.PAID, Status.FAILED, Status.READY), (88, 9, 3))[0]
        order = Order(started_at, pay_method, pg_provider, status, fields=fields)
        orders.append(_with_refund(random, order, now))
    return orders


def _with_refund(random: Random, order: Order, now: int) -> Order:
    """Some older orders were refunded, in full or in part, but no phone payments: those have their month."""
    if order.status is not Status.PAID or order.pay_method == "phone" or order.started_at > now - 3 * DAY:
        return order
    chance = random.random()
    if chance > 0.15:
        return order
    name, price = random.choice(GOODS)
    after = random.randint(DAY, 9 * DAY)
    if chance < 0.08:
        count, parts = 1, [after]
    else:
        count, parts = 3, [after, after + random.randint(HOUR, DAY)][: random.randint(1, 2)]
    return replace(
        order,
        amount=Decimal(price * count),
        refunds=tuple((Decimal(price), moment, random.choice(REASONS)) for moment in parts),
        fields={**order.fields, "name": name if count == 1 else f"{name} 외 {count - 1}건"},
    )


def _paid_at_last(writer: Writer, failed: Record) -> Record:
    """The second attempt at an order that failed first: the same order number, another payment."""
    order = Order(
        failed.failed_at + 2 * MINUTE,
        failed.pay_method,
        failed.pg_provider,
        merchant_uid=failed.merchant_uid,
        amount=failed.amount,
        paid_after=MINUTE,
        fields={
            name: failed.fields[name]
            for name in ("name", "buyer_name", "buyer_tel", "buyer_email", "buyer_addr")
        },
    )
    return writer.record(order, 0)


def _shopping_time(random: Random, now: int) -> int:
    """A moment of the last 89 days, more often when people shop, at least a quarter of an hour ago."""
    day = in_korea(now) - timedelta(days=random.randint(0, 88))
    hour = random.choices(range(24), _BUSY_HOURS)[0]
    moment = day.replace(hour=hour, minute=random.randint(0, 59), second=random.randint(0, 59))
    started_at = int(moment.timestamp())
    return started_at if started_at <= now - 15 * MINUTE else started_at - DAY


def _last_month(now: int, days_before_its_end: int) -> int:
    first = in_korea(now).replace(day=1, hour=15, minute=20, second=0)
    return int((first - timedelta(days=days_before_its_end)).timestamp())


def _this_month(now: int) -> int:
    """Two hours ago, or half of what this month has had so far."""
    start = int(in_korea(now).replace(day=1, hour=0, minute=0, second=0, microsecond=0).timestamp())
    return max(now - 2 * HOUR, (start + now) // 2)
