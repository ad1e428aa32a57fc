"""What of upstream's time is unread, and records that could not be read. Frozen."""

import peewee as pw


class _Unread(pw.Model):
    since = pw.BigIntegerField(primary_key=True)
    until = pw.BigIntegerField()

    class Meta:
        table_name = "unread"


class _SetAside(pw.Model):
    imp_uid = pw.TextField(primary_key=True)
    problem = pw.TextField()
    seen_at = pw.BigIntegerField()

    class Meta:
        table_name = "set_aside"


def apply(database: pw.Database) -> None:
    """Make the tables. Nothing counts as read: the first load of this version reads everything again."""
    for table in (_Unread, _SetAside):
        pw.SchemaManager(table, database).create_all(safe=False)
