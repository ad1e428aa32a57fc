"""Keys and the dialog: Enter goes to the next field, and a key that is held down never confirms anything."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterMovesOn(QObject):
    """Makes Enter in the watched fields go to the next one. A held Enter moves once."""

    def watch(self, *fields: QWidget) -> None:
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QWidget) and not event.isAutoRepeat():
            watched.window().focusNextChild()
        return event.type() == QEvent.Type.KeyPress


class KeysHeld(QObject):
    """Which keys are down in a window, seen at each of its widgets."""

    all_up = Signal()
    struck = Signal()
    """A key that writes or Enter went down, by hand, by a scanner, or again because it is held."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._down: set[int] = set()
        for widget in (window, *window.findChildren(QWidget)):
            widget.installEventFilter(self)

    @property
    def any(self) -> bool:
        return bool(self._down)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate or _opens_popup(event):
            self._down.clear()  # their release goes elsewhere
            self.all_up.emit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._down.add(event.key())
            if event.key() in _ENTER or (event.text().isprintable() and event.text().strip()):
                self.struck.emit()
        elif (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyRelease
            and not event.isAutoRepeat()
            and event.key() in self._down
        ):
            self._down.discard(event.key())
            if not self._down:
                self.all_up.emit()
        return False


def _opens_popup(event: QEvent) -> bool:
    return (
        isinstance(event, QFocusEvent)
        and event.type() == QEvent.Type.FocusOut
        and event.reason() == Qt.FocusReason.PopupFocusReason
    )
