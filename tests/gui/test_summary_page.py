"""The summary page: sums and bars of a period, and the close of a day, on a real store."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QFileDialog, QMessageBox, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from refund_gui.domain.outside import OutsideWay
from refund_gui.practice.faults import Fault
from refund_gui.ui.bar_chart import BarChart
from refund_gui.ui.close_print import printed_close
from refund_gui.ui.figures_table import FiguresTable
from refund_gui.ui.summary_page import SummaryPage
from tests.domain.made_up import won
from tests.gui.counter import Counter, child, is_shown, text
from tests.gui.shell import Program, Upstream, options
from tests.practice.shop_kit import DAY, NOW, payment


def shown(counter: Counter, qtbot: QtBot) -> SummaryPage:
    page = SummaryPage(counter.terminal, counter.lanes)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    counter.settle(qtbot)
    return page


@pytest.fixture
def page(counter: Counter, qtbot: QtBot) -> SummaryPage:
    """A refund of the day before, one made in the console today, a note, and one that is not clear."""
    shop = counter.shop
    for imp_uid in ("imp_card", "imp_console", "imp_lost"):
        shop.upstream.add(payment(imp_uid, 10_000, paid_at=NOW - 2 * DAY))
    shop.upstream.add(payment("imp_phone", 8_000, "phone", "danal", paid_at=NOW - 40 * DAY))
    counter.load()
    shop.refund("imp_card", 4_000)
    shop.clock.advance(DAY)
    shop.upstream.cancel_outside("imp_console", Decimal(1_000))
    counter.load()
    shop.terminal.outside.note("imp_phone", won(8_000), shop.today(), OutsideWay.CASH, "", "김점원")
    shop.upstream.faults.next(Fault.LOST_REQUEST)
    shop.refund("imp_lost", 2_000)
    return shown(counter, qtbot)


def cells(table: QTableWidget) -> list[list[str]]:
    return [
        [str(table.model().index(row, place).data()) for place in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def press(page: SummaryPage, name: str, counter: Counter, qtbot: QtBot) -> None:
    QTest.mouseClick(child(page, QPushButton, name), Qt.MouseButton.LeftButton)
    counter.settle(qtbot)


def test_a_period_with_its_table_behind_the_bars(page: SummaryPage) -> None:
    assert text(page, "summaryRefunded") == "5,000원 (2)"
    assert text(page, "summaryPaid") == "30,000원 (3)"
    assert text(page, "summaryShare") == "16.7%"
    assert text(page, "summaryUnrecorded") == "8,000원 (1)"
    assert text(page, "summaryNotClear") == "2,000원 (1)"
    assert cells(child(page, QTableWidget, "summaryByMethod")) == [["Card", "2", "5,000원", "100.0%"]]
    times = cells(child(page, QTableWidget, "summaryTimes"))
    assert len(times) == 19  # this month until today
    assert times[-2:] == [["11/18", "1", "4,000원"], ["11/19", "1", "1,000원"]]
    assert not is_shown(page, "summaryEmpty")


def test_the_arrow_keys_tell_each_bar_to_a_screen_reader(page: SummaryPage) -> None:
    chart = child(page, BarChart, "summaryChart")
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription() == "11/19: 1,000원, 1 refunds"
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription() == "11/18: 4,000원, 1 refunds"
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.accessibleDescription() == "11/1: 0원, 0 refunds"
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription() == "11/1: 0원, 0 refunds"


def test_the_mouse_tells_a_bar_until_it_leaves(page: SummaryPage, qtbot: QtBot) -> None:
    chart = child(page, BarChart, "summaryChart")
    place = chart.rect().center()
    QTest.mouseMove(chart, place)
    qtbot.waitUntil(lambda: chart.chosen_text() == "11/10: 0원, 0 refunds")
    chart.grab()


def test_a_table_is_copied_and_holds_no_formula(page: SummaryPage) -> None:
    table = child(page, FiguresTable, "summaryByReason")
    table.setFocus()
    table.show_rows(("Reason", "Amount"), [("=1+1", "-3원"), ("변심", "1원")])
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Reason\tAmount\n'=1+1\t-3원\n변심\t1원"
    table.selectRow(1)
    assert table.copied() == "Reason\tAmount\n변심\t1원"


def test_another_period_and_other_bars(page: SummaryPage, counter: Counter, qtbot: QtBot) -> None:
    step = child(page, QComboBox, "summaryStepFilter")
    step.setCurrentIndex(step.findData("month"))
    counter.settle(qtbot)
    assert cells(child(page, QTableWidget, "summaryTimes")) == [["11/1 – 11/19", "2", "5,000원"]]
    period = child(page, QComboBox, "summaryPeriodFilter")
    period.setCurrentIndex(period.findData("last_month"))
    counter.settle(qtbot)
    assert "Choose a longer period" in text(page, "summaryEmpty")
    assert not is_shown(page, "summaryChart")


def test_the_close_of_a_day_explains_each_difference(
    page: SummaryPage, counter: Counter, qtbot: QtBot
) -> None:
    press(page, "summaryCloseButton", counter, qtbot)
    assert cells(child(page, QTableWidget, "closeLines")) == [
        ["Card", "0", "0원", "1", "1,000원", "-1", "-1,000원"],
        ["Outside: Cash", "1", "8,000원", "0", "0원", "+1", "+8,000원"],
        ["Together", "1", "8,000원", "1", "1,000원", "0", "+7,000원"],
    ]
    differences = cells(child(page, QTableWidget, "closeDifferences"))
    assert [(row[1], row[5]) for row in differences] == [
        ("order-imp_console", "Made in PortOne's console."),
        ("order-imp_phone", "Noted here as refunded outside: PortOne does not know of it."),
    ]
    assert [row[1] for row in cells(child(page, QTableWidget, "closeOpen"))] == ["order-imp_lost"]
    assert "not clear yet" in text(page, "closeCautions")
    assert text(page, "closeStatus") == "As of 14:00 · orders last loaded 14:00"
    with qtbot.waitSignal(page.order_requested) as asked:
        table = child(page, QTableWidget, "closeDifferences")
        table.itemActivated.emit(table.item(1, 0))
    assert asked.args == ["imp_phone"]
    with qtbot.waitSignal(page.order_requested) as asked:
        table = child(page, QTableWidget, "closeOpen")
        table.itemActivated.emit(table.item(0, 0))
    assert asked.args == ["imp_lost"]


def test_another_day_by_keyboard_and_button(page: SummaryPage, counter: Counter, qtbot: QtBot) -> None:
    press(page, "summaryCloseButton", counter, qtbot)
    assert not child(page, QPushButton, "closeDayAfter").isEnabled()  # tomorrow has nothing to close
    press(page, "closeDayBefore", counter, qtbot)
    assert text(page, "closeResult") == "Both sides agree."
    assert child(page, QPushButton, "closeDayAfter").isEnabled()
    child(page, QDateEdit, "closeDayEdit").setDate(QDate(2025, 11, 3))
    counter.settle(qtbot)
    assert "Choose another day" in text(page, "closeResult")
    assert not is_shown(page, "closeLines")


def test_what_is_printed_is_what_is_shown(page: SummaryPage, counter: Counter) -> None:
    report = counter.terminal.closing.report(counter.shop.today())
    table = printed_close(report, "2 differences")
    rows = list(table.rows)
    assert [row[0] for row in rows[:2]] == ["Card", "Outside: Cash"]
    assert rows[2][4] == "Made in PortOne's console."
    assert rows[4][0].endswith("order-imp_lost")
    assert table.totals == (("Together", "8,000원 (1)", "1,000원 (1)", "+7,000원 (+0)", ""),)
    assert table.notes[0] == "As of 2025-11-19 14:00 · orders last loaded 2025-11-19 14:00"
    assert {len(row) for row in rows} == {len(table.columns)}


def test_without_a_printer_it_is_saved_as_a_pdf(
    page: SummaryPage, counter: Counter, qtbot: QtBot, tmp_path: Path
) -> None:
    press(page, "summaryCloseButton", counter, qtbot)
    child(page, QPushButton, "closePrintButton").click()
    box = child(page, QMessageBox, "noPrinterBox")
    child(box, QPushButton, "saveInsteadButton").click()
    chosen = child(page, QFileDialog, "closeFileDialog")
    chosen.fileSelected.emit(str(tmp_path / "close.pdf"))
    qtbot.waitUntil(lambda: is_shown(page, "closeSaved"))
    assert text(page, "closeSaved") == f"Saved: {tmp_path / 'close.pdf'}"
    assert len(PdfReader(tmp_path / "close.pdf").pages) == 1
    chosen.fileSelected.emit(str(tmp_path / "nowhere" / "close.pdf"))
    qtbot.waitUntil(lambda: "Choose another folder" in text(page, "closeSaved"))
    chosen.close()


def test_before_the_first_load_both_say_what_to_do(
    counter: Counter, qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    page = shown(counter, qtbot)
    assert "Load them under Orders (F5)" in text(page, "summaryCautions")
    press(page, "summaryCloseButton", counter, qtbot)
    assert text(page, "closeResult") == "Nothing is known of this day yet."
    speak("ko")
    qtbot.waitUntil(lambda: text(page, "closeResult") == "이날의 내역을 아직 불러오지 않았습니다.")
    assert text(page, "summaryCloseButton") == "일일 마감"
    assert child(page, QDateEdit, "closeDayEdit").accessibleName() == "마감 날짜"


def test_the_page_is_made_at_its_first_visit(program: Program, upstream: Upstream, tmp_path: Path) -> None:
    window = program.open(options(tmp_path, upstream.url, practice=False)).window
    assert window.findChild(SummaryPage, "summaryPage") is None
    program.set_up(window)
    window.activateWindow()
    program.wait(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert is_shown(window, "summaryPage")
    program.wait(lambda: text(window, "summaryStatus") != "")
