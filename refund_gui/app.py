"""The program from its command line to its end.

Start: command line, data directory with its store (and the lock on it), log, the window's list with its
first rows, and only then what those do not need: upstream and all use cases (`composition`), what was being
sent last time, the rest of the window. The end runs the other way round. Qt is imported only once a window
is wanted.
"""

import builtins
import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from refund_gui import __version__
from refund_gui.clock import Clock, SystemClock
from refund_gui.errors import BadOrigin, ExpectedError
from refund_gui.logs import crash_log, early_log, log_file
from refund_gui.paths import RESOURCES, UPDATE_FILE, Paths, paths
from refund_gui.settings import LANGUAGES, SettingsFile
from refund_gui.store import Store, open_store
from refund_gui.terminal.orders import Orders

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from refund_gui.composition import Composed
    from refund_gui.practice.app import PracticeApp
    from refund_gui.terminal.terminal import Terminal
    from refund_gui.ui.desk import Opening

FAILED = 1
REFUSED = 2
"""Exit codes: the data directory cannot be used; the command line or the display cannot."""

STYLE = ("-style", "Fusion")
"""To Qt: what resources/style.qss is written on. As a call it would cost all of QStyle's enums, 4 ms."""

NO_DISPLAY = (
    "There is no display here. See the program at work with --tour DIR, "
    "or start it under a virtual display: xvfb-run main.py"
)


@dataclass(frozen=True, slots=True)
class Options:
    """The command line. `api_url` is a checked origin, None for the official one."""

    practice: bool = False
    data_dir: Path | None = None
    api_url: str | None = None
    language: str | None = None
    tour: Path | None = None
    self_test: bool = False
    report: Path | None = None


class Shop:
    """One opened data directory with everything that works on it.

    Use cases and upstream are made when they are first asked for, in the thread that asks: the first rows of
    the list need none of them.
    """

    def __init__(
        self,
        where: Paths,
        settings: SettingsFile,
        store: Store,
        clock: Clock,
        compose: "Callable[[], Composed]",
    ) -> None:
        self.paths = where
        self.settings = settings
        self.store = store
        self.clock = clock
        self.orders = Orders(store)
        self._compose = compose

    @cached_property
    def _composed(self) -> "Composed":
        return self._compose()

    @property
    def terminal(self) -> "Terminal":
        """All use cases. What was being sent last time is Checking from now on. Raises StoreError."""
        return self._composed.terminal

    @property
    def practice(self) -> "PracticeApp | None":
        """The stand-in, in practice mode."""
        return self._composed.practice


def main(arguments: Sequence[str]) -> int:
    """Run the program; the exit code."""
    options = read_command_line(arguments)
    if options.self_test:
        from refund_gui.self_test import run_self_test

        return run_self_test(options.report)
    if options.tour is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return _tour(options, options.tour)
    if sys.platform == "linux":
        platform = choose_platform(os.environ)
        if platform is None:
            return _refuse(NO_DISPLAY)
        os.environ["QT_QPA_PLATFORM"] = platform
    return _windows(options)


def read_command_line(arguments: Sequence[str]) -> Options:
    """The options. Ends the process with code 2 and one line for what cannot be."""
    parser = _Parser(
        prog="main.py",
        description="Refund terminal for shops that take payments through PortOne (i'mport) V1.",
        allow_abbrev=False,
    )
    parser.add_argument("--practice", action="store_true", help="a made-up shop; no real money moves")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where data, settings and the log lie")
    parser.add_argument(
        "--api-url", metavar="URL", help="another API origin: https, or http on this computer"
    )
    parser.add_argument("--language", choices=LANGUAGES, help="the window's language for this time")
    parser.add_argument(
        "--tour", type=Path, metavar="DIR", help="run the main job by itself, pictures into DIR"
    )
    parser.add_argument("--self-test", action="store_true", help="whether all that it needs is there")
    parser.add_argument("--report", type=Path, metavar="FILE", help="where --self-test writes its lines")
    parser.add_argument("--version", action="version", version=f"refund-terminal {__version__}")
    given = parser.parse_args(arguments)
    if given.practice and given.api_url is not None:
        parser.error("--practice has its own upstream: leave --api-url away")
    if given.report is not None and not given.self_test:
        parser.error("--report is for --self-test")
    if given.api_url is not None:
        from refund_gui.portone.transport import check_origin  # most starts are given none

        try:
            given.api_url = check_origin(given.api_url)
        except BadOrigin as error:
            parser.error(f"--api-url {error}")
    return Options(**vars(given))


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(REFUSED, f"{self.prog}: {message}\n")


def choose_platform(environment: Mapping[str, str]) -> str | None:
    """Linux: what QT_QPA_PLATFORM should be, None when there can be no display.

    Qt aborts where it finds no display; with `offscreen` behind the others it comes back instead.
    """
    asked = environment.get("QT_QPA_PLATFORM", "")
    if asked and asked.partition(":")[0] not in {"xcb", "wayland"}:
        return asked
    displays = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
    found = [plugin for plugin, variable in displays.items() if environment.get(variable)]
    if asked:
        found = [asked] if asked.partition(":")[0] in found else []
    return ";".join([*found, "offscreen"]) if found else None


@contextmanager
def opened_shop(
    options: Options, clock: Clock | None = None, update_file: Path = UPDATE_FILE
) -> Iterator[Shop]:
    """Open the data directory and everything that works on it; what was being sent last time is Checking now.

    Raises StoreError. No network is touched. `clock` is the computer's own unless given,
    `update_file` the program's.
    """
    clock = clock or SystemClock()
    where = paths(options.practice, options.data_dir)
    with ExitStack() as opened:
        store = open_store(where.data, clock)
        opened.callback(store.close)
        early = opened.enter_context(early_log())
        settings = SettingsFile(where.settings)

        def composed() -> "Composed":
            from refund_gui.composition import compose  # 60 ms that the first rows do not wait for

            with suppress(OSError):  # a log that cannot be written stops no refund
                opened.enter_context(log_file(where.log, early))
            return compose(
                where, settings, store, clock, options.practice, options.api_url, opened, update_file
            )

        shop = Shop(where, settings, store, clock, composed)
        if store.was_interrupted():
            _ = shop.terminal  # no row may say that it is being sent (protocol rule 4)
        yield shop


def opening(shop: Shop, options: Options) -> "Opening":
    """What a window on this shop is opened with."""
    from refund_gui.ui.desk import Opening

    return Opening(
        orders=shop.orders,
        clock=shop.clock,
        settings=shop.settings,
        practice=options.practice,
        language=options.language or shop.settings.current.language,
        back_up=shop.store.back_up_daily,
        terminal=lambda: shop.terminal,
    )


def _application() -> "QApplication":
    """Qt at work, and `import` as it was without PySide6.

    PySide6's own reads and keeps the source of each module that comes after it, in search of a `__feature__`.
    There is none here: it took 10 ms of the first rows, 35 ms of what follows them, and 8 MB.
    """
    from PySide6.QtWidgets import QApplication

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    return QApplication([sys.argv[0], *STYLE])


def _windows(options: Options) -> int:
    """One window after the other: the wizard may lead into practice mode."""
    app = _application()
    from refund_gui.ui.desk import Desk, End

    if os.environ.get("QT_QPA_PLATFORM", "").endswith(";offscreen") and app.platformName() == "offscreen":
        return _refuse(NO_DISPLAY)
    desk = Desk(app, RESOURCES)
    language = options.language or "ko"
    try:
        while True:
            with opened_shop(options) as shop, crash_log(shop.paths.crash):
                wanted = opening(shop, options)
                language = wanted.language
                end = desk.work(wanted, shop.paths.geometry)
            if end is End.CLOSED:
                return 0
            options = replace(options, practice=True, api_url=None)
    except ExpectedError as error:
        desk.refuse(error, language)
        return FAILED
    finally:
        desk.close()


def _tour(options: Options, directory: Path) -> int:
    """The main job through the real windows, in a practice shop of its own."""
    from tempfile import TemporaryDirectory

    app = _application()
    from refund_gui.ui.desk import Desk
    from refund_gui.ui.tour import run_tour
    from refund_gui.ui.tour_steps import Visit

    desk = Desk(app, RESOURCES)
    with TemporaryDirectory() as data_dir:
        practice_options = Options(True, Path(data_dir), language=options.language or "ko")

        @contextmanager
        def open_shop() -> Iterator[Visit]:
            with (
                opened_shop(practice_options) as shop,
                desk.window(opening(shop, practice_options)) as window,
            ):
                assert shop.practice is not None, "the tour is practice"
                yield Visit(window, shop.terminal, shop.practice)

        try:
            return run_tour(open_shop, directory)
        finally:
            desk.close()


def _refuse(line: str) -> int:
    print(line, file=sys.stderr)
    return REFUSED
