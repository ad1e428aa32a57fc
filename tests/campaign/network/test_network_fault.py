"""Every kind of network fault, on real sockets, for every kind of payment, on a first and on a second POST.

CAMPAIGN=full runs the whole matrix; otherwise each kind runs once for card and virtual account, and a fixed
part of the rest.
"""

import os
import shutil
import time
import zlib
from collections import Counter as Tally
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest

from refund_gui.domain.money import from_number
from refund_gui.domain.refund import Refund, RefundState
from refund_gui.errors import NotAllowed, RefundIsOpen
from refund_gui.store import open_store
from tests.campaign import report
from tests.campaign.network.counter import Counter, counter
from tests.campaign.network.expected import EXPECTED, SECOND_401, Expected
from tests.campaign.network.kinds import CONNECTION_REFUSED, KINDS, TOKEN_REVOKED, Kind
from tests.campaign.network.line import CANCEL
from tests.campaign.network.payments import CARD, PAYMENTS, VBANK, PaymentKind
from tests.practice.shop_kit import NOW
from tests.terminal.shop import TestClock

S = RefundState

NOTHING_DONE = {S.PREPARED, S.REJECTED, S.NOT_EXECUTED, S.STALE, S.CANCELLED}
"""States that tell the person that no money went."""

QUARTER = 900
"""Seconds in which everything here comes to its end."""

LONGEST_PRESS = 5.0
"""Real seconds: a line that says nothing, or drips, for longer is cut by the client's own time-outs."""

ONE_IN = 12
"""Of the cases beyond the first POSTs of card and virtual account, so many run without CAMPAIGN=full."""


class Send(StrEnum):
    """Which POST of the refund meets the fault (protocol rule 5)."""

    FIRST = "first"
    AFTER_401 = "second-after-401"
    AFTER_UNSENT = "second-after-unsent"


@dataclass(frozen=True)
class Case:
    kind: Kind
    paid: PaymentKind
    send: Send

    @property
    def name(self) -> str:
        return f"{self.kind.name}-{self.paid.name}-{self.send}"

    @property
    def expected(self) -> Expected:
        if self.send is Send.AFTER_401 and self.kind.name.startswith(TOKEN_REVOKED.name):
            return SECOND_401
        return EXPECTED[self.kind.name]

    @property
    def in_slice(self) -> bool:
        """Whether it runs every time."""
        main = self.send is Send.FIRST and self.paid in (CARD, VBANK)
        return main or zlib.crc32(self.name.encode()) % ONE_IN == 0


ALL = [Case(kind, paid, send) for kind in KINDS for paid in PAYMENTS for send in Send]
CASES = ALL if os.environ.get("CAMPAIGN") == "full" else [case for case in ALL if case.in_slice]


@pytest.fixture(scope="module")
def figures() -> Iterator[Tally[str]]:
    """What the cases showed, for the report."""
    figures: Tally[str] = Tally()
    began = time.monotonic()
    yield figures
    figures["seconds"] = round(time.monotonic() - began)
    report.record("network faults on real sockets", **{"cases": 0, **figures})


def test_the_matrix_is_whole() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 22
    assert {kind.name for kind in KINDS} == set(EXPECTED)
    assert len(ALL) == len(KINDS) * 4 * 3
    assert {case.kind for case in CASES} == set(KINDS)


@pytest.fixture(scope="module")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new store, made once and copied for each case."""
    directory = tmp_path_factory.mktemp("empty") / "data"
    open_store(directory, TestClock(NOW)).close()
    return directory


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_network_fault(case: Case, empty_store: Path, tmp_path: Path, figures: Tally[str]) -> None:
    data_dir = shutil.copytree(empty_store, tmp_path / "data")
    with counter(data_dir, case.paid, case.kind.hurried) as shop:
        pressed_at = time.monotonic()
        refund = pressed(shop, case)
        assert time.monotonic() - pressed_at < LONGEST_PRESS
        check_right_after(shop, case, refund)
        posts = shop.posts
        let_pass(shop, refund, QUARTER)
        assert shop.posts == posts, "something was sent without a press"
        check_offer(shop, refund)
        check_end(shop, case, refund)
        figures["cases"] += 1
        figures[shop.state(refund).value] += 1
        figures["executed"] += len(shop.ours())
        figures["doubled"] += len(shop.ours()) > 1
        what_the_person_does_next(shop, refund)


def pressed(shop: Counter, case: Case) -> Refund:
    """The refund after the press whose POST meets the fault."""
    shop.coming.extend(
        {
            Send.FIRST: [case.kind],
            Send.AFTER_401: [TOKEN_REVOKED, case.kind],
            Send.AFTER_UNSENT: [CONNECTION_REFUSED, case.kind],
        }[case.send]
    )
    refund = shop.confirm(shop.offer())
    if case.send is Send.AFTER_UNSENT:
        assert refund.state is S.PREPARED
        assert not shop.ours()
        shop.clock.advance(40)
        refund = shop.try_again(refund)
    shop.app.faults.clear()
    return refund


def check_right_after(shop: Counter, case: Case, refund: Refund) -> None:
    expected = case.expected
    assert not shop.coming, "the fault was not met"
    assert shop.posts == expected.posts + (case.send is not Send.FIRST)
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
    """Time passes; what is due is read, as the window does."""
    seen = shop.state(refund)
    for _ in range(seconds):
        shop.clock.advance(1)
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
    assert (offer.open_refund is not None) == shop.reconciler.stored(refund.refund_id).is_open
    told = {S.NOT_EXECUTED, S.REJECTED} & set(shop.path(refund))
    assert [failed.refund_id for failed in offer.recent_failures] == [refund.refund_id] * bool(told)
    if offer.open_refund is not None:
        assert offer.open_refund.refund_id == refund.refund_id
        if shop.paid.money <= offer.rules.refundable:
            with pytest.raises(RefundIsOpen):
                shop.confirm(offer)
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
