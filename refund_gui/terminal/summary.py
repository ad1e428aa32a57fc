"""What went back in a period, from the store alone."""

from dataclasses import dataclass
from datetime import date

from refund_gui.clock import Clock
from refund_gui.domain.periods import first_second, last_second
from refund_gui.domain.summary import Step, Summary, summary_of
from refund_gui.store import Store
from refund_gui.terminal.closing import Caution, cautions
from refund_gui.terminal.syncing import Syncing


@dataclass(frozen=True, slots=True)
class PeriodReport:
    """One period. Times in unix seconds."""

    summary: Summary
    step: Step
    as_of: int
    fresh_at: int | None
    """When orders were last loaded; None for never."""
    cautions: tuple[Caution, ...]


class Summaries:
    """Reads for the summary page. Raises StoreError."""

    def __init__(self, store: Store, clock: Clock, syncing: Syncing) -> None:
        self._store = store
        self._clock = clock
        self._syncing = syncing

    def report(self, first: date, last: date, step: Step) -> PeriodReport:
        """From the first to the last Korean day."""
        now, standing, records = self._clock.now(), self._syncing.standing(), self._store.summary
        since, until = first_second(first), last_second(last)
        summary = summary_of(
            first,
            last,
            step,
            records.slices(since, until),
            records.paid(since, until),
            records.unrecorded(since, until),
            records.not_clear(since, until),
        )
        found = cautions(standing, since, until, now)
        if summary.not_clear:
            found.append(Caution.NOT_CLEAR)
        return PeriodReport(summary, step, now, standing.fresh_at, tuple(found))
