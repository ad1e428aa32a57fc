"""Tax-free and VAT parts of refunds, and whether a buyer had confirmed an escrow payment. Frozen."""

from typing import Any

import peewee as pw


def apply(database: pw.Database) -> None:
    """Add the columns. Refunds from before were sent without parts, which is what empty ones mean."""
    sql: Any = database
    for statement in (
        "ALTER TABLE refunds ADD COLUMN tax_free INTEGER CHECK (tax_free BETWEEN 0 AND amount)",
        "ALTER TABLE refunds ADD COLUMN vat INTEGER CHECK (vat BETWEEN 0 AND amount - coalesce(tax_free, 0))",
        "ALTER TABLE refunds ADD COLUMN tax_free_total INTEGER CHECK (tax_free_total >= tax_free)",
        "ALTER TABLE refunds ADD COLUMN escrow_confirmed INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE attempts ADD COLUMN tax_free INTEGER",
        "ALTER TABLE attempts ADD COLUMN vat INTEGER",
        "ALTER TABLE attempts ADD COLUMN escrow_confirmed INTEGER NOT NULL DEFAULT 0",
    ):
        sql.execute_sql(statement)
