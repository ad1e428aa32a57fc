"""What must never be, in any state that can be reached.

A harm's kind stands before its colon. `surprise`, `checksum`, `write ahead` and `table` are seen at the step
that does them (`upstream.py`, `counter.py`); the others are seen in the state itself.
"""

from collections.abc import Iterator
from enum import StrEnum

from refund_gui.domain.refund import OPEN_STATES, RefundState
from tests.campaign.model.counter import Counter
from tests.campaign.model.state import Entry, Reading, Row, Seen, State, row_of
from tests.campaign.model.upstream import executed, is_ended, may_still_act, shown

_S = RefundState


class Harm(StrEnum):
    """The kinds."""

    DOUBLE = "double"
    SURPRISE = "surprise"
    FALSE_SUCCESS = "false success"
    FALSE_END = "false end"
    LOST = "lost"
    STUCK = "stuck"
    TWO_OPEN = "two open"
    CHECKSUM = "checksum"
    WRITE_AHEAD = "write ahead"
    TABLE = "table"


def harms_in(state: State, counter: Counter) -> Iterator[str]:
    if state.harm:
        yield state.harm
    if len(executed(state)) > 1:
        yield "double: the customer got the money twice"
    if sum(1 for row in state.rows if row.state in OPEN_STATES) > 1:
        yield "two open: the payment has two refunds that have not ended"
    if state.rows:
        yield from _told_wrong(state, counter)
    if state.up and not (state.work or state.reading or state.requests or state.pending):
        yield from _left_behind(state, counter)


def _told_wrong(state: State, counter: Counter) -> Iterator[str]:
    """What the program says now, against what the PG has done."""
    told = sum(1 for row in state.rows if row.state is _S.SUCCEEDED)
    if told > len(executed(state)):
        yield "false success: told as refunded, and the PG has not"
    for row in state.rows:
        if not is_ended(row):
            continue
        number = row.number
        if any(entry.owner == number and not entry.late for entry in state.entries):
            yield f"false end: {number} is {row.state}, and the PG has refunded it"
        if number in state.pending:
            yield f"false end: {number} is {row.state}, and the PG is about to refund it"
        if any(
            request.number == number and not request.late and may_still_act(state, counter.scope, request)
            for request in state.requests
        ):
            yield f"false end: {number} is {row.state}, and its request is under way"


def _left_behind(state: State, counter: Counter) -> Iterator[str]:
    """Once nothing is under way and reading tells nothing new, nothing may be missing or left unknown."""
    if counter.apply(state, Reading(shown(state), settled=True)) != state:
        return
    for row in state.rows:
        if row.state is _S.UNKNOWN or row.state is _S.SENDING:
            yield f"stuck: {row.number} stays {row.state} for ever"
    for entry in executed(state):
        if not _is_known(state, entry):
            yield f"lost: the PG has refunded {entry.owner}, and no refund says so"


def _is_known(state: State, entry: Entry) -> bool:
    row = row_of(state, entry.owner)
    if row is not None and _says(row):
        return True
    if entry.seen is Seen.LISTED and entry.tagged:
        return False
    # Without a tag nobody can tell which of our refunds it was: another one may stand for it. What was done
    # after the quiet time and comes back without its tag cannot be found again by anybody (documented).
    return entry.late or any(_says(other) for other in state.rows)


def _says(row: Row) -> bool:
    return row.state is _S.SUCCEEDED or row.state is _S.NEEDS_REVIEW
