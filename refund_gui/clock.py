"""Time, as everything here sees it: wall time for dates, monotonic time for durations (protocol rule 6)."""

import time
from datetime import UTC, datetime, timedelta, timezone
from typing import Protocol

KOREA = timezone(timedelta(hours=9), "KST")
"""Asia/Seoul. Korea has had no daylight saving since 1988, so a fixed offset is exact for every payment."""


class Clock(Protocol):
    """What a class takes when it needs the time; tests hand in a clock of their own."""

    def now(self) -> int:
        """Wall time in unix seconds."""
        ...

    def monotonic(self) -> float:
        """Seconds that never run backwards, for durations only."""
        ...


class SystemClock:
    """The computer's own clocks."""

    def now(self) -> int:
        return int(time.time())

    def monotonic(self) -> float:
        return time.monotonic()


def in_korea(unix_seconds: int) -> datetime:
    """The moment as a Korean date and time."""
    return datetime.fromtimestamp(unix_seconds, UTC).astimezone(KOREA)
