"""Notices a store that was lost or restored from an older copy, and reads what it misses from upstream.

A mark outside of the data directory, in the operating system's keyring, says how far the store had come.
Until the sweep has ended each dialog's fresh reading keeps refunds safe (protocol: old backup restored).
"""

import logging
from enum import StrEnum
from typing import Final

from refund_gui.clock import Clock
from refund_gui.high_water import HighWater, HighWaterMark
from refund_gui.portone.gateway import Gateway
from refund_gui.store import Store
from refund_gui.terminal.reconciling import Reconciler

log = logging.getLogger(__name__)

_DAY: Final = 86_400
_WINDOW: Final = 90 * _DAY
_GAP, _SWEPT_TO, _PAGE = "gap", "gap_swept_to", "gap_page"
"""The store's marks: what kind of gap there is (0: none), and how far it was swept."""


class GapKind(StrEnum):
    """How the store came to know less than this computer once did."""

    LOST = "lost"
    RESTORED = "restored"


_NUMBERS: Final = {GapKind.LOST: 1, GapKind.RESTORED: 2}


class Continuity:
    """Compares the store with its mark, once, and sweeps what is missing, a page at a time."""

    def __init__(
        self, store: Store, gateway: Gateway, clock: Clock, mark: HighWaterMark, reconciler: Reconciler
    ) -> None:
        self._store = store
        self._gateway = gateway
        self._clock = clock
        self._mark = mark
        self._reconciler = reconciler
        self._kept: HighWater | None = None

    @property
    def gap(self) -> GapKind | None:
        """The gap that is not swept yet. Raises StoreError."""
        number = self._store.mark(_GAP)
        return next((kind for kind, known in _NUMBERS.items() if known == number), None)

    def look(self) -> GapKind | None:
        """At start: compare. A gap is written down; its mark stays until it is swept. Raises StoreError."""
        self._kept = self._mark.load()
        kind = self.gap or self._compare(self._kept)
        if self.gap is None and kind is not None and self._kept is not None:
            _, newest = self._store.overview.event_times()
            since = newest if kind is GapKind.RESTORED and newest else self._kept.first_at
            since = max(0, min(since, self._clock.now()) - _DAY)
            self._store.set_mark(_SWEPT_TO, since)
            self._store.set_mark(_PAGE, 1)
            self._store.set_mark(_GAP, _NUMBERS[kind])
            log.warning("the store was %s: sweeping since %d", kind, since)
        self.remember()
        return kind

    def remember(self) -> None:
        """Move the mark on with the store, if it has come further and misses nothing. Raises StoreError."""
        if self.gap is not None:
            return
        newest = self._store.overview.newest_event()
        if newest == 0 and self._kept is None:
            return  # nothing to lose yet
        if self._kept is not None and (self._kept.store_id, self._kept.newest_event) == (
            self._store.store_id,
            newest,
        ):
            return
        mark = HighWater(self._store.store_id, newest, self._store.overview.event_times()[0])
        if self._mark.save(mark):
            self._kept = mark

    def sweep(self) -> bool:
        """Read one page of what was refunded since the gap; whether there is more.

        Raises UpstreamError or StoreError; the next call goes on where this one was.
        """
        if self.gap is None:
            return False
        now = self._clock.now()
        since, page_no = min(now, self._store.mark(_SWEPT_TO) or 0), self._store.mark(_PAGE) or 1
        until = min(now, since + _WINDOW)
        page = self._gateway.page(since, until, page_no, "cancelled")
        self._store.payments.save(page.payments)
        self._reconciler.take_listed(page.payments)
        if page.next_page:
            self._store.set_mark(_PAGE, page.next_page)
            return True
        self._store.set_mark(_PAGE, 1)
        self._store.set_mark(_SWEPT_TO, until)
        if until >= now:
            self._store.set_mark(_GAP, 0)
            log.info("the gap is swept")
            return False
        return True

    def _compare(self, mark: HighWater | None) -> GapKind | None:
        if mark is None:
            return None
        if mark.store_id != self._store.store_id:
            return GapKind.LOST if mark.newest_event else None
        return GapKind.RESTORED if mark.newest_event > self._store.overview.newest_event() else None
