"""The choices that both lists are narrowed down with."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget

_NAME: Final = Qt.ItemDataRole.UserRole + 1
_POPUP_MARGINS: Final = 32
_AROUND: Final = 56
"""Pixels beside the text: paddings and arrow."""


Name = Callable[[str], str]
"""What a code is called."""


class _Choice(NamedTuple):
    value: str
    name: str
    text: str


_Offered = list[_Choice]


class ChoiceFilter(QComboBox):
    """One of several values, or "" for all. A value may stand with the number of what it would leave."""

    changed = Signal()

    def __init__(self, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setMinimumHeight(32)
        self._everything = ""
        self._next: _Offered | None = None
        """What is offered as soon as the list that hangs open is closed."""
        self.currentIndexChanged.connect(self._on_index_changed)

    def choice(self) -> str:
        return str(self.currentData() or "")

    def set_choices(
        self,
        everything: str,
        choices: Iterable[tuple[str, str]],
        numbers: Mapping[str, int] | None = None,
        limit: int | None = None,
    ) -> None:
        """Offer these (value, name) pairs after `everything`; the choice that was made stays.

        `numbers` by value; 0 where one is missing, none at all without it. Above `limit` it is only known
        that there are more.
        """
        if everything != self._everything:
            self._everything = everything
            self.setMinimumWidth(self.fontMetrics().horizontalAdvance(everything) + _AROUND)
        offered = [_Choice("", everything, everything)]
        for value, name in choices:
            text = name if numbers is None else f"{name}  {_shown(numbers.get(value, 0), limit)}"
            offered.append(_Choice(value, name, text))
        if self.view().isVisible():
            self._next = offered
        else:
            self._offer(offered)

    def choose_all(self) -> None:
        self.setCurrentIndex(0)

    def hidePopup(self) -> None:
        super().hidePopup()
        if self._next is not None:
            offered, self._next = self._next, None
            self._offer(offered)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """A number that was cut off would be another number: where there is no room the name stands alone."""
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(self.currentText()) > room:
            name = str(self.currentData(_NAME))
            option.currentText = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)

    def _offer(self, offered: _Offered) -> None:
        if [choice.value for choice in offered] != [self.itemData(n) for n in range(self.count())]:
            self._rebuild(offered)
        for number, choice in enumerate(offered):
            self.setItemText(number, choice.text)
            self.setItemData(number, choice.name, _NAME)
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + _POPUP_MARGINS)

    def _rebuild(self, offered: _Offered) -> None:
        chosen = self.choice()
        self.blockSignals(True)
        self.clear()
        for choice in offered:
            self.addItem(choice.text, choice.value)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(False)
        if self.choice() != chosen:
            self.changed.emit()

    def _on_index_changed(self) -> None:
        self.changed.emit()


def _shown(number: int, limit: int | None) -> str:
    """`812,332`, `1,000+`."""
    return f"{number:,}" if limit is None or number <= limit else f"{limit:,}+"


def codes_of(choice: ChoiceFilter, name: Name, known: Iterable[str]) -> frozenset[str]:
    """The codes of the chosen name: some have several, as PGs that changed theirs."""
    value = choice.choice()
    return frozenset({value, *_same(value, name, known)}) if value else frozenset()


def offer_codes(
    choice: ChoiceFilter,
    everything: str,
    name: Name,
    known: Iterable[str],
    numbers: Mapping[str, int] | None = None,
    limit: int | None = None,
) -> None:
    """One choice for each name; its value is one of the name's codes, the chosen one if that is chosen."""
    chosen, codes = choice.choice(), tuple(filter(None, known))
    values = {name(code): code for code in (*reversed(codes), chosen) if code}
    sums = None
    if numbers is not None:
        sums = {
            value: sum(numbers.get(code, 0) for code in _same(value, name, codes))
            for value in values.values()
        }
    choice.set_choices(everything, ((values[shown], shown) for shown in sorted(values)), sums, limit)


def _same(value: str, name: Name, known: Iterable[str]) -> tuple[str, ...]:
    return tuple(code for code in known if name(code) == name(value))
