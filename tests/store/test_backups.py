"""Backups: one a day, opened and checked before they count, seven kept."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from refund_gui.errors import StoreCorrupt, StoreReadOnly
from refund_gui.store import Store, open_store
from refund_gui.store.database import Database
from refund_gui.store.migrations import MIGRATIONS
from refund_gui.store.sqlite import verify
from tests.store.made_up import NOW, StillClock, payment, refund

DAY = 86_400


def names(data_dir: Path) -> list[str]:
    return sorted(path.name for path in (data_dir / "backups").iterdir())


def test_a_backup_holds_what_the_open_store_holds(store: Store, clock: StillClock, tmp_path: Path) -> None:
    store.payments.save([payment()])
    store.refunds.add(refund(), "이나래")
    copy = store.back_up_daily()
    assert copy is not None
    (tmp_path / "restored").mkdir()
    copy.rename(tmp_path / "restored" / "store.sqlite3")
    restored = open_store(tmp_path / "restored", clock)
    assert restored.store_id == store.store_id
    assert restored.payments.get("imp_1") == payment()
    assert restored.refunds.get("refund-1") == refund()
    restored.close()


def test_one_a_day_by_the_korean_date(store: Store, clock: StillClock, data_dir: Path) -> None:
    assert NOW % DAY == 73_600  # 05:26 in Korea on the 29th, the 28th in UTC
    first = store.back_up_daily()
    assert first == data_dir / "backups" / "store-2026-05-29.sqlite3"
    assert store.back_up_daily() is None
    clock.wall += DAY
    assert store.back_up_daily() == data_dir / "backups" / "store-2026-05-30.sqlite3"


def test_seven_are_kept_and_those_before_migrations(store: Store, clock: StillClock, data_dir: Path) -> None:
    (data_dir / "backups").mkdir()
    (data_dir / "backups" / "before-version-2.sqlite3").write_bytes(b"kept for good")
    for _ in range(9):
        store.back_up_daily()
        clock.wall += DAY
    kept = ["before-version-2.sqlite3"]
    kept += [f"store-2026-05-{day}.sqlite3" for day in (31,)]
    kept += [f"store-2026-06-0{day}.sqlite3" for day in range(1, 7)]
    assert names(data_dir) == kept


def test_a_clock_that_was_ahead_does_not_cost_the_new_backup(
    store: Store, clock: StillClock, data_dir: Path
) -> None:
    for _ in range(7):
        clock.wall += 1000 * DAY
        store.back_up_daily()
    clock.wall = NOW
    copy = store.back_up_daily()
    assert copy is not None
    assert copy.exists()
    assert len(names(data_dir)) == 7


def test_a_backup_that_was_cut_short_is_made_again(store: Store, data_dir: Path) -> None:
    (data_dir / "backups").mkdir()
    (data_dir / "backups" / "store-2026-05-29.part").write_bytes(b"half")
    copy = store.back_up_daily()
    assert copy is not None
    verify(copy)
    assert names(data_dir) == ["store-2026-05-29.sqlite3"]


def test_a_copy_that_is_not_sound_does_not_count(
    store: Store, raw: sqlite3.Connection, data_dir: Path
) -> None:
    store.refunds.add(refund(), "이나래")
    raw.execute("PRAGMA ignore_check_constraints = 1")
    raw.execute("DROP TRIGGER guard_refunds_fixed")
    raw.execute("UPDATE refunds SET amount = -1")
    with pytest.raises(StoreCorrupt, match="CHECK constraint failed"):
        store.back_up_daily()
    assert names(data_dir) == []


def test_garbage_is_not_a_backup(tmp_path: Path) -> None:
    garbage = tmp_path / "garbage.sqlite3"
    garbage.write_bytes(b"garbage " * 1000)
    with pytest.raises(StoreCorrupt):
        verify(garbage)


def test_a_place_that_takes_no_backup_is_told(store: Store, data_dir: Path) -> None:
    (data_dir / "backups").write_text("a file")
    with pytest.raises(StoreReadOnly) as caught:
        store.back_up_daily()
    assert caught.value.path == str(data_dir / "backups")


def test_a_backup_is_one_file_without_a_log(store: Store, data_dir: Path) -> None:
    copy = store.back_up_daily()
    assert copy is not None
    assert version_and_journal(copy) == (len(MIGRATIONS), "delete")
    assert names(data_dir) == [copy.name]
    assert Database(copy).path == copy


def version_and_journal(path: Path) -> tuple[int, str]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as copy:
        (version,) = copy.execute("SELECT max(version) FROM versions").fetchone()
        (journal,) = copy.execute("PRAGMA journal_mode").fetchone()
        return version, journal
