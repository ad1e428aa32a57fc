"""The tag that finds a refund again in upstream's history (protocol rule 10).

Six characters of Crockford base32: five from 25 random bits, the first of them a letter, and a check
character (the sum of position times value, positions 1 to 5, modulo 32). It stands first in the reason:
`[R7K2QF] 고객 변심`. Unique within one payment, and matched only there.
"""

import re
from collections.abc import Callable, Collection
from random import SystemRandom
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_random_bits: Final = SystemRandom().getrandbits  # as in `secrets`, which brings OpenSSL (2 ms of a start)
_TAGGED: Final = re.compile(rf"\s*\[([{ALPHABET}]{{6}})\]")


def check_character(five: str) -> str:
    """The sixth character for the first five."""
    return ALPHABET[sum(place * ALPHABET.index(c) for place, c in enumerate(five, 1)) % 32]


def is_valid(tag: str) -> bool:
    """Whether the text is a tag that this program could have made."""
    return (
        len(tag) == 6
        and all(c in ALPHABET for c in tag)
        and tag[0].isalpha()
        and check_character(tag[:5]) == tag[5]
    )


def new_tag(taken: Collection[str], random_bits: Callable[[int], int] = _random_bits) -> str:
    """A tag that this payment's history and refunds do not hold yet."""
    while True:
        bits = random_bits(25)
        five = "".join(ALPHABET[(bits >> shift) & 31] for shift in (20, 15, 10, 5, 0))
        tag = five + check_character(five)
        if is_valid(tag) and tag not in taken:
            return tag


def tagged(tag: str, reason: str) -> str:
    """The reason as it is sent."""
    return f"[{tag}] {reason}"


def tag_of(reason: str) -> str | None:
    """The valid tag at the start of a reason that came back, or None."""
    match = _TAGGED.match(reason)
    return match.group(1) if match and is_valid(match.group(1)) else None
