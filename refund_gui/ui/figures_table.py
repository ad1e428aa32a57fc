"""A small table of figures: read by screen readers, copied with Ctrl+C, as high as its rows."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from refund_gui.ui.scale import has_large_text

_ROW: Final = 32
_PADDING: Final = 12
"""Pixels: the style sheet's around a cell, and some to spare."""
_WORDS: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_FIGURES: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FiguresTable(QTableWidget):
    """Columns of words on the left, of figures on the right; `wide` is the one that takes the room left."""

    def __init__(self, name: str, words: Sequence[int], wide: int = 0, parent: QWidget | None = None) -> None:
        """`words`: the numbers of the columns that hold texts."""
        super().__init__(parent)
        self._words = frozenset(words)
        self._wide = wide
        self._fits = False
        self.setObjectName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().sectionResized.connect(self._on_section_resized)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_rows(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], sums: Sequence[Sequence[str]] = ()
    ) -> None:
        """Replace everything; `sums` stand below the rows."""
        self.clear()
        self.setColumnCount(len(columns))
        self.setRowCount(len(rows) + len(sums))
        for place, title in enumerate(columns):
            header = QTableWidgetItem(title)
            header.setTextAlignment(self._side(place))
            self.setHorizontalHeaderItem(place, header)
        for number, row in enumerate((*rows, *sums)):
            for place, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setTextAlignment(self._side(place))
                if number >= len(rows):
                    font = self.font()
                    font.setBold(True)
                    item.setFont(font)
                self.setItem(number, place, item)
        header_view = self.horizontalHeader()  # what stretches also shrinks: names would be cut
        for place in range(len(columns)):
            stretches = place == self._wide and (place > 0 or not has_large_text())
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.ResizeToContents
            header_view.setSectionResizeMode(place, mode)
        self._size_rows()

    def fit(self) -> None:
        """As high as its rows: the page scrolls, not the table."""
        self._fits = True
        self._size_rows()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        bar = self.horizontalScrollBar()
        across = bar.sizeHint().height() if bar.maximum() else 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + across + 8)

    def _size_rows(self) -> None:
        """Qt's own heights forget the style sheet's padding: the last line of a long text would be cut."""
        room = QRect(0, 0, max(1, self.columnWidth(self._wide) - 2 * _PADDING), 9_999)
        metrics, flags = self.fontMetrics(), Qt.TextFlag.TextWordWrap
        for row in range(self.rowCount()):
            item = self.item(row, self._wide)
            lines = metrics.boundingRect(room, flags, item.text() if item else "").height()
            self.setRowHeight(row, max(_ROW, lines + _PADDING))

    def _on_section_resized(self, _place: int, _before: int, _now: int) -> None:
        """Texts are broken in other places now."""
        if self._fits:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        else:
            super().keyPressEvent(event)

    def copied(self) -> str:
        """The selected rows, or all, with their titles, for a spreadsheet."""
        chosen = sorted({index.row() for index in self.selectedIndexes()}) or range(self.rowCount())
        across = Qt.Orientation.Horizontal
        headers = [self.model().headerData(place, across) for place in range(self.columnCount())]
        titles = [" ".join(str(header).split()) for header in headers]
        rows = [[self._cell(row, place) for place in range(self.columnCount())] for row in chosen]
        return "\n".join("\t".join(row) for row in (titles, *rows))

    def _cell(self, row: int, place: int) -> str:
        """Text that a spreadsheet would take for a formula is quoted."""
        item = self.item(row, place)
        text = " ".join(item.text().split()) if item else ""
        return f"'{text}" if place in self._words and text[:1] in "=+-@＝＋－＠" and text else text

    def _side(self, place: int) -> Qt.AlignmentFlag:
        return _WORDS if place in self._words else _FIGURES
