"""When a refund that has not succeeded is read again, in days and weeks (protocol rule 16).

The first two minutes go by the monotonic clock (`terminal/watching.py`). From five minutes on it is wall
time, which outlives a restart: due when now is past it, or before the moment when it was planned (rule 6).
"""

from typing import Final

_MINUTE, _HOUR, DAY = 60, 3_600, 86_400

OFFSETS: Final = (
    5 * _MINUTE,
    _HOUR,
    *(day * DAY for day in range(1, 15)),
    *(day * DAY for day in range(21, 90, 7)),
    90 * DAY,
)
"""Seconds after the end of the last attempt."""

RETRY: Final = 5 * _MINUTE
"""Seconds after which a reading that failed is tried again: only a good one counts as the planned one."""

NEVER: Final = 2**62
"""The due moment of a plan that is over."""


def next_reading(since: int, now: int) -> int:
    """Unix seconds of the next planned reading after `now`; NEVER after day 90.

    `since`: when the last attempt ended. A clock that was set back beyond it begins anew.
    """
    age = max(0, now - since)
    return next((now - age + offset for offset in OFFSETS if offset > age), NEVER)


def is_over(since: int, now: int) -> bool:
    """Whether the last planned reading is past: a person decides what is still open (rule 16)."""
    return now - since >= OFFSETS[-1]
