"""Peewee on the connections of `connections`. Imported by the first query that Peewee writes."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

import peewee as pw

from refund_gui.store.connections import Connections
from refund_gui.store.sqlite import storable


class SqliteFile(pw.SqliteDatabase):
    """Executes queries on the connection that the thread has. It opens and closes none."""

    def __init__(self, connections: Connections) -> None:
        super().__init__("taken from connections", autoconnect=False)
        self._connections = connections

    def follow(self) -> None:
        """Use what this thread has now."""
        if self._connections.current is None:
            self.dispose()
        else:
            self.connect(reuse_if_open=True)

    def _connect(self) -> sqlite3.Connection:
        connection = self._connections.current
        assert connection is not None, "the thread has one"
        return connection

    def execute_sql(self, sql: str, params: Sequence[object] | None = None, *_: object) -> Any:
        values = [storable(value) for value in params or ()]
        return super().execute_sql(sql, values)  # type: ignore[no-untyped-call]  # Peewee's stubs

    def execute_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """One statement for each row."""
        cursor: sqlite3.Cursor = self.cursor()  # type: ignore[no-untyped-call]  # Peewee's stubs
        cursor.executemany(sql, ([storable(value) for value in row] for row in rows))
