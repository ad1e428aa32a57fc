"""A person at the refund dialog: looks at what is on screen, types, and presses keys."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import TypeVar

import httpx
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import Refund
from refund_gui.settings import Settings
from refund_gui.ui.refund_dialog import RefundDialog
from tests.gui.counter import Counter
from tests.practice.shop_kit import payment

Widget = TypeVar("Widget", bound=QObject)

SETTINGS = Settings(shop="가을상점", operators=("김점원",))


class HeldLine(httpx.BaseTransport):
    """A line on which a request hangs until it is released."""

    def __init__(self, line: httpx.BaseTransport) -> None:
        self._line = line
        self.reached = Event()
        self.released = Event()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.reached.set()
        assert self.released.wait(20)
        return self._line.handle_request(request)


@dataclass
class Desk:
    """`window` is the dialog in front of the person; `main_window` is what it belongs to."""

    counter: Counter
    qtbot: QtBot
    window: RefundDialog
    main_window: QWidget

    def sees(self, name: str) -> bool:
        """Whether a control of that name is on screen."""
        return any(widget.isVisible() for widget in self.window.findChildren(QWidget, name))

    def find(self, kind: type[Widget], name: str) -> Widget:
        """The control of that name that is on screen."""
        found = [w for w in self.window.findChildren(kind, name) if isinstance(w, QWidget) and w.isVisible()]
        assert len(found) == 1, f"{len(found)} visible {kind.__name__} {name}"
        return found[0]

    def reads(self, name: str) -> str:
        return self.find(QLabel, name).text()

    def button(self, name: str) -> QAbstractButton:
        return self.find(QAbstractButton, name)

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition)

    def until_seen(self, name: str) -> None:
        self.until(lambda: self.sees(name))

    def until_titled(self, title: str) -> None:
        self.until(lambda: self.sees("resultTitle") and self.reads("resultTitle") == title)

    def focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.window() is self.window
        return focused

    def type(self, text: str) -> None:
        """Into the field that has the focus; what no plain key writes comes from an input method."""
        if text.isascii():
            QTest.keyClicks(self.focus(), text)
        else:
            commit = QInputMethodEvent()
            commit.setCommitString(text)
            QCoreApplication.sendEvent(self.focus(), commit)
        QCoreApplication.processEvents()  # a list may have popped up: its window comes to the front later

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.activePopupWidget() or self.focus(), key)

    def key_event(self, kind: QEvent.Type, key: Qt.Key, held: bool = False) -> None:
        """One half of a key press, as a held key sends them."""
        text = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Space: " "}.get(key, "")
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, held)
        QCoreApplication.sendEvent(self.focus(), event)

    def go_to(self, name: str) -> None:
        """Tab until the control of that name has the focus."""
        for _ in range(40):
            if self.focus().objectName() == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"the keyboard does not reach {name}")

    def push(self, name: str) -> None:
        """Press a button by keyboard."""
        self.go_to(name)
        self.press(Qt.Key.Key_Space)

    def put(self, **texts: str) -> None:
        """Texts into fields by name, as pasting does."""
        for name, text in texts.items():
            control = self.find(QWidget, name)
            if isinstance(control, QComboBox):
                control.setEditText(text)
            else:
                assert isinstance(control, QLineEdit)
                control.setText(text)

    def fill(self, amount: str, reason: str = "고객 변심") -> None:
        self.put(amountEdit=amount, reasonCombo=reason)

    def fill_account(self) -> None:
        self.put(refundBankCombo="신한은행", refundAccountEdit="9990001234567")
        self.put(refundAccountAgainEdit="9990001234567", refundHolderEdit="김가람")

    def submit(self) -> None:
        """On to the confirmation, and until it may be confirmed."""
        self.button("submitButton").click()
        self.until_armed("confirmButton")

    def until_armed(self, name: str) -> None:
        self.until(lambda: self.sees(name) and self.button(name).isEnabled())

    def refund(self, amount: str) -> None:
        """All the way to the result."""
        self.fill(amount)
        self.submit()
        self.button("confirmButton").click()
        self.until_seen("resultTitle")

    def stored(self) -> tuple[Refund, ...]:
        """The payment's refunds, newest first."""
        return self.counter.shop.store.refunds.of_payment(self.imp_uid)

    def posts(self) -> int:
        return self.counter.shop.posts()

    @property
    def imp_uid(self) -> str:
        return "imp_1"


def open_desk(
    counter: Counter, qtbot: QtBot, settings: Settings = SETTINGS, step: str = "submitButton"
) -> Desk:
    """The dialog on `imp_1`, once `step` is on screen."""
    main_window = QWidget()
    qtbot.addWidget(main_window)
    window = RefundDialog("imp_1", counter.terminal, counter.lanes, settings, main_window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    desk = Desk(counter, qtbot, window, main_window)
    desk.until_seen(step)
    return desk


def desk_for(
    counter: Counter,
    qtbot: QtBot,
    amount: int = 10_000,
    pay_method: str = "card",
    pg_provider: str = "html5_inicis",
    settings: Settings = SETTINGS,
) -> Desk:
    """A payment at upstream, and the dialog on it."""
    counter.shop.upstream.add(payment("imp_1", amount, pay_method, pg_provider))
    return open_desk(counter, qtbot, settings)
