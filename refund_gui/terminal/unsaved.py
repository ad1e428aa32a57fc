"""Answers that the database does not take: tried again, and spooled meanwhile (protocol rule 15)."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock
from typing import Any, Final

from refund_gui.clock import Clock
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Cause, Move, Outcome, Refund, RefundAttempt, RefundState, TaxParts
from refund_gui.domain.verdict import Ground
from refund_gui.errors import AnswerNotSaved, NotAllowed, StoreError
from refund_gui.failpoints import Failpoint, Point, no_failpoint
from refund_gui.store import Store

log = logging.getLogger(__name__)

LONGEST: Final = 500
"""Characters of upstream's words that the spool keeps: four answers at once must fit."""


@dataclass(frozen=True, slots=True)
class Answered:
    """How a send ended and where that moves the refund.

    Without `ended` nothing was sent by an attempt that has not ended, if there is one. Without both, what
    happened is not known: whatever is stored as being sent is Checking then.
    """

    refund_id: str
    ended: RefundAttempt | None = None
    move: Move | None = None
    shown: Payment | None = None
    """The reading that came with the answer. Not spooled: it can be read again."""


class UnsavedAnswers:
    """Saves answers, at once or later. `watch` is told every refund that was saved."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        watch: Callable[[Refund], None],
        failpoint: Failpoint = no_failpoint,
    ) -> None:
        self._store = store
        self._clock = clock
        self._watch = watch
        self._failpoint = failpoint
        self._lock = Lock()
        self._waiting: dict[str, Answered] = {}

    def save(self, answered: Answered) -> Refund:
        """Write it down; the refund as it then is. Raises AnswerNotSaved: it is kept and tried again."""
        try:
            refund = self._write(answered)
        except StoreError as error:
            self._failpoint(Point.BEFORE_SPOOLED)
            with self._lock:
                self._waiting[answered.refund_id] = answered
                self._spool()
            self._failpoint(Point.AFTER_SPOOLED)
            raise AnswerNotSaved(answered.refund_id) from error
        self._watch(refund)
        return refund

    def save_again(self) -> tuple[str, ...]:
        """Write down what the disk did not take before; returns the payments' imp_uids.

        Raises StoreError while it still does not take them.
        """
        saved = []
        with self._lock:
            for refund_id, answered in tuple(self._waiting.items()):
                refund = self._write_again(answered)
                self._watch(refund)
                del self._waiting[refund_id]
                saved.append(refund.imp_uid)
            if saved:
                self._failpoint(Point.AFTER_REPLAYED)
                self._spool()
        return tuple(saved)

    def replay(self) -> None:
        """At start: write down what the spool kept, or keep it waiting."""
        try:
            with self._lock:
                for answered in map(_answered_of, self._store.spool.read()):
                    if self._store.refunds.get(answered.refund_id) is None:  # the store is an older copy
                        log.warning("the spool knows refund %s, the store does not", answered.refund_id)
                    else:
                        self._waiting[answered.refund_id] = answered
            self.save_again()
        except StoreError as error:
            log.error("the spool cannot be replayed yet: %s", type(error).__name__)

    @property
    def is_empty(self) -> bool:
        """Whether everything is saved. Never waits: the window asks."""
        return not self._waiting

    def is_waiting(self, refund_id: str) -> bool:
        """Whether an answer to this refund is not saved yet."""
        with self._lock:
            return refund_id in self._waiting

    def demand_room(self) -> None:
        """Before each send: nothing waits, and the spool, which takes the next answer, holds no older one.

        This is also its test write. Raises StoreError.
        """
        self.save_again()
        with self._lock:
            self._write_spool()

    def _write(self, answered: Answered) -> Refund:
        if answered.ended is not None:
            return self._store.refunds.end_attempt(answered.ended, answered.move, answered.shown)
        if answered.move is not None:
            return self._move_only(answered.refund_id, answered.move)
        return self._not_known(answered.refund_id)

    def _move_only(self, refund_id: str, move: Move) -> Refund:
        refund = self._store.refunds.stored(refund_id)
        if refund.state is not move.old:
            return refund
        last = self._store.refunds.attempts(refund_id)[-1]
        if last.outcome is not None:
            return self._store.refunds.move(refund_id, move)
        ended = replace(last, outcome=Outcome.UNSENT, ended_at=move.at, message="not sent")
        return self._store.refunds.end_attempt(ended, move, None)

    def _write_again(self, answered: Answered) -> Refund:
        try:
            return self._write(answered)
        except NotAllowed:  # the write before went through, although it was reported as failed
            log.exception("the answer to refund %s", answered.refund_id)
            return self._not_known(answered.refund_id)

    def _not_known(self, refund_id: str) -> Refund:
        """It was sent and how it ended is not known, unless more was written down before."""
        refund = self._store.refunds.stored(refund_id)
        if refund.state is not RefundState.SENDING:
            return refund
        now = self._clock.now()
        move = Move(refund.state, RefundState.UNKNOWN, Cause.ANSWER, now, detail=Ground.ANSWER_LOST.value)
        last = self._store.refunds.attempts(refund_id)[-1]
        if last.outcome is not None:
            return self._store.refunds.move(refund_id, move)
        ended = replace(last, outcome=Outcome.LOST, ended_at=now, message="not saved")
        return self._store.refunds.end_attempt(ended, move, None)

    def _spool(self) -> None:
        """The caller holds the lock. Without a spool the answers are in memory still."""
        try:
            self._write_spool()
        except StoreError as error:
            log.error("the spool takes no answer: %s", type(error).__name__)

    def _write_spool(self) -> None:
        self._store.spool.write([_entry_of(answered) for answered in self._waiting.values()])


def _entry_of(answered: Answered) -> dict[str, Any]:
    return {
        "refund_id": answered.refund_id,
        "ended": _attempt_entry(answered.ended) if answered.ended else None,
        "move": _move_entry(answered.move) if answered.move else None,
    }


def _attempt_entry(ended: RefundAttempt) -> dict[str, Any]:
    return {
        "attempt_id": ended.attempt_id,
        "number": ended.number,
        "currency": ended.checksum.currency,
        "checksum": ended.checksum.minor,
        "amount": ended.amount.minor if ended.amount else None,
        "started_at": ended.started_at,
        "outcome": ended.outcome,
        "ended_at": ended.ended_at,
        "http_status": ended.http_status,
        "code": ended.code,
        "message": ended.message[:LONGEST],
        "tax_free": ended.tax.tax_free.minor if ended.tax.tax_free else None,
        "vat": ended.tax.vat.minor if ended.tax.vat else None,
        "escrow_confirmed": ended.escrow_confirmed,
    }


def _move_entry(move: Move) -> dict[str, Any]:
    return {
        "old": move.old,
        "new": move.new,
        "cause": move.cause,
        "at": move.at,
        "who": move.who,
        "detail": move.detail,
        "cancellation_id": move.cancellation_id,
        "message": None if move.message is None else move.message[:LONGEST],
        "payout_due": move.payout_due.isoformat() if move.payout_due else None,
    }


def _answered_of(entry: Mapping[str, Any]) -> Answered:
    refund_id, ended, move = entry["refund_id"], entry["ended"], entry["move"]
    return Answered(
        refund_id,
        _attempt_of(refund_id, ended) if ended else None,
        _move_of(move) if move else None,
    )


def _attempt_of(refund_id: str, entry: Mapping[str, Any]) -> RefundAttempt:
    plain = dict(entry)
    currency = plain.pop("currency")
    amount, tax_free, vat = (plain.pop(name, None) for name in ("amount", "tax_free", "vat"))
    return RefundAttempt(
        refund_id=refund_id,
        checksum=Money(plain.pop("checksum"), currency),
        amount=None if amount is None else Money(amount, currency),
        tax=TaxParts(
            None if tax_free is None else Money(tax_free, currency),
            None if vat is None else Money(vat, currency),
        ),
        outcome=Outcome(plain.pop("outcome")),
        **plain,
    )


def _move_of(entry: Mapping[str, Any]) -> Move:
    plain = dict(entry)
    due = plain.pop("payout_due")
    return Move(
        old=RefundState(plain.pop("old")),
        new=RefundState(plain.pop("new")),
        cause=Cause(plain.pop("cause")),
        payout_due=date.fromisoformat(due) if due else None,
        **plain,
    )
