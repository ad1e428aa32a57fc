"""What a load or a refresh of the orders list asks the store, so that nobody loses their place."""

from collections.abc import Callable
from typing import Final, NamedTuple

from refund_gui.domain.listing import Count, OrderFilter, OrderRow, OrderSlice

ReadSlice = Callable[[OrderFilter, int, int, OrderRow | None], OrderSlice]
"""`Orders.slice`. Blocks; raises StoreError."""
ReadCount = Callable[[OrderFilter], Count]
"""`Orders.found`. Blocks; raises StoreError."""

ANCHORS: Final = 3
"""Rows in sight that are looked for to find the place again: the first of them may have moved."""


class Question(NamedTuple):
    """A list, and where the view stands in it."""

    filter_: OrderFilter
    first: int
    """The row at the top of the view."""
    limit: int
    """Rows to read from there on."""
    anchors: tuple[OrderRow, ...] = ()
    """The rows at the top of the view, from `first` on. Without any, `first` is a mere number."""
    current: int = -1
    row: OrderRow | None = None
    """The current row; None while the store has not given it."""
    is_current_anywhere: bool = True
    """Whether the current row is looked for in the whole list, not only among the rows that are read."""


class Answer(NamedTuple):
    """Rows from the top of the view on, and where the current row is now (-1: it is not in the list)."""

    slice_: OrderSlice
    current: int
    row: OrderRow | None


def answer(read: ReadSlice, question: Question) -> Answer:
    """Store lane: from one query to a few, none of which grows with the list."""
    slice_ = _from_anchor(read, question) or _from_number(read, question)
    if question.row is not None:
        return Answer(slice_, *_current(read, question, question.row, slice_))
    moved = question.current + slice_.first - question.first
    number = min(moved, slice_.count.number - 1) if question.current >= 0 else -1
    return Answer(slice_, number, row_of(slice_, number))


def row_of(slice_: OrderSlice, number: int) -> OrderRow | None:
    """The row of this number, if the slice has it."""
    place = number - slice_.first
    return slice_.rows[place] if 0 <= place < len(slice_.rows) else None


def number_of(slice_: OrderSlice, imp_uid: str) -> int:
    """The number of this payment, -1 if the slice lacks it."""
    return next((slice_.first + at for at, row in enumerate(slice_.rows) if row.imp_uid == imp_uid), -1)


def agrees(slice_: OrderSlice, current: int, row: OrderRow | None) -> bool:
    """Whether the current row stands there as well: what is drawn as current is what would be refunded."""
    there = row_of(slice_, current)
    return row is None or there is None or there.imp_uid == row.imp_uid


def _from_anchor(read: ReadSlice, question: Question) -> OrderSlice | None:
    """From where the first row in sight that stands where it stood, among its neighbours, is now."""
    for above, row in enumerate(question.anchors):
        found = read(question.filter_, question.first + above, question.limit, row)
        if found.rows and found.rows[0].key == row.key:
            return (
                found
                if not above
                else read(question.filter_, max(0, found.first - above), question.limit, None)
            )
    return None


def _from_number(read: ReadSlice, question: Question) -> OrderSlice:
    found = read(question.filter_, question.first, question.limit, None)
    if not found.rows and question.first:  # the list has become shorter than that
        found = read(question.filter_, max(0, found.count.number - question.limit), question.limit, None)
    if not found.rows and found.first:  # a search does not know by how much
        found = read(question.filter_, 0, question.limit, None)
    return found


def _current(
    read: ReadSlice, question: Question, row: OrderRow, slice_: OrderSlice
) -> tuple[int, OrderRow | None]:
    number = number_of(slice_, row.imp_uid)
    if number >= 0 or not question.is_current_anywhere:
        return number, row_of(slice_, number)
    found = read(question.filter_, question.current, 1, row)
    if found.rows and found.rows[0].imp_uid == row.imp_uid:
        return found.first, found.rows[0]
    return -1, None
