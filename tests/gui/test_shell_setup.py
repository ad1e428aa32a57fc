"""The first run: keys against a real server, what can be wrong with them, and the way into the shop."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from refund_gui.practice.app import KEY, SECRET, PracticeApp
from refund_gui.practice.faults import Fault
from refund_gui.practice.server import serve
from tests.gui.counter import child, is_shown, text
from tests.gui.shell import Program, Upstream, options, rows
from tests.practice.shop_kit import payment


def test_a_new_shop_is_asked_for_its_keys(program: Program, upstream: Upstream, tmp_path: Path) -> None:
    wizard = program.wizard(program.open(options(tmp_path, upstream.url)).window)
    assert child(wizard, QLineEdit, "impSecretEdit").echoMode() is QLineEdit.EchoMode.Password
    assert not child(wizard, QPushButton, "testConnectionButton").isEnabled()
    assert not child(wizard, QPushButton, "wizardFinishButton").isEnabled()
    for name in ("impKeyEdit", "impSecretEdit", "testConnectionButton", "monthsSpin", "tryPracticeButton"):
        assert child(wizard, QWidget, name).accessibleName(), name


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_months_are_not_cut(program: Program, upstream: Upstream, tmp_path: Path, language: str) -> None:
    wizard = program.wizard(program.open(options(tmp_path, upstream.url), language).window)
    spin = child(wizard, QSpinBox, "monthsSpin")
    edit = spin.lineEdit()
    for months in (12, spin.maximum(), spin.minimum()):
        spin.setValue(months)
        needed = edit.fontMetrics().horizontalAdvance(edit.text()) + edit.textMargins().left()
        assert needed + 4 <= edit.width(), edit.text()  # Qt keeps two pixels on either side


def test_right_keys_lead_into_the_shop(program: Program, upstream: Upstream, tmp_path: Path) -> None:
    opened = program.open(options(tmp_path, upstream.url))
    program.set_up(opened.window)
    assert not program.wizard_is_open(opened.window)
    # This computer has no keyring: the keys work, and the strip says what to install.
    program.wait(lambda: is_shown(opened.window, "notice"))
    assert "gnome-keyring" in text(opened.window, "noticeLabel")
    child(opened.window, QPushButton, "noticeCloseButton").click()
    assert not is_shown(opened.window, "notice")


def test_keys_and_secret_are_in_no_file(program: Program, upstream: Upstream, tmp_path: Path) -> None:
    opened = program.open(options(tmp_path, upstream.url))
    program.set_up(opened.window)
    program.close()
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(files) > 2
    for file in files:
        content = file.read_bytes()
        assert KEY.encode() not in content, file
        assert SECRET.encode() not in content, file


def test_the_whole_first_run_by_keyboard(
    program: Program, upstream: Upstream, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.open(options(tmp_path, upstream.url)).window
    wizard = program.wizard(window)
    wizard.activateWindow()
    program.wait(lambda: child(wizard, QLineEdit, "impKeyEdit").hasFocus())
    qtbot.keyClicks(child(wizard, QLineEdit, "impKeyEdit"), KEY)
    qtbot.keyClick(child(wizard, QLineEdit, "impKeyEdit"), Qt.Key.Key_Tab)
    secret = child(wizard, QLineEdit, "impSecretEdit")
    assert secret.hasFocus()
    qtbot.keyClicks(secret, SECRET)
    qtbot.keyClick(secret, Qt.Key.Key_Return)
    finish = child(wizard, QPushButton, "wizardFinishButton")
    program.wait(finish.isEnabled)
    passed: list[str] = []
    while not finish.hasFocus() and len(passed) < 10:
        focused = QApplication.focusWidget()
        assert focused is not None
        passed.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert passed == ["monthsSpin"]
    qtbot.keyClick(finish, Qt.Key.Key_Space)
    program.wait(lambda: rows(window) > 0)


def test_wrong_keys_are_told_with_upstreams_words(
    program: Program, upstream: Upstream, tmp_path: Path
) -> None:
    wizard = program.wizard(program.open(options(tmp_path, upstream.url)).window)
    answer = program.enter_keys(wizard, "wrong", "keys")
    assert "refused the API keys" in answer
    assert wizard.focusWidget() is child(wizard, QLineEdit, "impSecretEdit"), "ready to be typed again"
    assert "listed IP addresses" in answer
    assert "인증에 실패하였습니다" in answer
    assert not child(wizard, QPushButton, "wizardFinishButton").isEnabled()


def test_a_host_that_cannot_be_reached(program: Program, tmp_path: Path) -> None:
    wizard = program.wizard(program.open(options(tmp_path, "http://127.0.0.1:1")).window)
    assert "cannot be reached" in program.enter_keys(wizard)


def test_a_page_instead_of_an_answer(program: Program, upstream: Upstream, tmp_path: Path) -> None:
    upstream.app.faults.next(Fault.HTML, on="/users/getToken")
    wizard = program.wizard(program.open(options(tmp_path, upstream.url)).window)
    assert "could not be understood" in program.enter_keys(wizard)


def test_keys_that_were_edited_are_not_known_to_be_good(
    program: Program, upstream: Upstream, tmp_path: Path
) -> None:
    wizard = program.wizard(program.open(options(tmp_path, upstream.url)).window)
    assert "Connected" in program.enter_keys(wizard)
    child(wizard, QLineEdit, "impSecretEdit").setText("something else")
    assert not child(wizard, QPushButton, "wizardFinishButton").isEnabled()
    assert not is_shown(wizard, "connectionResult")


def test_an_answer_about_other_keys_is_not_shown(
    program: Program, upstream: Upstream, tmp_path: Path
) -> None:
    """The keys were changed while the old ones were being tried."""
    upstream.app.faults.next(Fault.SLOW, on="/users/getToken", seconds=30)
    wizard = program.wizard(program.open(options(tmp_path, upstream.url)).window)
    child(wizard, QLineEdit, "impKeyEdit").setText(KEY)
    child(wizard, QLineEdit, "impSecretEdit").setText(SECRET)
    child(wizard, QPushButton, "testConnectionButton").click()
    program.wait(lambda: len(upstream.app.log()) == 1)
    child(wizard, QLineEdit, "impSecretEdit").setText("something else")
    upstream.app.close()
    assert "refused" in program.enter_keys(wizard, KEY, "something else")
    assert not child(wizard, QPushButton, "wizardFinishButton").isEnabled()


def test_another_shops_keys_are_refused(program: Program, upstream: Upstream, tmp_path: Path) -> None:
    program.set_up(program.open(options(tmp_path, upstream.url)).window)
    program.close()
    with serve(PracticeApp([payment("imp_other")])) as other:
        window = program.open(options(tmp_path, other.url)).window
        wizard = program.wizard(window)
        assert "another shop" in program.enter_keys(wizard)
        assert not child(wizard, QPushButton, "wizardFinishButton").isEnabled()
        program.close()


def test_months_are_remembered(program: Program, upstream: Upstream, tmp_path: Path) -> None:
    opened = program.open(options(tmp_path, upstream.url))
    wizard = program.wizard(opened.window)
    child(wizard, QSpinBox, "monthsSpin").setValue(1)
    program.set_up(opened.window)
    assert opened.shop.settings.current.months == 1


def test_the_language_switches_on_the_first_screen(
    program: Program, upstream: Upstream, tmp_path: Path
) -> None:
    opened = program.open(options(tmp_path, upstream.url))
    wizard = program.wizard(opened.window)
    english = child(wizard, QPushButton, "testConnectionButton").text()
    combo = child(wizard, QComboBox, "languageCombo")
    combo.setCurrentIndex(combo.findData("ko"))
    combo.activated.emit(combo.currentIndex())
    program.wait(lambda: child(wizard, QPushButton, "testConnectionButton").text() != english)
    program.wait(lambda: child(opened.window, QPushButton, "navOrders").text() == "주문")
    combo.setCurrentIndex(combo.findData("en"))
    combo.activated.emit(combo.currentIndex())
    program.wait(lambda: child(wizard, QPushButton, "testConnectionButton").text() == english)
    assert child(wizard, QLabel, "connectionResult").text() == ""


def test_practice_can_be_tried_first(
    program: Program, upstream: Upstream, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.open(options(tmp_path, upstream.url)).window
    wizard = program.wizard(window)
    with qtbot.waitSignal(window.practice_requested):
        child(wizard, QPushButton, "tryPracticeButton").click()


@pytest.mark.parametrize("name", ["testConnectionButton", "wizardFinishButton", "tryPracticeButton"])
def test_enter_presses_nothing_by_itself(
    program: Program, upstream: Upstream, tmp_path: Path, name: str
) -> None:
    wizard = program.wizard(program.open(options(tmp_path, upstream.url)).window)
    button = child(wizard, QPushButton, name)
    assert not button.autoDefault()
    assert not button.isDefault()
