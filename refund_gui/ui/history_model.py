"""The list of all refunds as a table model."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject

from refund_gui.domain.refund_listing import HistoryRow
from refund_gui.domain.states import HISTORY_STATES, EntryOrigin, Origin, RefundState
from refund_gui.ui import words
from refund_gui.ui.background import Lanes
from refund_gui.ui.formats import date_time
from refund_gui.ui.list_model import Column
from refund_gui.ui.marks import (
    cell_amount,
    marked_left_over,
    marked_state,
    widest_amount,
    widest_name,
    with_test,
)
from refund_gui.ui.paging_model import PagingModel
from refund_gui.ui.result_texts import SettlesAt


class HistoryModel(PagingModel[HistoryRow]):
    """Refunds, here, elsewhere and outside, newest first. `settles_at` tells which were left unsent."""

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
                _widest_state,
            ),
            Column(
                lambda: QCoreApplication.translate("HistoryModel", "Operator"),
                lambda row: row.operator,
                widest_name,
            ),
            Column(
                lambda: QCoreApplication.translate("HistoryModel", "Origin"),
                lambda row: words.origin_name(row.origin),
                lambda: map(words.origin_name, (*Origin, *EntryOrigin)),
            ),
        )
        super().__init__(lanes, columns, parent)


def _widest_state() -> Iterable[str]:
    tested = with_test(marked_state(RefundState.SUCCEEDED))
    return (marked_left_over(), tested, *map(marked_state, HISTORY_STATES))


def _state(row: HistoryRow, settles_at: SettlesAt) -> str:
    is_left_over = row.state is RefundState.PREPARED and settles_at(row.refund_id) is not None
    return with_test(marked_left_over() if is_left_over else marked_state(row.state), row.is_test)
