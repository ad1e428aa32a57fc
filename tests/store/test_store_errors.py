"""SQLite's failures by their codes: full, read-only, busy, damaged; and a write that failed left nothing."""

import sqlite3
from pathlib import Path

import peewee as pw
import pytest

from refund_gui.domain.refund import RefundState
from refund_gui.errors import DiskFull, StoreBusy, StoreCorrupt, StoreError, StoreReadOnly
from refund_gui.store import Store, open_store
from refund_gui.store.database import Database
from refund_gui.store.payments import PaymentRecords
from refund_gui.store.refunds import RefundRecords
from refund_gui.store.sqlite import storable, store_errors
from tests.store.made_up import StillClock, answered, ended, payment, refund, sent


def fill_up(database: Database) -> None:
    """From here on this connection's file cannot grow by a page."""
    (pages,) = database.peewee.execute_sql("PRAGMA page_count").fetchone()
    database.peewee.execute_sql(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_is_told_and_leaves_nothing_half_saved(store: Store, database: Database) -> None:
    with database.connected():
        fill_up(database)
        with pytest.raises(DiskFull) as caught:
            PaymentRecords(database, StillClock()).save(payment(number) for number in range(500))
    assert caught.value.path == str(database.path)
    saved = [number for number in range(500) if store.payments.get(f"imp_{number}")]
    assert len(saved) % 100 == 0
    assert saved == list(range(len(saved)))


def test_an_answer_that_does_not_fit_can_be_saved_later(store: Store, database: Database) -> None:
    attempt = ended(sent(store, refund()), message="x" * 50_000)
    move = answered(RefundState.UNKNOWN)
    with database.connected():
        fill_up(database)
        with pytest.raises(DiskFull):
            RefundRecords(database).end_attempt(attempt, move, payment())
    stored = store.refunds.get("refund-1")
    assert stored is not None
    assert stored.state is RefundState.SENDING
    assert store.refunds.attempts("refund-1")[0].outcome is None
    assert store.payments.get("imp_1") is None
    assert store.refunds.end_attempt(attempt, move, payment()).state is RefundState.UNKNOWN
    assert store.refunds.attempts("refund-1") == (attempt,)


def test_a_read_only_database_is_told(store: Store, database: Database) -> None:
    with database.connected():
        database.peewee.execute_sql("PRAGMA query_only = 1")
        with pytest.raises(StoreReadOnly):
            PaymentRecords(database, StillClock()).save([payment()])
        assert PaymentRecords(database, StillClock()).get("imp_1") is None


def test_a_lock_that_stays_is_told(store: Store, raw: sqlite3.Connection, database: Database) -> None:
    impatient = Database(database.path, busy_seconds=0.02)
    raw.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusy):
        PaymentRecords(impatient, StillClock()).save([payment()])
    assert PaymentRecords(impatient, StillClock()).get("imp_1") is None
    raw.execute("ROLLBACK")
    assert PaymentRecords(impatient, StillClock()).save([payment()]) == 1


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_IOERR_SHMSIZE", DiskFull),
        ("SQLITE_IOERR_WRITE", StoreReadOnly),
        ("SQLITE_IOERR_FSYNC", StoreReadOnly),
        ("SQLITE_READONLY_DIRECTORY", StoreReadOnly),
        ("SQLITE_CANTOPEN_ISDIR", StoreReadOnly),
        ("SQLITE_PERM", StoreReadOnly),
        ("SQLITE_BUSY_SNAPSHOT", StoreBusy),
        ("SQLITE_LOCKED_SHAREDCACHE", StoreBusy),
        ("SQLITE_CORRUPT_INDEX", StoreCorrupt),
        ("SQLITE_IOERR_SHORT_READ", StoreCorrupt),
        ("SQLITE_IOERR_CORRUPTFS", StoreCorrupt),
        ("SQLITE_IOERR_READ", StoreCorrupt),
        ("SQLITE_NOTADB", StoreCorrupt),
    ],
)
@pytest.mark.parametrize("through_peewee", [True, False])
def test_each_code_has_its_meaning(code: str, kind: type[StoreError], through_peewee: bool) -> None:
    error = sqlite3.OperationalError("it failed")
    error.sqlite_errorcode = getattr(sqlite3, code)
    with pytest.raises(StoreError) as caught, store_errors(Path("/shop/store.sqlite3")):
        raise pw.OperationalError(error, "it failed") if through_peewee else error
    assert type(caught.value) is kind
    assert caught.value.path == "/shop/store.sqlite3"
    assert caught.value.detail == "it failed"


def test_a_mistake_in_the_program_stays_one(database: Database) -> None:
    with pytest.raises(pw.OperationalError, match="no such table"), database.connected():
        database.peewee.execute_sql("SELECT * FROM nowhere")


def test_an_error_without_a_code_stays_one() -> None:
    with pytest.raises(pw.OperationalError, match="closing"), store_errors(Path("/shop/store.sqlite3")):
        raise pw.OperationalError("closing in a transaction")


def test_a_number_beyond_64_bits_does_not_cost_the_answer(store: Store) -> None:
    attempt = ended(sent(store, refund()), code=-(10**30))
    absurd = payment(vbank_date=10**30)
    store.refunds.end_attempt(attempt, answered(RefundState.UNKNOWN), absurd)
    read = store.payments.get("imp_1")
    assert read is not None
    assert read.vbank_date == 2**63 - 1
    assert store.refunds.attempts("refund-1")[0].code == -(2**63 - 1)


def test_only_lone_surrogates_are_changed() -> None:
    assert storable("가\ud800나\udfff😀\0") == "가\ufffd나\ufffd😀\0"
    assert storable(b"\xff") == b"\xff"
    assert [storable(True), storable(7), storable(None)] == [1, 7, None]


def test_what_sqlite_has_rolled_back_itself_is_told_as_what_it_was(database: Database) -> None:
    """A full or broken disk ends the transaction; a second ROLLBACK would hide why."""

    class Full(Exception):
        pass

    def break_down() -> None:
        with database.writing():
            database.peewee.connection().rollback()  # type: ignore[no-untyped-call]  # Peewee's stubs
            raise Full

    with pytest.raises(Full):
        break_down()


def test_a_lane_that_outlives_the_store_writes_nothing(data_dir: Path, clock: StillClock) -> None:
    """The directory may be another process's by now."""
    store = open_store(data_dir, clock)
    store.close()
    with pytest.raises(StoreReadOnly):
        store.payments.save([payment()])
