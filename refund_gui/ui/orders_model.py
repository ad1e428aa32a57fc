"""The orders list, asked for as somebody moves through it: any row of a million."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer

from refund_gui.clock import Clock
from refund_gui.domain.listing import Count, OrderFilter, OrderRow, OrderSlice
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.list_model import Seen
from refund_gui.ui.order_reading import (
    ANCHORS,
    Answer,
    Question,
    ReadCount,
    ReadSlice,
    agrees,
    answer,
    number_of,
    row_of,
)
from refund_gui.ui.order_rows import FAR, OrderRows
from refund_gui.ui.order_table import OrderTable

PAGE: Final = 100
"""Rows of one load or refresh, at least."""

_SETTLE: Final = 1_000
"""Milliseconds after which a list is refreshed that an answer has shown to be no longer the store's."""

_Wanted = tuple[int, int]
"""The number of the first row, and how many."""


class OrdersModel(OrderTable):
    """Rows are read on the store lane as they come into view; what nobody waits for is not read."""

    def __init__(
        self,
        read: ReadSlice,
        found: ReadCount,
        lanes: Lanes,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        """`found` counts what a search finds, which its slices do not."""
        super().__init__(lanes, clock, parent)
        self._read = read
        self._found = found
        self._filter = OrderFilter()
        self._list = 0  # which list; answers about another one are dropped
        self._asked = self._begun = self._answered = 0  # loads and refreshes; the store lane counts `_begun`
        self._is_due = False  # to be refreshed again
        self._is_new = False  # the list was not answered yet
        self._is_current_kept = False
        self._is_broken = True  # nothing is read before the first load, and after a failure
        self._is_filling = False
        self._wanted: _Wanted | None = None  # the store lane looks here
        self._given: _Wanted | None = None  # what was wanted and read last
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self.refresh)

    def load(self, filter_: OrderFilter, keep_current: bool = False) -> None:
        """Show another list from its top. The rows of the old one stay until the answer is there.

        The current row stays current if it is among the first ones; with `keep_current`, wherever it is.
        """
        self._filter = filter_
        self._list += 1
        self._is_new = True
        self._is_current_kept = keep_current
        self._ask()

    def refresh(self) -> None:
        """Read again what is in sight. It stays in sight, and the current row stays the same payment."""
        if not self._list:
            return
        if not self.is_waiting:
            self._ask()
        elif self._begun == self._asked:  # otherwise it is going to read all that is there by now
            self._is_due = True

    @property
    def is_waiting(self) -> bool:
        return self._answered != self._asked

    def look(self, seen: Seen[OrderRow]) -> None:
        """What has come into view is read; while the lane is busy, only what is in view at last."""
        super().look(seen)
        self._fill()

    def _ask(self) -> None:
        """Load or refresh."""
        self._settle.stop()
        self._asked += 1
        self._is_due = False
        question = self._question()
        self._lanes.run(
            Lane.STORE,
            partial(self._answer, self._asked, question),
            self,
            partial(self._on_answer, self._list, question),
            partial(self._on_failed, self._list),
        )

    def _question(self) -> Question:
        seen = self.seen
        if self._is_new:
            return Question(self._filter, 0, PAGE, (), seen.current, seen.row, self._is_current_kept)
        limit = max(PAGE, seen.last + 1 + FAR - seen.first)
        rows = [self.row(number) for number in range(seen.first, seen.first + ANCHORS)]
        anchors = tuple(row for row in rows if row is not None) if seen.first and all(rows) else ()
        return Question(self._filter, seen.first, limit, anchors, seen.current, seen.row, True)

    def _answer(self, asked: int, question: Question) -> Answer | None:
        """Store lane: a question that was overtaken while it waited costs nothing."""
        if asked != self._asked:
            return None
        self._begun = asked
        return answer(self._read, question)

    def _on_answer(self, list_: int, question: Question, answer: Answer | None) -> None:
        if answer is None or list_ != self._list:
            return
        self._answered = self._asked
        self._is_broken = False
        if not self._is_new and not _is_about(question, self.seen):
            self._ask()  # somebody moved on: where that row is now was not asked
            return
        self._show(question, answer)
        if self._is_due:
            self._ask()
        self.loaded.emit()
        self._fill()
        if not answer.slice_.count.is_exact:
            self._count_found()

    def _show(self, question: Question, answer: Answer) -> None:
        """Draw what has changed, and nothing else."""
        is_new, self._is_new = self._is_new, False
        before, shown, slice_ = self.seen, self._rows, answer.slice_
        top = 0 if is_new else max(0, before.first + slice_.first - question.first)
        current, row = answer.current, answer.row
        if not _is_about(question, before):  # of a new list: another row has become the current one
            current = number_of(slice_, before.row.imp_uid) if before.row is not None else -1
            row = row_of(slice_, current)
        count = slice_.count if is_new else self._known(slice_.count)
        rows = OrderRows(enumerate(slice_.rows, slice_.first))
        stays = (top, current, count.number) == (before.first, before.current, self._count.number)
        self.seen = Seen(top, before.last + top - before.first, current, row)
        if not stays:
            self.beginResetModel()
        self._count, self._rows, self._given = count, rows, None
        if stays:
            self._tell_rows_changed(shown)
            self.refreshed.emit()
        else:
            self.endResetModel()
        if count.is_exact:
            self.counted.emit(count)

    def _fill(self) -> None:
        """Ask for what is in sight and not there. One question at a time, about the newest place."""
        is_ready = not (self._is_broken or self._is_new)
        self._wanted = self._rows.missing(self.seen, self._count) if is_ready else None
        if self._wanted is None or self._wanted == self._given or self._is_filling:
            return
        self._is_filling = True
        self._lanes.run(
            Lane.STORE,
            partial(self._read_wanted, self._list, self._filter),
            self,
            partial(self._on_filled, self._list),
            partial(self._on_fill_failed, self._list),
        )

    def _read_wanted(self, list_: int, filter_: OrderFilter) -> tuple[_Wanted, OrderSlice] | None:
        """Store lane: what is in view by now, not what was in view when the lane was busy."""
        wanted = self._wanted
        if list_ != self._list or wanted is None:
            return None
        return wanted, self._read(filter_, *wanted, None)

    def _on_filled(self, list_: int, filled: tuple[_Wanted, OrderSlice] | None) -> None:
        self._is_filling = False
        if filled is not None and list_ == self._list:
            self._given, slice_ = filled
            if slice_.rows:
                self._add(slice_)
            elif slice_.first == self._count.number:
                self._set_count(Count(slice_.first))  # nothing comes after what was known
            else:
                self._refresh_soon()  # the list is shorter than it was
        self._fill()

    def _add(self, slice_: OrderSlice) -> None:
        if not agrees(slice_, self.seen.current, self.seen.row):
            self._refresh_soon()
            return
        self._rows.add(slice_, self.seen)
        count = self._known(slice_.count)
        if not self._count.is_exact:
            self._set_count(count)  # a search grows as one scrolls
        elif count != self._count:
            self._refresh_soon()
        last = min(slice_.first + len(slice_.rows), self._count.number) - 1
        if slice_.first <= last:
            self._tell_changed(slice_.first, last)

    def _count_found(self) -> None:
        """Rows go before their number: a search is counted once its first rows are there."""
        self._lanes.run(
            Lane.COUNTS,
            partial(self._read_found, self._list, self._filter),
            self,
            partial(self._on_found, self._list),
            partial(self._on_failed, self._list),
        )

    def _read_found(self, list_: int, filter_: OrderFilter) -> Count | None:
        """Counts lane."""
        return self._found(filter_) if list_ == self._list else None

    def _on_found(self, list_: int, count: Count | None) -> None:
        if count is not None and list_ == self._list:
            self._set_count(self._known(count))
            self._fill()

    def _refresh_soon(self) -> None:
        if not self._settle.isActive():
            self._settle.start()

    def _on_failed(self, list_: int, error: Exception) -> None:
        if list_ == self._list:
            self._answered = self._asked
            self._is_broken = True
            self.failed.emit(error)

    def _on_fill_failed(self, list_: int, error: Exception) -> None:
        self._is_filling = False
        self._on_failed(list_, error)


def _is_about(question: Question, seen: Seen[OrderRow]) -> bool:
    """Whether the current row is still the one that the question was about."""
    return (question.current, question.row is None) == (seen.current, seen.row is None)
