"""Days and weeks later: late adoption, reversals, PGs that act later, the end of the schedule (rule 16)."""

from decimal import Decimal

import pytest

from refund_gui.domain.refund import Cause, Refund, RefundState
from refund_gui.domain.verdict import Ground
from refund_gui.errors import Unreachable
from refund_gui.practice.faults import Fault
from tests.terminal.shop import ACCOUNT, Shop

S = RefundState
DAY = 86_400


def last_ground(shop: Shop, refund: Refund) -> str:
    return shop.history.detail(refund.refund_id).events[-1].detail


def days_pass(shop: Shop, days: int) -> None:
    """A day at a time, with a few rounds in each."""
    for _ in range(days):
        shop.clock.advance(DAY)
        for _ in range(3):
            shop.rounds.run()


def later(shop: Shop, seconds: int) -> None:
    shop.clock.advance(seconds)
    shop.rounds.run()


def reads(shop: Shop) -> int:
    return sum(1 for logged in shop.upstream.log() if logged.path.startswith("/payments/imp_"))


def test_what_was_executed_late_is_found_by_the_schedule_alone(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LATE, seconds=200)
    refund = shop.refund("imp_card", 3_000)
    shop.check_all(125)
    assert shop.state(refund) is S.NOT_EXECUTED
    shop.check_all(180)
    assert shop.state(refund) is S.SUCCEEDED
    assert shop.posts() == 1


def test_the_schedule_survives_restarts(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LATE, seconds=5 * DAY + 21_600)
    refund = shop.refund("imp_card", 3_000)
    shop.check_all(125)
    assert shop.state(refund) is S.NOT_EXECUTED
    for _ in range(5):
        shop.restart()
        days_pass(shop, 1)
    assert shop.state(refund) is S.NOT_EXECUTED
    shop.restart()
    days_pass(shop, 1)
    assert shop.state(refund) is S.SUCCEEDED


def test_a_refused_refund_is_read_on_the_schedule_and_no_more_often(shop: Shop) -> None:
    refund = shop.refund("imp_refused", 1_000)
    assert refund.state is S.REJECTED
    before = reads(shop)
    shop.check_all(299)
    assert reads(shop) == before
    shop.check_all(2)
    assert reads(shop) == before + 1
    shop.check_all(3_000)
    assert reads(shop) == before + 1
    days_pass(shop, 90)
    assert reads(shop) == before + 1 + 1 + 14 + 10
    days_pass(shop, 30)
    assert reads(shop) == before + 1 + 1 + 14 + 10


def test_only_a_good_reading_counts_as_the_planned_one(shop: Shop) -> None:
    refund = shop.refund("imp_refused", 1_000)
    shop.line.is_down = True
    later(shop, 301)
    shop.line.is_down = False
    later(shop, 299)
    before = reads(shop)
    later(shop, 2)
    assert reads(shop) == before + 1
    assert shop.state(refund) is S.REJECTED


def test_what_nobody_could_read_for_90_days_is_given_to_a_person(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_ANSWER)
    refund = shop.refund("imp_card", 3_000)
    shop.line.is_down = True
    days_pass(shop, 89)
    assert shop.state(refund) is S.UNKNOWN
    days_pass(shop, 2)
    assert shop.state(refund) is S.NEEDS_REVIEW
    assert last_ground(shop, refund) == Ground.SCHEDULE_OVER
    shop.line.is_down = False
    assert shop.reconciler.check(refund.refund_id).state is S.SUCCEEDED, "our tag decides all the same"


def accepted(shop: Shop) -> Refund:
    shop.upstream.faults.next(Fault.ASYNCHRONOUS)
    refund = shop.refund("imp_later")
    assert refund.state is S.ACCEPTED
    return refund


def test_an_accepted_refund_is_read_until_its_entry_shows(shop: Shop) -> None:
    refund = accepted(shop)
    days_pass(shop, 3)
    assert shop.state(refund) is S.ACCEPTED
    shop.upstream.settle()
    days_pass(shop, 1)
    assert shop.state(refund) is S.SUCCEEDED


def test_an_accepted_refund_that_never_shows_needs_a_person_after_five_business_days(shop: Shop) -> None:
    refund = accepted(shop)
    days_pass(shop, 7)  # five business days and a weekend
    assert shop.state(refund) is S.ACCEPTED
    days_pass(shop, 2)
    assert shop.state(refund) is S.NEEDS_REVIEW
    assert last_ground(shop, refund) == Ground.OVERDUE


def test_an_accepted_refund_that_cannot_be_read_stays_accepted(shop: Shop) -> None:
    refund = accepted(shop)
    shop.line.is_down = True
    days_pass(shop, 30)
    assert shop.state(refund) is S.ACCEPTED


def without_entries(shop: Shop, imp_uid: str) -> list[object]:
    """Upstream takes the payment's refunds back; returns them."""
    record = shop.upstream._shop.payment(imp_uid)
    assert record is not None
    taken = list(record.cancels)
    record.cancels.clear()
    return [*taken]


def test_an_entry_that_is_gone_in_two_readings_reverses_the_refund(shop: Shop) -> None:
    refund = shop.refund("imp_card", 3_000)
    without_entries(shop, "imp_card")
    shop.refunding.offer("imp_card")
    assert shop.state(refund) is S.SUCCEEDED, "one reading proves nothing"
    shop.check_all(29)
    assert shop.state(refund) is S.SUCCEEDED
    shop.check_all(2)
    assert shop.state(refund) is S.REVERSED
    event = shop.history.detail(refund.refund_id).events[-1]
    assert (event.cause, event.detail) == (Cause.READ, Ground.ENTRY_GONE)


def test_an_entry_that_was_missing_once_only_reverses_nothing(shop: Shop) -> None:
    refund = shop.refund("imp_card", 3_000)
    entries = without_entries(shop, "imp_card")
    shop.refunding.offer("imp_card")
    shop.upstream._shop.payment("imp_card").cancels.extend(entries)  # type: ignore[union-attr, arg-type]
    shop.check_all(31)
    without_entries(shop, "imp_card")
    shop.refunding.offer("imp_card")
    assert shop.state(refund) is S.SUCCEEDED


def test_an_entry_that_is_back_makes_it_succeed_again(shop: Shop) -> None:
    refund = shop.refund("imp_card", 3_000)
    entries = without_entries(shop, "imp_card")
    shop.refunding.offer("imp_card")
    shop.check_all(31)
    assert shop.state(refund) is S.REVERSED
    shop.upstream._shop.payment("imp_card").cancels.extend(entries)  # type: ignore[union-attr, arg-type]
    later(shop, 300)
    assert shop.state(refund) is S.REVERSED
    shop.check_all(31)
    assert shop.state(refund) is S.SUCCEEDED


def test_what_a_person_called_refunded_without_an_entry_is_never_reversed(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.WRONG_PAYMENT)
    shop.upstream.faults.next(Fault.ASYNCHRONOUS)
    refund = shop.refund("imp_later")
    shop.reconciler.decide(refund.refund_id, S.SUCCEEDED, "PG 콘솔에서 확인", "")
    shop.refunding.offer("imp_later")
    shop.check_all(60)
    assert shop.state(refund) is S.SUCCEEDED


def test_rule_06_a_sleeping_computer_reads_at_once_when_it_wakes(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_ANSWER)
    refund = shop.refund("imp_card", 3_000)
    shop.line.is_down = True
    shop.check_all(121)
    shop.line.is_down = False
    shop.clock.sleep(3 * 3_600)
    shop.rounds.run()
    assert shop.state(refund) is S.SUCCEEDED


def test_rule_06_sleep_is_no_quiet_time(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_REQUEST)
    refund = shop.refund("imp_card", 3_000)
    shop.check_all(5)
    shop.clock.sleep(8 * 3_600)
    shop.check_all(100)
    assert shop.state(refund) is S.UNKNOWN
    shop.check_all(20)
    assert shop.state(refund) is S.NOT_EXECUTED


@pytest.mark.parametrize("jump", [-400 * DAY, 400 * DAY])
def test_rule_06_a_clock_that_is_set_decides_nothing(shop: Shop, jump: int) -> None:
    shop.upstream.faults.next(Fault.LATE, seconds=10**9)
    refund = shop.refund("imp_card", 3_000)
    shop.check_all(10)
    shop.clock.sleep(jump)
    shop.check_all(100)
    assert shop.state(refund) is S.UNKNOWN
    shop.clock.sleep(-jump)
    shop.check_all(15)
    assert shop.state(refund) is S.NOT_EXECUTED
    shop.upstream.settle()
    later(shop, 400)
    assert shop.state(refund) is S.SUCCEEDED


def test_a_candidate_that_a_person_chooses_is_the_refunds_entry(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_REQUEST)
    refund = shop.refund("imp_card", 3_000)
    entry = shop.upstream.cancel_outside("imp_card", Decimal(3_000))
    shop.check_all(2)
    decided = shop.reconciler.decide(
        refund.refund_id, S.SUCCEEDED, "PG 콘솔의 승인 번호가 같음", "김점원", entry.cancellation_id
    )
    assert decided.cancellation_id == entry.cancellation_id
    order = shop.orders.detail("imp_card")
    assert [line.refund for line in order.timeline] == [decided]


def test_a_virtual_account_has_a_day_of_payout(shop: Shop) -> None:
    refund = shop.refund("imp_vbank", 10_000, ACCOUNT)
    assert refund.payout_due is not None
    assert shop.history.detail(refund.refund_id).refund.payout_due == refund.payout_due
    assert shop.refund("imp_card", 1_000).payout_due is None


def test_reading_fails_without_a_network(shop: Shop) -> None:
    shop.line.is_down = True
    with pytest.raises(Unreachable):
        shop.reconciler.read("imp_card")
