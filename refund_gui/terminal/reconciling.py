"""Upstream's record decides what became of a refund. This reads and never posts (protocol rule 16)."""

import logging
import uuid
from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from refund_gui.clock import Clock
from refund_gui.domain.payment import Cancellation, Payment
from refund_gui.domain.refund import (
    Base,
    Cause,
    Move,
    Origin,
    Outcome,
    Refund,
    RefundState,
)
from refund_gui.domain.verdict import Ground, Verdict, judge_reading
from refund_gui.errors import NotAllowed, UpstreamError
from refund_gui.portone.gateway import Gateway
from refund_gui.store import Store
from refund_gui.terminal.watching import Watches

log = logging.getLogger(__name__)


class Reconciler:
    """Reads single payments and moves their refunds along."""

    def __init__(
        self,
        store: Store,
        gateway: Gateway,
        clock: Clock,
        watches: Watches,
        new_id: Callable[[], str] = lambda: uuid.uuid4().hex,
    ) -> None:
        self._store = store
        self._gateway = gateway
        self._clock = clock
        self._watches = watches
        self._new_id = new_id
        self._lock = Lock()  # two readings of one payment are applied one after the other

    def recover(self) -> tuple[Refund, ...]:
        """At start, before anything else (rule 4): what was being sent is Checking; what is open is watched.

        Returns the open refunds. Raises StoreError. No network is touched.
        """
        for refund in self._store.refunds.unfinished():
            if refund.state is RefundState.SENDING:
                self._interrupt(refund)
            self._watches.start(refund.refund_id, refund.imp_uid, from_before=True)
        return self._store.refunds.unfinished()

    def _interrupt(self, refund: Refund) -> None:
        """The program ended while this was being sent (rule 4)."""
        now = self._clock.now()
        move = Move(
            RefundState.SENDING,
            RefundState.UNKNOWN,
            Cause.START,
            now,
            detail=Ground.INTERRUPTED.value,
        )
        last = self._store.refunds.attempts(refund.refund_id)[-1]
        if last.outcome is None:
            self._store.refunds.end_attempt(
                replace(last, outcome=Outcome.INTERRUPTED, ended_at=now), move, None
            )
        else:
            self._store.refunds.move(refund.refund_id, move)

    def read(self, imp_uid: str) -> Payment:
        """One fresh reading: saved, its tagged entries adopted, its refunds moved along (rules 2, 10, 16).

        Raises UpstreamError (nothing has changed then) or StoreError.
        """
        self._watches.reading(imp_uid)
        began = self._clock.monotonic()
        payment = self._gateway.payment(imp_uid)
        with self._lock:
            self._store.payments.save((payment,))
            for refund in self._store.refunds.of_payment(imp_uid):
                self._apply(refund, payment, began)
            self._adopt(payment)
        return payment

    def read_due(self) -> tuple[str, ...]:
        """Read every payment that is due. Returns those that were read; the rest is tried again later."""
        done = []
        for imp_uid in self._watches.due():
            try:
                self.read(imp_uid)
            except UpstreamError as error:
                log.info("reading %s failed: %s", imp_uid, type(error).__name__)
            else:
                done.append(imp_uid)
        return tuple(done)

    def check(self, refund_id: str) -> Refund:
        """Read this refund's payment now. Raises UpstreamError, StoreError or NotAllowed."""
        self.read(self.stored(refund_id).imp_uid)
        return self.stored(refund_id)

    def settles_at(self, refund_id: str) -> int | None:
        """Unix seconds until which the customer must not be paid another way; None: nothing is awaited."""
        watch = self._watches.get(refund_id)
        if watch is None:
            return None
        now = self._clock.monotonic()
        return self._clock.now() + max(0, round(watch.settles_at(now) - now))

    def decide(
        self, refund_id: str, state: RefundState, reason: str, who: str, entry_key: str = ""
    ) -> Refund:
        """A person ends a review with a reason, and with upstream's entry where one is this refund.

        Raises NotAllowed when it is no longer in review, or when another refund has that entry.
        """
        move = Move(
            RefundState.NEEDS_REVIEW,
            state,
            Cause.PERSON,
            self._clock.now(),
            who,
            reason,
            entry_key,
        )
        refund = self._store.refunds.move(refund_id, move)
        if not refund.is_open:
            self._watches.stop(refund_id)
        return refund

    def stored(self, refund_id: str) -> Refund:
        """The refund as it stands. Raises NotAllowed when the store does not hold it."""
        refund = self._store.refunds.get(refund_id)
        if refund is None:
            raise NotAllowed(f"refund {refund_id} is not stored")
        return refund

    def _apply(self, refund: Refund, payment: Payment, began: float) -> None:
        watch = self._watches.get(refund.refund_id)
        if refund.is_open and (watch is None or began < watch.began):
            return  # a dialog is at work on it, or the reading is older than the end of its attempt
        settled = watch is not None and watch.is_settled(began)
        verdict = judge_reading(refund, self._store.refunds.attempts(refund.refund_id), payment, settled)
        if verdict is None:
            self._watches.good_read(refund.refund_id, began)
            return
        self._move(refund, verdict)

    def _move(self, refund: Refund, verdict: Verdict) -> None:
        move = Move(
            refund.state,
            verdict.state,
            Cause.READ,
            self._clock.now(),
            detail=verdict.ground.value,
            cancellation_id=verdict.entry.key if verdict.entry else "",
        )
        try:
            moved = self._store.refunds.move(refund.refund_id, move)
        except NotAllowed as error:
            log.info("refund %s: %s", refund.refund_id, error)
            if verdict.entry:  # another refund may have that entry already: then a person must look
                self._move(refund, Verdict(RefundState.NEEDS_REVIEW, verdict.ground))
            return
        if not moved.is_open:
            self._watches.stop(refund.refund_id)

    def _adopt(self, payment: Payment) -> None:
        """A tagged entry without a record here was made by a lost store or another counter (rule 10)."""
        known = self._store.refunds.tags(payment.imp_uid)
        for place, entry in enumerate(payment.cancellations):
            if entry.tag and entry.tag not in known:
                known |= {entry.tag}
                found = self._found(payment, entry, entry.tag, payment.cancellations[:place])
                try:
                    self._store.refunds.add(found, who="", detail=Ground.OUR_TAG.value)
                except NotAllowed as error:  # a record that nobody can keep stops no refund
                    log.warning("an entry of %s is not adopted: %s", payment.imp_uid, error)

    def _found(
        self,
        payment: Payment,
        entry: Cancellation,
        tag: str,
        before: tuple[Cancellation, ...],
    ) -> Refund:
        base = Base(
            sum(
                (earlier.amount for earlier in before),
                start=payment.amount - payment.amount,
            ),
            tuple(earlier.key for earlier in before),
        )
        checksum = payment.amount - base.cancel_amount
        return Refund(
            refund_id=self._new_id(),
            imp_uid=payment.imp_uid,
            tag=tag,
            amount=entry.amount,
            checksum=checksum,
            is_whole=not before and entry.amount == payment.amount,
            base=base,
            reason=entry.reason.partition("]")[2].strip(),
            origin=Origin.FOUND_UPSTREAM,
            state=RefundState.SUCCEEDED,
            created_at=entry.cancelled_at,
            updated_at=self._clock.now(),
            cancellation_id=entry.key,
        )
