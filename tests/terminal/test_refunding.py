"""A refund from the dialog's reading to its saved end, on the real store, client and stand-in."""

from decimal import Decimal

import pytest

from refund_gui.domain.money import Money
from refund_gui.domain.refund import Cause, Outcome, Payout, RefundState
from refund_gui.domain.request import AboveBalance, AccountMissing, NotRefundable
from refund_gui.domain.tag import tag_of
from refund_gui.errors import (
    BalanceMoved,
    KeysRefused,
    NotAllowed,
    PaymentNotFound,
    RefundIsOpen,
    Unreachable,
)
from refund_gui.failpoints import Point
from refund_gui.practice.faults import Fault
from tests.terminal.shop import ACCOUNT, KEYS, Killed, Shop

S = RefundState


def test_a_part_of_a_card_payment_goes_back(shop: Shop) -> None:
    refund = shop.refund("imp_card", 3_000)
    assert refund.state is S.SUCCEEDED
    [cancel] = shop.upstream.history("imp_card")
    assert cancel.amount == 3_000
    assert tag_of(cancel.reason) == refund.tag
    assert refund.cancellation_id == cancel.cancellation_id
    assert (refund.operator, refund.counter, refund.payout) == ("김점원", "계산대 1", Payout.AT_ONCE)
    assert shop.orders.detail("imp_card").payment.balance == Money(7_000, "KRW")


def test_a_virtual_account_goes_back_whole_and_only_a_mask_is_kept(shop: Shop) -> None:
    refund = shop.refund("imp_vbank", account=ACCOUNT)
    assert (refund.state, refund.payout) == (S.SUCCEEDED, Payout.NEXT_BUSINESS_DAY)
    assert refund.is_whole
    assert refund.account == ACCOUNT.masked()
    assert shop.upstream.history("imp_vbank")[0].amount == 30_000
    shop.stop()
    for file in shop.data_dir.rglob("*"):
        if file.is_file():
            assert ACCOUNT.number.encode() not in file.read_bytes()
            assert ACCOUNT.holder.encode() not in file.read_bytes()
    shop.start()


def test_rule_12_only_a_whole_refund_of_an_untouched_payment_omits_the_amount(shop: Shop) -> None:
    shop.refund("imp_card", 4_000)
    shop.refund("imp_card")
    shop.refund("imp_vbank", account=ACCOUNT)
    bodies = [logged.body for logged in shop.upstream.log() if logged.path == "/payments/cancel"]
    assert [(body.get("amount"), body["checksum"]) for body in bodies] == [
        (4_000, 10_000),
        (6_000, 6_000),
        (None, 30_000),
    ]


def test_foreign_money_keeps_its_cents(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.SLOW)
    offer = shop.refunding.offer("imp_later")
    assert offer.payment.balance == Money(1234, "USD")
    shop.confirm(offer, 1_034)
    assert shop.upstream.history("imp_later")[0].amount == Decimal("10.34")


def test_rule_01_everything_is_written_before_the_socket_opens(shop: Shop) -> None:
    for point, state, posts in (
        (Point.BEFORE_PREPARED, None, 0),
        (Point.AFTER_PREPARED, S.PREPARED, 0),
        (Point.AFTER_SENDING, S.SENDING, 0),
        (Point.AFTER_ANSWER, S.SENDING, 1),
        (Point.AFTER_SAVED, S.SUCCEEDED, 2),
    ):
        offer = shop.refunding.offer("imp_vbank" if point is Point.AFTER_SAVED else "imp_card")
        shop.kill_at = point
        with pytest.raises(Killed):
            shop.confirm(offer, 1_000, ACCOUNT if point is Point.AFTER_SAVED else None)
        newest = shop.store.refunds.of_payment(offer.payment.imp_uid)
        assert (newest[0].state if newest else None) is state
        assert shop.posts() == posts
        shop.restart()
        shop.check_all(200)


def test_rule_01_a_token_that_cannot_be_had_stores_nothing(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.gateway.use_keys(KEYS)
    shop.line.is_down = True
    with pytest.raises(Unreachable):
        shop.confirm(offer, 1_000)
    assert shop.store.refunds.of_payment("imp_card") == ()


def test_rule_02_an_old_reading_is_read_again(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.clock.advance(31)
    assert shop.confirm(offer, 1_000).state is S.SUCCEEDED
    reads = [logged for logged in shop.upstream.log() if logged.path == "/payments/imp_card"]
    assert len(reads) == 2


def test_rule_02_a_moved_balance_asks_again_and_sends_nothing(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.upstream.cancel_outside("imp_card", Decimal(2_000))
    shop.clock.advance(31)
    with pytest.raises(BalanceMoved):
        shop.confirm(offer, 1_000)
    assert shop.posts() == 0
    assert shop.store.refunds.of_payment("imp_card") == ()
    assert shop.refunding.offer("imp_card").payment.balance == Money(8_000, "KRW")


def test_rule_03_the_checksum_is_the_balance_that_the_person_saw(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.upstream.cancel_outside("imp_card", Decimal(2_000))
    refund = shop.confirm(offer, 1_000)
    assert refund.checksum == Money(10_000, "KRW")
    assert refund.state is S.STALE
    assert refund.message
    assert len(shop.upstream.history("imp_card")) == 1


def test_rule_05_a_lost_answer_is_never_sent_again(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_ANSWER)
    refund = shop.refund("imp_card", 3_000)
    assert refund.state is S.UNKNOWN
    [attempt] = shop.history.detail(refund.refund_id).attempts
    assert attempt.outcome is Outcome.LOST
    shop.check_all(3)
    assert shop.state(refund) is S.SUCCEEDED
    assert shop.posts() == 1
    assert len(shop.upstream.history("imp_card")) == 1


@pytest.mark.parametrize(
    "fault", [Fault.STATUS, Fault.HTML, Fault.TRUNCATED, Fault.NO_CODE, Fault.LOST_REQUEST]
)
def test_rule_05_whatever_is_not_an_answer_is_not_known(shop: Shop, fault: Fault) -> None:
    shop.upstream.faults.next(fault)
    assert shop.refund("imp_card", 3_000).state is S.UNKNOWN


def test_rule_05_proven_unsent_waits_for_the_person(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.line.is_down = True
    refund = shop.confirm(offer, 3_000)
    assert refund.state is S.PREPARED
    shop.check_all(300)
    assert (shop.posts(), shop.state(refund)) == (0, S.PREPARED)
    shop.line.is_down = False
    again = shop.refunding.try_again(refund.refund_id, None, "김점원")
    assert (again.state, again.tag) == (S.SUCCEEDED, refund.tag)
    attempts = shop.history.detail(refund.refund_id).attempts
    assert [attempt.outcome for attempt in attempts] == [Outcome.UNSENT, Outcome.DONE]
    assert {attempt.checksum for attempt in attempts} == {refund.checksum}
    assert len(shop.upstream.history("imp_card")) == 1


def test_not_sent_can_be_given_up(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.line.is_down = True
    refund = shop.confirm(offer, 3_000)
    assert shop.refunding.give_up(refund.refund_id, "김점원").state is S.CANCELLED
    with pytest.raises(NotAllowed):
        shop.refunding.give_up(refund.refund_id, "김점원")
    with pytest.raises(NotAllowed):
        shop.refunding.try_again(refund.refund_id, None, "김점원")
    with pytest.raises(NotAllowed):
        shop.refunding.try_again("nobody", None, "김점원")


def test_rule_07_after_a_401_it_is_sent_once_more(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.UNAUTHORIZED)
    refund = shop.refund("imp_card", 3_000)
    assert refund.state is S.SUCCEEDED
    attempts = shop.history.detail(refund.refund_id).attempts
    assert [attempt.outcome for attempt in attempts] == [Outcome.UNAUTHORIZED, Outcome.DONE]
    assert {attempt.checksum for attempt in attempts} == {refund.checksum}


def test_rule_07_a_second_401_is_not_sent(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.UNAUTHORIZED, times=2)
    refund = shop.refund("imp_card", 3_000)
    assert (refund.state, refund.message) == (S.PREPARED, "Unauthorized")
    assert shop.posts() == 2
    assert shop.upstream.history("imp_card") == ()


@pytest.mark.parametrize("words", [True, False])
def test_rule_07_no_new_token_after_a_401_is_not_sent(shop: Shop, words: bool) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.upstream.faults.next(Fault.UNAUTHORIZED)
    if words:
        shop.upstream.faults.next(Fault.UNAUTHORIZED, on="/users/getToken")
    else:
        shop.upstream.faults.next(Fault.HTML, on="/users/getToken")
    refund = shop.confirm(offer, 3_000)
    assert refund.state is S.PREPARED
    assert bool(refund.message) is words
    assert shop.posts() == 1
    assert shop.refunding.try_again(refund.refund_id, None, "").state is S.SUCCEEDED


def test_rule_08_a_refusal_is_read_and_its_words_are_kept(shop: Shop) -> None:
    refund = shop.refund("imp_refused", 1_000)
    assert refund.state is S.REJECTED
    assert refund.message == "결제취소에 실패하였습니다. [8178] 상계가능 정산금액 부족"
    events = shop.history.detail(refund.refund_id).events
    assert [(event.new, event.cause) for event in events] == [
        (S.PREPARED, Cause.CONFIRM),
        (S.SENDING, Cause.SEND),
        (S.UNKNOWN, Cause.ANSWER),
        (S.REJECTED, Cause.READ),
    ]
    offer = shop.refunding.offer("imp_refused")
    assert offer.recent_failures == (refund,)
    shop.clock.advance(86_401)
    assert shop.refunding.offer("imp_refused").recent_failures == ()


def test_rule_08_while_it_cannot_be_read_a_refusal_is_not_known(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_refused")
    shop.upstream.faults.next(Fault.STATUS, on="/payments/imp_refused", times=2)
    refund = shop.confirm(offer, 1_000)
    assert refund.state is S.UNKNOWN
    shop.check_all(11)
    assert shop.state(refund) is S.REJECTED


def test_rule_08_words_of_a_time_out_wait_for_a_person(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.REFUSAL, message="[8325] 통신오류, 잠시후 재시도 요망")
    refund = shop.refund("imp_card", 3_000)
    assert refund.state is S.UNKNOWN
    shop.check_all(119)
    assert shop.state(refund) is S.UNKNOWN
    shop.check_all(2)
    assert shop.state(refund) is S.NEEDS_REVIEW


@pytest.mark.parametrize("fault", [Fault.WRONG_AMOUNT, Fault.WRONG_PAYMENT])
def test_rule_09_a_yes_that_shows_something_else_is_reviewed(shop: Shop, fault: Fault) -> None:
    refund = shop.refund("imp_card", 3_000)
    assert refund.state is S.SUCCEEDED
    shop.upstream.faults.next(fault)
    refund = shop.refund("imp_card", 2_000)
    assert refund.state is S.NEEDS_REVIEW
    open_refund = shop.refunding.offer("imp_card").open_refund
    if fault is Fault.WRONG_PAYMENT:  # only the answer was wrong: our tag stands in the record
        assert (open_refund, shop.state(refund)) == (None, S.SUCCEEDED)
    else:
        assert open_refund is not None
        with pytest.raises(RefundIsOpen):
            shop.refund("imp_card", 100)


def test_rule_09_a_stripped_tag_is_told_by_the_one_new_entry(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.TAG_STRIPPED)
    assert shop.refund("imp_card", 3_000).state is S.SUCCEEDED


def test_rule_11_one_open_refund_per_payment(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LATE, seconds=1_000)
    first = shop.refund("imp_card", 3_000)
    offer = shop.refunding.offer("imp_card")
    assert offer.open_refund is not None
    assert offer.open_refund.refund_id == first.refund_id
    with pytest.raises(RefundIsOpen):
        shop.confirm(offer, 3_000)
    assert shop.posts() == 1


def test_a_pg_that_acts_later_blocks_until_its_entry_shows(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.ASYNCHRONOUS)
    refund = shop.refund("imp_later")
    assert refund.state is S.ACCEPTED
    with pytest.raises(RefundIsOpen):
        shop.refund("imp_later")
    shop.upstream.settle()
    assert shop.reconciler.check(refund.refund_id).state is S.SUCCEEDED


@pytest.mark.parametrize(
    ("imp_uid", "amount", "error"),
    [("imp_card", 10_001, AboveBalance), ("imp_ready", 1, NotRefundable), ("imp_vbank", 1, AccountMissing)],
)
def test_a_request_that_breaks_a_rule_is_not_stored(
    shop: Shop, imp_uid: str, amount: int, error: type[Exception]
) -> None:
    with pytest.raises(error):
        shop.refund(imp_uid, amount)
    assert (shop.posts(), shop.store.refunds.of_payment(imp_uid)) == (0, ())


def test_offers_need_the_network_and_a_payment(shop: Shop) -> None:
    with pytest.raises(PaymentNotFound):
        shop.refunding.offer("imp_nobody")
    shop.line.is_down = True
    with pytest.raises(Unreachable):
        shop.refunding.offer("imp_card")


def test_keys_that_are_refused_are_told_as_such(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.UNAUTHORIZED, on="/users/getToken", times=None)
    with pytest.raises(KeysRefused):
        shop.refunding.offer("imp_card")
