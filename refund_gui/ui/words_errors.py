"""Words for expected failures: what happened, and what to do now."""

from PySide6.QtCore import QCoreApplication

from refund_gui import errors
from refund_gui.ui.words_inputs import input_words
from refund_gui.ui.words_states import Words


def describe(error: Exception) -> Words:
    """Words for any failure; for one that the program does not know, those of `unexpected`."""
    match error:
        case errors.UpstreamError():
            return _upstream(error)
        case errors.RefundError():
            return _refund(error)
        case errors.StoreError():
            return _store(error)
        case errors.BadOrigin(url=url):
            return Words(
                QCoreApplication.translate("Words", "This API address is not allowed"),
                QCoreApplication.translate("Words", "Use an https address, or http on this computer only."),
                url,
            )
        case errors.KeyringMissing(detail=detail):
            return Words(
                QCoreApplication.translate("Words", "This computer has no place to keep the keys"),
                QCoreApplication.translate(
                    "Words",
                    "The keys work until the program is closed and must be entered again next time. "
                    "To keep them, install a keyring (on Linux: gnome-keyring or KWallet) and sign in again.",
                ),
                detail,
            )
        case errors.InvalidInput():
            return Words(
                QCoreApplication.translate("Words", "Please correct what was entered"), input_words(error)
            )
        case _:
            return unexpected(type(error).__name__)


def unexpected(detail: str = "") -> Words:
    """A bug, or something that nobody has foreseen."""
    return Words(
        QCoreApplication.translate("Words", "Something unexpected happened"),
        QCoreApplication.translate(
            "Words",
            "Your refunds are safe on disk. You can go on working; if it happens again, close the program "
            "and start it anew. What happened was written into the log file.",
        ),
        detail,
    )


def _upstream(error: errors.UpstreamError) -> Words:
    """A read failed: nothing was sent that moves money."""
    match error:
        case errors.Unreachable(detail=detail):
            return Words(
                QCoreApplication.translate("Words", "PortOne cannot be reached"),
                QCoreApplication.translate(
                    "Words", "Check this computer's internet connection and try again. Nothing was refunded."
                ),
                detail,
            )
        case errors.CertificateRefused(detail=detail):
            return Words(
                QCoreApplication.translate("Words", "The connection to PortOne is not safe"),
                QCoreApplication.translate(
                    "Words",
                    "Its certificate was not accepted. Check this computer's date and time; a company or "
                    "guest network may be reading along. Nothing was refunded.",
                ),
                detail,
            )
        case errors.AnswerTimedOut(detail=detail):
            return Words(
                QCoreApplication.translate("Words", "PortOne did not answer in time"),
                QCoreApplication.translate("Words", "Wait a moment and try again. Nothing was refunded."),
                detail,
            )
        case errors.KeysMissing():
            return Words(
                QCoreApplication.translate("Words", "No API keys have been entered yet"),
                QCoreApplication.translate("Words", "Enter the shop's keys in the settings."),
            )
        case errors.KeysRefused(message=message):
            return Words(
                QCoreApplication.translate("Words", "PortOne refused the API keys"),
                QCoreApplication.translate(
                    "Words",
                    "Check key and secret in PortOne's console. It may also allow only listed IP addresses: "
                    "then add this shop's address there.",
                ),
                message,
            )
        case _:
            return _answered(error)


def _answered(error: errors.UpstreamError) -> Words:
    """Upstream answered, but not with what was asked for."""
    match error:
        case errors.PaymentNotFound(message=message):
            return Words(
                QCoreApplication.translate("Words", "PortOne does not know this payment"),
                QCoreApplication.translate(
                    "Words", "Check that the keys in the settings belong to the shop that took the payment."
                ),
                message,
            )
        case errors.ReadRefused(message=message, http_status=status):
            return Words(
                QCoreApplication.translate("Words", "PortOne could not answer the question"),
                QCoreApplication.translate(
                    "Words", "Wait a moment and try again. If it stays so, tell PortOne the words below."
                ),
                message or f"HTTP {status}",
            )
        case errors.AnswerUnreadable(detail=detail):
            return Words(
                QCoreApplication.translate("Words", "The answer could not be understood"),
                QCoreApplication.translate(
                    "Words",
                    "Something between this computer and PortOne may be answering instead, such as the "
                    "sign-in page of a guest network. Check the connection and try again.",
                ),
                detail,
            )
        case errors.FieldMissing(field=field):
            return Words(
                QCoreApplication.translate("Words", "PortOne's answer is incomplete"),
                QCoreApplication.translate(
                    "Words",
                    "A field that is needed is missing in it. Nothing was refunded; use PortOne's console.",
                ),
                field,
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


def _store(error: errors.StoreError) -> Words:
    where = error.path if not error.detail else f"{error.path} ({error.detail})"
    match error:
        case errors.StoreInUse():
            return Words(
                QCoreApplication.translate("Words", "The program is already running"),
                QCoreApplication.translate(
                    "Words",
                    "Use the window that is already open. Its data can be used by one program at a time.",
                ),
                where,
            )
        case errors.StoreNewer():
            return Words(
                QCoreApplication.translate(
                    "Words", "The data was written by a newer version of this program"
                ),
                QCoreApplication.translate("Words", "Install the newer version. Nothing was changed."),
                where,
            )
        case errors.StoreCorrupt():
            return Words(
                QCoreApplication.translate("Words", "The data file is damaged"),
                QCoreApplication.translate(
                    "Words",
                    "It was left as it is. Copies of each day lie in the folder “backups” beside it; keep "
                    "the damaged file and ask for help. PortOne's own record of all refunds is not "
                    "affected.",
                ),
                where,
            )
        case errors.StoreReadOnly():
            return Words(
                QCoreApplication.translate("Words", "The data folder cannot be written"),
                QCoreApplication.translate(
                    "Words",
                    "Give your user the right to write there, or choose another folder with --data-dir.",
                ),
                where,
            )
        case _:
            return _store_for_now(error, where)


def _store_for_now(error: errors.StoreError, where: str) -> Words:
    match error:
        case errors.DiskFull():
            return Words(
                QCoreApplication.translate("Words", "The disk is full"),
                QCoreApplication.translate(
                    "Words", "Make room on it and try again. What was saved stays as it is."
                ),
                where,
            )
        case errors.StoreBusy():
            return Words(
                QCoreApplication.translate("Words", "The data is busy"),
                QCoreApplication.translate("Words", "Wait a moment and try again."),
                where,
            )
        case errors.OtherShop():
            return Words(
                QCoreApplication.translate("Words", "These keys belong to another shop"),
                QCoreApplication.translate(
                    "Words",
                    "They do not see the payments that are stored here, and were not kept. Enter this "
                    "shop's keys, or start with another data folder (--data-dir) for the other shop.",
                ),
            )
        case _:
            return unexpected(type(error).__name__)
