"""Sends a stored refund and writes down what came of it (protocol rules 1, 3, 5, 7, 8)."""

import logging
from dataclasses import replace

from refund_gui.clock import Clock
from refund_gui.domain.answer import Answer, Done, Refused, Unauthorized, Unsent
from refund_gui.domain.invariants import Breach
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
from refund_gui.errors import AnswerNotSaved, KeysRefused, PaymentBlocked, StoreError, UpstreamError
from refund_gui.failpoints import Failpoint, Point
from refund_gui.portone.gateway import Gateway, PreparedCancel
from refund_gui.store import Store
from refund_gui.terminal.invariants import Invariants
from refund_gui.terminal.moving import Moves
from refund_gui.terminal.reconciling import Reconciler
from refund_gui.terminal.unsaved import Answered, UnsavedAnswers

log = logging.getLogger(__name__)


class Sender:
    """One refund's way over the network. Several at once, one per payment."""

    def __init__(
        self,
        store: Store,
        gateway: Gateway,
        clock: Clock,
        reconciler: Reconciler,
        moves: Moves,
        unsaved: UnsavedAnswers,
        invariants: Invariants,
        failpoint: Failpoint,
    ) -> None:
        self._store = store
        self._gateway = gateway
        self._clock = clock
        self._reconciler = reconciler
        self._moves = moves
        self._unsaved = unsaved
        self._invariants = invariants
        self._failpoint = failpoint

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
        except (StoreError, PaymentBlocked) as error:
            log.error("refund %s was not sent: %s", refund.refund_id, type(error).__name__)
            return self._take_back(refund)
        try:
            return self._carry_through(refund, payment, prepared, attempt, account, who)
        except AnswerNotSaved:
            raise
        except Exception:
            log.exception("refund %s is not known", refund.refund_id)
            return self._unsaved.save(Answered(refund.refund_id))

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
            return self._unsaved.save(Answered(refund.refund_id, refused, self._unsent(refused.message)))
        self._failpoint(Point.AFTER_UNAUTHORIZED)
        try:
            prepared = self._gateway.prepare(refund, payment, account)
            attempt = self._begin(refund, prepared, who)
        except (UpstreamError, StoreError, PaymentBlocked) as error:
            return self._take_back(refund, error.message if isinstance(error, KeysRefused) else None)
        answer, ended = self._post(attempt, prepared)
        return self._save_answer(refund, payment, answer, ended, who)

    def _begin(self, refund: Refund, prepared: PreparedCancel, who: str) -> RefundAttempt:
        """Commit the attempt before anything is sent (rule 1)."""
        attempt = self._store.refunds.begin_attempt(refund.refund_id, prepared.amount, self._clock.now(), who)
        if not self._store.refunds.is_committed(attempt):
            self._invariants.block(refund.imp_uid, Breach.SENT_UNWRITTEN)
            raise PaymentBlocked(refund.imp_uid, Breach.SENT_UNWRITTEN)
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
        words = answer.message if isinstance(answer, Refused | Unauthorized) else None
        verdict = judge_answer(refund, payment, answer)
        move = self._moves.move_of(refund, verdict, Cause.ANSWER, payment, who, words)
        move = replace(move, old=RefundState.SENDING)
        shown = (
            answer.payment if isinstance(answer, Done) and answer.payment.imp_uid == refund.imp_uid else None
        )
        saved = self._unsaved.save(Answered(refund.refund_id, ended, move, shown))
        self._failpoint(Point.AFTER_SAVED)
        if shown is not None:
            self._reconciler.read_if_older(shown)
        return self._read_after_refusal(saved) if isinstance(answer, Refused) else saved

    def _take_back(self, refund: Refund, refusal: str | None = None) -> Refund:
        """Nothing was sent. A commit that was reported as failed may have gone through all the same."""
        return self._unsaved.save(Answered(refund.refund_id, move=self._unsent(refusal)))

    def _unsent(self, refusal: str | None) -> Move:
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

    def _read_after_refusal(self, refund: Refund) -> Refund:
        """A refusal counts once a reading shows the history unchanged; until then it is Checking (rule 8)."""
        try:
            return self._reconciler.check(refund.refund_id)
        except (UpstreamError, StoreError) as error:
            log.info("reading after a refusal failed: %s", type(error).__name__)
            return refund


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
