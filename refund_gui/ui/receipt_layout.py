"""Where each word of a receipt stands, for any width: nothing is cut off, and amounts are never broken."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import segno
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPaintDevice, QTextLayout, QTextOption

from refund_gui.ui.printing import Paper, paper_font
from refund_gui.ui.receipt import Kind, ReceiptLine

QUIET: Final = 4
"""Modules left white around a QR code, as ISO 18004 asks."""

_POINTS: Final = {Paper.A4: 10.5, Paper.ROLL_58: 8.0, Paper.ROLL_80: 9.0}
_SIZES: Final = {Kind.TITLE: 1.3, Kind.AMOUNT: 2.0, Kind.MARK: 1.1, Kind.NOTE: 0.85, Kind.CODE: 0.75}
_BOLD: Final = frozenset({Kind.TITLE, Kind.AMOUNT, Kind.MARK})
_INCH: Final = 25.4
_CODE_MM: Final = 28
_MODULE_MM: Final = 0.375
"""Three dots of a receipt printer; a code with many modules grows instead."""


_LEFT, _CENTRED, _RIGHT = 0.0, 0.5, 1.0
"""How much of the room that a text leaves is at its left."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text. Positions in the device's dots, from its block's top left."""

    rect: QRectF
    baseline: float
    text: str
    font: QFont


@dataclass(frozen=True, slots=True)
class Stroke:
    """A filled line, or the frame of a mark."""

    rect: QRectF
    is_frame: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code's dark modules, row by row, without the quiet zone that `rect` includes. `module` in dots."""

    rect: QRectF
    module: int
    rows: tuple[bytes, ...]


Item = Text | Stroke | Code


@dataclass(frozen=True, slots=True)
class Block:
    """What belongs on one page together. `height` in dots."""

    height: float
    items: tuple[Item, ...]


class Layout:
    """Lays lines out for one paper on one device."""

    def __init__(self, paper: Paper, device: QPaintDevice, width: float) -> None:
        """`width` in the device's dots."""
        self._device, self._width = device, width
        self._mm = device.logicalDpiX() / _INCH
        self._points = _POINTS[paper]
        self._gap = self._mm * self._points / 8

    def blocks(self, lines: tuple[ReceiptLine, ...]) -> tuple[Block, ...]:
        """One block for each line."""
        return tuple(self._block(line) for line in lines)

    def _block(self, line: ReceiptLine) -> Block:
        match line.kind:
            case Kind.RULE:
                thick = max(1, round(self._mm * 0.2))
                return Block(2 * self._gap, (Stroke(QRectF(0, self._gap - thick, self._width, thick)),))
            case Kind.PAIR | Kind.MONEY | Kind.AMOUNT:
                return self._pair(line)
            case Kind.MARK:
                return self._mark(line)
            case Kind.CODE:
                return self._code(line)
            case _:
                return self._ended(self._wrapped(line.value, line.kind, self._width, _CENTRED))

    def _pair(self, line: ReceiptLine) -> Block:
        """The value at the right of its label, or below it where it needs more than is left there."""
        labels = self._wrapped(line.label, Kind.PAIR, self._width, _LEFT)
        beside = self._width - max(label.rect.right() for label in labels) - 2 * self._gap
        may_wrap = line.kind is Kind.PAIR
        is_beside = self._needed(line.kind, line.value) <= beside or (
            may_wrap and self._needed(line.kind, *line.value.split()) <= beside >= self._width / 2
        )
        room = beside if is_beside else self._width
        values = (
            self._wrapped(line.value, line.kind, room, _RIGHT)
            if may_wrap
            else [self._whole(line.value, line.kind, room)]
        )
        if is_beside:  # on one line of writing, however large the value is
            top = max(0.0, values[0].baseline - labels[0].baseline)
            labels = [_moved(label, 0, top) for label in labels]
        else:
            values = [_moved(value, 0, labels[-1].rect.bottom()) for value in values]
        right = [_moved(value, self._width - value.rect.right(), 0) for value in values]
        return self._ended([*labels, *right])

    def _mark(self, line: ReceiptLine) -> Block:
        padding = 2 * self._gap
        texts = self._wrapped(line.value, line.kind, self._width - 2 * padding, _CENTRED)
        inside = [_moved(text, padding, padding) for text in texts]
        frame = QRectF(0, self._gap, self._width, inside[-1].rect.bottom())
        return Block(frame.bottom() + self._gap, (Stroke(frame, is_frame=True), *inside))

    def _code(self, line: ReceiptLine) -> Block:
        """The QR code in whole dots, with what it is above and its link below."""
        labels = self._wrapped(line.label, Kind.NOTE, self._width, _CENTRED)
        label = [_moved(text, 0, 2 * self._gap) for text in labels]
        top = int(label[-1].rect.bottom()) + 1
        items: list[Item] = [*label]
        try:
            rows = segno.make(line.value, error="m", micro=False).matrix
        except segno.DataOverflowError:  # longer than any code: the link alone
            rows = ()
        if rows:
            modules = len(rows) + 2 * QUIET
            room = min(self._width, max(_CODE_MM, modules * _MODULE_MM) * self._mm)
            module = max(1, int(room / modules))
            side = module * modules
            place = QRectF(int((self._width - side) / 2), top, side, side)
            items.append(Code(place, module, tuple(bytes(row) for row in rows)))
            top += side
        links = self._wrapped(line.value, line.kind, self._width, _CENTRED)
        return self._ended([*items, *(_moved(link, 0, top) for link in links)])

    def _wrapped(self, text: str, kind: Kind, width: float, side: float) -> list[Text]:
        """As many lines as it needs, one below the other; words break only where they are too long."""
        font = self._font(kind)
        layout = QTextLayout(text, font, self._device)
        layout.setTextOption(_wrap_anywhere())
        placed = []
        top = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            part = _part(text, line.textStart(), line.textLength()).rstrip()
            placed.append(self._text(part, font, top, width, side))
            top = placed[-1].rect.bottom()
        layout.endLayout()
        return placed

    def _needed(self, kind: Kind, *texts: str) -> float:
        """The width of the widest."""
        metrics = self._metrics(self._font(kind))
        return max((metrics.horizontalAdvance(text) for text in texts), default=0.0)

    def _whole(self, text: str, kind: Kind, width: float) -> Text:
        """One line, in smaller letters where it would be too wide."""
        font = self._font(kind)
        needed = self._needed(kind, text)
        if needed > width:
            font.setPointSizeF(font.pointSizeF() * width / needed * 0.98)
        return self._text(text, font, 0, width, _RIGHT)

    def _text(self, text: str, font: QFont, top: float, width: float, side: float) -> Text:
        metrics = self._metrics(font)
        taken = metrics.horizontalAdvance(text)
        rect = QRectF((width - taken) * side, top, taken, metrics.height())
        return Text(rect, top + metrics.ascent(), text, font)

    def _font(self, kind: Kind) -> QFont:
        return paper_font(self._points * _SIZES.get(kind, 1.0), kind in _BOLD)

    def _metrics(self, font: QFont) -> QFontMetricsF:
        return QFontMetricsF(font, self._device)

    def _ended(self, items: Sequence[Item]) -> Block:
        """A block of these, with a little room below."""
        return Block(max(item.rect.bottom() for item in items) + self._gap / 2, tuple(items))


def _moved(text: Text, right: float, down: float) -> Text:
    return replace(text, rect=text.rect.translated(right, down), baseline=text.baseline + down)


def _wrap_anywhere() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _part(text: str, start: int, length: int) -> str:
    """Qt counts in UTF-16, in which rare characters count as two."""
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * (start + length)].decode(
        "utf-16-le", "surrogatepass"
    )
