"""Exports and prints from the history page, in files that are read back."""

import csv
from collections.abc import Callable
from pathlib import Path
from threading import Event

import openpyxl
import pypdf
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from refund_gui.domain.money import Money
from refund_gui.domain.outside import OutsideWay
from refund_gui.domain.refund_listing import HistoryFilter
from refund_gui.terminal.exporting import PAGE
from refund_gui.ui.background import Lane
from refund_gui.ui.history_page import HistoryPage
from tests.gui.counter import Counter, child, is_shown, text
from tests.practice.shop_kit import payment
from tests.terminal.export_words import add_refunds


@pytest.fixture
def page(counter: Counter, qtbot: QtBot) -> HistoryPage:
    """Two refunds made here."""
    counter.shop.upstream.add(payment("imp_one", 10_000))
    counter.shop.upstream.add(payment("imp_two", 30_000))
    counter.shop.refund("imp_one", 4_000)
    counter.shop.refund("imp_two", 7_000)
    page = HistoryPage(counter.terminal, counter.lanes)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    counter.settle(qtbot)
    return page


def choose_place(page: HistoryPage, action: str, path: Path, qtbot: QtBot) -> None:
    """Choose from the menu, then the place in the dialog that comes."""
    child(page, QAction, action).trigger()
    dialog = child(page, QFileDialog, "exportDialog")
    qtbot.waitUntil(dialog.isVisible)
    suffix = {"exportExcelAction": "xlsx", "exportCsvAction": "csv", "printPdfAction": "pdf"}[action]
    assert dialog.selectedFiles()[0].endswith(f"refunds-2025-11-18.{suffix}")
    dialog.selectFile(str(path))
    child(dialog, QLineEdit, "fileNameEdit").setText(str(path))
    dialog.accept()


def is_idle(page: HistoryPage) -> bool:
    return child(page, QPushButton, "exportButton").isEnabled()


@pytest.mark.parametrize("action", ["exportExcelAction", "exportCsvAction"])
def test_what_is_shown_is_exported(
    page: HistoryPage, tmp_path: Path, qtbot: QtBot, counter: Counter, action: str
) -> None:
    child(page, QLineEdit, "historySearchEdit").setText("imp_two")
    counter.settle(qtbot)
    path = tmp_path / ("내역.xlsx" if action == "exportExcelAction" else "내역.csv")
    choose_place(page, action, path, qtbot)
    qtbot.waitUntil(lambda: is_idle(page) and path.exists())
    assert text(page, "exportStatus") == f"Saved 1: {path.name}"
    assert is_shown(page, "exportOpenButton")
    if path.suffix == ".xlsx":
        rows = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))
        assert rows[0][:5] == ("Time", "Order no.", "Goods", "Buyer", "Amount")
        assert (rows[1][1], rows[1][4], rows[1][6]) == ("order-imp_two", 7000, "Refunded")
        assert (rows[3][0], rows[3][4]) == ("Refunded: 1", 7000)
    else:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows_ = list(csv.reader(file))
        assert [row[1] for row in rows_] == ["Order no.", "order-imp_two"]


def test_the_printed_sum_is_that_of_the_printed_rows(page: HistoryPage, counter: Counter) -> None:
    """A refund that is made while the rows are read is on the next paper."""

    def refund_one_more(done: int, total: int) -> None:
        counter.shop.refund("imp_one", 1_000)

    table = page._output._made(HistoryFilter(), ())(refund_one_more, lambda: False)
    assert [row[4] for row in table.rows] == ["7,000", "4,000"]
    assert [(row[0], row[4]) for row in table.totals] == [("Refunded: 2", "11,000")]


def test_what_went_back_outside_is_printed_below_the_refunds(page: HistoryPage, counter: Counter) -> None:
    note, today = counter.terminal.outside.note, counter.shop.today()
    note("imp_one", Money(500, "KRW"), today, OutsideWay.PG_CONSOLE, "콘솔에서 취소", "박주인")
    table = page._output._made(HistoryFilter(), ())(lambda done, total: None, lambda: False)
    [printed] = [row for row in table.rows if row[4] == "500"]
    assert printed[5:] == (
        "Refunded outside · PG's own console", "Card", "콘솔에서 취소", "박주인", "Made here"
    )  # fmt: skip
    assert [(row[0], row[4]) for row in table.totals] == [
        ("Refunded: 2", "11,000"),
        ("Refunded outside: 1", "500"),
    ]
    assert "Refunded outside 1: 500원" in table.notes[-1]


def test_an_export_speaks_korean(
    page: HistoryPage, tmp_path: Path, qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    speak("ko")
    child(page, QAction, "exportExcelAction").trigger()
    dialog = child(page, QFileDialog, "exportDialog")
    assert dialog.selectedFiles()[0].endswith("환불내역-2025-11-18.xlsx")
    dialog.reject()
    page._output.save_as("xlsx", str(tmp_path / "a.xlsx"))
    qtbot.waitUntil(lambda: is_idle(page))
    made = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert made.title == "환불 내역"
    assert [made.cell(1, n).value for n in (1, 2, 5, 12, 13)] == [
        "시각",
        "주문번호",
        "금액",
        "담당자",
        "카운터",
    ]
    assert made.cell(2, 7).value == "환불 완료"


def test_progress_is_shown_and_a_cancelled_export_leaves_no_file(
    page: HistoryPage, tmp_path: Path, qtbot: QtBot, counter: Counter
) -> None:
    add_refunds(counter.shop.store, 3 * PAGE)
    place = tmp_path / "exports"
    place.mkdir()
    bar, cancel = child(page, QProgressBar, "exportProgress"), child(page, QPushButton, "exportCancelButton")
    released = counter.hold(Lane.FILES)
    choose_place(page, "exportExcelAction", place / "a.xlsx", qtbot)
    assert bar.isVisible()
    assert text(page, "exportStatus") == "Reading the history…"
    assert not child(page, QPushButton, "printButton").isEnabled()
    released.set()
    with qtbot.waitSignal(page._output._progressed, timeout=20_000):
        pass
    assert (bar.value(), bar.maximum()) == (PAGE, 3 * PAGE + 2)
    assert text(page, "exportStatus") == "500 of 1,502"
    page.activateWindow()
    qtbot.waitUntil(cancel.hasFocus)
    qtbot.keyClick(cancel, Qt.Key.Key_Space)
    assert cancel.text() == "Stopping…"
    qtbot.waitUntil(lambda: is_idle(page), timeout=20_000)
    assert text(page, "exportStatus") == "Cancelled. No file was made."
    assert list(place.iterdir()) == []
    assert not bar.isVisible()
    assert child(page, QPushButton, "exportButton").hasFocus()


def test_lists_answer_while_an_export_is_under_way(
    page: HistoryPage, tmp_path: Path, qtbot: QtBot, counter: Counter
) -> None:
    released = counter.hold(Lane.FILES)
    choose_place(page, "exportExcelAction", tmp_path / "a.xlsx", qtbot)
    child(page, QLineEdit, "historySearchEdit").setText("imp_two")
    counter.settle(qtbot)
    assert text(page, "historyTotals") == "1 shown   ·   Refunded 1: 7,000원"
    released.set()
    qtbot.waitUntil(lambda: is_idle(page))
    assert text(page, "exportStatus") == "Saved 2: a.xlsx", "what was shown when it was asked for"


@pytest.mark.parametrize("suffix", ["xlsx", "csv", "pdf"])
def test_a_place_that_takes_no_file_is_told(
    page: HistoryPage, tmp_path: Path, qtbot: QtBot, suffix: str
) -> None:
    (tmp_path / f"a.{suffix}").mkdir()
    page._output.save_as(suffix, str(tmp_path / f"a.{suffix}"))
    qtbot.waitUntil(lambda: is_idle(page))
    title, advice, where = text(page, "exportStatus").splitlines()
    assert title == "The file cannot be written there"
    assert advice == "Choose another folder or another name."
    assert str(tmp_path / f"a.{suffix}") in where
    assert not is_shown(page, "exportOpenButton")


class Opened(QObject):
    """Stands for the programs of the computer."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.urls.append(url)


def test_the_file_is_opened_on_request(page: HistoryPage, tmp_path: Path, qtbot: QtBot) -> None:
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "open")  # type: ignore[arg-type]  # PySide's stubs
    try:
        page._output.save_as("csv", str(tmp_path / "내역 1.csv"))
        qtbot.waitUntil(lambda: is_idle(page))
        qtbot.mouseClick(child(page, QPushButton, "exportOpenButton"), Qt.MouseButton.LeftButton)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [url.toLocalFile() for url in opened.urls] == [str(tmp_path / "내역 1.csv")]


def test_the_list_as_a_pdf(
    page: HistoryPage, tmp_path: Path, qtbot: QtBot, counter: Counter, speak: Callable[[str], None]
) -> None:
    speak("ko")
    child(page, QLineEdit, "historySearchEdit").setText("imp_two")
    counter.settle(qtbot)
    page._output.save_as("pdf", str(tmp_path / "a.pdf"))
    qtbot.waitUntil(lambda: is_idle(page))
    (sheet,) = pypdf.PdfReader(tmp_path / "a.pdf").pages
    words = sheet.extract_text().replace("\t", " ")
    assert "환불 내역" in words
    assert "담당자" in words
    assert "order-imp_two" in words.replace("\n", ""), "wrapped, not cut off"
    assert "imp_one" not in words
    assert words.count("7,000") == 3, "in its row, in the sum below it, and above the list"
    assert "imp_two" in words.splitlines()[1], "what was searched for stands below the title"


def test_without_a_printer_the_list_can_be_saved(page: HistoryPage, qtbot: QtBot) -> None:
    child(page, QAction, "printPaperAction").trigger()
    qtbot.waitUntil(lambda: page.findChild(QMessageBox, "noPrinterBox") is not None)
    assert is_idle(page)
    child(child(page, QMessageBox, "noPrinterBox"), QPushButton, "saveInsteadButton").click()
    dialog = child(page, QFileDialog, "exportDialog")
    assert dialog.selectedFiles()[0].endswith(".pdf")
    dialog.reject()


def test_the_window_closes_over_an_export(
    page: HistoryPage, tmp_path: Path, qtbot: QtBot, counter: Counter
) -> None:
    add_refunds(counter.shop.store, PAGE)
    released: Event = counter.hold(Lane.FILES)
    page._output.save_as("xlsx", str(tmp_path / "a.xlsx"))
    page.stop_output()
    released.set()
    qtbot.waitUntil(lambda: is_idle(page))
    assert not (tmp_path / "a.xlsx").exists()
