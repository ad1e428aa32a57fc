"""What both lists are to the view that shows them: columns, cells, and what is in sight."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from refund_gui.domain.listing import SortBy
from refund_gui.ui.background import Lanes

Index = QModelIndex | QPersistentModelIndex

NOT_YET: Final = "…"
"""Stands in the first column of a row that the store has not given yet."""

NO_INDEX: Final = QModelIndex()

# As numbers: an enumeration's member takes longer to find.
_DISPLAY: Final = Qt.ItemDataRole.DisplayRole.value
_TOOL_TIP: Final = Qt.ItemDataRole.ToolTipRole.value
_ALIGNMENT: Final = Qt.ItemDataRole.TextAlignmentRole.value
_DESCRIPTION: Final = Qt.ItemDataRole.AccessibleDescriptionRole.value
_ANSWERED: Final = frozenset({_DISPLAY, _TOOL_TIP})

Row = TypeVar("Row")


class Column(NamedTuple, Generic[Row]):
    """One column. `widest`: texts that must be read whole; without any it takes the space that is left.

    `sort_by`: what a click on its title sorts by. `is_searched`: what a search finds in it is marked.
    """

    title: Callable[[], str]
    text: Callable[[Row], str]
    widest: Callable[[], Iterable[str]] = tuple
    is_amount: bool = False
    sort_by: SortBy | None = None
    is_searched: bool = False


class Seen(NamedTuple, Generic[Row]):
    """Where a view stands: numbers of the rows at its top and bottom, and of the current row (-1: none).

    `row` is the current row; None as well while the store has not given it.
    """

    first: int = 0
    last: int = 0
    current: int = -1
    row: Row | None = None


class ListModel(QAbstractTableModel, Generic[Row]):
    """Rows that come from the store lane."""

    loaded = Signal()
    """The answer to a load or refresh arrived and is shown."""
    refreshed = Signal()
    """The answer left every row where it stood. What the rows stand for may have changed all the same."""
    failed = Signal(object)
    """The store could not answer: the error. Nothing further is fetched until the next load or refresh."""

    def __init__(self, lanes: Lanes, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self.columns = tuple(columns)
        self._alignments = tuple(map(_alignment, self.columns))
        self.seen: Seen[Row] = Seen()
        """Where the view stands; after a reset, where it is to stand."""
        self.hint: Callable[[int], str] = lambda column: ""
        """What the title of this column tells beside itself."""

    @property
    def is_waiting(self) -> bool:
        """Whether the answer to a load or refresh is on its way."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again what is shown."""
        raise NotImplementedError

    def row(self, number: int) -> Row | None:
        """None while the store has not given it."""
        raise NotImplementedError

    def find(self, is_it: Callable[[Row], bool]) -> int | None:
        """The number of the first such row among those that are there."""
        raise NotImplementedError

    def look(self, seen: Seen[Row]) -> None:
        """The view tells where it stands now."""
        self.seen = seen

    def retranslate(self) -> None:
        """Titles and cells in the window's language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self.rowCount():
            self._tell_changed(0, self.rowCount() - 1)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in _ANSWERED or not index.isValid():
            return None
        number = index.column()
        row = self.row(index.row())
        if row is not None:
            return self.columns[number].text(row)
        return NOT_YET if number == 0 and role == _DISPLAY else None

    def cells(self, number: int) -> tuple[str, ...]:
        """The texts of a row from left to right, as they are drawn."""
        row = self.row(number)
        return (NOT_YET,) if row is None else tuple(column.text(row) for column in self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _DISPLAY:
            return self.columns[section].title()
        if role in (_TOOL_TIP, _DESCRIPTION):
            return self.hint(section) or None
        return self._alignments[section] if role == _ALIGNMENT else None

    def _tell_changed(self, first: int, last: int) -> None:
        """The cells of these rows are to be drawn anew."""
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))


def _alignment(column: Column[Any]) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.is_amount else Qt.AlignmentFlag.AlignLeft
    return (side | Qt.AlignmentFlag.AlignVCenter).value
