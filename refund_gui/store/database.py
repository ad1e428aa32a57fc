"""The database as the record modules use it: connections, transactions, and queries with types.

A connection is in one thread's hands for one call; then it waits for the next, whichever thread that comes
from. Tables are not bound to a database; each query is handed to one here.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from refund_gui.store import sqlite
from refund_gui.store.connections import Connections

if TYPE_CHECKING:
    import peewee as pw

    from refund_gui.store.sqlite_file import SqliteFile

Row = dict[str, Any]


class Database:
    """One database file."""

    def __init__(self, path: Path, busy_seconds: float = sqlite.BUSY_SECONDS) -> None:
        self.path = path
        self.connections = Connections(path, busy_seconds)
        self._peewee: SqliteFile | None = None
        self._peewee_lock = Lock()

    @property
    def peewee(self) -> "SqliteFile":
        """Peewee on this thread's connection."""
        with self._peewee_lock:
            if self._peewee is None:
                from refund_gui.store.sqlite_file import SqliteFile  # Peewee: the first rows need none of it

                self._peewee = SqliteFile(self.connections)
        self._peewee.follow()
        return self._peewee

    @contextmanager
    def connected(self) -> Iterator[None]:
        """A connection in this thread's hands. Raises StoreError for what the file refuses."""
        with sqlite.store_errors(self.path):
            if not self.connections.take():
                yield
                return
            try:
                yield
            except BaseException:
                self._forget()
                self.connections.throw_away()  # whatever is wrong with it, the next call does not get it
                raise
            self._forget()
            self.connections.give_back()

    def _forget(self) -> None:
        if self._peewee is not None:
            self._peewee.dispose()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Several reads that see one moment."""
        with self.connected(), self.connections.transaction():
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, all or nothing, that waits for other writers at its beginning."""
        with self.connected(), self.connections.transaction(sqlite.WRITE):
            yield

    def rows(self, query: "pw.BaseQuery") -> list[Row]:
        """All rows of a query, by column name."""
        with self.connected():
            return list(query.dicts().execute(self.peewee))

    def first(self, query: "pw.Query") -> Row | None:
        """The first row of a query."""
        rows = self.rows(query.limit(1))
        return rows[0] if rows else None

    def scalar(self, query: "pw.SelectBase") -> Any:
        """The first column of the first row, None without one."""
        rows = self.rows(query)  # all of them: a statement left half way would hold its moment
        return next(iter(rows[0].values())) if rows else None

    def count(self, query: "pw.SelectBase") -> int:
        """How many rows a query has."""
        with self.connected():
            return query.count(self.peewee)

    def run(self, query: "pw.Query") -> int:
        """Execute a write: the new row's id for an insert, the number of rows for anything else."""
        with self.connected():
            return int(query.execute(self.peewee))

    def insert(self, table: "type[pw.Model]", row: Row) -> int:
        """Insert one row; its id. By hand: Peewee takes 0.2 ms to write the statement."""
        with self.connected():
            return int(self.peewee.execute_sql(self._insertion(table, row), list(row.values())).lastrowid)

    def upsert_many(self, table: "type[pw.Model]", key: Sequence[str], rows: Iterable[Row]) -> None:
        """Insert rows of equal columns, or update those whose key is there.

        By hand and for many at once: Peewee's insert_many has a fifteenth of this speed.
        """
        rows = list(rows)
        if not rows:
            return
        columns = list(rows[0])
        updates = ", ".join(f"{name} = excluded.{name}" for name in columns if name not in key)
        sql = f"{self._insertion(table, columns)} ON CONFLICT ({', '.join(key)}) DO UPDATE SET {updates}"
        with self.connected():
            self.peewee.execute_many(sql, [[row[name] for name in columns] for row in rows])

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """One statement for each row."""
        with self.connected():
            self.peewee.execute_many(sql, rows)

    def select(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a statement that is written by hand, by column name."""
        with self.connected():
            cursor = self.connections.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def select_for(self, sql: str, values: Collection[object]) -> list[Row]:
        """The same for a statement that ends in `IN ` and gets a list of values."""
        return self.select(f"{sql}({', '.join('?' * len(values))})", tuple(values)) if values else []

    def _insertion(self, table: "type[pw.Model]", columns: Collection[str]) -> str:
        names, marks = ", ".join(columns), ", ".join([self.peewee.param] * len(columns))
        return f"INSERT INTO {table._meta.table_name} ({names}) VALUES ({marks})"
