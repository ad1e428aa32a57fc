"""Invariants in production: a breach blocks that payment, is logged, and stops nothing else."""

import logging
import sqlite3
from contextlib import closing
from decimal import Decimal

import pytest

from refund_gui.domain.invariants import Breach, breaches
from refund_gui.domain.refund import RefundState
from refund_gui.errors import PaymentBlocked
from refund_gui.practice.faults import Fault
from tests.store.made_up import payment, refund, won
from tests.terminal.shop import Shop

S = RefundState


def raw(shop: Shop, *statements: str) -> None:
    """Somebody who knows no guards works on the file."""
    with closing(sqlite3.connect(shop.data_dir / "store.sqlite3", isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def add_up_to_too_much(shop: Shop) -> None:
    shop.refund("imp_card", 3_000)
    raw(shop, "DROP TRIGGER guard_refunds_fixed", "UPDATE refunds SET amount = 99999")


def test_a_sum_that_is_too_much_blocks_the_payment_and_only_that(
    shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    add_up_to_too_much(shop)
    with caplog.at_level(logging.ERROR), pytest.raises(PaymentBlocked) as raised:
        shop.refunding.offer("imp_card")
    assert raised.value.breach == Breach.REFUNDED_TOO_MUCH
    assert shop.terminal.attention.look().blocked == ("imp_card",)
    with pytest.raises(PaymentBlocked):
        shop.refunding.offer("imp_card")
    assert caplog.text.count("payment imp_card is blocked") == 1
    assert shop.refund("imp_refused", 1_000).state is S.REJECTED


def test_a_dialog_that_was_open_before_sends_nothing(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    other = shop.confirm(offer, 1_000)
    offer = shop.refunding.offer("imp_card")
    raw(shop, "DROP TRIGGER guard_refunds_fixed", "UPDATE refunds SET amount = 99999")
    with pytest.raises(PaymentBlocked):
        shop.confirm(offer, 1_000)
    assert shop.posts() == 1
    assert shop.state(other) is S.SUCCEEDED


def test_try_again_is_blocked_too(shop: Shop) -> None:
    add_up_to_too_much(shop)
    raw(shop, "UPDATE refunds SET amount = 3000")
    offer = shop.refunding.offer("imp_card")
    shop.line.is_down = True
    refund = shop.confirm(offer, 1_000)
    shop.line.is_down = False
    raw(shop, "UPDATE refunds SET amount = 99999 WHERE state = 'succeeded'")
    with pytest.raises(PaymentBlocked):
        shop.refunding.try_again(refund.refund_id, None, "")
    assert shop.posts() == 1


def test_it_is_found_at_the_start_without_anybody_asking(shop: Shop) -> None:
    add_up_to_too_much(shop)
    shop.restart()
    assert shop.terminal.attention.look().blocked == ()
    shop.check_all(1)
    assert shop.terminal.attention.look().blocked == ("imp_card",)


def test_an_attempt_of_another_checksum_is_found_at_the_start(shop: Shop) -> None:
    shop.refund("imp_card", 3_000)
    raw(shop, "DROP TRIGGER guard_attempts_fixed", "UPDATE attempts SET checksum = 1")
    shop.restart()
    shop.check_all(1)
    with pytest.raises(PaymentBlocked) as raised:
        shop.refunding.offer("imp_card")
    assert raised.value.breach == Breach.CHECKSUM_CHANGED


def test_without_a_committed_attempt_nothing_is_posted(shop: Shop) -> None:
    """As if the commit had been lost without anybody noticing."""
    begin = shop.store.refunds.begin_attempt
    offer = shop.refunding.offer("imp_card")

    def lose(*given: object) -> object:
        attempt = begin(*given)  # type: ignore[arg-type]
        raw(shop, "DROP TRIGGER guard_attempts_stay", "DELETE FROM attempts")
        begin_again = (
            "INSERT INTO attempts (id, refund_id, number, checksum, started_at, outcome, ended_at,"
            f" http_status, message) VALUES (99, '{attempt.refund_id}', 1, 10000, 1, 'unsent',"
            " 1, 0, '')"
        )
        raw(shop, "DROP TRIGGER guard_attempts_first", begin_again)
        return attempt

    setattr(shop.store.refunds, "begin_attempt", lose)  # noqa: B010 - a method of one object only
    refund = shop.confirm(offer, 3_000)
    assert shop.posts() == 0
    assert refund.state is S.PREPARED
    assert shop.terminal.attention.look().blocked == ("imp_card",)


def test_a_second_entry_with_our_tag_is_noticed_after_success_too(shop: Shop) -> None:
    """The network delivered the request twice to a PG that acts later."""
    shop.upstream.faults.next(Fault.LATE, seconds=5)
    refund = shop.refund("imp_card", 3_000)
    shop.check_all(10)
    assert shop.state(refund) is S.SUCCEEDED
    shop.upstream.cancel_outside("imp_card", Decimal(3_000), refund.sent_reason)
    with pytest.raises(PaymentBlocked) as raised:
        shop.refunding.offer("imp_card")
    assert raised.value.breach == Breach.EXECUTED_TWICE
    assert shop.terminal.attention.look().blocked == ("imp_card",)


def test_each_breach_by_itself() -> None:
    paid = payment(amount=won(10_000))
    first = refund(1, amount=won(6_000), state=S.SUCCEEDED, cancellation_id="c1")
    second = refund(2, amount=won(5_000), state=S.SUCCEEDED, cancellation_id="c2")
    assert breaches(paid, [first], []) == ()
    assert breaches(paid, [first, second], []) == (Breach.REFUNDED_TOO_MUCH,)
    reversed_ = refund(2, amount=won(5_000), state=S.REVERSED, cancellation_id="c2")
    assert breaches(paid, [first, reversed_], []) == ()
    shared = refund(2, amount=won(1_000), state=S.REVERSED, cancellation_id="c1")
    assert breaches(paid, [first, shared], []) == (Breach.ENTRY_SHARED,)
    open_ones = [refund(1, state=S.UNKNOWN), refund(2, state=S.PREPARED)]
    assert breaches(paid, open_ones, []) == (Breach.TWO_OPEN,)


def test_what_is_not_clear_is_counted(shop: Shop) -> None:
    assert shop.terminal.attention.look().counts == {}
    shop.upstream.faults.next(Fault.LOST_REQUEST)
    refund = shop.refund("imp_card", 3_000)
    looked = shop.terminal.attention.look()
    assert looked.counts == {S.UNKNOWN: 1}
    assert [row.refund_id for row in looked.rows] == [refund.refund_id]
    assert looked.settles_at == shop.clock.now() + 120
    shop.check_all(121)
    assert shop.terminal.attention.look().settles_at is None


def test_what_was_not_sent_before_the_start_is_counted_until_it_was_read(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.line.is_down = True
    shop.confirm(offer, 3_000)
    assert shop.terminal.attention.look().counts == {}, "its dialog is open"
    shop.restart()
    assert shop.terminal.attention.look().counts == {S.PREPARED: 1}
    shop.check_all(1)
    assert shop.terminal.attention.look().counts == {}
