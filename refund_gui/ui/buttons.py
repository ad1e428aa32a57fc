"""Buttons of the refund's dialogs: none of them is ever pressed by an Enter typed elsewhere."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton

BY_HAND: Final = 400
"""Milliseconds after which an Enter is a person's: a scanner strikes faster."""


def plain_button(name: str, role: str = "") -> QPushButton:
    """A button that is no dialog's default. `role` is one of the style sheet's."""
    return _prepared(QPushButton(), name, role)


def continue_button(name: str) -> QPushButton:
    """The form's button. Enter presses it too, once the focus has rested on it."""
    return _prepared(_ContinueButton(), name, "primary")


def _prepared(button: QPushButton, name: str, role: str) -> QPushButton:
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.setMinimumHeight(32)
    if role:
        button.setProperty("role", role)
    return button


class _ContinueButton(QPushButton):
    def __init__(self) -> None:
        super().__init__()
        self._rested = QElapsedTimer()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._rested.start()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and self._rested.isValid() and self._rested.hasExpired(BY_HAND):
            self.click()
        else:
            self._rested.start()
