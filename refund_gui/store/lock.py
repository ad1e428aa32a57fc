"""One process per data directory (protocol rule 19): an operating-system lock that dies with the process."""

import os
import sys
from pathlib import Path

from refund_gui.errors import StoreInUse
from refund_gui.store.files import file_errors


class DirectoryLock:
    """Holds a data directory until `release`, or until the process ends in whatever way.

    Raises StoreInUse when another holder has it, StoreReadOnly when its file cannot be written.
    """

    def __init__(self, data_dir: Path) -> None:
        path = data_dir / "store.lock"
        with file_errors(path):
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._descriptor)
        except OSError as error:
            self.release()
            raise StoreInUse(str(data_dir)) from error

    def release(self) -> None:
        """Let the directory go."""
        os.close(self._descriptor)


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
