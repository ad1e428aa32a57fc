"""What a person needs to see to end a review: what was sent, and what upstream's record shows."""

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.payment import Cancellation, Payment
from refund_gui.domain.refund import Refund, RefundAttempt
from refund_gui.domain.verdict import candidates
from refund_gui.terminal.history import RefundDetail
from refund_gui.ui import formats
from refund_gui.ui.words import outcome_name
from refund_gui.ui.words_tax import tax_lines


def may_be_it(detail: RefundDetail) -> tuple[Cancellation, ...]:
    """Upstream's entries that may be this refund."""
    return candidates(detail.refund, detail.payment) if detail.payment else ()


def shows_another_amount(detail: RefundDetail) -> bool:
    """Whether our tag stands in the record beside another amount."""
    refund, payment = detail.refund, detail.payment
    return payment is not None and any(
        entry.tag == refund.tag and entry.amount != refund.amount for entry in payment.cancellations
    )


def sent_text(detail: RefundDetail) -> str:
    """The refund as it was confirmed, and each attempt with its answer; one line each."""
    refund = detail.refund
    who = ", ".join(name for name in (refund.operator, refund.counter) if name)
    head = QCoreApplication.translate(
        "Review", "Amount: {amount}\nConfirmed: {when}\nTag: {tag}\nReason: {reason}"
    ).format(
        amount=formats.money(refund.amount),
        when=formats.date_time(refund.created_at),
        tag=refund.tag,
        reason=refund.reason,
    )
    by = QCoreApplication.translate("Review", "Refunded by: {who}").format(who=who) if who else ""
    parts = tax_lines(refund.amount, refund.tax, refund.escrow_confirmed)
    return "\n".join(line for line in (head, *parts, by, *map(_attempt_text, detail.attempts)) if line)


def _attempt_text(attempt: RefundAttempt) -> str:
    line = QCoreApplication.translate("Review", "Attempt {number}, {when}: {outcome}").format(
        number=attempt.number,
        when=formats.clock_time(attempt.started_at),
        outcome=outcome_name(attempt.outcome),
    )
    return f"{line}\n{attempt.message}" if attempt.message else line


def record_text(refund: Refund, payment: Payment) -> str:
    """Upstream's record: the amounts, and its entries, the new ones marked."""
    head = QCoreApplication.translate(
        "Review", "Paid: {paid}\nRefunded: {refunded}\nLeft at PortOne: {balance}"
    ).format(
        paid=formats.money(payment.amount),
        refunded=formats.money(payment.cancel_amount),
        balance=formats.money(payment.balance),
    )
    new, found = payment.entries_since(refund.base.entries), candidates(refund, payment)
    lines = [_entry_line(refund, entry, entry in new, entry in found) for entry in payment.cancellations]
    return "\n".join([head, *(lines or [QCoreApplication.translate("Review", "No refunds in it.")])])


def _entry_line(refund: Refund, entry: Cancellation, is_new: bool, may_be: bool) -> str:
    line = entry_text(entry)
    if entry.tag == refund.tag:
        return QCoreApplication.translate("Review", "▶ {line} (has this refund's tag)").format(line=line)
    if may_be:
        return QCoreApplication.translate("Review", "▶ {line} (may be this refund)").format(line=line)
    if is_new:
        return QCoreApplication.translate("Review", "● {line} (new)").format(line=line)
    return QCoreApplication.translate("Review", "○ {line} (was there before)").format(line=line)


def entry_text(entry: Cancellation) -> str:
    """`12,000원, 2025-12-03 14:02, reason: …`."""
    amount, when = formats.money(entry.amount), formats.date_time(entry.cancelled_at)
    reason = entry.reason.strip()
    if not reason:
        return QCoreApplication.translate("Review", "{amount}, {when}, no reason").format(
            amount=amount, when=when
        )
    return QCoreApplication.translate("Review", "{amount}, {when}, reason: {reason}").format(
        amount=amount, when=when, reason=reason
    )
