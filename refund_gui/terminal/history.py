"""All refunds and attempts, from the store alone: readable without a network."""

from dataclasses import dataclass

from refund_gui.clock import Clock
from refund_gui.domain.listing import HistoryFilter, HistoryRow, PageKey
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Event, Refund, RefundAttempt, RefundState
from refund_gui.domain.verdict import Ground
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

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def page(self, filter_: HistoryFilter, after: PageKey | None, limit: int) -> tuple[HistoryRow, ...]:
        """The rows that follow `after`, newest first."""
        return self._store.refunds.page(filter_, after, limit)

    def count(self, filter_: HistoryFilter) -> int:
        return self._store.refunds.count(filter_)

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
        return RefundDetail(
            refund,
            self._store.payments.get(refund.imp_uid),
            self._store.refunds.attempts(refund_id),
            self._store.refunds.events(refund_id),
        )
