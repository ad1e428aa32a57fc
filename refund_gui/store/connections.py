"""Connections to one database file, and transactions on them. One thread at a time has a connection."""

import re
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from refund_gui.domain.searching import compact
from refund_gui.errors import StoreReadOnly
from refund_gui.store.sqlite import storable

MOST_KEPT: Final = 4
"""Connections that wait for the next call: rarely do more lanes than this ask at one moment."""

_PRAGMAS: Final = (
    ("journal_mode", "wal"),
    ("synchronous", "full"),
    ("foreign_keys", 1),
    ("recursive_triggers", 1),  # else REPLACE deletes rows without asking the guards
)


class _Connection(sqlite3.Connection):
    """Reads text that is not UTF-8 (a damaged row) with marks in place of the bad bytes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text_factory = lambda raw: raw.decode("utf-8", "replace")


class _Mine(threading.local):
    """This thread's connection, and how many of its transactions stand in one another."""

    connection: sqlite3.Connection | None = None
    depth = 0


class Connections:
    """Opens them with this program's pragmas, and keeps some for the calls to come."""

    def __init__(self, path: Path, busy_seconds: float) -> None:
        self._path = path
        self.busy_seconds = busy_seconds
        self.kept: list[sqlite3.Connection] | None = None
        self._is_closed = False
        self._lock = threading.Lock()
        self._mine = _Mine()

    @property
    def current(self) -> sqlite3.Connection | None:
        """This thread's connection, if it has one."""
        return self._mine.connection

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """While the block runs, what is given back is kept for the calls to come: opening costs 0.6 ms."""
        self.kept = []
        try:
            yield
        finally:
            with self._lock:
                kept, self.kept, self._is_closed = self.kept, None, True
            for connection in kept:
                connection.close()

    def take(self) -> bool:
        """Put a connection into this thread's hands. False when it has one already."""
        if self._mine.connection is not None:
            return False
        self._mine.connection, self._mine.depth = self._kept_one() or self._open(), 0
        return True

    def give_back(self) -> None:
        """This thread is done with its connection."""
        connection, self._mine.connection = self._mine.connection, None
        assert connection is not None, "the thread has one"
        with self._lock:
            if self.kept is not None and len(self.kept) < MOST_KEPT:
                self.kept.append(connection)
                return
        connection.close()

    def throw_away(self) -> None:
        """Something failed on this thread's connection: the next call does not get it."""
        connection, self._mine.connection = self._mine.connection, None
        assert connection is not None, "the thread has one"
        connection.close()

    @contextmanager
    def transaction(self, kind: str = "DEFERRED") -> Iterator[None]:
        """All or nothing; inside of another one, a part of that."""
        mine, connection = self._mine, self._mine.connection
        assert connection is not None, "the thread has one"
        if mine.depth:
            yield
            return
        connection.execute(f"BEGIN {kind}")
        mine.depth += 1
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # SQLite itself undoes it when the disk is full or broken
                connection.execute("ROLLBACK")
            raise
        finally:
            mine.depth -= 1

    def execute(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """One statement on this thread's connection."""
        connection = self._mine.connection
        assert connection is not None, "the thread has one"
        return connection.execute(sql, [storable(value) for value in values])

    def _kept_one(self) -> sqlite3.Connection | None:
        with self._lock:
            if self._is_closed:  # the directory may be another process's by now
                raise StoreReadOnly(str(self._path), "closed")
            return self.kept.pop() if self.kept else None

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._path,
            timeout=self.busy_seconds,
            isolation_level=None,
            factory=_Connection,
            check_same_thread=False,
        )
        try:
            for name, value in _PRAGMAS:
                connection.execute(f"PRAGMA {name} = {value}")
            connection.create_function("regexp", 2, _found, deterministic=True)
            connection.create_function("compact", 1, compact, deterministic=True)
        except BaseException:
            connection.close()
            raise
        return connection


def _found(pattern: str, text: str | None) -> bool:
    """SQL's `text REGEXP pattern`."""
    return text is not None and re.search(pattern, text) is not None
