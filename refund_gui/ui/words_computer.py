"""Words for failures of this computer: its disk, keyring and printer."""

from PySide6.QtCore import QCoreApplication

from refund_gui import errors
from refund_gui.ui.words_states import Words
from refund_gui.ui.words_unexpected import unexpected


def computer_words(
    error: errors.StoreError | errors.FileError | errors.KeyringMissing | errors.PrinterRefused,
) -> Words:
    """What to do at this computer."""
    match error:
        case errors.StoreError():
            return _store(error, _where(error))
        case errors.FileError():
            return _file(error, _where(error))
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
        case errors.PrinterRefused():
            return Words(
                QCoreApplication.translate("Words", "The printer did not take it"),
                QCoreApplication.translate("Words", "See whether it is on and has paper, then print again."),
            )


def _where(error: errors.StoreError | errors.FileError) -> str:
    return error.path if not error.detail else f"{error.path} ({error.detail})"


def _store(error: errors.StoreError, where: str) -> Words:
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


def _file(error: errors.FileError, where: str) -> Words:
    """An export or a PDF was not written."""
    match error:
        case errors.FileInUse():
            return Words(
                QCoreApplication.translate("Words", "The file is open in another program"),
                QCoreApplication.translate(
                    "Words", "Close it there (Excel, for example) and try again, or choose another name."
                ),
                where,
            )
        case _:
            return Words(
                QCoreApplication.translate("Words", "The file cannot be written there"),
                QCoreApplication.translate("Words", "Choose another folder or another name."),
                where,
            )
