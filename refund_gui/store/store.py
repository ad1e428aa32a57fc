"""The store of one data directory: opened once by one process, used by all of its threads."""

import uuid
from contextlib import ExitStack
from pathlib import Path

from refund_gui.clock import Clock, in_korea
from refund_gui.errors import StoreCorrupt
from refund_gui.store import backups, sqlite
from refund_gui.store.database import Database
from refund_gui.store.files import file_errors, make_directory, put_in_place
from refund_gui.store.guards import make_guards
from refund_gui.store.lock import DirectoryLock
from refund_gui.store.migrations import migrate, version_of
from refund_gui.store.overview import Overview
from refund_gui.store.payments import PaymentRecords
from refund_gui.store.plans import PlanRecords
from refund_gui.store.refunds import RefundRecords
from refund_gui.store.spool import Spool
from refund_gui.store.tables import Identity, Marks


class Store:
    """Payments and refunds of one shop. Every method may be called in any thread, until `close`.

    Every call raises StoreBusy, DiskFull, StoreReadOnly or StoreCorrupt for what the file refuses; a write
    that raises has changed nothing.
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
        self.payments = PaymentRecords(database, clock)
        self.refunds = RefundRecords(database)
        self.plans = PlanRecords(database)
        self.overview = Overview(database)
        self.spool = Spool(database.path.with_name("spool.bin"))

    def mark(self, name: str) -> int | None:
        """A small number by its name, None when it was never set."""
        value: int | None = self._database.scalar(Marks.select(Marks.value).where(Marks.name == name))
        return value

    def set_mark(self, name: str, value: int) -> None:
        """Keep a small number."""
        with self._database.writing():
            self._database.upsert_many(Marks, ["name"], [{"name": name, "value": value}])

    def back_up_daily(self) -> Path | None:
        """The day's verified backup (Korean date), None when there is one; seven are kept. Takes seconds."""
        return backups.back_up_daily(self._database, self._backup_dir, in_korea(self._clock.now()).date())

    def close(self) -> None:
        """Fold the write-ahead log into the file and let the data directory go."""
        self._opened.close()


def open_store(data_dir: Path, clock: Clock) -> Store:
    """Open the data directory's store, making both when they are not there.

    Raises StoreInUse when another process has the directory, StoreReadOnly or DiskFull when it cannot be
    written, StoreCorrupt for a damaged file, StoreNewer for one of a newer program.
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
        with database.connected():
            sqlite.check(path, database.peewee)
            if version_of(database) == 0:
                raise StoreCorrupt(str(path), "not a store")
        migrate(database, backup_dir, clock)
        make_guards(database)
        opened.enter_context(database.peewee.keeping())
        store_id = database.scalar(Identity.select(Identity.store_id))
        if store_id is None:
            raise StoreCorrupt(str(path), "no identity")
        return Store(database, store_id, backup_dir, clock, opened.pop_all())


def _create(path: Path, backup_dir: Path, clock: Clock) -> None:
    """Make a new store beside its place and then put it there: a file of that name is never half made."""
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
        database.run(Identity.insert({"store_id": uuid.uuid4().hex}))
    with database.connected():
        sqlite.fold(database.peewee)
    put_in_place(new, path)
