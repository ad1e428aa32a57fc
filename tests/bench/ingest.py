"""Ingest: parsed payments through the store, against `sqlite3.executemany` of ready rows and tokens.

Both fill a copy of a fresh store's file: the same tables, indexes, triggers, search index and pragmas. What
the bare script inserts was read back from a filled store, and its tokens were made, before the clock starts.
Both files must hold the same in the end.
"""

import argparse
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any, Final

from refund_gui.clock import SystemClock
from refund_gui.domain.payment import Payment
from refund_gui.store import open_store
from refund_gui.store.database import Database
from refund_gui.store.index import facets
from refund_gui.store.payments import CHUNK
from refund_gui.store.search import grams
from tests.bench.machine import machine
from tests.bench.made_up_shop import MadeUpShop
from tests.bench.million import pages

GOAL: Final = 0.5
"""Of the bare script's speed."""

COUNT: Final = 100_000

PRAGMAS: Final = (
    "journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "cache_size", "mmap_size",
    "temp_store", "wal_autocheckpoint",
)  # fmt: skip

BY_PAYMENT: Final = ("payments", "cancellations")
"""Tables whose rows are saved together with their payment; whatever else is filled comes at the end."""

_TOKENS: Final = "INSERT INTO search (rowid, grams) VALUES (?, ?)"

Rows = Sequence[Sequence[Any]]
Batch = Mapping[str, Rows]
"""What one transaction inserts: rows by statement."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure ingest.")
    parser.add_argument("--count", type=int, default=COUNT, help="payments")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--directory", type=Path, help="on the disk to be measured")
    options = parser.parse_args()
    payments = list(MadeUpShop(options.count).payments())
    with tempfile.TemporaryDirectory(prefix="refund-bench-", dir=options.directory) as name:
        directory = Path(name)
        fresh = fresh_store(directory / "fresh")
        ours = by_store(fresh, directory / "ours", payments)
        pragmas, batches = pragmas_of(fresh), list(read_back(fresh, directory / "ours" / "store.sqlite3"))
        whole = [joined(batches)]
        times: dict[str, list[float]] = {"store": [], "same": [], "one": []}
        for number in range(options.rounds):
            if number:
                ours = by_store(fresh, directory / "ours", payments)
            times["store"].append(ours)
            for kind, ready in (("same", batches), ("one", whole)):
                times[kind].append(by_hand(fresh, directory / "bare.sqlite3", pragmas, ready))
                if not number:
                    assert_equal(directory / "ours" / "store.sqlite3", directory / "bare.sqlite3")
    print(f"Ingest of {options.count:,} parsed payments, medians of {options.rounds} in turns ({machine()}):")
    store, same, one = (median(times[kind]) for kind in ("store", "same", "one"))
    print(figures("through the store", store, options.count))
    print(figures(f"executemany, {CHUNK} payments a transaction", same, options.count))
    print(figures("executemany, one transaction", one, options.count))
    print(f"  store: {same / store:.2f} x the speed of the bare script (goal: at least {GOAL} x)")
    print(f"  store: {one / store:.2f} x its speed in one transaction")


def figures(name: str, seconds: float, count: int) -> str:
    return f"  {name:42} {seconds:7.2f} s  {count / seconds:9,.0f} payments a second"


def fresh_store(data_dir: Path) -> Path:
    """The file of a store in which nothing is yet."""
    open_store(data_dir, SystemClock()).close()
    return data_dir / "store.sqlite3"


def by_store(fresh: Path, data_dir: Path, payments: Sequence[Payment]) -> float:
    """Seconds in which the store saves these payments, in pages as sync does."""
    shutil.rmtree(data_dir, ignore_errors=True)
    data_dir.mkdir()
    shutil.copy(fresh, data_dir / "store.sqlite3")
    with closing(open_store(data_dir, SystemClock())) as store:
        os.sync()
        began = time.perf_counter()
        for page in pages(payments):
            store.payments.save(page)
        return time.perf_counter() - began


def by_hand(fresh: Path, path: Path, pragmas: Mapping[str, object], batches: Sequence[Batch]) -> float:
    """Seconds in which the bare script inserts these batches, each in a transaction."""
    path.unlink(missing_ok=True)
    shutil.copy(fresh, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for name, value in pragmas.items():
            database.execute(f"PRAGMA {name} = {value}")
        os.sync()
        began = time.perf_counter()
        for batch in batches:
            database.execute("BEGIN IMMEDIATE")
            for statement, rows in batch.items():
                database.executemany(statement, rows)
            database.execute("COMMIT")
        return time.perf_counter() - began


def pragmas_of(path: Path) -> Mapping[str, object]:
    """How the store uses its file."""
    database = Database(path)
    with database.connected():
        return {name: database.peewee.execute_sql(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}


def read_back(fresh: Path, filled: Path) -> Iterator[Batch]:
    """All that was put into a fresh store, in batches of as many payments as the store saves at once."""
    with closing(sqlite3.connect(filled)) as database, closing(sqlite3.connect(fresh)) as empty:
        inserts = {table: insertion(database, table) for table in tables(database)}
        last = {
            inserts[table]: sorted({*content(database, table)} - {*content(empty, table)}, key=repr)
            for table in inserts.keys() - set(BY_PAYMENT)
        }
        numbers = [number for (number,) in database.execute("SELECT id FROM payments ORDER BY id")]
        firsts = numbers[::CHUNK]
        for first, end in zip(firsts, [*firsts[1:], numbers[-1] + 1], strict=True):
            span = (first, end)
            chosen = "FROM payments WHERE id >= ? AND id < ?"
            batch: dict[str, Rows] = {
                inserts["payments"]: database.execute(f"SELECT * {chosen} ORDER BY id", span).fetchall(),
                inserts["cancellations"]: database.execute(
                    f"SELECT * FROM cancellations WHERE imp_uid IN (SELECT imp_uid {chosen}) ORDER BY id",
                    span,
                ).fetchall(),
                _TOKENS: tokens(database.execute(f"SELECT * {chosen} ORDER BY id", span)),
            }
            yield batch | last if end == numbers[-1] + 1 else batch


def tokens(payments: sqlite3.Cursor) -> Rows:
    """What the search index is told of these payments."""
    names = [column[0] for column in payments.description]
    rows = (dict(zip(names, row, strict=True)) for row in payments)
    return [
        (
            row["place"],
            grams(row["search_text"], facets(row["display_status"], row["pay_method"], row["pg_provider"])),
        )
        for row in rows
    ]


def joined(batches: Sequence[Batch]) -> Batch:
    """The same rows in one batch."""
    statements = dict.fromkeys(statement for batch in batches for statement in batch)
    return {sql: [row for batch in batches for row in batch.get(sql, ())] for sql in statements}


def tables(database: sqlite3.Connection) -> list[str]:
    """The ordinary tables: not SQLite's own, and not those of the search index."""
    rows = database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name NOT LIKE 'search!_%' ESCAPE '!'"
    )
    return [name for (name,) in rows]


def insertion(database: sqlite3.Connection, table: str) -> str:
    columns = database.execute(f"PRAGMA table_info({table})").fetchall()
    verb = "INSERT" if table in BY_PAYMENT else "INSERT OR REPLACE"  # marks are there before
    return f"{verb} INTO {table} VALUES ({', '.join('?' * len(columns))})"


def content(database: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    return sorted(database.execute(f"SELECT * FROM {table}").fetchall(), key=repr)


def assert_equal(ours: Path, bare: Path) -> None:
    """Both hold the same rows, and the same tokens for as many of them."""
    with closing(sqlite3.connect(ours)) as one, closing(sqlite3.connect(bare)) as other:
        for table in tables(one):
            assert content(one, table) == content(other, table), table
        vocabularies = []
        for database in (one, other):
            database.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, search, row)")
            vocabularies.append(database.execute("SELECT term, doc FROM vocabulary ORDER BY term").fetchall())
        assert vocabularies[0] == vocabularies[1], "tokens"


if __name__ == "__main__":
    main()
