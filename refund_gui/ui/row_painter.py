"""Paints the rows of a list, and marks in them what a search found.

Qt's own delegate lays out the text of each cell anew and asks the style sheet for each: that takes longer.
"""

import re
from typing import Any, Final

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTableView

from refund_gui.domain.searching import Search
from refund_gui.ui.list_model import ListModel
from refund_gui.ui.theme import colour

MARGIN: Final = 6
"""Pixels beside a cell's text, on either side."""
_BREAK: Final = re.compile("[\n\r\t\v\f\x85\u2028\u2029]")
"""Of what upstream sends, names may have line breaks: unless told, Qt leaves them out."""
_LONGEST: Final = 2_000
"""Characters that are looked at: more are in no column, and would take their time."""
_KEPT: Final = 2_000
"""Texts of which it is kept what was found, however far somebody scrolls."""

Spans = tuple[tuple[int, int], ...]


class RowPainter:
    """Draws what a view of this model has in sight. All rows are of one height."""

    def __init__(self, view: QTableView, model: ListModel[Any]) -> None:
        self._view = view
        self._model = model
        self._search = Search("")
        self._spans: dict[str, Spans] = {}

    def set_search(self, search: Search) -> None:
        """Mark what this search finds from now on."""
        self._search = search
        self._spans.clear()

    def spans(self, text: str) -> Spans:
        """Where the search found something in a cell's text; looked for once per text."""
        if self._search.is_empty:
            return ()
        if text not in self._spans:
            if len(self._spans) == _KEPT:
                self._spans.clear()
            self._spans[text] = self._search.spans(text)
        return self._spans[text]

    def paint(self, area: QRect, hovered: int) -> None:
        """In a paint event of the viewport: what lies in this area of it. `hovered`: a row, -1 for none."""
        view = self._view
        last = view.rowAt(area.bottom())
        numbers = range(view.rowAt(area.top()), (last if last >= 0 else self._model.rowCount() - 1) + 1)
        if not numbers or numbers[0] < 0:
            return
        backgrounds = {hovered: colour("hover"), view.currentIndex().row(): colour("chosen")}
        marker = colour("mark"), colour("on-mark")
        width, height = view.viewport().width(), view.verticalHeader().defaultSectionSize()
        painter = QPainter(view.viewport())
        painter.setPen(colour("text"))
        for number in numbers:
            # Where Qt has the row, and so a click: at the end of the list it is not a whole row's height.
            place = QRect(0, view.rowViewportPosition(number), width, height - 1)
            if number in backgrounds:
                painter.fillRect(place, backgrounds[number])
            self._paint_cells(painter, number, place, marker)
        painter.setPen(colour("rule"))
        for number in numbers:
            bottom = view.rowViewportPosition(number) + height - 1
            painter.drawLine(0, bottom, width, bottom)
        painter.end()

    def _paint_cells(
        self, painter: QPainter, number: int, place: QRect, marker: tuple[QColor, QColor]
    ) -> None:
        header, metrics = self._view.horizontalHeader(), self._view.fontMetrics()
        baseline = place.top() + (place.height() - metrics.height()) // 2 + metrics.ascent()
        for section, cell in enumerate(self._model.cells(number)):
            text = _BREAK.sub(" ", cell[:_LONGEST])
            column, room = self._model.columns[section], header.sectionSize(section) - 2 * MARGIN
            shown, width = text, metrics.horizontalAdvance(text)
            if width > room:
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
                width = metrics.horizontalAdvance(shown)
            left = header.sectionViewportPosition(section) + MARGIN
            left += room - width if column.is_amount else 0
            painter.drawText(left, baseline, shown)
            for start, end in clipped(self.spans(text), shown, text) if column.is_searched else ():
                before, marked = map(metrics.horizontalAdvance, (shown[:start], shown[start:end]))
                painter.save()
                painter.setClipRect(left + before, baseline - metrics.ascent(), marked, metrics.height())
                _mark(painter, QPoint(left, baseline), shown, *marker)
                painter.restore()


def _mark(painter: QPainter, at: QPoint, text: str, ground: QColor, ink: QColor) -> None:
    """Draw what the clip leaves of this text as a marker does, with a line below it; `at`: its baseline."""
    place = painter.clipBoundingRect()
    painter.fillRect(place, ground)
    painter.setPen(ink)
    painter.drawText(at, text)
    painter.drawLine(QPointF(place.left(), at.y() + 2), QPointF(place.right(), at.y() + 2))


def clipped(spans: Spans, shown: str, text: str) -> Spans:
    """The spans of a text that was cut to what is shown; what was cut away is marked at the dots."""
    if shown == text:
        return spans
    end = len(shown)
    return tuple((min(start, end - 1), min(stop, end)) for start, stop in spans) if end else ()
