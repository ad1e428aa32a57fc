"""Search: from a key to the painted rows of its answer, in the real orders page on a made-up shop.

Every query is typed key by key, Hangul as it is composed, each key as soon as the one before it is answered.
What has no hit or few is also asked of Qt's own QSqlTableModel with LIKE: an equal table in a QTableView.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from typing import Final

from PySide6.QtWidgets import QLineEdit

from refund_gui.domain.listing import OrderFilter
from refund_gui.domain.payment import Payment
from refund_gui.domain.searching import Search
from refund_gui.terminal.orders import Orders
from tests.bench.hangul_keys import Stroke, initials, strokes
from tests.bench.machine import machine
from tests.bench.million import add_options, shop
from tests.bench.orders_window import SIZE, OrdersWindow, application, orders_window
from tests.bench.sql_table import like, sql_table_window, table
from tests.bench.stopwatch import HEADING, STILL, Stopwatch, line

NO_HIT: Final = ("쥬라기", "펭귄", "꿀떡", "xqzv", "quokka", "999999999999", "imp_00", "김쀼")
RARE_HIT: Final = ("찻장", "만년필", "유모차", "Vinyl", "꽹과리")
"""`shop_words.RARE_GOODS`: some ten orders of a million have each."""

GOAL_RATIO: Final = 30
EACH: Final = 8
"""Queries of each kind that the shop's own payments make."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure keystroke to painted rows.")
    add_options(parser)
    parser.add_argument("--rounds", type=int, default=3, help="how often every query is typed")
    parser.add_argument("--queries", type=int, default=EACH, help="queries of each kind")
    parser.add_argument(
        "--pause", type=int, default=0, help="milliseconds between an answer and the next key"
    )
    options = parser.parse_args()
    application()
    typed = measure(shop(options.count, options.directory), options)
    baseline = measure_sql_table(table(options.count, options.directory), options.rounds)
    print(f"Keystroke to painted rows, {options.count:,} orders ({machine()}):")
    print(HEADING)
    for kind, queries in typed.items():
        print(line(kind, [milliseconds for query in queries for milliseconds in query]))
    keys = [milliseconds for queries in typed.values() for query in queries for milliseconds in query]
    print(line("every key of all of them", keys, "  (goal: median at most 16 ms, p99 at most 50 ms)"))
    for kind, times in baseline.items():
        print(line(f"QSqlTableModel, {kind}", times))
        ratio = median(times) / median(query[-1] for query in typed[kind])
        print(f"  {kind}, whole query: {ratio:.1f} x faster (goal: at least {GOAL_RATIO} x)")


def measure(data_dir: Path, options: argparse.Namespace) -> Mapping[str, Sequence[Sequence[float]]]:
    """The milliseconds of each key of each query, by kind."""
    with orders_window(data_dir) as window:
        asked = queries(window.orders, options.count)
        type_query(window, "김민", options.pause)  # the first query of all fills caches
        return {
            kind: [
                type_query(window, text, options.pause)
                for _ in range(options.rounds)
                for text in texts[: options.queries]
            ]
            for kind, texts in asked.items()
        }


def queries(orders: Orders, count: int) -> Mapping[str, Sequence[str]]:
    """What is searched for, by kind: mostly by somebody who has one of the shop's payments before them."""
    payments = list(some_payments(orders, count))
    paid_by_card = [payment for payment in payments if payment.apply_num]
    goods = [payment.goods.split() for payment in payments]
    return {
        "no hit": NO_HIT,
        "rare hit": RARE_HIT,
        "2 characters": [payment.buyer_name[-2:] for payment in payments[:EACH]],
        "3 characters": [payment.buyer_name for payment in payments[:EACH]],
        "initials": [initials(payment.buyer_name) for payment in payments[:EACH]],
        "a word of the goods": [words[0] for words in goods[:EACH]],
        "phone": [payment.buyer_tel for payment in payments[:EACH]],
        "phone without dashes": [payment.buyer_tel.replace("-", "") for payment in payments[:EACH]],
        "last 4 digits of a phone": [payment.buyer_tel[-4:] for payment in payments[:EACH]],
        "order number": [payment.merchant_uid for payment in payments[:EACH]],
        "approval number": [payment.apply_num for payment in paid_by_card[:EACH]],
        "imp_uid": [payment.imp_uid for payment in payments[:EACH]],
        "two words": [
            f"{payment.buyer_name} {words[0]}" for payment, words in zip(payments[:EACH], goods, strict=False)
        ],
    }


def some_payments(orders: Orders, count: int) -> Iterator[Payment]:
    """Payments from all over the list, the same ones in each run."""
    random = Random(4)
    for _ in range(3 * EACH):
        found = orders.slice(OrderFilter(), random.randrange(count), 1)
        yield orders.detail(found.rows[0].imp_uid).payment


def type_query(window: OrdersWindow, text: str, pause: int) -> list[float]:
    """Milliseconds of each key, from an empty field on. Keys that ask for nothing new do not count."""
    times: list[float] = []
    typed, asked = "", ""
    for key in strokes(text):
        typed += key.ended + key.key
        shown = (typed + key.composed).strip()
        before, asked = asked, "" if Search(shown).is_empty else shown
        if asked != before:
            times.append(window.stopwatch.until_answered(partial(key.press, window.search)))
        else:
            key.press(window.search)
        if pause or asked == before:
            window.stopwatch.settle(pause or STILL)
    window.stopwatch.until_answered(partial(empty, window.search))
    return times


def empty(search: QLineEdit) -> None:
    """End what is being composed, and take everything out."""
    Stroke().press(search)
    search.clear()


def measure_sql_table(path: Path, rounds: int) -> Mapping[str, Sequence[float]]:
    """The milliseconds of each whole query, by kind."""
    with sql_table_window(path, SIZE) as (view, model):
        stopwatch = Stopwatch(view.viewport())

        def query(text: str) -> float:
            def ask() -> None:
                model.setFilter(like(text))
                stopwatch.answered()

            return stopwatch.until_answered(ask)

        query(NO_HIT[0])
        return {
            kind: [query(text) for _ in range(rounds) for text in texts]
            for kind, texts in (("no hit", NO_HIT), ("rare hit", RARE_HIT))
        }


if __name__ == "__main__":
    main()
