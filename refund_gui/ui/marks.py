"""A shape for each state, so that none is told by colour alone. All are in the fonts that Korean PCs have."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.money import Money
from refund_gui.domain.states import DisplayStatus, Elsewhere, HistoryState, Outside, RefundState
from refund_gui.ui import formats
from refund_gui.ui.words_names import left_over_name, state_name, status_name

STATUS_MARKS: Final[Mapping[DisplayStatus, str]] = {
    DisplayStatus.AWAITING_PAYMENT: "◇",
    DisplayStatus.PAID: "●",
    DisplayStatus.PARTLY_REFUNDED: "◐",
    DisplayStatus.FULLY_REFUNDED: "○",
    DisplayStatus.CLOSED: "×",
    DisplayStatus.FAILED: "×",
    DisplayStatus.OTHER: "□",
}

STATE_MARKS: Final[Mapping[HistoryState, str]] = {
    RefundState.PREPARED: "△",
    RefundState.SENDING: "▶",
    RefundState.UNKNOWN: "◎",
    RefundState.ACCEPTED: "◈",
    RefundState.NEEDS_REVIEW: "▲",
    RefundState.SUCCEEDED: "●",
    RefundState.REVERSED: "◁",
    RefundState.REJECTED: "×",
    RefundState.NOT_EXECUTED: "□",
    RefundState.STALE: "◇",
    RefundState.CANCELLED: "○",
    Elsewhere.REFUNDED: "◆",
    Elsewhere.REVERSED: "▽",
    Outside.NOTED: "■",
    Outside.TAKEN_BACK: "▷",
}


NEVER_PAID: Final = frozenset({DisplayStatus.AWAITING_PAYMENT, DisplayStatus.CLOSED, DisplayStatus.FAILED})
"""Nothing came in, so nothing can go back, whatever the amount less cancel_amount says."""


def marked_status(status: DisplayStatus) -> str:
    """`● Paid`."""
    return f"{STATUS_MARKS[status]} {status_name(status)}"


def marked_state(state: HistoryState) -> str:
    """`◎ Checking`."""
    return f"{STATE_MARKS[state]} {state_name(state)}"


def marked_left_over() -> str:
    """`△ Not sent, checking`."""
    return f"{STATE_MARKS[RefundState.PREPARED]} {left_over_name()}"


def with_test(state: str, is_test: bool = True) -> str:
    """`● Paid · TEST` of a test payment."""
    return (
        QCoreApplication.translate("OrdersModel", "{state} · TEST").format(state=state) if is_test else state
    )


def cell_amount(amount: Money) -> str:
    """Bare digits for won, for the column says what they are; any other currency is named."""
    return formats.digits(amount) if amount.currency == "KRW" else formats.money(amount)


def widest_amount() -> tuple[str, ...]:
    """Amounts that a column shows whole."""
    return "9,999,999", "99.50 USD"


def widest_name() -> tuple[str, ...]:
    """The room of a Korean name of four syllables."""
    return ("\u3000" * 4,)
