"""The history page: every refund and every attempt, readable without a network."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from refund_gui.domain.refund_listing import HistoryChoices, HistoryFilter, HistoryRow, HistoryTotals
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.entry import plain_label
from refund_gui.ui.history_detail import HistoryDetail
from refund_gui.ui.history_entry import HistoryEntry
from refund_gui.ui.history_filters import HistoryFilters
from refund_gui.ui.history_model import HistoryModel
from refund_gui.ui.history_output import HistoryOutput
from refund_gui.ui.history_texts import totals_text, totals_words
from refund_gui.ui.list_pane import ListPane
from refund_gui.ui.list_view import ListView
from refund_gui.ui.shortcuts import Key
from refund_gui.ui.split import Split


class _Counted(NamedTuple):
    asked: HistoryFilter
    totals: HistoryTotals
    choices: HistoryChoices


class HistoryPage(QWidget):
    """All refunds, newest first, from the store alone."""

    order_requested = Signal(object)
    """imp_uid, by double click, Enter or `historyOrderButton`."""
    receipt_requested = Signal(object)
    """refund_id."""
    review_requested = Signal(object)
    """refund_id."""

    def __init__(
        self,
        terminal: Terminal,
        lanes: Lanes,
        operators: Callable[[], tuple[str, ...]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self._lanes = lanes
        self._shown = HistoryFilter()
        self._totals: HistoryTotals | None = None
        self._output = HistoryOutput(terminal, lanes, lambda: (self._shown, self._filters.names()))
        self._filters = HistoryFilters(
            terminal.clock.now, self._output.export_button, self._output.print_button
        )
        self._sums = plain_label("historyTotals", "hint")
        self._model = HistoryModel(lanes, terminal.reconciler.settles_at, self)
        self._view = ListView(self._model, "historyView")
        self._list = ListPane(self._view, self._model, self._filters.search, self._advice)
        self._list.complete()
        self._detail = HistoryDetail(terminal, lanes, operators)
        self._entry = HistoryEntry(terminal, lanes)
        self._beside = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.setFocusProxy(self._filters.search)
        self._load()

    def refresh(self) -> None:
        """Read again what is shown; the current refund and the scroll position stay."""
        self._model.refresh()
        self._count()

    def on_arrived(self) -> None:
        """Stored payments have changed. Whoever is not looking reads them when they do."""
        if self.isVisible():
            self.refresh()

    def stop_output(self) -> None:
        """End an export that is under way."""
        self._output.stop()

    def show_refund(self, refund_id: str) -> None:
        """Show this refund's proof, whatever the filters hide."""
        self._filters.choose_all()
        self._view.clear_current()
        self._show_detail(refund_id)  # it may stand further down than what is fetched
        self.refresh()
        self._list.look_for(lambda row: row.refund_id == refund_id)

    def retranslate(self) -> None:
        self._view.setAccessibleName(self.tr("Refunds"))
        self._list.retranslate()
        self._show_totals()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        for detail in (self._detail, self._entry):
            self._beside.addWidget(detail)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._filters)
        layout.addWidget(self._sums)
        layout.addWidget(
            Split(self._list, self._beside, self._detail.set_beside, self._view.whole_width, 328), 1
        )
        layout.addWidget(self._output)

    def _connect(self) -> None:
        QShortcut(Key.FIND, self).activated.connect(self._on_find)
        self._filters.changed.connect(self._load)
        self._view.current_changed.connect(self._on_current_changed)
        self._view.chosen.connect(self._on_chosen)
        for detail in (self._detail, self._entry):
            detail.order_requested.connect(self.order_requested)
        self._detail.receipt_requested.connect(self.receipt_requested)
        self._detail.review_requested.connect(self.review_requested)

    def _load(self) -> None:
        self._shown = self._filters.chosen(self._terminal.clock.now())
        self._model.load(partial(self._terminal.history.page, self._shown))
        self._totals = None
        self._show_totals()
        self._count()

    def _count(self) -> None:
        work = partial(self._counted, self._shown)
        self._lanes.run(Lane.COUNTS, work, self, self._on_counted, self._on_uncounted)

    def _counted(self, asked: HistoryFilter) -> _Counted | None:
        """Counts lane: a question that was overtaken while it waited costs nothing."""
        if asked is not self._shown:
            return None
        history = self._terminal.history
        return _Counted(asked, history.totals(asked), history.choices())

    def _show_totals(self) -> None:
        self._sums.setText(totals_text(self._totals, totals_words()) if self._totals else " ")

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

    def _on_counted(self, counted: _Counted | None) -> None:
        if counted is not None and counted.asked is self._shown:
            self._totals = counted.totals
            self._filters.offer(counted.choices)
            self._show_totals()

    def _on_uncounted(self, error: Exception) -> None:
        """The list says what is wrong."""

    def _on_current_changed(self, row: HistoryRow | None) -> None:
        if row is None or row.refund_id:
            self._show_detail(row.refund_id if row else None)
            return
        if row.note_id:
            self._entry.show_note(row.imp_uid, row.note_id)
        else:
            self._entry.show_entry(row.imp_uid, row.entry_key)
        self._beside.setCurrentWidget(self._entry)

    def _show_detail(self, refund_id: str | None) -> None:
        self._detail.show_refund(refund_id)
        self._beside.setCurrentWidget(self._detail)

    def _on_chosen(self, row: HistoryRow) -> None:
        self.order_requested.emit(row.imp_uid)
