"""Bad input: each gets a clear sentence where it was typed, and nothing is lost."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.counter import Counter
from tests.gui.refund_desk import Desk, desk_for


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Enter an amount."),
        ("seven", "This is not an amount. Enter digits only."),
        ("1,5", "This is not an amount. Enter digits only."),
        ("0", "The amount must be more than zero."),
        ("-1000", "The amount must be more than zero."),
        ("1000.5", "This currency has no decimals. Enter a whole amount."),
        ("10001", "At most 10,000원 can be refunded."),
        ("9" * 30, "No payment is as large as this."),
    ],
)
def test_amounts_that_cannot_be(counter: Counter, qtbot: QtBot, typed: str, sentence: str) -> None:
    desk = desk_for(counter, qtbot)
    desk.fill(typed)
    before = desk.find(QLineEdit, "amountEdit").text()
    desk.button("submitButton").click()
    assert desk.reads("amountError") == sentence
    assert desk.find(QLineEdit, "amountEdit").accessibleDescription() == sentence
    assert desk.find(QLineEdit, "amountEdit").text() == before
    assert desk.find(QLineEdit, "amountEdit").hasFocus()


@pytest.mark.parametrize("typed", ["1,000원", "₩1,000", "１０００", " 1000 ", "1,000"])
def test_amounts_as_people_write_them(counter: Counter, qtbot: QtBot, typed: str) -> None:
    desk = desk_for(counter, qtbot)
    desk.fill(typed)
    assert not desk.sees("amountError")
    desk.submit()
    assert desk.reads("confirmAmount") == "1,000원"


def test_an_amount_is_complained_of_while_it_is_typed(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.type("10000")
    assert not desk.sees("amountError")
    desk.type("0")
    assert desk.reads("amountError") == "At most 10,000원 can be refunded."


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("   ", "Enter a reason."),
        ("가" * 300, "The reason may have at most 51 characters."),
        ("a bell \a rings", "There is a character in it that cannot be sent."),
    ],
)
def test_reasons_that_cannot_be(counter: Counter, qtbot: QtBot, typed: str, sentence: str) -> None:
    desk = desk_for(counter, qtbot)
    desk.fill("1000", typed)
    desk.button("submitButton").click()
    assert desk.reads("reasonError") == sentence


def test_an_emoji_reason_travels(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.fill("1000", "마음이 바뀜 🙇🏻")
    desk.submit()
    desk.button("confirmButton").click()
    desk.until_titled("Refund successful")
    assert counter.shop.upstream.history("imp_1")[0].reason.endswith("마음이 바뀜 🙇🏻")


def test_the_reason_counts_down(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    assert desk.reads("reasonCount") == "51 left"
    desk.fill("1000", "가" * 53)
    assert desk.reads("reasonCount") == "2 too many"


def test_a_long_note_is_refused(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.fill("1000")
    desk.put(noteEdit="n" * 501)
    desk.button("submitButton").click()
    assert desk.reads("noteError") == "The note may have at most 500 characters."


def for_account(counter: Counter, qtbot: QtBot, pg_provider: str = "html5_inicis") -> Desk:
    desk = desk_for(counter, qtbot, 32_000, "vbank", pg_provider)
    desk.fill("1000")
    desk.fill_account()
    return desk


@pytest.mark.parametrize(
    ("field", "typed", "error", "sentence"),
    [
        ("refundBankCombo", "은행", "refundBankError", "Choose the bank."),
        ("refundAccountEdit", "12345678A", "refundAccountError", "An account number has digits only."),
        ("refundAccountEdit", "1234567", "refundAccountError", "An account number has 8 to 20 digits."),
        (
            "refundAccountAgainEdit",
            "9990001234568",
            "refundAccountAgainError",
            "The two account numbers are not the same.",
        ),
        ("refundHolderEdit", " ", "refundHolderError", "Enter the account holder's name."),
    ],
)
def test_accounts_that_cannot_be(
    counter: Counter, qtbot: QtBot, field: str, typed: str, error: str, sentence: str
) -> None:
    desk = for_account(counter, qtbot)
    desk.put(**{field: typed})
    desk.button("submitButton").click()
    assert desk.reads(error) == sentence
    assert desk.sees("submitButton")


def test_everything_that_is_missing_is_said_at_once(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot, 32_000, "vbank")
    desk.button("submitButton").click()
    shown = [label.objectName() for label in desk.window.findChildren(QLabel) if label.isVisible()]
    assert [name for name in shown if name.endswith("Error")] == [
        "amountError",
        "reasonError",
        "refundBankError",
        "refundAccountError",
        "refundAccountAgainError",
        "refundHolderError",
    ]


def test_the_phone_number_is_asked_where_the_pg_wants_it(counter: Counter, qtbot: QtBot) -> None:
    desk = for_account(counter, qtbot, "smartro")
    desk.put(refundTelEdit="12")
    desk.button("submitButton").click()
    assert desk.reads("refundTelError") == "The customer's phone number has 9 to 12 digits."
    desk.put(refundTelEdit="010-0000-0000")
    desk.submit()
    assert desk.reads("confirmTel") == "01000000000"


def test_an_unknown_pgs_bank_code_is_typed_and_the_screen_says_why(counter: Counter, qtbot: QtBot) -> None:
    desk = for_account(counter, qtbot, "smartro_v2")
    assert "bank codes of its own" in desk.reads("refundBankCodeHint")
    desk.put(refundTelEdit="01000000000")
    desk.button("submitButton").click()
    assert desk.reads("refundBankCodeError") == "Choose the bank."
    desk.put(refundBankCodeEdit="W88")
    desk.submit()
    assert desk.reads("confirmBank") == "신한은행 (W88)"


def test_bank_code_and_phone_are_not_asked_elsewhere(counter: Counter, qtbot: QtBot) -> None:
    desk = for_account(counter, qtbot)
    assert not desk.sees("refundBankCodeEdit")
    assert not desk.sees("refundTelEdit")
