"""Who does it, where the settings name several people."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from refund_gui.ui.entry import form_label


class OperatorCombo(QComboBox):
    """The shop's people; out of sight where there is nobody or only one to choose."""

    def __init__(self, operators: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("operatorCombo")
        self.setMinimumHeight(32)
        self.addItems(operators)
        self._label = form_label()
        self._label.setBuddy(self)
        self.retranslate()

    def add_to(self, form: QFormLayout) -> None:
        """Put it into the form as its next row."""
        form.addRow(self._label, self)
        form.setRowVisible(self, self.count() > 1)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self._label.setText(self.tr("Operator"))
        self.setAccessibleName(self.tr("Operator"))
