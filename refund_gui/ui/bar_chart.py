"""Bars over time. The mouse and the arrow keys choose one, whose figures are written above them."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from refund_gui.ui.theme import colour

_GAP: Final = 8
_WIDEST: Final = 72
"""Pixels of one bar, however few there are."""


class BarValue(NamedTuple):
    """One bar. `label` stands below it where there is room; `text` tells all of it: `3 Dec: 7,000원, 2`."""

    label: str
    value: int
    text: str


class BarChart(QWidget):
    """`summaryChart`. A screen reader hears the chosen bar; all of them stand in the table beside it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._bars: tuple[BarValue, ...] = ()
        self._most = ""
        self._chosen: int | None = None

    def show_bars(self, bars: Sequence[BarValue], most: str) -> None:
        """Replace the bars. `most`: the largest value in words, for the scale."""
        self._bars, self._most = tuple(bars), most
        self._choose(None)

    def chosen_text(self) -> str:
        """What is written above the bars."""
        return "" if self._chosen is None else self._bars[self._chosen].text

    def sizeHint(self) -> QSize:
        return QSize(480, 10 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 8 * self.fontMetrics().height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose(self._at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._choose(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._bars) - 1
        at = self._chosen
        target = {
            Qt.Key.Key_Left: last if at is None else max(0, at - 1),
            Qt.Key.Key_Right: 0 if at is None else min(last, at + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if target is None or not self._bars:
            super().keyPressEvent(event)
        else:
            self._choose(target)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        field = self._field()
        self._draw_scale(painter, field)
        largest = max((bar.value for bar in self._bars), default=0) or 1
        for number, bar in enumerate(self._bars):
            room = self._room(number, field)
            height = round(room.height() * bar.value / largest)
            height = max(height, 2) if bar.value > 0 else 0  # a small one is not none
            shape = QRect(room.left(), room.bottom() + 1 - height, room.width(), height)
            painter.fillRect(shape, colour("primary"))
            if number == self._chosen:
                painter.setPen(colour("text"))
                painter.drawRect(QRect(room.left() - 2, field.top(), room.width() + 3, field.height()))
        self._draw_labels(painter, field)
        if self.hasFocus():
            painter.setPen(colour("focus"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _draw_scale(self, painter: QPainter, field: QRect) -> None:
        line = self.fontMetrics().height()
        above = QRect(_GAP, 0, self.width() - 2 * _GAP, line + _GAP)
        painter.setPen(colour("text") if self._chosen is not None else colour("muted"))
        shown = self.chosen_text() or self._most
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            above, where, self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, above.width())
        )
        painter.setPen(colour("border"))
        for height in (field.top(), field.center().y(), field.bottom() + 1):
            painter.drawLine(field.left(), height, field.right(), height)

    def _draw_labels(self, painter: QPainter, field: QRect) -> None:
        """As many as there is room for, from the first one on."""
        painter.setPen(colour("muted"))
        last = -_GAP
        for number, bar in enumerate(self._bars):
            width = self.fontMetrics().horizontalAdvance(bar.label)
            middle = self._room(number, field).center().x()
            left = min(max(0, middle - width // 2), self.width() - width)
            if left >= last + _GAP:
                painter.drawText(QPoint(left, self.height() - self.fontMetrics().descent() - 2), bar.label)
                last = left + width

    def _field(self) -> QRect:
        line = self.fontMetrics().height() + _GAP
        return QRect(_GAP, line, self.width() - 2 * _GAP, self.height() - 2 * line)

    def _room(self, number: int, field: QRect) -> QRect:
        """Where this bar may stand."""
        slot = field.width() / len(self._bars)
        width = max(2, min(_WIDEST, round(slot * 0.7)))
        middle = field.left() + slot * (number + 0.5)
        return QRect(round(middle - width / 2), field.top(), width, field.height())

    def _at(self, place: QPoint) -> int | None:
        field = self._field()
        if not self._bars or not field.left() <= place.x() <= field.right():
            return None
        return min(len(self._bars) - 1, (place.x() - field.left()) * len(self._bars) // field.width())

    def _choose(self, number: int | None) -> None:
        self._chosen = number
        self.setAccessibleDescription(self.chosen_text())
        self.update()
