"""A list that grows page by page from SQL, as far as somebody scrolls: what both lists share."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from refund_gui.domain.listing import PageKey
from refund_gui.ui.background import Lane, Lanes

PAGE: Final = 100
"""Rows of one page."""

Index = QModelIndex | QPersistentModelIndex

_NO_INDEX: Final = QModelIndex()


class Keyed(Protocol):
    """What a row needs: its place in the list."""

    @property
    def key(self) -> PageKey: ...


Row = TypeVar("Row", bound=Keyed)

FetchPage = Callable[[PageKey | None, int], tuple[Row, ...]]
"""The rows that follow a key (None: from the beginning), at most so many. Blocks; raises StoreError."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column. `widest`: texts that must be read whole; without any it takes the space that is left."""

    title: Callable[[], str]
    text: Callable[[Row], str]
    widest: Callable[[], Iterable[str]] = tuple
    is_amount: bool = False


class PagingModel(QAbstractTableModel, Generic[Row]):
    """Rows fetched on the store lane; answers to questions that are no longer asked are dropped."""

    loaded = Signal()
    """An answer arrived and is shown."""
    unchanged = Signal()
    """An answer arrived and shows the rows that are there: nothing is drawn anew."""
    failed = Signal(object)
    """The store could not answer: the error. Nothing further is fetched until the next load or refresh."""

    def __init__(self, lanes: Lanes, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self.columns = tuple(columns)
        self._fetch: FetchPage[Row] | None = None
        self._rows: list[Row] = []
        self._generation = 0
        self._is_fetching = False
        self._is_complete = True

    def load(self, fetch: FetchPage[Row]) -> None:
        """Show another list from its beginning. The rows of the old one stay until the answer is there."""
        self._fetch = fetch
        self._ask(None, PAGE)

    def refresh(self) -> None:
        """Fetch again what is shown."""
        self._ask(None, max(PAGE, len(self._rows)))

    def row(self, number: int) -> Row:
        return self._rows[number]

    def find(self, is_it: Callable[[Row], bool]) -> int | None:
        """The number of the first such row among those fetched."""
        return next((number for number, row in enumerate(self._rows) if is_it(row)), None)

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is on its way."""
        return self._is_fetching

    def retranslate(self) -> None:
        """Titles and cells in the window's language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(self._rows[index.row()])
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title()
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def canFetchMore(self, parent: Index = _NO_INDEX) -> bool:
        return not (parent.isValid() or self._is_complete or self._is_fetching)

    def fetchMore(self, parent: Index = _NO_INDEX) -> None:
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
        if after is None and list(rows) == self._rows:
            self.unchanged.emit()
        elif after is None:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
        elif rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()
        self.loaded.emit()

    def _on_failed(self, generation: int, error: Exception) -> None:
        if generation != self._generation:
            return
        self._is_fetching = False
        self._is_complete = True
        self.failed.emit(error)


def _alignment(column: Column[Any]) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.is_amount else Qt.AlignmentFlag.AlignLeft
    return (side | Qt.AlignmentFlag.AlignVCenter).value
