"""The access token and its life (api-v1 §1)."""

from dataclasses import dataclass, field
from typing import Final

from refund_gui.clock import Clock

MARGIN: Final = 30.0
"""Seconds before its end from which a token is asked for again; upstream then prolongs it."""


@dataclass(frozen=True, slots=True)
class Token:
    """`ends` on the monotonic clock: life is `expired_at − now`, so the PC's wall clock does not matter."""

    text: str = field(repr=False)
    ends: float

    def is_alive(self, clock: Clock) -> bool:
        return clock.monotonic() < self.ends - MARGIN


def token_for(text: str, expired_at: int, now: int, clock: Clock) -> Token:
    """A token as upstream issued it, times in its unix seconds."""
    return Token(text, clock.monotonic() + (expired_at - now))
