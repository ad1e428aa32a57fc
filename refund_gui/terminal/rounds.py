"""What is done beside the window, again and again: a round of saving, reading and sweeping (rules 15, 16)."""

import logging
from dataclasses import dataclass
from typing import Final

from refund_gui.clock import Clock
from refund_gui.errors import StoreError, UpstreamError
from refund_gui.terminal.continuity import Continuity
from refund_gui.terminal.invariants import Invariants
from refund_gui.terminal.reconciling import ROUND, Reconciler
from refund_gui.terminal.unsaved import UnsavedAnswers
from refund_gui.terminal.watching import Watches

log = logging.getLogger(__name__)

_SLEPT: Final = 10.0
"""Seconds that wall time and monotonic time may drift apart in a round: more, and the computer slept."""

_RESTS: Final = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
"""Seconds between sweeps that upstream did not answer."""


@dataclass(frozen=True, slots=True)
class Round:
    """What a round brought. `read`: the payments that were read or saved; `is_full`: more is due at once."""

    read: tuple[str, ...]
    is_full: bool
    is_news: bool
    """Whether anything was read, or a gap, a block or an adoption has changed what the window tells."""


class Rounds:
    """One round after the other, never two at a time. Blocking; moves no money."""

    def __init__(
        self,
        clock: Clock,
        watches: Watches,
        unsaved: UnsavedAnswers,
        reconciler: Reconciler,
        invariants: Invariants,
        continuity: Continuity,
    ) -> None:
        self._clock = clock
        self._watches = watches
        self._unsaved = unsaved
        self._reconciler = reconciler
        self._invariants = invariants
        self._continuity = continuity
        self._has_begun = False
        self._told: object = None
        self._seen = (clock.now(), clock.monotonic())
        self._rests = 0
        self._rest_until = 0.0

    def run(self) -> Round:
        """One round. Raises StoreError when the store cannot be read."""
        self._look_at_clocks()
        if not self._has_begun:
            self._begin()
        saved: tuple[str, ...] = ()
        try:
            saved = self._unsaved.save_again()
            self._continuity.remember()
        except StoreError as error:
            log.error("an answer still cannot be saved: %s", type(error).__name__)
        read = self._reconciler.read_due()
        has_more = self._sweep()
        told, self._told = self._told, (self._continuity.gap, self._invariants.blocked(), has_more)
        is_news = bool(saved or read or has_more) or told != self._told
        return Round(saved + read, has_more or len(read) >= ROUND, is_news)

    def _begin(self) -> None:
        """What takes longer the more is open, and is not waited for by the window."""
        self._reconciler.watch_open()
        self._invariants.sweep()
        self._continuity.look()
        self._has_begun = True

    def _look_at_clocks(self) -> None:
        """Wall time that ran ahead of the other clock means that the computer slept, or that it was set."""
        now, monotonic = self._clock.now(), self._clock.monotonic()
        if abs((now - self._seen[0]) - (monotonic - self._seen[1])) > _SLEPT:
            log.info("the clocks have moved apart: reading what is open")
            self._watches.wake()
        self._seen = (now, monotonic)

    def _sweep(self) -> bool:
        """A page of what a lost or restored store misses; after a failure it rests for a while."""
        if self._clock.monotonic() < self._rest_until:
            return False
        try:
            has_more = self._continuity.sweep()
        except UpstreamError as error:
            log.info("the sweep waits: %s", type(error).__name__)
            self._rest_until = self._clock.monotonic() + _RESTS[min(self._rests, len(_RESTS) - 1)]
            self._rests += 1
            return False
        self._rests = 0
        return has_more
