"""Paper and PDF: what the printer dialog, the PDF file and the preview have in common."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtWidgets import QMessageBox, QWidget

from refund_gui.errors import PrinterRefused
from refund_gui.store.files import file_errors, put_in_place
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.words import describe

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

CREATOR: Final = "Refund Terminal"
MM: Final = QPageLayout.Unit.Millimeter
_DOTS_PER_INCH: Final = 600
_WIDEST_ROLL: Final = 112
"""Millimetres; the next wider papers are sheets."""

Paint = Callable[[QPagedPaintDevice], None]
"""Paints everything on the device, page by page. May run on a lane: threads may paint on these devices."""


class Paper(StrEnum):
    """A sheet, or the two rolls of receipt printers. The values are kept in the settings."""

    A4 = "a4"
    ROLL_58 = "roll_58"
    ROLL_80 = "roll_80"

    @property
    def is_roll(self) -> bool:
        """Whether a page is as long as what stands on it."""
        return self is not Paper.A4


class _Page(NamedTuple):
    """Millimetres. A roll's margin leaves what its printers reach: 48 of 58 mm, 72 of 80 mm."""

    width: float
    height: float
    side: float
    end: float


_PAGES: Final = {
    Paper.A4: _Page(210, 297, 15, 15),
    Paper.ROLL_58: _Page(58, 297, 5, 3),
    Paper.ROLL_80: _Page(80, 297, 4, 3),
}


def page_layout(paper: Paper, length: float | None = None) -> QPageLayout:
    """The paper with its margins. `length`: millimetres that a roll's content needs, without margins."""
    page = _PAGES[paper]
    height = page.height if length is None else length + 2 * page.end
    size = _roll(page.width, height) if paper.is_roll else QPageSize(QPageSize.PageSizeId.A4)
    margins = QMarginsF(page.side, page.end, page.side, page.end)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, MM)


def lengthen(device: QPagedPaintDevice, length: float) -> None:
    """Make a roll's page as long as `length` millimetres of content need, before the painter begins.

    Width and margins stay, for the printer's dialog may have changed them; a sheet stays as it is.
    """
    layout = device.pageLayout()
    width, margins = layout.fullRect(MM).width(), layout.margins(MM)
    if width <= _WIDEST_ROLL:
        device.setPageSize(_roll(width, margins.top() + length + margins.bottom()))


def _roll(width: float, height: float) -> QPageSize:
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    return QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter, "receipt", exact)


def save_pdf(path: Path, paper: Paper, title: str, paint: Paint) -> None:
    """Write the PDF beside `path`, then put it in place. `title` stands in the file: no personal data.

    Blocking, for a lane. Raises DiskFull or StoreReadOnly; what was there before then stays.
    """
    content = QBuffer()  # Qt says nothing of a disk that does not take a page
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(content)
    writer.setTitle(title)
    writer.setCreator(CREATOR)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(page_layout(paper))
    paint(writer)
    del writer
    beside = path.with_name(path.name + ".new")
    try:
        with file_errors(path):
            beside.write_bytes(content.data().data())
        put_in_place(beside, path)
    finally:
        with file_errors(path):
            beside.unlink(missing_ok=True)


def paper_font(points: float, bold: bool = False) -> QFont:
    """The window's letters, without what gives some of them other shapes.

    Qt writes such shapes into a PDF without saying which letters they are: nobody could search or copy them.
    In Noto Sans CJK they are the digits beside Latin letters and the spaces between Hangul.
    """
    font = QFont(QGuiApplication.font().families())
    for feature in ("liga", "locl", "calt"):
        font.setFeature(QFont.Tag(feature), 0)
    font.setPointSizeF(points)
    font.setBold(bold)
    return font


def begin(device: QPagedPaintDevice) -> QPainter:
    """A painter on the device's first page. Raises PrinterRefused."""
    painter = QPainter()
    if not painter.begin(device):
        raise PrinterRefused
    return painter


def print_out(
    parent: QWidget,
    paper: Paper,
    title: str,
    paint: Paint,
    lanes: Lanes | None = None,
    save_instead: Callable[[], None] | None = None,
) -> None:
    """Ask for the printer, without holding up the window, then paint: on a lane where there are `lanes`.

    Without any printer a message says so; `save_instead` is what its "Save as PDF…" does.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # asks the system for printers

    if not QPrinterInfo.availablePrinterNames():
        _tell_no_printer(parent, save_instead)
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_layout(paper))
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("printDialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(partial(send, parent, printer, title, paint, lanes))
    dialog.show()


def send(parent: QWidget, printer: "QPrinter", title: str, paint: Paint, lanes: Lanes | None) -> None:
    """Paint on this printer. A refusal of it is told in a message over `parent`."""
    printer.setDocName(title)
    printer.setCreator(CREATOR)
    failed = partial(_tell_refused, parent)
    if lanes is not None:
        lanes.run(Lane.READS, partial(paint, printer), parent, _nothing, failed)
        return
    try:
        paint(printer)
    except PrinterRefused as error:
        failed(error)


def _tell_refused(parent: QWidget, error: Exception) -> None:
    words = describe(error)
    _message(parent, "printerRefusedBox", words.title, words.advice).show()


def _tell_no_printer(parent: QWidget, save_instead: Callable[[], None] | None) -> None:
    box = _message(
        parent,
        "noPrinterBox",
        QCoreApplication.translate("Printing", "This computer has no printer yet"),
        QCoreApplication.translate(
            "Printing",
            "Add one in the computer's own settings and try again. Until then it can be saved as a PDF file.",
        ),
    )
    if save_instead is not None:
        save = box.addButton(
            QCoreApplication.translate("Printing", "Save as PDF…"), QMessageBox.ButtonRole.ActionRole
        )
        save.setObjectName("saveInsteadButton")
        save.clicked.connect(save_instead)
    box.show()


def _message(parent: QWidget, name: str, title: str, advice: str) -> QMessageBox:
    """A message with a button that closes it, not shown yet."""
    box = QMessageBox(parent)
    box.setObjectName(name)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowModality(Qt.WindowModality.NonModal)
    box.setIcon(QMessageBox.Icon.Information)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(title)
    box.setInformativeText(advice)
    close = box.addButton(QCoreApplication.translate("Printing", "Close"), QMessageBox.ButtonRole.RejectRole)
    close.setObjectName(f"{name}CloseButton")
    box.setEscapeButton(close)
    return box


def _nothing(_: object) -> None:
    """A printer tells by itself when it is done."""
