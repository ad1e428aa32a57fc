"""A store in a directory of its own, and a raw connection to its file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from refund_gui.store import Store, open_store
from refund_gui.store.database import Database
from tests.store.made_up import StillClock


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(data_dir: Path, clock: StillClock) -> Iterator[Store]:
    opened = open_store(data_dir, clock)
    yield opened
    opened.close()


@pytest.fixture
def database(store: Store, data_dir: Path) -> Database:
    """The store's file, as the record modules have it."""
    return Database(data_dir / "store.sqlite3")


@pytest.fixture
def raw(store: Store, data_dir: Path) -> Iterator[sqlite3.Connection]:
    """The store's file, in the hands of somebody who does not use this package."""
    with closing(sqlite3.connect(data_dir / "store.sqlite3", isolation_level=None)) as connection:
        connection.execute("PRAGMA recursive_triggers = 1")
        connection.execute("PRAGMA foreign_keys = 1")
        yield connection
