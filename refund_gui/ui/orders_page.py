"""The orders page: search, list, one order in detail, and loading from upstream."""

import logging
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from refund_gui.domain.listing import OrderFilter, OrderRow
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.detail_pane import DetailPane
from refund_gui.ui.list_pane import ListPane
from refund_gui.ui.list_view import ListView
from refund_gui.ui.order_filters import OrderFilters
from refund_gui.ui.orders_model import OrdersModel
from refund_gui.ui.split import Split
from refund_gui.ui.sync_bar import SYNC_DAYS, SyncBar

log = logging.getLogger(__name__)


class OrdersPage(QWidget):
    """What the shop sold, newest first, from the store alone; loading runs beside it."""

    refund_requested = Signal(object)
    """imp_uid, by double click, Enter or `refundButton`."""

    def __init__(self, terminal: Terminal, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self._lanes = lanes
        self._shown = OrderFilter()
        self._filters = OrderFilters()
        self._sync = SyncBar(terminal, lanes)
        self._model = OrdersModel(lanes, terminal.clock, self)
        self._view = ListView(self._model, "ordersView")
        self._list = ListPane(self._view, self._model, self._filters.search, self._advice)
        self._detail = DetailPane(terminal, lanes)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.setFocusProxy(self._filters.search)
        self._read_methods()
        self._load()

    def refresh(self) -> None:
        """Read again what is shown; the current order and the scroll position stay."""
        self._model.refresh()
        self._read_methods()

    def start_sync(self, days: int = SYNC_DAYS) -> None:
        """Load the last `days` days from upstream."""
        self._sync.start(days)

    def stop_sync(self) -> None:
        """End a load after the page that is under way."""
        self._sync.stop()

    def focus_search(self) -> None:
        """Type here, whatever was typed before is replaced."""
        self._filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filters.search.selectAll()

    def show_order(self, imp_uid: str) -> None:
        """Find this payment, whatever the filters hide, and make it the current one."""
        self._filters.search_only(imp_uid)
        self.refresh()
        self._list.look_for(lambda row: row.imp_uid == imp_uid)

    def retranslate(self) -> None:
        self._view.setAccessibleName(self.tr("Orders"))
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
        layout.addWidget(Split(self._list, self._detail, self._detail.set_beside, self._view.whole_width), 1)
        layout.addWidget(self._sync)

    def _connect(self) -> None:
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.focus_search)
        self._filters.changed.connect(self._load)
        self._sync.arrived.connect(self.refresh)
        self._view.current_changed.connect(self._on_current_changed)
        self._view.chosen.connect(self._on_chosen)
        self._detail.refund_requested.connect(self.refund_requested)

    def _load(self) -> None:
        self._shown = self._filters.chosen(self._terminal.clock.now())
        self._list.load(partial(self._terminal.orders.page, self._shown))

    def _read_methods(self) -> None:
        self._lanes.run(
            Lane.STORE, self._terminal.orders.methods, self, self._filters.set_methods, self._on_no_methods
        )

    def _advice(self) -> tuple[str, str]:
        if self._shown == OrderFilter():
            return (
                self.tr("There are no orders here yet."),
                self.tr("Press F5 to load the orders of the last 90 days."),
            )
        return self.tr("No order was found."), self.tr("Change the search or the filters above.")

    def _on_no_methods(self, error: Exception) -> None:
        """The list, read by the same lane, tells it better."""
        log.warning("pay methods could not be read: %s", type(error).__name__)

    def _on_current_changed(self, row: OrderRow | None) -> None:
        self._detail.show_order(row.imp_uid if row else None)

    def _on_chosen(self, row: OrderRow) -> None:
        self.refund_requested.emit(row.imp_uid)
