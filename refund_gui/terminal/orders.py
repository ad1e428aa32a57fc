"""The orders list and one order in detail, from the store alone."""

from dataclasses import dataclass

from refund_gui.domain.listing import OrderFilter, OrderRow, PageKey
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Cancellation, Change, EntryChange, EntryOrigin, Payment
from refund_gui.domain.refund import Refund, RefundState
from refund_gui.errors import NotAllowed
from refund_gui.store import Store


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of a payment's timeline, oldest first. `at` in unix seconds.

    An entry of upstream's history, or a refund made here that upstream's history does not show.
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


@dataclass(frozen=True, slots=True)
class OrderDetail:
    """One payment with its refunds (newest first) and its timeline (oldest first)."""

    payment: Payment
    refunds: tuple[Refund, ...]
    timeline: tuple[TimelineEntry, ...]

    @property
    def open_refund(self) -> Refund | None:
        """The refund that has not ended, if there is one (protocol rule 11)."""
        return next((refund for refund in self.refunds if refund.is_open), None)


class Orders:
    """Reads for the orders page. Raises StoreError."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, filter_: OrderFilter, after: PageKey | None, limit: int) -> tuple[OrderRow, ...]:
        """The rows that follow `after`, newest first."""
        return self._store.payments.page(filter_, after, limit)

    def count(self, filter_: OrderFilter) -> int:
        return self._store.payments.count(filter_)

    def methods(self) -> tuple[str, ...]:
        """The pay methods that the store holds, for the filter."""
        return self._store.payments.methods()

    def detail(self, imp_uid: str) -> OrderDetail:
        """One payment. Raises NotAllowed when the store does not hold it."""
        payment = self._store.payments.get(imp_uid)
        if payment is None:
            raise NotAllowed(f"payment {imp_uid} is not stored")
        refunds = self._store.refunds.of_payment(imp_uid)
        vanished = self._store.payments.vanished(imp_uid)
        changes = self._store.payments.changes(imp_uid)
        return OrderDetail(payment, refunds, timeline(payment, refunds, vanished, changes))


def timeline(
    payment: Payment,
    refunds: tuple[Refund, ...],
    vanished: tuple[Cancellation, ...] = (),
    changes: tuple[EntryChange, ...] = (),
) -> tuple[TimelineEntry, ...]:
    """Upstream's history and the refunds made here, as one story."""
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
    return tuple(sorted(entries, key=lambda entry: entry.at))
