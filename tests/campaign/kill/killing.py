"""Runs a case until its process is dead, and looks at what the next start makes of it."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

import pytest

from refund_gui.domain.refund import OPEN_STATES, RefundState, is_allowed
from refund_gui.errors import InvalidInput, RefundIsOpen
from refund_gui.practice.app import PracticeApp
from tests.campaign.kill.cases import FAULTS, LATE, Case, End, Moment, Post
from tests.campaign.kill.counter_process import Order
from tests.campaign.kill.expected import after_quiet, at_last
from tests.campaign.kill.payments import IMP_UID, KIND
from tests.campaign.kill.shared_clock import SharedClock
from tests.campaign.kill.upstream import Upstream
from tests.practice.shop_kit import NOW
from tests.terminal.shop import Shop

ROOT = Path(__file__).resolve().parents[3]

RESTART = 5
"""Seconds from a kill to the next start."""


class Zygote:
    """The process that forks the counters."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.campaign.kill.zygote"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._said() == "ready"

    def close(self) -> None:
        self._process.communicate()

    def run(self, order: Order, upstream: Upstream) -> int:
        """Until the counter is dead; its wait status."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(asdict(order)) + "\n")
        self._process.stdin.flush()
        upstream.victim.put(int(self._said()))
        return int(self._said())

    def _said(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()


@dataclass
class Killing:
    """One case: its data directory, its clock, its upstream."""

    case: Case
    zygote: Zygote
    upstream: Upstream
    url: str
    folder: Path
    new_store: Path
    """An empty store to begin with: making one takes longer than all the rest."""
    clock: SharedClock = field(init=False)

    def __post_init__(self) -> None:
        shutil.copytree(self.new_store, self.folder / "data")
        self.clock = SharedClock(self.folder / "clock", NOW)
        record = KIND[self.case.kind].record(IMP_UID)
        app = PracticeApp([record], clock=self.clock.now, random=Random(1))
        if self.case.post is Post.AFTER_401:
            app.faults.next(FAULTS[End.UNAUTHORIZED])
        if self.case.end in FAULTS:
            times = None if self.case.end is End.UNAUTHORIZED else 1
            app.faults.next(FAULTS[self.case.end], seconds=LATE, times=times)
        is_moment = isinstance(self.case.at, Moment)
        self.upstream.begin(app, self.case.at if is_moment else "", self.case.posts)

    @property
    def app(self) -> PracticeApp:
        return self.upstream.app

    def run(self) -> int:
        """The process that refunds; its wait status."""
        return self._run(self.case.at, self.case.begun, starts_again=False)

    def run_again(self, at: str) -> int:
        """A process that starts on what is left and dies at this point; its wait status."""
        self.clock.advance(RESTART)
        return self._run(at, 0, starts_again=True)

    def _run(self, at: str, begun: int, starts_again: bool) -> int:
        case = self.case
        order = Order(
            str(self.folder / "data"),
            str(self.folder / "clock"),
            self.url,
            case.kind,
            case.post,
            case.end,
            at,
            begun,
            starts_again,
        )
        return self.zygote.run(order, self.upstream)

    @contextmanager
    def started(self) -> Iterator[Shop]:
        """The next start, on the same data directory, while the block runs."""
        self.upstream.wait_for_cancels(self.case.posts)
        self.app.faults.clear()
        self.clock.advance(RESTART)
        shop = Shop(self.folder / "data", self.clock, self.app)
        try:
            assert shop.store.refunds.in_state(RefundState.SENDING) == ()
            with closing(sqlite3.connect(self.folder / "data" / "store.sqlite3")) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            yield shop
        finally:
            shop.stop()

    def settle(self, shop: Shop) -> None:
        """Time passes: the quiet time first, then until what is late was executed and found."""
        case = self.case
        is_quiet = state(shop) is RefundState.UNKNOWN and after_quiet(case) is not RefundState.REJECTED
        for seconds in (0, 31, 90):
            shop.clock.advance(seconds)
            shop.rounds.run()
            if is_quiet and seconds < 90 and not self.app.history(IMP_UID):
                assert state(shop) is RefundState.UNKNOWN, "upstream may still be at work"
        if not self.app.history(IMP_UID):
            assert state(shop) is after_quiet(case)
        if case.post is Post.FIRST:
            for seconds in (180, 3_300):
                shop.clock.advance(seconds)
                shop.rounds.run()
        else:
            shop.clock.advance(LATE)
            shop.refunding.offer(IMP_UID)
        assert state(shop) is at_last(case)

    def check(self, shop: Shop) -> None:
        """Upstream's truth, the store's words and what can be done next fit together."""
        case, kind = self.case, KIND[self.case.kind]
        executed = self.app.history(IMP_UID)
        assert [cancel.amount for cancel in executed] == ([kind.refunded] if case.executes else [])
        assert shop.posts() == case.posts
        assert shop.terminal.attention.look().blocked == ()
        for refund in shop.store.refunds.of_payment(IMP_UID):
            attempts = shop.store.refunds.attempts(refund.refund_id)
            assert {attempt.checksum for attempt in attempts} <= {refund.checksum}
            assert len(attempts) == case.begun
            assert all(attempt.outcome is not None for attempt in attempts)
            assert all(
                event.old is None or is_allowed(event.old, event.new, event.cause)
                for event in shop.store.refunds.events(refund.refund_id)
            )
        self._refund_again(shop)

    def _refund_again(self, shop: Shop) -> None:
        """The whole payment can be refunded now exactly when nothing was executed and nothing is open."""
        account, now = KIND[self.case.kind].account, state(shop)
        payment = shop.store.payments.get(IMP_UID)
        assert payment is not None
        whole = payment.amount.minor
        if self.case.executes or now in OPEN_STATES:
            offer = shop.refunding.offer(IMP_UID)
            with pytest.raises((InvalidInput, RefundIsOpen)):
                shop.confirm(offer, whole, account)
            assert shop.posts() == self.case.posts
        else:
            assert shop.refund(IMP_UID, whole, account).state is RefundState.SUCCEEDED
            assert shop.posts() == self.case.posts + 1
            assert len(self.app.history(IMP_UID)) == 1


def was_killed(status: int) -> bool:
    """Whether a wait status is that of a process that died by SIGKILL."""
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def ended_by_itself(status: int) -> bool:
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0


def state(shop: Shop) -> RefundState | None:
    """The state of the payment's only refund, None without one."""
    refunds = shop.store.refunds.of_payment(IMP_UID)
    assert len(refunds) <= 1
    return refunds[0].state if refunds else None
