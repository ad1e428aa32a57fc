"""Money that went back in another way: over the counter, by transfer, in a PG's own console.

For what cannot be refunded here (a phone payment after its month …). Upstream's record knows nothing of it,
so a person notes it: the daily close adds up, and it cannot be refunded here once more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from refund_gui.clock import in_korea
from refund_gui.domain.money import Money, zero
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Refund, RefundState
from refund_gui.domain.request import AboveBalance, WrongCurrency
from refund_gui.domain.rules import RefundRules
from refund_gui.domain.states import OutsideWay as OutsideWay
from refund_gui.domain.verdict import entry_of, unrecorded
from refund_gui.errors import InvalidInput


class DayToCome(InvalidInput):
    """The day is after today."""


class DayBeforePayment(InvalidInput):
    """The day is before the payment's own, `day`."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


@dataclass(frozen=True, slots=True)
class OutsideRefund:
    """One note. It never changes: a wrong one is taken back, and stays readable. Times in unix seconds."""

    note_id: str
    imp_uid: str
    amount: Money
    refunded_at: int
    """The day's midnight in Korea, where only the day is known."""
    way: OutsideWay
    note: str
    operator: str
    noted_at: int
    withdrawn_at: int = 0
    """When it was taken back; 0: it stands."""
    withdrawn_by: str = ""

    @property
    def stands(self) -> bool:
        return not self.withdrawn_at


def standing(notes: Iterable[OutsideRefund]) -> tuple[OutsideRefund, ...]:
    """Those that were not taken back."""
    return tuple(note for note in notes if note.stands)


def gone(payment: Payment, refunds: Sequence[Refund], notes: Iterable[OutsideRefund]) -> Money:
    """What went back although upstream's record does not show it: as a person found out, or noted.

    Never more than is left there: upstream may show some of it by now.
    """
    found = (refund.amount for refund in unrecorded(refunds, payment))
    noted = (note.amount for note in standing(notes))
    whole = sum((*found, *noted), start=zero(payment.currency))
    return min(whole, payment.balance)


def gone_before(
    refund: Refund, payment: Payment, refunds: Sequence[Refund], notes: Iterable[OutsideRefund]
) -> Money:
    """What was gone in this way already when the refund was confirmed; a note that was taken back never was.

    `payment` as it is now: what upstream has shown since is known by the refund's base.
    """
    known = set(refund.base.entries)
    found = (
        earlier.amount
        for earlier in refunds
        if earlier.state is RefundState.SUCCEEDED
        and earlier.created_at < refund.created_at
        and earlier.updated_at <= refund.created_at  # what upstream executed late nobody knew of
        and earlier.cancellation_id not in known  # by now upstream may have given it an id
        and not ((entry := entry_of(earlier, payment)) and entry.key in known)
    )
    noted = (note.amount for note in standing(notes) if note.noted_at <= refund.created_at)
    before = sum((*found, *noted), start=zero(payment.currency))
    return min(before, refund.checksum - refund.amount)


def may_note(payment: Payment, rules: RefundRules, was_refused: bool) -> bool:
    """Whether money may have to go back in another way: something is left, and here it does not go.

    What goes by itself in the morning is waited for.
    """
    return (
        payment.was_paid
        and rules.refundable.minor > 0
        and ((rules.obstacle is not None and rules.possible_at is None) or was_refused)
    )


def check_outside_amount(amount: Money, payment: Payment, refundable: Money) -> None:
    """`refundable`: what is left. Raises WrongCurrency or AboveBalance."""
    if amount.currency != payment.currency:
        raise WrongCurrency
    if refundable < amount:
        raise AboveBalance(refundable)


def check_outside_day(day: date, payment: Payment, now: int) -> None:
    """`now` in unix seconds. Raises DayToCome or DayBeforePayment."""
    if day > in_korea(now).date():
        raise DayToCome
    paid_on = in_korea(payment.ordered_at).date()
    if day < paid_on:
        raise DayBeforePayment(paid_on)
