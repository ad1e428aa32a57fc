"""A list that grows page by page from SQL, as far as somebody scrolls."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QObject

from refund_gui.domain.listing import PageKey
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.list_model import NO_INDEX, Column, Index, ListModel, Seen

PAGE: Final = 100
"""Rows of one page."""


class Keyed(Protocol):
    """What a row needs: its place in the list."""

    @property
    def key(self) -> PageKey: ...


Row = TypeVar("Row", bound=Keyed)

FetchPage = Callable[[PageKey | None, int], tuple[Row, ...]]
"""The rows that follow a key (None: from the beginning), at most so many. Blocks; raises StoreError."""


class PagingModel(ListModel[Row]):
    """Rows fetched on the store lane; answers to questions that are no longer asked are dropped."""

    def __init__(self, lanes: Lanes, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(lanes, columns, parent)
        self._fetch: FetchPage[Row] | None = None
        self._rows: list[Row] = []
        self._generation = 0
        self._is_fetching = False
        self._is_complete = True
        self._is_new = False

    def load(self, fetch: FetchPage[Row]) -> None:
        """Show another list from its beginning. The rows of the old one stay until the answer is there."""
        self._fetch = fetch
        self._is_new = True
        self._ask(None, PAGE)

    def refresh(self) -> None:
        """Fetch again what is shown."""
        self._ask(None, max(PAGE, len(self._rows)))

    def row(self, number: int) -> Row | None:
        return self._rows[number] if number < len(self._rows) else None

    def find(self, is_it: Callable[[Row], bool]) -> int | None:
        return next((number for number, row in enumerate(self._rows) if is_it(row)), None)

    @property
    def is_waiting(self) -> bool:
        return self._is_fetching

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index = NO_INDEX) -> bool:
        return not (parent.isValid() or self._is_complete or self._is_fetching)

    def fetchMore(self, parent: Index = NO_INDEX) -> None:
        if self.canFetchMore(parent):
            self._ask(self._rows[-1].key, PAGE)

    def _ask(self, after: PageKey | None, limit: int) -> None:
        if self._fetch is None:
            return
        self._generation += 1
        self._is_fetching = True
        generation = self._generation
        self._lanes.run(
            Lane.STORE,
            partial(self._answer, self._fetch, generation, after, limit),
            self,
            partial(self._on_rows, generation, after, limit),
            partial(self._on_failed, generation),
        )

    def _answer(
        self, fetch: FetchPage[Row], generation: int, after: PageKey | None, limit: int
    ) -> tuple[Row, ...]:
        """Store lane: a question that was overtaken while it waited costs nothing."""
        return fetch(after, limit) if generation == self._generation else ()

    def _on_rows(self, generation: int, after: PageKey | None, limit: int, rows: tuple[Row, ...]) -> None:
        if generation != self._generation:
            return
        self._is_fetching = False
        self._is_complete = len(rows) < limit
        if after is None:
            self._replace(list(rows))
        elif rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()
        self.loaded.emit()

    def _replace(self, rows: list[Row]) -> None:
        """The current row stays, and so does what is in sight unless another list is shown."""
        is_new, self._is_new = self._is_new, False
        if rows == self._rows and not (is_new and self.seen.first):
            self.refreshed.emit()
            return
        top = 0 if is_new or not self.seen.first else _find(rows, self.row(self.seen.first))
        current = _find(rows, self.seen.row)
        self.beginResetModel()
        self._rows = rows
        self.seen = Seen(max(0, top), 0, current, rows[current] if current >= 0 else None)
        self.endResetModel()

    def _on_failed(self, generation: int, error: Exception) -> None:
        if generation != self._generation:
            return
        self._is_fetching = False
        self._is_complete = True
        self.failed.emit(error)


def _find(rows: Sequence[Row], looked_for: Row | None) -> int:
    """The number of this row among `rows`, -1 if it is not there."""
    if looked_for is None:
        return -1
    row_id = looked_for.key.row_id
    return next((number for number, row in enumerate(rows) if row.key.row_id == row_id), -1)
