"""The schema's numbered steps. Each runs once, in one transaction with its version row.

A step never imports live tables or domain code: it must mean the same in ten years.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import peewee as pw

from refund_gui.clock import Clock
from refund_gui.errors import StoreNewer
from refund_gui.store import backups
from refund_gui.store.database import Database
from refund_gui.store.migrations import m0001_first, m0002_watching, m0003_open_first


class Migration(NamedTuple):
    """One step. Its version is its place in the list, from 1."""

    name: str
    apply: Callable[[pw.Database], None]


MIGRATIONS: Final = (
    Migration("m0001_first", m0001_first.apply),
    Migration("m0002_watching", m0002_watching.apply),
    Migration("m0003_open_first", m0003_open_first.apply),
)


class Versions(pw.Model):
    """A row for each step that this database has seen."""

    version = pw.IntegerField(primary_key=True)
    name = pw.TextField()
    applied_at = pw.BigIntegerField()

    class Meta:
        table_name = "versions"


def version_of(database: Database) -> int:
    """The newest step that the database has seen, 0 for none."""
    with database.connected():
        if not database.peewee.table_exists("versions"):
            return 0
        return int(database.scalar(Versions.select(pw.fn.MAX(Versions.version))) or 0)


def migrate(
    database: Database, backup_dir: Path, clock: Clock, migrations: Sequence[Migration] = MIGRATIONS
) -> None:
    """Bring the database to the newest step, with a verified backup before the first one that changes it.

    A step that fails leaves the database at the step before it. Raises StoreNewer for a database that has
    steps which this program does not know.
    """
    version = version_of(database)
    if version > len(migrations):
        detail = f"database version {version}, program version {len(migrations)}"
        raise StoreNewer(str(database.path), detail)
    if 0 < version < len(migrations):
        backups.back_up_before(database, backup_dir, version + 1)
    for number, migration in enumerate(migrations[version:], version + 1):
        with database.writing():
            if number == 1:
                pw.SchemaManager(Versions, database.peewee).create_all(safe=False)
            migration.apply(database.peewee)
            row = {"version": number, "name": migration.name, "applied_at": clock.now()}
            database.run(Versions.insert(row))
