"""The search field: it hears Hangul while it is composed."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QSize, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

PAUSE: Final = 200
"""Milliseconds without a key after which something else begins."""
_AROUND: Final = 32
"""Pixels beside the text, together."""


class SearchEdit(QLineEdit):
    """Searches at each key. `text()` lacks the syllable that is being composed, so it is asked for here."""

    changed = Signal()
    """What is searched for has changed."""
    entered = Signal()
    """Enter or arrow down: on to the list."""
    submitted = Signal(object)
    """Enter: the text that was searched for, a str."""

    def __init__(self, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setClearButtonEnabled(True)
        self._composed = ""
        self.older = ""
        """What stood here before what was typed last without a pause, and was not typed over."""
        self._since_key = QElapsedTimer()
        self._told = ("", False)
        self.textChanged.connect(self._tell)

    def whole_width(self) -> int:
        """Pixels in which it can be read what can be searched for."""
        return self.fontMetrics().horizontalAdvance(self.placeholderText()) + _AROUND

    def setPlaceholderText(self, text: str) -> None:
        super().setPlaceholderText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(self.whole_width(), 0))

    def searched(self) -> str:
        """The text with the syllable that is being composed in its place, without spaces around it."""
        text, place = self.text(), self.cursorPosition()
        return (text[:place] + self._composed + text[place:]).strip()

    def is_composing(self) -> bool:
        """Whether what is searched for ends in a syllable that is still being composed."""
        return bool(self._composed) and self.cursorPosition() == len(self.text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._keep_older()
        self._composed = event.preeditString()
        super().inputMethodEvent(event)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            if not event.isAutoRepeat():
                self.entered.emit()
                if event.key() != Qt.Key.Key_Down:
                    self.submitted.emit(self.searched())
                    self._since_key.invalidate()
            return
        self._keep_older()
        super().keyPressEvent(event)

    def _keep_older(self) -> None:
        """Before a key or a syllable changes the text."""
        if not self._since_key.isValid() or self._since_key.hasExpired(PAUSE):
            text, start = self.text(), max(0, self.selectionStart())
            self.older = text[:start] + text[start + len(self.selectedText()) :]
        self._since_key.start()

    def _tell(self) -> None:
        typed = (self.searched(), self.is_composing())
        if typed != self._told:
            self._told = typed
            self.changed.emit()
