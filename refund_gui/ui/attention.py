"""The banner that stays as long as a refund is not clear."""

from functools import partial

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from refund_gui.domain.listing import HistoryFilter, HistoryRow
from refund_gui.domain.refund import RefundState
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.background import Lane, Lanes

_URGENT = (RefundState.NEEDS_REVIEW, RefundState.UNKNOWN, RefundState.ACCEPTED)
"""The most urgent first."""

_MOST = 200


class AttentionBanner(QPushButton):
    """Counts the refunds that are checked, wait or need a review; each click goes to the next of them."""

    order_requested = Signal(object)
    """imp_uid of a payment whose refund is being checked or waits."""
    review_requested = Signal(object)
    """refund_id of a refund that a person must decide."""

    def __init__(self, terminal: Terminal, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self._lanes = lanes
        self._rows: tuple[HistoryRow, ...] = ()
        self._shown = 0
        self.setObjectName("attentionBanner")
        self.setProperty("role", "banner")
        self.hide()
        self.clicked.connect(self._on_clicked)
        self.retranslate()

    def retranslate(self) -> None:
        counts = dict.fromkeys(_URGENT, 0)
        for row in self._rows:
            counts[row.state] += 1
        names = {
            RefundState.NEEDS_REVIEW: self.tr("Needs review: {count}"),
            RefundState.UNKNOWN: self.tr("Checking: {count}"),
            RefundState.ACCEPTED: self.tr("Waiting for the PG: {count}"),
        }
        parts = [names[state].format(count=counts[state]) for state in _URGENT if counts[state]]
        text = self.tr("Refunds that are not clear yet. {counts}").format(counts=" · ".join(parts))
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(self.tr("Show them"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def refresh(self) -> None:
        """Read again what is not clear."""
        wanted = HistoryFilter(states=frozenset(_URGENT))
        self._lanes.run(
            Lane.STORE,
            partial(self._terminal.history.page, wanted, None, _MOST),
            self,
            self._on_read,
            self._on_failed,
        )

    def _on_read(self, rows: tuple[HistoryRow, ...]) -> None:
        self._rows = tuple(sorted(rows, key=lambda row: _URGENT.index(row.state)))
        self.setVisible(bool(rows))
        self.retranslate()

    def _on_failed(self, error: Exception) -> None:
        """What was shown stays; the lists beneath say what is wrong with the store."""

    @Slot()
    def _on_clicked(self) -> None:
        row = self._rows[self._shown % len(self._rows)]
        self._shown += 1
        if row.state is RefundState.NEEDS_REVIEW:
            self.review_requested.emit(row.refund_id)
        else:
            self.order_requested.emit(row.imp_uid)
