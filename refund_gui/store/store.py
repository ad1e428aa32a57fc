"""The store of one data directory: opened once by one process, used by all of its threads."""

from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from refund_gui.clock import Clock, in_korea
from refund_gui.domain.states import RefundState
from refund_gui.errors import StoreCorrupt
from refund_gui.store import backups, index, sqlite
from refund_gui.store.database import Database
from refund_gui.store.files import file_errors, make_directory, put_in_place
from refund_gui.store.guards import make_guards
from refund_gui.store.lock import DirectoryLock
from refund_gui.store.migrations import migrate, version_of
from refund_gui.store.order_list import OrderList
from refund_gui.store.spool import Spool

if TYPE_CHECKING:
    from refund_gui.store.coverage import CoverageRecords
    from refund_gui.store.outside import OutsideRecords
    from refund_gui.store.overview import Overview
    from refund_gui.store.payments import PaymentRecords
    from refund_gui.store.plans import PlanRecords
    from refund_gui.store.refunds import RefundRecords
    from refund_gui.store.summary import SummaryRecords


class Store:
    """Payments and refunds of one shop. Every method may be called in any thread, until `close`.

    Every call raises StoreBusy, DiskFull, StoreReadOnly or StoreCorrupt for what the file refuses; a write
    that raises has changed nothing.

    Whatever uses Peewee is imported when it is first asked for: that takes 30 ms, and a start shows its first
    rows without.
    """

    def __init__(
        self, database: Database, store_id: str, backup_dir: Path, clock: Clock, opened: ExitStack
    ) -> None:
        self._database = database
        self._backup_dir = backup_dir
        self._clock = clock
        self._opened = opened
        self.store_id = store_id
        """32 hex digits, made once: the keyring's entries are named by it."""
        self.data_dir = database.path.parent
        self.orders = OrderList(database)
        self.spool = Spool(database.path.with_name("spool.bin"))

    @cached_property
    def payments(self) -> "PaymentRecords":
        from refund_gui.store.payments import PaymentRecords

        return PaymentRecords(self._database, self._clock)

    @cached_property
    def refunds(self) -> "RefundRecords":
        from refund_gui.store.refunds import RefundRecords

        return RefundRecords(self._database)

    @cached_property
    def plans(self) -> "PlanRecords":
        from refund_gui.store.plans import PlanRecords

        return PlanRecords(self._database)

    @cached_property
    def coverage(self) -> "CoverageRecords":
        from refund_gui.store.coverage import CoverageRecords

        return CoverageRecords(self._database)

    @cached_property
    def outside(self) -> "OutsideRecords":
        from refund_gui.store.outside import OutsideRecords

        return OutsideRecords(self._database)

    @cached_property
    def overview(self) -> "Overview":
        from refund_gui.store.overview import Overview

        return Overview(self._database)

    @cached_property
    def summary(self) -> "SummaryRecords":
        from refund_gui.store.summary import SummaryRecords

        return SummaryRecords(self._database)

    def mark(self, name: str) -> int | None:
        """A small number by its name, None when it was never set."""
        rows = self._database.select("SELECT value FROM marks WHERE name = ?", (name,))
        return rows[0]["value"] if rows else None

    def set_mark(self, name: str, value: int) -> None:
        """Keep a small number."""
        with self._database.writing():
            index.set_mark(self._database, name, value)

    def schema_version(self) -> int:
        """The newest migration that the file has seen."""
        return version_of(self._database)

    def was_interrupted(self) -> bool:
        """Whether something was being sent or saved when the program ended (protocol rules 4, 15)."""
        sending = "SELECT 1 FROM refunds WHERE state = ? LIMIT 1"
        return bool(self.spool.read() or self._database.select(sending, (RefundState.SENDING.value,)))

    def check(self) -> None:
        """Raises StoreCorrupt for a damaged file. Reads small files only, for up to 50 ms."""
        with self._database.connected():
            sqlite.check(self._database.path, self._database.connections)

    def back_up_daily(self) -> Path | None:
        """The day's verified backup (Korean date), None when there is one; seven are kept. Takes seconds."""
        return backups.back_up_daily(self._database, self._backup_dir, in_korea(self._clock.now()).date())

    def close(self) -> None:
        """Fold the write-ahead log into the file and let the data directory go."""
        self._opened.close()


def open_store(data_dir: Path, clock: Clock) -> Store:
    """Open the data directory's store, making both when they are not there.

    Raises StoreInUse when another process has the directory, StoreReadOnly or DiskFull when it cannot be
    written, StoreCorrupt for what is no store or was cut off, StoreNewer for one of a newer program. Damage
    further inside is for `Store.check` to find.
    """
    make_directory(data_dir)
    path, backup_dir = data_dir / "store.sqlite3", data_dir / "backups"
    with ExitStack() as opened:
        lock = DirectoryLock(data_dir)
        opened.callback(lock.release)
        if not path.exists():
            _create(path, backup_dir, clock)
        database = Database(path)
        opened.callback(sqlite.hold_open(path).close)
        opened.enter_context(database.connections.keeping())
        if version_of(database) == 0:
            raise StoreCorrupt(str(path), "not a store")
        migrate(database, backup_dir, clock)
        make_index(database)
        make_guards(database)
        identity = database.select("SELECT store_id FROM identity")
        if not identity:
            raise StoreCorrupt(str(path), "no identity")
        return Store(database, identity[0]["store_id"], backup_dir, clock, opened.pop_all())


def make_index(database: Database) -> None:
    """After a migration, or with a newer program."""
    if not index.is_whole(database):
        from refund_gui.store.payments import index_anew

        index_anew(database)


def _create(path: Path, backup_dir: Path, clock: Clock) -> None:
    """Make a new store beside its place and then put it there: a file of that name is never half made."""
    from uuid import uuid4

    left_log = path.with_name(path.name + "-wal")
    if left_log.exists():
        raise StoreCorrupt(str(path), f"the file is gone, and {left_log.name} is not")
    new = path.with_name(path.name + ".new")
    with file_errors(new):
        for suffix in ("", "-wal", "-shm"):
            new.with_name(new.name + suffix).unlink(missing_ok=True)
    database = Database(new)
    migrate(database, backup_dir, clock)
    with database.writing():
        database.connections.execute("INSERT INTO identity VALUES (?)", (uuid4().hex,))
    with database.connected():
        sqlite.fold(database.connections)
    put_in_place(new, path)
