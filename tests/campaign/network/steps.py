"""What a case does, step by step, and what must be true at each."""

import pytest

from refund_gui.domain.money import from_number
from refund_gui.domain.refund import Outcome, Refund, RefundState
from refund_gui.errors import NotAllowed, RefundIsOpen
from refund_gui.terminal.refunding import Offer
from tests.campaign.network.counter import Counter
from tests.campaign.network.kinds import CONNECTION_REFUSED, TOKEN_REVOKED
from tests.campaign.network.line import CANCEL
from tests.campaign.network.matrix import Case, Send

S = RefundState

NOTHING_DONE = {S.PREPARED, S.REJECTED, S.NOT_EXECUTED, S.STALE, S.CANCELLED}
"""States that tell the person that no money went."""

BLOCKING = {S.PREPARED, S.UNKNOWN, S.ACCEPTED, S.NEEDS_REVIEW}
"""States in which the payment takes no other refund (protocol rule 11)."""

QUARTER = 900
"""Seconds in which everything here comes to its end."""

EACH_SECOND = 60
"""Seconds after which nothing happens that is not ten seconds apart."""

LONGEST_PRESS = 5.0
"""Real seconds: a line that says nothing, or drips, for longer is cut by the client's own time-outs."""


def pressed(shop: Counter, case: Case) -> Refund:
    """The refund after the press whose POST meets the fault."""
    shop.coming.extend(
        {
            Send.FIRST: [case.kind],
            Send.AFTER_401: [TOKEN_REVOKED, case.kind],
            Send.AFTER_UNSENT: [CONNECTION_REFUSED, case.kind],
        }[case.send]
    )
    offer = shop.offer()
    refund = shop.confirm(offer)
    if refund.state in BLOCKING:
        check_second_window(shop, offer)
    if case.send is Send.AFTER_UNSENT:
        assert refund.state is S.PREPARED
        assert not shop.ours()
        shop.clock.advance(40)
        refund = shop.try_again(refund)
    shop.app.faults.clear()
    return refund


def check_second_window(shop: Counter, offer: Offer) -> None:
    """A second dialog that was opened on the same reading."""
    posts = shop.posts
    with pytest.raises(RefundIsOpen):
        shop.confirm(offer)
    assert shop.posts == posts


def check_right_after(shop: Counter, case: Case, refund: Refund) -> None:
    expected = case.expected
    assert not shop.coming, "the fault was not met"
    earlier = int(case.send is not Send.FIRST)
    assert shop.posts == earlier + expected.posts
    assert refund.state is shop.state(refund) is expected.right_after(case.paid.acts_later)
    check_state_is_true(shop, refund)
    if expected.executed:
        assert refund.state not in NOTHING_DONE


def check_state_is_true(shop: Counter, refund: Refund) -> None:
    """At the moment when a state is written down, upstream's record does not say otherwise."""
    done = [cancel.amount for cancel in shop.ours()]
    assert len(done) <= 1, "refunded twice"
    state = shop.state(refund)
    if state is S.SUCCEEDED:
        assert done == [shop.paid.amount]
    if state in NOTHING_DONE:
        assert not done


def let_pass(shop: Counter, refund: Refund, seconds: int) -> None:
    """Time passes; what is due is read, as the window does: each second, after a minute each tenth one."""
    seen = shop.state(refund)
    began = shop.clock.monotonic()
    while (passed := shop.clock.monotonic() - began) < seconds:
        shop.clock.advance(1 if passed < EACH_SECOND else 10)
        if shop.reconciler.read_due() and shop.state(refund) is not seen:
            seen = shop.state(refund)
            check_state_is_true(shop, refund)


def check_offer(shop: Counter, refund: Refund) -> None:
    """Whoever comes to refund this payment again is told the truth, and stopped while it is not known."""
    posts = shop.posts
    offer = shop.offer()
    state = shop.state(refund)
    check_state_is_true(shop, refund)
    history = shop.app.history(shop.paid.imp_uid)
    left = shop.paid.paid - sum(cancel.amount for cancel in history)
    assert offer.payment.balance == from_number(left, shop.paid.currency)
    assert (offer.open_refund is not None) == (state in BLOCKING)
    unanswered = shop.store.refunds.attempts(refund.refund_id)[-1].outcome is Outcome.LOST
    told = ({S.NOT_EXECUTED, S.REJECTED} | ({S.STALE} if unanswered else set())) & set(shop.path(refund))
    assert [failed.refund_id for failed in offer.recent_failures] == [refund.refund_id] * bool(told)
    if offer.open_refund is not None:
        assert offer.open_refund.refund_id == refund.refund_id
        if shop.paid.money <= offer.rules.refundable:
            check_second_window(shop, offer)
    if state is not S.PREPARED:
        with pytest.raises(NotAllowed):
            shop.try_again(refund)
    assert shop.posts == posts


def check_end(shop: Counter, case: Case, refund: Refund) -> None:
    assert shop.path(refund) == case.expected.states(case.paid.acts_later)
    assert len(shop.ours()) == case.expected.executed
    saved = shop.reconciler.stored(refund.refund_id)
    if saved.state is S.SUCCEEDED:
        assert saved.cancellation_id == shop.ours()[0].cancellation_id
    attempts = shop.store.refunds.attempts(refund.refund_id)
    assert len(attempts) == shop.posts
    assert {attempt.checksum for attempt in attempts} == {refund.checksum}
    assert shop.checksums() <= {refund.checksum.as_decimal()}
    assert set(shop.line.seen) <= {CANCEL, "POST /users/getToken", f"GET /payments/{shop.paid.imp_uid}"}


def what_the_person_does_next(shop: Counter, refund: Refund) -> None:
    """After "not sent" tries again; after an end without a refund makes a new one. Then one is executed."""
    state = shop.state(refund)
    if state is S.PREPARED:
        again = shop.try_again(refund)
    elif state in {S.NOT_EXECUTED, S.REJECTED}:
        again = shop.confirm(shop.offer())
        assert again.refund_id != refund.refund_id
    else:
        return
    let_pass(shop, again, QUARTER)
    assert shop.state(again) is S.SUCCEEDED
    assert len(shop.ours()) == 1
