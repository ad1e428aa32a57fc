"""What may stand in the way of a refund, and what is good to know: a sentence, and what to do."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.limits import Caution, Hint, Notice, Obstacle, PartCaution, WholeOnly
from refund_gui.domain.payment import Payment
from refund_gui.ui import formats
from refund_gui.ui.words_obstacles import obstacle_words, whole_only_words
from refund_gui.ui.words_states import Words


def notice_words(notice: Notice, payment: Payment, now: int) -> Words:
    """What a notice says about this payment. `now` in unix seconds."""
    match notice.kind:
        case Obstacle():
            return obstacle_words(notice.kind, payment)
        case WholeOnly():
            return whole_only_words(notice.kind)
        case PartCaution():
            return _part(notice.kind)
        case Caution():
            return _caution(notice.kind, notice.day, now)
        case Hint():
            return _hint(notice.kind, notice.day, now)


def _day(day: date | None, now: int) -> str:
    return formats.day(day, now) if day else ""


def _part(kind: PartCaution) -> Words:
    if_refused = QCoreApplication.translate(
        "Words", "If it is refused: refund the whole, and let the customer pay the rest anew."
    )
    match kind:
        case PartCaution.PHONE:
            return Words(
                QCoreApplication.translate(
                    "Words", "KCP refunds a part of a phone payment only where that was agreed."
                ),
                if_refused,
            )
        case PartCaution.VOUCHER:
            return Words(
                QCoreApplication.translate("Words", "A part of a payment by gift voucher is often refused."),
                if_refused,
            )
        case PartCaution.ESCROW:
            return Words(
                QCoreApplication.translate(
                    "Words",
                    "Escrow: a part is refused until the buyer has confirmed the purchase. PortOne's record "
                    "does not show whether that was done.",
                ),
                QCoreApplication.translate("Words", "Ask the buyer to confirm first, or refund the whole."),
            )
        case PartCaution.CARD_KIND:
            return Words(
                QCoreApplication.translate(
                    "Words", "This may be an overseas, prepaid or gift card: a part is often refused."
                ),
                if_refused,
            )
        case PartCaution.LAST_PART:
            return Words(
                QCoreApplication.translate(
                    "Words", "Eight partial refunds were made: this PG allows one more, then no other."
                ),
                QCoreApplication.translate("Words", "If more is going to come back, refund it together."),
            )
        case PartCaution.TEST:
            return Words(
                QCoreApplication.translate(
                    "Words", "This PG does not carry out a partial refund of a test payment."
                ),
                QCoreApplication.translate("Words", "Real payments are not affected."),
            )


def _caution(kind: Caution, day: date | None, now: int) -> Words:
    outside = QCoreApplication.translate(
        "Words", "If it is refused: pay the customer back in another way, and note it as refunded outside."
    )
    match kind:
        case Caution.PHONE_LAST_DAY:
            return Words(
                QCoreApplication.translate("Words", "Today is the last day for this phone payment."),
                QCoreApplication.translate("Words", "After midnight it can no longer be refunded here."),
            )
        case Caution.PHONE_LAST_DAY_TO_PHONE:
            return Words(
                QCoreApplication.translate(
                    "Words", "Today is the last day to refund this to the phone bill."
                ),
                QCoreApplication.translate(
                    "Words",
                    "After midnight KCP pays it into a bank account, and only with a contract for it.",
                ),
            )
        case Caution.PHONE_NEXT_MONTH:
            return Words(
                QCoreApplication.translate(
                    "Words",
                    "The month of this phone payment is over: KCP refunds it to a bank account, and only "
                    "with a contract for it.",
                ),
                outside,
            )
        case Caution.REST_AFTER_PARTS:
            return Words(
                QCoreApplication.translate("Words", "The PG may refuse the rest as a tenth partial refund."),
                outside,
            )
        case Caution.DEADLINE_OVER:
            title = QCoreApplication.translate("Words", "The time for this refund ended about {day}.")
            return Words(title.format(day=_day(day, now)), outside)
        case Caution.DONE_AT_PG:
            return Words(
                QCoreApplication.translate("Words", "The PG said that this payment was already refunded."),
                QCoreApplication.translate(
                    "Words",
                    "PortOne does not know what was refunded in the PG's own console. Look there first; to "
                    "have PortOne's record put right, write to cs@portone.io.",
                ),
            )
        case Caution.CASH_RECEIPT:
            return Words(
                QCoreApplication.translate("Words", "The cash receipt is not cancelled with the refund."),
                QCoreApplication.translate(
                    "Words", "Cancel it by hand afterwards; after a part, issue a new one for the rest."
                ),
            )
        case _:
            return _caution_of_few(kind)


def _caution_of_few(kind: Caution) -> Words:
    """Escrow and test payments."""
    match kind:
        case Caution.ESCROW_BUYER:
            return Words(
                QCoreApplication.translate(
                    "Words", "This PG refunds an escrow payment only if the buyer has refused the goods."
                ),
                QCoreApplication.translate("Words", "Ask the buyer to refuse the purchase first."),
            )
        case Caution.ESCROW_BANK:
            return Words(
                QCoreApplication.translate("Words", "This PG may refuse a virtual account with escrow."),
                QCoreApplication.translate(
                    "Words", "If it answers 504747, the refund goes through Hana Bank: ask the PG."
                ),
            )
        case Caution.TEST_VBANK:
            return Words(
                QCoreApplication.translate("Words", "A virtual-account refund cannot be tested."),
                QCoreApplication.translate(
                    "Words", "It will probably be refused. Real ones are not affected."
                ),
            )
        case _:
            return Words(
                QCoreApplication.translate(
                    "Words", "This PG really charges test payments, and cancels them by itself within a day."
                ),
                QCoreApplication.translate(
                    "Words", "If it answers that this was already cancelled, nothing is left to do."
                ),
            )


def _hint(kind: Hint, day: date | None, now: int) -> Words:
    match kind:
        case Hint.DEADLINE_NEAR:
            title = QCoreApplication.translate("Words", "It can be refunded until about {day}.")
            return Words(
                title.format(day=_day(day, now)),
                QCoreApplication.translate("Words", "Better do it in good time."),
            )
        case Hint.VBANK_CONTRACT:
            return Words(
                QCoreApplication.translate(
                    "Words", "The PG refunds virtual accounts only with a contract for it."
                ),
                QCoreApplication.translate("Words", "If it refuses for that reason, ask the PG for one."),
            )
        case Hint.VBANK_FEE:
            return Words(
                QCoreApplication.translate("Words", "The PG charges the shop ₩300 for this refund."),
                QCoreApplication.translate("Words", "The customer gets the whole amount."),
            )
        case Hint.PAID_WEEKLY:
            return Words(
                QCoreApplication.translate("Words", "The PG pays on Thursdays what was sent by Tuesday."),
                QCoreApplication.translate("Words", "Tell the customer so."),
            )
        case Hint.REAL_REASON:
            return Words(
                QCoreApplication.translate("Words", "Naver Pay demands the real reason."),
                QCoreApplication.translate("Words", "Write the reason that the customer gave."),
            )
        case Hint.PARTS_BY_CONTRACT:
            return Words(
                QCoreApplication.translate(
                    "Words", "This PG refunds a part only where its service for that is on for the method."
                ),
                QCoreApplication.translate("Words", "If a part is refused, ask the PG, or refund the whole."),
            )
        case Hint.TEST_KEPT:
            return Words(
                QCoreApplication.translate(
                    "Words", "This test payment was really charged, and does not come back by itself."
                ),
                QCoreApplication.translate("Words", "Refund it here."),
            )
        case Hint.TEST_NOT_CHARGED:
            return Words(
                QCoreApplication.translate("Words", "This test payment was never charged."),
                QCoreApplication.translate("Words", "This refund moves no money."),
            )
