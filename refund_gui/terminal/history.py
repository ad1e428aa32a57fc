"""All refunds and attempts, from the store alone: readable without a network."""

from dataclasses import dataclass

from refund_gui.domain.listing import HistoryFilter, HistoryRow, PageKey
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Event, Refund, RefundAttempt
from refund_gui.errors import NotAllowed
from refund_gui.store import Store


@dataclass(frozen=True, slots=True)
class RefundDetail:
    """One refund with its proof: each attempt with upstream's answer, and each change of state."""

    refund: Refund
    payment: Payment | None
    attempts: tuple[RefundAttempt, ...]
    events: tuple[Event, ...]


class History:
    """Reads for the history page. Raises StoreError."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, filter_: HistoryFilter, after: PageKey | None, limit: int) -> tuple[HistoryRow, ...]:
        """The rows that follow `after`, newest first."""
        return self._store.refunds.page(filter_, after, limit)

    def count(self, filter_: HistoryFilter) -> int:
        return self._store.refunds.count(filter_)

    def confirm_payout(self, refund_id: str, who: str) -> RefundDetail:
        """A person notes that the customer has the money. Raises NotAllowed where no payout is due."""
        raise NotAllowed(f"refund {refund_id}: payouts cannot be noted yet, {who or 'nobody'} asked")

    def detail(self, refund_id: str) -> RefundDetail:
        """One refund. Raises NotAllowed when the store does not hold it."""
        refund = self._store.refunds.get(refund_id)
        if refund is None:
            raise NotAllowed(f"refund {refund_id} is not stored")
        return RefundDetail(
            refund,
            self._store.payments.get(refund.imp_uid),
            self._store.refunds.attempts(refund_id),
            self._store.refunds.events(refund_id),
        )
