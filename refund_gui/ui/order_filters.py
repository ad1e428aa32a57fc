"""The search and the filters over the orders list."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from refund_gui.domain.listing import OrderFilter
from refund_gui.domain.payment import DisplayStatus
from refund_gui.ui import words
from refund_gui.ui.filters import ChoiceFilter, PeriodFilter, SearchEdit


class OrderFilters(QWidget):
    """`searchEdit`, `statusFilter`, `methodFilter`, `periodFilter`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._methods: tuple[str, ...] = ()
        self.search = SearchEdit("searchEdit")
        self._status = ChoiceFilter("statusFilter")
        self._method = ChoiceFilter("methodFilter")
        self._period = PeriodFilter("periodFilter")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.search, 1)
        self.search.setMinimumHeight(32)
        self.search.changed.connect(self.changed)
        for choice in (self._status, self._method, self._period):
            choice.setMinimumHeight(32)
            choice.changed.connect(self.changed)
            layout.addWidget(choice)
        self.retranslate()

    def chosen(self, now: int) -> OrderFilter:
        """What is to be shown, at `now` in unix seconds."""
        status, method = self._status.choice(), self._method.choice()
        return OrderFilter(
            text=self.search.searched(),
            statuses=frozenset({DisplayStatus(status)}) if status else frozenset(),
            methods=frozenset({method}) if method else frozenset(),
            since=self._period.since(now),
        )

    def set_methods(self, methods: Iterable[str]) -> None:
        """The pay methods that there are."""
        self._methods = tuple(methods)
        self._offer_methods()

    def search_only(self, text: str) -> None:
        """All filters off, and this text."""
        for choice in (self._status, self._method, self._period):
            choice.choose_all()
        self.search.setText(text)
        self.search.tell()

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Order no., buyer, goods, phone, approval no.…"))
        self.search.setAccessibleName(self.tr("Search orders"))
        self._status.setAccessibleName(self.tr("State"))
        self._status.set_choices(
            self.tr("All states"), ((status.value, words.status_name(status)) for status in DisplayStatus)
        )
        self._method.setAccessibleName(self.tr("Method"))
        self._offer_methods()
        self._period.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _offer_methods(self) -> None:
        self._method.set_choices(
            self.tr("All methods"), ((method, words.method_name(method)) for method in self._methods)
        )
