"""Qt's side of the program: one application with its looks and language, and one window at a time on it."""

import logging
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox

from refund_gui.settings import SettingsFile
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.background import Lanes
from refund_gui.ui.crash import UnexpectedErrors
from refund_gui.ui.daily_backup import DailyBackup
from refund_gui.ui.language import Language
from refund_gui.ui.main_window import MainWindow
from refund_gui.ui.reading_clock import ReadingClock
from refund_gui.ui.session_end import SessionEnd
from refund_gui.ui.theme import Theme
from refund_gui.ui.words import describe

log = logging.getLogger(__name__)

BackUp = Callable[[], Path | None]

_PATIENCE = 2.0
"""Seconds that each lane gets to end what it does when the window closes."""


class End(Enum):
    """How the work at a window ended."""

    CLOSED = auto()
    PRACTICE_WANTED = auto()


class Desk:
    """Dresses the application once; windows come and go."""

    def __init__(self, app: QApplication, resources: Path) -> None:
        self._app = app
        app.setApplicationName("refund-terminal")
        app.setQuitOnLastWindowClosed(False)
        self._theme = Theme(app, resources)
        self._language = Language(app, resources / "i18n")

    def work(
        self,
        terminal: Terminal,
        settings: SettingsFile,
        practice: bool,
        language: str,
        back_up: BackUp,
        geometry: Path,
    ) -> End:
        """Show a window and run the event loop until it is closed, or practice mode is wanted."""
        ends = [End.CLOSED]
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in a terminal: Qt would never look at it
        with self.window(terminal, settings, practice, language, back_up) as window:
            window.practice_requested.connect(lambda: ends.append(End.PRACTICE_WANTED))
            window.practice_requested.connect(window.close)
            window.closed.connect(self._app.quit)
            with suppress(OSError):
                window.restoreGeometry(geometry.read_bytes())
            window.show()
            self._app.exec()
            with suppress(OSError):
                geometry.write_bytes(window.saveGeometry().data())
        return ends[-1]

    @contextmanager
    def window(
        self, terminal: Terminal, settings: SettingsFile, practice: bool, language: str, back_up: BackUp
    ) -> Iterator[MainWindow]:
        """A window at work, not yet shown. Its lanes and clocks end with the block."""
        self._language.use(language)
        lanes = Lanes()
        unexpected = UnexpectedErrors()
        unexpected.install()
        lanes.unexpected.connect(unexpected.report)
        window = MainWindow(terminal, lanes, settings, self._language, self._theme, practice)
        unexpected.show_over(window)
        clock = ReadingClock(terminal.rounds, lanes, window)
        clock.payments_read.connect(window.on_payments_read)
        window.unclear_counted.connect(self._show_badge)
        window.keys_ready.connect(clock.start)
        SessionEnd(self._app, terminal.refunding, lanes, window)
        backup = DailyBackup(back_up, lanes, window)
        backup.failed.connect(window.tell_failure)
        window.start()
        try:
            yield window
        finally:
            clock.stop()
            window.hide()
            self._show_badge(0)
            lanes.close(_PATIENCE)
            unexpected.remove()
            window.deleteLater()

    def _show_badge(self, count: int) -> None:
        """The number on the program's icon; not on Linux: Qt makes a D-Bus path of our hyphened name."""
        if self._app.platformName() not in {"xcb", "wayland"}:
            self._app.setBadgeNumber(count)

    def refuse(self, error: Exception, language: str) -> None:
        """Say why the program cannot start, on the terminal and, where somebody can close it, in a window."""
        self._language.use(language)
        words = describe(error)
        print(words.title, words.advice, words.detail, file=sys.stderr)
        if self._app.platformName() not in {"offscreen", "minimal"}:
            box = QMessageBox(QMessageBox.Icon.Critical, self._app.applicationName(), words.title)
            box.setInformativeText("\n".join(filter(None, (words.advice, words.detail))))
            box.exec()

    def close(self) -> None:
        """Give the application back as it was found."""
        self._language.close()
