"""What nobody has foreseen is written down and told once; backups and colours look after themselves."""

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from refund_gui.paths import RESOURCES
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.crash import UnexpectedErrors
from refund_gui.ui.daily_backup import DailyBackup
from refund_gui.ui.theme import Theme
from tests.gui.shell import Program, options


@pytest.fixture
def unexpected(qapp: QApplication) -> Iterator[UnexpectedErrors]:
    errors = UnexpectedErrors()
    errors.install()
    yield errors
    errors.remove()
    for box in boxes(qapp):
        box.deleteLater()


def boxes(app: QApplication) -> list[QMessageBox]:
    return [box for box in app.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]


def broken(typed: str) -> None:
    raise LookupError(typed)


def test_a_bug_in_a_thread_is_told_once(
    unexpected: UnexpectedErrors, qapp: QApplication, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            thread = threading.Thread(target=broken, args=("110234567890",))
            thread.start()
            thread.join()
        qtbot.waitUntil(lambda: len(boxes(qapp)) == 1)
    assert len(caplog.records) == 3
    box = boxes(qapp)[0]
    assert box.objectName() == "unexpectedMessage"
    assert "refunds are safe" in box.informativeText() + box.text()
    assert "110234567890" not in box.text() + box.informativeText()


def test_another_bug_is_told_as_well(unexpected: UnexpectedErrors, qapp: QApplication, qtbot: QtBot) -> None:
    unexpected.report(LookupError())
    unexpected.report(ArithmeticError())
    qtbot.waitUntil(lambda: len(boxes(qapp)) == 2)


def test_a_bug_in_a_lane_reaches_both_its_owner_and_the_log(
    unexpected: UnexpectedErrors, qapp: QApplication, qtbot: QtBot
) -> None:
    lanes, failures = Lanes(), list[Exception]()
    lanes.unexpected.connect(unexpected.report)
    lanes.run(Lane.STORE, lambda: broken("x"), lanes, lambda _: None, failures.append)
    qtbot.waitUntil(lambda: len(boxes(qapp)) == 1)
    qtbot.waitUntil(lambda: len(failures) == 1)
    lanes.close(5)


def test_it_leaves_pythons_hooks_as_they_were(qapp: QApplication) -> None:
    before = threading.excepthook
    errors = UnexpectedErrors()
    errors.install()
    assert threading.excepthook != before
    errors.remove()
    assert threading.excepthook == before


def test_a_failing_backup_is_told_once_until_it_works(qtbot: QtBot) -> None:
    lanes, told = Lanes(), list[object]()
    ends: list[OSError | None] = [OSError(), OSError(), None, OSError()]

    def back_up() -> Path | None:
        end = ends.pop(0)
        if end is not None:
            raise end
        return Path("store.sqlite3")

    backup = DailyBackup(back_up, lanes, lanes)
    backup.failed.connect(told.append)
    over: list[object] = []

    def is_over() -> bool:
        return len(over) == 1

    for told_by_then in (1, 1, 1, 2):
        over.clear()
        backup.run_now()
        lanes.run(Lane.SYNC, list[object], lanes, over.append, over.append)  # behind it in the same lane
        qtbot.waitUntil(is_over)
        assert len(told) == told_by_then
    lanes.close(5)


def test_a_day_at_the_counter_has_its_backup(program: Program, tmp_path: Path) -> None:
    opened = program.open(options(tmp_path, practice=True))
    program.wait(lambda: len(list((opened.shop.paths.data / "backups").glob("*.sqlite3"))) == 1)


def test_the_dark_has_other_colours(qapp: QApplication) -> None:
    style, palette = qapp.style().name(), qapp.palette()
    light = Theme(qapp, RESOURCES)
    light.dress()
    of_light = qapp.styleSheet()
    qapp.setPalette(QPalette(QColor("#333333"), QColor("#222222")))
    dark = Theme(qapp, RESOURCES)
    dark.dress()
    assert qapp.styleSheet() != of_light
    assert "$" not in qapp.styleSheet().replace("/* On Fusion. $name$", "")
    assert not dark.icon("orders").isNull()
    for theme in (light, dark):
        theme.deleteLater()
    qapp.setPalette(palette)
    qapp.setStyleSheet("")
    qapp.setStyle(style)
