"""Verified copies of the database in `backups/`.

One a day, of which seven are kept, and one before each migration, kept for good.
"""

from datetime import date
from pathlib import Path
from typing import Final

from refund_gui.store import sqlite
from refund_gui.store.database import Database
from refund_gui.store.files import file_errors, make_directory, put_in_place

KEPT: Final = 7


def back_up_daily(database: Database, backup_dir: Path, today: date) -> Path | None:
    """The day's copy, or None when there is one. Raises DiskFull, StoreReadOnly or StoreCorrupt."""
    target = backup_dir / f"store-{today:%Y-%m-%d}.sqlite3"
    if target.exists():
        return None
    _copy(database, target)
    older = sorted(path for path in backup_dir.glob("store-????-??-??.sqlite3") if path != target)
    with file_errors(backup_dir):
        for path in older[: -(KEPT - 1)]:
            path.unlink()
    return target


def back_up_before(database: Database, backup_dir: Path, version: int) -> Path:
    """A copy of the database as it was before the step to this version."""
    target = backup_dir / f"before-version-{version}.sqlite3"
    _copy(database, target)
    return target


def _copy(database: Database, target: Path) -> None:
    """Under its name stands only what was opened and checked."""
    make_directory(target.parent)
    part = target.with_suffix(".part")
    with file_errors(part):
        try:
            part.unlink(missing_ok=True)
            with database.connected():
                sqlite.copy_into(database.connections, part)
            sqlite.verify(part)
            put_in_place(part, target)
        finally:
            part.unlink(missing_ok=True)
