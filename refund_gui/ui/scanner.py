"""Tells a scanner from a person: a keyboard that types fast and ends with Enter, CR or CR LF."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from refund_gui.clock import Clock
from refund_gui.ui.search_edit import PAUSE

FASTEST_PERSON: Final = 35
"""Milliseconds from key to key on average: a person takes some 100, a scanner 1 to 30."""
SHORTEST: Final = 6
"""Characters: fewer may be struck as fast by drumming fingers."""
TAIL: Final = 150
"""Milliseconds after an Enter in which another one belongs to it: LF after CR."""
_LONGEST: Final = 2048

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Scanner(QObject):
    """Hears the keys of the main window before its widgets do, and the Enters of the dialogs that it guards.

    Where no text field has the focus, letters do nothing: a scan must not turn filters or move through lists,
    and its Enter must not open whatever order is current.
    """

    scanned = Signal(object)
    """The text that a scanner typed, a str, where it was not typed into a field."""

    def __init__(self, window: QWidget, clock: Clock) -> None:
        super().__init__(window)
        self._clock = clock
        self._main = window
        self._typed = ""
        self._began_at = self._last_at = 0
        self._entered_at: int | None = None
        self.written = ""
        """What a scanner's keys wrote into a text field before the Enter that goes there now; else empty."""
        self.guard(window)

    def guard(self, window: QWidget) -> None:
        """Listen as soon as the window is shown: its keys come to Qt's own window first."""
        window.installEventFilter(self)
        self._listen(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self._listen(watched)
        elif event.type() == QEvent.Type.KeyPress and isinstance(watched, QWindow):
            assert isinstance(event, QKeyEvent)
            return self._on_key(watched is self._main.windowHandle(), event)
        return False

    def _listen(self, window: QWidget) -> None:
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)  # again: Qt keeps one of each

    def _on_key(self, in_main: bool, event: QKeyEvent) -> bool:
        """Whether the key goes no further."""
        at = event.timestamp() or int(self._clock.monotonic() * 1000)
        if _is_enter(event):
            return self._on_enter(in_main, event, at)
        if not event.text().isprintable() or not event.text() or event.modifiers() & _COMMANDS:
            return False
        self._entered_at = None  # whoever writes has begun something else
        return in_main and self._on_letter(event.text(), at) and not self._writes_text()

    def _on_enter(self, in_main: bool, event: QKeyEvent, at: int) -> bool:
        text, is_fast = self._typed, self._is_fast(at)
        self._typed = self.written = ""
        if self._entered_at is not None and at - self._entered_at <= TAIL:
            self._entered_at = at
            return True
        if not in_main or event.isAutoRepeat():
            return False
        self._entered_at = at
        if is_fast and self._writes_text():
            self.written = text
        elif is_fast:
            self.scanned.emit(text)
            return True
        return False

    def _on_letter(self, text: str, at: int) -> bool:
        if not self._typed or at - self._last_at > PAUSE:
            self._typed, self._began_at = "", at
        goes_on = bool(self._typed)
        self._typed = (self._typed + text)[-_LONGEST:]
        self._last_at = at
        return goes_on or text != " "

    def _is_fast(self, at: int) -> bool:
        count = len(self._typed)
        return count >= SHORTEST and at - self._began_at <= FASTEST_PERSON * count

    def _writes_text(self) -> bool:
        """Whether the focus is in a field that takes text."""
        focus = QApplication.focusWidget()
        return focus is not None and focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def _is_enter(event: QKeyEvent) -> bool:
    """Enter, or LF: as Ctrl+J, or as a key of its own."""
    holds_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() in _ENTER or event.text() == "\n" or (event.key() == Qt.Key.Key_J and holds_ctrl)
