"""How many steps a refund takes: the first one of all, and that of a scanned order by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import RefundState
from refund_gui.practice.sample_shop import CARD
from refund_gui.ui.refund_dialog import RefundDialog
from tests.gui.counter import child, is_shown, text
from tests.gui.shell import Opened, Program, Upstream, options, rows
from tests.gui.test_scan import Hands

MOST_ACTIONS = 8
MOST_KEYS = 6


class Mouse:
    """Clicks where a person would, and counts. What cannot be clicked yet is waited for."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.clicks = 0

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        self._program.wait(lambda: widget.isVisible() and widget.isEnabled())
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        self.clicks += 1

    def choose(self, view: QAbstractItemView, row: int) -> None:
        self._program.wait(lambda: view.isVisible() and view.model().rowCount() > row)
        at = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseMove(view.viewport(), at)  # an open list takes no click by a mouse that stands still
        self.click(view.viewport(), at)


def succeeded(opened: Opened) -> list[tuple[RefundState, int]]:
    found = opened.shop.store.overview.counts()
    return list(found.items())


def test_from_nothing_to_the_first_practice_refund_in_eight_actions(
    program: Program, upstream: Upstream, tmp_path: Path
) -> None:
    """As app.py goes on: the wizard's button closes the window, and the practice shop opens."""
    mouse = Mouse(program)
    first = program.open(options(tmp_path, upstream.url)).window
    wanted: list[bool] = []
    first.practice_requested.connect(lambda: wanted.append(True))
    mouse.click(child(program.wizard(first), QPushButton, "tryPracticeButton"))
    assert wanted
    program.close()

    opened = program.open(options(tmp_path, practice=True))
    window = opened.window
    program.wait(lambda: rows(window) > 0 and "Up to date" in text(window, "syncStatus"))
    mouse.choose(child(window, QTableView, "ordersView"), 0)
    mouse.click(child(window, QPushButton, "refundButton"))
    [dialog] = window.findChildren(RefundDialog)
    mouse.click(child(dialog, QPushButton, "fullAmountButton"))
    reasons = child(dialog, QComboBox, "reasonCombo")
    mouse.click(reasons, QPoint(reasons.width() - 10, reasons.height() // 2))
    mouse.choose(reasons.view(), 0)
    mouse.click(child(dialog, QPushButton, "submitButton"))
    mouse.click(child(dialog, QPushButton, "confirmButton"))
    program.wait(lambda: is_shown(dialog, "resultTitle"))
    assert text(dialog, "resultTitle") == "Refund successful"
    assert succeeded(opened) == [(RefundState.SUCCEEDED, 1)]
    assert mouse.clicks <= MOST_ACTIONS


class Keyboard:
    """Strikes keys at whatever has the focus, as a person does, and counts them."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.keys = 0

    def strike(self, key: Qt.Key) -> None:
        window = QApplication.activeWindow()
        assert window is not None
        QTest.keyClick(window.windowHandle(), key)
        self.keys += 1


def test_a_scanned_order_is_refunded_with_at_most_six_keys(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = program.open(options(tmp_path, practice=True))
    program.wait(lambda: rows(opened.window) > 0)
    hands = Hands(program, opened)
    opened.window.activateWindow()
    program.wait(opened.window.isActiveWindow)
    hands.focus("navOrders")
    hands.scan(hands.order_no(CARD))
    dialog = hands.until_open(CARD)
    program.wait(lambda: dialog.isActiveWindow() and child(dialog, QLineEdit, "amountEdit").hasFocus())
    keyboard = Keyboard(program)
    keyboard.strike(Qt.Key.Key_F8)
    assert child(dialog, QLineEdit, "amountEdit").text() == "58,000"
    keyboard.strike(Qt.Key.Key_Down)
    assert child(dialog, QComboBox, "reasonCombo").currentText() == opened.shop.settings.current.reasons[0]
    keyboard.strike(Qt.Key.Key_F9)
    confirm = child(dialog, QPushButton, "confirmButton")
    program.wait(confirm.isEnabled)
    assert hands.cancels() == 0, "no key so far may move money"
    keyboard.strike(Qt.Key.Key_Tab)
    assert confirm.hasFocus()
    keyboard.strike(Qt.Key.Key_Space)
    program.wait(lambda: is_shown(dialog, "resultTitle"))
    assert text(dialog, "resultTitle") == "Refund successful"
    assert hands.cancels() == 1
    assert keyboard.keys <= MOST_KEYS


@pytest.mark.parametrize("key", [Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_Return])
def test_no_key_of_the_short_way_confirms_by_itself(program: Program, tmp_path: Path, key: Qt.Key) -> None:
    """Held down or struck again at the last look, it does nothing."""
    opened = program.open(options(tmp_path, practice=True))
    program.wait(lambda: rows(opened.window) > 0)
    opened.window.show_refund(CARD)
    hands = Hands(program, opened)
    dialog = hands.until_open(CARD)
    dialog.activateWindow()
    program.wait(dialog.isActiveWindow)
    keyboard = Keyboard(program)
    for each in (Qt.Key.Key_F8, Qt.Key.Key_Down, Qt.Key.Key_F9):
        keyboard.strike(each)
    confirm = child(dialog, QPushButton, "confirmButton")
    program.wait(confirm.isEnabled)
    for _ in range(5):
        keyboard.strike(key)
    assert is_shown(dialog, "confirmButton")
    assert hands.cancels() == 0


def test_without_a_reason_the_short_way_stops_at_it(program: Program, tmp_path: Path) -> None:
    opened = program.open(options(tmp_path, practice=True))
    program.wait(lambda: rows(opened.window) > 0)
    opened.window.show_refund(CARD)
    dialog = Hands(program, opened).until_open(CARD)
    dialog.activateWindow()
    program.wait(dialog.isActiveWindow)
    keyboard = Keyboard(program)
    keyboard.strike(Qt.Key.Key_F8)
    keyboard.strike(Qt.Key.Key_F9)
    assert is_shown(dialog, "reasonError")
    assert not is_shown(dialog, "confirmButton")
