"""The texts of a refund's result: what happened, the proof of it, and a message for the customer."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Event, Refund, RefundState
from refund_gui.domain.verdict import Ground
from refund_gui.ui import formats
from refund_gui.ui.words import Words, left_over_words, payout_sentence, state_words

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


def is_left_over(refund: Refund, settles_at: SettlesAt) -> bool:
    """Whether this is an unsent refund from before the start: only those are waited for while "Not sent"."""
    return refund.state is RefundState.PREPARED and settles_at(refund.refund_id) is not None


def ground_of(events: tuple[Event, ...]) -> Ground | None:
    """Why the refund stands where it stands; None when a person's words say it."""
    last = events[-1].detail if events else ""
    return next((ground for ground in Ground if ground.value == last), None)


def result_words(result: Result, now: int) -> Words:
    """Title, advice, and upstream's words verbatim. `now` in unix seconds."""
    if result.is_left_over:
        return left_over_words(result.refund)
    return state_words(result.refund, result.ground, now)


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
        _line(QCoreApplication.translate("Result", "Cancellation ID: {value}"), refund.cancellation_id),
        _line(QCoreApplication.translate("Result", "Refund tag: {value}"), refund.tag),
        _line(
            QCoreApplication.translate("Result", "Refundable before: {value}"), formats.money(refund.checksum)
        ),
    ]
    if refund.state is RefundState.SUCCEEDED and payment:
        left = formats.money(payment.balance)
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
        payout=payout_sentence(refund.payout, refund.payout_due, now),
    )
    return f"[{shop}] {text}" if shop else text


def _line(template: str, value: str) -> str:
    """The line, or nothing where there is no value."""
    return template.format(value=value) if value else ""
