"""Made-up payments of many kinds for the list's tests, and what a list should show of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random

from refund_gui.domain.listing import OrderFilter, PaidWithin, SortBy
from refund_gui.domain.payment import Payment
from refund_gui.domain.searching import Search, compact
from tests.store.made_up import NOW, payment, won

DAY = 86_400
METHODS = ("card", "vbank", "phone", "Kakao Pay")
PGS = ("kcp", "html5_inicis", "nice")
WORDS = ("유기농", "감귤", "선물 세트", "Gift-Set", "3kg", "머그컵", "ㅋㅋ", "100%", "[새]", "과자")
NAMES = ("김민준", "김하늘", "이서연", "박나래", "남궁민", "Ryan Kim", "")


def made_up_payments(count: int, seed: int = 1, days: int = 40) -> list[Payment]:
    """Payments of all kinds, some of them in the same second."""
    random = Random(seed)
    return [_made_up(number, random, days) for number in range(count)]


def _made_up(number: int, random: Random, days: int) -> Payment:
    ordered_at = NOW - random.randrange(days * DAY) // 7000 * 7000
    status = random.choice(("paid", "paid", "paid", "cancelled", "ready", "failed"))
    amount = random.choice((1_000, 5_000, 7_700, 10_000, 99_000))
    return payment(
        number,
        imp_uid=f"imp_{random.randrange(10**12):012d}{number}",
        merchant_uid=f"{random.randrange(20260101, 20260131)}-{random.randrange(300):05d}",
        goods=" ".join(random.sample(WORDS, random.randrange(4))),
        buyer_name=random.choice(NAMES),
        buyer_tel=random.choice(
            ("010-1234-5678", "01098765432", f"010-{random.randrange(10**4):04d}-1111", "")
        ),
        apply_num=f"{random.randrange(10**8):08d}",
        status=status,
        amount=won(amount),
        cancel_amount=won(random.choice((0, amount, 500)) if status == "cancelled" else 0),
        pay_method=random.choice(METHODS),
        pg_provider=random.choice(PGS),
        paid_at=ordered_at if status != "ready" else 0,
        started_at=ordered_at,
    )


def expected(payments: Iterable[Payment], chosen: OrderFilter) -> list[Payment]:
    """The payments that the filter leaves, in its order but for equal ones."""
    search = Search(chosen.text, chosen.is_composing)
    left = [one for one in payments if _passes(one, chosen) and (search.is_empty or _holds(one, search))]
    if not search.is_empty:
        chosen = replace(chosen, sort_by=SortBy.DATE, ascending=False)
    return sorted(left, key=lambda one: sort_key(one, chosen.sort_by), reverse=not chosen.ascending)


def sort_key(one: Payment, sort_by: SortBy) -> tuple[int | str, int]:
    values: dict[SortBy, int | str] = {
        SortBy.DATE: one.ordered_at,
        SortBy.ORDER_NO: one.merchant_uid,
        SortBy.BUYER: one.buyer_name,
        SortBy.PAID: one.amount.minor,
    }
    return values[sort_by], one.ordered_at


def texts(one: Payment) -> Sequence[str]:
    return one.merchant_uid, one.imp_uid, one.goods, one.buyer_name, one.buyer_tel, one.apply_num


def _holds(one: Payment, search: Search) -> bool:
    lines = [compact(text) for text in texts(one)]
    return all(any(re.search(word.pattern, line) for line in lines) for word in search.words)


def _passes(one: Payment, chosen: OrderFilter) -> bool:
    return (
        (not chosen.statuses or one.display_status in chosen.statuses)
        and _is_within(one, _as_window(chosen))
        and (chosen.least is None or one.amount.minor >= chosen.least)
        and (chosen.most is None or one.amount.minor <= chosen.most)
        and (not chosen.any_of or any(_is_within(one, window) for window in chosen.any_of))
    )


def _as_window(chosen: OrderFilter) -> PaidWithin:
    since, until = chosen.since or 0, chosen.until or 10**11
    return PaidWithin(since, until, chosen.methods, chosen.pgs, chosen.except_pgs)


def _is_within(one: Payment, window: PaidWithin) -> bool:
    return (
        window.since <= one.ordered_at <= window.until
        and (not window.methods or one.pay_method in window.methods)
        and (not window.pgs or one.pg_provider in window.pgs)
        and one.pg_provider not in window.except_pgs
    )
