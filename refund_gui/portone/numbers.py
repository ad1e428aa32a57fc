"""Request numbers: a record read by an older request never replaces a newer one (protocol rule 18)."""

from threading import Lock


class RequestNumbers:
    """Counts on from the highest number in the store. Safe to use from several threads."""

    def __init__(self, last: int) -> None:
        self._last = last
        self._lock = Lock()

    def take(self) -> int:
        """The number of a request that begins now."""
        with self._lock:
            self._last += 1
            return self._last
