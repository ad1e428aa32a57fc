"""Words for expected failures: what happened, and what to do now."""

from PySide6.QtCore import QCoreApplication

from refund_gui import errors
from refund_gui.domain.request import NotRefundable
from refund_gui.ui.words_computer import computer_words
from refund_gui.ui.words_inputs import input_words
from refund_gui.ui.words_obstacles import obstacle_title
from refund_gui.ui.words_states import Words
from refund_gui.ui.words_unexpected import unexpected
from refund_gui.ui.words_updates import update_words
from refund_gui.ui.words_upstream import upstream_words


def describe(error: Exception) -> Words:
    """Words for any failure; for one that the program does not know, those of `unexpected`."""
    match error:
        case errors.UpstreamError():
            return upstream_words(error)
        case errors.RefundError():
            return _refund(error)
        case errors.StoreError() | errors.FileError() | errors.KeyringMissing() | errors.PrinterRefused():
            return computer_words(error)
        case errors.Stopped():
            return Words(
                QCoreApplication.translate("Words", "Cancelled. No file was made."),
                QCoreApplication.translate("Words", "Start it again whenever you like."),
            )
        case errors.UpdateRefused():
            return update_words(error)
        case errors.BadOrigin(url=url):
            return Words(
                QCoreApplication.translate("Words", "This API address is not allowed"),
                QCoreApplication.translate("Words", "Use an https address, or http on this computer only."),
                url,
            )
        case NotRefundable(obstacle=obstacle):
            return Words(
                obstacle_title(obstacle),
                QCoreApplication.translate(
                    "Words",
                    "Nothing was sent. Close this, and open the order again: it says what can be done.",
                ),
            )
        case errors.InvalidInput():
            return Words(
                QCoreApplication.translate("Words", "Please correct what was entered"), input_words(error)
            )
        case _:
            return unexpected(type(error).__name__)


def _refund(error: errors.RefundError) -> Words:
    match error:
        case errors.RefundIsOpen():
            return Words(
                QCoreApplication.translate("Words", "Another refund of this payment has not ended yet"),
                QCoreApplication.translate("Words", "Open it and wait for its result. Nothing was sent now."),
            )
        case errors.BalanceMoved():
            return Words(
                QCoreApplication.translate("Words", "The refundable amount has changed meanwhile"),
                QCoreApplication.translate(
                    "Words",
                    "Somebody refunded this payment elsewhere. Nothing was sent; look at the new amount.",
                ),
            )
        case errors.UnsendableText(field=field):
            return Words(
                QCoreApplication.translate("Words", "A text has a character that cannot be sent"),
                QCoreApplication.translate("Words", "Type it again. Nothing was sent."),
                field,
            )
        case errors.NotAllowed(detail=detail):
            return Words(
                QCoreApplication.translate("Words", "This step is no longer possible"),
                QCoreApplication.translate("Words", "The refund has moved on meanwhile. Look at it again."),
                detail,
            )
        case errors.PaymentBlocked():
            return _blocked(error)
        case errors.AnswerNotSaved():
            return Words(
                QCoreApplication.translate("Words", "The answer came, but could not be saved yet"),
                QCoreApplication.translate(
                    "Words",
                    "Make room on the disk and leave this program open: saving is tried again by itself. "
                    "Do not refund this in another way.",
                ),
            )
        case _:
            return unexpected(type(error).__name__)


def _blocked(error: errors.PaymentBlocked) -> Words:
    """A bug of this program or a damaged store, kept from doing harm."""
    return Words(
        QCoreApplication.translate("Words", "This payment is blocked: its records do not fit together"),
        QCoreApplication.translate(
            "Words",
            "Nothing is sent for it any more. See in PortOne's console what was refunded, and call support "
            "with the record number {number}. Refunds of other orders go on.",
        ).format(number=error.imp_uid),
        error.breach,
    )
