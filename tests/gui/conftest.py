"""Windows are tested as a Korean shop sees them; the locale of the machine does not matter."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from threading import current_thread, main_thread
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from refund_gui.app import STYLE
from refund_gui.paths import RESOURCES
from refund_gui.practice.app import PracticeApp
from refund_gui.practice.sample_shop import sample_app
from refund_gui.practice.server import serve
from refund_gui.ui.background import Lanes
from refund_gui.ui.desk import Desk
from refund_gui.ui.language import Language
from tests.gui.counter import Counter
from tests.gui.shell import PATIENCE, Program, Upstream
from tests.practice.shop_kit import NOW
from tests.terminal.shop import Shop, TestClock


class PatientBot(QtBot):
    """Waits longer before it gives up: a busy machine is no failure."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE, **how: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application that pytest-qt makes has the program's style."""
    return ["tests", *STYLE]


@pytest.fixture(autouse=True)
def garbage_stays_here() -> Iterator[None]:
    """No lane collects what earlier tests have left (`ui/garbage.py`). Between tests there are none."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def lanes_stay_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lane that translates gets the text of the source at times: ARCHITECTURE.md."""
    translate = QCoreApplication.translate

    def of_the_window(*text: Any) -> str:
        assert current_thread() is main_thread(), f"a lane translates {text}"
        return translate(*text)

    monkeypatch.setattr(QCoreApplication, "translate", of_the_window)


@pytest.fixture(autouse=True)
def korean_locale() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Korean, QLocale.Country.SouthKorea))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Changes the window's language to `ko` or `en`."""
    language = Language(qapp, RESOURCES / "i18n")
    yield language.use
    language.close()


@pytest.fixture
def counter(tmp_path: Path, qtbot: QtBot) -> Iterator[Counter]:
    """A counter whose upstream has no payments yet; nothing is loaded."""
    clock = TestClock(NOW)
    shop = Shop(tmp_path / "data", clock, PracticeApp(clock=clock.now, random=Random(1)))
    lanes = Lanes()
    yield Counter(shop, lanes)
    lanes.close(5)
    shop.stop()


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    """The stand-in with the sample shop on a real socket."""
    app = sample_app(random=Random(1))
    with serve(app) as server:
        yield Upstream(app, server.url)
        app.close()


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot) -> Iterator[Program]:
    """The whole program. Nothing unexpected may have been told when the test is over."""
    style, font = qapp.style().name(), qapp.font()
    desk = Desk(qapp, RESOURCES)
    program = Program(desk, qtbot)
    yield program
    told = [box.text() for box in qapp.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]
    program.close()
    desk.close()
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setFont(font)
    qapp.setQuitOnLastWindowClosed(True)
    assert not told
