"""The place for an answer that the database does not take (protocol rule 15).

A file of 64 KiB that exists before anything is sent, written in place and flushed: that works on a full
disk. Two halves take turns, each with a number and a checksum: a write that breaks off leaves the one before.
It holds what the database would: no account, no key.
"""

import json
import os
import struct
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Any, Final

from refund_gui.errors import DiskFull
from refund_gui.store.files import file_errors

SIZE: Final = 64 * 1024
_HALF: Final = SIZE // 2
_HEADER: Final = struct.Struct("<8sQII")  # mark, number, length, CRC-32 of number and content
_MARK: Final = b"RFSPOOL1"

Entry = Mapping[str, Any]
"""One answer as JSON can hold it."""


class Spool:
    """The spool of one data directory. Every method may be called in any thread.

    Raises DiskFull or StoreReadOnly.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()

    def read(self) -> tuple[Entry, ...]:
        """What was written last; nothing when there is no spool yet or neither half is whole."""
        with self._lock, file_errors(self._path):
            return self._newest()[1]

    def write(self, entries: Sequence[Entry]) -> None:
        """Replace what is there, flushed when this returns."""
        content = json.dumps(list(entries), ensure_ascii=True).encode("ascii")
        if len(content) > _HALF - _HEADER.size:
            raise DiskFull(str(self._path), "the spool is full")
        with self._lock, file_errors(self._path):
            number = self._newest()[0] + 1
            self._put(number, content)

    def _put(self, number: int, content: bytes) -> None:
        """Into the half that does not hold the newest."""
        crc = zlib.crc32(struct.pack("<Q", number) + content)
        block = _HEADER.pack(_MARK, number, len(content), crc) + content
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        try:
            if os.fstat(descriptor).st_size < SIZE:
                _write_at(
                    descriptor, os.fstat(descriptor).st_size, bytes(SIZE - os.fstat(descriptor).st_size)
                )
            _write_at(descriptor, number % 2 * _HALF, block)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _newest(self) -> tuple[int, tuple[Entry, ...]]:
        try:
            whole = self._path.read_bytes()
        except FileNotFoundError:
            return 0, ()
        halves = [_half(whole[start : start + _HALF]) for start in (0, _HALF)]
        return max((half for half in halves if half), key=lambda half: half[0], default=(0, ()))


def _half(block: bytes) -> tuple[int, tuple[Entry, ...]] | None:
    if len(block) < _HEADER.size:
        return None
    mark, number, length, crc = _HEADER.unpack_from(block)
    content = block[_HEADER.size : _HEADER.size + length]
    if mark != _MARK or zlib.crc32(struct.pack("<Q", number) + content) != crc:
        return None
    return number, tuple(json.loads(content))


def _write_at(descriptor: int, offset: int, content: bytes) -> None:
    os.lseek(descriptor, offset, os.SEEK_SET)
    while content:
        content = content[os.write(descriptor, content) :]
