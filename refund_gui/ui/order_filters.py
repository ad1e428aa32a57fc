"""The filters over the orders list."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from refund_gui.domain.deadlines import ending_soon
from refund_gui.domain.listing import OrderCounts, OrderFilter
from refund_gui.domain.states import DisplayStatus
from refund_gui.ui import words
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.filter_chips import Chip, FilterChips
from refund_gui.ui.filters import ChoiceFilter, codes_of, offer_codes
from refund_gui.ui.flow import Flow
from refund_gui.ui.more_filters import MoreFilters
from refund_gui.ui.period_filter import DatesEdit, PeriodFilter
from refund_gui.ui.search_edit import SearchEdit

_SOMETHING_LEFT: Final = frozenset({DisplayStatus.PAID, DisplayStatus.PARTLY_REFUNDED})


class OrderFilters(QWidget):
    """`statusFilter`, `methodFilter`, `periodFilter`, `moreFiltersButton`, which stand beside the search."""

    changed = Signal()

    def __init__(self, search: SearchEdit, now: Callable[[], int], parent: QWidget | None = None) -> None:
        """`now`: wall time in unix seconds."""
        super().__init__(parent)
        self._counts: OrderCounts | None = None
        self._whole: OrderCounts | None = None
        self._search = search
        self._dates = DatesEdit(now)
        self._status = ChoiceFilter("statusFilter")
        self._method = ChoiceFilter("methodFilter")
        self._period = PeriodFilter("periodFilter", self._dates)
        self._unfold = plain_button("moreFiltersButton")
        self._unfold.setCheckable(True)
        self._more = MoreFilters()
        self._more.hide()
        self._chips = FilterChips(("status", "method", "period", "pg", "endsSoon", "amount"))
        self.below = (self._dates, self._more, self._chips)
        """What stands below the search: two that are folded away at first, and the filters that are on."""
        self.last = self._chips.clear_button
        """The last one on the way of the Tab key."""
        self._lay_out()
        self._connect()
        self.retranslate()

    def chosen(self, now: int) -> OrderFilter:
        """What is to be shown, at `now` in unix seconds."""
        status, soon = self._status.choice(), self._more.soon.isChecked()
        least, most = self._more.amounts.limits()
        statuses = frozenset({DisplayStatus(status)}) if status else frozenset[DisplayStatus]()
        return OrderFilter(
            text=self._search.searched(),
            is_composing=self._search.is_composing(),
            statuses=statuses or (_SOMETHING_LEFT if soon else statuses),
            methods=codes_of(self._method, words.method_name, self._methods),
            pgs=codes_of(self._more.pg, words.pg_name, self._pgs),
            since=self._period.since(now),
            until=self._period.until(now),
            least=least,
            most=most,
            any_of=ending_soon(now) if soon else (),
        )

    def names(self) -> tuple[str, ...]:
        """The filters that are on, as they are shown."""
        return tuple(text for _, text, _ in self._on())

    def show_counts(self, counts: OrderCounts, whole: OrderCounts) -> None:
        """How many each choice would leave, and what the whole store holds."""
        self._counts, self._whole = counts, whole
        self._offer()

    def search_only(self, text: str) -> None:
        """All filters off, and this text."""
        self.clear()
        self._search.setText(text)

    def clear(self) -> None:
        """All filters off; what is searched for stays."""
        on = tuple(self._on())
        self.blockSignals(True)
        for _, _, put_off in on:
            put_off()
        self._more.amounts.clear()  # also what could not be used
        self._period.choose_all()
        self.blockSignals(False)
        if on:
            self.changed.emit()

    def retranslate(self) -> None:
        self._status.setAccessibleName(self.tr("State"))
        self._method.setAccessibleName(self.tr("Method"))
        self._period.retranslate()
        self._more.retranslate()
        self._offer()
        self._show_on()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        line = Flow(self)
        for choice in (self._status, self._method, self._period):
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            line.addWidget(choice)
        line.addWidget(self._unfold)

    def _connect(self) -> None:
        self._search.changed.connect(self._on_searched)
        for choice in (self._status, self._method, self._period):
            choice.changed.connect(self._on_changed)
        self._more.changed.connect(self._on_changed)
        self._unfold.toggled.connect(self._on_unfolded)
        self._chips.cleared.connect(self.clear)

    @property
    def _methods(self) -> Mapping[str, int]:
        return self._whole.methods if self._whole else {}

    @property
    def _pgs(self) -> Mapping[str, int]:
        return self._whole.pgs if self._whole else {}

    def _on(self) -> Iterator[Chip]:
        """The filters that are on."""
        if self._status.choice():
            yield "status", words.status_name(DisplayStatus(self._status.choice())), self._status.choose_all
        if self._method.choice():
            yield "method", words.method_name(self._method.choice()), self._method.choose_all
        if self._period.name():
            yield "period", self._period.name(), self._period.choose_all
        yield from self._more_on()

    def _more_on(self) -> Iterator[Chip]:
        if self._more.pg.choice():
            yield "pg", words.pg_name(self._more.pg.choice()), self._more.pg.choose_all
        if self._more.soon.isChecked():
            yield "endsSoon", self._more.soon.accessibleName(), self._more.soon.toggle
        if self._more.amounts.name():
            yield "amount", self._more.amounts.name(), self._more.amounts.clear

    def _offer(self) -> None:
        """The choices with their numbers, as far as these are known."""
        counts = self._counts
        soon = self._more.soon.isChecked()
        statuses = [status for status in DisplayStatus if not soon or status in _SOMETHING_LEFT]
        self._status.set_choices(
            self.tr("All states"),
            ((status.value, words.status_name(status)) for status in statuses),
            {status.value: number for status, number in counts.statuses.items()} if counts else None,
            counts.limit if counts else None,
        )
        methods, pgs, limit = (counts.methods, counts.pgs, counts.limit) if counts else (None, None, None)
        offer_codes(self._method, self.tr("All methods"), words.method_name, self._methods, methods, limit)
        offer_codes(self._more.pg, self.tr("All PGs"), words.pg_name, self._pgs, pgs, limit)

    def _show_on(self) -> None:
        self._chips.show_chips(self._on())
        count = sum(1 for _ in self._more_on())
        more = self.tr("More filters ({count})").format(count=count) if count else self.tr("More filters")
        self._unfold.setText(f"{more} {'▴' if self._unfold.isChecked() else '▾'}")
        self._unfold.setAccessibleName(more)

    def _on_changed(self) -> None:
        self._offer()
        self._show_on()
        self.changed.emit()

    def _on_unfolded(self, unfolded: bool) -> None:
        self._more.setVisible(unfolded)
        self._show_on()

    def _on_searched(self) -> None:
        """The numbers of another search would be wrong; its own come once typing pauses."""
        if self._counts is not None:
            self._counts = None
            self._offer()
        self.changed.emit()
