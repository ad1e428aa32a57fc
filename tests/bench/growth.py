"""Growth: what the orders page asks of the store, at ten thousand orders and a million (five with --large).

Straight on `terminal.orders`, without a window: the page that is asked for first, a slice from anywhere in
the list, and the first rows of a search, each query as far as it was typed.
"""

import argparse
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from typing import Final

from refund_gui.domain.listing import OrderFilter
from refund_gui.domain.searching import Search
from refund_gui.terminal.orders import Orders
from tests.bench.counter import counter
from tests.bench.machine import machine
from tests.bench.million import CACHE, MILLION, shop
from tests.bench.orders_window import NOBODY
from tests.bench.search import queries
from tests.bench.stopwatch import p99

GOAL: Final = 2.0
"""The median of the largest shop is at most so many times that of the smallest."""

LARGE: Final = 5 * MILLION
PAGE: Final = 100

Times = Mapping[str, Sequence[float]]
"""Milliseconds of each call by what was asked."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure growth.")
    parser.add_argument("--count", type=int, default=MILLION, help="payments of the largest shop")
    parser.add_argument("--large", action="store_true", help="also five million: an hour to make")
    parser.add_argument("--rounds", type=int, default=200, help="calls of each kind but search")
    parser.add_argument("--directory", type=Path, default=CACHE, help="where made-up shops are kept")
    options = parser.parse_args()
    counts = [count for count in (10_000, 100_000) if count < options.count]
    counts += [options.count, *([LARGE] if options.large else [])]
    shops = {count: measure(shop(count, options.directory), count, options.rounds) for count in counts}
    print(f"Growth of what the store answers, median (p99) in ms ({machine()}):")
    print(f"  {'':24}" + "".join(f"{count:>20,}" for count in counts) + "   growth")
    for kind in shops[counts[0]]:
        cells = [f"{median(times[kind]):.2f} ({p99(times[kind]):.2f})" for times in shops.values()]
        growth = median(shops[counts[-1]][kind]) / median(shops[counts[0]][kind])
        print(f"  {kind:24}" + "".join(f"{cell:>20}" for cell in cells) + f"   {growth:.2f} x")
    print(f"  (goal: at most {GOAL:.0f} x)")


def measure(data_dir: Path, count: int, rounds: int) -> Times:
    """All calls of one shop."""
    random = Random(4)
    with counter(data_dir, NOBODY) as terminal:
        orders = terminal.orders
        places = [random.randrange(max(1, count - PAGE)) for _ in range(rounds)]
        typed = [OrderFilter(text=text) for text in typed_texts(orders, count)]
        calls: Mapping[str, Sequence[Callable[[], object]]] = {
            "first page": [partial(orders.slice, OrderFilter(), 0, PAGE)] * rounds,
            "slice from anywhere": [partial(orders.slice, OrderFilter(), place, PAGE) for place in places],
            "last page": [partial(orders.slice, OrderFilter(), max(0, count - PAGE), PAGE)] * rounds,
            "search, each key": [partial(orders.slice, filter_, 0, PAGE) for filter_ in typed],
        }
        return {kind: [milliseconds(call) for call in of_kind] for kind, of_kind in calls.items()}


def typed_texts(orders: Orders, count: int) -> list[str]:
    """Each query of the search's measurement, one character longer each time."""
    texts = (text for kind in queries(orders, count).values() for text in kind)
    beginnings = (text[:length] for text in texts for length in range(2, len(text) + 1))
    return [text for text in beginnings if not Search(text).is_empty and not text.endswith(" ")]


def milliseconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
