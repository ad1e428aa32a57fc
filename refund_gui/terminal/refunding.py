"""One refund, from the dialog's fresh reading to its saved end (protocol rules 1-3, 5-9, 11, 12)."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from refund_gui.clock import Clock
from refund_gui.domain.failures import FailureKind, failure_kind
from refund_gui.domain.outside import OutsideRefund, gone
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import (
    Cause,
    Move,
    Refund,
    RefundAccount,
    RefundState,
    base_of,
)
from refund_gui.domain.request import (
    AccountMissing,
    NotRefundable,
    RefundRequest,
    check_amount,
    check_note,
    check_reason,
    check_request,
)
from refund_gui.domain.rules import RefundRules, refund_rules
from refund_gui.domain.tag import new_tag
from refund_gui.domain.tax import TaxRecord, check_tax, tax_record
from refund_gui.domain.verdict import Ground, says_already_refunded, unrecorded
from refund_gui.errors import (
    BalanceMoved,
    NotAllowed,
    RefundIsOpen,
)
from refund_gui.failpoints import Failpoint, Point, no_failpoint
from refund_gui.portone.gateway import Gateway
from refund_gui.store import Store
from refund_gui.terminal.invariants import Invariants
from refund_gui.terminal.reconciling import Reconciler
from refund_gui.terminal.sending import Sender
from refund_gui.terminal.unsaved import UnsavedAnswers
from refund_gui.terminal.watching import Watches

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
    read_on: int
    """Unix seconds then: monotonic clocks may stand still while the computer sleeps."""
    open_refund: Refund | None
    recent_failures: tuple[Refund, ...]
    """Refunds that were not executed or refused in the last 24 h, or succeeded then after such an end.

    With them those that upstream's record does not show (any longer). The dialog shows them and asks again.
    """
    refunds: tuple[Refund, ...]
    """All that this store has of the payment: the rules need them again when time passes."""
    tax: TaxRecord
    """What this payment's refunds tell of its tax parts."""
    outside: tuple[OutsideRefund, ...] = ()
    """What was noted as refunded in another way, also notes that were taken back."""


class Refunding:
    """Makes refunds. Blocking; one call per payment at a time, several payments at once."""

    def __init__(
        self,
        store: Store,
        gateway: Gateway,
        clock: Clock,
        watches: Watches,
        reconciler: Reconciler,
        sender: Sender,
        unsaved: UnsavedAnswers,
        invariants: Invariants,
        counter: Callable[[], str],
        failpoint: Failpoint = no_failpoint,
        new_id: Callable[[], str] = lambda: uuid.uuid4().hex,
    ) -> None:
        self._store = store
        self._gateway = gateway
        self._clock = clock
        self._watches = watches
        self._reconciler = reconciler
        self._sender = sender
        self._unsaved = unsaved
        self._invariants = invariants
        self._counter = counter
        self._failpoint = failpoint
        self._new_id = new_id

    def offer(self, imp_uid: str) -> Offer:
        """Read the payment afresh (rule 2). Raises UpstreamError, PaymentBlocked or StoreError."""
        began, began_on = self._clock.monotonic(), self._clock.now()
        payment = self._reconciler.read(imp_uid)
        refunds = self._invariants.demand(payment)
        failed = self._store.refunds.failed_since(imp_uid, self._clock.now() - ASK_AGAIN_WITHIN)
        doubtful = [
            *unrecorded(refunds, payment),
            *(one for one in refunds if one.state is RefundState.REVERSED),
        ]
        rules = self._rules(payment, refunds)
        return Offer(
            payment,
            rules,
            began,
            began_on,
            self._store.refunds.open_of(imp_uid),
            tuple(dict.fromkeys([*failed, *doubtful])),
            refunds,
            tax_record(payment, refunds, rules.refundable),
            self._store.outside.of_payment(imp_uid),
        )

    def renewed(self, offer: Offer) -> Offer:
        """The same reading under the rules of this moment: hours and months end. Never blocks."""
        return replace(offer, rules=_rules_at(self._clock.now(), offer.payment, offer.refunds, offer.outside))

    def refund(self, offer: Offer, request: RefundRequest) -> Refund:
        """Send what the person confirmed on this offer; returns the refund as it is saved.

        Raises, with nothing sent and nothing stored: InvalidInput, BalanceMoved (show a new offer),
        RefundIsOpen, PaymentBlocked, UnsendableText, UpstreamError, StoreError. Once it is stored, the
        refund is returned whatever happens; only AnswerNotSaved is raised, when the disk did not take the
        answer.
        """
        payment = self._fresh(offer)
        earlier = self._invariants.demand(payment)
        rules = self._rules(payment, earlier)
        check_request(request, payment, rules)
        record = tax_record(payment, earlier, rules.refundable)
        check_tax(request.tax, request.tax_free_total, request.amount, payment, record)
        if any(one.is_open for one in earlier):
            raise RefundIsOpen(payment.imp_uid)
        refund = self._new_refund(payment, request, earlier)
        began = self._clock.monotonic()
        prepared = self._gateway.prepare(refund, payment, request.account)
        self._demand_unmoved(payment, began)
        self._demand_allowed(refund, payment, earlier)  # the token took its time
        self._unsaved.demand_room()
        self._failpoint(Point.BEFORE_PREPARED)
        self._store.refunds.add(refund, request.operator)
        self._failpoint(Point.AFTER_PREPARED)
        return self._sender.send(refund, payment, prepared, request.account, request.operator)

    def try_again(self, refund_id: str, account: RefundAccount | None, who: str) -> Refund:
        """A person sends a refund again that was proven not to have been sent (rule 5 ii): the same checksum.

        It is read again before (rule 2); what was open before the start ends by that reading (rule 4).
        Raises as `refund` does, and NotAllowed when it is no longer "Not sent".
        """
        payment = self._reconciler.read(self._prepared(refund_id).imp_uid)
        refund = self._prepared(refund_id)
        if refund_id in self._reconciler.left_unsent():
            raise NotAllowed(f"refund {refund_id} is from before the start")
        if payment.balance != refund.checksum or base_of(payment) != refund.base:
            raise BalanceMoved(refund.imp_uid)
        if refund.account is not None and account is None:
            raise AccountMissing
        self._demand_allowed(refund, payment, self._invariants.demand(payment))
        began = self._clock.monotonic()
        prepared = self._gateway.prepare(refund, payment, account)
        self._demand_unmoved(payment, began)
        self._unsaved.demand_room()
        return self._sender.send(refund, payment, prepared, account, who)

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

    def save_again(self) -> tuple[str, ...]:
        """Write down answers that the disk did not take before; returns their payments' imp_uids.

        Raises StoreError while it still does not take them.
        """
        return self._unsaved.save_again()

    @property
    def has_unsaved(self) -> bool:
        """Whether an answer waits for the disk. Never blocks."""
        return not self._unsaved.is_empty

    def _rules(self, payment: Payment, refunds: tuple[Refund, ...]) -> RefundRules:
        notes = self._store.outside.of_payment(payment.imp_uid)
        return _rules_at(self._clock.now(), payment, refunds, notes)

    def _demand_allowed(self, refund: Refund, payment: Payment, earlier: tuple[Refund, ...]) -> None:
        """An hour or a month may have ended since, or some of it been noted as refunded outside.

        Raises NotRefundable, AccountMissing or an AmountError.
        """
        rules = self._rules(payment, earlier)
        if rules.obstacle is not None:
            raise NotRefundable(rules.obstacle)
        if rules.account is not None and refund.account is None:
            raise AccountMissing
        check_amount(refund.amount, payment, rules)

    def _demand_unmoved(self, payment: Payment, began: float) -> None:
        """A token that took long to come has made the reading old (rule 2). Raises BalanceMoved."""
        if self._clock.monotonic() - began <= FRESH:
            return
        again = self._reconciler.read(payment.imp_uid)
        if again.balance != payment.balance or base_of(again) != base_of(payment):
            raise BalanceMoved(payment.imp_uid)

    def _fresh(self, offer: Offer) -> Payment:
        seen = offer.payment
        age = self._clock.monotonic() - offer.read_at
        if age <= FRESH and 0 <= self._clock.now() - offer.read_on <= FRESH:
            return seen
        payment = self._reconciler.read(seen.imp_uid)
        if payment.balance != seen.balance or base_of(payment) != base_of(seen):
            raise BalanceMoved(payment.imp_uid)
        return payment

    def _new_refund(self, payment: Payment, request: RefundRequest, earlier: tuple[Refund, ...]) -> Refund:
        now = self._clock.now()
        taken = {one.tag for one in earlier} | {e.tag for e in payment.cancellations if e.tag}
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
            tax=request.tax,
            tax_free_total=request.tax_free_total,
            escrow_confirmed=request.escrow_confirmed,
        )

    def _prepared(self, refund_id: str) -> Refund:
        refund = self._store.refunds.get(refund_id)
        if refund is None or refund.state is not RefundState.PREPARED:
            raise NotAllowed(f"refund {refund_id} is not waiting to be sent")
        return refund


def _rules_at(
    now: int, payment: Payment, refunds: tuple[Refund, ...], notes: tuple[OutsideRefund, ...]
) -> RefundRules:
    ended = (one for one in refunds if one.state in {RefundState.REJECTED, RefundState.NOT_EXECUTED})
    refused_as_done = any(
        says_already_refunded(one.message)
        or failure_kind(one.message, payment.pg_provider) is FailureKind.ALREADY_CANCELLED
        for one in ended
    )
    return refund_rules(payment, now, gone(payment, refunds, notes), refused_as_done)
