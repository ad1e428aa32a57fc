"""What a person needs to see to end a review: what was sent, and what upstream's record shows."""

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.payment import Cancellation, Payment
from refund_gui.domain.refund import Refund, RefundAttempt
from refund_gui.terminal.history import RefundDetail
from refund_gui.ui import formats
from refund_gui.ui.words import outcome_name


def sent_text(detail: RefundDetail) -> str:
    """The refund as it was confirmed, and each attempt with its answer."""
    refund = detail.refund
    head = QCoreApplication.translate(
        "Review", "{amount}, confirmed {when}, tag {tag}, reason: {reason}"
    ).format(
        amount=formats.money(refund.amount),
        when=formats.date_time(refund.created_at),
        tag=refund.tag,
        reason=refund.reason,
    )
    return "\n".join([head, *(_attempt_line(attempt) for attempt in detail.attempts)])


def _attempt_line(attempt: RefundAttempt) -> str:
    return QCoreApplication.translate("Review", "Attempt {number}, {when}: {outcome}. {message}").format(
        number=attempt.number,
        when=formats.date_time(attempt.started_at),
        outcome=outcome_name(attempt.outcome),
        message=attempt.message,
    )


def record_text(refund: Refund, payment: Payment) -> str:
    """Upstream's record: the amounts, and its entries with those marked that may be this refund."""
    head = QCoreApplication.translate(
        "Review", "Paid {paid}, refunded {refunded}, refundable {balance}"
    ).format(
        paid=formats.money(payment.amount),
        refunded=formats.money(payment.cancel_amount),
        balance=formats.money(payment.balance),
    )
    new = payment.entries_since(refund.base.entries)
    lines = [_entry_line(refund, entry, entry in new) for entry in payment.cancellations]
    return "\n".join([head, *(lines or [QCoreApplication.translate("Review", "No refunds in it.")])])


def _entry_line(refund: Refund, entry: Cancellation, is_new: bool) -> str:
    line = QCoreApplication.translate("Review", "{when}: {amount}, {reason}").format(
        when=formats.date_time(entry.cancelled_at), amount=formats.money(entry.amount), reason=entry.reason
    )
    if entry.tag == refund.tag:
        return QCoreApplication.translate("Review", "▶ {line} (has this refund's tag)").format(line=line)
    if is_new and entry.tag is None and entry.amount == refund.amount:
        return QCoreApplication.translate("Review", "▶ {line} (may be this refund)").format(line=line)
    if is_new:
        return QCoreApplication.translate("Review", "● {line} (new)").format(line=line)
    return QCoreApplication.translate("Review", "○ {line} (was there before)").format(line=line)
