"""A disk that takes no writes: nothing is sent unwritten, and no answer is lost."""

from collections.abc import Sequence

import pytest

from refund_gui.domain.refund import Outcome, RefundState
from refund_gui.errors import AnswerNotSaved, DiskFull
from refund_gui.practice.faults import Fault
from tests.terminal.shop import ACCOUNT, Shop

S = RefundState


def test_an_attempt_that_cannot_be_written_is_not_sent(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.full_disk("begin_attempt")
    refund = shop.confirm(offer, 3_000)
    assert (refund.state, shop.posts()) == (S.PREPARED, 0)
    assert shop.refunding.try_again(refund.refund_id, None, "").state is S.SUCCEEDED


def test_an_answer_that_cannot_be_written_is_kept_and_written_later(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    vbank = shop.refunding.offer("imp_vbank")
    shop.full_disk("end_attempt", times=2)
    with pytest.raises(AnswerNotSaved) as raised:
        shop.confirm(offer, 3_000)
    with pytest.raises(DiskFull):
        shop.confirm(vbank, account=ACCOUNT)
    assert shop.store.refunds.of_payment("imp_vbank") == ()
    shop.refunding.save_again()
    assert shop.history.detail(raised.value.refund_id).refund.state is S.SUCCEEDED
    assert shop.posts() == 1


def test_a_lost_answer_that_cannot_be_written_is_watched_once_it_is(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.upstream.faults.next(Fault.LOST_ANSWER)
    shop.full_disk("end_attempt")
    with pytest.raises(AnswerNotSaved) as raised:
        shop.confirm(offer, 3_000)
    shop.check_all(5)
    assert shop.history.detail(raised.value.refund_id).refund.state is S.SUCCEEDED


def test_rule_15_an_answer_in_the_spool_is_replayed_after_a_restart(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.full_disk("end_attempt", times=100)
    with pytest.raises(AnswerNotSaved) as raised:
        shop.confirm(offer, 3_000)
    shop.restart()
    detail = shop.history.detail(raised.value.refund_id)
    assert detail.refund.state is S.SUCCEEDED
    assert detail.attempts[0].outcome is Outcome.DONE
    assert shop.store.spool.read() == ()
    assert shop.posts() == 1


def test_an_answer_that_was_written_nowhere_is_found_after_a_restart(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.full_disk("end_attempt", times=100)
    spool = shop.store.spool.write

    def only_empty(entries: Sequence[object]) -> None:
        if entries:
            raise DiskFull("spool")
        spool([])

    setattr(shop.store.spool, "write", only_empty)  # noqa: B010 - a method of one object only
    with pytest.raises(AnswerNotSaved) as raised:
        shop.confirm(offer, 3_000)
    shop.restart()
    assert shop.history.detail(raised.value.refund_id).refund.state is S.UNKNOWN
    shop.check_all(1)
    assert shop.history.detail(raised.value.refund_id).refund.state is S.SUCCEEDED
    assert shop.posts() == 1


@pytest.mark.parametrize("times", [1, 2])
def test_a_401_that_cannot_be_written_ends_as_not_sent(shop: Shop, times: int) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.upstream.faults.next(Fault.UNAUTHORIZED)
    shop.full_disk("end_attempt", times=times)
    if times == 1:
        refund_id = shop.confirm(offer, 3_000).refund_id
    else:
        with pytest.raises(AnswerNotSaved) as raised:
            shop.confirm(offer, 3_000)
        refund_id = raised.value.refund_id
        shop.refunding.save_again()
    assert shop.history.detail(refund_id).refund.state is S.PREPARED
    assert shop.posts() == 1
    assert shop.refunding.try_again(refund_id, None, "").state is S.SUCCEEDED


def test_a_reading_after_a_refusal_that_cannot_be_written_leaves_it_not_known(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_refused")
    shop.full_disk("move")
    assert shop.confirm(offer, 1_000).state is S.UNKNOWN
    shop.check_all(3)
    assert shop.store.refunds.of_payment("imp_refused")[0].state is S.REJECTED
