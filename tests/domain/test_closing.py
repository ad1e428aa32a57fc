"""The daily close: both columns and the differences always add up, and every difference has its reason."""

from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refund_gui.domain.closing import (
    ClosingOrder,
    DailyClose,
    LineKey,
    Recorded,
    Why,
    sums,
)
from refund_gui.domain.money import Money
from refund_gui.domain.outside import OutsideRefund, OutsideWay
from refund_gui.domain.payment import CONSOLE_REASON, Cancellation, Payment
from refund_gui.domain.reckoning import close_day
from refund_gui.domain.refund import Base, Origin, Refund, RefundState
from refund_gui.domain.tag import tagged
from refund_gui.domain.totals import Total, nothing
from tests.domain.made_up import OTHER_TAG, TAG, won

SINCE, UNTIL = 100_000, 186_399
TODAY, YESTERDAY = 150_000, 50_000
CARD = LineKey("card", None, "KRW")


def payment(*entries: Cancellation, currency: str = "KRW", method: str = "card", **more: bool) -> Payment:
    nothing_gone = Money(0, currency)
    gone = sum((entry.amount for entry in entries), start=nothing_gone)
    paid = Money(100_000, currency)
    return Payment(
        "imp_1", "order-1", paid, gone, "paid", more.get("sandbox", False), method, cancellations=entries
    )


def entry(amount: int = 3_000, at: int = TODAY, key: str = "c1", reason: str = "") -> Cancellation:
    return Cancellation(key, "tid", won(amount), at, reason)


def refund(key: str = "c1", done_at: int = TODAY, **changes: Any) -> Recorded:
    facts: dict[str, Any] = {
        "refund_id": "r1",
        "imp_uid": "imp_1",
        "tag": TAG,
        "amount": won(3_000),
        "checksum": won(100_000),
        "is_whole": False,
        "base": Base(won(0), ()),
        "reason": "고객 변심",
        "operator": "김점원",
        "state": RefundState.SUCCEEDED,
        "created_at": TODAY,
        "cancellation_id": key,
    }
    return Recorded(Refund(**(facts | changes)), done_at)


def note(amount: int = 3_000, at: int = TODAY, withdrawn_at: int = 0) -> OutsideRefund:
    return OutsideRefund(
        "n1", "imp_1", won(amount), at, OutsideWay.CASH, "", "김점원", at, withdrawn_at, "김점원"
    )


def closed(*orders: ClosingOrder) -> DailyClose:
    return close_day(orders, SINCE, UNTIL)


def reasons(close: DailyClose) -> list[tuple[Why, int, int, int]]:
    return [(one.why, one.delta.count, one.delta.amount.minor, one.other_at) for one in close.differences]


OPEN: dict[str, Any] = {"state": RefundState.UNKNOWN, "key": "", "done_at": 0}


def test_what_both_have_is_no_difference() -> None:
    close = closed(ClosingOrder(payment(entry()), (refund(),)))
    assert close.differences == ()
    [line] = close.lines
    assert (line.key, line.here, line.upstream) == (CARD, Total(1, won(3_000)), Total(1, won(3_000)))
    assert line.difference == nothing("KRW")


def test_an_entry_that_got_its_id_later_is_known_by_its_tag() -> None:
    shown = entry(key="c9", reason=tagged(TAG, "고객 변심"))
    assert closed(ClosingOrder(payment(shown), (refund(key="tid|3000|1"),))).differences == ()


@pytest.mark.parametrize(
    ("recorded", "shown", "told"),
    [
        (refund(), entry(at=YESTERDAY), (Why.EXECUTED_ANOTHER_DAY, 1, 3_000, YESTERDAY)),
        (refund(state=RefundState.REVERSED), None, (Why.TAKEN_BACK, 1, 3_000, 0)),
        (refund(), None, (Why.ENTRY_MISSING, 1, 3_000, 0)),
        (refund(key=""), None, (Why.PERSON_SAID, 1, 3_000, 0)),
        (refund(amount=won(4_000)), entry(), (Why.OTHER_AMOUNT, 0, 1_000, 0)),
        (refund(done_at=UNTIL + 9), entry(), (Why.WRITTEN_ANOTHER_DAY, -1, -3_000, UNTIL + 9)),
        (refund(**OPEN), entry(reason=tagged(TAG, "")), (Why.STILL_OPEN, -1, -3_000, 0)),
        (refund(**OPEN), entry(), (Why.MAY_BE_OURS, -1, -3_000, 0)),
        (
            refund(**(OPEN | {"state": RefundState.NOT_EXECUTED})),
            entry(reason=tagged(TAG, "")),
            (Why.TOLD_OTHERWISE, -1, -3_000, 0),
        ),
        (refund(origin=Origin.FOUND_UPSTREAM), entry(), (Why.ADOPTED, -1, -3_000, TODAY)),
        (None, entry(reason=tagged(OTHER_TAG, "")), (Why.OTHER_TERMINAL, -1, -3_000, 0)),
        (None, entry(reason=CONSOLE_REASON), (Why.CONSOLE, -1, -3_000, 0)),
        (None, entry(), (Why.ELSEWHERE, -1, -3_000, 0)),
    ],
)
def test_each_difference_has_its_reason(
    recorded: Recorded | None, shown: Cancellation | None, told: tuple[Why, int, int, int]
) -> None:
    order = ClosingOrder(payment(*([shown] if shown else [])), tuple([recorded] if recorded else []))
    assert reasons(closed(order)) == [told]


@pytest.mark.parametrize(
    "change",
    [
        {"amount": won(2_999)},
        {"state": RefundState.REJECTED},
        {"base": Base(won(3_000), ("c1",))},
    ],
)
def test_an_entry_that_cannot_be_an_open_refunds_was_made_elsewhere(change: dict[str, Any]) -> None:
    order = ClosingOrder(payment(entry()), (refund(**(OPEN | change)),))
    assert [one.why for one in closed(order).differences] == [Why.ELSEWHERE]


def test_a_note_is_a_line_of_its_own() -> None:
    close = closed(ClosingOrder(payment(), (), (note(), note(withdrawn_at=1), note(at=YESTERDAY))))
    [line] = close.lines
    assert (line.key, line.here, line.upstream.count) == (
        LineKey("", OutsideWay.CASH, "KRW"),
        Total(1, won(3_000)),
        0,
    )
    assert reasons(close) == [(Why.OUTSIDE, 1, 3_000, 0)]


def test_a_note_that_portone_seems_to_show_too() -> None:
    close = closed(ClosingOrder(payment(entry(at=YESTERDAY, reason=CONSOLE_REASON)), (), (note(),)))
    assert [one.why for one in close.differences] == [Why.OUTSIDE_SHOWN]


@pytest.mark.parametrize(
    ("its", "why"),
    [
        (entry(at=YESTERDAY), Why.PERSON_SAID_SHOWN),
        (entry(at=YESTERDAY, amount=2_999), Why.PERSON_SAID),
        (entry(at=YESTERDAY, reason=tagged(OTHER_TAG, "고객 변심")), Why.PERSON_SAID),
        (entry(at=YESTERDAY, key="c0"), Why.PERSON_SAID),
    ],
)
def test_what_a_person_found_refunded_and_portone_seems_to_show_by_now(its: Cancellation, why: Why) -> None:
    found = refund(key="", base=Base(won(0), ("c0",)))
    assert [one.why for one in closed(ClosingOrder(payment(its), (found,))).differences] == [why]


def test_other_days_and_test_payments_do_not_count() -> None:
    elsewhen = ClosingOrder(payment(entry(at=YESTERDAY)), (refund(done_at=YESTERDAY),))
    tested = ClosingOrder(payment(entry(), sandbox=True), (refund(**OPEN),))
    assert closed(elsewhen, tested) == DailyClose((), (), ())


def test_what_was_never_paid_does_not_go_back() -> None:
    closed_unpaid = replace(payment(entry()), status="cancelled", cancel_amount=won(0))
    assert closed(ClosingOrder(closed_unpaid)) == DailyClose((), (), ())


def test_what_is_not_clear_stands_beside_until_it_was_made() -> None:
    before, after = refund(**OPEN), refund(**(OPEN | {"created_at": UNTIL + 1}))
    close = closed(ClosingOrder(payment(), (before, after)))
    assert (close.lines, [one.refund for one in close.still_open]) == ((), [before.refund])


def test_won_comes_first_and_outside_last() -> None:
    dollars = payment(replace(entry(), amount=Money(100, "USD")), currency="USD")
    close = closed(
        ClosingOrder(dollars),
        ClosingOrder(payment(), (), (note(),)),
        ClosingOrder(payment(entry(), method="vbank")),
        ClosingOrder(payment(entry())),
    )
    assert [(one.key.method, one.key.currency) for one in close.lines] == [
        ("card", "KRW"),
        ("vbank", "KRW"),
        ("", "KRW"),
        ("card", "USD"),
    ]
    assert [(one.key.currency, one.here.count, one.upstream.count) for one in sums(close.lines)] == [
        ("KRW", 1, 2),
        ("USD", 0, 1),
    ]


TIMES = st.sampled_from([YESTERDAY, SINCE, TODAY, UNTIL, UNTIL + 1])
KEYS = st.sampled_from(["", "c1", "c2", "c3"])
AMOUNTS = st.sampled_from([1_000, 2_000])


@st.composite
def orders(draw: st.DrawFn) -> ClosingOrder:
    currency, method = draw(st.sampled_from(["KRW", "USD"])), draw(st.sampled_from(["card", "vbank"]))
    texts = st.sampled_from(["", CONSOLE_REASON, tagged(TAG, "a"), tagged(OTHER_TAG, "b")])
    entries = draw(
        st.lists(
            st.builds(
                Cancellation,
                KEYS,
                st.just("tid"),
                AMOUNTS.map(lambda minor: Money(minor, currency)),
                TIMES,
                texts,
            ),
            max_size=4,
        )
    )
    number = count()
    refunds = draw(
        st.lists(
            st.builds(
                lambda minor, key, done_at, state, origin, tag: refund(
                    key,
                    done_at,
                    amount=Money(minor, currency),
                    state=state,
                    origin=origin,
                    tag=tag,
                    refund_id=str(next(number)),
                ),
                AMOUNTS,
                KEYS,
                st.one_of(st.just(0), TIMES),
                st.sampled_from(RefundState),
                st.sampled_from(Origin),
                st.sampled_from([TAG, OTHER_TAG]),
            ),
            max_size=4,
        )
    )
    notes = draw(
        st.lists(
            st.builds(
                lambda minor, at, back, way: replace(
                    note(0, at, back), amount=Money(minor, currency), way=way
                ),
                AMOUNTS,
                TIMES,
                st.sampled_from([0, 1]),
                st.sampled_from(OutsideWay),
            ),
            max_size=3,
        )
    )
    return ClosingOrder(payment(*entries, currency=currency, method=method), tuple(refunds), tuple(notes))


@given(st.lists(orders(), max_size=4))
def test_columns_and_differences_always_add_up(made: list[ClosingOrder]) -> None:
    close = closed(*made)
    for line in close.lines:
        explained = [one.delta for one in close.differences if one.key == line.key]
        assert sum(explained, start=nothing(line.key.currency)) == line.difference
    keys = {line.key for line in close.lines}
    assert all(one.key in keys for one in close.differences)
    upstream = sum(
        SINCE <= one.cancelled_at <= UNTIL for order in made for one in order.payment.cancellations
    )
    here = sum(
        one.refund.origin is Origin.HERE and SINCE <= one.done_at <= UNTIL
        for order in made
        for one in order.refunds
    )
    noted = sum(one.stands and SINCE <= one.refunded_at <= UNTIL for order in made for one in order.notes)
    assert sum(line.upstream.count for line in close.lines) == upstream  # each entry counts, and once
    assert sum(line.here.count for line in close.lines) == here + noted
    for one in sums(close.lines):
        its = [line for line in close.lines if line.key.currency == one.key.currency]
        assert one.here.amount.minor == sum(line.here.amount.minor for line in its)
