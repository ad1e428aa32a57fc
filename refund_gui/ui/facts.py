"""Names and values below one another, as they came: nothing from outside is ever read as rich text."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget

from refund_gui.ui.entry import plain_label


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
            value = plain_label(fact.object_name)
            value.setText(fact.value)
            self._form.addRow(name, value)
