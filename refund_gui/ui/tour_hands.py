"""Mouse and keyboard of the tour: what a person does at a window, on controls found by their names."""

from collections.abc import Callable
from time import monotonic
from typing import Final

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget

PATIENCE: Final = 20.0
"""Seconds after which the tour stops waiting for anything."""

_LOOK_EVERY: Final = 10
"""Milliseconds between two looks."""

_STILL_FOR: Final = 100
"""Milliseconds in which a picture does not change once all is drawn."""


class TourFailed(Exception):
    """A step did not end as it must. Its text says what is missing."""


def require(holds: bool, otherwise: str) -> None:
    """Raises TourFailed with these words unless it holds."""
    if not holds:
        raise TourFailed(otherwise)


class Hands:
    """Works at one window, `mainWindow` or a dialog. Waits for what it needs; raises TourFailed."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def has(self, name: str) -> bool:
        """Whether a control of this name is on screen."""
        return any(widget.isVisible() for widget in self.window.findChildren(QWidget, name))

    def see(self, name: str) -> QWidget:
        """The control of this name, as soon as it is on screen and can be used."""
        wait_until(lambda: self._usable(name) is not None, f"{name} on screen")
        found = self._usable(name)
        assert found is not None
        return found

    def text(self, name: str) -> str:
        """What a label on screen says."""
        label = self.see(name)
        assert isinstance(label, QLabel)
        return label.text()

    def click(self, name: str) -> None:
        QTest.mouseClick(self.see(name), Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, to whatever has the focus in this window, or to the list that has popped up over it."""
        handle = self.window.windowHandle()
        self.window.activateWindow()  # without a display no window manager does it when a dialog has closed
        wait_until(handle.isActive, f"{self.window.objectName()} in front")
        QTest.keyClick(handle, key, modifiers)

    def type(self, text: str) -> None:
        """Text as an input method hands it over: Hangul comes so, too."""
        wait_until(lambda: self._typed_into() is not None, f"a field to type {text!r} into")
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self._typed_into() or self.window, event)

    def fill(self, name: str, text: str) -> None:
        """Click into a field and type; what stood there goes."""
        self.click(name)
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text)

    def choose(self, view_name: str, number: int) -> None:
        """Click a row of a list."""
        view = self._view(view_name)
        place = view.visualRect(view.model().index(number, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def rows(self, view_name: str) -> list[str]:
        """The rows of a list, each as the texts of its cells."""
        view = self._view(view_name)
        return [_row(view, number) for number in range(view.model().rowCount())]

    def _view(self, name: str) -> QAbstractItemView:
        view = self.see(name)
        assert isinstance(view, QAbstractItemView)
        return view

    def _usable(self, name: str) -> QWidget | None:
        found = self.window.findChildren(QWidget, name)
        return next((widget for widget in found if widget.isVisible() and widget.isEnabled()), None)

    def _typed_into(self) -> QWidget | None:
        widget = QApplication.focusWidget()
        return widget if widget is not None and widget.window() is self.window else None


def _row(view: QAbstractItemView, number: int) -> str:
    model = view.model()
    return " | ".join(str(model.index(number, column).data()) for column in range(model.columnCount()))


def wait_until(condition: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Let the program work until the condition holds; raises TourFailed after `patience` seconds."""
    deadline = monotonic() + patience
    while not condition():
        require(monotonic() < deadline, f"waited {patience:.0f} s in vain for: {what}")
        _let_work(_LOOK_EVERY)


def at_rest(widget: QWidget) -> QImage:
    """Its picture, as soon as it stays the same for a moment."""
    pictures = [QImage()]

    def stays() -> bool:
        pictures.append(widget.grab().toImage())
        if pictures[-1] == pictures[-2]:
            return True
        _let_work(_STILL_FOR)
        return False

    wait_until(stays, f"{widget.objectName()} at rest")
    return pictures[-1]


def _let_work(milliseconds: int) -> None:
    turn = QEventLoop()
    QTimer.singleShot(milliseconds, turn.quit)
    turn.exec()
