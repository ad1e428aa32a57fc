"""A person found it refunded before PortOne's record showed it; later the record does: it counts once."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

import pytest

from refund_gui.domain.closing import Why
from refund_gui.domain.refund import Cause, Origin, Refund, RefundState
from refund_gui.domain.refund_listing import HistoryFilter
from refund_gui.domain.states import Elsewhere, HistoryState
from refund_gui.domain.summary import Step
from refund_gui.domain.tag import tagged
from refund_gui.practice.faults import Fault
from refund_gui.practice.records import Cancel
from tests.domain.made_up import TAG, won
from tests.practice.shop_kit import DAY
from tests.terminal.shop import Shop

S = RefundState
TIMED_OUT = "결제취소에 실패하였습니다. [8325] 통신오류, 잠시후 재시도 요망"
Way = Callable[[Shop], None]


class Told(NamedTuple):
    """What the shop is told of `imp_card` and of today, in won, from the store alone."""

    refundable: int
    history: dict[HistoryState, int]
    here: int
    upstream: int
    whys: list[Why]
    summary: int
    unrecorded: int


ONCE = Told(7_000, {S.SUCCEEDED: 3_000}, 3_000, 3_000, [], 3_000, 0)
NOT_SHOWN = Told(7_000, {S.SUCCEEDED: 3_000}, 3_000, 0, [Why.PERSON_SAID], 0, 3_000)
BOTH = Told(
    4_000,
    {S.SUCCEEDED: 3_000, Elsewhere.REFUNDED: 3_000},
    3_000,
    3_000,
    [Why.CONSOLE, Why.PERSON_SAID_SHOWN],
    3_000,
    3_000,
)
"""Nobody can tell whether it is one refund or two: both count as gone, and the close says so."""


def told(shop: Shop) -> Told:
    detail = shop.orders.detail("imp_card")
    totals = shop.history.totals(HistoryFilter())
    assert totals.count == len(shop.history.page(HistoryFilter(), None, 100))
    close = shop.terminal.closing.report(shop.today()).close
    summary = shop.terminal.summaries.report(shop.today(), shop.today(), Step.DAY).summary
    delta = sum(one.delta.amount.minor for one in close.differences)
    here, upstream = (
        sum(getattr(line, side).amount.minor for line in close.lines) for side in ("here", "upstream")
    )
    assert here - upstream == delta
    return Told(
        (detail.payment.balance - detail.gone).minor,
        {part.state: part.amount.minor for part in totals.parts},
        here,
        upstream,
        sorted(one.why for one in close.differences),
        sum(sales.refunded.amount.minor for sales in summary.sales),
        sum(total.amount.minor for total in summary.unrecorded),
    )


def review(shop: Shop, amount: int = 3_000) -> Refund:
    """PortOne timed out at the PG: its record shows nothing."""
    shop.upstream.faults.next(Fault.REFUSAL, message=TIMED_OUT)
    refund = shop.refund("imp_card", amount)
    shop.check_all(125)
    assert shop.state(refund) is S.NEEDS_REVIEW
    return refund


def decide(shop: Shop, refund: Refund, state: RefundState = S.SUCCEEDED) -> Refund:
    shop.reconciler.decide(refund.refund_id, state, "PG 콘솔에서 확인", "박주인")
    shop.clock.advance(60)
    return refund


def found_refunded(shop: Shop, amount: int = 3_000) -> Refund:
    """A person found it in the PG's console."""
    return decide(shop, review(shop, amount))


def show(shop: Shop, refund: Refund | None = None, amount: int = 3_000) -> Cancel:
    """PortOne's record is put right: with this refund's tag, or without any."""
    if refund is None:
        return shop.upstream.cancel_outside("imp_card", Decimal(amount))
    return shop.upstream.cancel_outside("imp_card", Decimal(amount), refund.sent_reason)


def take_out(shop: Shop, entry: Cancel) -> None:
    """PortOne's record loses an entry, and two readings agree on it."""
    record = shop.upstream._shop.payment("imp_card")
    assert record is not None
    record.cancels.remove(entry)
    read(shop)
    shop.check_all(31)


def put_back(shop: Shop, entry: Cancel) -> None:
    record = shop.upstream._shop.payment("imp_card")
    assert record is not None
    record.add(entry)
    read(shop)


def read(shop: Shop) -> None:
    shop.reconciler.read("imp_card")


def open_dialog(shop: Shop) -> None:
    shop.refunding.offer("imp_card")


def load(shop: Shop) -> None:
    """By the list, and the single reading that it asks for."""
    shop.syncing.run(90, lambda _: None, lambda: False)
    shop.check_all(1)


def restart(shop: Shop) -> None:
    shop.restart()
    read(shop)


def stored(shop: Shop, refund: Refund) -> Refund:
    return shop.history.detail(refund.refund_id).refund


@pytest.mark.parametrize("learn", [read, open_dialog, load, restart])
def test_a_later_entry_with_its_tag_is_the_refund_that_a_person_found(shop: Shop, learn: Way) -> None:
    refund = found_refunded(shop)
    learn(shop)
    assert told(shop) == NOT_SHOWN
    entry = show(shop, refund)
    learn(shop)
    assert told(shop) == ONCE
    assert stored(shop, refund).cancellation_id == entry.cancellation_id
    assert shop.refunding.offer("imp_card").recent_failures == ()
    restart(shop)
    assert told(shop) == ONCE
    assert len(shop.store.refunds.of_payment("imp_card")) == 1


@pytest.mark.parametrize("learn", [read, load, restart])
def test_one_without_a_tag_may_be_another_refund(shop: Shop, learn: Way) -> None:
    refund = found_refunded(shop)
    show(shop)
    for _ in range(2):
        learn(shop)
        assert told(shop) == BOTH
    assert stored(shop, refund).cancellation_id == ""
    assert [one.refund_id for one in shop.refunding.offer("imp_card").recent_failures] == [refund.refund_id]


def test_what_another_counter_refunded_without_its_tag_is_no_guess(shop: Shop) -> None:
    """3,000 went at the PG, and 3,000 by another counter, whose tag the PG has dropped: 4,000 are left."""
    found_refunded(shop)
    show(shop)
    assert shop.refunding.offer("imp_card").rules.refundable == won(4_000)


def test_it_is_told_by_an_event_and_moves_nothing(shop: Shop) -> None:
    refund = found_refunded(shop)
    before = shop.history.detail(refund.refund_id)
    show(shop, refund)
    read(shop)
    after = shop.history.detail(refund.refund_id)
    assert after.events[:-1] == before.events
    event = after.events[-1]
    assert (event.old, event.new, event.cause, event.at) == (
        S.SUCCEEDED,
        S.SUCCEEDED,
        Cause.READ,
        shop.clock.now(),
    )
    assert after.refund.updated_at == before.refund.updated_at
    read(shop)
    assert shop.history.detail(refund.refund_id).events == after.events, "once"


def test_on_another_day_the_close_says_so(shop: Shop) -> None:
    refund = found_refunded(shop)
    shop.clock.advance(DAY)
    show(shop, refund)
    read(shop)
    today = shop.terminal.closing.report(shop.today()).close
    assert [one.why for one in today.differences] == [Why.WRITTEN_ANOTHER_DAY]


def test_what_is_left_can_be_refunded_and_no_more(shop: Shop) -> None:
    refund = found_refunded(shop)
    show(shop, refund)
    assert shop.refunding.offer("imp_card").rules.refundable == won(7_000)
    assert shop.refund("imp_card", 7_000).state is S.SUCCEEDED


@pytest.mark.parametrize("is_chosen", [True, False])
def test_an_entry_that_was_there_before_the_decision_is_the_persons_to_choose(
    shop: Shop, is_chosen: bool
) -> None:
    """ "Not in PortOne's record", beside such an entry, means that it is not this refund."""
    refund = review(shop)
    entry = show(shop)
    read(shop)
    key = entry.cancellation_id if is_chosen else ""
    shop.reconciler.decide(refund.refund_id, S.SUCCEEDED, "확인", "", key)
    for again in (read, load, restart):
        shop.clock.advance(60)
        again(shop)
        assert told(shop) == (ONCE if is_chosen else BOTH)


def test_a_tag_that_only_the_list_had_shown_at_the_decision_is_taken(shop: Shop) -> None:
    refund = review(shop)
    show(shop, refund)
    shop.syncing.run(90, lambda _: None, lambda: False)
    assert decide(shop, refund).cancellation_id == ""
    read(shop)
    assert told(shop) == ONCE


def test_another_amount_or_another_tag_is_another_refund(shop: Shop) -> None:
    refund = found_refunded(shop)
    show(shop, amount=2_000)
    shop.upstream.cancel_outside("imp_card", Decimal(3_000), tagged(TAG, "다른 계산대"))
    read(shop)
    assert stored(shop, refund).cancellation_id == ""
    assert told(shop).refundable == 2_000


def test_of_two_equal_refunds_each_takes_its_own(shop: Shop) -> None:
    first, second = found_refunded(shop), found_refunded(shop)
    assert told(shop).refundable == 4_000
    entry = show(shop, second)
    read(shop)
    assert [stored(shop, one).cancellation_id for one in (first, second)] == ["", entry.cancellation_id]
    assert told(shop).refundable == 4_000
    other = show(shop, first)
    restart(shop)
    assert stored(shop, first).cancellation_id == other.cancellation_id
    assert told(shop) == Told(4_000, {S.SUCCEEDED: 6_000}, 6_000, 6_000, [], 6_000, 0)


def test_an_entry_of_another_refund_is_not_taken_away(shop: Shop) -> None:
    found_refunded(shop)
    shop.upstream.faults.next(Fault.TAG_STRIPPED)
    made = shop.refund("imp_card", 3_000)
    assert made.state is S.SUCCEEDED
    read(shop)
    assert told(shop).refundable == 4_000


def test_our_tag_beside_another_amount_is_not_it(shop: Shop) -> None:
    """It is a line of its own: the history adds up to what the close and the summary say."""
    refund = found_refunded(shop)
    show(shop, refund, 2_000)
    read(shop)
    assert stored(shop, refund).cancellation_id == ""
    assert told(shop).history == {S.SUCCEEDED: 3_000, Elsewhere.REFUNDED: 2_000}
    assert told(shop).upstream == 2_000


def test_our_tag_beside_another_amount_belongs_to_the_refund_that_is_reviewed(shop: Shop) -> None:
    """Nobody else made it; what it is, a person has to say first."""
    refund = review(shop)
    show(shop, refund, 2_000)
    read(shop)
    assert shop.state(refund) is S.NEEDS_REVIEW
    assert told(shop).history == {S.NEEDS_REVIEW: 3_000}
    decide(shop, refund, S.NOT_EXECUTED)
    assert told(shop).history == {S.NOT_EXECUTED: 3_000, Elsewhere.REFUNDED: 2_000}


def test_a_person_s_choice_does_not_give_way(shop: Shop) -> None:
    refund = review(shop)
    chosen = show(shop)
    read(shop)
    shop.reconciler.decide(refund.refund_id, S.SUCCEEDED, "확인", "", chosen.cancellation_id)
    show(shop, refund)
    read(shop)
    assert stored(shop, refund).cancellation_id == chosen.cancellation_id
    at_last = told(shop)
    assert at_last.history == {S.SUCCEEDED: 3_000, Elsewhere.REFUNDED: 3_000}, "both have gone"
    assert (at_last.refundable, at_last.upstream, at_last.summary) == (4_000, 6_000, 6_000)


def test_one_that_a_person_gave_to_another_refund_is_left_there(shop: Shop) -> None:
    refund, other = found_refunded(shop), review(shop)
    entry = show(shop, refund)
    shop.syncing.run(90, lambda _: None, lambda: False)
    shop.reconciler.decide(other.refund_id, S.SUCCEEDED, "확인", "", entry.cancellation_id)
    read(shop)
    assert stored(shop, refund).cancellation_id == ""
    assert stored(shop, other).cancellation_id == entry.cancellation_id


def test_what_was_known_when_the_next_refund_was_confirmed_stays_so(shop: Shop) -> None:
    """Its receipt says the same before and after PortOne's record is put right."""
    refund = found_refunded(shop)
    later = shop.refund("imp_card", 1_000)
    before = shop.history.detail(later.refund_id).refundable_before
    assert before == won(7_000)
    show(shop, refund)
    read(shop)
    assert shop.history.detail(later.refund_id).refundable_before == before


def test_an_entry_with_our_tag_that_is_gone_was_taken_back(shop: Shop) -> None:
    refund = found_refunded(shop)
    entry = show(shop, refund)
    read(shop)
    take_out(shop, entry)
    assert stored(shop, refund).state is S.REVERSED
    put_back(shop, entry)
    shop.check_all(31)
    assert told(shop) == ONCE


def test_an_entry_that_got_another_id_changes_nothing(shop: Shop) -> None:
    found_refunded(shop)
    made = shop.refund("imp_card", 1_000)
    record = shop.upstream._shop.payment("imp_card")
    assert record is not None
    record.cancels[-1] = replace(record.cancels[-1], cancellation_id="another")
    read(shop)
    assert stored(shop, made) == made
    assert (told(shop).refundable, told(shop).unrecorded) == (6_000, 3_000)


@pytest.mark.parametrize("learn", [read, load, restart])
def test_what_a_person_called_not_refunded_is_found_by_its_tag(shop: Shop, learn: Way) -> None:
    refund = decide(shop, review(shop), S.NOT_EXECUTED)
    assert told(shop).refundable == 10_000
    show(shop, refund)
    learn(shop)
    assert told(shop) == ONCE
    assert stored(shop, refund).origin is Origin.HERE


def test_what_a_person_called_not_refunded_takes_nothing_untagged(shop: Shop) -> None:
    refund = decide(shop, review(shop), S.NOT_EXECUTED)
    show(shop)
    read(shop)
    assert stored(shop, refund).state is S.NOT_EXECUTED
    assert told(shop).history == {S.NOT_EXECUTED: 3_000, Elsewhere.REFUNDED: 3_000}
    assert (told(shop).refundable, told(shop).upstream) == (7_000, 3_000)
