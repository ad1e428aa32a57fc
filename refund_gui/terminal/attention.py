"""What is not clear yet, for the banner, the badge and the summary at the start."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from refund_gui.clock import Clock
from refund_gui.domain.listing import HistoryFilter, HistoryRow
from refund_gui.domain.refund import RefundState
from refund_gui.store import Store
from refund_gui.terminal.reconciling import Reconciler

_URGENT: Final = (
    RefundState.NEEDS_REVIEW,
    RefundState.UNKNOWN,
    RefundState.PREPARED,
    RefundState.ACCEPTED,
)
"""The most urgent first."""

_MOST: Final = 200


class GapKind(StrEnum):
    """What has happened to the store, where the refunds made on this computer tell more than it holds."""

    LOST = "lost"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Attention:
    """Everything that somebody must know of."""

    counts: Mapping[RefundState, int]
    """NEEDS_REVIEW, UNKNOWN, ACCEPTED, and PREPARED left from before the start; only those above 0."""
    rows: tuple[HistoryRow, ...]
    """At most 200, the most urgent first."""
    blocked: tuple[str, ...]
    """imp_uids of payments that a broken invariant blocks."""
    settles_at: int | None
    """Unix seconds until which nothing that is Checking may be refunded in another way."""
    gap: GapKind | None
    """The store was lost or restored, and what is missing has not been read completely."""


class AttentionDesk:
    """Reads what needs attention. Blocking; raises StoreError."""

    def __init__(self, store: Store, reconciler: Reconciler, clock: Clock) -> None:
        self._store = store
        self._reconciler = reconciler
        self._clock = clock

    def look(self) -> Attention:
        """What is not clear now."""
        wanted = HistoryFilter(states=frozenset(_URGENT))
        rows = [row for row in self._store.refunds.page(wanted, None, _MOST) if self._counts(row)]
        rows.sort(key=lambda row: _URGENT.index(row.state))
        counts = {state: sum(row.state is state for row in rows) for state in _URGENT}
        settles = [
            self._reconciler.settles_at(row.refund_id) for row in rows if row.state is RefundState.UNKNOWN
        ]
        return Attention(
            counts={state: count for state, count in counts.items() if count},
            rows=tuple(rows),
            blocked=(),
            settles_at=max((at for at in settles if at is not None), default=None),
            gap=None,
        )

    def _counts(self, row: HistoryRow) -> bool:
        """A refund that a dialog has just left unsent is clear; one from before the start is watched."""
        return row.state is not RefundState.PREPARED or (
            self._reconciler.settles_at(row.refund_id) is not None
        )
