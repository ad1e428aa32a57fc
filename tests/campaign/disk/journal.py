"""What a disk was asked to do, and what can be on it after the power has gone at any moment of that."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from random import Random

SECTOR = 512
"""Bytes that a disk writes all or not at all."""

Files = dict[str, bytes]
"""Content by path in the data directory."""


@dataclass(frozen=True, slots=True)
class Op:
    """One record of the journal (`shim.c`). `path` within the data directory, "." for itself."""

    what: str
    path: str
    number: int
    data: bytes
    end: int
    """The journal's length in bytes after this record."""


def read_journal(journal: Path, data_dir: Path) -> Iterator[Op]:
    """The records in order, without those of SQLite's shared memory, which no power cut survives."""
    raw, at = journal.read_bytes(), 0
    while at < len(raw):
        newline = raw.index(b"\n", at)
        what, path, number, length = raw[at:newline].decode().split("\t")
        at = newline + 1 + int(length)
        data = raw[newline + 1 : at]
        if path.endswith("-shm"):
            continue
        if what == "rename":
            data = str(PurePosixPath(data.decode()).relative_to(data_dir)).encode()
        yield Op(what, str(PurePosixPath(path).relative_to(data_dir)), int(number), data, at)


@dataclass(slots=True)
class _File:
    """A file with its names taken off: what was written, what is surely on the disk, what is in between."""

    content: bytearray = field(default_factory=bytearray)
    durable: bytes = b""
    pending: list[Op] = field(default_factory=list)


class DiskImage:
    """Follows a journal. Nothing is surely kept but what was synced: a file's bytes by syncing the file,

    its name by syncing the directory.
    """

    def __init__(self) -> None:
        self._names: dict[str, _File] = {}
        self._durable_names: dict[str, _File] = {}

    def apply(self, op: Op) -> None:
        """One more record."""
        match op.what:
            case "create":
                self._names[op.path] = _File()
            case "unlink":
                self._names.pop(op.path, None)
            case "rename":
                self._names[op.data.decode()] = self._names.pop(op.path)
            case "sync" if op.path in self._names:
                file = self._names[op.path]
                file.durable, file.pending = bytes(file.content), []
            case "sync":
                self._sync_directory(op.path)
            case "write" | "size":
                file = self._names[op.path]
                _change(file.content, op)
                file.pending.append(op)

    def _sync_directory(self, directory: str) -> None:
        def is_in(path: str) -> bool:
            return str(PurePosixPath(path).parent) == directory

        kept = {path: file for path, file in self._durable_names.items() if not is_in(path)}
        self._durable_names = kept | {path: file for path, file in self._names.items() if is_in(path)}

    def written(self) -> Files:
        """All that was written is there."""
        return {path: bytes(file.content) for path, file in self._names.items()}

    def synced(self) -> Files:
        """What was written since a file's last sync is lost."""
        return {path: file.durable for path, file in self._names.items()}

    def synced_names(self) -> Files:
        """And so is what was done to names since the directory's last sync."""
        return {path: file.durable for path, file in self._durable_names.items()}

    def some(self, random: Random) -> Files:
        """Of what was not synced every single write is there or not, in whatever order disks work."""
        return {path: _some(file, random) for path, file in self._names.items()}

    def torn(self, op: Op) -> Iterator[Files]:
        """As `written`, but the last write is there only up to the middle, or only from the middle on."""
        middle = len(op.data) // 2 // SECTOR * SECTOR
        if op.what != "write" or not middle:
            return
        file = self._names[op.path]
        for part in (
            Op("write", op.path, op.number, op.data[:middle], op.end),
            Op("write", op.path, op.number + middle, op.data[middle:], op.end),
        ):
            content = bytearray(file.durable)
            for pending in [*file.pending[:-1], part]:
                _change(content, pending)
            yield self.written() | {op.path: bytes(content)}


def _change(content: bytearray, op: Op) -> None:
    if op.what == "size":
        del content[op.number :]
    end = op.number + len(op.data)
    content.extend(bytes(max(0, end - len(content))))
    content[op.number : end] = op.data


def _some(file: _File, random: Random) -> bytes:
    content = bytearray(file.durable)
    for op in file.pending:
        if random.getrandbits(1):
            _change(content, op)
    return bytes(content)


def write_files(files: Files, data_dir: Path) -> None:
    """Put these files, and no others, into a new directory."""
    for path, content in files.items():
        target = data_dir / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
