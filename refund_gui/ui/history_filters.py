"""The search and the filters over the history."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from refund_gui.domain.refund_listing import HistoryChoices, HistoryFilter
from refund_gui.domain.states import HISTORY_STATES, HistoryState
from refund_gui.ui import words
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.filters import ChoiceFilter, codes_of, offer_codes
from refund_gui.ui.flow import Flow
from refund_gui.ui.period_filter import DatesEdit, PeriodFilter
from refund_gui.ui.search_edit import SearchEdit

_STATES: Final[Mapping[str, HistoryState]] = {state.value: state for state in HISTORY_STATES}
_HERE, _ELSEWHERE = "here", "elsewhere"
_MADE: Final[Mapping[str, bool]] = {_HERE: True, _ELSEWHERE: False}


class HistoryFilters(QWidget):
    """`historySearchEdit`, `historyPeriodFilter`, `historyStateFilter`, `historyMethodFilter`,
    `historyOperatorFilter`, `historyOriginFilter`, `historyResetButton`.
    """

    changed = Signal()

    def __init__(self, now: Callable[[], int], *beside: QWidget) -> None:
        """`now`: wall time in unix seconds. `beside`: what stands to the right of the search."""
        super().__init__()
        self._choices = HistoryChoices()
        self.search = SearchEdit("historySearchEdit")
        self._dates = DatesEdit(now, "history")
        self._period = PeriodFilter("historyPeriodFilter", self._dates)
        self._state = ChoiceFilter("historyStateFilter")
        self._method = ChoiceFilter("historyMethodFilter")
        self._operator = ChoiceFilter("historyOperatorFilter")
        self._origin = ChoiceFilter("historyOriginFilter")
        self._reset = plain_button("historyResetButton", "quiet")
        self._lay_out(*beside)
        self.search.changed.connect(self._on_changed)
        for choice in self._all:
            choice.changed.connect(self._on_changed)
        self._reset.clicked.connect(self._on_reset)
        self.retranslate()
        self._show_whether_on()

    def chosen(self, now: int) -> HistoryFilter:
        """What is to be shown, at `now` in unix seconds."""
        state = self._state.choice()
        return HistoryFilter(
            text=self.search.searched(),
            states=frozenset({_STATES[state]}) if state else frozenset(),
            since=self._period.since(now),
            until=self._period.until(now),
            methods=codes_of(self._method, words.method_name, self._choices.methods),
            operator=self._operator.choice(),
            made_here=_MADE.get(self._origin.choice()),
        )

    def names(self) -> tuple[str, ...]:
        """What is searched for and the filters that are on, as they are shown."""
        choices = (choice.currentText() for choice in self._all[1:] if choice.choice())
        return tuple(filter(None, (self.search.searched(), self._period.name(), *choices)))

    def offer(self, choices: HistoryChoices) -> None:
        """What there is to choose from now."""
        self._choices = choices
        self._offer()

    def choose_all(self) -> None:
        """Nothing is hidden."""
        for choice in self._all:
            choice.choose_all()
        self.search.clear()

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Order no., buyer, goods, tag, reason…"))
        self.search.setAccessibleName(self.tr("Search refunds"))
        self._period.retranslate()
        self._state.setAccessibleName(self.tr("State"))
        self._state.set_choices(
            self.tr("All states"), ((value, words.state_name(state)) for value, state in _STATES.items())
        )
        self._method.setAccessibleName(self.tr("Method"))
        self._operator.setAccessibleName(self.tr("Operator"))
        self._origin.setAccessibleName(self.tr("Where it was made"))
        self._origin.set_choices(
            self.tr("Anywhere"),
            ((_HERE, self.tr("Made here")), (_ELSEWHERE, self.tr("Made elsewhere"))),
        )
        self._reset.setText(self.tr("Reset filters"))
        self._reset.setAccessibleName(self.tr("Reset filters"))
        self._offer()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @property
    def _all(self) -> tuple[ChoiceFilter, ...]:
        return self._period, self._state, self._method, self._operator, self._origin

    def _lay_out(self, *beside: QWidget) -> None:
        self.search.setMinimumHeight(32)
        for choice in self._all:
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widgets in ((self.search, *beside), (*self._all, self._reset)):
            line = QWidget()
            flow = Flow(line)
            for widget in widgets:
                flow.addWidget(widget)
            layout.addWidget(line)
        layout.addWidget(self._dates)

    def _offer(self) -> None:
        offer_codes(self._method, self.tr("All methods"), words.method_name, self._choices.methods)
        names = dict.fromkeys(filter(None, (*self._choices.operators, self._operator.choice())))
        self._operator.set_choices(self.tr("All operators"), ((name, name) for name in names))

    def _show_whether_on(self) -> None:
        self._reset.setEnabled(bool(self.search.text()) or any(choice.choice() for choice in self._all))

    def _on_changed(self) -> None:
        self._show_whether_on()
        self.changed.emit()

    def _on_reset(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes dead
        self.choose_all()
