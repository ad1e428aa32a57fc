"""What is not clear yet, for the window: banner, badge, start-up summary."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from refund_gui.domain.refund import RefundState
from refund_gui.domain.refund_listing import HistoryFilter, HistoryRow, Surprise
from refund_gui.store import Store
from refund_gui.terminal.continuity import Continuity, GapKind
from refund_gui.terminal.invariants import Invariants
from refund_gui.terminal.reconciling import Reconciler

URGENT: Final = (RefundState.NEEDS_REVIEW, RefundState.UNKNOWN, RefundState.ACCEPTED)
"""The most urgent first."""

_MOST: Final = 200

_MOST_TOLD: Final = 5
"""Surprises that are told at once; the next come when these are acknowledged."""

_TOLD: Final = "surprises_told"
"""The store's mark: the number of the newest event that somebody has acknowledged."""


@dataclass(frozen=True, slots=True)
class Attention:
    """What somebody should look at. `settles_at` in unix seconds."""

    counts: Mapping[RefundState, int]
    """How many refunds need a review, are checked, wait, or were left unsent before the start."""
    rows: tuple[HistoryRow, ...]
    """The newest of them, the most urgent first; not all when there are very many."""
    blocked: tuple[str, ...]
    """imp_uids of payments that a broken invariant blocks."""
    settles_at: int | None
    """Until then nothing that is Checking may be refunded in another way; None: nothing is."""
    surprises: tuple[Surprise, ...]
    """Refunds that are no longer what the shop was told; until somebody has acknowledged them."""
    gap: GapKind | None
    """The store was lost or restored, and what it misses is still being read."""


class AttentionDesk:
    """Reads for the window. Raises StoreError."""

    def __init__(
        self, store: Store, reconciler: Reconciler, invariants: Invariants, continuity: Continuity
    ) -> None:
        self._store = store
        self._reconciler = reconciler
        self._invariants = invariants
        self._continuity = continuity

    def look(self) -> Attention:
        """What is not clear now. The first look also begins to watch what is open from before the start."""
        self._reconciler.watch_open()
        open_counts = self._store.overview.open_counts()
        counts: dict[RefundState, int] = {s: open_counts[s] for s in URGENT if s in open_counts}
        rows: list[HistoryRow] = []
        for state in URGENT:
            if state in counts and len(rows) < _MOST:
                chosen = HistoryFilter(states=frozenset({state}))
                rows += self._store.refunds.page(chosen, None, _MOST - len(rows))
        left = self._reconciler.left_unsent()
        if left:
            counts[RefundState.PREPARED] = len(left)
            unsent = HistoryFilter(states=frozenset({RefundState.PREPARED}))
            found = self._store.refunds.page(unsent, None, _MOST)
            rows += [row for row in found if row.refund_id in left][: _MOST - len(rows)]
        return Attention(
            counts,
            tuple(rows),
            self._invariants.blocked(),
            self._settles_at(rows),
            self._store.overview.surprises(self._store.mark(_TOLD) or 0, _MOST_TOLD),
            self._continuity.gap,
        )

    def acknowledge(self, surprises: tuple[Surprise, ...]) -> None:
        """Somebody has read these: they are not told again."""
        self._store.set_mark(_TOLD, max(surprise.event_id for surprise in surprises))

    def _settles_at(self, rows: list[HistoryRow]) -> int | None:
        moments = [
            self._reconciler.settles_at(row.refund_id) for row in rows if row.state is RefundState.UNKNOWN
        ]
        return max((moment for moment in moments if moment is not None), default=None)
