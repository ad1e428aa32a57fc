"""What must hold of one payment's refunds at any time, checked while the shop works.

Each is also held by a guard of the store or by the order of the code. A breach means that one of those has
failed: the payment takes no refund until somebody has looked.
"""

from collections.abc import Sequence
from enum import StrEnum

from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Refund, RefundAttempt, RefundState


class Breach(StrEnum):
    """What does not hold."""

    REFUNDED_TOO_MUCH = "refunded_too_much"  # the refunds that succeeded add up to more than was paid
    TWO_OPEN = "two_open"  # rule 11
    CHECKSUM_CHANGED = "checksum_changed"  # rule 3
    ENTRY_SHARED = "entry_shared"  # one upstream entry counts for two refunds
    EXECUTED_TWICE = "executed_twice"  # upstream shows two entries with the tag of one refund
    SENT_UNWRITTEN = "sent_unwritten"  # a POST was about to go out without its committed attempt (rule 1)


def breaches(
    payment: Payment, refunds: Sequence[Refund], attempts: Sequence[RefundAttempt]
) -> tuple[Breach, ...]:
    """What does not hold of this payment. `attempts` are those of all the refunds."""
    made = [refund for refund in refunds if refund.state is RefundState.SUCCEEDED]
    checksums = {refund.refund_id: refund.checksum for refund in refunds}
    entries = [refund.cancellation_id for refund in refunds if refund.cancellation_id]
    tags = [entry.tag for entry in payment.cancellations if entry.tag]
    found = {
        Breach.REFUNDED_TOO_MUCH: sum(refund.amount.minor for refund in made) > payment.amount.minor,
        Breach.TWO_OPEN: sum(refund.is_open for refund in refunds) > 1,
        Breach.CHECKSUM_CHANGED: any(one.checksum != checksums.get(one.refund_id) for one in attempts),
        Breach.ENTRY_SHARED: len(set(entries)) < len(entries),
        Breach.EXECUTED_TWICE: any(tags.count(refund.tag) > 1 for refund in refunds),
    }
    return tuple(breach for breach, is_broken in found.items() if is_broken)
