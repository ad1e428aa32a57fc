"""The orders list as a table model."""

from PySide6.QtCore import QCoreApplication, QObject

from refund_gui.clock import Clock
from refund_gui.domain.listing import OrderRow
from refund_gui.ui import words
from refund_gui.ui.background import Lanes
from refund_gui.ui.formats import short_date_time
from refund_gui.ui.marks import NEVER_PAID, cell_amount, marked_state, marked_status
from refund_gui.ui.paging_model import Column, PagingModel


class OrdersModel(PagingModel[OrderRow]):
    """Payments, newest first."""

    def __init__(self, lanes: Lanes, clock: Clock, parent: QObject | None = None) -> None:
        columns: tuple[Column[OrderRow], ...] = (
            Column(
                lambda: QCoreApplication.translate("OrdersModel", "Date"),
                lambda row: short_date_time(row.ordered_at, clock.now()),
                80,
            ),
            Column(
                lambda: QCoreApplication.translate("OrdersModel", "Order no."),
                lambda row: row.merchant_uid,
                112,
            ),
            Column(lambda: QCoreApplication.translate("OrdersModel", "Goods"), lambda row: row.goods, 0),
            Column(
                lambda: QCoreApplication.translate("OrdersModel", "Buyer"), lambda row: row.buyer_name, 60
            ),
            Column(
                lambda: QCoreApplication.translate("OrdersModel", "Method"),
                lambda row: words.method_name(row.pay_method),
                70,
            ),
            Column(
                lambda: QCoreApplication.translate("OrdersModel", "Paid"),
                lambda row: cell_amount(row.amount),
                84,
                True,
            ),
            Column(
                lambda: QCoreApplication.translate("OrdersModel", "Refunded"),
                lambda row: cell_amount(row.cancel_amount),
                84,
                True,
            ),
            Column(
                lambda: QCoreApplication.translate("OrdersModel", "Refundable"),
                _refundable,
                84,
                True,
            ),
            Column(lambda: QCoreApplication.translate("OrdersModel", "State"), _state, 114),
        )
        super().__init__(lanes, columns, parent)


def _refundable(row: OrderRow) -> str:
    return "–" if row.status in NEVER_PAID else cell_amount(row.balance)


def _state(row: OrderRow) -> str:
    """The open refund's state goes before the payment's: it is what needs eyes."""
    state = marked_status(row.status) if row.open_refund is None else marked_state(row.open_refund)
    if not row.sandbox:
        return state
    return QCoreApplication.translate("OrdersModel", "{state} · TEST").format(state=state)
