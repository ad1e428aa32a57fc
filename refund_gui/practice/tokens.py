"""Access tokens: 30 minutes of life, and upstream's rules for asking again (`api-v1 §1`)."""

from dataclasses import dataclass
from random import Random

LIFE = 30 * 60
EXTENSION = 5 * 60
NEARLY_OVER = 60


@dataclass(frozen=True)
class Token:
    """An access token; `expired_at` in unix seconds."""

    text: str
    expired_at: int


class Tokens:
    """The one token of the shop: kept while it lives, lengthened in its last minute, replaced afterwards."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._token = Token("", 0)

    def issue(self, now: int) -> Token:
        left = self._token.expired_at - now
        if left <= 0:
            self._token = Token(f"{self._random.getrandbits(160):040x}", now + LIFE)
        elif left <= NEARLY_OVER:
            self._token = Token(self._token.text, self._token.expired_at + EXTENSION)
        return self._token

    def valid(self, text: str, now: int) -> bool:
        return text == self._token.text and now < self._token.expired_at

    def revoke(self) -> None:
        """Make the token that is out invalid at once."""
        self._token = Token("", 0)
