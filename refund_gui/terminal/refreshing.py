"""When the list is loaded again by itself: soon while orders change, later when idle or offline."""

from typing import Final

from refund_gui.clock import Clock

SOON: Final = 30.0
"""Seconds after a load that brought something, or that a person has asked for."""

IDLE: Final = 300.0
"""Seconds at most between loads that bring nothing; each one doubles the wait."""

OFFLINE: Final = 900.0
"""Seconds at most between loads that fail."""


class Refreshing:
    """The next load's moment, on the monotonic clock. None is due before the first load has ended."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ended: float | None = None
        self._wait = SOON

    def is_due(self) -> bool:
        """Whether it is time to load."""
        return self._ended is not None and self._clock.monotonic() - self._ended >= self._wait

    def loaded(self, changed: int) -> None:
        """A load has ended; so many payments were new or different."""
        self._end(SOON if changed or self._ended is None else min(self._wait * 2, IDLE))

    def failed(self) -> None:
        """A load has failed."""
        self._end(min(self._wait * 2, OFFLINE))

    def looked_at(self) -> None:
        """Somebody is at the counter again: what they see is not old."""
        self._wait = SOON

    def _end(self, wait: float) -> None:
        self._ended = self._clock.monotonic()
        self._wait = wait
