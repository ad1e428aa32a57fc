"""When an open refund is read next, and when reading has proven enough (protocol rules 6 and 16).

Kept in memory on the monotonic clock: after a restart every quiet time starts again in full.
"""

from dataclasses import dataclass, replace
from threading import Lock
from typing import Final

from refund_gui.clock import Clock

QUIET: Final = 120.0
"""Seconds after the end of an attempt in which upstream may still be at work."""

BETWEEN_READS: Final = 30.0
"""Seconds that two readings must lie apart to prove that nothing was done."""

READ_AFTER: Final = (2.0, 10.0, 30.0, 120.0)
"""Seconds after the end of an attempt at which the payment is read."""

THEN_EVERY: Final = 300.0


@dataclass(frozen=True, slots=True)
class Watch:
    """One refund under watch; times on the monotonic clock."""

    imp_uid: str
    began: float
    next_read: float
    first_good_read: float | None = None

    def is_settled(self, read_began: float) -> bool:
        """Whether a reading that began then is the second good one, and after the quiet time."""
        return (
            self.first_good_read is not None
            and read_began - self.first_good_read >= BETWEEN_READS
            and read_began >= self.began + QUIET
        )

    def settles_at(self, now: float) -> float:
        """The earliest moment that can prove that nothing was done; it moves on when reads fail."""
        second = (now if self.first_good_read is None else self.first_good_read) + BETWEEN_READS
        return max(self.began + QUIET, second, self.next_read)


class Watches:
    """The refunds that are being read. Safe to use from several threads."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = Lock()
        self._watches: dict[str, Watch] = {}

    def start(self, refund_id: str, imp_uid: str, from_before: bool = False) -> None:
        """Watch a refund whose attempt has just ended, or that was open before the start (read at once)."""
        now = self._clock.monotonic()
        first = now if from_before else now + READ_AFTER[0]
        with self._lock:
            self._watches[refund_id] = Watch(imp_uid, now, first)

    def stop(self, refund_id: str) -> None:
        """It has ended."""
        with self._lock:
            self._watches.pop(refund_id, None)

    def get(self, refund_id: str) -> Watch | None:
        with self._lock:
            return self._watches.get(refund_id)

    def due(self) -> tuple[str, ...]:
        """The payments to read now, each once."""
        now = self._clock.monotonic()
        with self._lock:
            return tuple(dict.fromkeys(w.imp_uid for w in self._watches.values() if w.next_read <= now))

    def reading(self, imp_uid: str) -> None:
        """A read of this payment begins: plan the one after it, whether it succeeds or not."""
        now = self._clock.monotonic()
        with self._lock:
            for refund_id, watch in self._watches.items():
                if watch.imp_uid == imp_uid:
                    self._watches[refund_id] = replace(watch, next_read=_read_after(watch.began, now))

    def good_read(self, refund_id: str, began: float) -> None:
        """A single reading that began then has succeeded and left the refund where it is."""
        with self._lock:
            watch = self._watches.get(refund_id)
            if watch and watch.first_good_read is None and began >= watch.began:
                self._watches[refund_id] = replace(watch, first_good_read=began)


def _read_after(began: float, now: float) -> float:
    """The next planned moment that lies after now."""
    return next((began + after for after in READ_AFTER if began + after > now), now + THEN_EVERY)
