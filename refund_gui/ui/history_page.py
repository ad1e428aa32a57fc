"""The history page: every refund and every attempt, readable without a network."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from refund_gui.domain.listing import HistoryFilter, HistoryRow
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.background import Lanes
from refund_gui.ui.history_detail import HistoryDetail
from refund_gui.ui.history_filters import HistoryFilters
from refund_gui.ui.history_model import HistoryModel
from refund_gui.ui.list_pane import ListPane
from refund_gui.ui.list_view import ListView
from refund_gui.ui.split import Split


class HistoryPage(QWidget):
    """All refunds, newest first, from the store alone."""

    order_requested = Signal(object)
    """imp_uid, by double click, Enter or `historyOrderButton`."""

    def __init__(
        self,
        terminal: Terminal,
        lanes: Lanes,
        operators: Callable[[], tuple[str, ...]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self._shown = HistoryFilter()
        self._filters = HistoryFilters()
        self._model = HistoryModel(lanes, terminal.reconciler.settles_at, self)
        self._view = ListView(self._model, "historyView")
        self._list = ListPane(self._view, self._model, self._filters.search, self._advice)
        self._detail = HistoryDetail(terminal, lanes, operators)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.setFocusProxy(self._filters.search)
        self._load()

    def refresh(self) -> None:
        """Read again what is shown; the current refund and the scroll position stay."""
        self._model.refresh()

    def show_refund(self, refund_id: str) -> None:
        """Show this refund's proof, whatever the filters hide."""
        self._filters.choose_all()
        self._view.clear_current()
        self._detail.show_refund(refund_id)  # it may stand further down than what is fetched
        self.refresh()
        self._list.look_for(lambda row: row.refund_id == refund_id)

    def retranslate(self) -> None:
        self._view.setAccessibleName(self.tr("Refunds"))
        self._list.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._filters)
        layout.addWidget(
            Split(self._list, self._detail, self._detail.set_beside, self._view.whole_width, 312), 1
        )

    def _connect(self) -> None:
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._on_find)
        self._filters.changed.connect(self._load)
        self._view.current_changed.connect(self._on_current_changed)
        self._view.chosen.connect(self._on_chosen)
        self._detail.order_requested.connect(self.order_requested)

    def _load(self) -> None:
        self._shown = self._filters.chosen(self._terminal.clock.now())
        self._list.load(partial(self._terminal.history.page, self._shown))

    def _advice(self) -> tuple[str, str]:
        if self._shown == HistoryFilter():
            return (
                self.tr("No refund was made yet."),
                self.tr("Choose an order under Orders to refund it. It then stands here for good."),
            )
        return self.tr("No refund was found."), self.tr("Change the search or the filters above.")

    def _on_find(self) -> None:
        self._filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filters.search.selectAll()

    def _on_current_changed(self, row: HistoryRow | None) -> None:
        self._detail.show_refund(row.refund_id if row else None)

    def _on_chosen(self, row: HistoryRow) -> None:
        self.order_requested.emit(row.imp_uid)
