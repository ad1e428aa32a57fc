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
    AFTER_UNAUTHORIZED = "after_unauthorized"  # the 401 is saved, the second attempt is not yet
    BEFORE_SPOOLED = "before_spooled"  # the database did not take the answer
    AFTER_SPOOLED = "after_spooled"
    AFTER_REPLAYED = "after_replayed"  # a spooled answer is in the database, and in the spool still
    AFTER_SAVED = "after_saved"
    AFTER_INTERRUPTED = "after_interrupted"  # at start: what was being sent is Checking
    AFTER_READING = "after_reading"  # a record has come, nothing of it is saved
    AFTER_RECORD = "after_record"  # the record is saved, no refund has moved yet
    AFTER_VERDICT = "after_verdict"  # a refund has moved


Failpoint = Callable[[Point], None]


def no_failpoint(point: Point) -> None:
    """Passes every point."""
