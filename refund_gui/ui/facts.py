"""Names and values below one another, as they came: nothing from outside is ever read as rich text."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QScrollArea, QWidget

from refund_gui.domain.searching import Search
from refund_gui.ui.entry import plain_label

_WHOLE: Final = 24
"""The longest word that the narrowest pane shows whole."""


class Fact(NamedTuple):
    """One line. `object_name` is the value's label; a fact without a value is not shown."""

    object_name: str
    name: str
    value: str


_Kind = tuple[str, bool]
"""The value's object name, and whether it scrolls."""


class _Line(NamedTuple):
    kind: _Kind
    name: QLabel
    value: QLabel | QLineEdit


class FactSheet(QWidget):
    """Facts in two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._lines: list[_Line] = []

    def show_facts(self, facts: Iterable[Fact]) -> None:
        """Replace what is shown. Lines that are needed again stay: making them is what takes time."""
        shown = [fact for fact in facts if fact.value]
        self._keep_lines([_kind(fact) for fact in shown])
        for line, fact in zip(self._lines, shown, strict=True):
            line.name.setText(fact.name)
            line.value.setText(fact.value)
            if isinstance(line.value, QLineEdit):
                line.value.setAccessibleName(fact.name)
                line.value.setCursorPosition(0)

    def _keep_lines(self, kinds: Sequence[_Kind]) -> None:
        """Make and remove lines until they are of these kinds."""
        if kinds == [line.kind for line in self._lines]:
            return
        for number, kind in enumerate(kinds):
            while number < len(self._lines) and self._lines[number].kind not in kinds[number:]:
                self._remove_line(number)
            if number == len(self._lines) or self._lines[number].kind != kind:
                line = _line(kind)
                self._lines.insert(number, line)
                self._form.insertRow(number, line.name, line.value)
        while len(self._lines) > len(kinds):
            self._remove_line(len(kinds))
        self._put_in_tab_order()

    def _remove_line(self, number: int) -> None:
        self._form.removeRow(number)
        del self._lines[number]

    def mark(self, names: Collection[str], search: Search) -> None:
        """Mark those of the facts of these names in which the search finds something."""
        values: list[QLabel | QLineEdit] = [*self.findChildren(QLabel), *self.findChildren(QLineEdit)]
        for value in values:
            is_searched = value.objectName() in names and not search.is_empty
            is_found = is_searched and bool(search.spans(value.text()))
            if is_found != bool(value.property("marked")):
                value.setProperty("marked", is_found)
                value.style().polish(value)

    def _put_in_tab_order(self) -> None:
        """Lines that take the focus come behind the area in which they scroll, which then shows them."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            for line in reversed(self._lines):
                if isinstance(line.value, QLineEdit):
                    QWidget.setTabOrder(area, line.value)


def _kind(fact: Fact) -> _Kind:
    """A label cannot break one long address or number: that scrolls in a line of its own."""
    return fact.object_name, len(fact.value) > _WHOLE and len(fact.value.split()) == 1


def _line(kind: _Kind) -> _Line:
    object_name, scrolls = kind
    name = plain_label(object_name + "Name", "hint")
    name.setWordWrap(False)
    name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return _Line(kind, name, _scrolling(object_name) if scrolls else plain_label(object_name))


def _scrolling(object_name: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(object_name)
    line.setProperty("role", "fact")
    line.setReadOnly(True)
    return line
