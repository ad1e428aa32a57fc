"""What reading makes of open refunds: at start, in time, late; adoption; a person's decision."""

from decimal import Decimal

import pytest

from refund_gui.domain.refund import Cause, Origin, Outcome, Refund, RefundState
from refund_gui.errors import NotAllowed, Unreachable
from refund_gui.failpoints import Point
from refund_gui.practice.faults import Fault
from tests.terminal.shop import ACCOUNT, Killed, Shop

S = RefundState


def killed(shop: Shop, point: Point, amount: int = 3_000) -> str:
    """A refund of the card payment during which the process died; returns its id after the restart."""
    offer = shop.refunding.offer("imp_card")
    shop.kill_at = point
    with pytest.raises(Killed):
        shop.confirm(offer, amount)
    shop.restart()
    return shop.store.refunds.of_payment("imp_card")[0].refund_id


def state(shop: Shop, refund_id: str) -> RefundState:
    return shop.history.detail(refund_id).refund.state


def test_rule_04_killed_after_prepared_is_read_once_and_cancelled(shop: Shop) -> None:
    refund_id = killed(shop, Point.AFTER_PREPARED)
    assert [refund.state for refund in shop.recovered] == [S.PREPARED]
    shop.check_all(1)
    assert state(shop, refund_id) is S.CANCELLED
    assert shop.posts() == 0


def test_rule_04_while_it_cannot_be_read_it_blocks_the_payment(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    refund_id = killed(shop, Point.AFTER_PREPARED)
    shop.line.is_down = True
    shop.check_all(100)
    assert state(shop, refund_id) is S.PREPARED
    assert offer.open_refund is None
    shop.line.is_down = False
    assert shop.refunding.offer("imp_card").open_refund is None
    assert state(shop, refund_id) is S.CANCELLED


def test_rule_04_a_prepared_one_whose_balance_moved_is_stale(shop: Shop) -> None:
    refund_id = killed(shop, Point.AFTER_PREPARED)
    shop.upstream.cancel_outside("imp_card", Decimal(1_000))
    shop.check_all(1)
    assert state(shop, refund_id) is S.STALE


@pytest.mark.parametrize("point", [Point.AFTER_SENDING, Point.AFTER_ANSWER])
def test_rule_04_killed_while_sending_is_not_known_until_it_was_read(shop: Shop, point: Point) -> None:
    refund_id = killed(shop, point)
    assert [refund.state for refund in shop.recovered] == [S.UNKNOWN]
    detail = shop.history.detail(refund_id)
    assert detail.attempts[0].outcome is Outcome.INTERRUPTED
    assert detail.events[-1].cause is Cause.START
    if point is Point.AFTER_ANSWER:
        shop.check_all(1)
        assert state(shop, refund_id) is S.SUCCEEDED
    else:
        shop.check_all(119)
        assert state(shop, refund_id) is S.UNKNOWN
        shop.check_all(2)
        assert state(shop, refund_id) is S.NOT_EXECUTED
    assert len(shop.upstream.history("imp_card")) == shop.posts()


def test_rule_04_killed_between_two_attempts_is_not_known_either(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.upstream.faults.next(Fault.UNAUTHORIZED)
    shop.full_disk("begin_attempt", times=0)
    second = shop.store.refunds.begin_attempt
    calls = []

    def die(*given: object) -> object:
        calls.append(given)
        if len(calls) == 2:
            raise Killed(Point.AFTER_SENDING)
        return second(*given)  # type: ignore[arg-type]

    setattr(shop.store.refunds, "begin_attempt", die)  # noqa: B010 - a method of one object only
    with pytest.raises(Killed):
        shop.confirm(offer, 3_000)
    shop.restart()
    [refund] = shop.recovered
    assert refund.state is S.UNKNOWN
    shop.check_all(121)
    assert state(shop, refund.refund_id) is S.NOT_EXECUTED


def test_a_kill_after_the_quiet_time_starts_it_again(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_REQUEST)
    refund = shop.refund("imp_card", 3_000)
    shop.check_all(110)
    shop.restart()
    shop.check_all(119)
    assert shop.state(refund) is S.UNKNOWN
    shop.check_all(2)
    assert shop.state(refund) is S.NOT_EXECUTED


def test_rule_06_reads_that_fail_prove_nothing(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_REQUEST)
    refund = shop.refund("imp_card", 3_000)
    shop.line.is_down = True
    shop.check_all(600)
    assert shop.state(refund) is S.UNKNOWN
    until = shop.reconciler.settles_at(refund.refund_id)
    assert until is not None
    assert until > shop.clock.now()
    with pytest.raises(Unreachable):
        shop.reconciler.check(refund.refund_id)
    shop.line.is_down = False
    assert shop.reconciler.check(refund.refund_id).state is S.UNKNOWN
    shop.clock.advance(31)
    assert shop.reconciler.check(refund.refund_id).state is S.NOT_EXECUTED
    assert shop.reconciler.settles_at(refund.refund_id) is None


def test_executed_after_the_quiet_time_is_adopted_late(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LATE, seconds=200)
    refund = shop.refund("imp_card", 3_000)
    shop.check_all(125)
    assert shop.state(refund) is S.NOT_EXECUTED
    shop.clock.advance(200)
    offer = shop.refunding.offer("imp_card")
    detail = shop.history.detail(refund.refund_id)
    assert detail.refund.state is S.SUCCEEDED
    assert offer.recent_failures == (detail.refund,), "somebody who comes to refund it anew is told"
    assert detail.events[-1].old is S.NOT_EXECUTED


def test_rule_17_an_untagged_equal_entry_after_a_lost_answer_is_reviewed(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_REQUEST)
    refund = shop.refund("imp_card", 3_000)
    shop.upstream.cancel_outside("imp_card", Decimal(3_000))
    shop.check_all(2)
    assert shop.state(refund) is S.NEEDS_REVIEW
    decided = shop.reconciler.decide(refund.refund_id, S.NOT_EXECUTED, "콘솔에서 확인", "김점원")
    assert decided.state is S.NOT_EXECUTED
    event = shop.history.detail(refund.refund_id).events[-1]
    assert (event.cause, event.who, event.detail) == (Cause.PERSON, "김점원", "콘솔에서 확인")
    with pytest.raises(NotAllowed):
        shop.reconciler.decide(refund.refund_id, S.SUCCEEDED, "아니었음", "김점원")


def test_a_review_that_ends_in_waiting_is_watched_on(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.WRONG_PAYMENT)
    shop.upstream.faults.next(Fault.ASYNCHRONOUS)
    refund = shop.refund("imp_later")
    assert refund.state is S.NEEDS_REVIEW
    decided = shop.reconciler.decide(refund.refund_id, S.ACCEPTED, "PG가 접수함", "")
    assert decided.state is S.ACCEPTED
    shop.check_all(10)
    assert shop.state(refund) is S.SUCCEEDED


def test_rule_10_a_tagged_entry_without_a_record_is_adopted(shop: Shop) -> None:
    first = shop.refund("imp_card", 2_000)
    second = shop.refund("imp_card", 3_000)
    shop.stop()
    for file in shop.data_dir.iterdir():
        if file.is_file():
            file.unlink()
    shop.start()
    shop.refunding.offer("imp_card")
    found = {refund.tag: refund for refund in shop.store.refunds.of_payment("imp_card")}
    assert set(found) == {first.tag, second.tag}
    for made in (first, second):
        adopted = found[made.tag]
        assert (adopted.state, adopted.origin) == (S.SUCCEEDED, Origin.FOUND_UPSTREAM)
        assert (adopted.amount, adopted.checksum) == (made.amount, made.checksum)
        assert adopted.reason == "고객 변심"
    shop.refunding.offer("imp_card")
    assert shop.history.detail(found[first.tag].refund_id).events[0].cause is Cause.READ
    assert len(shop.store.refunds.of_payment("imp_card")) == 2


def test_entries_without_a_tag_are_nobodys_refund_here(shop: Shop) -> None:
    shop.upstream.cancel_outside("imp_card", Decimal(1_000))
    shop.refunding.offer("imp_card")
    assert shop.store.refunds.of_payment("imp_card") == ()


def test_a_reading_that_began_before_the_answer_is_not_believed(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_REQUEST)
    offer = shop.refunding.offer("imp_card")
    real = shop.gateway.payment
    refunds = []

    def during(imp_uid: str) -> object:
        payment = real(imp_uid)
        refunds.append(shop.confirm(offer, 3_000))
        shop.clock.advance(0)
        return payment

    shop.clock.advance(1)
    setattr(shop.gateway, "payment", during)  # noqa: B010 - one object's method, to interleave two calls
    before = shop.clock.monotonic()
    shop.reconciler.read("imp_card")
    assert before == shop.clock.monotonic()
    assert shop.state(refunds[0]) is S.UNKNOWN


def test_a_refusal_is_not_confirmed_by_a_reading_that_began_before_it(shop: Shop) -> None:
    """Both hang; the refusal comes first, and its own reading fails."""
    offer = shop.refunding.offer("imp_refused")
    real = shop.gateway.payment
    refunds: list[Refund] = []

    def during(imp_uid: str) -> object:
        payment = real(imp_uid)
        if not refunds:
            shop.clock.advance(1)
            shop.upstream.faults.next(Fault.STATUS, on="/payments/imp_refused")
            refunds.append(shop.confirm(offer, 1_000))
        return payment

    setattr(shop.gateway, "payment", during)  # noqa: B010 - one object's method, to interleave two calls
    shop.reconciler.read("imp_refused")
    assert shop.state(refunds[0]) is S.UNKNOWN
    shop.check_all(3)
    assert shop.state(refunds[0]) is S.REJECTED


def test_a_reading_leaves_a_dialogs_unsent_refund_alone(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.line.is_down = True
    refund = shop.confirm(offer, 3_000)
    shop.line.is_down = False
    assert shop.refunding.offer("imp_card").open_refund == refund
    assert shop.state(refund) is S.PREPARED


def test_a_refund_that_moved_on_meanwhile_is_left_to_the_next_reading(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_ANSWER)
    refund = shop.refund("imp_card", 3_000)
    shop.full_disk("move", times=2, error=NotAllowed("moved on"))
    assert shop.reconciler.check(refund.refund_id).state is S.UNKNOWN
    assert shop.reconciler.check(refund.refund_id).state is S.SUCCEEDED


def test_a_vbank_refund_is_found_like_any_other(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_ANSWER)
    refund = shop.refund("imp_vbank", account=ACCOUNT)
    assert refund.state is S.UNKNOWN
    assert shop.reconciler.check(refund.refund_id).state is S.SUCCEEDED


def test_checking_what_is_not_stored(shop: Shop) -> None:
    with pytest.raises(NotAllowed):
        shop.reconciler.check("nobody")
