"""The list of all refunds as a table model."""

from PySide6.QtCore import QCoreApplication, QObject

from refund_gui.domain.listing import HistoryRow
from refund_gui.domain.refund import Origin, RefundState
from refund_gui.ui import words
from refund_gui.ui.background import Lanes
from refund_gui.ui.formats import date_time
from refund_gui.ui.marks import cell_amount, marked_left_over, marked_state, widest_amount, widest_name
from refund_gui.ui.paging_model import Column, PagingModel
from refund_gui.ui.result_texts import SettlesAt


class HistoryModel(PagingModel[HistoryRow]):
    """Refunds, newest first. `settles_at` tells those that were left unsent from the others."""

    def __init__(self, lanes: Lanes, settles_at: SettlesAt, parent: QObject | None = None) -> None:
        columns: tuple[Column[HistoryRow], ...] = (
            Column(
                lambda: QCoreApplication.translate("HistoryModel", "Time"),
                lambda row: date_time(row.created_at),
                lambda: ("2025-12-03 14:02",),
            ),
            Column(
                lambda: QCoreApplication.translate("HistoryModel", "Order no."),
                lambda row: row.merchant_uid,
                lambda: ("20251203-00294",),
            ),
            Column(lambda: QCoreApplication.translate("HistoryModel", "Goods"), lambda row: row.goods),
            Column(
                lambda: QCoreApplication.translate("HistoryModel", "Buyer"),
                lambda row: row.buyer_name,
                widest_name,
            ),
            Column(
                lambda: QCoreApplication.translate("HistoryModel", "Amount"),
                lambda row: cell_amount(row.amount),
                widest_amount,
                True,
            ),
            Column(
                lambda: QCoreApplication.translate("HistoryModel", "State"),
                lambda row: _state(row, settles_at),
                lambda: (marked_left_over(), *map(marked_state, RefundState)),
            ),
            Column(
                lambda: QCoreApplication.translate("HistoryModel", "Operator"),
                lambda row: row.operator,
                widest_name,
            ),
            Column(
                lambda: QCoreApplication.translate("HistoryModel", "Origin"),
                lambda row: words.origin_name(row.origin),
                lambda: map(words.origin_name, Origin),
            ),
        )
        super().__init__(lanes, columns, parent)


def _state(row: HistoryRow, settles_at: SettlesAt) -> str:
    is_left_over = row.state is RefundState.PREPARED and settles_at(row.refund_id) is not None
    return marked_left_over() if is_left_over else marked_state(row.state)
