"""A payment whose records do not fit together takes no refund until somebody has looked."""

import logging
from threading import Lock

from refund_gui.domain.invariants import Breach, breaches
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Refund
from refund_gui.errors import PaymentBlocked
from refund_gui.store import Store

log = logging.getLogger(__name__)


class Invariants:
    """Looks, logs and blocks; never stops anything but refunds of that payment. Safe in several threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._broken: dict[str, Breach] = {}

    def blocked(self) -> tuple[str, ...]:
        """imp_uids of the payments that are blocked."""
        with self._lock:
            return tuple(self._broken)

    def sweep(self) -> None:
        """At start: look at every payment whose sums do not add up. Raises StoreError."""
        for payment in filter(None, map(self._store.payments.get, self._store.overview.suspects())):
            self.look(payment)

    def look(self, payment: Payment) -> tuple[Refund, ...]:
        """Check what is stored of this payment; returns its refunds. Raises StoreError."""
        refunds = self._store.refunds.of_payment(payment.imp_uid)
        attempts = self._store.refunds.attempts(*(refund.refund_id for refund in refunds))
        found = breaches(payment, refunds, attempts)
        for breach in found:
            self.block(payment.imp_uid, breach)
        if not found:
            self._unblock(payment.imp_uid)
        return refunds

    def demand(self, payment: Payment) -> tuple[Refund, ...]:
        """Before a refund of this payment; returns those before it. Raises PaymentBlocked or StoreError."""
        refunds = self.look(payment)
        with self._lock:
            breach = self._broken.get(payment.imp_uid)
        if breach is not None:
            raise PaymentBlocked(payment.imp_uid, breach)
        return refunds

    def _unblock(self, imp_uid: str) -> None:
        """What was read since fits again. Only a new start forgets what was nearly sent unwritten."""
        with self._lock:
            if self._broken.get(imp_uid, Breach.SENT_UNWRITTEN) is not Breach.SENT_UNWRITTEN:
                del self._broken[imp_uid]
                log.warning("payment %s is not blocked any more", imp_uid)

    def block(self, imp_uid: str, breach: Breach) -> None:
        """Until its records fit again. Logged once."""
        with self._lock:
            is_new = imp_uid not in self._broken
            self._broken.setdefault(imp_uid, breach)
        if is_new:
            log.error("payment %s is blocked: %s", imp_uid, breach)
