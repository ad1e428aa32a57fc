"""Notes of what was refunded outside, those taken back, and the ways to sums by time. Frozen."""

from typing import Any

import peewee as pw


class _OutsideRefunds(pw.Model):
    id = pw.AutoField()
    note_id = pw.TextField(unique=True)
    imp_uid = pw.TextField(index=True)
    currency = pw.TextField()
    amount = pw.BigIntegerField(constraints=[pw.Check("amount > 0")])
    refunded_at = pw.BigIntegerField(index=True)
    way = pw.TextField()
    note = pw.TextField()
    operator = pw.TextField()
    noted_at = pw.BigIntegerField()

    class Meta:
        table_name = "outside_refunds"


class _OutsideWithdrawals(pw.Model):
    id = pw.AutoField()
    note_id = pw.ForeignKeyField(_OutsideRefunds, field="note_id", column_name="note_id", unique=True)
    withdrawn_at = pw.BigIntegerField()
    operator = pw.TextField()

    class Meta:
        table_name = "outside_withdrawals"


def apply(database: pw.Database) -> None:
    """Make the tables, and indexes by which a period's sums are read without touching the rest."""
    for table in (_OutsideRefunds, _OutsideWithdrawals):
        pw.SchemaManager(table, database).create_all(safe=False)
    sql: Any = database
    for statement in (
        "CREATE INDEX cancellations_by_time ON cancellations (cancelled_at)",
        "CREATE INDEX payments_by_paid_at ON payments (paid_at, sandbox, currency, amount) WHERE paid_at > 0",
        "CREATE INDEX events_of_success ON events (at) WHERE new = 'succeeded'",
    ):
        sql.execute_sql(statement)
