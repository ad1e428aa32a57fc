"""The close of one day from the store alone, with what makes it less than certain."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from refund_gui.clock import Clock
from refund_gui.domain.closing import DailyClose
from refund_gui.domain.periods import first_second, last_second
from refund_gui.domain.reckoning import close_day
from refund_gui.store import Store
from refund_gui.terminal.syncing import Syncing, SyncStanding

NOT_FRESH: Final = 600
"""Seconds after which a load is old: while the shop works, orders are loaded at least every five minutes."""


class Caution(StrEnum):
    """Why figures may still change."""

    NEVER_LOADED = "never_loaded"
    NOT_FRESH = "not_fresh"  # upstream may know more of that time
    NOT_LOADED = "not_loaded"  # the store does not reach back to its beginning
    SET_ASIDE = "set_aside"  # records that could not be read
    NOT_CLEAR = "not_clear"  # open refunds
    GOES_ON = "goes_on"  # the day, or the period, is not over


@dataclass(frozen=True, slots=True)
class DayReport:
    """One Korean day. Times in unix seconds."""

    day: date
    close: DailyClose
    as_of: int
    fresh_at: int | None
    """When orders were last loaded; None for never."""
    cautions: tuple[Caution, ...]


class Closing:
    """Reads for the daily close. Raises StoreError."""

    def __init__(self, store: Store, clock: Clock, syncing: Syncing) -> None:
        self._store = store
        self._clock = clock
        self._syncing = syncing

    def report(self, day: date) -> DayReport:
        """The close of this Korean day, as far as the store knows it."""
        now, standing = self._clock.now(), self._syncing.standing()
        since, until = first_second(day), last_second(day)
        close = close_day(self._store.summary.closing_orders(since, until), since, until)
        found = list(cautions(standing, since, until, now))
        if close.still_open:
            found.append(Caution.NOT_CLEAR)
        return DayReport(day, close, now, standing.fresh_at, tuple(found))


def cautions(standing: SyncStanding, since: int, until: int, now: int) -> list[Caution]:
    """What the store may lack of the time between these unix seconds, inclusive."""
    found = []
    if standing.fresh_at is None:
        found.append(Caution.NEVER_LOADED)
    else:
        if standing.fresh_at < min(now - NOT_FRESH, until + 1):
            found.append(Caution.NOT_FRESH)
        if standing.loaded_since is not None and standing.loaded_since > since:
            found.append(Caution.NOT_LOADED)
    if standing.set_aside:
        found.append(Caution.SET_ASIDE)
    if until >= now:
        found.append(Caution.GOES_ON)
    return found
