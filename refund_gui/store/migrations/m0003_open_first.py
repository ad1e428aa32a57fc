"""The newest refunds of one state without sorting all of them. Frozen."""

from typing import Any

import peewee as pw


def apply(database: pw.Database) -> None:
    """An index by state and time in place of the one by state."""
    sql: Any = database
    sql.execute_sql("DROP INDEX _refunds_state")
    sql.execute_sql("CREATE INDEX refunds_by_state ON refunds (state, created_at)")
