"""Jumps: from a key, or a drag of the scroll bar, to the painted rows of that place in the real orders page.

The last row is also reached in Qt's own QSqlTableModel, which fetches all rows before it, in processes of
their own: `python -m tests.bench.jump --sql-table keys` prints its seconds and the bytes that it takes.
"""

import argparse
import resource
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar, QTableView

from refund_gui.ui.list_view import ROW_HEIGHT
from tests.bench.machine import machine
from tests.bench.million import add_options, shop
from tests.bench.orders_window import SIZE, OrdersWindow, application, orders_window
from tests.bench.sql_table import sql_table_window, table
from tests.bench.startup import printed, started
from tests.bench.stopwatch import HEADING, Stopwatch, line

GOAL: Final = 50
"""Milliseconds of any jump."""

GOAL_RATIO: Final = 5_000

WAYS: Final = {"keys": "End again and again", "fetch": "fetchMore at one go"}
"""How the last row of a QSqlTableModel is reached: as a person does it, and with nothing else in between."""

KINDS: Final = ("End", "Home", "PageDown", "drag", "drag through 20 places")
"""The last one: to a further place, while the store may still be asked for one of those passed through."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure jumps.")
    add_options(parser)
    parser.add_argument("--rounds", type=int, default=50, help="jumps of each kind")
    parser.add_argument("--sql-table", choices=WAYS, help="only QSqlTableModel, to its last row")
    options = parser.parse_args()
    application()
    path = table(options.count, options.directory)
    if options.sql_table:
        to_the_end_of_sql_table(path, options.sql_table == "keys")
        return
    times = measure(shop(options.count, options.directory), options.rounds)
    print(f"Jump to painted rows, {options.count:,} orders ({machine()}):")
    print(HEADING)
    for kind, milliseconds in times.items():
        print(line(kind, milliseconds))
    every = [milliseconds for kind in times.values() for milliseconds in kind]
    print(line("every jump", every, f"  (goal: at most {GOAL} ms)"))
    arguments = ["--count", str(options.count), "--directory", str(options.directory)]
    for way, name in WAYS.items():
        run = started(["tests.bench.jump", "--sql-table", way, *arguments], timeout=600)
        seconds, megabytes = printed(run, "seconds"), printed(run, "peak") / 2**20
        ratio = seconds * 1000 / median(times["End"])
        print(f"  last row of a QSqlTableModel, {name}: {seconds:.1f} s, {megabytes:.0f} MiB at most")
        print(f"    last row here: {ratio:,.0f} x faster (goal: at least {GOAL_RATIO:,} x)")


def measure(data_dir: Path, rounds: int) -> Mapping[str, Sequence[float]]:
    """Milliseconds of each jump by kind."""
    random = Random(4)
    times: dict[str, list[float]] = {kind: [] for kind in KINDS}
    with orders_window(data_dir) as window:
        view, bar = window.view, window.view.verticalScrollBar()
        view.setFocus()
        for _ in range(rounds):
            near, far, last = (random.randrange(bar.maximum()) for _ in range(3))
            times["End"].append(jump(window, partial(press, view, Qt.Key.Key_End)))
            times["Home"].append(jump(window, partial(press, view, Qt.Key.Key_Home)))
            times["drag"].append(jump(window, partial(bar.setValue, near)))
            view.setCurrentIndex(view.indexAt(view.viewport().rect().bottomLeft()))
            window.stopwatch.settle()
            times["PageDown"].append(jump(window, partial(press, view, Qt.Key.Key_PageDown)))
            drag(bar, near, far)
            times["drag through 20 places"].append(jump(window, partial(bar.setValue, last)))
    return times


def jump(window: OrdersWindow, act: Callable[[], None]) -> float:
    """Milliseconds until all rows that are in sight then have been painted."""
    bar, model = window.view.verticalScrollBar(), window.model
    before, page = bar.value(), window.view.viewport().height() // ROW_HEIGHT

    def is_shown() -> bool:
        top = bar.value()
        in_sight = range(top, min(top + page + 1, model.rowCount()))
        return top != before and all(model.row(number) is not None for number in in_sight)

    return window.stopwatch.until_painted(act, is_shown)


def press(view: QTableView, key: Qt.Key) -> None:
    QTest.keyClick(view, key)


def drag(bar: QScrollBar, start: int, end: int) -> None:
    """Pass through places without a wait: they are painted or not, as it comes."""
    for step in range(20):
        bar.setValue(start + (end - start) * step // 19)
        QApplication.processEvents()


def to_the_end_of_sql_table(path: Path, by_key: bool) -> None:
    """Print the seconds until the last row has been painted, and the most memory in bytes.

    `by_key`: as a person gets there, with End again and again; otherwise everything is fetched in one go.
    """
    with sql_table_window(path, SIZE) as (view, model):
        stopwatch = Stopwatch(view.viewport())
        stopwatch.until_answered(stopwatch.answered)

        def to_the_end() -> None:
            while model.canFetchMore():
                if by_key:
                    view.setCurrentIndex(model.index(model.rowCount() - 1, 0))
                    QApplication.processEvents()
                else:
                    model.fetchMore()
            view.scrollToBottom()
            stopwatch.answered()

        print(f"seconds {stopwatch.until_answered(to_the_end) / 1000}")
        print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}", flush=True)


if __name__ == "__main__":
    main()
