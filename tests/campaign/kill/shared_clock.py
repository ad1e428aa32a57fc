"""One clock for several processes, moved by whoever holds it: wall time goes on over a kill."""

import mmap
import struct
from pathlib import Path
from typing import Final

from tests.terminal.shop import TestClock

_TIMES: Final = struct.Struct("<qd")


class SharedClock(TestClock):
    """Wall and monotonic time in a small mapped file, which outlives whoever dies."""

    def __init__(self, path: Path, begin_at: int | None = None) -> None:
        if begin_at is not None:
            path.write_bytes(_TIMES.pack(begin_at, 1_000.0))
        with path.open("r+b") as file:
            self._times = mmap.mmap(file.fileno(), _TIMES.size)

    def now(self) -> int:
        return int(_TIMES.unpack_from(self._times)[0])

    def monotonic(self) -> float:
        return float(_TIMES.unpack_from(self._times)[1])

    def advance(self, seconds: float) -> None:
        now, monotonic = _TIMES.unpack_from(self._times)
        _TIMES.pack_into(self._times, 0, now + int(seconds), monotonic + seconds)

    def sleep(self, seconds: int) -> None:
        now, monotonic = _TIMES.unpack_from(self._times)
        _TIMES.pack_into(self._times, 0, now + seconds, monotonic)
