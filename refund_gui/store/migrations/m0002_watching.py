"""Plans of what is read when, changes of upstream's history, payout dates. Frozen."""

from typing import Any

import peewee as pw


class _Changes(pw.Model):
    id = pw.AutoField()
    imp_uid = pw.TextField(index=True)
    entry_key = pw.TextField()
    nth = pw.IntegerField()
    at = pw.BigIntegerField()
    change = pw.TextField()
    made_in = pw.TextField()

    class Meta:
        table_name = "changes"


class _Plans(pw.Model):
    refund_id = pw.TextField(primary_key=True)
    imp_uid = pw.TextField(index=True)
    since = pw.BigIntegerField()
    due = pw.BigIntegerField(index=True)
    planned_at = pw.BigIntegerField(index=True)

    class Meta:
        table_name = "plans"


def apply(database: pw.Database) -> None:
    """Make tables, column and index; every refund that was sent and did not succeed is due at once."""
    for table in (_Changes, _Plans):
        pw.SchemaManager(table, database).create_all(safe=False)
    sql: Any = database
    sql.execute_sql("ALTER TABLE refunds ADD COLUMN payout_due TEXT")
    sql.execute_sql("DROP INDEX _refunds_state")  # the newest of one state, without sorting all of them
    sql.execute_sql("CREATE INDEX refunds_by_state ON refunds (state, created_at)")
    sql.execute_sql(
        "INSERT INTO plans (refund_id, imp_uid, since, due, planned_at)"
        " SELECT refund_id, imp_uid, updated_at, 0, 0 FROM refunds"
        " WHERE state <> 'succeeded' AND refund_id IN (SELECT refund_id FROM attempts)"
    )
