"""A receipt by hand: opened from the result and the history, printed, saved, in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from refund_gui.domain.outside import OutsideWay
from refund_gui.domain.refund import Refund, RefundState
from refund_gui.domain.request import RefundRequest
from refund_gui.practice.faults import Fault
from refund_gui.practice.sample_shop import CARD
from refund_gui.settings import SettingsFile
from refund_gui.ui.history_page import HistoryPage
from refund_gui.ui.main_window import MainWindow
from refund_gui.ui.receipt_dialog import ReceiptDialog
from tests.domain.made_up import won
from tests.gui.counter import Counter, child, is_shown, text
from tests.gui.refund_desk import desk_for
from tests.gui.shell import Program, options, rows
from tests.practice.shop_kit import payment


@pytest.fixture
def refund(counter: Counter) -> Refund:
    counter.shop.upstream.add(payment("imp_1", 10_000))
    counter.load()
    return counter.shop.refund("imp_1", 4_000)


Open = Callable[[Refund], ReceiptDialog]


@pytest.fixture
def opened(counter: Counter, tmp_path: Path, qtbot: QtBot) -> Open:
    """Opens receipts over one window, which keeps them."""
    parent = QWidget()
    qtbot.addWidget(parent)

    def open_receipt(refund: Refund) -> ReceiptDialog:
        settings = SettingsFile(tmp_path / "settings.json")
        dialog = ReceiptDialog(refund.refund_id, counter.terminal, counter.lanes, settings, False, parent)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        counter.settle(qtbot)
        return dialog

    return open_receipt


@pytest.fixture
def dialog(opened: Open, refund: Refund) -> ReceiptDialog:
    return opened(refund)


def said(dialog: ReceiptDialog) -> str:
    """What a screen reader says of the picture."""
    return child(dialog, QScrollArea, "receiptPreview").accessibleDescription()


def picture(dialog: ReceiptDialog) -> QPixmap:
    return child(dialog, QLabel, "receiptPicture").pixmap()


def choose_file(dialog: QWidget, path: Path) -> None:
    chosen = child(dialog, QFileDialog, "receiptFileDialog")
    chosen.setDirectory(str(path.parent))
    chosen.selectFile(path.name)
    chosen.fileSelected.emit(str(path))  # as its own button does, which waits for the folder to be listed
    chosen.close()


def push(dialog: QWidget, name: str) -> None:
    """By keyboard: Tab until it has the focus, then the space bar."""
    for _ in range(8):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus.objectName() == name:
            QTest.keyClick(focus, Qt.Key.Key_Space)
            return
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    raise AssertionError(f"the keyboard does not reach {name}")


def test_the_receipt_is_shown_as_it_will_be_printed(
    dialog: ReceiptDialog, refund: Refund, speak: Callable[[str], None], qtbot: QtBot
) -> None:
    assert "Refund amount: 4,000원" in said(dialog)
    assert refund.tag in said(dialog)
    assert picture(dialog).width() == pytest.approx(210 / 25.4 * 74, abs=2)
    speak("ko")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "환불 영수증")
    assert "환불 금액: 4,000원" in said(dialog)
    assert text(dialog, "receiptPdfButton") == "PDF로 저장…"


def test_what_was_noted_before_is_on_the_receipt(counter: Counter, opened: Open, refund: Refund) -> None:
    """Paid 10,000; 4,000 refunded here, then 1,000 in cash, then 2,000 here."""
    counter.shop.clock.advance(60)
    counter.terminal.outside.note("imp_1", won(1_000), counter.shop.today(), OutsideWay.CASH, "", "")
    assert "Refunded in all: 4,000원\nRemaining: 6,000원" in said(opened(refund))
    counter.shop.clock.advance(60)
    told = said(opened(counter.shop.refund("imp_1", 2_000)))
    assert "Refunded in another way: 1,000원\nRefunded in all: 7,000원\nRemaining: 3,000원" in told


def test_the_paper_is_remembered(
    dialog: ReceiptDialog, opened: Open, counter: Counter, refund: Refund, tmp_path: Path, qtbot: QtBot
) -> None:
    papers = child(dialog, QComboBox, "receiptPaperCombo")
    papers.setFocus()
    QTest.keyClick(papers, Qt.Key.Key_Down)
    counter.settle(qtbot)
    assert picture(dialog).width() == pytest.approx(58 / 25.4 * 120, abs=2)
    assert SettingsFile(tmp_path / "settings.json").current.receipt_paper == "roll_58"
    again = opened(refund)
    assert child(again, QComboBox, "receiptPaperCombo").currentData() == "roll_58"


def test_a_pdf_is_saved_by_keyboard(
    dialog: ReceiptDialog, refund: Refund, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "receipt.pdf"
    push(dialog, "receiptPdfButton")
    choose_file(dialog, path)
    qtbot.waitUntil(lambda: text(dialog, "receiptMessage") == "Saved: receipt.pdf")
    reader = PdfReader(path)
    assert refund.tag in reader.pages[0].extract_text()
    assert reader.metadata is not None
    assert reader.metadata.title == f"Refund receipt {refund.tag}"


def test_a_folder_that_takes_no_file_is_told(dialog: ReceiptDialog, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "taken.pdf.new").mkdir()
    child(dialog, QPushButton, "receiptPdfButton").click()
    choose_file(dialog, tmp_path / "taken.pdf")
    qtbot.waitUntil(lambda: "could not be saved" in text(dialog, "receiptMessage"))
    assert not (tmp_path / "taken.pdf").exists()
    assert child(dialog, QPushButton, "receiptPdfButton").isEnabled()


def test_without_a_printer_the_pdf_is_one_press_away(
    dialog: ReceiptDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    push(dialog, "receiptPrintButton")
    box = child(dialog, QMessageBox, "noPrinterBox")
    assert box.isVisible()
    child(box, QPushButton, "saveInsteadButton").click()
    choose_file(dialog, tmp_path / "receipt.pdf")
    qtbot.waitUntil((tmp_path / "receipt.pdf").exists)


def test_escape_closes_it(dialog: ReceiptDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_refused_refund_has_no_receipt(counter: Counter, opened: Open) -> None:
    counter.shop.upstream.add(payment("imp_1", 10_000, "card", "kcp", pg_refusal="[8178] 불가"))
    counter.load()
    refused = counter.shop.refund("imp_1", 4_000)
    dialog = opened(refused)
    assert text(dialog, "receiptPicture") == "Only a refund that was made or accepted has a receipt."
    assert not child(dialog, QPushButton, "receiptPrintButton").isEnabled()
    assert not child(dialog, QPushButton, "receiptPdfButton").isEnabled()
    assert said(dialog) == ""


def test_a_receipt_follows_its_refund(counter: Counter, opened: Open, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_1", 10_000, "paypal", "paypal_v2"))
    counter.load()
    counter.shop.upstream.faults.next(Fault.ASYNCHRONOUS)
    accepted = counter.shop.refund("imp_1")
    assert accepted.state is RefundState.ACCEPTED
    dialog = opened(accepted)
    assert "Accepted, not yet paid" in said(dialog)
    counter.shop.clock.advance(600)
    counter.shop.upstream.settle()
    assert counter.shop.reconciler.check(accepted.refund_id).state is RefundState.SUCCEEDED
    dialog.refresh()
    counter.settle(qtbot)
    assert "Accepted, not yet paid" not in said(dialog)


def test_the_history_offers_a_receipt_only_where_there_is_one(
    counter: Counter, refund: Refund, qtbot: QtBot
) -> None:
    counter.shop.upstream.add(payment("imp_2", 9_000, "card", "kcp", pg_refusal="[8178] 불가"))
    counter.load()
    refused = counter.shop.refund("imp_2", 4_000)
    page = HistoryPage(counter.terminal, counter.lanes)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.show_refund(refused.refund_id)
    counter.settle(qtbot)
    assert not is_shown(page, "historyReceiptButton")
    page.show_refund(refund.refund_id)
    counter.settle(qtbot)
    with qtbot.waitSignal(page.receipt_requested) as asked:
        child(page, QPushButton, "historyReceiptButton").click()
    assert asked.args == [refund.refund_id]


def test_the_result_offers_a_receipt(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.refund("4000")
    desk.until_titled("Refund successful")
    with qtbot.waitSignal(desk.window.receipt_requested) as asked:
        desk.push("printReceiptButton")
    assert asked.args == [desk.stored()[0].refund_id]


def test_a_refusals_result_offers_none(counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.faults.next(Fault.LOST_ANSWER)
    desk = desk_for(counter, qtbot)
    desk.refund("4000")
    desk.until_seen("checkNowButton")
    assert not desk.sees("printReceiptButton")


def receipts(window: MainWindow) -> list[ReceiptDialog]:
    return [dialog for dialog in window.findChildren(ReceiptDialog) if dialog.isVisible()]


def test_the_program_opens_one_receipt_from_the_history(program: Program, tmp_path: Path) -> None:
    practice = program.open(options(tmp_path, practice=True))
    window, refunding = practice.window, practice.shop.terminal.refunding
    program.wait(lambda: rows(window) > 0)
    offer = refunding.offer(CARD)
    refund = refunding.refund(offer, RefundRequest(CARD, offer.payment.balance, "품절"))
    child(window, QPushButton, "navHistory").click()
    view = child(window, QTableView, "historyView")
    window.on_payments_read((CARD,))
    program.wait(lambda: str(view.model().index(0, 5).data()).startswith("●"))
    view.setCurrentIndex(view.model().index(0, 0))
    program.wait(lambda: is_shown(window, "historyReceiptButton"))
    child(window, QPushButton, "historyReceiptButton").click()
    [dialog] = receipts(window)
    program.wait(lambda: "PRACTICE – no money was refunded" in said(dialog))
    assert refund.tag in said(dialog)
    child(window, QPushButton, "historyReceiptButton").click()
    assert receipts(window) == [dialog]
    child(dialog, QPushButton, "receiptCloseButton").click()
    program.wait(lambda: not receipts(window))
    child(window, QPushButton, "historyReceiptButton").click()
    assert len(receipts(window)) == 1
