"""All refunds and attempts, from the store alone: readable without a network."""

from dataclasses import dataclass

from refund_gui.clock import Clock
from refund_gui.domain.listing import PageKey
from refund_gui.domain.money import Money, zero
from refund_gui.domain.outside import OutsideRefund, gone, gone_before
from refund_gui.domain.payment import Cancellation, EntryOrigin, Payment
from refund_gui.domain.refund import Event, Refund, RefundAttempt, RefundState
from refund_gui.domain.refund_listing import HistoryChoices, HistoryFilter, HistoryRow, HistoryTotals
from refund_gui.domain.verdict import Ground
from refund_gui.errors import NotAllowed
from refund_gui.store import Store
from refund_gui.terminal.order_detail import order_detail


@dataclass(frozen=True, slots=True)
class RefundDetail:
    """One refund with its proof: each attempt with upstream's answer, and each change of state."""

    refund: Refund
    payment: Payment | None
    attempts: tuple[RefundAttempt, ...]
    events: tuple[Event, ...]
    refundable: Money | None
    """What is left here, less what went back although upstream does not show it; None without a payment."""
    gone: Money
    """What had gone back in this way already when the refund was confirmed (`outside.gone_before`)."""

    @property
    def refundable_before(self) -> Money:
        """What could be refunded here when this refund was confirmed, as its dialog said."""
        return self.refund.checksum - self.gone


@dataclass(frozen=True, slots=True)
class EntryDetail:
    """An entry upstream that was made elsewhere, with its payment."""

    payment: Payment
    entry: Cancellation
    made_in: EntryOrigin
    seen_at: int
    """When this program saw it appear; 0 when it was there at the payment's first reading."""
    is_present: bool


@dataclass(frozen=True, slots=True)
class NoteDetail:
    """A note of what was refunded outside, with its payment."""

    payment: Payment
    note: OutsideRefund


class History:
    """Reads for the history page. Raises StoreError."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def page(self, filter_: HistoryFilter, after: PageKey | None, limit: int) -> tuple[HistoryRow, ...]:
        """The rows that follow `after`, newest first."""
        return self._store.refunds.page(filter_, after, limit)

    def totals(self, filter_: HistoryFilter) -> HistoryTotals:
        """What all rows come to."""
        return self._store.refunds.totals(filter_)

    def choices(self) -> HistoryChoices:
        """What the rows can be narrowed down to."""
        return self._store.refunds.choices()

    def confirm_payout(self, refund_id: str, who: str) -> RefundDetail:
        """A person notes that the customer has the money: no V1 read can tell (protocol: payout).

        Raises NotAllowed for a refund that is not paid out later, or that has not succeeded.
        """
        refund = self._store.refunds.stored(refund_id)
        if refund.state is not RefundState.SUCCEEDED or refund.payout_due is None:
            raise NotAllowed(f"refund {refund_id} has no payout to confirm")
        self._store.refunds.note(refund_id, self._clock.now(), who, Ground.PAYOUT_CONFIRMED.value)
        return self.detail(refund_id)

    def detail(self, refund_id: str) -> RefundDetail:
        """One refund. Raises NotAllowed when the store does not hold it."""
        refund = self._store.refunds.stored(refund_id)
        payment = self._store.payments.get(refund.imp_uid)
        its = self._store.refunds.of_payment(refund.imp_uid)
        notes = self._store.outside.of_payment(refund.imp_uid)
        return RefundDetail(
            refund,
            payment,
            self._store.refunds.attempts(refund_id),
            self._store.refunds.events(refund_id),
            payment.balance - gone(payment, its, notes) if payment else None,
            gone_before(refund, payment, its, notes) if payment else zero(refund.amount.currency),
        )

    def entry(self, imp_uid: str, entry_key: str) -> EntryDetail:
        """One entry made elsewhere. Raises NotAllowed when the store does not hold it."""
        order = order_detail(self._store, imp_uid)
        for line in order.timeline:
            if line.cancellation is not None and line.cancellation.key == entry_key:
                return EntryDetail(
                    order.payment, line.cancellation, line.made_in, line.seen_at, line.is_present
                )
        raise NotAllowed(f"entry {entry_key} of {imp_uid} is not stored")

    def note(self, imp_uid: str, note_id: str) -> NoteDetail:
        """One note. Raises NotAllowed when the store does not hold it."""
        payment = self._store.payments.get(imp_uid)
        for note in self._store.outside.of_payment(imp_uid):
            if note.note_id == note_id and payment is not None:
                return NoteDetail(payment, note)
        raise NotAllowed(f"note {note_id} of {imp_uid} is not stored")
