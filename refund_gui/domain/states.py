"""Where payments and refunds may stand, and the one transition table (protocol: states)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class DisplayStatus(StrEnum):
    """What the shop sees. Upstream's `status` says `cancelled` after the first part (api-v1 §2.1)."""

    AWAITING_PAYMENT = "awaiting_payment"
    PAID = "paid"
    PARTLY_REFUNDED = "partly_refunded"
    FULLY_REFUNDED = "fully_refunded"
    CLOSED = "closed"  # ended without ever being paid
    FAILED = "failed"
    OTHER = "other"  # a status that upstream added later


class EntryOrigin(StrEnum):
    """Where an entry of upstream's history was made, as far as the entry tells."""

    HERE = "here"  # a refund of this store has it
    OTHER_TERMINAL = "other_terminal"  # it has the tag of another counter or of a lost store (rule 10)
    CONSOLE = "console"  # PortOne's console writes a reason of its own (api-v1 §4)
    ELSEWHERE = "elsewhere"


class RefundState(StrEnum):
    """Where a refund stands. Words for people: `ui/words.py`."""

    PREPARED = "prepared"
    SENDING = "sending"
    UNKNOWN = "unknown"
    ACCEPTED = "accepted"
    NEEDS_REVIEW = "needs_review"
    SUCCEEDED = "succeeded"
    REVERSED = "reversed"
    REJECTED = "rejected"
    NOT_EXECUTED = "not_executed"
    STALE = "stale"
    CANCELLED = "cancelled"


class Elsewhere(StrEnum):
    """Where an entry of upstream's history stands that belongs to no refund of this store."""

    REFUNDED = "refunded_elsewhere"
    REVERSED = "reversed_elsewhere"  # upstream shows it no longer


class Outside(StrEnum):
    """Where a note of what was refunded outside stands (`domain/outside.py`)."""

    NOTED = "refunded_outside"
    TAKEN_BACK = "outside_taken_back"


class OutsideWay(StrEnum):
    """How the customer got money that went back outside."""

    CASH = "cash"
    TRANSFER = "transfer"
    PG_CONSOLE = "pg_console"  # PortOne does not learn of it (api-v1 §2.6)
    OTHER = "other"


HistoryState = RefundState | Elsewhere | Outside
"""What the history shows of a line."""

HISTORY_STATES: Final = (*RefundState, *Elsewhere, *Outside)


class Cause(StrEnum):
    """What moves a refund."""

    CONFIRM = "confirm"  # a person confirmed: the record is made
    SEND = "send"  # about to open the socket
    ANSWER = "answer"  # the send has ended
    START = "start"  # the program started again
    READ = "read"  # upstream's record was read
    PERSON = "person"  # a person decided


_S = RefundState

TRANSITIONS: Final[Mapping[tuple[RefundState, RefundState], frozenset[Cause]]] = {
    (_S.PREPARED, _S.SENDING): frozenset({Cause.SEND}),
    (_S.PREPARED, _S.CANCELLED): frozenset({Cause.PERSON, Cause.READ}),
    (_S.PREPARED, _S.SUCCEEDED): frozenset({Cause.READ}),
    (_S.PREPARED, _S.ACCEPTED): frozenset({Cause.READ}),
    (_S.PREPARED, _S.STALE): frozenset({Cause.READ}),
    (_S.SENDING, _S.SUCCEEDED): frozenset({Cause.ANSWER}),
    (_S.SENDING, _S.ACCEPTED): frozenset({Cause.ANSWER}),
    (_S.SENDING, _S.PREPARED): frozenset({Cause.ANSWER}),
    (_S.SENDING, _S.UNKNOWN): frozenset({Cause.ANSWER, Cause.START}),
    (_S.SENDING, _S.NEEDS_REVIEW): frozenset({Cause.ANSWER}),
    (_S.UNKNOWN, _S.SUCCEEDED): frozenset({Cause.READ}),
    (_S.UNKNOWN, _S.ACCEPTED): frozenset({Cause.READ}),
    (_S.UNKNOWN, _S.REJECTED): frozenset({Cause.READ}),
    (_S.UNKNOWN, _S.NOT_EXECUTED): frozenset({Cause.READ}),
    (_S.UNKNOWN, _S.STALE): frozenset({Cause.READ}),
    (_S.UNKNOWN, _S.NEEDS_REVIEW): frozenset({Cause.READ}),
    (_S.ACCEPTED, _S.SUCCEEDED): frozenset({Cause.READ}),
    (_S.ACCEPTED, _S.NEEDS_REVIEW): frozenset({Cause.READ}),
    (_S.NEEDS_REVIEW, _S.SUCCEEDED): frozenset({Cause.PERSON, Cause.READ}),
    (_S.NEEDS_REVIEW, _S.ACCEPTED): frozenset({Cause.PERSON, Cause.READ}),
    (_S.NEEDS_REVIEW, _S.NOT_EXECUTED): frozenset({Cause.PERSON}),
    (_S.NOT_EXECUTED, _S.SUCCEEDED): frozenset({Cause.READ}),
    (_S.NOT_EXECUTED, _S.ACCEPTED): frozenset({Cause.READ}),
    (_S.STALE, _S.SUCCEEDED): frozenset({Cause.READ}),
    (_S.STALE, _S.ACCEPTED): frozenset({Cause.READ}),
    (_S.REJECTED, _S.SUCCEEDED): frozenset({Cause.READ}),
    (_S.REJECTED, _S.ACCEPTED): frozenset({Cause.READ}),
    (_S.CANCELLED, _S.SUCCEEDED): frozenset({Cause.READ}),
    (_S.CANCELLED, _S.ACCEPTED): frozenset({Cause.READ}),
    (_S.SUCCEEDED, _S.REVERSED): frozenset({Cause.READ}),
    (_S.REVERSED, _S.SUCCEEDED): frozenset({Cause.READ}),
}
"""Every move that a refund can make, and what may cause it. The store's triggers are made from this."""

FIRST_STATES: Final = frozenset({_S.PREPARED, _S.SUCCEEDED})
"""How a record may begin: confirmed here, or found upstream with a tag but without a record (rule 10)."""

OPEN_STATES: Final = frozenset({_S.PREPARED, _S.SENDING, _S.ACCEPTED, _S.UNKNOWN, _S.NEEDS_REVIEW})
"""While one of these stands, its payment takes no other refund (rule 11)."""

ENDED_WITHOUT_SUCCESS: Final = (_S.NOT_EXECUTED, _S.REJECTED, _S.STALE, _S.CANCELLED)
"""Whoever leaves one of these was told too early that nothing had been done: the operator is told."""


def is_allowed(old: RefundState, new: RefundState, cause: Cause) -> bool:
    """Whether the table has this move for this cause."""
    return cause in TRANSITIONS.get((old, new), frozenset())


class Origin(StrEnum):
    """Where a refund's record comes from."""

    HERE = "here"
    FOUND_UPSTREAM = "found_upstream"  # tagged upstream, without a record here: adopted (rule 10)


class Outcome(StrEnum):
    """How one attempt ended."""

    DONE = "done"  # HTTP 200, code 0
    REFUSED = "refused"  # HTTP 200, code other than 0
    UNAUTHORIZED = "unauthorized"  # 401 in JSON: nothing was done (rule 7)
    UNSENT = "unsent"  # proven unsent (rule 5)
    LOST = "lost"  # anything else: not known
    INTERRUPTED = "interrupted"  # the program ended in between: not known
