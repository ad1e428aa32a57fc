"""Load payments from upstream into the store: windows of at most 90 days, all their pages (api-v1 §3)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from refund_gui.clock import Clock
from refund_gui.domain.payment import Payment
from refund_gui.portone.gateway import BadRecord, Gateway
from refund_gui.store import Store

DAY: Final = 86_400
WINDOW: Final = 90 * DAY
SYNCED_AT: Final = "synced_at"
"""The store's mark: unix seconds of the last complete load."""


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """How far a load is: payments read and expected in this window, and the window's number of `windows`."""

    done: int
    total: int
    window: int
    windows: int


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What a load brought. `set_aside` holds the records that could not be read."""

    read: int
    changed: int
    set_aside: tuple[BadRecord, ...]
    complete: bool
    """False when it was cancelled; what was loaded stays."""


class Syncing:
    """Reads from upstream into the store; never sends anything that moves money.

    `arrived` is told the payments of each page once they are saved.
    """

    def __init__(
        self, store: Store, gateway: Gateway, clock: Clock, arrived: Callable[[tuple[Payment, ...]], None]
    ) -> None:
        self._store = store
        self._gateway = gateway
        self._clock = clock
        self._arrived = arrived

    def synced_at(self) -> int | None:
        """Unix seconds of the last complete load, or None."""
        return self._store.mark(SYNCED_AT)

    def run(
        self,
        days: int,
        report: Callable[[SyncProgress], None],
        is_cancelled: Callable[[], bool],
    ) -> SyncResult:
        """Load the last `days` days, newest window first.

        Raises UpstreamError or StoreError; what was loaded before that stays.
        """
        now = self._clock.now()
        windows = tuple(_windows(now, days))
        read = changed = 0
        set_aside: tuple[BadRecord, ...] = ()
        for number, (since, until) in enumerate(windows, 1):
            page_no, in_window = 1, 0
            while page_no:
                if is_cancelled():
                    return SyncResult(read, changed, set_aside, complete=False)
                page = self._gateway.page(since, until, page_no)
                changed += self._store.payments.save(page.payments)
                self._arrived(page.payments)
                set_aside += page.set_aside
                read += len(page.payments)
                in_window += len(page.payments) + len(page.set_aside)
                report(SyncProgress(in_window, max(page.total, in_window), number, len(windows)))
                page_no = page.next_page
        self._store.set_mark(SYNCED_AT, now)
        return SyncResult(read, changed, set_aside, complete=True)


def _windows(now: int, days: int) -> Iterator[tuple[int, int]]:
    """Windows of at most 90 days, newest first, meeting at their edges."""
    start = now - days * DAY
    until = now
    while until > start:
        since = max(start, until - WINDOW)
        yield since, until
        until = since
