"""A file that a person asked for: written beside its place, and put there when it is whole."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from refund_gui.errors import DiskFull, FileInUse, FileRefused

Replace = Callable[[str, Path], None]


@contextmanager
def placed(path: Path, replace: Replace = os.replace) -> Iterator[BinaryIO]:
    """What to write into. When the block fails, what was at `path` before stays, and nothing else is left.

    Raises DiskFull, FileInUse or FileRefused for what the system refuses.
    """
    try:
        descriptor, beside = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        try:
            with open(descriptor, "wb") as file:
                yield cast(BinaryIO, file)
                file.flush()
                os.fsync(descriptor)
            _put(beside, path, replace)
        finally:
            Path(beside).unlink(missing_ok=True)
    except OSError as error:
        kind = DiskFull if error.errno in (errno.ENOSPC, errno.EDQUOT) else FileRefused
        raise kind(str(path), error.strerror or str(error)) from error


def _put(beside: str, path: Path, replace: Replace) -> None:
    try:
        replace(beside, path)
    except PermissionError as error:  # Windows: somebody has the old file open
        raise FileInUse(str(path), error.strerror or str(error)) from error
