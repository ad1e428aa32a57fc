"""Upstream's record decides what became of a refund. This reads and never posts (protocol rule 16)."""

import logging
from collections.abc import Iterable
from dataclasses import replace
from threading import Lock

from refund_gui.clock import Clock
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import OPEN_STATES, Cause, Move, Outcome, Refund, RefundState
from refund_gui.domain.schedule import DAY, RETRY, is_over
from refund_gui.domain.verdict import Ground, Verdict, entry_moved, late_entry
from refund_gui.errors import AnswerNotSaved, UpstreamError
from refund_gui.failpoints import Failpoint, Point, no_failpoint
from refund_gui.portone.gateway import Gateway
from refund_gui.store import Store
from refund_gui.store.plans import Plan
from refund_gui.terminal.adopting import Adoption
from refund_gui.terminal.invariants import Invariants
from refund_gui.terminal.moving import Moves
from refund_gui.terminal.unsaved import Answered, UnsavedAnswers
from refund_gui.terminal.watching import Watches

log = logging.getLogger(__name__)

ROUND = 20
"""The most payments of one round."""

SLOW = 2.0
"""Seconds after which a reading that failed ends its round."""


class Reconciler:
    """Reads single payments and moves their refunds along."""

    def __init__(
        self,
        store: Store,
        gateway: Gateway,
        clock: Clock,
        watches: Watches,
        unsaved: UnsavedAnswers,
        invariants: Invariants,
        adoption: Adoption,
        moves: Moves,
        failpoint: Failpoint = no_failpoint,
    ) -> None:
        self._store = store
        self._gateway = gateway
        self._clock = clock
        self._watches = watches
        self._unsaved = unsaved
        self._invariants = invariants
        self._adoption = adoption
        self._moves = moves
        self._failpoint = failpoint
        self._failed_after = 0.0
        self._are_watched = False
        self._lock = Lock()  # two readings of one payment are applied one after the other

    def recover(self) -> None:
        """At start, before anything else: the spool is replayed, what was sent is Checking (rules 4, 15).

        Raises StoreError. No network is touched, and the time it takes does not grow with what is open.
        """
        self._unsaved.replay()
        for refund in self._store.refunds.in_state(RefundState.SENDING):
            if not self._unsaved.is_waiting(refund.refund_id):
                self._interrupt(refund)
        self._watch(frozenset({RefundState.PREPARED}))

    def _interrupt(self, refund: Refund) -> None:
        """The program ended while this was being sent (rule 4). A disk that is full now takes it later."""
        now = self._clock.now()
        detail = Ground.INTERRUPTED.value
        move = Move(RefundState.SENDING, RefundState.UNKNOWN, Cause.START, now, detail=detail)
        last = self._store.refunds.attempts(refund.refund_id)[-1]
        ended = None
        if last.outcome is None:
            ended = replace(last, outcome=Outcome.INTERRUPTED, ended_at=now)
        try:
            self._unsaved.save(Answered(refund.refund_id, ended, move))
        except AnswerNotSaved:
            log.error("refund %s is Checking, which cannot be saved yet", refund.refund_id)
        else:
            self._failpoint(Point.AFTER_INTERRUPTED)
            self._watches.start(refund.refund_id, refund.imp_uid, from_before=True)

    def watch_open(self) -> None:
        """After the start: whatever is open from before is read at once (rules 4, 16). Raises StoreError.

        Only the first call does something.
        """
        if not self._are_watched:
            self._watch(OPEN_STATES - {RefundState.PREPARED, RefundState.SENDING})
            self._are_watched = True

    def _watch(self, states: frozenset[RefundState]) -> None:
        for refund in self._store.overview.open_refunds(states):
            if self._watches.get(refund.refund_id) is None:
                self._watches.start(refund.refund_id, refund.imp_uid, from_before=True)

    def read(self, imp_uid: str) -> Payment:
        """One fresh reading: saved, its tagged entries adopted, its refunds moved along (rules 2, 10, 16).

        Raises UpstreamError (nothing has changed then) or StoreError.
        """
        was_soon = self._watches.reading(imp_uid)
        began = self._clock.monotonic()
        try:
            payment = self._gateway.payment(imp_uid)
        except UpstreamError:
            if was_soon:
                self._watches.read_soon(imp_uid, RETRY)
            raise
        self._failpoint(Point.AFTER_READING)
        with self._lock:
            self._store.payments.save((payment,))
            stored = self._store.payments.get(imp_uid)
            if stored is not None and stored.request_no != payment.request_no:
                return stored  # a newer reading has overtaken this one (rule 18)
            self._failpoint(Point.AFTER_RECORD)
            refunds = self._store.refunds.of_payment(imp_uid)
            for refund in refunds:
                self._moves.apply(refund, payment, began)
            self._adoption.adopt(payment, frozenset(refund.tag for refund in refunds))
            if refunds:
                self._store.plans.was_read(imp_uid, self._clock.now())
                self._invariants.look(payment)
        return payment

    def read_due(self) -> tuple[str, ...]:
        """Read payments that are due, at most `ROUND`. Returns those that were read; the rest comes later.

        What was sent last comes first, also what was sent while this round reads. A line that does not answer
        ends the round.
        """
        now = self._clock.now()
        plans = self._store.plans.due(now, ROUND)
        tried: dict[str, bool] = {}
        while len(tried) < ROUND:
            due = [*self._watches.due(), *(plan.imp_uid for plan in plans)]
            imp_uid = next((one for one in due if one not in tried), None)
            if imp_uid is None:
                break
            tried[imp_uid] = self._try_to_read(imp_uid, now)
            if not tried[imp_uid] and self._clock.monotonic() - self._failed_after > SLOW:
                break
        for plan in plans:
            if plan.imp_uid in tried:
                self._end_plan(plan, now, tried[plan.imp_uid])
        return tuple(imp_uid for imp_uid, was_read in tried.items() if was_read)

    def _try_to_read(self, imp_uid: str, now: int) -> bool:
        self._failed_after = self._clock.monotonic()
        try:
            self.read(imp_uid)
        except UpstreamError as error:
            log.info("reading %s failed: %s", imp_uid, type(error).__name__)
            self._store.plans.was_not_read(imp_uid, now)
            return False
        return True

    def _end_plan(self, plan: Plan, now: int, was_read: bool) -> None:
        """The last planned reading is past; one that fails gets a day more."""
        over = is_over(plan.since, now if was_read else now - DAY)
        if over and not self._watches.is_quiet_time(plan.refund_id):
            with self._lock:
                self._moves.give_to_person(plan.refund_id)
            self._store.plans.end(plan.refund_id, now)

    def take_listed(self, payments: Iterable[Payment]) -> None:
        """Rows of a list, saved already: adopt what is tagged, and read singly what a list cannot prove.

        Rows prove no absence (rule 6). Raises StoreError.
        """
        listed = {payment.imp_uid: payment for payment in payments}
        known: dict[str, list[Refund]] = {}
        for refund in self._store.refunds.of_payments(tuple(listed)):
            known.setdefault(refund.imp_uid, []).append(refund)
        for imp_uid, payment in listed.items():
            refunds = known.get(imp_uid, [])
            if any(entry.tag for entry in payment.cancellations):
                self._adoption.adopt(payment, frozenset(refund.tag for refund in refunds))
            if any(_is_worth_reading(refund, payment) for refund in refunds):
                self._watches.read_soon(imp_uid)

    def read_if_older(self, payment: Payment) -> None:
        """A record that came with an answer: when a newer one without it is stored, read again (rule 18)."""
        stored = self._store.payments.get(payment.imp_uid)
        if stored is not None and stored.request_no != payment.request_no:
            self._watches.read_soon(payment.imp_uid)

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
        """A person ends a review with a reason; `entry_key` names the upstream entry that is this refund.

        Raises NotAllowed when it is no longer in review, or when another refund has that entry.
        """
        with self._lock:
            refund = self.stored(refund_id)
            payment = self._store.payments.get(refund.imp_uid)
            entries = payment.cancellations if payment else ()
            entry = next((one for one in entries if entry_key and one.key == entry_key), None)
            verdict = Verdict(state, Ground.DECIDED, entry)
            move = self._moves.move_of(refund, verdict, Cause.PERSON, payment, who)
            move = replace(move, old=RefundState.NEEDS_REVIEW, detail=reason, cancellation_id=entry_key)
            refund = self._store.refunds.move(refund_id, move)
        if not refund.is_open:
            self._watches.stop(refund_id)
        return refund

    def left_unsent(self) -> tuple[str, ...]:
        """Refunds that were confirmed before the start and not sent: read, then given up (rule 4)."""
        prepared = self._store.overview.open_refunds(frozenset({RefundState.PREPARED}))
        return tuple(one.refund_id for one in prepared if self._watches.get(one.refund_id) is not None)

    def stored(self, refund_id: str) -> Refund:
        """The refund as it stands. Raises NotAllowed when the store does not hold it."""
        return self._store.refunds.stored(refund_id)


def _is_worth_reading(refund: Refund, payment: Payment) -> bool:
    """Whether a listed row says something about this refund that a single reading should confirm."""
    if refund.state in {RefundState.SUCCEEDED, RefundState.REVERSED}:
        return (entry_moved(refund, payment) or late_entry(refund, payment)) is not None
    return any(entry.tag == refund.tag for entry in payment.cancellations)
