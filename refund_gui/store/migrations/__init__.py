"""The schema's numbered steps. Each runs once, in one transaction with its version row.

A step never imports live tables or domain code: it must mean the same in ten years.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from refund_gui.clock import Clock
from refund_gui.errors import StoreNewer
from refund_gui.store import backups
from refund_gui.store.database import Database

if TYPE_CHECKING:
    import peewee as pw


class Migration(NamedTuple):
    """One step. Its version is its place in the list, from 1."""

    name: str
    apply: "Callable[[pw.Database], None]"


def _first(database: "pw.Database") -> None:
    from refund_gui.store.migrations import m0001_first  # each step is needed once in a store's life

    m0001_first.apply(database)


def _watching(database: "pw.Database") -> None:
    from refund_gui.store.migrations import m0002_watching

    m0002_watching.apply(database)


def _search(database: "pw.Database") -> None:
    from refund_gui.store.migrations import m0003_search

    m0003_search.apply(database)


def _syncing(database: "pw.Database") -> None:
    from refund_gui.store.migrations import m0004_syncing

    m0004_syncing.apply(database)


def _outside(database: "pw.Database") -> None:
    from refund_gui.store.migrations import m0005_outside

    m0005_outside.apply(database)


def _tax(database: "pw.Database") -> None:
    from refund_gui.store.migrations import m0006_tax

    m0006_tax.apply(database)


MIGRATIONS: Final = (
    Migration("m0001_first", _first),
    Migration("m0002_watching", _watching),
    Migration("m0003_search", _search),
    Migration("m0004_syncing", _syncing),
    Migration("m0005_outside", _outside),
    Migration("m0006_tax", _tax),
)

_VERSIONS: Final = (
    'CREATE TABLE "versions" ("version" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL,'
    ' "applied_at" INTEGER NOT NULL)'
)
"""A row for each step that this database has seen."""


def version_of(database: Database) -> int:
    """The newest step that the database has seen, 0 for none."""
    with database.connected():
        if not database.select("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'versions'"):
            return 0
        return int(database.select("SELECT max(version) AS newest FROM versions")[0]["newest"] or 0)


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
                database.connections.execute(_VERSIONS)
            migration.apply(database.peewee)
            row = (number, migration.name, clock.now())
            database.connections.execute("INSERT INTO versions VALUES (?, ?, ?)", row)
