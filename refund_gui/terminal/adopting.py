"""Tagged entries without a record here: made by a lost store or at another counter (protocol rule 10)."""

import logging
import uuid
from collections.abc import Callable

from refund_gui.clock import Clock
from refund_gui.domain.payment import Cancellation, Payment
from refund_gui.domain.payout import BusinessDay, payout_due
from refund_gui.domain.refund import Base, Origin, Refund, RefundState
from refund_gui.domain.rules import refund_rules
from refund_gui.domain.verdict import Ground
from refund_gui.errors import NotAllowed
from refund_gui.store import Store

log = logging.getLogger(__name__)


class Adoption:
    """Writes down refunds that were found upstream."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        is_business_day: BusinessDay,
        new_id: Callable[[], str] = lambda: uuid.uuid4().hex,
    ) -> None:
        self._store = store
        self._clock = clock
        self._is_business_day = is_business_day
        self._new_id = new_id

    def adopt(self, payment: Payment, known: frozenset[str]) -> bool:
        """Record the tagged entries whose tags are not `known`; whether there were any. Raises StoreError."""
        found = False
        for place, entry in enumerate(payment.cancellations):
            if entry.tag and entry.tag not in known:
                known |= {entry.tag}
                refund = self._found(payment, entry, entry.tag, payment.cancellations[:place])
                try:
                    self._store.refunds.add(refund, who="", detail=Ground.OUR_TAG.value)
                    found = True
                except NotAllowed as error:  # a record that nobody can keep stops no refund
                    log.warning("an entry of %s is not adopted: %s", payment.imp_uid, error)
        return found

    def _found(
        self, payment: Payment, entry: Cancellation, tag: str, before: tuple[Cancellation, ...]
    ) -> Refund:
        refunded = sum((earlier.amount for earlier in before), start=payment.amount - payment.amount)
        payout = refund_rules(payment, entry.cancelled_at).payout
        return Refund(
            refund_id=self._new_id(),
            imp_uid=payment.imp_uid,
            tag=tag,
            amount=entry.amount,
            checksum=payment.amount - refunded,
            is_whole=not before and entry.amount == payment.amount,
            base=Base(refunded, tuple(earlier.key for earlier in before)),
            reason=entry.reason.partition("]")[2].strip(),
            payout=payout,
            payout_due=payout_due(payout, payment.pg_provider, entry.cancelled_at, self._is_business_day),
            origin=Origin.FOUND_UPSTREAM,
            state=RefundState.SUCCEEDED,
            created_at=entry.cancelled_at,
            updated_at=self._clock.now(),
            cancellation_id=entry.key,
        )
