"""What to do now about each kind of refusal."""

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.failures import FailureKind


def failure_step(kind: FailureKind) -> str:
    """What to do now; `{pg}` and `{tag}` are the places of the PG's name and the refund's tag."""
    match kind:
        case FailureKind.ALREADY_CANCELLED:
            return QCoreApplication.translate(
                "Words",
                "Look into the console of {pg}: it says when and how much. If PortOne still calls the "
                "payment paid, write to cs@portone.io: the mail is ready to copy.",
            )
        case FailureKind.UNDER_WAY:
            return QCoreApplication.translate(
                "Words", "Wait, then look into the console of {pg} to see what became of it."
            )
        case FailureKind.NOT_FOUND:
            return QCoreApplication.translate(
                "Words",
                "Look for it in PortOne's console. If it is there, the keys in the settings may be those of "
                "another shop.",
            )
        case FailureKind.TOO_MUCH:
            return QCoreApplication.translate(
                "Words",
                "Look into the console of {pg}: some of it may have been refunded there. Then refund what "
                "is left.",
            )
        case FailureKind.PART_NOT_ALLOWED:
            return QCoreApplication.translate(
                "Words",
                "Refund the whole amount and let the customer pay the rest anew, or ask {pg} to allow parts.",
            )
        case FailureKind.PARTS_USED_UP:
            return QCoreApplication.translate("Words", "Ask {pg} how the rest can be refunded.")
        case FailureKind.WHOLE_NOT_ALLOWED:
            return QCoreApplication.translate("Words", "Refund what is left as an amount.")
        case FailureKind.NOT_ENOUGH_MONEY:
            return QCoreApplication.translate(
                "Words",
                "Wait for more sales, or call {pg}: pay the amount in, or ask for a forced refund. "
                "Once {pg} has refunded it, write to cs@portone.io: the mail is ready to copy.",
            )
        case FailureKind.SHOP_SETUP:
            return QCoreApplication.translate(
                "Words", "Let whoever set up the payments register the key file, or ask cs@portone.io."
            )
        case FailureKind.UNKNOWN:
            return QCoreApplication.translate(
                "Words",
                "Ask {pg} or cs@portone.io what the words below mean, and quote the refund tag {tag}.",
            )
        case _:
            return _step_of_method(kind)


def _step_of_method(kind: FailureKind) -> str:
    match kind:
        case FailureKind.VBANK_CONTRACT:
            return QCoreApplication.translate(
                "Words",
                "Ask {pg} for a contract about virtual account refunds. Until then pay the customer by bank "
                "transfer.",
            )
        case FailureKind.NOTHING_DEPOSITED:
            return QCoreApplication.translate(
                "Words", "There is nothing to give back. If the customer has paid, ask {pg}."
            )
        case FailureKind.ESCROW:
            return QCoreApplication.translate(
                "Words",
                "Parts are refunded only once the customer has confirmed the purchase. Ask {pg} how this one "
                "can be refunded.",
            )
        case FailureKind.PHONE_MONTH_OVER:
            return QCoreApplication.translate(
                "Words",
                "Pay the customer by bank transfer. Then open the refund of this order again and note it as "
                "refunded outside.",
            )
        case FailureKind.PHONE_SAME_MONTH:
            return QCoreApplication.translate("Words", "Refund it as a whole, without a bank account.")
        case FailureKind.PHONE_CARRIER:
            return QCoreApplication.translate(
                "Words", "Ask {pg}. If it stays refused, pay the customer by bank transfer."
            )
        case FailureKind.PHONE_LINE:
            return QCoreApplication.translate(
                "Words", "Wait a few minutes, then look into the console of {pg} whether it was cancelled."
            )
        case FailureKind.TIMED_OUT:
            return QCoreApplication.translate(
                "Words", "Wait until tomorrow and look into the console of {pg} before anything else."
            )
        case FailureKind.MAINTENANCE:
            return QCoreApplication.translate(
                "Words", "Wait until it is over, then look into the console of {pg}."
            )
        case _:
            return QCoreApplication.translate(
                "Words", "Look into the console of {pg} whether the refund was made, or ask there."
            )
