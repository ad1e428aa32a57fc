"""Words for failures of the line and of PortOne: a read that failed."""

from PySide6.QtCore import QCoreApplication

from refund_gui import errors
from refund_gui.ui.words_states import Words
from refund_gui.ui.words_unexpected import unexpected


def upstream_words(error: errors.UpstreamError) -> Words:
    """Nothing was sent that moves money."""
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
