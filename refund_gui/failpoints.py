"""Named places where a test may stop, kill or fail the program (protocol: crash points and faults).

Whatever can be interrupted takes a `Failpoint` in its constructor and calls it with one of these names.
In the shop it does nothing.
"""

from collections.abc import Callable
from enum import StrEnum


class Point(StrEnum):
    """The crash points of the protocol's table, in the order in which a refund passes them."""

    BEFORE_PREPARED = "before_prepared"
    AFTER_PREPARED = "after_prepared"
    AFTER_SENDING = "after_sending"
    AFTER_ANSWER = "after_answer"
    AFTER_SAVED = "after_saved"


Failpoint = Callable[[Point], None]


def no_failpoint(point: Point) -> None:
    """Passes every point."""
