"""Separators appear while one types, the cursor stays where the person is, and no value ever changes."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from refund_gui.domain.money import Money, NotANumber, TooManyDecimals
from refund_gui.ui.amount_edit import AmountEdit


@pytest.fixture
def edit(qtbot: QtBot) -> AmountEdit:
    edit = AmountEdit()
    qtbot.addWidget(edit)
    return edit


def compose(edit: AmountEdit, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(edit, event)


def test_typing_puts_separators_in(edit: AmountEdit) -> None:
    seen = []
    for key in "1234567":
        QTest.keyClicks(edit, key)
        seen.append(edit.text())
    assert seen == ["1", "12", "123", "1,234", "12,345", "123,456", "1,234,567"]
    assert edit.amount() == Money(1_234_567, "KRW")


def test_the_cursor_stays_behind_the_same_digit(edit: AmountEdit) -> None:
    edit.setText("1234")
    edit.setCursorPosition(1)
    QTest.keyClicks(edit, "9")
    assert (edit.text(), edit.cursorPosition()) == ("19,234", 2)
    QTest.keyClicks(edit, "9")
    assert (edit.text(), edit.cursorPosition()) == ("199,234", 3)
    QTest.keyClicks(edit, "9")
    assert (edit.text(), edit.cursorPosition()) == ("1,999,234", 5)


def test_backspace_and_delete_step_over_separators(edit: AmountEdit) -> None:
    edit.setText("1,234,567")
    edit.setCursorPosition(6)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert (edit.text(), edit.cursorPosition()) == ("123,567", 3)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert (edit.text(), edit.cursorPosition()) == ("12,367", 4)


def test_separators_typed_by_hand_are_welcome(edit: AmountEdit) -> None:
    QTest.keyClicks(edit, "1,000")
    assert edit.text() == "1,000"
    QTest.keyClicks(edit, "0")
    assert edit.text() == "10,000"


@pytest.mark.parametrize("text", ["1,5", "1,00", "1,2345", "12,34,567", ",100"])
def test_a_separator_in_the_wrong_place_is_never_taken_away(edit: AmountEdit, text: str) -> None:
    edit.setText(text)
    assert edit.text() == text
    with pytest.raises(NotANumber):
        edit.amount()


def test_the_same_when_it_is_typed_key_by_key(edit: AmountEdit) -> None:
    edit.set_currency("USD")
    QTest.keyClicks(edit, "1,5")
    assert edit.text() == "1,5"


def test_pasting_over_everything_is_no_typing(edit: AmountEdit) -> None:
    edit.setText("1234")
    edit.selectAll()
    QGuiApplication.clipboard().setText("1,5")
    QTest.keySequence(edit, QKeySequence(QKeySequence.StandardKey.Paste))
    assert edit.text() == "1,5"


def test_full_width_digits_from_an_input_method(edit: AmountEdit) -> None:
    compose(edit, "７０００")
    assert edit.text() == "7,000"
    compose(edit, "０")
    assert edit.text() == "70,000"
    assert edit.amount() == Money(70_000, "KRW")


@pytest.mark.parametrize("text", ["1,000원", "₩1,000", "abc", "1000 원"])
def test_other_texts_stay_as_they_are(edit: AmountEdit, text: str) -> None:
    edit.setText(text)
    assert edit.text() == text


def test_minor_digits_follow_the_currency(edit: AmountEdit) -> None:
    QTest.keyClicks(edit, "1234.56")
    assert edit.text() == "1,234.56"
    with pytest.raises(TooManyDecimals):
        edit.amount()
    edit.set_currency("USD")
    assert edit.amount() == Money(123_456, "USD")
