"""Opening a data directory: once, writable, sound, and not from the future."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from refund_gui.domain.refund import RefundState
from refund_gui.errors import DiskFull, StoreCorrupt, StoreInUse, StoreNewer, StoreReadOnly
from refund_gui.store import Store, open_store
from refund_gui.store import sqlite as sqlite_parts
from refund_gui.store.database import Database
from refund_gui.store.files import file_errors
from refund_gui.store.migrations import MIGRATIONS
from refund_gui.store.payments import CHUNK
from tests.store.made_up import StillClock, answered, ended, payment, refund, sent

HOLDER = """
import sys
from pathlib import Path
from refund_gui.clock import SystemClock
from refund_gui.store import open_store
store = open_store(Path(sys.argv[1]), SystemClock())
print("open", flush=True)
sys.stdin.read()
"""


def reopened(data_dir: Path, clock: StillClock) -> str:
    """Open and close; the store's id."""
    store = open_store(data_dir, clock)
    store.close()
    return store.store_id


def closed_file(data_dir: Path, clock: StillClock, payments: int = 0) -> Path:
    """The file of a store that was closed."""
    store = open_store(data_dir, clock)
    store.payments.save(payment(number) for number in range(payments))
    store.close()
    return data_dir / "store.sqlite3"


def test_a_store_is_made_once_and_kept(data_dir: Path, clock: StillClock) -> None:
    store = open_store(data_dir, clock)
    store.payments.save([payment()])
    store.set_mark("synced_at", 5)
    store.set_mark("synced_at", 6)
    store.close()
    again = open_store(data_dir, clock)
    assert len(again.store_id) == 32
    assert again.store_id == store.store_id
    assert again.payments.get("imp_1") == payment()
    assert again.mark("synced_at") == 6
    assert again.mark("never_set") is None
    again.close()


def test_two_directories_have_two_identities(tmp_path: Path, clock: StillClock) -> None:
    assert reopened(tmp_path / "a", clock) != reopened(tmp_path / "b", clock)


def test_every_connection_has_the_pragmas(database: Database) -> None:
    with database.connected():
        found = {
            name: database.peewee.pragma(name)
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "busy_timeout")
        }
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "busy_timeout": 30_000,
    }


def test_only_the_owner_reads_a_new_directory(store: Store, data_dir: Path) -> None:
    assert data_dir.stat().st_mode & 0o077 == 0


def test_a_second_opening_is_refused_until_the_first_is_closed(data_dir: Path, clock: StillClock) -> None:
    first = open_store(data_dir, clock)
    with pytest.raises(StoreInUse) as caught:
        open_store(data_dir, clock)
    assert caught.value.path == str(data_dir)
    first.close()
    assert reopened(data_dir, clock) == first.store_id


def test_the_lock_dies_with_its_process(data_dir: Path, clock: StillClock) -> None:
    command = [sys.executable, "-c", HOLDER, str(data_dir)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(StoreInUse):
            open_store(data_dir, clock)
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
    assert reopened(data_dir, clock)


def test_a_file_where_the_directory_should_be(tmp_path: Path, clock: StillClock) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StoreReadOnly) as caught:
        open_store(tmp_path / "data", clock)
    assert caught.value.path == str(tmp_path / "data")


def test_a_directory_where_the_lock_should_be(data_dir: Path, clock: StillClock) -> None:
    (data_dir / "store.lock").mkdir(parents=True)
    with pytest.raises(StoreReadOnly):
        open_store(data_dir, clock)


def test_a_directory_where_the_database_should_be(data_dir: Path, clock: StillClock) -> None:
    (data_dir / "store.sqlite3").mkdir(parents=True)
    with pytest.raises(StoreReadOnly):
        open_store(data_dir, clock)


def test_a_disk_without_space_is_told_from_one_that_refuses() -> None:
    with pytest.raises(DiskFull) as caught, file_errors(Path("/shop")), open("/dev/full", "wb", 0) as full:
        full.write(b"1")
    assert caught.value.path == "/shop"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"not a database " * 1000, id="garbage"),
        pytest.param(b"SQLite format 3\0" + b"\xff" * 8000, id="header only"),
    ],
)
def test_what_is_no_database_is_corrupt_and_stays(data_dir: Path, clock: StillClock, content: bytes) -> None:
    data_dir.mkdir()
    path = data_dir / "store.sqlite3"
    path.write_bytes(content)
    for _ in range(2):  # the first failure has let the lock go
        with pytest.raises(StoreCorrupt) as caught:
            open_store(data_dir, clock)
        assert caught.value.path == str(path)
    if content:
        assert path.read_bytes()[20:] == content[20:]


@pytest.mark.parametrize("part", [0.9, 0.5, 0.1])
def test_a_truncated_file_is_corrupt(data_dir: Path, clock: StillClock, part: float) -> None:
    path = closed_file(data_dir, clock, payments=CHUNK * 3)
    size = path.stat().st_size
    with path.open("rb+") as file:
        file.truncate(int(size * part))
    with pytest.raises(StoreCorrupt):
        open_store(data_dir, clock)


def test_a_file_that_lacks_its_last_page_is_found_without_reading_it(
    data_dir: Path, clock: StillClock
) -> None:
    path = closed_file(data_dir, clock, payments=CHUNK * 3)
    assert reopened(data_dir, clock)
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size - 4096)
    with pytest.raises(StoreCorrupt):
        open_store(data_dir, clock)


def damage(path: Path) -> None:
    """One page in the middle."""
    with path.open("rb+") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xa5" * 4096)


def test_a_damaged_page_is_corrupt(data_dir: Path, clock: StillClock) -> None:
    path = closed_file(data_dir, clock, payments=CHUNK * 3)
    with closing(open_store(data_dir, clock)) as store:
        store.check()
    damage(path)
    with closing(open_store(data_dir, clock)) as store, pytest.raises(StoreCorrupt) as caught:
        store.check()
    assert caught.value.path == str(path)


def test_a_large_file_is_not_read_whole(
    data_dir: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(closed_file(data_dir, clock, payments=CHUNK * 3))
    monkeypatch.setattr(sqlite_parts, "CHECKED_WHOLE", 0)
    with closing(open_store(data_dir, clock)) as store:
        store.check()


def test_somebody_elses_database_is_not_taken_over(data_dir: Path, clock: StillClock) -> None:
    data_dir.mkdir()
    path = data_dir / "store.sqlite3"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE music (title TEXT)")
    with pytest.raises(StoreCorrupt, match="not a store"):
        open_store(data_dir, clock)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("music",)]


def test_a_store_without_identity_is_corrupt(data_dir: Path, clock: StillClock) -> None:
    path = closed_file(data_dir, clock)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("DELETE FROM identity")
    with pytest.raises(StoreCorrupt, match="no identity"):
        open_store(data_dir, clock)


def test_a_log_without_its_database_is_not_thrown_away(data_dir: Path, clock: StillClock) -> None:
    data_dir.mkdir()
    log = data_dir / "store.sqlite3-wal"
    log.write_bytes(b"refunds, perhaps")
    with pytest.raises(StoreCorrupt, match="-wal is not"):
        open_store(data_dir, clock)
    assert log.read_bytes() == b"refunds, perhaps"


def test_a_store_that_was_half_made_is_made_anew(data_dir: Path, clock: StillClock) -> None:
    data_dir.mkdir()
    for suffix in ("", "-wal", "-shm"):
        (data_dir / f"store.sqlite3.new{suffix}").write_bytes(b"half")
    assert reopened(data_dir, clock)
    assert sorted(path.name for path in data_dir.iterdir()) == ["store.lock", "store.sqlite3"]


def test_a_newer_database_is_refused_with_both_versions(data_dir: Path, clock: StillClock) -> None:
    path = closed_file(data_dir, clock)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("INSERT INTO versions VALUES (7, 'm0007_later', 0)")
    before = path.read_bytes()
    with pytest.raises(StoreNewer) as caught:
        open_store(data_dir, clock)
    assert caught.value.detail == f"database version 7, program version {len(MIGRATIONS)}"
    assert path.read_bytes() == before


def test_what_was_committed_before_a_kill_is_there(data_dir: Path, clock: StillClock) -> None:
    saving = HOLDER.replace(
        'print("open"',
        "from tests.store.made_up import payment\nstore.payments.save([payment(3)])\nprint('open'",
    )
    command = [sys.executable, "-c", saving, str(data_dir)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
    store = open_store(data_dir, clock)
    assert store.payments.get("imp_3") == payment(3)
    store.close()


def test_it_knows_whether_something_was_interrupted(store: Store) -> None:
    assert not store.was_interrupted()
    store.payments.save([payment(1), payment(2)])
    store.refunds.add(refund(1), "김점원")
    assert not store.was_interrupted(), "confirmed, and nothing was sent"
    attempt = sent(store, refund(2, imp_uid="imp_2"))
    assert store.was_interrupted()
    store.refunds.end_attempt(ended(attempt), answered(RefundState.UNKNOWN), None)
    assert not store.was_interrupted()


def test_a_spooled_answer_was_interrupted(store: Store) -> None:
    store.spool.write([{"refund_id": "refund-1"}])
    assert store.was_interrupted()
    store.spool.write([])
    assert not store.was_interrupted()
