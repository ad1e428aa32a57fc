"""Marks in a list's cells what a search found there."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from refund_gui.domain.searching import Search
from refund_gui.ui.theme import colour

Spans = tuple[tuple[int, int], ...]


class MatchDelegate(QStyledItemDelegate):
    """Paints as Qt does; what the search found gets the colour of a marker and a line below it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._search = Search("")
        self._spans: dict[str, Spans] = {}

    def set_search(self, search: Search) -> None:
        """Mark what this search finds from now on."""
        self._search = search
        self._spans.clear()

    def spans(self, text: str) -> Spans:
        """Where the search found something in a cell's text; looked for once per text."""
        if text not in self._spans:
            self._spans[text] = () if self._search.is_empty else self._search.spans(text)
        return self._spans[text]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        text = "" if self._search.is_empty else str(index.data() or "")
        spans = self.spans(text)
        if spans:
            self._paint_marked(painter, option, index, text, spans)
        else:
            super().paint(painter, option, index)

    def _paint_marked(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        text: str,
        spans: Spans,
    ) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        style = cell.widget.style()
        frame = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, cell, cell.widget) + 1
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, cell, cell.widget)
        place.adjust(frame, 0, -frame, 0)
        shown = cell.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        cell.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        is_selected = bool(cell.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text
        painter.save()
        painter.setClipRect(place)
        painter.setPen(cell.palette.color(role))
        line = _line(shown, cell.font, clipped(spans, shown, text))
        line.draw(painter, QPointF(place.left(), place.center().y() + 1 - line.boundingRect().height() / 2))
        painter.restore()


def clipped(spans: Spans, shown: str, text: str) -> Spans:
    """The spans of a text that was cut to what is shown; what was cut away is marked at the dots."""
    if shown == text:
        return spans
    end = len(shown)
    return tuple((min(start, end - 1), min(stop, end)) for start, stop in spans) if end else ()


def _line(text: str, font: QFont, spans: Spans) -> QTextLayout:
    """One line of text with its spans marked."""
    layout = QTextLayout(text, font)
    layout.setFormats([_marked(text, start, stop) for start, stop in spans])
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout


def _marked(text: str, start: int, stop: int) -> QTextLayout.FormatRange:
    marker = QTextCharFormat()
    marker.setBackground(colour("mark"))
    marker.setForeground(colour("on-mark"))
    marker.setFontUnderline(True)
    marked = QTextLayout.FormatRange()
    marked.start, marked.length, marked.format = _units(text[:start]), _units(text[start:stop]), marker
    return marked


def _units(text: str) -> int:
    """Qt counts in UTF-16: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
