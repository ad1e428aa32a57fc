"""The access token and its life (api-v1 §1)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

from refund_gui.clock import Clock
from refund_gui.credentials import ApiKeys
from refund_gui.errors import KeysMissing

MARGIN: Final = 30.0
"""Seconds before its end from which a token is asked for again; upstream prolongs it in its last minute."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A token as upstream gives it; `life` in seconds and `now` in unix seconds, by upstream's own clock."""

    text: str = field(repr=False)
    life: int
    now: int


class Tokens:
    """The token of the keys in use, asked for when there is none alive. Safe to use from several threads.

    Asking happens outside of the lock: upstream gives everyone who asks the same token.
    """

    def __init__(self, keys: ApiKeys | None, clock: Clock, issue: Callable[[ApiKeys], Issued]) -> None:
        self._keys = keys
        self._clock = clock
        self._issue = issue
        self._lock = Lock()
        self._text = ""
        self._ends = 0.0
        self._seen = (0, 0, 0.0)
        """Upstream's clock, and both of this computer's, when the last token came."""

    def use(self, keys: ApiKeys | None) -> None:
        """Go on with these keys; the token of the ones before is forgotten."""
        with self._lock:
            self._keys = keys
            self._text = ""

    def live(self) -> str:
        """A token that has still some life. Raises UpstreamError."""
        with self._lock:
            if self._text and self._clock.monotonic() < self._ends - MARGIN:
                return self._text
        return self.fresh()

    def fresh(self) -> str:
        """A token asked for now. Raises KeysMissing, KeysRefused or another UpstreamError."""
        with self._lock:
            keys = self._keys
        if keys is None:
            raise KeysMissing
        asked_at = self._clock.monotonic()
        issued = self._issue(keys)
        with self._lock:
            if self._keys is keys:
                self._text, self._ends = issued.text, asked_at + issued.life
                self._seen = (issued.now, self._clock.now(), self._clock.monotonic())
        return issued.text

    def now(self) -> int:
        """Upstream's clock: the last token's, and what has passed since. Raises as `fresh` does.

        Never ahead: of this computer's clocks one may stand still while it sleeps, one may be set.
        """
        self.live()
        with self._lock:
            then, wall, monotonic = self._seen
        passed = min(self._clock.now() - wall, int(self._clock.monotonic() - monotonic))
        return then + max(0, passed)

    def drop(self, text: str) -> None:
        """Forget a token that upstream refused, unless another has taken its place."""
        with self._lock:
            if self._text == text:
                self._text = ""
