"""The button that moves money (complaints 1, 10): slow to arm, deaf to held keys, dead at the first press."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from refund_gui.ui.keys_held import KeysHeld

ARM_AFTER: Final = 400
"""Milliseconds in which nothing was struck and after which no key may be down."""


class ConfirmButton(QPushButton):
    """After each `arm()` it takes one press, by mouse, space bar or screen reader.

    Enter never presses it: scanners end with Enter. Signal `confirmed`: once for each `arm()`.
    """

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._keys: KeysHeld | None = None
        self._wants = False
        self._timer = QTimer(self, singleShot=True, interval=ARM_AFTER)
        self._timer.timeout.connect(self._on_quiet)
        self.pressed.connect(self._on_pressed)
        self.setAutoDefault(False)
        self.setEnabled(False)

    def listen(self, keys: KeysHeld) -> None:
        """The keys of the window that it stands in."""
        self._keys = keys
        keys.struck.connect(self._on_struck)
        keys.all_up.connect(self._on_all_up)

    def arm(self) -> None:
        """It is on screen now and may be pressed soon."""
        self._wants = True
        self.setEnabled(False)
        self._timer.start()

    def disarm(self) -> None:
        """It may not be pressed."""
        self._wants = False
        self._timer.stop()
        self.setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _on_quiet(self) -> None:
        if self._keys is None or not self._keys.any:
            self.setEnabled(self._wants)

    def _on_struck(self) -> None:
        if self._wants:
            self.arm()

    def _on_all_up(self) -> None:
        if not self._timer.isActive():
            self._on_quiet()

    def _on_pressed(self) -> None:
        if self._wants:
            self.disarm()
            self.confirmed.emit()
