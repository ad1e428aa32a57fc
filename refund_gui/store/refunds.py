"""Refunds, their attempts and their events: written ahead, moved only along the table, never deleted."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import peewee as pw

from refund_gui.domain.listing import PageKey
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import (
    ENDED_WITHOUT_SUCCESS,
    OPEN_STATES,
    Cause,
    Event,
    Move,
    Origin,
    Outcome,
    Refund,
    RefundAttempt,
    RefundState,
    is_allowed,
)
from refund_gui.domain.refund_listing import HistoryChoices, HistoryFilter, HistoryRow, HistoryTotals
from refund_gui.errors import NotAllowed, RefundIsOpen
from refund_gui.store import history, plans
from refund_gui.store.database import Database
from refund_gui.store.payments import save_within
from refund_gui.store.refund_rows import (
    attempt_of,
    event_of,
    outcome_columns,
    refund_of,
    refund_row,
    tax_columns,
)
from refund_gui.store.tables import WHOLE, Attempts, Events, Refunds

_FIRST_CAUSES = {
    (RefundState.PREPARED, Origin.HERE): Cause.CONFIRM,
    (RefundState.SUCCEEDED, Origin.FOUND_UPSTREAM): Cause.READ,
}
"""How a record begins, and what that is called."""


class RefundRecords:
    """The stored refunds. Every method may be called in any thread; each write is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, refund: Refund, who: str, detail: str = "") -> None:
        """Record what a person confirmed, or what was found upstream with a tag (protocol rule 10).

        Raises RefundIsOpen while the payment has a refund that has not ended (rule 11), and NotAllowed for
        another beginning, or a tag or an upstream entry that a refund of this payment has already.
        """
        cause = _FIRST_CAUSES.get((refund.state, refund.origin))
        if cause is None:
            raise NotAllowed(f"no refund begins {refund.state} with origin {refund.origin}")
        try:
            with self._writing():
                self._database.insert(Refunds, refund_row(refund))
                move = Move(refund.state, refund.state, cause, refund.created_at, who, detail)
                self._add_event(refund.refund_id, None, move)
        except NotAllowed as error:
            if refund.is_open and self.open_of(refund.imp_uid) is not None:
                raise RefundIsOpen(refund.imp_uid) from error
            raise

    def begin_attempt(self, refund_id: str, amount: Money | None, at: int, who: str) -> RefundAttempt:
        """Commit that the refund is about to be sent (protocol rule 1): the socket opens only after this.

        `amount` is what will be sent, None when it is omitted (rule 12); `at` in unix seconds. From PREPARED
        the refund moves to SENDING; after a 401 it stays there (rule 7). Raises NotAllowed otherwise: every
        attempt before must have proved that nothing was done.
        """
        with self._writing():
            refund = self.stored(refund_id)
            earlier = self.attempts(refund_id)
            if refund.state is RefundState.PREPARED:
                self._apply(refund_id, Move(RefundState.PREPARED, RefundState.SENDING, Cause.SEND, at, who))
            elif not (earlier and earlier[-1].outcome is Outcome.UNAUTHORIZED):
                raise NotAllowed(f"a refund that is {refund.state} takes no attempt")
            attempt = RefundAttempt(
                attempt_id=0,
                refund_id=refund_id,
                number=len(earlier) + 1,
                checksum=refund.checksum,
                amount=amount,
                started_at=at,
                tax=refund.tax,
                escrow_confirmed=refund.escrow_confirmed,
            )
            columns = {
                "refund_id": refund_id,
                "number": attempt.number,
                "checksum": attempt.checksum.minor,
                "amount": amount.minor if amount else None,
                "started_at": at,
                **tax_columns(refund.tax),
                "escrow_confirmed": refund.escrow_confirmed,
            }
            plans.begin_within(self._database, refund_id, refund.imp_uid, at)
            return replace(attempt, attempt_id=self._database.insert(Attempts, columns))

    def is_committed(self, attempt: RefundAttempt) -> bool:
        """Whether the attempt is on the disk and has not ended (protocol rule 1)."""
        there = (Attempts.id == attempt.attempt_id) & (Attempts.refund_id == attempt.refund_id)
        waiting = there & (Attempts.checksum == attempt.checksum.minor) & Attempts.outcome.is_null()
        return self._database.first(Attempts.select(Attempts.id).where(waiting)) is not None

    def end_attempt(self, attempt: RefundAttempt, move: Move | None, payment: Payment | None) -> Refund:
        """Record how a send ended, where that moves the refund, and the reading that came with it.

        `attempt` has its outcome filled in; `move` is None when one more attempt follows (rule 7). Raises
        NotAllowed when the attempt has ended before, or for a move as `move` does.
        """
        columns = outcome_columns(attempt)
        with self._writing():
            its = (Attempts.id == attempt.attempt_id) & (Attempts.refund_id == attempt.refund_id)
            unended = its & Attempts.outcome.is_null()
            if not self._database.run(Attempts.update(columns).where(unended)):
                raise NotAllowed(f"attempt {attempt.attempt_id} has ended or does not exist")
            refund = self._settle(attempt.refund_id, move, payment, attempt.ended_at)
            if refund.state is not RefundState.SUCCEEDED:
                plans.begin_within(self._database, refund.refund_id, refund.imp_uid, attempt.ended_at)
            return refund

    def move(self, refund_id: str, move: Move, payment: Payment | None = None) -> Refund:
        """Move a refund, and keep the reading that moved it. Returns the refund as it is then.

        Raises NotAllowed when the refund is not in the state `move.old`, when the table does not have the
        move, or when another refund of the payment has the upstream entry.
        """
        with self._writing():
            return self._settle(refund_id, move, payment, move.at)

    def set_entry(self, refund_id: str, entry_key: str, at: int, detail: str) -> None:
        """A reading gives a refund that succeeded without an entry the one that has come, with an event.

        The state stays. Raises NotAllowed when it has one or another state, or another refund has that entry.
        """
        done = RefundState.SUCCEEDED
        with self._writing():
            there = (
                (Refunds.refund_id == refund_id) & (Refunds.state == done) & (Refunds.cancellation_id == "")
            )
            if not self._database.run(Refunds.update(cancellation_id=entry_key).where(there)):
                raise NotAllowed(f"refund {refund_id} has an entry, or is not {done}")
            self._add_event(refund_id, done, Move(done, done, Cause.READ, at, detail=detail))

    def note(self, refund_id: str, at: int, who: str, detail: str) -> None:
        """Add to the refund's events what changes no state: its old and new state are the same."""
        with self._writing():
            state = self.stored(refund_id).state
            self._add_event(refund_id, state, Move(state, state, Cause.PERSON, at, who, detail))

    def get(self, refund_id: str) -> Refund | None:
        """The refund, or None."""
        return self._first(Refunds.refund_id == refund_id)

    def stored(self, refund_id: str) -> Refund:
        """The refund. Raises NotAllowed when the store does not hold it."""
        refund = self.get(refund_id)
        if refund is None:
            raise NotAllowed(f"refund {refund_id} is not stored")
        return refund

    def open_of(self, imp_uid: str) -> Refund | None:
        """The payment's refund that has not ended: there is at most one (protocol rule 11)."""
        return self._first((Refunds.imp_uid == imp_uid) & Refunds.state.in_(OPEN_STATES))

    def of_payment(self, imp_uid: str) -> tuple[Refund, ...]:
        """The payment's refunds, newest first."""
        return self._refunds(Refunds.imp_uid == imp_uid)[::-1]

    def of_payments(self, imp_uids: Sequence[str]) -> tuple[Refund, ...]:
        """All refunds of these payments (at most some hundreds), oldest first."""
        return self._refunds(Refunds.imp_uid.in_(imp_uids))

    def in_state(self, state: RefundState) -> tuple[Refund, ...]:
        """Every refund in this state, oldest first."""
        return self._refunds(Refunds.state == state)

    def failed_since(self, imp_uid: str, since: int) -> tuple[Refund, ...]:
        """The payment's refunds that were refused or not executed since then, newest first.

        With them those that were stale without ever having got an answer, and those that were told as
        ended before and succeeded since then after all.
        """
        its = Refunds.select(Refunds.refund_id).where(Refunds.imp_uid == imp_uid)
        unanswered = Attempts.select(Attempts.refund_id).where(
            Attempts.refund_id.in_(its), Attempts.outcome.in_((Outcome.LOST, Outcome.INTERRUPTED))
        )
        failed = (
            Events.new.in_((RefundState.NOT_EXECUTED, RefundState.REJECTED))
            | ((Events.new == RefundState.STALE) & Events.refund_id.in_(unanswered))
            | Events.old.in_(ENDED_WITHOUT_SUCCESS)
        )
        told = Events.select(Events.refund_id).where(Events.refund_id.in_(its), failed, Events.at >= since)
        return self._refunds((Refunds.imp_uid == imp_uid) & Refunds.refund_id.in_(told))[::-1]

    def attempts(self, *refund_ids: str) -> tuple[RefundAttempt, ...]:
        """The refund's sends, in order; of several refunds, those of all."""
        query = (
            Attempts.select(Attempts, Refunds.currency)
            .join(Refunds, on=(Refunds.refund_id == Attempts.refund_id))
            .where(Attempts.refund_id.in_(refund_ids))
            .order_by(Attempts.number)
        )
        return tuple(map(attempt_of, self._database.rows(query)))

    def events(self, refund_id: str) -> tuple[Event, ...]:
        """The refund's changes of state, in order."""
        query = Events.select().where(Events.refund_id == refund_id).order_by(Events.id)
        return tuple(map(event_of, self._database.rows(query)))

    def page(self, chosen: HistoryFilter, after: PageKey | None, limit: int) -> tuple[HistoryRow, ...]:
        """The next lines of the history, newest first: refunds, entries that belong to none, and notes."""
        return history.page(self._database, chosen, after, limit)

    def totals(self, chosen: HistoryFilter) -> HistoryTotals:
        """What all lines that the filter leaves come to."""
        return history.totals(self._database, chosen)

    def choices(self) -> HistoryChoices:
        """What the history can be narrowed down to."""
        return history.choices(self._database)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """A write transaction in which a guard's no is NotAllowed."""
        try:
            with self._database.writing():
                yield
        except pw.IntegrityError as error:
            raise NotAllowed(str(error)) from error

    def _settle(self, refund_id: str, move: Move | None, payment: Payment | None, at: int) -> Refund:
        if move is not None:
            self._apply(refund_id, move)
        if payment is not None:
            save_within(self._database, [payment], at)
        return self.stored(refund_id)

    def _apply(self, refund_id: str, move: Move) -> None:
        if not is_allowed(move.old, move.new, move.cause):
            raise NotAllowed(f"no move from {move.old} to {move.new} by {move.cause}")
        columns: dict[str, object] = {"state": move.new, "updated_at": move.at}
        if move.cancellation_id:
            columns["cancellation_id"] = move.cancellation_id
        if move.message is not None:
            columns["message"] = move.message
        if move.payout_due is not None:
            columns["payout_due"] = move.payout_due.isoformat()
        there = (Refunds.refund_id == refund_id) & (Refunds.state == move.old)
        if not self._database.run(Refunds.update(columns).where(there)):
            raise NotAllowed(f"refund {refund_id} is not {move.old}")
        self._add_event(refund_id, move.old, move)
        if move.new is RefundState.SUCCEEDED:
            plans.drop_within(self._database, refund_id)
        elif move.new is RefundState.REVERSED:
            plans.begin_within(self._database, refund_id, self.stored(refund_id).imp_uid, move.at)

    def _add_event(self, refund_id: str, old: RefundState | None, move: Move) -> None:
        columns = {
            "refund_id": refund_id,
            "at": move.at,
            "old": old,
            "new": move.new,
            "cause": move.cause,
            "who": move.who,
            "detail": move.detail,
        }
        self._database.insert(Events, columns)

    def _first(self, condition: pw.Expression) -> Refund | None:
        row = self._database.first(Refunds.select(WHOLE).where(condition))
        return refund_of(row) if row else None

    def _refunds(self, condition: pw.Expression) -> tuple[Refund, ...]:
        query = Refunds.select(WHOLE).where(condition).order_by(Refunds.created_at, Refunds.id)
        return tuple(map(refund_of, self._database.rows(query)))
