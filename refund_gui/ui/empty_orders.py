"""What stands in place of an empty list of orders: why it is empty, and the next step."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication


class Loading(Enum):
    """How far it is with orders from upstream."""

    NOT_ASKED = auto()
    UNCONNECTED = auto()  # there are no keys to ask with
    RUNNING = auto()
    FAILED = auto()
    DONE = auto()


def empty_words(loading: Loading) -> tuple[str, str]:
    """Title and next step, where no filter hides orders."""
    match loading:
        case Loading.UNCONNECTED:
            return (
                QCoreApplication.translate("OrdersPage", "This shop is not connected yet."),
                QCoreApplication.translate("OrdersPage", "Enter its API keys, or try practice mode first."),
            )
        case Loading.RUNNING:
            return (
                QCoreApplication.translate("OrdersPage", "Orders are being loaded…"),
                QCoreApplication.translate("OrdersPage", "They appear here as they come. You need not wait."),
            )
        case Loading.FAILED:
            return (
                QCoreApplication.translate("OrdersPage", "Orders could not be loaded."),
                QCoreApplication.translate("OrdersPage", "Why stands below. F5 tries again."),
            )
        case Loading.DONE:
            return (
                QCoreApplication.translate("OrdersPage", "PortOne has no orders in the loaded time."),
                QCoreApplication.translate(
                    "OrdersPage", "F5 looks again. How many months are loaded is set under Settings (Ctrl+,)."
                ),
            )
        case Loading.NOT_ASKED:
            return (
                QCoreApplication.translate("OrdersPage", "There are no orders here yet."),
                QCoreApplication.translate("OrdersPage", "Press F5 to load them from PortOne."),
            )
