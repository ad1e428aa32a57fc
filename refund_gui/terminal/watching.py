"""When an open refund is read next in its first minutes, and when reading has proven enough (rules 6 and 16).

Kept in memory on the monotonic clock: after a restart every quiet time starts again in full. From five
minutes on the store's plans go by wall time (`domain/schedule.py`).
"""

from dataclasses import dataclass, replace
from math import inf
from threading import Lock
from typing import Final

from refund_gui.clock import Clock
from refund_gui.domain.refund import Refund, RefundState

QUIET: Final = 120.0
"""Seconds after the end of an attempt in which upstream may still be at work."""

BETWEEN_READS: Final = 30.0
"""Seconds that two readings must lie apart to prove that nothing was done, or that an entry is gone."""

READ_AFTER: Final = (2.0, 10.0, 30.0, 120.0)
"""Seconds after the end of an attempt at which the payment is read."""

THEN_EVERY: Final = 300.0
"""Seconds between readings of what two good ones have not settled yet."""

WATCHED: Final = frozenset({RefundState.UNKNOWN, RefundState.ACCEPTED, RefundState.NEEDS_REVIEW})
"""What only reading, or a person, can end."""


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
        earliest = max(self.began + QUIET, second)
        return earliest if self.next_read == inf else max(earliest, self.next_read)


class Watches:
    """The refunds that are being read. Safe to use from several threads."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = Lock()
        self._watches: dict[str, Watch] = {}
        self._of_payment: dict[str, set[str]] = {}
        self._soon: dict[str, float] = {}
        self._doubts: dict[str, float] = {}

    def start(self, refund_id: str, imp_uid: str, from_before: bool = False) -> None:
        """Watch a refund whose attempt has just ended, or that was open before the start (read at once)."""
        now = self._clock.monotonic()
        first = now if from_before else now + READ_AFTER[0]
        with self._lock:
            self._watches[refund_id] = Watch(imp_uid, now, first)
            self._of_payment.setdefault(imp_uid, set()).add(refund_id)

    def after_attempt(self, refund: Refund) -> None:
        """Watch a refund whose attempt has just been saved, unless it is clear."""
        if refund.state in WATCHED:
            self.start(refund.refund_id, refund.imp_uid)

    def stop(self, refund_id: str) -> None:
        """It has ended."""
        with self._lock:
            watch = self._watches.pop(refund_id, None)
            if watch is not None:
                self._of_payment[watch.imp_uid].discard(refund_id)

    def get(self, refund_id: str) -> Watch | None:
        with self._lock:
            return self._watches.get(refund_id)

    def is_quiet_time(self, refund_id: str) -> bool:
        """Whether upstream may still be at work on it, whatever the wall clock says."""
        watch = self.get(refund_id)
        return watch is not None and self._clock.monotonic() < watch.began + QUIET

    def read_soon(self, imp_uid: str, seconds: float = 0.0) -> None:
        """Read this payment once, so many seconds from now, whatever else is planned."""
        moment = self._clock.monotonic() + seconds
        with self._lock:
            self._soon[imp_uid] = min(moment, self._soon.get(imp_uid, inf))

    def wake(self) -> None:
        """The computer slept: everything under watch is read at once."""
        now = self._clock.monotonic()
        with self._lock:
            for refund_id, watch in self._watches.items():
                self._watches[refund_id] = replace(watch, next_read=min(watch.next_read, now))

    def due(self) -> tuple[str, ...]:
        """The payments to read now, each once; what was sent last comes first."""
        now = self._clock.monotonic()
        with self._lock:
            watched = [watch for watch in self._watches.values() if watch.next_read <= now]
            watched.sort(key=lambda watch: -watch.began)
            soon = [imp_uid for imp_uid, moment in self._soon.items() if moment <= now]
        return tuple(dict.fromkeys([*(watch.imp_uid for watch in watched), *soon]))

    def reading(self, imp_uid: str) -> bool:
        """A read of this payment begins: plan the one after it, whether it succeeds or not.

        Whether it had been asked for by `read_soon`, which is over with it.
        """
        now = self._clock.monotonic()
        with self._lock:
            was_soon = self._soon.get(imp_uid, inf) <= now
            if was_soon:
                del self._soon[imp_uid]
            for refund_id in self._of_payment.get(imp_uid, ()):
                watch = self._watches[refund_id]
                self._watches[refund_id] = replace(watch, next_read=_read_after(watch.began, now))
        return was_soon

    def good_read(self, refund_id: str, began: float) -> None:
        """A single reading that began then has succeeded and left the refund where it is."""
        with self._lock:
            watch = self._watches.get(refund_id)
            if watch is None or began < watch.began:
                return
            if watch.first_good_read is None:
                second = max(watch.began + QUIET, began + BETWEEN_READS)
                watch = replace(watch, first_good_read=began, next_read=min(watch.next_read, second))
            elif watch.is_settled(began):
                watch = replace(watch, next_read=inf)
            self._watches[refund_id] = watch

    def doubt(self, refund_id: str, imp_uid: str, began: float) -> bool:
        """A reading that began then shows an entry gone, or back.

        Whether one at least 30 s before has shown the same; else the payment is read again in 30 s.
        """
        with self._lock:
            first = self._doubts.setdefault(refund_id, began)
            if began - first >= BETWEEN_READS:
                del self._doubts[refund_id]
                return True
        self.read_soon(imp_uid, BETWEEN_READS)
        return False

    def trust(self, refund_id: str) -> None:
        """A reading shows the entry where the refund says it is."""
        with self._lock:
            self._doubts.pop(refund_id, None)


def _read_after(began: float, now: float) -> float:
    """The next planned moment that lies after now."""
    return next((began + after for after in READ_AFTER if began + after > now), now + THEN_EVERY)
