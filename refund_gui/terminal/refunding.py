"""One refund, from the dialog's fresh reading to its saved end (protocol rules 1-3, 5-9, 11, 12)."""

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock
from typing import Final

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
    base_of,
)
from refund_gui.domain.request import (
    RefundRequest,
    check_note,
    check_reason,
    check_request,
)
from refund_gui.domain.rules import RefundRules, refund_rules
from refund_gui.domain.tag import new_tag
from refund_gui.domain.verdict import Ground, judge_answer
from refund_gui.errors import (
    AnswerNotSaved,
    BalanceMoved,
    KeysRefused,
    NotAllowed,
    RefundIsOpen,
    StoreError,
    UpstreamError,
)
from refund_gui.failpoints import Failpoint, Point, no_failpoint
from refund_gui.portone.gateway import Gateway, PreparedCancel
from refund_gui.store import Store
from refund_gui.terminal.reconciling import Reconciler
from refund_gui.terminal.watching import Watches

log = logging.getLogger(__name__)

FRESH: Final = 30.0
"""Seconds for which a dialog's reading is good enough to send on (rule 2)."""

ASK_AGAIN_WITHIN: Final = 86_400
"""Seconds after a refund that was not executed or refused in which the dialog asks once more."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a dialog opens on: a fresh reading, and what may be done with it."""

    payment: Payment
    rules: RefundRules
    read_at: float
    """Monotonic seconds when the reading began."""
    open_refund: Refund | None
    recent_failures: tuple[Refund, ...]
    """Refunds of the last 24 h that were not executed or refused: the dialog asks once more."""


Write = Callable[[], Refund]
"""Something to write down; returns the refund as it then is. Raises StoreError."""


class Refunding:
    """Makes refunds. Blocking; one call per payment at a time, several payments at once."""

    def __init__(
        self,
        store: Store,
        gateway: Gateway,
        clock: Clock,
        watches: Watches,
        reconciler: Reconciler,
        counter: Callable[[], str],
        failpoint: Failpoint = no_failpoint,
        new_id: Callable[[], str] = lambda: uuid.uuid4().hex,
    ) -> None:
        self._store = store
        self._gateway = gateway
        self._clock = clock
        self._watches = watches
        self._reconciler = reconciler
        self._counter = counter
        self._failpoint = failpoint
        self._new_id = new_id
        self._unsaved_lock = Lock()
        self._unsaved: dict[str, Write] = {}

    def offer(self, imp_uid: str) -> Offer:
        """Read the payment afresh (rule 2). Raises UpstreamError or StoreError."""
        began = self._clock.monotonic()
        payment = self._reconciler.read(imp_uid)
        now = self._clock.now()
        return Offer(
            payment,
            refund_rules(payment, now),
            began,
            self._store.refunds.open_of(imp_uid),
            self._store.refunds.failed_since(imp_uid, now - ASK_AGAIN_WITHIN),
        )

    def refund(self, offer: Offer, request: RefundRequest) -> Refund:
        """Send what the person confirmed on this offer; returns the refund as it is saved.

        Raises, with nothing sent and nothing stored: InvalidInput, BalanceMoved (show a new offer),
        RefundIsOpen, UnsendableText, UpstreamError, StoreError. Once it is stored, the refund is returned
        whatever happens; only AnswerNotSaved is raised, when the disk did not take the answer.
        """
        payment = self._fresh(offer)
        check_request(request, payment, refund_rules(payment, self._clock.now()))
        if self._store.refunds.open_of(payment.imp_uid):
            raise RefundIsOpen(payment.imp_uid)
        refund = self._new_refund(payment, request)
        prepared = self._gateway.prepare(refund, payment, request.account)
        self.save_again()
        self._failpoint(Point.BEFORE_PREPARED)
        self._store.refunds.add(refund, request.operator)
        self._failpoint(Point.AFTER_PREPARED)
        return self._send(refund, payment, prepared, request.account, request.operator)

    def try_again(self, refund_id: str, account: RefundAccount | None, who: str) -> Refund:
        """A person sends a refund again that was proven not to have been sent (rule 5 ii): the same checksum.

        Raises as `refund` does, and NotAllowed when it is no longer "Not sent".
        """
        refund, payment = self._prepared(refund_id)
        prepared = self._gateway.prepare(refund, payment, account)
        self.save_again()
        return self._send(refund, payment, prepared, account, who)

    def give_up(self, refund_id: str, who: str) -> Refund:
        """A person gives up a refund that was not sent. Raises NotAllowed when it is no longer "Not sent"."""
        move = Move(
            RefundState.PREPARED,
            RefundState.CANCELLED,
            Cause.PERSON,
            self._clock.now(),
            who,
            Ground.GIVEN_UP.value,
        )
        refund = self._store.refunds.move(refund_id, move)
        self._watches.stop(refund_id)
        return refund

    def save_again(self) -> None:
        """Write down answers that the disk did not take before. Raises StoreError while it still does not."""
        with self._unsaved_lock:
            for refund_id, write in tuple(self._unsaved.items()):
                self._watch(write())
                del self._unsaved[refund_id]

    def _fresh(self, offer: Offer) -> Payment:
        if self._clock.monotonic() - offer.read_at <= FRESH:
            return offer.payment
        payment = self._reconciler.read(offer.payment.imp_uid)
        if base_of(payment) != base_of(offer.payment):
            raise BalanceMoved(payment.imp_uid)
        return payment

    def _new_refund(self, payment: Payment, request: RefundRequest) -> Refund:
        now = self._clock.now()
        taken = self._store.refunds.tags(payment.imp_uid) | {e.tag for e in payment.cancellations if e.tag}
        return Refund(
            refund_id=self._new_id(),
            imp_uid=payment.imp_uid,
            tag=new_tag(taken),
            amount=request.amount,
            checksum=payment.balance,
            is_whole=payment.is_untouched and request.amount == payment.balance,
            base=base_of(payment),
            reason=check_reason(request.reason),
            note=check_note(request.note),
            operator=request.operator,
            counter=self._counter(),
            account=request.account.masked() if request.account else None,
            payout=refund_rules(payment, now).payout,
            created_at=now,
            updated_at=now,
        )

    def _prepared(self, refund_id: str) -> tuple[Refund, Payment]:
        refund = self._store.refunds.get(refund_id)
        payment = self._store.payments.get(refund.imp_uid) if refund else None
        if refund is None or payment is None or refund.state is not RefundState.PREPARED:
            raise NotAllowed(f"refund {refund_id} is not waiting to be sent")
        return refund, payment

    def _send(
        self,
        refund: Refund,
        payment: Payment,
        prepared: PreparedCancel,
        account: RefundAccount | None,
        who: str,
    ) -> Refund:
        """Send it; after a 401 once more with a new token (rule 7)."""
        try:
            attempt = self._begin(refund, prepared, who)
        except StoreError as error:
            log.error("refund %s was not sent: %s", refund.refund_id, type(error).__name__)
            return refund
        answer, ended = self._post(attempt, prepared)
        if isinstance(answer, Unauthorized):
            self._save_401(refund, ended)
            try:
                prepared = self._gateway.prepare(refund, payment, account)
                attempt = self._begin(refund, prepared, who)
            except (UpstreamError, StoreError) as error:
                return self._back_to_prepared(refund, error)
            answer, ended = self._post(attempt, prepared)
        return self._save_answer(refund, payment, answer, ended, who)

    def _begin(self, refund: Refund, prepared: PreparedCancel, who: str) -> RefundAttempt:
        """Commit the attempt before anything is sent (rule 1)."""
        attempt = self._store.refunds.begin_attempt(refund.refund_id, prepared.amount, self._clock.now(), who)
        self._watches.stop(refund.refund_id)
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

    def _save_401(self, refund: Refund, ended: RefundAttempt) -> None:
        """The attempt is over; the refund goes on. If that cannot be written, it ends as not sent."""
        try:
            self._store.refunds.end_attempt(ended, None, None)
        except StoreError:
            back = self._unsent_move(ended.message)
            self._save(refund, lambda: self._store.refunds.end_attempt(ended, back, None))

    def _back_to_prepared(self, refund: Refund, error: UpstreamError | StoreError) -> Refund:
        """After a 401 it could not be sent a second time: nothing was done (rule 7)."""
        back = self._unsent_move(error.message if isinstance(error, KeysRefused) else None)
        return self._save(refund, lambda: self._store.refunds.move(refund.refund_id, back))

    def _unsent_move(self, message: str | None) -> Move:
        return Move(
            RefundState.SENDING,
            RefundState.PREPARED,
            Cause.ANSWER,
            self._clock.now(),
            detail=Ground.KEYS_REFUSED.value,
            message=message,
        )

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
        case Lost(detail, http_status):
            return replace(
                attempt,
                outcome=Outcome.LOST,
                ended_at=now,
                http_status=http_status,
                message=detail,
            )
