"""The texts of a refund's result: what happened, the proof of it, and a message for the customer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.failures import FailureKind
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Cause, Event, Refund, RefundState
from refund_gui.domain.verdict import Ground
from refund_gui.ui import formats
from refund_gui.ui.words import Words, arrival_sentence, left_over_words, state_words
from refund_gui.ui.words_failures import kind_of, refusal_advice
from refund_gui.ui.words_tax import cash_receipt_lines, tax_lines

_MAIL_KINDS: Final = frozenset({FailureKind.NOT_ENOUGH_MONEY, FailureKind.ALREADY_CANCELLED})

SettlesAt = Callable[[str], int | None]
"""Unix seconds until which a refund is waited for, by its refund_id; None: it is not."""


@dataclass(frozen=True, slots=True)
class Result:
    """A refund as it stands, its payment as it is since, and why it stands there; None while not read."""

    refund: Refund
    payment: Payment | None = None
    ground: Ground | None = None
    is_left_over: bool = False
    """It was not sent, the program was closed, and a reading ends it (protocol rule 4)."""
    refundable_before: Money | None = None
    """What could be refunded when it was confirmed; None while not read."""
    refundable: Money | None = None
    """What is left of the payment; None while not read."""


def is_left_over(refund: Refund, settles_at: SettlesAt) -> bool:
    """Whether this is an unsent refund from before the start: only those are waited for while "Not sent"."""
    return refund.state is RefundState.PREPARED and settles_at(refund.refund_id) is not None


def ground_of(events: tuple[Event, ...]) -> Ground | None:
    """Why the refund stands where it stands; None when a person's words say it."""
    # That a refund which had succeeded got its entry later takes nothing back of what was noted before.
    told = (
        event for event in reversed(events) if event.cause is not Cause.READ or event.old is not event.new
    )
    last = next((event.detail for event in told), "")
    return next((ground for ground in Ground if ground.value == last), None)


def result_words(result: Result, now: int) -> Words:
    """Title, advice, and upstream's words verbatim. `now` in unix seconds."""
    if result.is_left_over:
        return left_over_words(result.refund)
    words = state_words(result.refund, result.ground, now, result.payment)
    if not is_refusal(result):
        return words
    return replace(words, advice=f"{words.advice}\n{refusal_advice(result.refund, result.payment)}")


def is_refusal(result: Result) -> bool:
    """Whether the last words on it are a refusal, and still say why it stands where it stands."""
    if result.refund.state is RefundState.REJECTED:
        return True
    is_unclear = result.refund.state in {RefundState.UNKNOWN, RefundState.NEEDS_REVIEW}
    return is_unclear and result.ground in {Ground.REFUSED, Ground.CAREFUL_WORDS}


def asks_for_mail(result: Result) -> bool:
    """Whether PortOne's record must be put right by hand once the PG has refunded (api-v1 §2.6)."""
    return is_refusal(result) and kind_of(result.refund, result.payment) in _MAIL_KINDS


def proof_text(result: Result) -> str:
    """What one would show if somebody asked: one line each."""
    refund, payment = result.refund, result.payment
    lines = [
        _line(
            QCoreApplication.translate("Result", "Order: {value}"), payment.merchant_uid if payment else ""
        ),
        _line(QCoreApplication.translate("Result", "Buyer: {value}"), payment.buyer_name if payment else ""),
        _line(QCoreApplication.translate("Result", "Goods: {value}"), payment.goods if payment else ""),
        _line(QCoreApplication.translate("Result", "Amount: {value}"), formats.money(refund.amount)),
        *tax_lines(refund.amount, refund.tax, refund.escrow_confirmed),
        _line(QCoreApplication.translate("Result", "Cancellation ID: {value}"), refund.cancellation_id),
        _line(QCoreApplication.translate("Result", "Refund tag: {value}"), refund.tag),
    ]
    if result.refundable_before is not None:
        before = formats.money(result.refundable_before)
        lines.append(_line(QCoreApplication.translate("Result", "Refundable before: {value}"), before))
    if refund.state is RefundState.SUCCEEDED and result.refundable is not None:
        left = formats.money(result.refundable)
        lines.append(_line(QCoreApplication.translate("Result", "Refundable now: {value}"), left))
    if account := refund.account:
        shown = f"{account.bank_name or account.bank_code} ****{account.last_four} {account.holder_initial}**"
        lines.append(_line(QCoreApplication.translate("Result", "Account: {value}"), shown))
    who = ", ".join(name for name in (refund.operator, refund.counter) if name)
    lines += [
        _line(QCoreApplication.translate("Result", "Refunded by: {value}"), who),
        _line(
            QCoreApplication.translate("Result", "Confirmed at: {value}"),
            formats.date_time(refund.created_at),
        ),
    ]
    if refund.state is RefundState.SUCCEEDED and payment:
        lines += cash_receipt_lines(payment)
    return "\n".join(line for line in lines if line)


def customer_message(result: Result, shop: str, now: int) -> str:
    """A short message that the shop may send to the customer (complaint 20). `now` in unix seconds."""
    refund = result.refund
    order = result.payment.merchant_uid if result.payment else refund.imp_uid
    template = (
        QCoreApplication.translate("Result", "{amount} of your order {order} has been refunded. {payout}")
        if refund.payout_due is None
        else QCoreApplication.translate(
            "Result", "The refund of {amount} for your order {order} has been accepted. {payout}"
        )
    )
    text = template.format(
        amount=formats.money(refund.amount),
        order=order,
        payout=arrival_sentence(refund, result.payment, now),
    )
    return f"[{shop}] {text}" if shop else text


def _line(template: str, value: str) -> str:
    """The line, or nothing where there is no value."""
    return template.format(value=value) if value else ""
