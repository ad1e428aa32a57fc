"""One order in detail: its payment, its refunds, and both as one story."""

from dataclasses import dataclass

from refund_gui.domain.money import Money
from refund_gui.domain.outside import OutsideRefund, gone
from refund_gui.domain.payment import Cancellation, Change, EntryChange, EntryOrigin, Payment
from refund_gui.domain.refund import Refund, RefundState
from refund_gui.errors import NotAllowed
from refund_gui.store import Store


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of a payment's timeline, oldest first. `at` in unix seconds.

    An entry of upstream's history, a refund made here that it does not show, or a note of money that went
    back outside.
    """

    at: int
    amount: Money
    reason: str
    cancellation: Cancellation | None
    refund: Refund | None
    """The refund made here, if it is one; None marks an entry made elsewhere."""
    made_in: EntryOrigin = EntryOrigin.HERE
    seen_at: int = 0
    """When this program saw it appear; 0 when it was there at the payment's first reading."""
    is_present: bool = True
    """False for an entry that upstream shows no longer."""
    outside: OutsideRefund | None = None


@dataclass(frozen=True, slots=True)
class OrderDetail:
    """One payment with its refunds (newest first) and its timeline (oldest first)."""

    payment: Payment
    refunds: tuple[Refund, ...]
    timeline: tuple[TimelineEntry, ...]
    gone: Money
    """What went back although upstream's record does not show it (`domain/outside.py`)."""

    @property
    def open_refund(self) -> Refund | None:
        """The refund that has not ended, if there is one (protocol rule 11)."""
        return next((refund for refund in self.refunds if refund.is_open), None)


def order_detail(store: Store, imp_uid: str) -> OrderDetail:
    """See `Orders.detail`."""
    payment = store.payments.get(imp_uid)
    if payment is None:
        raise NotAllowed(f"payment {imp_uid} is not stored")
    refunds = store.refunds.of_payment(imp_uid)
    vanished = store.payments.vanished(imp_uid)
    changes = store.payments.changes(imp_uid)
    notes = store.outside.of_payment(imp_uid)
    told = timeline(payment, refunds, vanished, changes, notes)
    return OrderDetail(payment, refunds, told, gone(payment, refunds, notes))


def timeline(
    payment: Payment,
    refunds: tuple[Refund, ...],
    vanished: tuple[Cancellation, ...] = (),
    changes: tuple[EntryChange, ...] = (),
    notes: tuple[OutsideRefund, ...] = (),
) -> tuple[TimelineEntry, ...]:
    """Upstream's history, the refunds made here and what was noted as refunded outside, as one story."""
    made = {refund.cancellation_id: refund for refund in refunds if refund.cancellation_id}
    tagged = {refund.tag: refund for refund in refunds if refund.state is RefundState.SUCCEEDED}
    seen = {change.entry_key: change.at for change in changes if change.change is Change.APPEARED}
    shown_entries = [(entry, True) for entry in payment.cancellations]
    entries = [
        TimelineEntry(
            entry.cancelled_at,
            entry.amount,
            entry.reason,
            entry,
            refund := made.get(entry.key) or tagged.get(entry.tag or ""),
            entry.made_in(refund is not None),
            seen.get(entry.key, 0),
            is_present,
        )
        for entry, is_present in [*shown_entries, *((entry, False) for entry in vanished)]
    ]
    shown = {entry.refund.refund_id for entry in entries if entry.refund}
    entries += [
        TimelineEntry(refund.created_at, refund.amount, refund.reason, None, refund)
        for refund in refunds
        if refund.refund_id not in shown and refund.state is not RefundState.CANCELLED
    ]
    entries += [
        TimelineEntry(note.refunded_at, note.amount, note.note, None, None, outside=note) for note in notes
    ]
    return tuple(sorted(entries, key=lambda entry: entry.at))
