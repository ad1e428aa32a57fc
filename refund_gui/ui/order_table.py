"""The orders list as a table: rows by their number, a few hundred of a million in memory."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, Signal

from refund_gui.clock import Clock
from refund_gui.domain.listing import Count, OrderRow
from refund_gui.ui.background import Lanes
from refund_gui.ui.list_model import NO_INDEX, Index, ListModel
from refund_gui.ui.order_columns import order_columns
from refund_gui.ui.order_rows import OrderRows


class OrderTable(ListModel[OrderRow]):
    """What is known of the list."""

    counted = Signal(object)
    """How many rows there are, as far as it is known: a Count."""

    def __init__(self, lanes: Lanes, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(lanes, order_columns(clock), parent)
        self._count = Count(0)
        self._rows = OrderRows()

    @property
    def count(self) -> Count:
        """How many rows the list has, as far as it is known."""
        return self._count

    def row(self, number: int) -> OrderRow | None:
        return self._rows.get(number)

    def find(self, is_it: Callable[[OrderRow], bool]) -> int | None:
        return min((number for number, row in self._rows.items() if is_it(row)), default=None)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else self._count.number

    def _known(self, count: Count) -> Count:
        """A search is known as far as somebody has scrolled, and grows no shorter by a glance at its top."""
        return count if count.is_exact or count.number > self._count.number else self._count

    def _set_count(self, count: Count) -> None:
        """Rows come or go at the end."""
        before = self._count.number
        if count.number > before:
            self.beginInsertRows(QModelIndex(), before, count.number - 1)
            self._count = count
            self.endInsertRows()
        elif count.number < before:
            self.beginRemoveRows(QModelIndex(), count.number, before - 1)
            self._count = count
            self.endRemoveRows()
        self._count = count
        self.counted.emit(count)

    def _tell_rows_changed(self, before: OrderRows) -> None:
        """Of the rows in sight."""
        numbers = range(self.seen.first, min(self.seen.last + 1, self._count.number))
        changed = [number for number in numbers if before.get(number) != self._rows.get(number)]
        if changed:
            self._tell_changed(changed[0], changed[-1])
