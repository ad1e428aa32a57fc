"""How fast upstream is asked: as it allows, and slower each time that it refuses."""

import logging
from collections.abc import Callable
from typing import Final, TypeVar

from refund_gui.errors import ReadRefused

log = logging.getLogger(__name__)

T = TypeVar("T")

Wait = Callable[[float], object]
"""Waits so many seconds, or until the load is cancelled."""

LONGEST: Final = 600.0
"""Seconds that upstream's own Retry-After is honoured for; a longer one is asked about again then."""

_FIRST, _SLOWEST = 1.0, 60.0
"""Seconds after a refusal that names no time; doubled by each further one."""

MOST_REFUSALS: Final = 8
"""In a row; then the load fails, and is tried again by its timer."""

_BREATHS: Final = (0.0, 0.25, 0.5, 1.0, 2.0, 4.0)
"""Seconds between requests. A refusal moves one step on, every twenty answers one step back."""

_ANSWERS: Final = 20


class Cancelled(Exception):
    """The load was cancelled. Not an error: it ends the load where it is."""


class Pacing:
    """Asks until there is an answer. A 429 or 5xx waits and goes on, anything else is the caller's."""

    def __init__(self, wait: Wait, is_cancelled: Callable[[], bool]) -> None:
        self._wait = wait
        self._is_cancelled = is_cancelled
        self._breath = 0
        self._answers = 0

    def ask(self, question: Callable[[], T], told: Callable[[float], None]) -> T:
        """The answer. `told`: called with the seconds of each wait that a refusal makes.

        Raises UpstreamError, or Cancelled instead of asking.
        """
        if _BREATHS[self._breath]:
            self._wait(_BREATHS[self._breath])
        refusals = 0
        while not self._is_cancelled():
            try:
                answer = question()
            except ReadRefused as error:
                refusals += 1
                if not error.is_passing or refusals == MOST_REFUSALS:
                    raise
                told(seconds := self._slow_down(error, refusals))
                self._wait(seconds)
            else:
                self._speed_up()
                return answer
        raise Cancelled

    def _slow_down(self, error: ReadRefused, refusals: int) -> float:
        """Seconds to wait."""
        seconds = error.retry_after
        if seconds is None:
            seconds = min(_FIRST * 2 ** (refusals - 1), _SLOWEST)
        seconds = min(seconds, LONGEST)
        log.info("upstream refused with HTTP %d: waiting %.0f s", error.http_status, seconds)
        self._breath = min(self._breath + 1, len(_BREATHS) - 1)
        self._answers = 0
        return seconds

    def _speed_up(self) -> None:
        self._answers += 1
        if self._answers >= _ANSWERS:
            self._breath, self._answers = max(0, self._breath - 1), 0
