"""What a refusal means in plain words, what to do now, and whether trying again is safe.

Upstream's own words are shown beside it as they came.
"""

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.failures import Again, FailureKind, failure_kind, try_again
from refund_gui.domain.payment import Payment
from refund_gui.domain.pg_contacts import contact
from refund_gui.domain.refund import Refund, RefundState
from refund_gui.ui.words_failure_steps import failure_step
from refund_gui.ui.words_names import pg_name

_WITHOUT_THE_PG = frozenset(
    {
        FailureKind.NOT_FOUND,
        FailureKind.WHOLE_NOT_ALLOWED,
        FailureKind.PHONE_MONTH_OVER,
        FailureKind.PHONE_SAME_MONTH,
        FailureKind.SHOP_SETUP,
    }
)
"""Here the PG need not be called."""


def kind_of(refund: Refund, payment: Payment | None) -> FailureKind:
    """The kind of upstream's last words on a refund that was refused."""
    return failure_kind(refund.message, payment.pg_provider if payment else "")


def refusal_advice(refund: Refund, payment: Payment | None) -> str:
    """One line each: why, what to do now, whom to call, and whether trying again is safe.

    While it is not sure that nothing was done, no step is told that gives the money in another way.
    """
    kind, pg = kind_of(refund, payment), pg_label(payment)
    is_sure = refund.state is RefundState.REJECTED
    lines = [failure_reason(kind)]
    if refund.state is RefundState.UNKNOWN:
        return lines[0]
    if is_sure or try_again(kind, "") is Again.LOOK_FIRST:
        lines.append(failure_step(kind).format(pg=pg, tag=refund.tag))
    if kind not in _WITHOUT_THE_PG:
        lines.append(call_line(payment))
    if is_sure:
        lines.append(again_words(try_again(kind, refund.message)).format(pg=pg))
    return "\n".join(lines)


def pg_label(payment: Payment | None) -> str:
    """The PG's name, or "the PG" while it is not known."""
    name = pg_name(payment.pg_provider) if payment else ""
    return name or QCoreApplication.translate("Words", "the PG")


def call_line(payment: Payment | None) -> str:
    """Whom to call at the PG; where no document names a number, where to find it."""
    whom = contact(payment.pg_provider) if payment else None
    if whom is None:
        return QCoreApplication.translate(
            "Words", "The number of {pg} is in your contract with it and in its console."
        ).format(pg=pg_label(payment))
    return QCoreApplication.translate("Words", "To ask {pg}: {phone}").format(
        pg=pg_label(payment), phone=whom.phone or whom.mail
    )


def again_words(again: Again) -> str:
    """Whether a new try is safe; `{pg}` is the PG's place in it."""
    match again:
        case Again.AFTER_CHANGE:
            return QCoreApplication.translate(
                "Words", "Trying again is safe: nothing was refunded. It helps once this is put right."
            )
        case Again.NO_USE:
            return QCoreApplication.translate(
                "Words", "Trying again is safe, but it will be refused again: nothing was refunded."
            )
        case Again.LOOK_FIRST:
            return QCoreApplication.translate(
                "Words",
                "Do not try again before you have looked into the console of {pg}: the money may be back "
                "already, or on its way.",
            )
        case Again.AS_RECORDED:
            return QCoreApplication.translate(
                "Words",
                "PortOne's record shows no refund, so trying again is safe as far as the record can tell. "
                "If in doubt, look into the console of {pg} first.",
            )


def failure_reason(kind: FailureKind) -> str:
    """Why it was refused, in a sentence."""
    match kind:
        case FailureKind.ALREADY_CANCELLED:
            return QCoreApplication.translate(
                "Words", "The PG says that it has refunded this payment already."
            )
        case FailureKind.UNDER_WAY:
            return QCoreApplication.translate("Words", "A refund of this payment is under way at the PG.")
        case FailureKind.NOT_FOUND:
            return QCoreApplication.translate("Words", "PortOne does not find this payment.")
        case FailureKind.TOO_MUCH:
            return QCoreApplication.translate(
                "Words", "At the PG less is left of this payment than was asked."
            )
        case FailureKind.PART_NOT_ALLOWED:
            return QCoreApplication.translate("Words", "The PG refunds this payment only as a whole.")
        case FailureKind.PARTS_USED_UP:
            return QCoreApplication.translate(
                "Words", "This payment has had as many partial refunds as the PG allows."
            )
        case FailureKind.WHOLE_NOT_ALLOWED:
            return QCoreApplication.translate(
                "Words", "After a partial refund the PG takes no full one any more."
            )
        case FailureKind.NOT_ENOUGH_MONEY:
            return QCoreApplication.translate(
                "Words",
                "The PG takes refunds out of the shop's sales that it has not paid out yet, and these are "
                "not enough now. Your refund was filled in correctly.",
            )
        case FailureKind.SHOP_SETUP:
            return QCoreApplication.translate(
                "Words", "The shop's key file is missing at the PG: no refund works until it is there."
            )
        case FailureKind.UNKNOWN:
            return QCoreApplication.translate("Words", "This program does not know these words.")
        case _:
            return _reason_of_method(kind)


def _reason_of_method(kind: FailureKind) -> str:
    match kind:
        case FailureKind.VBANK_CONTRACT:
            return QCoreApplication.translate(
                "Words", "The shop's contract with the PG has no refunds of virtual accounts in it."
            )
        case FailureKind.NOTHING_DEPOSITED:
            return QCoreApplication.translate("Words", "Nothing was paid into this virtual account.")
        case FailureKind.ESCROW:
            return QCoreApplication.translate(
                "Words", "This is an escrow payment, which the PG does not refund in its present state."
            )
        case FailureKind.PHONE_MONTH_OVER:
            return QCoreApplication.translate(
                "Words", "The month of this phone payment is over: it can no longer be cancelled."
            )
        case FailureKind.PHONE_SAME_MONTH:
            return QCoreApplication.translate(
                "Words", "A phone payment of this month does not go back to a bank account."
            )
        case FailureKind.PHONE_CARRIER:
            return QCoreApplication.translate(
                "Words",
                "The phone company does not take this refund, for instance because the bill was paid ahead.",
            )
        case FailureKind.PHONE_LINE:
            return QCoreApplication.translate("Words", "The PG could not reach the phone company.")
        case FailureKind.TIMED_OUT:
            return QCoreApplication.translate(
                "Words", "This payment timed out at the PG, which refunds it from tomorrow on."
            )
        case FailureKind.MAINTENANCE:
            return QCoreApplication.translate("Words", "The PG's system is being maintained.")
        case _:
            return QCoreApplication.translate(
                "Words", "Something went wrong on the way between PortOne, the PG and the card company."
            )
