"""Qt's side of the program: one application with its looks and language, and one window at a time on it."""

import gc
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from refund_gui.clock import Clock
from refund_gui.settings import SettingsFile
from refund_gui.terminal.orders import Orders
from refund_gui.ui.background import Lanes
from refund_gui.ui.crash import UnexpectedErrors
from refund_gui.ui.language import Language
from refund_gui.ui.main_window import MainWindow
from refund_gui.ui.theme import Theme

if TYPE_CHECKING:
    from refund_gui.terminal.terminal import Terminal

log = logging.getLogger(__name__)

BackUp = Callable[[], Path | None]

_PATIENCE: Final = 2.0
"""Seconds that each lane gets to end what it does when the window closes."""

_SOON: Final = 100
"""Milliseconds that the window waits for its rows before it comes up."""

_AT_LATEST: Final = 500
"""Milliseconds after which the rest of the window is made although no rows were painted (minimized, say)."""


class End(Enum):
    """How the work at a window ended."""

    CLOSED = auto()
    PRACTICE_WANTED = auto()


class Opening(NamedTuple):
    """What a window is opened on: what its first rows need, and how to get at the rest."""

    orders: Orders
    clock: Clock
    settings: SettingsFile
    practice: bool
    language: str
    back_up: BackUp
    terminal: "Callable[[], Terminal]"
    """All use cases. Takes its time, and raises StoreError."""


class Desk:
    """Dresses the application once; windows come and go."""

    def __init__(self, app: QApplication, resources: Path) -> None:
        self._app = app
        app.setApplicationName("refund-terminal")
        app.setQuitOnLastWindowClosed(False)
        self._theme = Theme(app, resources)
        self._language = Language(app, resources / "i18n")

    def work(self, opening: Opening, geometry: Path) -> End:
        """Show a window and run the event loop until it is closed, or practice mode is wanted.

        The rows come first; the rest of the window is made as soon as they are painted.
        """
        ends = [End.CLOSED]
        with self._frame(opening) as (window, lanes):
            window.practice_requested.connect(lambda: ends.append(End.PRACTICE_WANTED))
            window.practice_requested.connect(window.close)
            window.resize(window.size().boundedTo(window.screen().availableSize()))
            with suppress(OSError):
                window.restoreGeometry(geometry.read_bytes())
            _wait_for(window, window.answered, _SOON)  # so that the first painting has rows in it
            window.show()
            _wait_for(window, window.begun, _AT_LATEST)
            _let_interrupt()
            if window.isVisible():
                with self._at_work(window, lanes, opening):
                    window.closed.connect(self._app.quit)
                    gc.freeze()  # what is there by now stays: to look through it would hold up the window
                    self._app.exec()
            with suppress(OSError):
                geometry.write_bytes(window.saveGeometry().data())
        return ends[-1]

    @contextmanager
    def window(self, opening: Opening) -> Iterator[MainWindow]:
        """A window at work, not yet shown. Its lanes and clocks end with the block."""
        with self._frame(opening) as (window, lanes), self._at_work(window, lanes, opening):
            yield window

    @contextmanager
    def _frame(self, opening: Opening) -> Iterator[tuple[MainWindow, Lanes]]:
        """A window with its navigation and its list of orders."""
        self._language.use(opening.language)
        lanes = Lanes()
        unexpected = UnexpectedErrors()
        unexpected.install()
        lanes.unexpected.connect(unexpected.report)
        window = MainWindow(
            opening.orders,
            opening.clock,
            lanes,
            opening.settings,
            self._language,
            self._theme,
            opening.practice,
        )
        self._theme.dress()
        unexpected.show_over(window)
        try:
            yield window, lanes
        finally:
            window.hide()
            self._show_badge(0)
            lanes.close(_PATIENCE)
            unexpected.remove()
            window.deleteLater()

    @contextmanager
    def _at_work(self, window: MainWindow, lanes: Lanes, opening: Opening) -> Iterator[None]:
        """The rest of the window, and what goes on beside it."""
        from refund_gui.ui.daily_backup import DailyBackup  # none of it is needed for the first rows
        from refund_gui.ui.garbage import Garbage
        from refund_gui.ui.reading_clock import ReadingClock
        from refund_gui.ui.session_end import SessionEnd

        terminal = opening.terminal()
        Garbage(window)
        clock = ReadingClock(terminal.rounds, lanes, window)
        clock.payments_read.connect(window.on_payments_read)
        window.unclear_counted.connect(self._show_badge)
        window.keys_ready.connect(clock.start)
        SessionEnd(self._app, terminal.refunding, lanes, window)
        backup = DailyBackup(opening.back_up, lanes, window)
        backup.failed.connect(window.tell_failure)
        window.complete(terminal)
        try:
            yield
        finally:
            clock.stop()

    def _show_badge(self, count: int) -> None:
        """The number on the program's icon; not on Linux: Qt makes a D-Bus path of our hyphened name."""
        if self._app.platformName() not in {"xcb", "wayland"}:
            self._app.setBadgeNumber(count)

    def refuse(self, error: Exception, language: str) -> None:
        """Say why the program cannot start, on the terminal and, where somebody can close it, in a window."""
        from PySide6.QtWidgets import QMessageBox

        from refund_gui.ui.words import describe

        self._language.use(language)
        self._theme.dress()
        words = describe(error)
        print(words.title, words.advice, words.detail, file=sys.stderr)
        if self._app.platformName() not in {"offscreen", "minimal"}:
            box = QMessageBox(QMessageBox.Icon.Critical, self._app.applicationName(), words.title)
            box.setInformativeText("\n".join(filter(None, (words.advice, words.detail))))
            box.exec()

    def close(self) -> None:
        """Give the application back as it was found."""
        self._language.close()


def _let_interrupt() -> None:
    """Ctrl+C in a terminal: Qt would never look at it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _wait_for(window: MainWindow, happened: SignalInstance, at_most: int) -> None:
    """Until this has happened, the window is closed, or so many milliseconds are over."""
    loop = QEventLoop()
    happened.connect(loop.quit)
    window.closed.connect(loop.quit)
    QTimer.singleShot(at_most, loop, loop.quit)
    loop.exec()
