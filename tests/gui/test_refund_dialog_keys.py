"""Complaint 1: held keys, scanners and double clicks never send, and never send twice."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from refund_gui.ui.confirm_button import ARM_AFTER, ConfirmButton
from tests.gui.counter import Counter
from tests.gui.refund_desk import Desk, desk_for

PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
RETURN, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space


def at_confirmation(counter: Counter, qtbot: QtBot) -> Desk:
    desk = desk_for(counter, qtbot)
    desk.fill("1000")
    desk.button("submitButton").click()
    assert desk.sees("confirmButton")
    return desk


def let_it_arm(desk: Desk) -> None:
    """Until a timer that was started after the button's own, and takes longer, has fired."""
    timer = QTimer(desk.window, singleShot=True, interval=ARM_AFTER + 100)
    with desk.qtbot.waitSignal(timer.timeout):
        timer.start()


def test_a_held_enter_walks_one_field_and_sends_nothing(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.type("1000")
    desk.key_event(PRESS, RETURN)
    second = desk.focus().objectName()
    assert second != "amountEdit"
    for _ in range(50):
        desk.key_event(PRESS, RETURN, held=True)
        desk.key_event(RELEASE, RETURN, held=True)
    assert desk.focus().objectName() == second
    assert desk.sees("submitButton")


def test_a_scanner_with_cr_lf_goes_through_the_form_and_stops_there(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    for _ in range(30):
        desk.type("1")
        desk.press(RETURN)
        QTest.keyClick(desk.focus(), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)  # LF
    assert desk.sees("submitButton")
    assert desk.posts() == 0


def test_enter_presses_the_forms_button_once_the_focus_has_rested_on_it(
    counter: Counter, qtbot: QtBot
) -> None:
    desk = desk_for(counter, qtbot)
    desk.fill("1000")
    desk.go_to("submitButton")
    desk.press(RETURN)
    assert desk.sees("submitButton"), "struck as fast as a scanner does"
    let_it_arm(desk)
    desk.key_event(PRESS, RETURN, held=True)
    assert desk.sees("submitButton"), "held"
    let_it_arm(desk)
    desk.press(RETURN)
    assert desk.sees("confirmButton")
    assert desk.posts() == 0


def test_a_scanner_at_the_confirmation_sends_nothing(counter: Counter, qtbot: QtBot) -> None:
    desk = at_confirmation(counter, qtbot)
    desk.until_armed("confirmButton")
    desk.go_to("confirmButton")
    for _ in range(20):
        desk.type("880 123")
        desk.press(RETURN)
        desk.press(Qt.Key.Key_Enter)
    assert desk.posts() == 0
    assert not desk.button("confirmButton").isEnabled(), "each keystroke takes the button's readiness away"
    desk.until_armed("confirmButton")


def test_a_held_space_bar_presses_nothing(counter: Counter, qtbot: QtBot) -> None:
    desk = at_confirmation(counter, qtbot)
    desk.until_armed("confirmButton")
    desk.go_to("confirmButton")
    for _ in range(20):
        desk.key_event(PRESS, SPACE, held=True)
        desk.key_event(RELEASE, SPACE, held=True)
    assert desk.sees("confirmButton")
    assert desk.posts() == 0


def test_the_button_arms_only_when_all_keys_are_up(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.fill("1000")
    desk.key_event(PRESS, SPACE)
    desk.button("submitButton").click()
    let_it_arm(desk)
    assert not desk.button("confirmButton").isEnabled()
    desk.key_event(RELEASE, SPACE)
    assert desk.button("confirmButton").isEnabled()


def test_the_button_is_dead_before_it_arms(counter: Counter, qtbot: QtBot) -> None:
    desk = at_confirmation(counter, qtbot)
    button = desk.find(QPushButton, "confirmButton")
    assert not button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.click()
    assert desk.posts() == 0
    assert desk.sees("confirmButton")


def test_a_double_click_sends_once(counter: Counter, qtbot: QtBot) -> None:
    desk = at_confirmation(counter, qtbot)
    desk.until_armed("confirmButton")
    button = desk.find(QPushButton, "confirmButton")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    button.click()
    desk.until_titled("Refund successful")
    assert desk.posts() == 1
    assert len(desk.stored()) == 1


def test_a_press_of_the_space_bar_sends_once(counter: Counter, qtbot: QtBot) -> None:
    desk = at_confirmation(counter, qtbot)
    desk.until_armed("confirmButton")
    desk.push("confirmButton")
    desk.press(SPACE)
    desk.press(RETURN)
    desk.until_titled("Refund successful")
    assert desk.posts() == 1


def test_the_button_must_arm_again_after_going_back(counter: Counter, qtbot: QtBot) -> None:
    desk = at_confirmation(counter, qtbot)
    desk.until_armed("confirmButton")
    desk.push("backButton")
    assert desk.find(QLineEdit, "amountEdit").hasFocus()
    desk.button("submitButton").click()
    assert not desk.button("confirmButton").isEnabled()


def test_the_button_confirms_once_for_each_time_it_is_armed(qtbot: QtBot) -> None:
    button = ConfirmButton()
    qtbot.addWidget(button)
    confirmed = []
    button.confirmed.connect(lambda: confirmed.append(button.isEnabled()))
    button.show()
    for times in (1, 2):
        button.arm()
        qtbot.waitUntil(button.isEnabled)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
        button.pressed.emit()  # as a screen reader may, whatever the button looks like
        assert confirmed == [False] * times
