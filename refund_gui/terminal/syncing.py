"""Load payments from upstream so that none is missed, whatever changes meanwhile (api-v1 §3).

Upstream lists a payment by the time of its *final* status. While pages are read, a payment that is paid or
refunded leaves its window for a later one, and every row behind it moves up, maybe over the border of
a page that was read already. So windows are not read page by page:

* **One window, one request.** A window that does not fit one page is cut shorter until it does. One answer
  shows one moment, in whatever order: there is no border to slip over.
* **What moves, moves forward.** A change sets the final time to the moment of the change. What left a window
  before it was read lies after the start of this load. The next load begins there, with an overlap for
  records that come late and for PGs' own clocks.
* **Unread spans are stored** (`domain/coverage.py`), and read newest first. A page is saved before its span
  shrinks: a crash costs one page at most. Windows share the second at which they meet.
* **Upstream's clock**, not this computer's: one that is ahead would leave a hole.

A payment that stayed where it was is in the one answer of its window; one that did not is read again. Only
a second with more payments than fit a page is read by pages: to the end, and back to the first. Backwards
nothing is missed, for in a second that is over rows only move up, onto a page that is still to be read;
what enters the present second belongs to the next load.

One request at a time: a person's reading beside it makes two.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import Final

from refund_gui.clock import Clock
from refund_gui.domain.coverage import Coverage, Span, new_coverage
from refund_gui.domain.payment import Payment
from refund_gui.domain.progress import Pace, SyncProgress
from refund_gui.portone.gateway import BadRecord, Gateway, Page
from refund_gui.store import Store
from refund_gui.store.coverage import SetAsideRecord
from refund_gui.terminal.pacing import Cancelled, Pacing, Wait
from refund_gui.terminal.windows import DAY, Windows

SYNCED_AT: Final = "synced_at"
FRESH_AT: Final = "fresh_at"
"""The store's marks, unix seconds: the last load that left nothing unread; the last that read what is new."""
_DEEP_AT: Final = "deep_at"

FIRST_DAY: Final = 1_388_502_000
"""2014-01-01 in Korea: i'mport is younger. Windows may be empty for years; only here "everything" ends."""

OVERLAP: Final = 15 * 60
"""Seconds that a load reads again: records that appear later than their final time says."""
DEEP: Final = 3 * DAY
"""The same once a day: what a bank or a PG told late, a cancel that was undone (api-v1 §2.5)."""
_AGAIN: Final = 60.0
"""Seconds after which a long load looks at what is new."""


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What a load brought. `set_aside` holds the records that could not be read."""

    read: int
    changed: int
    set_aside: tuple[BadRecord, ...]
    complete: bool
    """False when it was cancelled; what was loaded stays, and the next load goes on from there."""


@dataclass(frozen=True, slots=True)
class SyncStanding:
    """How the stored list stands to upstream's. Unix seconds, None for never."""

    fresh_at: int | None
    loaded_since: int | None
    """Everything from here on is in the list; None while a newer part is missing too."""
    is_complete: bool
    """Whether everything that was ever asked for is in the list."""
    set_aside: tuple[SetAsideRecord, ...]


class Syncing:
    """Reads from upstream into the store; never sends anything that moves money, never deletes a payment.

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
        """Unix seconds of the last load that left nothing unread, or None."""
        return self._store.mark(SYNCED_AT)

    def standing(self) -> SyncStanding:
        """How fresh and how whole the stored list is. Raises StoreError."""
        coverage = self._store.coverage.load()
        newest = coverage.newest if coverage else None
        return SyncStanding(
            fresh_at=self._store.mark(FRESH_AT),
            loaded_since=newest.until if newest else coverage.since if coverage else None,
            is_complete=coverage is not None and newest is None,
            set_aside=self._store.coverage.set_aside(),
        )

    def run(
        self,
        days: int | None,
        report: Callable[[SyncProgress], None],
        is_cancelled: Callable[[], bool],
        wait: Wait | None = None,
        newest_only: bool = False,
    ) -> SyncResult:
        """Load what is new, then what is unread of the last `days` days (None: everything), newest first.

        `wait` waits when upstream asks for it, at most until the load is cancelled; with `newest_only` older
        parts stay unread. Raises UpstreamError or StoreError; what was loaded before that stays.
        """
        pacing = Pacing(wait or Event().wait, is_cancelled)
        load = _Load(self._store, self._gateway, self._clock, self._arrived, report, pacing)
        return load.run(days, newest_only)


@dataclass(frozen=True, slots=True)
class _Look:
    """When upstream was asked what is new: wall and monotonic time; and since when, by its clock."""

    began: int
    at: float
    new_since: int


class _Load:
    """One run of `Syncing`."""

    def __init__(
        self,
        store: Store,
        gateway: Gateway,
        clock: Clock,
        arrived: Callable[[tuple[Payment, ...]], None],
        report: Callable[[SyncProgress], None],
        pacing: Pacing,
    ) -> None:
        self._store = store
        self._gateway = gateway
        self._clock = clock
        self._arrived = arrived
        self._report = report
        self._pacing = pacing
        self._windows = Windows()
        known = store.coverage.load()
        self._is_first = known is None
        self._coverage = known or Coverage(0, 0, ())
        self._pace = Pace(clock.monotonic(), is_resumed=bool(self._coverage.unread))
        self._changed = self._read = 0
        self._set_aside: tuple[BadRecord, ...] = ()

    def run(self, days: int | None, newest_only: bool) -> SyncResult:
        """See `Syncing.run`."""
        try:
            self._read_all(days, newest_only)
        except Cancelled:
            return SyncResult(self._read, self._changed, self._set_aside, complete=False)
        return SyncResult(self._read, self._changed, self._set_aside, complete=True)

    def tell(self, waits: float = 0) -> None:
        """Report how far it is; `waits`: the seconds that upstream asks to wait."""
        now = self._clock.monotonic()
        self._report(self._pace.progress(self._coverage.seconds_left, now, waits))

    def _read_all(self, days: int | None, newest_only: bool) -> None:
        """A long load looks now and then at what is new, and goes on by at least a window in between."""
        look = self._ask(days)
        goes_on = False
        while (newest := self._coverage.newest) is not None:
            is_fresh = newest.until <= look.new_since
            if is_fresh and not goes_on:
                self._store.set_mark(FRESH_AT, look.began)
            if is_fresh and newest_only:
                return
            if goes_on and self._clock.monotonic() - look.at >= _AGAIN:
                look, goes_on = self._ask(days), False
                continue
            self._read_window(self._windows.next(newest))
            goes_on = is_fresh
            self.tell()
        self._store.set_mark(FRESH_AT, look.began)
        self._store.set_mark(SYNCED_AT, look.began)

    def _ask(self, days: int | None) -> "_Look":
        """Note what has to be read."""
        began, at = self._clock.now(), self._clock.monotonic()
        now = self._pacing.ask(self._gateway.now, self.tell)
        since = FIRST_DAY if days is None else max(FIRST_DAY, now - days * DAY)
        is_deep = now - (self._store.mark(_DEEP_AT) or 0) >= DAY
        overlap = DEEP if is_deep else OVERLAP
        new_since = min(self._coverage.until, now) - overlap
        if self._is_first:
            self._is_first, new_since = False, now - DAY
            self._coverage = new_coverage(since, now)
        else:
            self._coverage = self._coverage.ask(since, now, overlap)
        self._store.coverage.keep(self._coverage)
        if is_deep:
            self._store.set_mark(_DEEP_AT, now)
        return _Look(began, at, new_since)

    def _read_window(self, window: Span) -> None:
        """Read one window, or find that it has to be shorter."""
        page = self._page(window, 1)
        if not page.is_whole and window.seconds > 1:
            self._pace.seen(page.total, window.seconds)
            self._windows.overflowed(window, page.total, page.rows)
            return
        self._save(page)
        if page.next_page:
            self._read_crowded(window, page.next_page)
        read = max(page.rows, page.total)
        self._windows.fitted(window, read, page.limit)
        self._pace.has_read(read, window.seconds)
        self._coverage = self._coverage.read_down_to(window.since)
        self._store.coverage.keep(self._coverage)

    def _read_crowded(self, window: Span, second: int) -> None:
        """The other pages of a second that holds more than one: to the end, and back to the first."""
        number = last = second
        while number:
            page = self._page(window, number)
            self._save(page)
            last, number = number, page.next_page
        for back in range(last - 1, 0, -1):
            self._save(self._page(window, back))

    def _page(self, window: Span, number: int) -> Page:
        question = partial(self._gateway.page, window.since, window.until, number)
        return self._pacing.ask(question, self.tell)

    def _save(self, page: Page) -> None:
        self._changed += self._store.payments.save(page.payments)
        now = self._clock.now()
        bad = [SetAsideRecord(one.imp_uid, one.problem, now) for one in page.set_aside]
        self._store.coverage.note(bad, [payment.imp_uid for payment in page.payments])
        self._arrived(page.payments)
        self._read += len(page.payments)
        self._set_aside += page.set_aside
