"""Answers that neither the database nor anybody else may lose (protocol rule 15)."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from refund_gui.domain.refund import Outcome, RefundState
from refund_gui.errors import AnswerNotSaved, DiskFull, NotAllowed, StoreError
from refund_gui.failpoints import Point
from refund_gui.practice.faults import Fault
from tests.terminal.shop import ACCOUNT, Killed, Shop, make_impatient

S = RefundState


@contextmanager
def locked(shop: Shop) -> Iterator[None]:
    """Somebody else writes, and does not end."""
    make_impatient(shop.store, 0.01)
    with closing(sqlite3.connect(shop.data_dir / "store.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def unsaved(shop: Shop, imp_uid: str = "imp_card", amount: int = 3_000) -> str:
    """A refund whose answer the database did not take; its id."""
    offer = shop.refunding.offer(imp_uid)
    shop.full_disk("end_attempt", times=1)
    with pytest.raises(AnswerNotSaved) as raised:
        shop.confirm(offer, amount, ACCOUNT if imp_uid == "imp_vbank" else None)
    return raised.value.refund_id


def test_rule_15_the_answer_is_in_the_spool_and_leaves_it_when_it_is_saved(shop: Shop) -> None:
    refund_id = unsaved(shop)
    [entry] = shop.store.spool.read()
    assert entry["refund_id"] == refund_id
    assert entry["ended"]["outcome"] == "done"
    shop.check_all(1)
    assert shop.store.spool.read() == ()
    assert shop.history.detail(refund_id).refund.state is S.SUCCEEDED


def test_rule_15_the_spool_holds_no_account(shop: Shop) -> None:
    unsaved(shop, "imp_vbank", 30_000)
    content = (shop.data_dir / "spool.bin").read_bytes()
    assert ACCOUNT.number.encode() not in content
    assert b"\\uae40\\uac00\\ub78c" not in content


def test_rule_15_a_spool_that_cannot_be_written_lets_no_refund_start(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    (shop.data_dir / "spool.bin").mkdir()
    with pytest.raises(StoreError):
        shop.confirm(offer, 3_000)
    assert shop.posts() == 0
    assert shop.store.refunds.of_payment("imp_card") == ()


@pytest.mark.parametrize("fault", [Fault.LOST_ANSWER, Fault.REFUSAL])
def test_what_is_not_known_is_replayed_as_not_known(shop: Shop, fault: Fault) -> None:
    shop.upstream.faults.next(fault)
    refund_id = unsaved(shop)
    shop.restart()
    detail = shop.history.detail(refund_id)
    assert detail.refund.state is S.UNKNOWN
    assert detail.attempts[0].outcome is (Outcome.LOST if fault is Fault.LOST_ANSWER else Outcome.REFUSED)
    shop.check_all(5)
    ended = S.SUCCEEDED if fault is Fault.LOST_ANSWER else S.REJECTED
    assert shop.history.detail(refund_id).refund.state is ended


def test_a_second_attempt_that_could_not_begin_is_replayed_as_not_sent(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.upstream.faults.next(Fault.UNAUTHORIZED)
    shop.full_disk("end_attempt", times=2)
    with pytest.raises(AnswerNotSaved) as raised:
        shop.confirm(offer, 3_000)
    shop.restart()
    detail = shop.history.detail(raised.value.refund_id)
    assert detail.refund.state is S.PREPARED
    assert [attempt.outcome for attempt in detail.attempts] == [Outcome.UNAUTHORIZED]


def test_a_move_that_waits_is_replayed(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.upstream.faults.next(Fault.UNAUTHORIZED)
    begin = shop.store.refunds.begin_attempt
    calls = []

    def fill_up(*given: object) -> object:
        calls.append(given)
        if len(calls) == 2:
            shop.full_disk("move", times=3)
            raise DiskFull("store")
        return begin(*given)  # type: ignore[arg-type]

    setattr(shop.store.refunds, "begin_attempt", fill_up)  # noqa: B010 - a method of one object only
    with pytest.raises(AnswerNotSaved) as raised:
        shop.confirm(offer, 3_000)
    shop.restart()
    assert shop.history.detail(raised.value.refund_id).refund.state is S.PREPARED
    assert shop.store.spool.read() == ()


def test_recovery_keeps_in_mind_what_the_disk_does_not_take_yet(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.kill_at = Point.AFTER_ANSWER
    with pytest.raises(Killed):
        shop.confirm(offer, 3_000)
    shop.kill_at = None
    with locked(shop):
        shop.reconciler.recover()
        other = shop.refunding
        with pytest.raises(StoreError):
            other.save_again()
    [refund] = shop.store.refunds.of_payment("imp_card")
    assert refund.state is S.SENDING
    shop.reconciler.recover()
    shop.check_all(3)
    assert shop.state(refund) is S.SUCCEEDED
    assert shop.posts() == 1


def test_a_spool_that_cannot_be_replayed_yet_is_kept(shop: Shop) -> None:
    refund_id = unsaved(shop)
    with locked(shop):
        shop.reconciler.recover()
    assert len(shop.store.spool.read()) == 1
    assert shop.history.detail(refund_id).refund.state is S.SENDING
    shop.check_all(2)
    assert shop.history.detail(refund_id).refund.state is S.SUCCEEDED


def test_rounds_go_on_while_an_answer_cannot_be_saved(shop: Shop) -> None:
    refund_id = unsaved(shop)
    with locked(shop):
        for _ in range(3):
            shop.clock.advance(1)
            shop.rounds.run()
    assert shop.history.detail(refund_id).refund.state is S.SENDING
    shop.check_all(1)
    assert shop.history.detail(refund_id).refund.state is S.SUCCEEDED


def test_long_words_fit_the_spool_and_stay_whole_in_memory(shop: Shop) -> None:
    words = "[9999] " + "거절 " * 3_000
    shop.upstream.faults.next(Fault.REFUSAL, message=words)
    refund_id = unsaved(shop)
    [entry] = shop.store.spool.read()
    assert words.startswith(entry["ended"]["message"])
    shop.check_all(1)
    assert shop.history.detail(refund_id).refund.message == words


def test_a_commit_that_was_reported_as_failed_is_taken_back(shop: Shop) -> None:
    """The attempt is on the disk although the disk said no: nothing was sent, and nothing blocks for ever."""
    offer = shop.refunding.offer("imp_card")
    begin = shop.store.refunds.begin_attempt

    def fail_after(*given: object) -> object:
        begin(*given)  # type: ignore[arg-type]
        raise DiskFull("store")

    setattr(shop.store.refunds, "begin_attempt", fail_after)  # noqa: B010 - a method of one object only
    refund = shop.confirm(offer, 3_000)
    assert (refund.state, shop.posts()) == (S.PREPARED, 0)
    [attempt] = shop.history.detail(refund.refund_id).attempts
    assert attempt.outcome is Outcome.UNSENT
    shop.restart()
    shop.check_all(1)
    assert shop.state(refund) is S.CANCELLED


def test_a_reading_at_the_start_is_believed_from_the_next_one_on(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_ANSWER)
    refund = shop.refund("imp_card", 3_000)
    shop.restart()
    shop.refunding.offer("imp_card")
    assert shop.state(refund) is S.UNKNOWN
    shop.clock.advance(1)
    shop.refunding.offer("imp_card")
    assert shop.state(refund) is S.SUCCEEDED


def test_a_customer_confirms_a_payout(shop: Shop) -> None:
    refund = shop.refund("imp_vbank", 10_000, ACCOUNT)
    detail = shop.history.confirm_payout(refund.refund_id, "김점원")
    last = detail.events[-1]
    assert (last.old, last.new, last.who, last.detail) == (
        S.SUCCEEDED,
        S.SUCCEEDED,
        "김점원",
        "payout_confirmed",
    )
    assert detail.refund.state is S.SUCCEEDED
    card = shop.refund("imp_card", 1_000)
    for refund_id in (card.refund_id, "nobody"):
        with pytest.raises(NotAllowed):
            shop.history.confirm_payout(refund_id, "김점원")
    with pytest.raises(NotAllowed):
        shop.store.refunds.note("nobody", 0, "", "")


def test_an_older_copy_of_the_store_does_not_know_what_the_spool_knows(shop: Shop) -> None:
    unsaved(shop)
    shop.stop()
    for name in ("store.sqlite3", "store.sqlite3-wal", "store.sqlite3-shm"):
        (shop.data_dir / name).unlink(missing_ok=True)
    shop.start()
    shop.check_all(1)
    shop.refunding.offer("imp_card")
    [adopted] = shop.store.refunds.of_payment("imp_card")
    assert adopted.state is S.SUCCEEDED


def test_an_older_entry_of_the_spool_never_speaks_of_a_later_attempt(shop: Shop) -> None:
    """ "Not sent" is spooled, then saved, but the spool cannot be emptied; then it is sent again."""
    offer = shop.refunding.offer("imp_card")
    shop.full_disk("begin_attempt")
    shop.full_disk("get")
    with pytest.raises(AnswerNotSaved) as raised:
        shop.confirm(offer, 3_000)
    shop.full_disk("write", records=shop.store.spool)
    shop.rounds.run()
    assert len(shop.store.spool.read()) == 1
    shop.upstream.faults.next(Fault.LATE, seconds=60)
    shop.kill_at = Point.AFTER_ANSWER
    with pytest.raises(Killed):
        shop.refunding.try_again(raised.value.refund_id, None, "김점원")
    shop.restart()
    assert shop.history.detail(raised.value.refund_id).refund.state is S.UNKNOWN
    shop.check_all(130)
    assert shop.history.detail(raised.value.refund_id).refund.state is S.SUCCEEDED
    assert len(shop.upstream.history("imp_card")) == 1
