"""The search and the filters over the history."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from refund_gui.domain.listing import HistoryFilter
from refund_gui.domain.refund import RefundState
from refund_gui.ui import words
from refund_gui.ui.filters import ChoiceFilter, PeriodFilter, SearchEdit


class HistoryFilters(QWidget):
    """`historySearchEdit`, `historyPeriodFilter`, `historyStateFilter`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchEdit("historySearchEdit")
        self._period = PeriodFilter("historyPeriodFilter")
        self._state = ChoiceFilter("historyStateFilter")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.search, 1)
        self.search.setMinimumHeight(32)
        self.search.changed.connect(self.changed)
        for choice in (self._period, self._state):
            choice.setMinimumHeight(32)
            choice.changed.connect(self.changed)
            layout.addWidget(choice)
        self.retranslate()

    def chosen(self, now: int) -> HistoryFilter:
        """What is to be shown, at `now` in unix seconds."""
        state = self._state.choice()
        return HistoryFilter(
            text=self.search.searched(),
            states=frozenset({RefundState(state)}) if state else frozenset(),
            since=self._period.since(now),
        )

    def choose_all(self) -> None:
        """Nothing is hidden."""
        self._period.choose_all()
        self._state.choose_all()
        self.search.clear()
        self.search.tell()

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Order no., buyer, goods, tag, reason…"))
        self.search.setAccessibleName(self.tr("Search refunds"))
        self._period.retranslate()
        self._state.setAccessibleName(self.tr("State"))
        self._state.set_choices(
            self.tr("All states"), ((state.value, words.state_name(state)) for state in RefundState)
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
