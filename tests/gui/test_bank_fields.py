"""The customer's account: the bank by its name, the number typed twice, nothing kept longer than needed."""

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from refund_gui.domain.banks import bank_codes
from refund_gui.domain.rules import AccountNeed
from refund_gui.ui.bank_fields import BankFields
from tests.gui.counter import child

NUMBER = "9990001234567"


@pytest.fixture
def fields(qtbot: QtBot) -> BankFields:
    fields = BankFields()
    qtbot.addWidget(fields)
    ask(fields, "html5_inicis")
    fields.show()
    return fields


def ask(fields: BankFields, pg_provider: str, tel: bool = False) -> None:
    fields.show_need(AccountNeed(bank_codes(pg_provider), tel), pg_provider)


def fill(fields: BankFields, bank: str = "신한은행") -> None:
    child(fields, QComboBox, "refundBankCombo").setEditText(bank)
    for name, text in (("Account", NUMBER), ("AccountAgain", NUMBER), ("Holder", "김가람")):
        child(fields, QLineEdit, f"refund{name}Edit").setText(text)


@pytest.mark.parametrize(
    ("pg_provider", "code"), [("html5_inicis", "88"), ("kcp", "BK88"), ("tosspayments", "088")]
)
def test_the_pgs_own_code_of_the_bank(fields: BankFields, pg_provider: str, code: str) -> None:
    ask(fields, pg_provider)
    fill(fields)
    account = fields.account()
    assert account is not None
    assert (account.bank_name, account.bank_code) == ("신한은행", code)


def test_only_the_pgs_own_banks_are_offered(fields: BankFields) -> None:
    combo, hint = child(fields, QComboBox, "refundBankCombo"), child(fields, QLabel, "refundBankHint")
    assert (combo.count(), hint.isVisible()) == (22, False)
    ask(fields, "welcome")
    assert combo.count() == 12
    assert hint.text() == "Welcome Payments pays into accounts at these 12 banks only."
    assert hint.isVisible()
    assert combo.findText("카카오뱅크") == -1
    fill(fields, "카카오뱅크")
    assert fields.account() is None
    assert child(fields, QLabel, "refundBankError").text() == "Choose the bank."
    ask(fields, "html5_inicis")
    assert not hint.isVisible()


def test_the_old_exchange_bank_is_found_as_hana(fields: BankFields) -> None:
    ask(fields, "daou")
    fill(fields, "외환")
    account = fields.account()
    assert account is not None
    assert (account.bank_name, account.bank_code) == ("하나은행(외환)", "12")


@pytest.mark.parametrize(
    ("typed", "name"), [("신한", "신한은행"), ("카카오", "카카오뱅크"), ("shinhan", "신한은행")]
)
def test_a_part_that_fits_one_bank_is_enough(fields: BankFields, typed: str, name: str) -> None:
    fill(fields, typed)
    account = fields.account()
    assert account is not None
    assert account.bank_name == name


def test_a_part_that_fits_several_banks_is_not(fields: BankFields) -> None:
    fill(fields, "은행")
    assert fields.account() is None
    assert child(fields, QLabel, "refundBankError").text() == "Choose the bank."


def test_banks_are_listed_in_the_windows_language(fields: BankFields) -> None:
    combo = child(fields, QComboBox, "refundBankCombo")
    assert combo.itemText(1) == "신한은행"
    fill(fields)
    QLocale.setDefault(QLocale(QLocale.Language.English))
    QApplication.sendEvent(fields, QEvent(QEvent.Type.LanguageChange))
    assert combo.itemText(1) == "Shinhan"
    assert combo.currentText() == "Shinhan", "what was chosen stays chosen"


def test_the_second_entry_cannot_be_pasted(fields: BankFields) -> None:
    again = child(fields, QLineEdit, "refundAccountAgainEdit")
    hint = child(fields, QLabel, "refundAccountAgainHint")
    assert not hint.isVisible()
    QGuiApplication.clipboard().setText(NUMBER)
    QTest.keySequence(again, QKeySequence(QKeySequence.StandardKey.Paste))
    assert again.text() == ""
    assert "second time" in hint.text()
    assert hint.isVisible()
    QTest.keyClicks(again, NUMBER)
    assert again.text() == NUMBER


def test_the_second_entry_refuses_the_middle_button_and_the_menu(fields: BankFields) -> None:
    again = child(fields, QLineEdit, "refundAccountAgainEdit")
    assert not again.acceptDrops()
    QTest.mouseClick(again, Qt.MouseButton.MiddleButton)
    assert child(fields, QLabel, "refundAccountAgainHint").isVisible()
    assert again.text() == ""


def test_a_mismatch_is_told_when_the_field_is_left_and_goes_when_it_is_mended(fields: BankFields) -> None:
    fill(fields)
    again = child(fields, QLineEdit, "refundAccountAgainEdit")
    error = child(fields, QLabel, "refundAccountAgainError")
    again.setText(NUMBER[:-1])
    assert not error.isVisible(), "not before the person is through"
    again.editingFinished.emit()
    assert error.text() == "The two account numbers are not the same."
    again.setText(NUMBER)
    assert not error.isVisible()


def test_digits_come_full_width_and_with_dashes(fields: BankFields) -> None:
    fill(fields)
    child(fields, QLineEdit, "refundAccountEdit").setText("９９９-0001-234567")
    account = fields.account()
    assert account is not None
    assert account.number == NUMBER


def test_nothing_is_left_after_clear(fields: BankFields) -> None:
    fill(fields)
    fields.clear()
    assert [edit.text() for edit in fields.findChildren(QLineEdit)] == [""] * 6
