"""Paper and PDF: sizes, embedded fonts, whole files or none, and a computer without a printer."""

import errno
import os
from pathlib import Path
from threading import Thread, current_thread, main_thread

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPagedPaintDevice
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from refund_gui.errors import DiskFull, StoreReadOnly
from refund_gui.settings import PAPERS
from refund_gui.ui.background import Lanes
from refund_gui.ui.printing import CREATOR, Paper, begin, page_layout, print_out, save_pdf, send
from tests.gui.counter import child, text
from tests.gui.pdf_fonts import are_embedded

SIZES = {Paper.A4: (210, 297), Paper.ROLL_58: (58, 297), Paper.ROLL_80: (80, 297)}
POINT = 25.4 / 72
"""Millimetres."""


def paint(device: QPagedPaintDevice) -> None:
    painter = begin(device)
    painter.setFont(QFont(QGuiApplication.font().families(), 9))
    painter.drawText(QRectF(0, 0, device.width(), 400), "환불 7,000원")
    painter.end()


@pytest.mark.parametrize("paper", Paper)
def test_a_pdf_has_its_papers_size_and_its_fonts(qapp: QApplication, tmp_path: Path, paper: Paper) -> None:
    path = tmp_path / "list.pdf"
    save_pdf(path, paper, "환불 내역", paint)
    reader = PdfReader(path)
    box = reader.pages[0].mediabox
    width, height = SIZES[paper]
    assert (float(box.width) * POINT, float(box.height) * POINT) == pytest.approx((width, height), abs=0.3)
    assert "환불" in reader.pages[0].extract_text()
    assert are_embedded(reader.pages[0])
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.creator, reader.metadata.author) == (
        "환불 내역",
        CREATOR,
        "",
    )


@pytest.mark.parametrize(("paper", "reached"), [(Paper.ROLL_58, 48), (Paper.ROLL_80, 72), (Paper.A4, 180)])
def test_margins_leave_what_printers_reach(paper: Paper, reached: float) -> None:
    layout = page_layout(paper)
    assert layout.paintRect(layout.Unit.Millimeter).width() == pytest.approx(reached, abs=0.1)


def test_settings_know_every_paper() -> None:
    assert set(PAPERS) == set(Paper)


def test_a_lane_paints_letters_too(qapp: QApplication, tmp_path: Path) -> None:
    path, threads = tmp_path / "list.pdf", []

    def paint_there(device: QPagedPaintDevice) -> None:
        threads.append(current_thread())
        paint(device)

    thread = Thread(target=save_pdf, args=(path, Paper.A4, "title", paint_there))
    thread.start()
    thread.join()
    assert threads[0] is not main_thread()
    assert "환불" in PdfReader(path).pages[0].extract_text()


def test_a_full_disk_leaves_the_old_file(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "list.pdf"
    path.write_bytes(b"the old one")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        save_pdf(path, Paper.A4, "title", paint)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("list.pdf", b"the old one")]


def test_a_folder_that_takes_no_file_is_named(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "not there" / "list.pdf"
    with pytest.raises(StoreReadOnly) as told:
        save_pdf(path, Paper.A4, "title", paint)
    assert told.value.path == str(path)


def test_without_a_printer_a_pdf_is_offered(qtbot: QtBot) -> None:
    parent, saved = QWidget(), []
    qtbot.addWidget(parent)
    parent.show()
    print_out(parent, Paper.ROLL_80, "title", paint, save_instead=lambda: saved.append(True))
    box = child(parent, QMessageBox, "noPrinterBox")
    assert box.text() == "This computer has no printer yet"
    assert "PDF" in box.informativeText()
    assert not box.isModal()
    child(box, QPushButton, "saveInsteadButton").click()
    assert saved == [True]


@pytest.mark.parametrize("on_lane", [False, True])
def test_a_printer_gets_what_was_painted(qtbot: QtBot, tmp_path: Path, on_lane: bool) -> None:
    parent, lanes, printer = QWidget(), Lanes(), QPrinter()
    qtbot.addWidget(parent)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    send(parent, printer, "title", paint, lanes if on_lane else None)
    lanes.close(5)
    assert "환불" in PdfReader(tmp_path / "out.pdf").pages[0].extract_text()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
@pytest.mark.parametrize("on_lane", [False, True])
def test_a_printer_that_refuses_is_told(qtbot: QtBot, tmp_path: Path, on_lane: bool) -> None:
    parent, lanes, printer = QWidget(), Lanes(), QPrinter()
    qtbot.addWidget(parent)
    parent.show()
    printer.setOutputFileName(str(tmp_path / "not there" / "out.pdf"))
    send(parent, printer, "title", paint, lanes if on_lane else None)
    qtbot.waitUntil(lambda: parent.findChild(QMessageBox, "printerRefusedBox") is not None)
    box = child(parent, QMessageBox, "printerRefusedBox")
    assert text(box, "qt_msgbox_label") == "The printer did not take it"
    assert child(box, QLabel, "qt_msgbox_label").textFormat() is Qt.TextFormat.PlainText
    lanes.close(5)
