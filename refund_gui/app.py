"""The program from its command line to its end: the one place that knows every part.

Start: command line, data directory with its store (and the lock on it), log, upstream, use cases, what was
being sent last time, window. The end runs the other way round. Qt is imported only once a window is wanted.
"""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from refund_gui import __version__
from refund_gui.clock import Clock, SystemClock
from refund_gui.credentials import ApiKeys, KeyringKeys, MemoryKeys
from refund_gui.errors import BadOrigin, ExpectedError, StoreReadOnly
from refund_gui.high_water import KeyringMark, MemoryMark
from refund_gui.logs import crash_log, log_file
from refund_gui.paths import RESOURCES, Paths, paths
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.transport import OFFICIAL, check_origin, in_process, make_transport
from refund_gui.portone.v1 import PortOneV1
from refund_gui.practice.app import KEY, SECRET, PracticeApp
from refund_gui.practice.sample_shop import sample_app
from refund_gui.settings import LANGUAGES, SettingsFile
from refund_gui.store import Store, open_store
from refund_gui.terminal.keys import KeySetup
from refund_gui.terminal.terminal import Terminal, make_terminal

FAILED = 1
REFUSED = 2
"""Exit codes: the data directory cannot be used; the command line or the display cannot."""

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


@dataclass(frozen=True, slots=True)
class Shop:
    """One opened data directory with everything that works on it."""

    paths: Paths
    settings: SettingsFile
    store: Store
    terminal: Terminal
    practice: PracticeApp | None
    """The stand-in, in practice mode."""


def main(arguments: Sequence[str]) -> int:
    """Run the program; the exit code."""
    options = read_command_line(arguments)
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
    parser.add_argument("--version", action="version", version=f"refund-terminal {__version__}")
    given = parser.parse_args(arguments)
    if given.practice and given.api_url is not None:
        parser.error("--practice has its own upstream: leave --api-url away")
    if given.api_url is not None:
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
def opened_shop(options: Options, clock: Clock | None = None) -> Iterator[Shop]:
    """Open the data directory and everything that works on it; what was being sent last time is Checking now.

    Raises StoreError. No network is touched. `clock` is the computer's own unless given.
    """
    clock = clock or SystemClock()
    where = paths(options.practice, options.data_dir)
    with ExitStack() as opened:
        store = open_store(where.data, clock)
        opened.callback(store.close)
        with suppress(OSError):  # a log that cannot be written stops no refund
            opened.enter_context(log_file(where.log))
        settings = SettingsFile(where.settings)
        practice = _practice_app(where, clock) if options.practice else None
        origin = options.api_url or OFFICIAL
        transport = in_process(practice) if practice else make_transport(origin)
        numbers = RequestNumbers(store.payments.highest_request_no())

        def connect(keys: ApiKeys | None) -> PortOneV1:
            return PortOneV1(origin, transport, clock, numbers, keys, lambda: settings.current.enable_webhook)

        gateway = connect(None)
        opened.callback(gateway.close)
        key_store = MemoryKeys(ApiKeys(KEY, SECRET)) if practice else KeyringKeys(store.store_id, origin)
        keys = KeySetup(store, key_store, connect, gateway.use_keys)
        mark = MemoryMark() if practice else KeyringMark(where.data, origin)
        terminal = make_terminal(store, gateway, clock, keys, lambda: settings.current.counter, mark)
        terminal.reconciler.recover()
        yield Shop(where, settings, store, terminal, practice)


def _practice_app(where: Paths, clock: Clock) -> PracticeApp:
    try:
        return sample_app(clock=clock.now, journal=where.journal)
    except OSError as error:
        raise StoreReadOnly(str(where.journal), error.strerror or "") from error


def _windows(options: Options) -> int:
    """One window after the other: the wizard may lead into practice mode."""
    from PySide6.QtWidgets import QApplication

    from refund_gui.ui.desk import Desk, End

    app = QApplication([sys.argv[0]])
    if os.environ.get("QT_QPA_PLATFORM", "").endswith(";offscreen") and app.platformName() == "offscreen":
        return _refuse(NO_DISPLAY)
    desk = Desk(app, RESOURCES)
    try:
        while True:
            with opened_shop(options) as shop, crash_log(shop.paths.crash):
                end = desk.work(
                    shop.terminal,
                    shop.settings,
                    options.practice,
                    options.language or shop.settings.current.language,
                    shop.store.back_up_daily,
                    shop.paths.geometry,
                )
            if end is End.CLOSED:
                return 0
            options = replace(options, practice=True, api_url=None)
    except ExpectedError as error:
        desk.refuse(error, options.language or "ko")
        return FAILED
    finally:
        desk.close()


def _tour(options: Options, directory: Path) -> int:
    """The main job through the real windows, in a practice shop of its own."""
    from PySide6.QtWidgets import QApplication

    from refund_gui.ui.desk import Desk
    from refund_gui.ui.tour import run_tour
    from refund_gui.ui.tour_steps import Visit

    desk = Desk(QApplication([sys.argv[0]]), RESOURCES)
    language = options.language or "ko"
    with TemporaryDirectory() as data_dir:
        practice_options = Options(practice=True, data_dir=Path(data_dir))

        @contextmanager
        def open_shop() -> Iterator[Visit]:
            with (
                opened_shop(practice_options) as shop,
                desk.window(shop.terminal, shop.settings, True, language, shop.store.back_up_daily) as window,
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
