"""The longest block of the window while 100,000 orders are loaded and somebody types into the search field.

The real program's window on a copy of a made-up shop, with a stand-in upstream in another process. A timer of
one millisecond notes each turn of the window's event loop: the gap between two tells how long it was blocked.
"""

import argparse
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QPushButton

from refund_gui.domain.listing import OrderFilter
from refund_gui.terminal.orders import Orders
from tests.bench.busy_upstream import busy_upstream
from tests.bench.hangul_keys import Stroke, strokes
from tests.bench.machine import machine
from tests.bench.million import add_options, copied_shop
from tests.bench.orders_window import child, program_window
from tests.bench.search import queries
from tests.bench.stopwatch import p99

GOAL: Final = 50.0
"""Milliseconds of the longest block."""

KEYS_EVERY: Final = 90
"""Milliseconds between two keys: eleven a second."""

LONGEST_RUN: Final = 600
"""Seconds after which the measurement is given up."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure blocks of the window during a sync.")
    add_options(parser)
    parser.add_argument("--records", type=int, default=100_000, help="orders that are loaded meanwhile")
    options = parser.parse_args()
    options.directory.mkdir(parents=True, exist_ok=True)
    with ExitStack() as opened:
        copies = opened.enter_context(tempfile.TemporaryDirectory(prefix="copy-", dir=options.directory))
        data_dir = copied_shop(options.count, Path(copies) / "shop", options.directory)
        origin = opened.enter_context(busy_upstream(options.records, options.count))
        beat, seconds = measure(data_dir, origin, options.count, options.records)
    print(f"Blocks of the window while {options.records:,} orders join {options.count:,} ({machine()}):")
    print(
        f"  {options.records / seconds:,.0f} orders a second for {seconds:.0f} s, a key each {KEYS_EVERY} ms"
    )
    gaps, own = beat.gaps, beat.own
    blocks = sum(gap > GOAL for gap in gaps)
    print(f"  longest {max(gaps):.1f} ms (goal: at most {GOAL:.0f} ms), p99 {p99(gaps):.1f} ms")
    print(f"  {blocks} of {len(gaps):,} gaps above {GOAL:.0f} ms")
    print(f"  of its own processor's time: longest {max(own):.1f} ms, p99 {p99(own):.1f} ms")


def measure(data_dir: Path, origin: str, count: int, records: int) -> tuple["Heartbeat", float]:
    """The turns of the event loop, and the seconds that the load took."""
    with program_window(data_dir, origin) as (window, orders):
        loop = QEventLoop()
        arrival = Arrival(orders, count + records, loop)
        texts = [text for kind in queries(orders, count).values() for text in kind]
        QTimer.singleShot(300, loop.quit)
        loop.exec()  # the window's first paint
        typist = Typist(child(window, QLineEdit, "searchEdit"), texts)
        beat = Heartbeat()
        child(window, QPushButton, "syncButton").click()
        arrival.start()
        loop.exec()
        beat.stop()
        typist.stop()
        if not arrival.is_complete:
            raise TimeoutError(f"the load was not over in {LONGEST_RUN} s")
    return beat, arrival.seconds


class Heartbeat(QObject):
    """Notes every turn of the event loop, in milliseconds since the one before: `gaps` on the wall.

    `own` is this thread's processor time in them: for the rest of a gap it waited, for Python's lock or for a
    processor.
    """

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.own: list[float] = []
        self._last = time.perf_counter()
        self._last_own = time.thread_time()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _on_turn(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        self.gaps.append((now - self._last) * 1000)
        self.own.append((own - self._last_own) * 1000)
        self._last, self._last_own = now, own


class Typist(QObject):
    """Types one query after the other, key by key, and takes each out again."""

    def __init__(self, search: QLineEdit, texts: Sequence[str]) -> None:
        super().__init__()
        self._search = search
        self._strokes = self._all_strokes(texts)
        self._timer = QTimer(self, interval=KEYS_EVERY, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_key)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _all_strokes(self, texts: Sequence[str]) -> Iterator[Stroke | None]:
        for text in cycle(texts):
            yield from strokes(text)
            yield None

    def _on_key(self) -> None:
        stroke = next(self._strokes)
        (stroke or Stroke()).press(self._search)
        if stroke is None:
            self._search.clear()


class Arrival:
    """Ends the loop once the store holds so many orders. Looks from a thread of its own, once a second."""

    def __init__(self, orders: Orders, expected: int, loop: QEventLoop) -> None:
        self.seconds = 0.0
        self.is_complete = False
        self._orders = orders
        self._expected = expected
        self._loop = loop
        self._thread = threading.Thread(target=self._look, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def _look(self) -> None:
        began = time.perf_counter()
        while not self.is_complete and self.seconds < LONGEST_RUN:
            time.sleep(1)
            self.seconds = time.perf_counter() - began
            self.is_complete = self._orders.found(OrderFilter()).number >= self._expected
        self._loop.quit()


if __name__ == "__main__":
    main()
