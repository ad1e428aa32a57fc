"""The orders page: search, list, one order in detail, and loading from upstream."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from refund_gui.clock import Clock
from refund_gui.domain.listing import OrderFilter, OrderRow, SortBy
from refund_gui.domain.searching import Search
from refund_gui.settings import DEFAULT_DAYS
from refund_gui.terminal.orders import Orders
from refund_gui.ui.background import Lanes
from refund_gui.ui.list_pane import ListPane
from refund_gui.ui.list_view import ListView
from refund_gui.ui.order_count import OrderCount
from refund_gui.ui.orders_model import OrdersModel
from refund_gui.ui.search_edit import SearchEdit
from refund_gui.ui.split import Split

if TYPE_CHECKING:
    from refund_gui.terminal.terminal import Terminal
    from refund_gui.ui.empty_orders import Loading


class OrdersPage(QWidget):
    """What the shop sold, newest first, from the store alone; loading runs beside it."""

    refund_requested = Signal(object)
    """imp_uid, by double click, Enter or `refundButton`."""
    outside_requested = Signal(object)
    """imp_uid, by `detailOutsideButton`."""
    connect_requested = Signal()
    """By `connectButton`, where the list is empty for want of keys."""
    code_entered = Signal(object)
    """What stood in the search field when Enter was typed, a str."""
    answered = Signal()
    """The store has given the first rows, or says why it does not. Also later on."""
    arrived = Signal()
    """The stored payments have changed."""
    begun = Signal()
    """The first rows are painted, or words stand in their place. Once."""

    def __init__(self, orders: Orders, clock: Clock, lanes: Lanes, parent: QWidget | None = None) -> None:
        """Search field and list. `complete` makes what the first rows do not need."""
        super().__init__(parent)
        self._clock = clock
        self._lanes = lanes
        self._shown = OrderFilter()
        self._is_complete = False
        self._search = SearchEdit("searchEdit")
        self._model = OrdersModel(orders.slice, orders.found, lanes, clock, self)
        self._view = ListView(self._model, "ordersView")
        self._list = ListPane(self._view, self._model, self._search, self._advice)
        self._count = OrderCount()
        self._lay_out()
        self._model.counted.connect(self._count.show_count)
        self._model.loaded.connect(self.answered)
        self._model.failed.connect(self.answered)
        self._list.begun.connect(self.begun)
        self.setFocusProxy(self._search)
        self._model.load(self._shown)
        self.retranslate()

    def complete(self, terminal: "Terminal") -> None:
        """Add the filters, one order in detail, and the loading from upstream."""
        from PySide6.QtGui import QShortcut

        from refund_gui.ui.buttons import plain_button
        from refund_gui.ui.detail_pane import DetailPane  # 40 modules that the first rows do not need
        from refund_gui.ui.filter_counts import FilterCounts
        from refund_gui.ui.list_sorting import ListSorting
        from refund_gui.ui.order_filters import OrderFilters
        from refund_gui.ui.shortcuts import Key
        from refund_gui.ui.sync_bar import SyncBar

        self._list.complete()
        self._sorting = ListSorting(self._view, self._model)
        self._filters = OrderFilters(self._search, self._clock.now)
        self._counts = FilterCounts(terminal.orders.counts, self._lanes, self)
        self._detail = DetailPane(terminal, self._lanes)
        self._to_connect = plain_button("connectButton", "primary")
        self._to_connect.hide()
        self._list.add_step(self._to_connect)
        self._sync = SyncBar(terminal, self._lanes)
        self._lay_out_rest()
        self._connect()
        QShortcut(Key.FIND, self).activated.connect(self.focus_search)
        self._is_complete = True
        self.retranslate()
        self._turn_top()
        self._counts.ask(self._shown)
        self._load()  # somebody may have begun to search
        self._on_current_changed(self._view.current_row())

    def refresh(self) -> None:
        """Read again what is shown; the current order and the scroll position stay."""
        self._load()  # "today" is another day after midnight
        self._model.refresh()
        self._counts.ask(self._shown)

    def start_sync(self, days: int | None = DEFAULT_DAYS) -> None:
        """Load the last `days` days from upstream, None for everything; from now on also by itself."""
        self._to_connect.hide()
        self._sync.start(days)

    def stop_sync(self) -> None:
        """End a load after the page that is under way."""
        self._sync.stop()

    def ask_to_connect(self) -> None:
        """There are no keys: an empty list says so, and leads on."""
        self._to_connect.show()
        self._list.say_again()

    def focus_search(self) -> None:
        """Type here, whatever was typed before is replaced."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    @property
    def older_search(self) -> str:
        """What stood in the search field before what was typed there last."""
        return self._search.older

    def end_code(self) -> None:
        """The code in the search field was found: the next one must not be written behind it."""
        self._search.selectAll()

    def show_order(self, imp_uid: str) -> None:
        """Find this payment, whatever the filters hide, and make it the current one."""
        self._filters.search_only(imp_uid)
        self.refresh()
        self._list.look_for(lambda row: row.imp_uid == imp_uid)

    def search_only(self, text: str) -> None:
        """All filters off, and this text; the search field has the focus."""
        self._filters.search_only(text)
        self.focus_search()

    def retranslate(self) -> None:
        self._search.setPlaceholderText(
            QCoreApplication.translate("OrderFilters", "Order no., buyer, goods, phone, approval no.…")
        )
        self._search.setAccessibleName(QCoreApplication.translate("OrderFilters", "Search orders"))
        self._view.setAccessibleName(self.tr("Orders"))
        self._list.retranslate()
        if self._is_complete:
            self._to_connect.setText(self.tr("Connect your shop…"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self._is_complete:
                self._sorting.retranslate()
                self._turn_top()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn_top()
        super().resizeEvent(event)

    def _turn_top(self) -> None:
        """The filters stand beside the search where both have room, else below it."""
        if not self._is_complete:
            return
        needed, margins = self._filters.sizeHint().width(), self._layout.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._top.spacing()
        beside = room >= needed + self._search.whole_width()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._top.setDirection(direction)
        self._filters.setMinimumWidth(needed if beside else 0)

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.setSpacing(8)
        self._search.setMinimumHeight(32)
        self._top.addWidget(self._search, 1)
        self._top.addStretch(1)  # where the filters are going to be
        place = QFrame()
        place.setProperty("role", "card")
        self._split = Split(self._list, place, lambda beside: None, self._view.whole_width)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 16, 16, 16)
        self._layout.setSpacing(8)
        self._layout.addLayout(self._top)
        self._layout.addWidget(self._count)
        self._layout.addWidget(self._split, 1)

    def _lay_out_rest(self) -> None:
        self._top.takeAt(1)
        self._top.addWidget(self._filters, 1)
        for place, widget in enumerate(self._filters.below, 1):
            self._layout.insertWidget(place, widget)
        self._split.set_detail(self._detail, self._detail.set_beside)
        self._layout.addWidget(self._sync)
        QWidget.setTabOrder(self._filters.last, self._view)  # which is older than the filters

    def _connect(self) -> None:
        self._filters.changed.connect(self._load)
        self._sorting.changed.connect(self._load)
        self._search.submitted.connect(self.code_entered)
        self._counts.counted.connect(self._filters.show_counts)
        self._sync.arrived.connect(self.refresh)
        self._sync.arrived.connect(self.arrived)
        self._sync.turned.connect(self._list.say_again)
        self._to_connect.clicked.connect(self.connect_requested)
        self._view.current_changed.connect(self._on_current_changed)
        self._view.chosen.connect(self._on_chosen)
        self._detail.refund_requested.connect(self.refund_requested)
        self._detail.outside_requested.connect(self.outside_requested)

    def _load(self) -> None:
        """Show what the filters, the search and the titles ask for, if it is something else than before."""
        chosen = self._filters.chosen(self._clock.now())
        search = Search(chosen.text, chosen.is_composing)
        if search.is_empty:
            chosen = replace(chosen, text="", is_composing=False)
            chosen = replace(chosen, sort_by=self._sorting.by, ascending=self._sorting.ascending)
        self._sorting.set_searching(not search.is_empty)
        self._count.set_search(not search.is_empty, search.is_empty and bool(search.words))
        self._view.mark(search)
        self._detail.mark(search)
        if chosen != self._shown:
            self._show(chosen)

    def _show(self, chosen: OrderFilter) -> None:
        are_same_orders = _unsorted(chosen) == _unsorted(self._shown)
        self._shown = chosen
        self._model.load(chosen, keep_current=are_same_orders)
        self._counts.ask(chosen)

    def _advice(self) -> tuple[str, str]:
        if _unsorted(self._shown) == OrderFilter():
            from refund_gui.ui.empty_orders import empty_words  # an empty list is rare

            return empty_words(self._loading())
        names = ", ".join(self._filters.names())
        if names:
            advice = self.tr("These filters are on: {filters}. “Clear filters” above puts them off.")
            return self.tr("No order was found."), advice.format(filters=names)
        return self.tr("No order was found."), self.tr("Change the search or the filters above.")

    def _loading(self) -> "Loading":
        from refund_gui.ui.empty_orders import Loading

        if not self._is_complete:
            return Loading.NOT_ASKED
        return self._sync.loading if self._to_connect.isHidden() else Loading.UNCONNECTED

    def _on_current_changed(self, row: OrderRow | None) -> None:
        self._detail.show_order(row.imp_uid if row else None)

    def _on_chosen(self, row: OrderRow) -> None:
        self.refund_requested.emit(row.imp_uid)


def _unsorted(filter_: OrderFilter) -> OrderFilter:
    """The same orders, newest first."""
    return replace(filter_, sort_by=SortBy.DATE, ascending=False)
