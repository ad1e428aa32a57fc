"""A list on paper: its columns' titles on every page, numbers on the right, page numbers at the foot."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)

from refund_gui.ui.printing import begin, paper_font

_POINTS: Final = 7.5
_TITLE_POINTS: Final = 13.0
_MOST_LINES: Final = 3
"""Lines of one cell; what goes beyond is cut off with an ellipsis."""
_MOST_TOTALS: Final = 12
"""The same for totals: a line for each currency."""
_GAP: Final = 0.8
_PADDING: Final = 0.2
"""Between columns, and above and below a row, in heights of a line."""

Lines = list[str]
Cells = tuple[Lines, ...]


@dataclass(frozen=True, slots=True)
class PrintColumn:
    """A column; widths go by `weight`. `right`: numbers, one below the other."""

    title: str
    weight: int
    right: bool = False


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """What is printed. Each row, also of totals, has a text for each column; notes stand below the title."""

    title: str
    notes: tuple[str, ...]
    columns: tuple[PrintColumn, ...]
    rows: Iterable[tuple[str, ...]]
    totals: tuple[tuple[str, ...], ...] = ()


def paint_table(table: PrintedTable, device: QPagedPaintDevice) -> None:
    """Paint all of it, page after page, within the device's margins. May run beside the window.

    Raises PrinterRefused.
    """
    painter = begin(device)
    try:
        _Sheet(table, device, painter).paint()
    finally:
        painter.end()


class _Sheet:
    """A table on its way to one device. Lengths in the device's pixels."""

    def __init__(self, table: PrintedTable, device: QPagedPaintDevice, painter: QPainter) -> None:
        self._table, self._device, self._painter = table, device, painter
        self._plain, self._bold, self._title = (
            paper_font(_POINTS),
            paper_font(_POINTS, True),
            paper_font(_TITLE_POINTS, True),
        )
        self._metrics = QFontMetricsF(self._plain, device)
        self._line = self._metrics.lineSpacing()
        self._width, self._height = float(device.width()), float(device.height())
        gap, whole = _GAP * self._line, sum(column.weight for column in table.columns)
        room = self._width - gap * (len(table.columns) - 1)
        self._widths = [room * column.weight / whole for column in table.columns]
        self._lefts = [sum(self._widths[:n]) + gap * n for n in range(len(self._widths))]
        self._titles = self._laid_out(tuple(column.title for column in table.columns), self._bold)
        self._totals = [self._laid_out(row, self._bold, most=_MOST_TOTALS) for row in table.totals]

    def paint(self) -> None:
        foot = self._height - 1.5 * self._line
        top = self._top()
        pages = list(self._pages(top, foot))
        for number, rows in enumerate(pages, 1):
            if number > 1:
                self._device.newPage()
            down = self._paint_top() if number == 1 else 0.0
            down = self._paint_row(down, self._titles, self._bold)
            self._rule(down, 1.0)
            for row in rows:
                down = self._paint_row(down, row, self._plain)
                self._rule(down, 0.3)
            if number == len(pages) and self._table.totals:
                self._rule(down, 1.0)
                for totals in self._totals:
                    down = self._paint_row(down, totals, self._bold)
            self._paint_foot(f"{number} / {len(pages)}")

    def _pages(self, top: float, foot: float) -> Iterator[list[Cells]]:
        """The rows of each page. The totals never stand alone below a page that has no row."""
        page: list[Cells] = []
        head = self._row_height(self._titles)
        totals = sum(map(self._row_height, self._totals))
        down = top + head
        for texts in self._table.rows:
            row = self._laid_out(texts, self._plain)
            height = self._row_height(row)
            if page and down + height > foot - totals:
                yield page
                page, down = [], head
            page.append(row)
            down += height
        yield page

    def _top(self) -> float:
        """How high title and notes are."""
        title = QFontMetricsF(self._title, self._device).lineSpacing()
        return title + self._line * (len(self._note_lines()) + 1)

    def _note_lines(self) -> Lines:
        return [line for note in self._table.notes for line in self._wrapped(note, self._width, self._plain)]

    def _paint_top(self) -> float:
        metrics = QFontMetricsF(self._title, self._device)
        self._text(0.0, metrics.ascent(), self._table.title, self._title)
        down = metrics.lineSpacing() + 0.5 * self._line
        for line in self._note_lines():
            self._text(0.0, down + self._metrics.ascent(), line, self._plain)
            down += self._line
        return down + 0.5 * self._line

    def _paint_row(self, down: float, cells: Cells, font: QFont) -> float:
        """Returns where the next one begins."""
        metrics = QFontMetricsF(font, self._device)
        for column, left, width, lines in zip(
            self._table.columns, self._lefts, self._widths, cells, strict=True
        ):
            base = down + _PADDING * self._line + self._metrics.ascent()
            for line in lines:
                indent = width - metrics.horizontalAdvance(line) if column.right else 0.0
                self._text(left + indent, base, line, font)
                base += self._line
        return down + self._row_height(cells)

    def _paint_foot(self, page: str) -> None:
        area = QRectF(0.0, self._height - self._line, self._width, self._line)
        self._painter.setFont(self._plain)
        self._painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, page)
        title = self._metrics.elidedText(self._table.title, Qt.TextElideMode.ElideRight, self._width * 0.8)
        self._painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)

    def _text(self, left: float, base: float, text: str, font: QFont) -> None:
        self._painter.setFont(font)
        self._painter.drawText(QPointF(left, base), text)

    def _rule(self, down: float, points: float) -> None:
        colour = QColor("black" if points >= 1.0 else "#999999")
        self._painter.setPen(QPen(colour, points * self._device.logicalDpiY() / 72))
        self._painter.drawLine(QPointF(0.0, down), QPointF(self._width, down))
        self._painter.setPen(QColor("black"))

    def _row_height(self, cells: Cells) -> float:
        return (max(map(len, cells), default=0) + 2 * _PADDING) * self._line if cells else 0.0

    def _laid_out(self, texts: tuple[str, ...], font: QFont, most: int = _MOST_LINES) -> Cells:
        pairs = zip(texts, self._widths[: len(texts)], strict=True)
        return tuple(self._wrapped(text, width, font, most) for text, width in pairs)

    def _wrapped(self, text: str, width: float, font: QFont, most: int = _MOST_LINES) -> Lines:
        """The text in lines that fit, at most `most` of them."""
        metrics = QFontMetricsF(font, self._device)
        lines: Lines = []
        for part in text.splitlines():
            fits = metrics.horizontalAdvance(part) <= width
            lines += [part] if fits else self._broken(part, width, font)
        if len(lines) <= most:
            return lines
        rest = " ".join(lines[most - 1 :])
        return [*lines[: most - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]

    def _broken(self, text: str, width: float, font: QFont) -> Lines:
        layout = QTextLayout(text, font, self._device)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        units = text.encode("utf-16-le", "replace")  # Qt counts in these
        lines: Lines = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start = 2 * line.textStart()
            lines.append(units[start : start + 2 * line.textLength()].decode("utf-16-le", "replace").rstrip())
        layout.endLayout()
        return lines
