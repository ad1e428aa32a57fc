"""Why a refund stands where it stands, in a sentence."""

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.verdict import Ground


def event_words(detail: str) -> str:
    """An event's detail: the sentence of its ground, or what a person wrote, as it is."""
    return ground_words(Ground(detail)) if detail in set(Ground) else detail


def ground_words(ground: Ground) -> str:
    """Why a refund stands where it stands."""
    match ground:
        case Ground.OUR_TAG:
            return QCoreApplication.translate("Words", "This refund's tag stands in PortOne's record.")
        case Ground.ONE_NEW_ENTRY:
            return QCoreApplication.translate("Words", "PortOne's record has exactly this amount more.")
        case Ground.PG_ACTS_LATER:
            return QCoreApplication.translate("Words", "This PG answers before it acts.")
        case Ground.WRONG_PAYMENT:
            return QCoreApplication.translate("Words", "The answer was about another payment.")
        case Ground.WRONG_AMOUNT:
            return QCoreApplication.translate("Words", "PortOne's record shows another amount.")
        case Ground.NOTHING_CHANGED:
            return QCoreApplication.translate(
                "Words", "PortOne said yes, and nothing has changed in its record."
            )
        case Ground.EQUAL_UNTAGGED_ENTRY:
            return QCoreApplication.translate(
                "Words", "A refund of the same amount may be this one or another."
            )
        case Ground.UNEXPLAINED_BALANCE:
            return QCoreApplication.translate(
                "Words", "The amount has changed, and the record does not say how."
            )
        case Ground.OTHERS_REFUNDED:
            return QCoreApplication.translate("Words", "The payment was refunded elsewhere meanwhile.")
        case _:
            return _ground_of_the_end(ground)


def _ground_of_the_end(ground: Ground) -> str:
    match ground:
        case Ground.REFUSED:
            return QCoreApplication.translate("Words", "PortOne or the PG refused it.")
        case Ground.CAREFUL_WORDS:
            return QCoreApplication.translate("Words", "The refusal does not prove that nothing was done.")
        case Ground.NOT_SENT:
            return QCoreApplication.translate("Words", "No connection was made: nothing was sent.")
        case Ground.KEYS_REFUSED:
            return QCoreApplication.translate("Words", "The API keys were refused: nothing was done.")
        case Ground.ANSWER_LOST:
            return QCoreApplication.translate("Words", "No clear answer came.")
        case Ground.QUIET:
            return QCoreApplication.translate("Words", "Two readings after the waiting time show nothing.")
        case Ground.INTERRUPTED:
            return QCoreApplication.translate("Words", "The program ended while it was being sent.")
        case Ground.GIVEN_UP:
            return QCoreApplication.translate("Words", "A person gave it up before it was sent.")
        case _:
            return _ground_found_later(ground)


def _ground_found_later(ground: Ground) -> str:
    match ground:
        case Ground.OVERDUE:
            return QCoreApplication.translate(
                "Words", "It is not in PortOne's record after the PG's usual business days."
            )
        case Ground.SCHEDULE_OVER:
            return QCoreApplication.translate("Words", "90 days of reading did not decide it.")
        case Ground.ENTRY_GONE:
            return QCoreApplication.translate("Words", "PortOne's record no longer shows this refund.")
        case Ground.ENTRY_BACK:
            return QCoreApplication.translate("Words", "PortOne's record shows this refund again.")
        case Ground.PAYOUT_CONFIRMED:
            return QCoreApplication.translate("Words", "The customer has confirmed the money.")
        case _:
            return QCoreApplication.translate("Words", "A person decided it.")
