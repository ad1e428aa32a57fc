"""Help: every topic in both languages with the names of today, on what is on screen, by key and by button."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from refund_gui import __version__
from refund_gui.domain.pg_contacts import contact, known_pgs
from refund_gui.practice.sample_shop import CARD
from refund_gui.ui.help_dialog import HelpDialog, guide_file
from refund_gui.ui.help_names import names
from refund_gui.ui.help_topics import HelpTopic, topic_html, topic_title
from refund_gui.ui.refund_dialog import RefundDialog
from refund_gui.ui.settings_dialog import SettingsDialog
from refund_gui.ui.shortcuts import Key, key_lines
from refund_gui.ui.support_dialog import SupportDialog
from refund_gui.ui.whats_new import RELEASES, news, news_since
from tests.gui.counter import Counter, child, is_shown, text
from tests.gui.shell import Opened, Program, options, rows


class System:
    """What help hands to the system; it takes it or not."""

    def __init__(self, window: QWidget, takes: bool) -> None:
        self.window = window
        """In front of which help stands."""
        self.opened: list[Path] = []
        self._takes = takes

    def open(self, url: QUrl) -> bool:
        self.opened.append(Path(url.toLocalFile()))
        return self._takes


def help_dialog(qtbot: QtBot, folder: Path, takes: bool = True) -> tuple[HelpDialog, System]:
    system = System(QWidget(), takes)
    qtbot.addWidget(system.window)
    dialog = HelpDialog(folder, system.window, system.open)
    dialog.show()
    return dialog, system


def shown_topics(dialog: HelpDialog) -> list[HelpTopic]:
    topics = child(dialog, QListWidget, "helpTopics")
    items = [topics.item(row) for row in range(topics.count())]
    return [item.data(Qt.ItemDataRole.UserRole) for item in items if not item.isHidden()]


@pytest.mark.parametrize("topic", HelpTopic)
def test_each_topic_has_a_text_in_both_languages(speak: Callable[[str], None], topic: HelpTopic) -> None:
    told = {}
    for code in ("en", "ko"):
        speak(code)
        told[code] = topic_html(topic)
        assert topic_title(topic) in told[code]
        assert len(told[code]) > 100
        assert "{" not in told[code]
    assert not re.search("[가-힣]", told["en"])
    assert re.search("[가-힣]", told["ko"])


def test_every_pg_can_be_called(speak: Callable[[str], None]) -> None:
    speak("en")
    told = topic_html(HelpTopic.CONTACT)
    for code in known_pgs():
        found = contact(code)
        assert found is not None
        assert found.phone in told
        assert found.mail in told
    assert "KG Inicis" in told


def test_the_names_in_help_are_those_on_the_buttons(
    program: Program, tmp_path: Path, speak: Callable[[str], None]
) -> None:
    window = practice(program, tmp_path).window
    dialog = refund_dialog(program, window)
    seen = {button.text() for part in (window, dialog) for button in part.findChildren(QAbstractButton)}
    plain = {key: re.sub("<[^>]*>", "", name) for key, name in names().items()}
    for key in ("orders", "history", "settings", "load", "whole", "go_on", "check", "again", "review"):
        assert plain[key] in seen, key


def test_a_search_leaves_the_topics_that_have_all_words(qtbot: QtBot, tmp_path: Path) -> None:
    dialog, _system = help_dialog(qtbot, tmp_path)
    assert shown_topics(dialog) == list(HelpTopic)
    child(dialog, QLineEdit, "helpSearchEdit").setText("HANGUL scan")
    assert shown_topics(dialog) == [HelpTopic.SCANNER]
    assert dialog.topic is HelpTopic.SCANNER
    assert "Hangul" in child(dialog, QTextBrowser, "helpText").toPlainText()
    child(dialog, QLineEdit, "helpSearchEdit").setText("nothing has this")
    assert shown_topics(dialog) == []
    dialog.show_topic(HelpTopic.KEYS)
    assert shown_topics(dialog) == list(HelpTopic)
    assert "F9" in child(dialog, QTextBrowser, "helpText").toPlainText()


def test_it_speaks_another_language_at_once(
    qtbot: QtBot, tmp_path: Path, speak: Callable[[str], None]
) -> None:
    speak("en")
    dialog, system = help_dialog(qtbot, tmp_path)
    dialog.show_topic(HelpTopic.CHECKING)
    speak("ko")
    qtbot.waitUntil(lambda: "확인 중" in child(dialog, QTextBrowser, "helpText").toPlainText())
    child(dialog, QPushButton, "guideButton").click()
    speak("en")
    child(dialog, QPushButton, "guideButton").click()
    assert [path.name for path in system.opened] == ["guide.ko.html", "guide.en.html"]
    assert all(path.is_file() for path in system.opened)


def test_the_log_folder_opens_or_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    dialog, system = help_dialog(qtbot, tmp_path)
    child(dialog, QPushButton, "logFolderButton").click()
    assert system.opened == [tmp_path]
    assert not is_shown(dialog, "helpProblem")
    refusing, _system = help_dialog(qtbot, tmp_path, takes=False)
    child(refusing, QPushButton, "logFolderButton").click()
    assert is_shown(refusing, "helpProblem")
    assert str(tmp_path) in text(refusing, "helpProblem")


def test_everything_in_it_is_named_and_can_be_hit(qtbot: QtBot, tmp_path: Path) -> None:
    dialog, _system = help_dialog(qtbot, tmp_path)
    for name in ("helpSearchEdit", "helpTopics", "helpText"):
        assert child(dialog, QWidget, name).accessibleName(), name
    for button in dialog.findChildren(QPushButton):
        assert button.height() >= 32, button.objectName()
        assert not button.autoDefault(), button.objectName()
    topics = child(dialog, QListWidget, "helpTopics")
    assert topics.visualItemRect(topics.item(0)).height() >= 32


def practice(program: Program, tmp_path: Path) -> Opened:
    opened = program.open(options(tmp_path, practice=True))
    program.wait(lambda: rows(opened.window) > 0)
    opened.window.activateWindow()
    return opened


def refund_dialog(program: Program, window: QWidget) -> RefundDialog:
    window.show_refund(CARD)  # type: ignore[attr-defined]  # the main window's
    [dialog] = window.findChildren(RefundDialog)
    program.wait(lambda: is_shown(dialog, "amountEdit"))
    return dialog


def press_f1(program: Program, window: QWidget) -> None:
    window.activateWindow()
    program.wait(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F1)


def helps(window: QWidget) -> list[HelpDialog]:
    return [dialog for dialog in window.findChildren(HelpDialog) if dialog.isVisible()]


def test_f1_tells_of_what_is_on_screen(program: Program, tmp_path: Path) -> None:
    window = practice(program, tmp_path).window
    press_f1(program, window)
    program.wait(lambda: [help_.topic for help_ in helps(window)] == [HelpTopic.FIRST_STEPS])
    window.activateWindow()
    child(window, QPushButton, "navHistory").click()
    child(window, QPushButton, "helpButton").click()
    assert [help_.topic for help_ in helps(window)] == [HelpTopic.HISTORY]
    dialog = refund_dialog(program, window)
    press_f1(program, dialog)
    program.wait(lambda: helps(window)[0].topic is HelpTopic.REFUND)
    child(dialog, QPushButton, "fullAmountButton").click()
    child(dialog, QWidget, "reasonCombo").setProperty("currentText", "품절")
    child(dialog, QPushButton, "submitButton").click()
    program.press(child(dialog, QPushButton, "confirmButton"))
    program.wait(lambda: is_shown(dialog, "resultTitle"))
    press_f1(program, dialog)
    program.wait(lambda: helps(window)[0].topic is HelpTopic.CHECKING)
    helps(window)[0].close()
    assert not helps(window)


def test_help_can_be_read_while_settings_are_open(program: Program, tmp_path: Path) -> None:
    """A modal dialog blocks its parent and whatever else belongs to that."""
    window = practice(program, tmp_path).window
    child(window, QPushButton, "helpButton").click()
    child(window, QPushButton, "settingsButton").click()
    settings = child(window, SettingsDialog, "settingsDialog")
    press_f1(program, settings)
    program.wait(lambda: [help_.parentWidget() for help_ in helps(window)] == [settings])
    assert helps(window)[0].topic is HelpTopic.PRIVACY
    settings.discard()
    child(window, QPushButton, "helpButton").click()
    assert [help_.parentWidget() for help_ in helps(window)] == [window]


def bound_keys(*parts: QWidget) -> set[str]:
    """Every key that is bound somewhere in these windows, but for what sorts the list."""
    keys = {key.key().toString() for part in parts for key in part.findChildren(QShortcut)}
    keys |= {button.shortcut().toString() for part in parts for button in part.findChildren(QAbstractButton)}
    return keys - {""}


def test_every_key_that_is_bound_is_declared_and_the_other_way_round(
    program: Program, tmp_path: Path
) -> None:
    window = practice(program, tmp_path).window
    child(window, QTableView, "ordersView").selectRow(0)
    program.wait(lambda: is_shown(window, "refundButton"))
    dialog = refund_dialog(program, window)
    assert bound_keys(window, dialog) == set(Key)
    assert len({line.keys for line in key_lines()}) == len(key_lines()), "each key once"


def test_the_support_report_is_shown_whole_before_it_is_saved(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    window = practice(program, tmp_path).window
    child(window, QPushButton, "helpButton").click()
    child(helps(window)[0], QPushButton, "supportButton").click()
    [dialog] = window.findChildren(SupportDialog)
    program.wait(child(dialog, QPushButton, "supportSaveButton").isEnabled)
    shown = child(dialog, QPlainTextEdit, "supportText").toPlainText()
    assert f"refund-terminal: {__version__}" in shown
    assert "qt: 6" in shown
    dialog.save(tmp_path / "report.txt")
    program.wait(lambda: text(dialog, "supportNote").startswith("Saved: "))
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == shown
    dialog.save(tmp_path / "nowhere" / "report.txt")
    program.wait(lambda: "cannot be written" in text(dialog, "supportNote"))
    child(dialog, QPushButton, "supportSaveButton").click()
    program.wait(lambda: is_shown(dialog, "supportFileDialog"))


def test_the_guide_lies_where_help_looks(speak: Callable[[str], None], counter: Counter) -> None:
    for code in ("ko", "en"):
        speak(code)
        assert guide_file().is_file()


def test_the_newest_release_is_the_programs_own() -> None:
    assert RELEASES[0] == __version__
    assert all(news(version) for version in RELEASES)
    assert news("9.9.9") == ()
    assert news_since(__version__) == ()
    assert news_since("0.0.9") == tuple(line for version in RELEASES for line in news(version))


def test_an_update_is_told_calmly_and_once(program: Program, tmp_path: Path) -> None:
    opened = practice(program, tmp_path)
    assert not is_shown(opened.window, "newsNotice"), "nothing at the first start"
    program.close()
    opened = practice(program, tmp_path)
    assert not is_shown(opened.window, "newsNotice"), "nor when nothing was updated"
    opened.shop.store.set_mark("version_seen", 9)
    program.close()
    window = practice(program, tmp_path).window
    program.wait(lambda: is_shown(window, "newsNotice"))
    assert __version__ in text(window, "newsNoticeLabel")
    child(window, QPushButton, "newsButton").click()
    assert not is_shown(window, "newsNotice")
    assert [help_.topic for help_ in helps(window)] == [HelpTopic.NEWS]
    program.close()
    window = practice(program, tmp_path).window
    program.lanes(window)
    assert not is_shown(window, "newsNotice")
