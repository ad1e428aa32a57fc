"""The rows of the orders list that are in memory: those in sight and their neighbours."""

from typing import Final

from refund_gui.domain.listing import Count, OrderRow, OrderSlice
from refund_gui.ui.list_model import Seen

MOST_ROWS: Final = 2_000
"""Rows in memory."""

FAR: Final = 50
"""Rows beside those in sight that are read with them."""
_NEAR: Final = 15
"""Rows beside those in sight that must be there."""
_BEYOND: Final = 200
"""Rows that a search which may go on is read beyond its known end, when that comes near."""


class OrderRows(dict[int, OrderRow]):
    """Rows by their number."""

    def add(self, slice_: OrderSlice, seen: Seen[OrderRow]) -> None:
        """Take what the store gave; when it becomes much, forget what is far from view."""
        self.update(enumerate(slice_.rows, slice_.first))
        if len(self) > MOST_ROWS:
            near = range(seen.first - MOST_ROWS // 4, seen.last + MOST_ROWS // 4)
            for number in [number for number in self if number not in near]:
                del self[number]

    def missing(self, seen: Seen[OrderRow], count: Count) -> tuple[int, int] | None:
        """What of a list of so many rows is to be read, first of all in sight: number and limit."""
        first, last, end = seen.first, min(seen.last + 1, count.number), count.number
        far = last + FAR
        if not count.is_exact and last + _NEAR > end:
            end = far = end + _BEYOND
        if any(number not in self for number in range(max(0, first - _NEAR), min(end, last + _NEAR))):
            wide = range(max(0, first - FAR), min(end, far))
            missing = [number for number in wide if number not in self]
            return missing[0], missing[-1] + 1 - missing[0]
        if seen.current >= 0 and seen.row is None and seen.current not in self:
            return seen.current, 1
        return None
