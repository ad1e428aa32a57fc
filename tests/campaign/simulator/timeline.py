"""Virtual time: what happens when, and what happens while somebody waits for an answer."""

import heapq
from collections.abc import Callable
from itertools import count

Act = Callable[[], None]


class Timeline:
    """Events in their order. `now` in unix seconds; it moves only here."""

    def __init__(self, now: float) -> None:
        self.now = now
        self._events: list[tuple[float, int, Act]] = []
        self._numbers = count()
        self._is_waiting = False

    def __len__(self) -> int:
        return len(self._events)

    def later(self, seconds: float, act: Act) -> None:
        """Let this happen so many seconds from now."""
        heapq.heappush(self._events, (self.now + seconds, next(self._numbers), act))

    def run_next(self) -> None:
        """Let the next event happen, at its time."""
        moment, _, act = heapq.heappop(self._events)
        self.now = max(self.now, moment)
        act()

    def wait(self, seconds: float) -> None:
        """Somebody waits so long for an answer: what is due meanwhile happens, one level deep."""
        until = self.now + seconds
        if not self._is_waiting:
            self._is_waiting = True
            try:
                while self._events and self._events[0][0] <= until:
                    self.run_next()
            finally:
                self._is_waiting = False
        self.now = max(self.now, until)

    def skip(self, seconds: float) -> None:
        """Time passes in which nothing happens."""
        self.now += seconds

    def clear(self) -> None:
        """Nothing of what was to happen will."""
        self._events.clear()
