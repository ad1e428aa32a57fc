"""A place in time for each payment, the search index, and counts by day. Frozen.

What they hold is filled in by `index.make_whole`, for it follows from the payments.
"""

from typing import Any

import peewee as pw

_SIGNS = "".join(sign for sign in map(chr, range(0x21, 0x7F)) if not sign.isalnum())
_TOKENIZER = "ascii tokenchars '" + _SIGNS.replace("'", "''") + "'"


class _Tallies(pw.Model):
    day = pw.IntegerField()
    display_status = pw.TextField()
    pay_method = pw.TextField()
    pg_provider = pw.TextField()
    payments = pw.IntegerField()

    class Meta:
        table_name = "tallies"
        primary_key = pw.CompositeKey("day", "display_status", "pay_method", "pg_provider")
        without_rowid = True


def apply(database: pw.Database) -> None:
    """Make tables, columns and indexes; take away what they replace."""
    pw.SchemaManager(_Tallies, database).create_all(safe=False)
    sql: Any = database
    for statement in (
        "DROP INDEX _payments_ordered_at_id",
        "DROP INDEX _payments_merchant_uid",
        "DROP INDEX _payments_pay_method",
        "ALTER TABLE payments DROP COLUMN search_digits",
        "ALTER TABLE payments ADD COLUMN place INTEGER",
        "ALTER TABLE payments ADD COLUMN whole_amount INTEGER NOT NULL DEFAULT 0",
        "CREATE INDEX payments_by_place ON payments (place, whole_amount)",
        "CREATE INDEX payments_by_order_no ON payments (merchant_uid, place)",
        "CREATE INDEX payments_by_buyer ON payments (buyer_name, place)",
        "CREATE INDEX payments_by_amount"
        " ON payments (whole_amount, place, display_status, pay_method, pg_provider)",
        "CREATE VIRTUAL TABLE search"
        " USING fts5(grams, content='', columnsize=0, detail=none, tokenize=\""
        + _TOKENIZER.replace('"', '""')
        + '")',
        "DROP TRIGGER IF EXISTS guard_refunds_fixed",  # made again at this open
        "UPDATE refunds SET search_text = replace(replace(search_text, ' ', ''), '-', '')",
    ):
        sql.execute_sql(statement)
