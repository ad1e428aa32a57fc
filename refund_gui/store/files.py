"""Directories and files, with their failures sorted."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from refund_gui.errors import DiskFull, StoreReadOnly


@contextmanager
def file_errors(path: Path) -> Iterator[None]:
    """Turns the operating system's refusals into DiskFull and StoreReadOnly."""
    try:
        yield
    except OSError as error:
        kind = DiskFull if error.errno in (errno.ENOSPC, errno.EDQUOT) else StoreReadOnly
        raise kind(str(path), error.strerror or str(error)) from error


def make_directory(path: Path) -> None:
    """Make a directory that only its owner reads, unless it is there. Raises StoreReadOnly or DiskFull."""
    with file_errors(path):
        path.mkdir(mode=0o700, parents=True, exist_ok=True)


def put_in_place(source: Path, target: Path) -> None:
    """Rename a finished file so that after a power cut there is the old one or the whole new one."""
    with file_errors(target):
        _flush(source, os.O_RDWR)
        os.replace(source, target)
        if sys.platform != "win32":  # pragma: no branch (Windows cannot open directories)
            _flush(target.parent, os.O_RDONLY)


def _flush(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
