"""Refunds, their attempts, their events, and the one transition table (protocol: records, states)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.tag import tagged


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


class Payout(StrEnum):
    """When the money arrives, which is not the same fact as the refund's state (protocol: payout)."""

    AT_ONCE = "at_once"
    NEXT_BUSINESS_DAY = "next_business_day"
    LATER = "later"  # the PG pays by hand or in weekly batches


@dataclass(frozen=True, slots=True)
class Base:
    """Upstream's history when the refund was confirmed: `cancel_amount` and the entries' keys."""

    cancel_amount: Money
    entries: tuple[str, ...]


def base_of(payment: Payment) -> Base:
    """The base that a refund confirmed on this reading has."""
    return Base(payment.cancel_amount, tuple(entry.key for entry in payment.cancellations))


@dataclass(frozen=True, slots=True)
class RefundAccount:
    """The customer's account, in memory only until the attempt has ended. Never stored, logged or printed."""

    bank_name: str
    bank_code: str
    number: str = field(repr=False)
    holder: str = field(repr=False)
    tel: str = field(default="", repr=False)

    def masked(self) -> "MaskedAccount":
        """What may be stored of it."""
        return MaskedAccount(self.bank_name, self.bank_code, self.number[-4:], self.holder[:1])


@dataclass(frozen=True, slots=True)
class MaskedAccount:
    """Bank, last four digits and the holder's first character: all that is kept."""

    bank_name: str
    bank_code: str
    last_four: str
    holder_initial: str


@dataclass(frozen=True, slots=True)
class Refund:
    """What a person confirmed, with the base it was confirmed on. Times in unix seconds."""

    refund_id: str
    imp_uid: str
    tag: str
    amount: Money
    checksum: Money
    """The balance that the person saw; sent with every attempt, for ever (rule 3)."""
    is_whole: bool
    """A full refund of an untouched payment: `amount` is omitted (rule 12)."""
    base: Base
    reason: str
    note: str = ""
    operator: str = ""
    counter: str = ""
    account: MaskedAccount | None = None
    payout: Payout = Payout.AT_ONCE
    payout_due: date | None = None
    """The Korean business day on which the PG should pay it out; None when the money goes back at once."""
    origin: Origin = Origin.HERE
    state: RefundState = RefundState.PREPARED
    created_at: int = 0
    updated_at: int = 0
    cancellation_id: str = ""
    """The key of upstream's entry, once one was found."""
    message: str = ""
    """Upstream's last words on it, verbatim."""

    @property
    def sent_reason(self) -> str:
        """The reason with its tag, as it travels."""
        return tagged(self.tag, self.reason)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


class Outcome(StrEnum):
    """How one attempt ended."""

    DONE = "done"  # HTTP 200, code 0
    REFUSED = "refused"  # HTTP 200, code other than 0
    UNAUTHORIZED = "unauthorized"  # 401 in JSON: nothing was done (rule 7)
    UNSENT = "unsent"  # proven unsent (rule 5)
    LOST = "lost"  # anything else: not known
    INTERRUPTED = "interrupted"  # the program ended in between: not known


@dataclass(frozen=True, slots=True)
class RefundAttempt:
    """One send, committed before the socket opens. `outcome` and what follows are filled once."""

    attempt_id: int
    refund_id: str
    number: int
    checksum: Money
    amount: Money | None
    """What is sent as `amount`; None when it is omitted."""
    started_at: int
    outcome: Outcome | None = None
    ended_at: int = 0
    http_status: int = 0
    code: int | None = None
    message: str = ""
    """Upstream's words, or what broke; verbatim, without secrets."""


@dataclass(frozen=True, slots=True)
class Event:
    """One change of a refund's state. `old` is None for its first."""

    event_id: int
    refund_id: str
    at: int
    old: RefundState | None
    new: RefundState
    cause: Cause
    who: str
    detail: str


@dataclass(frozen=True, slots=True)
class Move:
    """A change of a refund's state that is about to be saved, with its event. `at` in unix seconds."""

    old: RefundState
    new: RefundState
    cause: Cause
    at: int
    who: str = ""
    detail: str = ""
    cancellation_id: str = ""
    """The key of upstream's entry, when one was found."""
    message: str | None = None
    """Upstream's words, verbatim; None keeps the ones before."""
    payout_due: date | None = None
    """When the PG should pay it out; None keeps what was known before."""
