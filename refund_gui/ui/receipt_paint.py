"""A receipt on paper, in a PDF, or as the picture that is shown before."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter, QPainterPath, QPen, QTransform

from refund_gui.ui.printing import MM, Paper, begin, lengthen, page_layout
from refund_gui.ui.receipt import ReceiptLine
from refund_gui.ui.receipt_layout import QUIET, Block, Code, Item, Layout, Stroke, Text

_INCH = 25.4
_WIDEST = 110
"""Millimetres of a line that the eye follows, in the middle of the sheet."""


def paint_receipt(lines: tuple[ReceiptLine, ...], paper: Paper, device: QPagedPaintDevice) -> None:
    """On a roll one page as long as it needs, on A4 sheets. May run on a lane. Raises PrinterRefused."""
    dots = device.logicalDpiX() / _INCH
    width = device.pageLayout().paintRect(MM).width() * dots
    column = min(width, _WIDEST * dots)
    blocks = Layout(paper, device, column).blocks(lines)
    lengthen(device, _height(blocks) / dots)
    pages = _paged(blocks, device.pageLayout().paintRect(MM).height() * dots)
    painter = begin(device)
    for number, page in enumerate(pages):
        if number:
            device.newPage()
        _paint_blocks(painter, page, (width - column) / 2, 0)
    painter.end()


def receipt_picture(lines: tuple[ReceiptLine, ...], paper: Paper, dots_per_inch: float) -> QImage:
    """The receipt with its margins, white as paper is, its pages one below the other."""
    dots = dots_per_inch / _INCH
    column = min(page_layout(paper).paintRect(MM).width(), _WIDEST) * dots
    blocks = Layout(paper, _blank(1, 1, dots), column).blocks(lines)
    layout = page_layout(paper, _height(blocks) / dots)
    full, inside = layout.fullRect(MM), layout.paintRect(MM)
    pages = _paged(blocks, inside.height() * dots)
    height = full.height() * dots
    image = _blank(round(full.width() * dots), round(height * len(pages)), dots)
    left = inside.x() * dots + (inside.width() * dots - column) / 2
    painter = QPainter(image)
    for number, page in enumerate(pages):
        _paint_blocks(painter, page, left, number * height + inside.y() * dots)
    painter.end()
    return image


def _paged(blocks: tuple[Block, ...], height: float) -> list[list[Block]]:
    """The blocks of each page; a dot too much is none."""
    pages: list[list[Block]] = [[]]
    for block in blocks:
        if pages[-1] and _height([*pages[-1], block]) > height + 1:
            pages.append([])
        pages[-1].append(block)
    return pages


def _height(blocks: Sequence[Block]) -> float:
    return sum(block.height for block in blocks)


def _blank(width: int, height: int, dots: float) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    image.setDotsPerMeterX(round(dots * 1000))
    image.setDotsPerMeterY(round(dots * 1000))
    return image


def _paint_blocks(painter: QPainter, blocks: Sequence[Block], left: float, top: float) -> None:
    """At whole dots: a module or a rule that ends within one comes out grey."""
    for block in blocks:
        painter.setWorldTransform(QTransform.fromTranslate(round(left), round(top)))
        for item in block.items:
            _paint_item(painter, item)
        top += block.height


def _paint_item(painter: QPainter, item: Item) -> None:
    match item:
        case Text():
            painter.setPen(Qt.GlobalColor.black)
            painter.setFont(item.font)
            painter.drawText(QPointF(item.rect.x(), item.baseline), item.text)
        case Stroke(is_frame=True):
            thick = max(1, round(painter.device().logicalDpiX() / _INCH * 0.3))
            pen = QPen(Qt.GlobalColor.black, thick)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(item.rect.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2))
        case Stroke():
            painter.fillRect(item.rect, Qt.GlobalColor.black)
        case Code():
            painter.fillPath(_modules(item), Qt.GlobalColor.black)


def _modules(code: Code) -> QPainterPath:
    """All dark modules as one shape: separate ones would show seams where they touch."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    side = code.module
    for y, row in enumerate(code.rows, QUIET):
        for x, dark in enumerate(row, QUIET):
            if dark:
                path.addRect(QRectF(code.rect.x() + x * side, code.rect.y() + y * side, side, side))
    return path
