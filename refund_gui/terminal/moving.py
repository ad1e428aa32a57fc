"""Moves refunds along by what a reading proves (`domain/verdict.py`)."""

import logging

from refund_gui.clock import Clock
from refund_gui.domain.payment import Cancellation, Payment
from refund_gui.domain.payout import BusinessDay, is_overdue, payout_due
from refund_gui.domain.refund import Cause, Move, Refund, RefundState
from refund_gui.domain.verdict import Ground, Verdict, entry_moved, judge_reading, late_entry
from refund_gui.errors import NotAllowed
from refund_gui.failpoints import Failpoint, Point
from refund_gui.store import Store
from refund_gui.terminal.watching import WATCHED, Watches

log = logging.getLogger(__name__)


class Moves:
    """One refund and one reading at a time: the caller sees to that."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        watches: Watches,
        is_business_day: BusinessDay,
        failpoint: Failpoint,
    ) -> None:
        self._store = store
        self._clock = clock
        self._watches = watches
        self._is_business_day = is_business_day
        self._failpoint = failpoint

    def apply(self, refund: Refund, payment: Payment, began: float) -> None:
        """A single reading of its payment that began then (monotonic seconds). Raises StoreError."""
        if refund.state in {RefundState.SUCCEEDED, RefundState.REVERSED}:
            self._apply_entry(refund, payment, began)
            return
        watch = self._watches.get(refund.refund_id)
        if refund.is_open and (watch is None or began < watch.began):
            if watch is None and refund.state in WATCHED:  # from before the start: believed from now on
                self._watches.start(refund.refund_id, refund.imp_uid, from_before=True)
            return  # a dialog is at work on it, or the reading is older than the end of its attempt
        settled = watch is not None and watch.is_settled(began)
        attempts = self._store.refunds.attempts(refund.refund_id)
        verdict = judge_reading(refund, attempts, payment, settled, self._is_overdue(refund, payment))
        if verdict is None:
            self._watches.good_read(refund.refund_id, began)
        else:
            self._move(refund, verdict, payment)

    def give_to_person(self, refund_id: str) -> None:
        """90 days of reading did not decide it (rule 16)."""
        refund = self._store.refunds.get(refund_id)
        if refund is not None and refund.state in {RefundState.UNKNOWN, RefundState.ACCEPTED}:
            self._move(refund, Verdict(RefundState.NEEDS_REVIEW, Ground.SCHEDULE_OVER), None)

    def move_of(
        self,
        refund: Refund,
        verdict: Verdict,
        cause: Cause,
        payment: Payment | None,
        who: str = "",
        message: str | None = None,
    ) -> Move:
        """The move that a verdict asks for, with the day on which the PG should pay it out."""
        now, entry = self._clock.now(), verdict.entry
        due = None
        if verdict.state in {RefundState.SUCCEEDED, RefundState.ACCEPTED}:
            recorded = entry.cancelled_at if entry and entry.cancelled_at else now
            pg_provider = payment.pg_provider if payment else ""
            due = payout_due(refund.payout, pg_provider, recorded, self._is_business_day)
        return Move(
            refund.state,
            verdict.state,
            cause,
            now,
            who,
            verdict.ground.value,
            entry.key if entry else "",
            message,
            due,
        )

    def _is_overdue(self, refund: Refund, payment: Payment) -> bool:
        return refund.state is RefundState.ACCEPTED and is_overdue(
            refund.updated_at, self._clock.now(), payment.pg_provider, self._is_business_day
        )

    def _apply_entry(self, refund: Refund, payment: Payment, began: float) -> None:
        """Two readings must agree that an entry is gone, or back (protocol: states)."""
        entry = late_entry(refund, payment)
        if entry is not None:
            self._take(refund, entry)
            return
        verdict = entry_moved(refund, payment)
        if verdict is None:
            self._watches.trust(refund.refund_id)
        elif self._watches.doubt(refund.refund_id, refund.imp_uid, began):
            self._move(refund, verdict, payment)

    def _take(self, refund: Refund, entry: Cancellation) -> None:
        """A person knew of it before upstream did: with its entry it counts once."""
        try:
            self._store.refunds.set_entry(
                refund.refund_id, entry.key, self._clock.now(), Ground.OUR_TAG.value
            )
        except NotAllowed as error:  # a person gave that entry to another refund
            log.info("refund %s: %s", refund.refund_id, error)

    def _move(self, refund: Refund, verdict: Verdict, payment: Payment | None) -> None:
        move = self.move_of(refund, verdict, Cause.READ, payment)
        try:
            moved = self._store.refunds.move(refund.refund_id, move)
        except NotAllowed as error:
            log.info("refund %s: %s", refund.refund_id, error)
            if verdict.entry:  # another refund may have that entry already: then a person must look
                self._move(refund, Verdict(RefundState.NEEDS_REVIEW, verdict.ground), payment)
            return
        if not moved.is_open:
            self._watches.stop(refund.refund_id)
        self._failpoint(Point.AFTER_VERDICT)
