"""A computer of a shop: its clocks, its disk, and one life of the program after the other on it."""

import shutil
import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

from refund_gui.clock import Clock
from refund_gui.store import Store, open_store
from tests.campaign.simulator.timeline import Timeline


class ComputerClock:
    """Wall time can be set, and monotonic time stands still while the computer sleeps."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self.ahead = 0
        self.slept = 0.0

    def now(self) -> int:
        return int(self._timeline.now) + self.ahead

    def monotonic(self) -> float:
        return self._timeline.now - self.slept - 1_000_000_000


class Disk:
    """A data directory. What is done to it while the program runs is done to its next life."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._lives = 0
        self._held = ExitStack()
        self.backups: list[Path] = []
        self.data_dir.mkdir(parents=True)

    @property
    def data_dir(self) -> Path:
        return self._directory / f"data-{self._lives}"

    def open(self, clock: Clock) -> Store:
        """The program's store. One connection stays open all its life: opening costs half of a call."""
        store = open_store(self.data_dir, clock)
        self._held = ExitStack()
        self._held.callback(store.close)
        self._held.enter_context(store._database.connected())
        return store

    def close(self) -> None:
        """The program ends in order, if it runs."""
        self._held.close()

    def kill(self) -> None:
        """The next life begins with the files as they are, write-ahead log and all."""
        before = self.data_dir
        self._lives += 1
        self.data_dir.mkdir()
        for file in before.iterdir():
            if file.is_file():
                shutil.copyfile(file, self.data_dir / file.name)
        self._held.close()
        shutil.rmtree(before)

    def back_up(self) -> None:
        """Somebody copies the store."""
        copy = self._directory / f"backup-{len(self.backups)}"
        with closing(sqlite3.connect(self._store_file)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        self.backups.append(copy)

    def restore(self, backup: Path) -> None:
        """Somebody puts a copy in the place of the store that nobody has open; the spool beside it stays."""
        for old in self.data_dir.glob("store.sqlite3*"):
            old.unlink()
        shutil.copyfile(backup, self._store_file)

    @property
    def _store_file(self) -> Path:
        return self.data_dir / "store.sqlite3"
