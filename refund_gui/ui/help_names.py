"""The names of buttons and states as the window shows them now, for texts that speak of them."""

from html import escape

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.states import DisplayStatus, RefundState
from refund_gui.ui.words_names import state_name, status_name


def told(text: str) -> str:
    """A text of help as HTML: `{refund}` and the like are filled in with the names of today."""
    return escape(text, quote=False).format(**names())


def names() -> dict[str, str]:
    """By the word that stands for them in the texts; each in bold."""
    return {key: f"<b>{escape(name, quote=False)}</b>" for key, name in {**_buttons(), **_states()}.items()}


def _buttons() -> dict[str, str]:
    return {
        "orders": QCoreApplication.translate("Navigation", "Orders"),
        "history": QCoreApplication.translate("Navigation", "Refund history"),
        "summary": QCoreApplication.translate("Navigation", "Summary"),
        "settings": QCoreApplication.translate("Navigation", "Settings"),
        "practice": QCoreApplication.translate("SetupWizard", "Try practice mode first"),
        "test_keys": QCoreApplication.translate("KeysForm", "Test connection"),
        "finish": QCoreApplication.translate("SetupWizard", "Finish and load orders"),
        "load": QCoreApplication.translate("SyncBar", "Load orders (F5)"),
        "refund": QCoreApplication.translate("DetailPane", "Refund…"),
        "until": QCoreApplication.translate("DetailPane", "Refundable until"),
        "outside": QCoreApplication.translate("DetailPane", "Refunded outside…"),
        "whole": QCoreApplication.translate("RefundForm", "Whole amount (F8)"),
        "go_on": QCoreApplication.translate("RefundForm", "Continue… (F9)"),
        "confirm": QCoreApplication.translate("ConfirmStep", "Refund now"),
        "check": QCoreApplication.translate("ResultStep", "Check now"),
        "again": QCoreApplication.translate("ResultStep", "Try again"),
        "review": QCoreApplication.translate("ResultStep", "Review…"),
        "copy": QCoreApplication.translate("ResultStep", "Copy message for the customer"),
        "receipt": QCoreApplication.translate("ResultStep", "Receipt…"),
        "mail": QCoreApplication.translate("NextSteps", "Copy the mail to PortOne"),
        "undo": QCoreApplication.translate("NextSteps", "Refunded by mistake?"),
        "decide": QCoreApplication.translate("ReviewDialog", "Write down the decision"),
        "close_of_day": QCoreApplication.translate("SummaryPage", "Daily close"),
        "export": QCoreApplication.translate("HistoryOutput", "Export"),
        "print": QCoreApplication.translate("HistoryOutput", "Print"),
        "log_folder": QCoreApplication.translate("HelpDialog", "Open the log folder"),
        "report": QCoreApplication.translate("HelpDialog", "Support report…"),
    }


def _states() -> dict[str, str]:
    return {
        "checking": state_name(RefundState.UNKNOWN),
        "needs_review": state_name(RefundState.NEEDS_REVIEW),
        "partly": status_name(DisplayStatus.PARTLY_REFUNDED),
        "fully": status_name(DisplayStatus.FULLY_REFUNDED),
        "unpaid": status_name(DisplayStatus.AWAITING_PAYMENT),
    }
