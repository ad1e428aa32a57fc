"""How far a load is, how much is expected, and how long it will take at its pace."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """How far a load is. `read`: payments so far; `expected`: about as many in all; times in seconds."""

    read: int
    expected: int
    seconds_left: int | None = None
    """At the pace so far; None while there is none to go by."""
    waits: int = 0
    """How long upstream has asked to wait; 0 while it answers."""
    is_resumed: bool = False
    """Whether it goes on where an earlier load has ended."""


class Pace:
    """Counts what a load reads and expects the rest to be like it: payments for each second of their time."""

    def __init__(self, began: float, is_resumed: bool) -> None:
        """`began`: when, on the monotonic clock."""
        self._began = began
        self._is_resumed = is_resumed
        self._read = 0
        self._spanned = 0
        self._sample = (0, 1)

    def seen(self, payments: int, seconds: int) -> None:
        """So many payments are known to lie in so many seconds, which are not read yet."""
        if seconds > self._sample[1]:
            self._sample = (payments, seconds)

    def has_read(self, payments: int, seconds: int) -> None:
        """So many payments were read in a window of so many seconds."""
        self._read += payments
        self._spanned += seconds
        self.seen(self._read, self._spanned)

    def progress(self, seconds_unread: int, now: float, waits: float = 0) -> SyncProgress:
        """`seconds_unread` of upstream's time are left; `now` on the monotonic clock."""
        payments, seconds = self._sample
        left = round(payments * seconds_unread / seconds)
        passed = now - self._began
        time_left = round(passed * left / self._read) if self._read and passed >= _FIRST_GUESS else None
        return SyncProgress(self._read, self._read + left, time_left, round(waits), self._is_resumed)


_FIRST_GUESS = 2.0
"""Seconds of reading before a time is told."""
