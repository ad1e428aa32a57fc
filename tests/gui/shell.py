"""The whole program in the test's own process: windows as app.py opens them, on a real data directory."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from refund_gui.app import Options, Shop, opened_shop, opening
from refund_gui.paths import UPDATE_FILE
from refund_gui.practice.app import KEY, SECRET, PracticeApp
from refund_gui.ui.background import Lanes
from refund_gui.ui.desk import Desk
from refund_gui.ui.main_window import MainWindow
from refund_gui.ui.setup_wizard import SetupWizard
from tests.gui.counter import child, text

PATIENCE = 15_000
"""Milliseconds: the machine may be busy."""


@dataclass(frozen=True)
class Upstream:
    """A stand-in in this process, served at `url`."""

    app: PracticeApp
    url: str


@dataclass(frozen=True)
class Opened:
    """A window with what stands behind it."""

    shop: Shop
    window: MainWindow


class Program:
    """Opens windows and closes them, as often as a test likes."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self._desk = desk
        self._qtbot = qtbot
        self._open = ExitStack()

    def open(self, options: Options, language: str = "en", update_file: Path = UPDATE_FILE) -> Opened:
        """As `app.main` does, without its event loop."""
        shop = self._open.enter_context(opened_shop(options, update_file=update_file))
        window = self._open.enter_context(
            self._desk.window(opening(shop, replace(options, language=language)))
        )
        window.show()
        self._qtbot.waitExposed(window)
        return Opened(shop, window)

    def close(self) -> None:
        """The window, its lanes, the store and the lock on the data directory."""
        self._open.close()

    def wait(self, is_true: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(is_true, timeout=PATIENCE)

    def wizard(self, window: MainWindow) -> SetupWizard:
        """The wizard, once it is there."""
        self.wait(lambda: any(wizard.isVisible() for wizard in window.findChildren(SetupWizard)))
        return window.findChildren(SetupWizard)[-1]

    def wizard_is_open(self, window: MainWindow) -> bool:
        return any(wizard.isVisible() for wizard in window.findChildren(SetupWizard))

    def lanes(self, window: MainWindow) -> Lanes:
        """The lanes that the window works with."""
        return window._lanes

    def press(self, button: QPushButton) -> None:
        """Press it once it can be pressed."""
        self.wait(button.isEnabled)
        button.click()

    def enter_keys(self, wizard: SetupWizard, key: str = KEY, secret: str = SECRET) -> str:
        """Type keys, test the connection, and read the answer."""
        child(wizard, QLineEdit, "impKeyEdit").setText(key)
        child(wizard, QLineEdit, "impSecretEdit").setText(secret)
        self.press(child(wizard, QPushButton, "testConnectionButton"))
        self.wait(lambda: text(wizard, "connectionResult") not in ("", "Asking PortOne…"))
        return text(wizard, "connectionResult")

    def set_up(self, window: MainWindow) -> None:
        """Through the wizard, until orders are in the list."""
        wizard = self.wizard(window)
        assert "Connected" in self.enter_keys(wizard)
        self.press(child(wizard, QPushButton, "wizardFinishButton"))
        self.wait(lambda: rows(window) > 0)


def rows(window: MainWindow) -> int:
    """How many orders the list holds so far."""
    return child(window, QTableView, "ordersView").model().rowCount()


def options(data_dir: Path, api_url: str | None = None, practice: bool = False) -> Options:
    return Options(practice=practice, data_dir=data_dir, api_url=api_url)
