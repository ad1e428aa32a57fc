"""Names and values below one another, as they came: nothing from outside is ever read as rich text."""

from collections.abc import Collection, Iterable
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

    def show_facts(self, facts: Iterable[Fact]) -> None:
        """Replace what is shown."""
        while self._form.rowCount():
            self._form.removeRow(0)
        for fact in facts:
            if not fact.value:
                continue
            name = plain_label(fact.object_name + "Name", "hint")
            name.setWordWrap(False)
            name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            name.setText(fact.name)
            self._form.addRow(name, _value(fact))
        self._put_in_tab_order()

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
            for line in reversed(self.findChildren(QLineEdit)):
                QWidget.setTabOrder(area, line)


def _value(fact: Fact) -> QWidget:
    """A label; but a label cannot break one long address or number: that scrolls in a line of its own."""
    if len(fact.value) <= _WHOLE or len(fact.value.split()) > 1:
        label = plain_label(fact.object_name)
        label.setText(fact.value)
        return label
    line = QLineEdit(fact.value)
    line.setObjectName(fact.object_name)
    line.setProperty("role", "fact")
    line.setReadOnly(True)
    line.setAccessibleName(fact.name)
    line.setCursorPosition(0)
    return line
