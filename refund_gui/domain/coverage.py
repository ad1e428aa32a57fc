"""Which stretches of upstream's time were read, and which are left; upstream lists by time (api-v1 §3).

Pure: `terminal/syncing.py` reads along it, `store/coverage.py` keeps it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, both ends included; unix seconds by upstream's clock. It is never empty."""

    since: int
    until: int

    @property
    def seconds(self) -> int:
        return self.until - self.since


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every payment that upstream shows otherwise than the store has its final time in an unread span, or
    after `until`, or was changed no longer before `until` than the overlap of `ask`."""

    since: int
    """How far back anything was ever asked for."""
    until: int
    """Upstream's clock when the newest span was asked for."""
    unread: tuple[Span, ...]
    """Newest first; they never touch."""

    @property
    def newest(self) -> Span | None:
        """What is read next, None when everything is read."""
        return self.unread[0] if self.unread else None

    @property
    def seconds_left(self) -> int:
        """How much time is unread."""
        return sum(span.seconds for span in self.unread)

    def ask(self, since: int, now: int, overlap: int) -> "Coverage":
        """What has to be read for everything from `since` until `now`, and what was unread before.

        A clock that was ahead costs nothing: the overlap counts from the earlier moment.
        """
        asked = [*self.unread, Span(min(self.until, now) - overlap, now)]
        if since < self.since:
            asked.append(Span(since, self.since))
        return Coverage(min(since, self.since), now, _apart(asked))

    def read_down_to(self, since: int) -> "Coverage":
        """The newest span was read from its end down to `since`, which stays the end of what is left."""
        newest, *older = self.unread
        left = [Span(newest.since, since)] if since > newest.since else []
        return replace(self, unread=(*left, *older))


def new_coverage(since: int, now: int) -> Coverage:
    """Nothing was read yet."""
    return Coverage(since, now, (Span(since, now),))


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans that touch are one."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: span.until, reverse=True):
        if joined and span.until >= joined[-1].since:
            joined[-1] = Span(min(span.since, joined[-1].since), joined[-1].until)
        else:
            joined.append(span)
    return tuple(joined)
