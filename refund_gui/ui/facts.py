"""Names and values below one another, as they came: nothing from outside is ever read as rich text."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

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
