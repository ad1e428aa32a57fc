"""Escape and closing lose nothing that was typed without asking."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import Cause, Move, RefundState
from refund_gui.practice.sample_shop import CARD
from refund_gui.ui.discard import AskingDialog
from refund_gui.ui.refund_dialog import RefundDialog
from refund_gui.ui.review_dialog import ReviewDialog
from refund_gui.ui.settings_dialog import SettingsDialog
from tests.gui.counter import Counter, child, is_shown
from tests.gui.refund_desk import Desk, desk_for
from tests.gui.shell import Opened, Program, Upstream, options, rows
from tests.gui.test_shell_window import lost_refund

ESCAPE = Qt.Key.Key_Escape


def press(dialog: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(dialog, key)


def asks(dialog: QWidget) -> bool:
    return is_shown(dialog, "discardQuestion")


@pytest.mark.parametrize("field", ["amountEdit", "noteEdit", "reasonCombo"])
def test_a_refund_form_asks_first(counter: Counter, qtbot: QtBot, field: str) -> None:
    desk = desk_for(counter, qtbot)
    desk.put(**{field: "1000"})
    press(desk.window, ESCAPE)
    assert asks(desk.window)
    assert desk.window.focusWidget() is desk.button("keepButton"), "keeping is what Space does"
    press(desk.window, ESCAPE)
    assert not asks(desk.window), "Escape again keeps"
    assert desk.sees("amountEdit")
    assert not desk.window.close()
    assert asks(desk.window)
    desk.button("keepButton").click()
    assert desk.window.isVisible()
    with qtbot.waitSignal(desk.window.closed):
        press(desk.window, ESCAPE)
        desk.button("discardButton").click()
    assert desk.posts() == 0
    assert desk.stored() == ()


def test_an_account_counts_as_typed(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot, 32_000, "vbank")
    desk.put(refundHolderEdit="김가람")
    assert not desk.window.close()
    assert asks(desk.window)


def test_a_form_in_which_nothing_was_typed_closes_at_once(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.put(amountEdit="", noteEdit="  ")
    with qtbot.waitSignal(desk.window.closed):
        press(desk.window, ESCAPE)


def test_the_focus_comes_back_to_where_one_typed(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.put(noteEdit="고객이 전화함")
    note = desk.find(QLineEdit, "noteEdit")
    note.setFocus()
    press(note, ESCAPE)
    press(desk.window, ESCAPE)
    assert desk.window.focusWidget() is note
    assert note.text() == "고객이 전화함"


def at_last_look(counter: Counter, qtbot: QtBot) -> Desk:
    desk = desk_for(counter, qtbot)
    desk.fill("1000")
    desk.submit()
    return desk


def test_the_last_look_asks_when_it_is_closed_and_leads_back_on_escape(
    counter: Counter, qtbot: QtBot
) -> None:
    desk = at_last_look(counter, qtbot)
    assert not desk.window.close()
    assert asks(desk.window)
    press(desk.window, ESCAPE)
    assert desk.sees("confirmButton")
    press(desk.window, ESCAPE)
    assert desk.sees("amountEdit")
    assert not asks(desk.window)


def test_who_goes_on_instead_of_answering_is_not_asked_any_more(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.fill("1000")
    press(desk.window, ESCAPE)
    desk.submit()
    assert not asks(desk.window)


def test_a_result_has_nothing_to_lose(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.refund("1000")
    desk.until_titled("Refund successful")
    with qtbot.waitSignal(desk.window.closed):
        press(desk.window, ESCAPE)


def practice(program: Program, tmp_path: Path) -> Opened:
    opened = program.open(options(tmp_path, practice=True))
    program.wait(lambda: rows(opened.window) > 0)
    return opened


def goes_and_comes_back(program: Program, dialog: AskingDialog, undo: Callable[[], None]) -> None:
    """It asks, keeps, and closes at once when what was typed is as before."""
    press(dialog, ESCAPE)
    assert asks(dialog)
    assert dialog.isVisible()
    press(dialog, ESCAPE)
    assert not asks(dialog)
    dialog.close()
    assert asks(dialog)
    child(dialog, QPushButton, "keepButton").click()
    undo()
    press(dialog, ESCAPE)
    program.wait(lambda: not dialog.isVisible())


def test_settings_ask_first(program: Program, tmp_path: Path) -> None:
    opened = practice(program, tmp_path)
    child(opened.window, QPushButton, "settingsButton").click()
    dialog = child(opened.window, SettingsDialog, "settingsDialog")
    months, shop = child(dialog, QSpinBox, "monthsSpin"), child(dialog, QLineEdit, "shopEdit")
    shop.setText("가람상회")
    goes_and_comes_back(program, dialog, shop.clear)
    child(opened.window, QPushButton, "settingsButton").click()
    dialog = opened.window.findChildren(SettingsDialog)[-1]
    child(dialog, QSpinBox, "monthsSpin").setValue(months.value() + 1)
    child(dialog, QPlainTextEdit, "operatorsEdit").setPlainText("김점원")
    press(dialog, ESCAPE)
    child(dialog, QPushButton, "discardButton").click()
    program.wait(lambda: not dialog.isVisible())
    assert opened.shop.settings.current.operators == ()


def test_cancel_is_an_answer_already(program: Program, tmp_path: Path) -> None:
    window = practice(program, tmp_path).window
    child(window, QPushButton, "settingsButton").click()
    dialog = child(window, SettingsDialog, "settingsDialog")
    child(dialog, QLineEdit, "shopEdit").setText("가람상회")
    child(dialog, QPushButton, "settingsCancelButton").click()
    assert not dialog.isVisible()


def test_the_wizard_asks_first(program: Program, upstream: Upstream, tmp_path: Path) -> None:
    wizard = program.wizard(program.open(options(tmp_path, upstream.url)).window)
    key = child(wizard, QLineEdit, "impKeyEdit")
    key.setText("1234")
    goes_and_comes_back(program, wizard, key.clear)


def test_practice_is_not_held_up_by_half_typed_keys(
    program: Program, upstream: Upstream, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.open(options(tmp_path, upstream.url)).window
    wizard = program.wizard(window)
    child(wizard, QLineEdit, "impKeyEdit").setText("1234")
    with qtbot.waitSignal(window.practice_requested):
        child(wizard, QPushButton, "tryPracticeButton").click()
    with qtbot.waitSignal(window.closed):
        assert window.close()


def test_a_review_asks_first(program: Program, tmp_path: Path) -> None:
    opened = practice(program, tmp_path)
    refund_id = lost_refund(opened)
    to_review = Move(RefundState.UNKNOWN, RefundState.NEEDS_REVIEW, Cause.READ, 1)
    opened.shop.store.refunds.move(refund_id, to_review)
    opened.window.show_review(refund_id)
    [review] = opened.window.findChildren(ReviewDialog)
    reason = child(review, QLineEdit, "reviewReasonEdit")
    program.wait(reason.isEnabled)
    reason.setText("PG에 전화")
    goes_and_comes_back(program, review, reason.clear)


def test_the_main_window_asks_once_for_what_is_typed_in_its_dialogs(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    window = practice(program, tmp_path).window
    window.show_refund(CARD)
    [dialog] = window.findChildren(RefundDialog)
    program.wait(lambda: is_shown(dialog, "amountEdit"))
    child(dialog, QLineEdit, "amountEdit").setText("1000")
    assert not window.close()
    assert asks(dialog)
    assert window.isVisible()
    with qtbot.waitSignal(window.closed):
        assert window.close(), "who closes it again has answered"
    program.wait(lambda: not window.findChildren(RefundDialog))
