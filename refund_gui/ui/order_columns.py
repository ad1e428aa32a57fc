"""The columns of the orders list."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from refund_gui.clock import Clock
from refund_gui.domain.listing import OrderRow, SortBy
from refund_gui.domain.states import OPEN_STATES, DisplayStatus
from refund_gui.ui.formats import short_date_time
from refund_gui.ui.list_model import Column
from refund_gui.ui.marks import (
    NEVER_PAID,
    cell_amount,
    marked_state,
    marked_status,
    widest_amount,
    widest_name,
    with_test,
)
from refund_gui.ui.words_names import method_name


def order_columns(clock: Clock) -> tuple[Column[OrderRow], ...]:
    """Date, order no., goods, buyer, method, paid, refunded, refundable, state."""
    return (
        Column(
            lambda: QCoreApplication.translate("OrdersModel", "Date"),
            lambda row: short_date_time(row.ordered_at, clock.now()),
            lambda: ("12-03 14:02", "2025-12-03"),
            sort_by=SortBy.DATE,
        ),
        Column(
            lambda: QCoreApplication.translate("OrdersModel", "Order no."),
            lambda row: row.merchant_uid,
            lambda: ("20251203-00294",),
            sort_by=SortBy.ORDER_NO,
            is_searched=True,
        ),
        Column(
            lambda: QCoreApplication.translate("OrdersModel", "Goods"),
            lambda row: row.goods,
            is_searched=True,
        ),
        Column(
            lambda: QCoreApplication.translate("OrdersModel", "Buyer"),
            lambda row: row.buyer_name,
            widest_name,
            sort_by=SortBy.BUYER,
            is_searched=True,
        ),
        Column(
            lambda: QCoreApplication.translate("OrdersModel", "Method"),
            lambda row: method_name(row.pay_method),
            lambda: map(method_name, ("card", "trans", "vbank", "phone", "kakaopay")),
        ),
        Column(
            lambda: QCoreApplication.translate("OrdersModel", "Paid"),
            lambda row: cell_amount(row.amount),
            widest_amount,
            is_amount=True,
            sort_by=SortBy.PAID,
        ),
        Column(
            lambda: QCoreApplication.translate("OrdersModel", "Refunded"),
            lambda row: cell_amount(row.cancel_amount),
            widest_amount,
            is_amount=True,
        ),
        Column(
            lambda: QCoreApplication.translate("OrdersModel", "Refundable"),
            _refundable,
            widest_amount,
            is_amount=True,
        ),
        Column(lambda: QCoreApplication.translate("OrdersModel", "State"), _state, _widest_state),
    )


def _widest_state() -> Iterable[str]:
    paid = with_test(marked_status(DisplayStatus.PAID))
    return (paid, *map(marked_status, DisplayStatus), *map(marked_state, OPEN_STATES))


def _refundable(row: OrderRow) -> str:
    return "–" if row.status in NEVER_PAID else cell_amount(row.refundable)


def _state(row: OrderRow) -> str:
    """The open refund's state goes before the payment's: it is what needs eyes."""
    state = marked_status(row.status) if row.open_refund is None else marked_state(row.open_refund)
    return with_test(state, row.sandbox)
