"""A newer version is told calmly, by a strip that waits for refunds; nothing is downloaded."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from refund_gui.errors import Refusal, UpdateRefused
from refund_gui.practice.sample_shop import CARD
from refund_gui.terminal.updating import Updating
from refund_gui.ui.notice import Notice
from refund_gui.ui.refund_dialog import RefundDialog
from refund_gui.ui.settings_dialog import SettingsDialog
from refund_gui.ui.update_notice import UpdateNotice
from refund_gui.ui.words import describe
from tests.gui.counter import Counter, child, is_shown, text
from tests.gui.shell import Opened, Program, Upstream, options, rows
from tests.practice.shop_kit import DAY
from tests.updates.published import PAGE, PUBLIC_KEY, Site, site


@pytest.fixture
def published() -> Iterator[Site]:
    with site() as published:
        yield published


class Browser(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.pages: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.pages.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")  # type: ignore[arg-type]  # PySide's stubs
    yield browser
    QDesktopServices.unsetUrlHandler("https")


def updating(counter: Counter, published: Site) -> Updating:
    return Updating(counter.shop.store, counter.shop.clock, published.source, version="0.1.0")


@pytest.fixture
def notice(counter: Counter, published: Site, qtbot: QtBot) -> UpdateNotice:
    """It looks at once, for a program 0.1.0."""
    notice = UpdateNotice(updating(counter, published), counter.lanes, first=0)
    qtbot.addWidget(notice)
    return notice


def look_again(notice: UpdateNotice, counter: Counter, qtbot: QtBot) -> None:
    """Until the next look is over."""
    notice.look()
    qtbot.waitUntil(lambda: not notice._is_looking)


def test_a_newer_version_is_told_by_itself(notice: UpdateNotice, qtbot: QtBot) -> None:
    qtbot.waitUntil(notice.isVisible)
    assert text(notice, "updateNoticeLabel") == (
        "Version 0.2.0 of the refund terminal is there.\n"
        "Nothing is installed by itself. Download and install it when the counter is quiet."
    )


def test_it_follows_the_language(notice: UpdateNotice, qtbot: QtBot, speak: Callable[[str], None]) -> None:
    qtbot.waitUntil(notice.isVisible)
    speak("ko")
    qtbot.waitUntil(
        lambda: text(notice, "updateNoticeLabel").startswith("환불 단말기 0.2.0 버전이 나왔습니다.")
    )
    assert text(notice, "updatePageButton") == "다운로드 페이지 열기"
    assert text(notice, "updateNoticeCloseButton") == "나중에"


def test_the_button_opens_the_page(notice: UpdateNotice, qtbot: QtBot, browser: Browser) -> None:
    qtbot.waitUntil(notice.isVisible)
    child(notice, QPushButton, "updatePageButton").click()
    assert browser.pages == [PAGE]
    assert not notice.isVisible()


def test_without_a_browser_the_address_is_told(counter: Counter, published: Site, qtbot: QtBot) -> None:
    notice = UpdateNotice(updating(counter, published), counter.lanes, 0, lambda url: False)
    qtbot.addWidget(notice)
    qtbot.waitUntil(notice.isVisible)
    child(notice, QPushButton, "updatePageButton").click()
    assert text(notice, "updateNoticeLabel").splitlines()[1:] == [PAGE]


def test_later_is_later(notice: UpdateNotice, counter: Counter, published: Site, qtbot: QtBot) -> None:
    qtbot.waitUntil(notice.isVisible)
    child(notice, QPushButton, "updateNoticeCloseButton").click()
    look_again(notice, counter, qtbot)
    assert not notice.isVisible()
    published.publish(serial=8, version="0.3.0")
    counter.shop.clock.advance(DAY)
    look_again(notice, counter, qtbot)
    assert text(notice, "updateNoticeLabel").startswith("Version 0.3.0")
    assert notice.isVisible(), "that is another one"


def test_it_waits_while_it_is_held(notice: UpdateNotice, counter: Counter, qtbot: QtBot) -> None:
    notice.hold(True)
    qtbot.waitUntil(lambda: notice._update is not None)
    assert not notice.isVisible()
    notice.hold(False)
    qtbot.waitUntil(notice.isVisible)
    notice.hold(True)
    assert not notice.isVisible()


def test_a_forgery_is_told_and_nothing_shown(notice: UpdateNotice, published: Site, qtbot: QtBot) -> None:
    published.put(b"forged")
    with qtbot.waitSignal(notice.refused) as refused:
        pass
    assert refused.args[0].why is Refusal.UNREADABLE
    assert not notice.isVisible()


@pytest.mark.parametrize("why", Refusal)
def test_every_refusal_says_that_nothing_was_installed(why: Refusal) -> None:
    said = describe(UpdateRefused(why))
    assert said.advice.startswith("Nothing was installed, and refunds go on as always.")


def test_without_anybody_to_ask_nothing_is_looked_for(counter: Counter, qtbot: QtBot) -> None:
    notice = UpdateNotice(counter.terminal.updating, counter.lanes, first=0)
    qtbot.addWidget(notice)
    notice.look()
    assert not notice._is_looking
    assert not notice._timer.isActive()


@pytest.fixture
def update_file(tmp_path: Path, published: Site) -> Path:
    """What whoever releases fills in."""
    path = tmp_path / "update.json"
    said = {"address": published.source.address, "public_key": b64encode(PUBLIC_KEY).decode()}
    path.write_text(json.dumps(said), encoding="utf-8")
    published.publish(version="999.0.0", issued_at=0, expires_at=2**40)
    return path


def switch(program: Program, opened: Opened, is_on: bool) -> None:
    """In the settings; whatever is saved there, it is looked for at once."""
    child(opened.window, QPushButton, "settingsButton").click()
    dialog = opened.window.findChildren(SettingsDialog)[-1]
    assert is_shown(dialog, "checkUpdatesCheck")
    child(dialog, QCheckBox, "checkUpdatesCheck").setChecked(is_on)
    program.press(child(dialog, QPushButton, "settingsSaveButton"))
    program.wait(lambda: not dialog.isVisible())


def test_the_program_tells_unless_it_is_switched_off_or_refunding(
    program: Program, upstream: Upstream, published: Site, tmp_path: Path, update_file: Path
) -> None:
    opened = program.open(options(tmp_path / "data", upstream.url), update_file=update_file)
    program.set_up(opened.window)
    notice = child(opened.window, UpdateNotice, "updateNotice")
    switch(program, opened, False)
    program.wait(lambda: not notice._is_looking)
    assert published.asked == 0
    assert not opened.shop.settings.current.check_updates
    switch(program, opened, True)
    program.wait(notice.isVisible)
    assert text(notice, "updateNoticeLabel").startswith("Version 999.0.0")

    opened.window.show_refund(CARD)
    assert not notice.isVisible()
    dialog = opened.window.findChildren(RefundDialog)[-1]
    dialog.discard()
    program.wait(notice.isVisible)
    switch(program, opened, False)
    program.wait(lambda: not notice.isVisible())
    assert published.asked == 1


def test_the_program_tells_of_a_forgery_in_its_strip(
    program: Program, upstream: Upstream, published: Site, tmp_path: Path, update_file: Path
) -> None:
    published.put(b"forged")
    opened = program.open(options(tmp_path / "data", upstream.url), update_file=update_file)
    program.set_up(opened.window)
    switch(program, opened, True)
    strip = child(opened.window, Notice, "notice")
    title = "What is published about new versions is not genuine\n"
    program.wait(lambda: text(strip, "noticeLabel").startswith(title))
    assert not child(opened.window, UpdateNotice, "updateNotice").isVisible()


def test_practice_asks_nobody(program: Program, published: Site, tmp_path: Path, update_file: Path) -> None:
    opened = program.open(options(tmp_path / "data", practice=True), update_file=update_file)
    program.wait(lambda: rows(opened.window) > 0)
    child(opened.window, QPushButton, "settingsButton").click()
    assert not is_shown(child(opened.window, SettingsDialog, "settingsDialog"), "checkUpdatesCheck")
    assert not opened.shop.terminal.updating.is_possible


def test_a_file_filled_in_wrongly_stops_nothing(program: Program, tmp_path: Path, upstream: Upstream) -> None:
    path = tmp_path / "update.json"
    path.write_text('{"address": "http://example.com/", "public_key": ""}', encoding="utf-8")
    opened = program.open(options(tmp_path / "data", upstream.url), update_file=path)
    program.set_up(opened.window)
    assert not opened.shop.terminal.updating.is_possible
