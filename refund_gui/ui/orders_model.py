"""The orders list as a table model."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject

from refund_gui.clock import Clock
from refund_gui.domain.listing import OrderRow
from refund_gui.domain.payment import DisplayStatus
from refund_gui.domain.refund import OPEN_STATES
from refund_gui.ui import words
from refund_gui.ui.background import Lanes
from refund_gui.ui.formats import short_date_time
from refund_gui.ui.marks import (
    NEVER_PAID,
    cell_amount,
    marked_state,
    marked_status,
    widest_amount,
    widest_name,
)
from refund_gui.ui.paging_model import Column, PagingModel


class OrdersModel(PagingModel[OrderRow]):
    """Payments, newest first."""

    def __init__(self, lanes: Lanes, clock: Clock, parent: QObject | None = None) -> None:
        columns: tuple[Column[OrderRow], ...] = (
            Column(
                lambda: QCoreApplication.translate("OrdersModel", "Date"),
                lambda row: short_date_time(row.ordered_at, clock.now()),
                lambda: ("12-03 14:02", "2025-12-03"),
            ),
            Column(
                lambda: QCoreApplication.translate("OrdersModel", "Order no."),
                lambda row: row.merchant_uid,
                lambda: ("20251203-00294",),
            ),
            Column(lambda: QCoreApplication.translate("OrdersModel", "Goods"), lambda row: row.goods),
            Column(
                lambda: QCoreApplication.translate("OrdersModel", "Buyer"),
                lambda row: row.buyer_name,
                widest_name,
            ),
            Column(
                lambda: QCoreApplication.translate("OrdersModel", "Method"),
                lambda row: words.method_name(row.pay_method),
                lambda: map(words.method_name, ("card", "trans", "vbank", "phone")),
            ),
            Column(
                lambda: QCoreApplication.translate("OrdersModel", "Paid"),
                lambda row: cell_amount(row.amount),
                widest_amount,
                True,
            ),
            Column(
                lambda: QCoreApplication.translate("OrdersModel", "Refunded"),
                lambda row: cell_amount(row.cancel_amount),
                widest_amount,
                True,
            ),
            Column(
                lambda: QCoreApplication.translate("OrdersModel", "Refundable"),
                _refundable,
                widest_amount,
                True,
            ),
            Column(lambda: QCoreApplication.translate("OrdersModel", "State"), _state, _widest_state),
        )
        super().__init__(lanes, columns, parent)


def _widest_state() -> Iterable[str]:
    paid = _with_test(marked_status(DisplayStatus.PAID))
    return (paid, *map(marked_status, DisplayStatus), *map(marked_state, OPEN_STATES))


def _refundable(row: OrderRow) -> str:
    return "–" if row.status in NEVER_PAID else cell_amount(row.balance)


def _state(row: OrderRow) -> str:
    """The open refund's state goes before the payment's: it is what needs eyes."""
    state = marked_status(row.status) if row.open_refund is None else marked_state(row.open_refund)
    return _with_test(state) if row.sandbox else state


def _with_test(state: str) -> str:
    return QCoreApplication.translate("OrdersModel", "{state} · TEST").format(state=state)
