"""Refunds, their attempts and their events (protocol: records). Their states are in `states`."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.states import ENDED_WITHOUT_SUCCESS as ENDED_WITHOUT_SUCCESS
from refund_gui.domain.states import FIRST_STATES as FIRST_STATES
from refund_gui.domain.states import OPEN_STATES as OPEN_STATES
from refund_gui.domain.states import TRANSITIONS as TRANSITIONS
from refund_gui.domain.states import Cause as Cause
from refund_gui.domain.states import Origin as Origin
from refund_gui.domain.states import Outcome as Outcome
from refund_gui.domain.states import RefundState as RefundState
from refund_gui.domain.states import is_allowed as is_allowed
from refund_gui.domain.tag import tagged


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
class TaxParts:
    """What of a refund is tax-free, and what is VAT; None: it is not sent (api-v1 §2)."""

    tax_free: Money | None = None
    vat: Money | None = None


NO_PARTS: Final = TaxParts()


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
    tax: TaxParts = NO_PARTS
    tax_free_total: Money | None = None
    """How much of the whole order is tax-free, as the shop said it with this refund; stays here."""
    escrow_confirmed: bool = False
    """The buyer had confirmed the purchase of an escrow payment, as the shop said; it is sent."""

    @property
    def sent_reason(self) -> str:
        """The reason with its tag, as it travels."""
        return tagged(self.tag, self.reason)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


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
    tax: TaxParts = NO_PARTS
    escrow_confirmed: bool = False


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
