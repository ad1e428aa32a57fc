"""How many months of orders the shop wants in its list."""

from typing import Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QSpinBox, QWidget

from refund_gui.settings import EVERYTHING, MONTHS

_MARGIN: Final = 8
"""Pixels before the text and after it, which Qt leaves out when it reckons how wide the box must be."""


class MonthsSpin(QSpinBox):
    """`monthsSpin`. Below one month, and above the most, stands everything."""

    def __init__(self, months: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("monthsSpin")
        self.setRange(EVERYTHING, MONTHS.stop - 1)
        self.setWrapping(True)
        self.setValue(months)
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
        self.retranslate()

    def retranslate(self) -> None:
        self.setSuffix(self.tr(" months"))
        self.setSpecialValueText(self.tr("Everything"))
        self.setAccessibleName(self.tr("Months of orders to load"))

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(2 * _MARGIN, 0)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() + QSize(2 * _MARGIN, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
