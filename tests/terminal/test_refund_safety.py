"""Whatever breaks after a refund was sent, it stays "not known"; nothing sent is ever told as not sent."""

from dataclasses import replace
from decimal import Decimal

import httpx
import pytest

from refund_gui.domain.answer import Done
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Outcome, RefundState
from refund_gui.domain.request import AccountMissing
from refund_gui.domain.verdict import Ground
from refund_gui.errors import AnswerNotSaved, BalanceMoved, DiskFull, NotAllowed, ReadRefused
from refund_gui.failpoints import Point
from refund_gui.practice.faults import Fault
from tests.terminal.shop import ACCOUNT, Killed, Shop

S = RefundState


class Broken(Exception):
    """What nobody has foreseen."""


def not_sent(shop: Shop, imp_uid: str = "imp_card") -> str:
    """A refund that met a dead line; returns its id once the line is up again."""
    offer = shop.refunding.offer(imp_uid)
    shop.line.is_down = True
    refund = shop.confirm(offer, 3_000, ACCOUNT if imp_uid == "imp_vbank" else None)
    shop.line.is_down = False
    assert refund.state is S.PREPARED
    return refund.refund_id


@pytest.mark.parametrize("error", [NotAllowed("a guard"), Broken()])
def test_an_answer_that_the_store_will_not_take_is_not_known_and_is_read(
    shop: Shop, error: Exception
) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.full_disk("end_attempt", error=error)
    refund = shop.confirm(offer, 3_000)
    assert refund.state is S.UNKNOWN
    [attempt] = shop.history.detail(refund.refund_id).attempts
    assert attempt.outcome is Outcome.LOST
    shop.check_all(2)
    assert (shop.state(refund), shop.posts()) == (S.SUCCEEDED, 1)


def test_a_bug_between_two_attempts_is_not_known_either(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.upstream.faults.next(Fault.UNAUTHORIZED)
    prepare = shop.gateway.prepare
    calls = []

    def break_at_second(*given: object) -> object:
        calls.append(given)
        if len(calls) == 2:
            raise Broken
        return prepare(*given)  # type: ignore[arg-type]

    setattr(shop.gateway, "prepare", break_at_second)  # noqa: B010 - a method of one object only
    refund = shop.confirm(offer, 3_000)
    assert refund.state is S.UNKNOWN
    shop.check_all(121)
    assert (shop.state(refund), shop.posts()) == (S.NOT_EXECUTED, 1)


def test_a_bug_after_the_answer_was_saved_leaves_what_was_saved(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_refused")
    shop.full_disk("was_read", error=Broken(), records=shop.store.plans)
    refund = shop.confirm(offer, 1_000)
    assert refund.state is S.REJECTED
    shop.check_all(2)
    assert shop.state(refund) is S.REJECTED


def test_a_bug_and_a_full_disk_together_lose_nothing(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    write = shop.store.refunds.end_attempt
    errors: list[Exception] = [Broken(), DiskFull("store")]

    def fail(*given: object) -> object:
        if errors:
            raise errors.pop(0)
        return write(*given)  # type: ignore[arg-type]

    setattr(shop.store.refunds, "end_attempt", fail)  # noqa: B010 - a method of one object only
    with pytest.raises(AnswerNotSaved) as raised:
        shop.confirm(offer, 3_000)
    shop.check_all(5)
    assert shop.history.detail(raised.value.refund_id).refund.state is S.SUCCEEDED


def test_an_unsaved_answer_that_the_store_never_takes_stops_nobody(shop: Shop) -> None:
    """The commit went through although it was reported as failed: the next one finds that out."""
    offer = shop.refunding.offer("imp_card")
    write = shop.store.refunds.end_attempt

    def fail_after(*given: object) -> object:
        write(*given)  # type: ignore[arg-type]
        raise DiskFull("store")

    setattr(shop.store.refunds, "end_attempt", fail_after)  # noqa: B010 - a method of one object only
    with pytest.raises(AnswerNotSaved) as raised:
        shop.confirm(offer, 3_000)
    setattr(shop.store.refunds, "end_attempt", write)  # noqa: B010
    assert shop.refunding.save_again() == ("imp_card",)
    assert shop.refunding.save_again() == ()
    assert shop.history.detail(raised.value.refund_id).refund.state is S.SUCCEEDED
    assert shop.refund("imp_vbank", account=ACCOUNT).state is S.SUCCEEDED


def same_key(shop: Shop) -> None:
    """Let upstream's entries of one payment be told apart by nothing (records without cancellation_id)."""
    payment = shop.gateway.payment

    def blurred(imp_uid: str) -> Payment:
        return blur(payment(imp_uid))

    setattr(shop.gateway, "payment", blurred)  # noqa: B010 - a method of one object only


def blur(payment: Payment) -> Payment:
    entries = tuple(replace(entry, cancellation_id="same") for entry in payment.cancellations)
    return replace(payment, cancellations=entries)


def test_two_refunds_with_one_key_upstream_are_reviewed_not_stuck(shop: Shop) -> None:
    same_key(shop)
    shop.upstream.faults.next(Fault.LOST_ANSWER, times=2)
    first = shop.refund("imp_card", 3_000)
    shop.check_all(2)
    second = shop.refund("imp_card", 3_000)
    shop.check_all(2)
    assert (shop.state(first), shop.state(second)) == (S.SUCCEEDED, S.NEEDS_REVIEW)
    assert shop.history.detail(second.refund_id).events[-1].detail == Ground.OUR_TAG.value
    assert shop.reconciler.decide(second.refund_id, S.SUCCEEDED, "콘솔에서 확인", "").state is S.SUCCEEDED
    assert shop.refunding.offer("imp_card").rules.refundable == Money(4_000, "KRW")
    assert shop.history.detail(second.refund_id).refund.cancellation_id == "", "the first one has it"


def test_an_entry_that_cannot_be_adopted_does_not_close_the_payment(shop: Shop) -> None:
    shop.refund("imp_card", 2_000)
    shop.refund("imp_card", 2_000)
    shop.stop()
    for file in shop.data_dir.iterdir():
        if file.is_file():
            file.unlink()
    shop.start()
    same_key(shop)
    assert shop.refunding.offer("imp_card").payment.balance == Money(6_000, "KRW")
    assert len(shop.store.refunds.of_payment("imp_card")) == 1


def test_rule_02_trying_again_reads_again_and_sends_nothing_when_the_balance_moved(shop: Shop) -> None:
    refund_id = not_sent(shop)
    shop.upstream.cancel_outside("imp_card", Decimal(1_000))
    with pytest.raises(BalanceMoved):
        shop.refunding.try_again(refund_id, None, "김점원")
    assert shop.posts() == 0
    assert shop.history.detail(refund_id).refund.state is S.PREPARED


def test_rule_02_trying_again_without_a_reading_sends_nothing(shop: Shop) -> None:
    refund_id = not_sent(shop)
    shop.upstream.faults.next(Fault.STATUS, on="/payments/imp_card")
    with pytest.raises(ReadRefused):
        shop.refunding.try_again(refund_id, None, "김점원")
    assert shop.posts() == 0


def test_rule_04_what_was_prepared_before_the_start_is_read_and_never_sent(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.kill_at = Point.AFTER_PREPARED
    with pytest.raises(Killed):
        shop.confirm(offer, 3_000)
    shop.restart()
    [refund] = shop.recovered
    with pytest.raises(NotAllowed):
        shop.refunding.try_again(refund.refund_id, None, "김점원")
    assert (shop.state(refund), shop.posts()) == (S.CANCELLED, 0)


def test_trying_again_needs_the_account_that_was_confirmed(shop: Shop) -> None:
    refund_id = not_sent(shop, "imp_vbank")
    with pytest.raises(AccountMissing):
        shop.refunding.try_again(refund_id, None, "김점원")
    assert shop.posts() == 0
    assert shop.refunding.try_again(refund_id, ACCOUNT, "김점원").state is S.SUCCEEDED


def test_rule_02_a_computer_that_slept_reads_again(shop: Shop) -> None:
    """A monotonic clock may stand still meanwhile; the wall clock does not."""
    for seconds in (31, -31):
        offer = shop.refunding.offer("imp_card")
        shop.clock.sleep(seconds)
        shop.upstream.cancel_outside("imp_card", Decimal(1_000))
        with pytest.raises(BalanceMoved):
            shop.confirm(offer, 1_000)
    assert shop.posts() == 0


def test_a_network_that_fails_after_a_401_is_not_called_refused_keys(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.upstream.faults.next(Fault.UNAUTHORIZED)
    shop.upstream.faults.next(Fault.STATUS, on="/users/getToken")
    refund = shop.confirm(offer, 3_000)
    assert refund.state is S.PREPARED
    assert shop.history.detail(refund.refund_id).events[-1].detail == Ground.NOT_SENT.value


def test_rule_03_after_a_401_the_checksum_is_the_confirmed_one_whatever_was_read_meanwhile(
    shop: Shop,
) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.upstream.faults.next(Fault.UNAUTHORIZED)
    send = shop.gateway.send

    def others_refund_then(*given: object) -> object:
        setattr(shop.gateway, "send", send)  # noqa: B010 - a method of one object only
        answer = send(*given)  # type: ignore[arg-type]
        shop.upstream.cancel_outside("imp_card", Decimal(1_000))
        shop.reconciler.read("imp_card")
        return answer

    setattr(shop.gateway, "send", others_refund_then)  # noqa: B010
    refund = shop.confirm(offer, 3_000)
    bodies = [logged.body for logged in shop.upstream.log() if logged.path == "/payments/cancel"]
    assert [body["checksum"] for body in bodies] == [10_000, 10_000]
    assert refund.state is S.STALE
    assert len(shop.upstream.history("imp_card")) == 1


def test_an_answer_about_another_payment_is_not_taken_for_a_reading_of_it(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.upstream.faults.next(Fault.WRONG_PAYMENT)
    assert shop.confirm(offer, 3_000).state is S.NEEDS_REVIEW
    assert shop.store.payments.newest(100) == ("imp_card",)


def test_rule_08_a_reading_that_began_before_the_refusal_does_not_confirm_it(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_refused")
    real = shop.gateway.payment
    refunds = []

    def refused_meanwhile(imp_uid: str) -> Payment:
        shown = real(imp_uid)
        setattr(shop.gateway, "payment", real)  # noqa: B010 - a method of one object only
        shop.clock.advance(1)
        shop.upstream.faults.next(Fault.STATUS, on="/payments/imp_refused")
        refunds.append(shop.confirm(offer, 1_000))
        return shown

    setattr(shop.gateway, "payment", refused_meanwhile)  # noqa: B010
    shop.reconciler.read("imp_refused")
    assert [shop.state(refund) for refund in refunds] == [S.UNKNOWN]
    shop.check_all(2)
    assert [shop.state(refund) for refund in refunds] == [S.REJECTED]


def test_rule_03_what_was_seen_is_what_is_kept_whatever_was_read_meanwhile(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.upstream.cancel_outside("imp_card", Decimal(1_000))
    shop.reconciler.read("imp_card")
    refund = shop.confirm(offer, 3_000)
    assert (refund.base.cancel_amount, refund.base.entries) == (Money(0, "KRW"), ())
    assert refund.checksum == Money(10_000, "KRW")
    assert refund.state is S.STALE


def test_trying_again_waits_for_an_answer_that_is_not_saved_yet(shop: Shop) -> None:
    refund_id = not_sent(shop)
    vbank = shop.refunding.offer("imp_vbank")
    shop.full_disk("end_attempt", times=2)
    with pytest.raises(AnswerNotSaved):
        shop.confirm(vbank, account=ACCOUNT)
    with pytest.raises(DiskFull):
        shop.refunding.try_again(refund_id, None, "김점원")
    assert shop.posts() == 1
    assert shop.refunding.try_again(refund_id, None, "김점원").state is S.SUCCEEDED


@pytest.mark.parametrize("path", ["/payments/imp_card", "/payments/cancel"])
def test_rule_18_what_is_shown_is_as_old_as_its_request(shop: Shop, path: str) -> None:
    offer = shop.refunding.offer("imp_card")
    handle = shop.line.handle_request
    meanwhile: list[int] = []

    def read_meanwhile(request: httpx.Request) -> httpx.Response:
        if request.url.path == path and not meanwhile:
            meanwhile.append(0)
            meanwhile.append(shop.gateway.payment("imp_card").request_no)
        return handle(request)

    setattr(shop.line, "handle_request", read_meanwhile)  # noqa: B010 - a method of one object only
    if path == "/payments/cancel":
        shop.confirm(offer, 1_000)
    else:
        shop.reconciler.read("imp_card")
    shown = shop.store.payments.get("imp_card")
    assert shown is not None
    assert shown.request_no < meanwhile[-1]


def test_entries_that_are_known_are_not_adopted_again(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    shop.refund("imp_card", 1_000)
    shop.refunding.offer("imp_card")
    assert [record.message for record in caplog.records if record.levelname == "WARNING"] == []


def test_an_equal_untagged_entry_in_the_yes_of_a_pg_that_acts_later_is_no_success(shop: Shop) -> None:
    """Ours is pending; somebody else refunded the same amount while upstream was answering."""
    answer = shop.gateway.send

    def overtaken(*given: object) -> object:
        done = answer(*given)  # type: ignore[arg-type]
        assert isinstance(done, Done)
        entry = shop.upstream.cancel_outside("imp_later", Decimal("12.34"))
        shown = shop.gateway.payment("imp_later")
        assert [one.cancellation_id for one in shown.cancellations] == [entry.cancellation_id]
        return Done(shown)

    shop.upstream.faults.next(Fault.ASYNCHRONOUS)
    setattr(shop.gateway, "send", overtaken)  # noqa: B010 - a method of one object only
    assert shop.refund("imp_later").state is S.NEEDS_REVIEW


def test_after_a_lost_answer_a_stale_refund_is_asked_about_again(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_REQUEST)
    refund = shop.refund("imp_card", 3_000)
    shop.upstream.cancel_outside("imp_card", Decimal(1_000))
    shop.check_all(121)
    assert shop.state(refund) is S.STALE
    [asked] = shop.refunding.offer("imp_card").recent_failures
    assert asked.refund_id == refund.refund_id


def test_after_a_clear_refusal_a_stale_refund_is_not(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.upstream.cancel_outside("imp_card", Decimal(1_000))
    assert shop.confirm(offer, 3_000).state is S.STALE
    assert shop.refunding.offer("imp_card").recent_failures == ()


def test_rule_18_a_reading_that_was_overtaken_moves_nothing(shop: Shop) -> None:
    """Two readings from before the refund hang, and arrive after it one by one."""
    payment = shop.gateway.payment
    before = [payment("imp_card"), payment("imp_card")]
    refund = shop.refund("imp_card", 3_000)
    setattr(shop.gateway, "payment", lambda imp_uid: before.pop(0))  # noqa: B010 - one object's method
    assert shop.reconciler.read("imp_card").balance.minor == 7_000
    shop.clock.advance(31)
    shop.reconciler.read("imp_card")
    assert shop.state(refund) is S.SUCCEEDED
