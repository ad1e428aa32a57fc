"""The place for answers that the database does not take (protocol rule 15)."""

import os
from pathlib import Path
from typing import Any

import pytest

from refund_gui.errors import DiskFull, StoreReadOnly
from refund_gui.store.spool import SIZE, Spool

FIRST: tuple[dict[str, Any], ...] = ({"refund_id": "r1", "words": "부족"},)
SECOND: tuple[dict[str, Any], ...] = ({"refund_id": "r1"}, {"refund_id": "r2"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "spool.bin"


def test_without_a_file_there_is_nothing(path: Path) -> None:
    assert Spool(path).read() == ()


def test_what_was_written_last_is_read(path: Path) -> None:
    Spool(path).write(FIRST)
    assert Spool(path).read() == FIRST
    Spool(path).write(SECOND)
    assert Spool(path).read() == SECOND
    Spool(path).write(())
    assert Spool(path).read() == ()


def test_it_has_its_whole_size_before_the_first_answer_and_never_grows(path: Path) -> None:
    spool = Spool(path)
    spool.write(())
    assert path.stat().st_size == SIZE
    blocks = path.stat().st_blocks
    spool.write(FIRST)
    spool.write(SECOND)
    assert (path.stat().st_size, path.stat().st_blocks) == (SIZE, blocks)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_write_that_breaks_off_leaves_the_one_before(path: Path) -> None:
    Spool(path).write(FIRST)
    before = path.read_bytes()
    Spool(path).write(SECOND)
    after = path.read_bytes()
    start = next(place for place in range(SIZE) if before[place] != after[place])
    end = next(place for place in reversed(range(SIZE)) if before[place] != after[place])
    for torn in range(start, end + 1):
        path.write_bytes(after[:torn] + before[torn:])
        assert Spool(path).read() == FIRST
        Spool(path).write(SECOND)
        assert Spool(path).read() == SECOND


@pytest.mark.parametrize("content", [b"", b"RFSPOOL1", os.urandom(SIZE)])
def test_what_is_no_spool_holds_nothing_and_can_be_used(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    spool = Spool(path)
    assert spool.read() == ()
    spool.write(FIRST)
    assert spool.read() == FIRST


def test_more_than_a_half_holds_is_refused(path: Path) -> None:
    spool = Spool(path)
    spool.write(FIRST)
    with pytest.raises(DiskFull):
        spool.write(({"message": "x" * SIZE},))
    assert spool.read() == FIRST


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(StoreReadOnly):
        Spool(tmp_path / "gone" / "spool.bin").write(())
