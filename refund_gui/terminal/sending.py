"""Sends a stored refund and writes down what came of it (protocol rules 1, 3, 5, 7, 8)."""

import logging
from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from refund_gui.clock import Clock
from refund_gui.domain.answer import Answer, Done, Lost, Refused, Unauthorized, Unsent
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import (
    Cause,
    Move,
    Outcome,
    Refund,
    RefundAccount,
    RefundAttempt,
    RefundState,
)
from refund_gui.domain.verdict import Ground, judge_answer
from refund_gui.errors import AnswerNotSaved, KeysRefused, NotAllowed, StoreError, UpstreamError
from refund_gui.failpoints import Failpoint, Point
from refund_gui.portone.gateway import Gateway, PreparedCancel
from refund_gui.store import Store
from refund_gui.terminal.reconciling import Reconciler
from refund_gui.terminal.watching import Watches

log = logging.getLogger(__name__)

Write = Callable[[], Refund]
"""Something to write down; returns the refund as it then is. Raises StoreError."""


class Sender:
    """One refund's way over the network. Several at once, one per payment."""

    def __init__(
        self,
        store: Store,
        gateway: Gateway,
        clock: Clock,
        watches: Watches,
        reconciler: Reconciler,
        failpoint: Failpoint,
    ) -> None:
        self._store = store
        self._gateway = gateway
        self._clock = clock
        self._watches = watches
        self._reconciler = reconciler
        self._failpoint = failpoint
        self._unsaved_lock = Lock()
        self._unsaved: dict[str, Write] = {}

    def send(
        self,
        refund: Refund,
        payment: Payment,
        prepared: PreparedCancel,
        account: RefundAccount | None,
        who: str,
    ) -> Refund:
        """Send a PREPARED refund; returns it as it then is.

        Raises NotAllowed when it is not to be sent, and AnswerNotSaved. Whatever else breaks once it was
        sent, it is Checking then, and upstream's record decides.
        """
        try:
            attempt = self._begin(refund, prepared, who)
        except StoreError as error:
            log.error("refund %s was not sent: %s", refund.refund_id, type(error).__name__)
            return refund
        try:
            return self._carry_through(refund, payment, prepared, attempt, account, who)
        except AnswerNotSaved:
            raise
        except Exception:
            log.exception("refund %s is not known", refund.refund_id)
            return self._save(refund, lambda: self._not_known(refund.refund_id))

    def _carry_through(
        self,
        refund: Refund,
        payment: Payment,
        prepared: PreparedCancel,
        attempt: RefundAttempt,
        account: RefundAccount | None,
        who: str,
    ) -> Refund:
        answer, ended = self._post(attempt, prepared)
        if isinstance(answer, Unauthorized):
            return self._send_once_more(refund, payment, ended, account, who)
        return self._save_answer(refund, payment, answer, ended, who)

    def _send_once_more(
        self,
        refund: Refund,
        payment: Payment,
        refused: RefundAttempt,
        account: RefundAccount | None,
        who: str,
    ) -> Refund:
        """After a 401 nothing was done: a new token, one more attempt, the same checksum (rule 7)."""
        try:
            self._store.refunds.end_attempt(refused, None, None)
        except StoreError:
            back = self._unsent_move(refused.message)
            return self._save(refund, lambda: self._store.refunds.end_attempt(refused, back, None))
        try:
            prepared = self._gateway.prepare(refund, payment, account)
            attempt = self._begin(refund, prepared, who)
        except (UpstreamError, StoreError) as error:
            back = self._unsent_move(error.message if isinstance(error, KeysRefused) else None)
            return self._save(refund, lambda: self._store.refunds.move(refund.refund_id, back))
        answer, ended = self._post(attempt, prepared)
        return self._save_answer(refund, payment, answer, ended, who)

    def _begin(self, refund: Refund, prepared: PreparedCancel, who: str) -> RefundAttempt:
        """Commit the attempt before anything is sent (rule 1)."""
        attempt = self._store.refunds.begin_attempt(refund.refund_id, prepared.amount, self._clock.now(), who)
        self._failpoint(Point.AFTER_SENDING)
        return attempt

    def _post(self, attempt: RefundAttempt, prepared: PreparedCancel) -> tuple[Answer, RefundAttempt]:
        answer = self._gateway.send(prepared, attempt)
        self._failpoint(Point.AFTER_ANSWER)
        return answer, _ended(attempt, answer, self._clock.now())

    def _save_answer(
        self,
        refund: Refund,
        payment: Payment,
        answer: Answer,
        ended: RefundAttempt,
        who: str,
    ) -> Refund:
        verdict = judge_answer(refund, payment, answer)
        move = Move(
            RefundState.SENDING,
            verdict.state,
            Cause.ANSWER,
            self._clock.now(),
            who,
            verdict.ground.value,
            verdict.entry.key if verdict.entry else "",
            answer.message if isinstance(answer, Refused | Unauthorized) else None,
        )
        shown = (
            answer.payment if isinstance(answer, Done) and answer.payment.imp_uid == refund.imp_uid else None
        )
        saved = self._save(refund, lambda: self._store.refunds.end_attempt(ended, move, shown))
        self._failpoint(Point.AFTER_SAVED)
        return self._read_after_refusal(saved) if isinstance(answer, Refused) else saved

    def _unsent_move(self, refusal: str | None) -> Move:
        """Back to "Not sent": with upstream's words when the keys were refused."""
        ground = Ground.NOT_SENT if refusal is None else Ground.KEYS_REFUSED
        return Move(
            RefundState.SENDING,
            RefundState.PREPARED,
            Cause.ANSWER,
            self._clock.now(),
            detail=ground.value,
            message=refusal,
        )

    def _not_known(self, refund_id: str) -> Refund:
        """Write down that it was sent and how it ended is not known, unless more was written down before."""
        refund = self._reconciler.stored(refund_id)
        if refund.state is not RefundState.SENDING:
            return refund
        now = self._clock.now()
        move = Move(refund.state, RefundState.UNKNOWN, Cause.ANSWER, now, detail=Ground.ANSWER_LOST.value)
        last = self._store.refunds.attempts(refund_id)[-1]
        if last.outcome is not None:
            return self._store.refunds.move(refund_id, move)
        return self._store.refunds.end_attempt(_ended(last, Lost("not saved"), now), move, None)

    def _save(self, refund: Refund, write: Write) -> Refund:
        try:
            saved = write()
        except StoreError as error:
            with self._unsaved_lock:
                self._unsaved[refund.refund_id] = write
            raise AnswerNotSaved(refund.refund_id) from error
        self._watch(saved)
        return saved

    def _watch(self, refund: Refund) -> None:
        if refund.state in {
            RefundState.UNKNOWN,
            RefundState.ACCEPTED,
            RefundState.NEEDS_REVIEW,
        }:
            self._watches.start(refund.refund_id, refund.imp_uid)

    def _read_after_refusal(self, refund: Refund) -> Refund:
        """A refusal counts once a reading shows the history unchanged; until then it is Checking (rule 8)."""
        try:
            return self._reconciler.check(refund.refund_id)
        except (UpstreamError, StoreError) as error:
            log.info("reading after a refusal failed: %s", type(error).__name__)
            return refund

    def save_again(self) -> tuple[str, ...]:
        """Write down answers that the disk did not take before; returns their payments' imp_uids.

        Raises StoreError while it still does not take them.
        """
        saved = []
        with self._unsaved_lock:
            for refund_id, write in tuple(self._unsaved.items()):
                refund = self._write_again(refund_id, write)
                self._watch(refund)
                del self._unsaved[refund_id]
                saved.append(refund.imp_uid)
        return tuple(saved)

    def _write_again(self, refund_id: str, write: Write) -> Refund:
        try:
            return write()
        except NotAllowed:  # the write before went through, although it was reported as failed
            log.exception("the answer to refund %s", refund_id)
            return self._not_known(refund_id)


def _ended(attempt: RefundAttempt, answer: Answer, now: int) -> RefundAttempt:
    """The attempt with its outcome filled in."""
    match answer:
        case Done():
            return replace(attempt, outcome=Outcome.DONE, ended_at=now, http_status=200, code=0)
        case Refused(code, message):
            return replace(
                attempt,
                outcome=Outcome.REFUSED,
                ended_at=now,
                http_status=200,
                code=code,
                message=message,
            )
        case Unauthorized(message):
            return replace(
                attempt,
                outcome=Outcome.UNAUTHORIZED,
                ended_at=now,
                http_status=401,
                message=message,
            )
        case Unsent(detail):
            return replace(attempt, outcome=Outcome.UNSENT, ended_at=now, message=detail)
    return replace(
        attempt, outcome=Outcome.LOST, ended_at=now, http_status=answer.http_status, message=answer.detail
    )
