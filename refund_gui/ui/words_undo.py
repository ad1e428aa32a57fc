"""Whether a mistaken refund can be taken back, by whom, and what to do where it cannot."""

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.payment import Payment
from refund_gui.domain.undoing import UndoObstacle, UndoWay, undo_way
from refund_gui.ui.words_failures import call_line, pg_label
from refund_gui.ui.words_states import Words


def undo_words(obstacle: UndoObstacle | None, payment: Payment) -> Words:
    """Title, and advice in lines."""
    if obstacle is not None:
        return Words(
            QCoreApplication.translate("Words", "This refund cannot be taken back."),
            "\n".join((obstacle_sentence(obstacle).format(pg=pg_label(payment)), _pay_anew())),
        )
    where = (
        QCoreApplication.translate(
            "Words",
            "Look for the refund in the console of {pg}: there is a button to take it back. Or ask there.",
        )
        if undo_way(payment.pg_provider) is UndoWay.CONSOLE
        else QCoreApplication.translate("Words", "Call {pg}, or send the text below.")
    )
    lines = (
        QCoreApplication.translate(
            "Words",
            "Only {pg} can take a refund back, and only today: tomorrow nobody can. The PG decides "
            "whether it does.",
        ),
        QCoreApplication.translate(
            "Words",
            "PGs do not do it for check cards, gift cards and escrow payments, nor for what was paid on the "
            "same day.",
        ),
        where,
        call_line(payment),
        QCoreApplication.translate(
            "Words",
            "Here the refund turns to Reversed once it is gone from PortOne's record. If it is still there "
            "tomorrow, ask cs@portone.io.",
        ),
    )
    return Words(
        QCoreApplication.translate("Words", "Today the PG can still take this refund back."),
        "\n".join(lines).replace("{pg}", pg_label(payment)),
    )


def obstacle_sentence(obstacle: UndoObstacle) -> str:
    """Why not, in a sentence; `{pg}` is the PG's place in it."""
    match obstacle:
        case UndoObstacle.ANOTHER_DAY:
            return QCoreApplication.translate(
                "Words", "A refund can be taken back only on the day it was made."
            )
        case UndoObstacle.PAID_TODAY:
            return QCoreApplication.translate(
                "Words", "What was paid and refunded on the same day is not taken back."
            )
        case UndoObstacle.CHECK_CARD:
            return QCoreApplication.translate("Words", "The refund of a check card is not taken back.")
        case UndoObstacle.ESCROW:
            return QCoreApplication.translate("Words", "The refund of an escrow payment is not taken back.")
        case UndoObstacle.NEVER_HERE:
            return QCoreApplication.translate("Words", "{pg} does not take back refunds of this kind.")
        case UndoObstacle.PART:
            return QCoreApplication.translate(
                "Words", "{pg} takes back whole refunds only, and this was a part."
            )


def _pay_anew() -> str:
    return QCoreApplication.translate("Words", "Ask the customer to pay again, by card or by bank transfer.")
