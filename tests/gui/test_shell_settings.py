"""The settings: kept on disk, used at once, new keys only after a check."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from refund_gui.domain.refund import Refund
from refund_gui.domain.request import RefundRequest
from refund_gui.practice.sample_shop import CARD
from refund_gui.settings import DEFAULT_REASONS, Settings, SettingsFile
from refund_gui.ui.main_window import MainWindow
from refund_gui.ui.settings_dialog import SettingsDialog
from tests.gui.counter import child, is_shown, text
from tests.gui.shell import Opened, Program, Upstream, options, rows


def opened_settings(window: MainWindow) -> SettingsDialog:
    child(window, QPushButton, "settingsButton").click()
    return child(window, SettingsDialog, "settingsDialog")


def save(program: Program, dialog: SettingsDialog) -> None:
    program.press(child(dialog, QPushButton, "settingsSaveButton"))
    program.wait(lambda: not dialog.isVisible())


def refunded(opened: Opened) -> tuple[Refund, dict[str, object]]:
    """A refund, and the body that upstream got."""
    refunding = opened.shop.terminal.refunding
    offer = refunding.offer(CARD)
    refund = refunding.refund(offer, RefundRequest(CARD, offer.payment.balance, "품절"))
    assert opened.shop.practice is not None
    sent = next(each for each in opened.shop.practice.log() if each.path == "/payments/cancel")
    return refund, sent.body


@pytest.fixture
def practice(program: Program, tmp_path: Path) -> Opened:
    opened = program.open(options(tmp_path, practice=True))
    program.wait(lambda: rows(opened.window) > 0)
    return opened


def test_everything_is_kept_and_used(program: Program, practice: Opened) -> None:
    dialog = opened_settings(practice.window)
    child(dialog, QLineEdit, "shopEdit").setText(" 가람상회 ")
    child(dialog, QLineEdit, "counterEdit").setText("계산대 2")
    child(dialog, QPlainTextEdit, "operatorsEdit").setPlainText("김점원\n\n 이점원 \n김점원\n")
    child(dialog, QPlainTextEdit, "reasonsEdit").setPlainText("품절")
    child(dialog, QCheckBox, "enableWebhookCheck").setChecked(False)
    child(dialog, QLineEdit, "businessNumberEdit").setText("123-45-67891")
    child(dialog, QPlainTextEdit, "receiptFooterEdit").setPlainText("감사합니다.\n또 오세요.\n")
    save(program, dialog)
    kept = Settings(
        "en",
        "가람상회",
        "계산대 2",
        ("김점원", "이점원"),
        ("품절",),
        False,
        business_number="1234567891",
        receipt_footer="감사합니다.\n또 오세요.",
    )
    assert SettingsFile(practice.shop.paths.settings).current == kept
    assert practice.window.windowTitle().startswith("가람상회")
    refund, sent = refunded(practice)
    assert refund.counter == "계산대 2"
    assert "enable_webhook" not in sent


def test_the_shops_own_server_is_told_unless_it_is_switched_off(practice: Opened) -> None:
    _, sent = refunded(practice)
    assert sent["enable_webhook"] is True


def test_no_reasons_are_the_usual_ones(program: Program, practice: Opened) -> None:
    dialog = opened_settings(practice.window)
    child(dialog, QPlainTextEdit, "reasonsEdit").setPlainText(" \n")
    save(program, dialog)
    assert practice.shop.settings.current.reasons == DEFAULT_REASONS


def test_cancel_keeps_what_was(practice: Opened) -> None:
    dialog = opened_settings(practice.window)
    child(dialog, QLineEdit, "shopEdit").setText("가람상회")
    child(dialog, QPushButton, "settingsCancelButton").click()
    assert practice.shop.settings.current == Settings()
    assert not practice.shop.paths.settings.exists()


def test_the_language_switches_while_the_window_is_open(program: Program, practice: Opened) -> None:
    dialog = opened_settings(practice.window)
    combo = child(dialog, QComboBox, "languageCombo")
    combo.setCurrentIndex(combo.findData("ko"))
    save(program, dialog)
    program.wait(lambda: text(practice.window, "modeBadge") == "연습 모드")
    assert practice.shop.settings.current.language == "ko"


def test_practice_asks_for_no_keys(practice: Opened) -> None:
    dialog = opened_settings(practice.window)
    assert not is_shown(dialog, "impKeyEdit")
    assert is_shown(dialog, "shopEdit")


def test_every_field_has_a_name(practice: Opened) -> None:
    dialog = opened_settings(practice.window)
    names = (
        "shopEdit",
        "counterEdit",
        "operatorsEdit",
        "reasonsEdit",
        "enableWebhookCheck",
        "languageCombo",
        "businessNumberEdit",
        "receiptFooterEdit",
    )
    said = {child(dialog, QWidget, name).accessibleName() for name in names}
    assert len(said) == len(names)
    assert "" not in said
    buddies = {label.buddy() for label in dialog.findChildren(QLabel)}
    assert child(dialog, QLineEdit, "shopEdit") in buddies


def test_a_mistyped_business_number_is_told_where_it_was_typed(program: Program, practice: Opened) -> None:
    dialog = opened_settings(practice.window)
    number, shop = child(dialog, QLineEdit, "businessNumberEdit"), child(dialog, QLineEdit, "shopEdit")
    shop.setText("가람상회")
    number.setText("123-45-67890")
    child(dialog, QPushButton, "settingsSaveButton").click()
    assert text(dialog, "businessNumberError") == "This is no business number: one of its digits is mistyped."
    assert dialog.isVisible()
    assert dialog.focusWidget() is number
    assert (shop.text(), number.text()) == ("가람상회", "123-45-67890"), "nothing is lost"
    assert practice.shop.settings.current.shop == ""
    number.setText("123-45-67891")
    assert not is_shown(dialog, "businessNumberError")
    save(program, dialog)
    assert practice.shop.settings.current.business_number == "1234567891"
    again = opened_settings(practice.window)
    assert child(again, QLineEdit, "businessNumberEdit").text() == "123-45-67891"


def test_a_receipts_last_lines_end_at_their_limit(practice: Opened) -> None:
    dialog = opened_settings(practice.window)
    footer = child(dialog, QPlainTextEdit, "receiptFooterEdit")
    footer.setPlainText("a\nb\nc\nd")
    assert text(dialog, "receiptFooterError") == "There may be at most 3 lines."
    footer.setPlainText("가" * 201)
    assert text(dialog, "receiptFooterError") == "These lines may have at most 200 characters."
    child(dialog, QPushButton, "settingsSaveButton").click()
    assert dialog.isVisible()
    assert dialog.focusWidget() is footer
    assert footer.toPlainText() == "가" * 201
    footer.setPlainText("가" * 200)
    assert not is_shown(dialog, "receiptFooterError")


@pytest.mark.parametrize("scale", [1, 2])
def test_every_setting_can_be_reached_in_a_small_window(
    program: Program, upstream: Upstream, tmp_path: Path, qapp: QApplication, scale: int
) -> None:
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    qapp.setFont(font)  # the fixture puts the old one back
    opened = program.open(options(tmp_path, upstream.url))
    program.wizard(opened.window).reject()
    dialog = opened_settings(opened.window)
    assert dialog.width() <= 1024
    assert dialog.height() <= 700
    dialog.resize(720 if scale == 1 else 1024, dialog.height())
    child(dialog, QLineEdit, "businessNumberEdit").setText("123-45-67890")
    child(dialog, QPushButton, "settingsSaveButton").click()
    program.wait(lambda: is_shown(dialog, "businessNumberError"))
    footer = child(dialog, QPlainTextEdit, "receiptFooterEdit")
    row = footer.parentWidget()
    assert row is not None
    error = child(dialog, QLabel, "businessNumberError")
    program.wait(lambda: error.height() >= error.heightForWidth(error.width()) > 0)
    dialog.grab()
    assert row.height() >= footer.height(), "the row above cuts nothing off"
    secret = child(dialog, QLineEdit, "impSecretEdit")
    secret.setFocus()
    QTest.keyClick(secret, Qt.Key.Key_Backtab)
    QTest.keyClick(child(dialog, QLineEdit, "impKeyEdit"), Qt.Key.Key_Tab)
    program.wait(lambda: secret.visibleRegion().boundingRect().height() > secret.height() * 3 / 4)


def test_a_directory_that_cannot_be_written_is_told(program: Program, practice: Opened) -> None:
    (practice.shop.paths.data / "settings.json.new").mkdir()
    dialog = opened_settings(practice.window)
    child(dialog, QLineEdit, "shopEdit").setText("가람상회")
    child(dialog, QPushButton, "settingsSaveButton").click()
    program.wait(lambda: is_shown(dialog, "settingsError"))
    assert "cannot be written" in text(dialog, "settingsError")
    assert child(dialog, QLineEdit, "shopEdit").text() == "가람상회"
    os.rmdir(practice.shop.paths.data / "settings.json.new")
    save(program, dialog)
    assert practice.shop.settings.current.shop == "가람상회"


def test_new_keys_are_kept_only_after_a_check(program: Program, upstream: Upstream, tmp_path: Path) -> None:
    opened = program.open(options(tmp_path, upstream.url))
    program.set_up(opened.window)
    dialog = opened_settings(opened.window)
    save_button = child(dialog, QPushButton, "settingsSaveButton")
    assert save_button.isEnabled()
    child(dialog, QLineEdit, "impKeyEdit").setText("wrong")
    assert not save_button.isEnabled()
    child(dialog, QLineEdit, "impSecretEdit").setText("keys")
    child(dialog, QPushButton, "testConnectionButton").click()
    program.wait(lambda: "refused" in text(dialog, "connectionResult"))
    assert not save_button.isEnabled()
    child(dialog, QLineEdit, "impKeyEdit").setText("practice_key")
    child(dialog, QLineEdit, "impSecretEdit").setText("practice_secret")
    program.press(child(dialog, QPushButton, "testConnectionButton"))
    program.wait(save_button.isEnabled)
    save(program, dialog)
    assert opened.shop.terminal.keys.load()
