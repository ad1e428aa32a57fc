"""What only SQLite has: error codes, checks, VACUUM INTO. Pragmas: `connections`, triggers: `guards`."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from refund_gui.errors import DiskFull, StoreBusy, StoreCorrupt, StoreError, StoreReadOnly

if TYPE_CHECKING:
    from refund_gui.store.connections import Connections

BUSY_SECONDS: Final = 30.0
"""How long a statement waits for another thread's write. Sync writes in short transactions."""

WRITE: Final = "IMMEDIATE"
"""Takes the write lock at BEGIN: read-then-write in a deferred one fails at once beside another writer."""

CHECKED_WHOLE: Final = 32 * 1024 * 1024
"""Files up to this many bytes are read whole at start (some 50 ms); larger ones by the daily backup."""

LARGEST: Final = 2**63 - 1


def storable(value: object) -> object:
    """The value as SQLite can hold it: an answer is saved whatever nonsense stands in one of its fields.

    Lone surrogates, which have no UTF-8, become U+FFFD; numbers beyond 64 bits the nearest that fits.
    """
    if isinstance(value, str):
        if value.isascii():
            return value
    elif isinstance(value, int):
        return value if -LARGEST <= value <= LARGEST else max(-LARGEST, min(value, LARGEST))
    else:
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
    except Exception as error:
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


def check(path: Path, connections: "Connections") -> None:
    """Raises StoreCorrupt for a damaged file. Small ones are read whole. The caller holds a connection.

    Garbage, and what is shorter than its header says, cannot be opened in the first place.
    """
    if path.stat().st_size <= CHECKED_WHOLE:
        found = connections.execute("PRAGMA quick_check(1)").fetchone()[0]
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


def fold(connections: "Connections") -> None:
    """Fold the write-ahead log into the file. Closing does so too, but keeps silent when it fails."""
    connections.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def copy_into(connections: "Connections", target: Path) -> None:
    """A compact copy of what is committed, other threads' work included. Not inside a transaction."""
    connections.execute("VACUUM INTO ?", (str(target),))


def verify(path: Path) -> None:
    """Raises StoreCorrupt unless the file opens and every page, index and constraint of it is sound."""
    address = f"{path.absolute().as_uri()}?mode=rw"  # a read-only connection leaves CHECKs out
    with store_errors(path), closing(sqlite3.connect(address, uri=True)) as copy:
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise StoreCorrupt(str(path), str(found))
