"""Why a payment cannot be refunded here, or only as a whole, and what can be done instead."""

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.limits import Obstacle, WholeOnly
from refund_gui.domain.payment import Payment
from refund_gui.ui import formats
from refund_gui.ui.words_states import Words


def obstacle_title(obstacle: Obstacle) -> str:
    """Why a payment cannot be refunded here, in one sentence."""
    match obstacle:
        case Obstacle.UNKNOWN_CURRENCY:
            return QCoreApplication.translate("Words", "This program cannot refund this currency.")
        case Obstacle.NOT_PAID_YET:
            return QCoreApplication.translate("Words", "This order has not been paid yet.")
        case Obstacle.NEVER_PAID:
            return QCoreApplication.translate("Words", "This order was never paid.")
        case Obstacle.FULLY_REFUNDED:
            return QCoreApplication.translate("Words", "This order has already been fully refunded.")
        case Obstacle.NAVER_ORDER:
            return QCoreApplication.translate(
                "Words", "Naver Pay orders are refunded in Naver's own console only."
            )
        case Obstacle.PROMOTION_TOUCHED:
            return QCoreApplication.translate(
                "Words",
                "A payment with a promotion that was refunded in part is refunded in PortOne's console only.",
            )
        case Obstacle.PART_LEFT:
            return QCoreApplication.translate(
                "Words", "Only the whole could be refunded here, and a part of it was refunded outside."
            )
        case Obstacle.PHONE_MONTH_OVER:
            return QCoreApplication.translate(
                "Words", "A phone payment can be refunded in the calendar month of the payment only."
            )
        case Obstacle.VBANK_NEVER:
            return QCoreApplication.translate("Words", "This PG does not refund virtual accounts at all.")
        case Obstacle.NIGHT:
            return QCoreApplication.translate(
                "Words", "This PG refunds virtual accounts between 06:00 and 23:00 only."
            )


def obstacle_words(obstacle: Obstacle, payment: Payment) -> Words:
    """Why this payment cannot be refunded here, and what can be done instead."""
    return Words(obstacle_title(obstacle), _instead(obstacle, payment))


def possible_again(possible_at: int, now: int) -> str:
    """From when on an obstacle is gone. Times in unix seconds."""
    return QCoreApplication.translate("Words", "Possible again from {when} on.").format(
        when=formats.short_date_time(possible_at, now)
    )


def whole_only_words(reason: WholeOnly) -> Words:
    """Why only the whole amount can be refunded here, and what to do about a part."""
    pay_anew = QCoreApplication.translate(
        "Words", "To give back a part: refund the whole, and let the customer pay the rest anew."
    )
    match reason:
        case WholeOnly.PROMOTION:
            return Words(
                QCoreApplication.translate(
                    "Words", "This payment has a promotion: only the whole amount can be refunded here."
                ),
                QCoreApplication.translate("Words", "For a part, use PortOne's console."),
            )
        case WholeOnly.PHONE:
            return Words(
                QCoreApplication.translate("Words", "This phone payment can be refunded only as a whole."),
                pay_anew,
            )
        case WholeOnly.VOUCHER:
            return Words(
                QCoreApplication.translate(
                    "Words", "A payment by gift voucher can be refunded only as a whole here."
                ),
                pay_anew,
            )
        case WholeOnly.PARTS_USED_UP:
            return Words(
                QCoreApplication.translate(
                    "Words", "This PG allows nine partial refunds of a payment, and all nine were made."
                ),
                QCoreApplication.translate("Words", "Only the rest as a whole can still be tried."),
            )
        case WholeOnly.TEST:
            return Words(
                QCoreApplication.translate(
                    "Words", "This PG refunds a test payment like this one only as a whole."
                ),
                QCoreApplication.translate("Words", "Real payments are not affected."),
            )


def _instead(obstacle: Obstacle, payment: Payment) -> str:
    match obstacle:
        case Obstacle.UNKNOWN_CURRENCY:
            return QCoreApplication.translate(
                "Words", "The currency is {currency}. Refund it in PortOne's console."
            ).format(currency=payment.currency)
        case Obstacle.NOT_PAID_YET:
            return QCoreApplication.translate("Words", "There is nothing to give back.")
        case Obstacle.NEVER_PAID:
            return QCoreApplication.translate(
                "Words", "The payment failed or was closed: there is nothing to give back."
            )
        case Obstacle.FULLY_REFUNDED:
            return QCoreApplication.translate("Words", "The timeline of the order shows when and how much.")
        case Obstacle.NAVER_ORDER:
            return QCoreApplication.translate(
                "Words", "Open the Naver Pay center and refund the order there."
            )
        case Obstacle.PROMOTION_TOUCHED:
            return QCoreApplication.translate("Words", "Open PortOne's console and refund the rest there.")
        case Obstacle.PART_LEFT:
            return QCoreApplication.translate(
                "Words",
                "Pay the rest back in another way too, and note it as refunded outside; or take a wrong note "
                "back.",
            )
        case Obstacle.PHONE_MONTH_OVER:
            return QCoreApplication.translate(
                "Words",
                "Pay the customer back in another way, by bank transfer for example, and note it as refunded "
                "outside.",
            )
        case Obstacle.VBANK_NEVER:
            return QCoreApplication.translate(
                "Words",
                "Transfer the money to the customer's account yourself, and note it as refunded outside.",
            )
        case Obstacle.NIGHT:
            return QCoreApplication.translate("Words", "The order can wait: nothing is lost until then.")
