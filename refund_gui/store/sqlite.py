"""What only SQLite has: pragmas, error codes, checks, VACUUM INTO. Its triggers are in `guards`."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, Final

import peewee as pw

from refund_gui.errors import DiskFull, StoreBusy, StoreCorrupt, StoreError, StoreReadOnly

BUSY_SECONDS: Final = 30.0
"""How long a statement waits for another thread's write. Sync writes in short transactions."""

WRITE: Final = "IMMEDIATE"
"""Takes the write lock at BEGIN: read-then-write in a deferred one fails at once beside another writer."""

CHECKED_WHOLE: Final = 32 * 1024 * 1024
"""Files up to this many bytes are read whole at start (some 0.1 s); larger ones by the daily backup."""

LARGEST: Final = 2**63 - 1

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


class SqliteFile(pw.SqliteDatabase):
    """Peewee's SQLite database with this program's pragmas. One thread at a time has a connection."""

    def __init__(self, path: Path, busy_seconds: float) -> None:
        super().__init__(
            str(path),
            pragmas=_PRAGMAS,
            autoconnect=False,
            timeout=busy_seconds,
            factory=_Connection,
            check_same_thread=False,
        )
        self._kept: list[sqlite3.Connection] | None = None
        self._is_closed = False
        self._kept_lock = Lock()

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """While the block runs, what is given back is kept for the calls to come: opening costs 0.6 ms."""
        self._kept = []
        try:
            yield
        finally:
            with self._kept_lock:
                kept, self._kept, self._is_closed = self._kept, None, True
            for connection in kept:
                connection.close()

    def give_back(self) -> None:
        """This thread is done with its connection."""
        connection: sqlite3.Connection = self.connection()  # type: ignore[no-untyped-call]  # Peewee's stubs
        self.dispose()
        with self._kept_lock:
            if self._kept is not None and len(self._kept) < MOST_KEPT:
                self._kept.append(connection)
                return
        connection.close()

    def _connect(self) -> sqlite3.Connection:
        with self._kept_lock:
            if self._is_closed:  # the directory may be another process's by now
                raise StoreReadOnly(self.database, "closed")
            if self._kept:
                return self._kept.pop()
        connection: sqlite3.Connection = super()._connect()  # type: ignore[misc]  # Peewee's stubs
        return connection

    def execute_sql(self, sql: str, params: Sequence[object] | None = None, *_: object) -> Any:
        values = [storable(value) for value in params or ()]
        return super().execute_sql(sql, values)  # type: ignore[no-untyped-call]  # Peewee's stubs

    def rollback(self) -> None:
        """Undo, unless SQLite has done so itself: it does when the disk is full or broken."""
        if self.connection().in_transaction:  # type: ignore[no-untyped-call]  # Peewee's stubs
            super().rollback()

    def execute_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """One statement for each row."""
        cursor: sqlite3.Cursor = self.cursor()  # type: ignore[no-untyped-call]  # Peewee's stubs
        cursor.executemany(sql, ([storable(value) for value in row] for row in rows))


def storable(value: object) -> object:
    """The value as SQLite can hold it: an answer is saved whatever nonsense stands in one of its fields.

    Lone surrogates, which have no UTF-8, become U+FFFD; numbers beyond 64 bits the nearest that fits.
    """
    if isinstance(value, int):
        return max(-LARGEST, min(value, LARGEST))
    if not isinstance(value, str):
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in value)
    return value


@contextmanager
def store_errors(path: Path) -> Iterator[None]:
    """Turns SQLite's failures into StoreErrors by their code. Other failures are bugs and pass through."""
    try:
        yield
    except (pw.DatabaseError, sqlite3.DatabaseError) as error:
        kind = _kind(_code(error))
        if kind is None:
            raise
        raise kind(str(path), str(error)) from error


def _code(error: Exception) -> int:
    """SQLite's extended result code; Peewee keeps the driver's error as `orig`."""
    return getattr(getattr(error, "orig", error), "sqlite_errorcode", sqlite3.SQLITE_OK)


def _kind(code: int) -> type[StoreError] | None:
    if code == sqlite3.SQLITE_IOERR_SHMSIZE:  # the shared memory file could not grow
        return DiskFull
    if code in (sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS, sqlite3.SQLITE_IOERR_READ):
        return StoreCorrupt
    return {
        sqlite3.SQLITE_FULL: DiskFull,
        sqlite3.SQLITE_READONLY: StoreReadOnly,
        sqlite3.SQLITE_CANTOPEN: StoreReadOnly,
        sqlite3.SQLITE_PERM: StoreReadOnly,
        sqlite3.SQLITE_IOERR: StoreReadOnly,
        sqlite3.SQLITE_BUSY: StoreBusy,
        sqlite3.SQLITE_LOCKED: StoreBusy,
        sqlite3.SQLITE_CORRUPT: StoreCorrupt,
        sqlite3.SQLITE_NOTADB: StoreCorrupt,
    }.get(code & 0xFF)


def check(path: Path, database: SqliteFile) -> None:
    """Raises StoreCorrupt for a damaged file. The caller holds a connection.

    Reading the schema finds garbage and files shorter than their header says; small files are read whole.
    """
    database.execute_sql("SELECT count(*) FROM sqlite_master").fetchone()
    if path.stat().st_size <= CHECKED_WHOLE:
        found = database.execute_sql("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise StoreCorrupt(str(path), str(found))


def hold_open(path: Path) -> sqlite3.Connection:
    """A connection that only stays: while it lives, closing others neither folds nor deletes the WAL.

    It must have read once to count. Any thread may close it.
    """
    with store_errors(path), ExitStack() as opened:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        opened.callback(connection.close)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        opened.pop_all()
        return connection


def fold(database: SqliteFile) -> None:
    """Fold the write-ahead log into the file. Closing does so too, but keeps silent when it fails."""
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def copy_into(database: SqliteFile, target: Path) -> None:
    """A compact copy of what is committed, other threads' work included. Not inside a transaction."""
    database.execute_sql("VACUUM INTO ?", (str(target),))


def verify(path: Path) -> None:
    """Raises StoreCorrupt unless the file opens and every page, index and constraint of it is sound."""
    address = f"{path.absolute().as_uri()}?mode=rw"  # a read-only connection leaves CHECKs out
    with store_errors(path), closing(sqlite3.connect(address, uri=True)) as copy:
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise StoreCorrupt(str(path), str(found))
