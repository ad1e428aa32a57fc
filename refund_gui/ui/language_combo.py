"""The choice of the window's language, each written in itself."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

_NAMES = {"ko": "한국어", "en": "English"}


class LanguageCombo(QComboBox):
    """Korean or English."""

    chosen = Signal(str)
    """`ko` or `en`, chosen by the person."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("languageCombo")
        for each, name in _NAMES.items():
            self.addItem(name, each)
        self.setCurrentIndex(self.findData(code))
        self.activated.connect(self._on_activated)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Language"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def code(self) -> str:
        """`ko` or `en`."""
        return str(self.currentData())

    @Slot(int)
    def _on_activated(self, _index: int) -> None:
        self.chosen.emit(self.code())
