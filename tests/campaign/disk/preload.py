"""Build the library that makes disks fail, and speak with it from inside the process that loaded it."""

import ctypes
import subprocess
from pathlib import Path

from tests.campaign.disk.cases import Fault

SOURCE = Path(__file__).with_name("shim.c")
ROOT_VARIABLE = "SHIM_ROOT"


def build(directory: Path) -> Path:
    """Compile the library into the directory."""
    library = directory / "shim.so"
    subprocess.run(
        ["cc", "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o", library, SOURCE], check=True
    )
    return library


class Disk:
    """The disk of this process, which was started with the library in LD_PRELOAD."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)

    def arm(self, fault: Fault) -> None:
        """Count from here."""
        self._library.shim_arm(
            ctypes.c_long(fault.n), fault.code, ctypes.c_long(fault.times), int(fault.growing)
        )

    def heal(self) -> None:
        """Nothing fails any more."""
        self._library.shim_heal()

    def failed(self) -> int:
        """How many calls were made to fail since `arm`."""
        return int(self._library.shim_failed())

    def record(self, journal: Path) -> None:
        """Append to this file, from here on, what the disk is asked to do."""
        if self._library.shim_record(str(journal).encode()) < 0:
            raise OSError(f"no journal at {journal}")
