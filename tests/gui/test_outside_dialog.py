"""Refunded outside: from the refund dialog to the note, what it changes there, and taking it back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from refund_gui.domain.outside import OutsideWay
from refund_gui.practice.faults import Fault
from refund_gui.settings import Settings
from refund_gui.ui.detail_pane import DetailPane
from refund_gui.ui.history_detail import HistoryDetail
from refund_gui.ui.outside_dialog import OutsideDialog
from refund_gui.ui.refund_dialog import RefundDialog
from tests.domain.made_up import won
from tests.gui.counter import Counter, child, is_shown, text
from tests.practice.shop_kit import DAY, NOW, payment

SETTINGS = Settings(operators=("김점원", "박주인"))


@pytest.fixture
def phones(counter: Counter) -> Counter:
    """A phone payment of last month, and a card payment."""
    counter.shop.upstream.add(payment("imp_phone", 8_000, "phone", "danal", paid_at=NOW - 30 * DAY))
    counter.shop.upstream.add(payment("imp_card", 8_000, "card", "kcp"))
    counter.load()
    return counter


def opened(counter: Counter, qtbot: QtBot, imp_uid: str) -> RefundDialog:
    dialog = RefundDialog(imp_uid, counter.terminal, counter.lanes, SETTINGS)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.waitUntil(lambda: is_shown(dialog, "submitButton"))
    return dialog


def asked(dialog: RefundDialog, qtbot: QtBot) -> OutsideDialog:
    child(dialog, QPushButton, "refundedOutsideButton").click()
    [outside] = [one for one in dialog.findChildren(OutsideDialog) if one.isVisible()]
    return outside


def test_a_note_lowers_what_can_be_refunded_here(phones: Counter, qtbot: QtBot) -> None:
    dialog = opened(phones, qtbot, "imp_phone")
    outside = asked(dialog, qtbot)
    amount, save = (
        child(outside, QLineEdit, "outsideAmountEdit"),
        child(outside, QPushButton, "outsideSaveButton"),
    )
    amount.setText("8001")
    assert text(outside, "outsideAmountError") == "At most 8,000원 can be refunded."
    save.click()
    amount.setText("5000")
    child(outside, QLineEdit, "outsideNoteEdit").setText("계좌로 보냄")
    way = child(outside, QComboBox, "outsideWayCombo")
    way.setCurrentIndex(way.findText("Transfer by the shop"))
    child(outside, QComboBox, "operatorCombo").setCurrentIndex(1)
    save.click()
    qtbot.waitUntil(lambda: text(dialog, "refundableLabel") == "3,000원")
    assert text(dialog, "outsideLabel") == "5,000원"
    [note] = phones.terminal.outside.of("imp_phone")
    assert (note.way, note.note, note.operator) == ("transfer", "계좌로 보냄", "박주인")
    again = asked(dialog, qtbot)
    assert text(again, "outsideNoteLine").startswith("2025-11-18 · 5,000원 · Transfer by the shop · 박주인")
    child(again, QPushButton, "outsideTakeBackButton").click()
    qtbot.waitUntil(lambda: text(dialog, "refundableLabel") == "8,000원")
    assert not phones.terminal.outside.of("imp_phone")[0].stands
    assert phones.shop.posts() == 0
    dialog.close()


def test_every_place_calls_the_same_amount_refundable(phones: Counter, qtbot: QtBot) -> None:
    phones.terminal.outside.note("imp_card", won(3_000), phones.shop.today(), OutsideWay.CASH, "", "")
    dialog = opened(phones, qtbot, "imp_card")
    assert text(dialog, "refundableLabel") == "5,000원"
    dialog.close()
    page = phones.orders_page()
    qtbot.addWidget(page)
    page.show()
    phones.settle(qtbot)
    model = child(page, QTableView, "ordersView").model()
    cells = {model.index(n, 1).data(): model.index(n, 7).data() for n in range(model.rowCount())}
    assert cells == {"order-imp_card": "5,000", "order-imp_phone": "8,000"}
    phones.shop.clock.advance(60)
    made = phones.shop.refund("imp_card", 1_000)
    detail = HistoryDetail(phones.terminal, phones.lanes)
    qtbot.addWidget(detail)
    detail.show_refund(made.refund_id)
    phones.settle(qtbot)
    assert text(detail, "historyChecksum") == "5,000원"
    assert "1,000원, left at PortOne 8,000원" in text(detail, "historyAttempt1")


def test_all_that_is_left_and_a_day_that_cannot_be(phones: Counter, qtbot: QtBot) -> None:
    dialog = opened(phones, qtbot, "imp_phone")
    assert dialog.focusWidget() is child(dialog, QPushButton, "refundedOutsideButton")
    outside = asked(dialog, qtbot)
    child(outside, QPushButton, "outsideWholeButton").click()
    assert child(outside, QLineEdit, "outsideAmountEdit").text() == "8,000"
    day = child(outside, QDateEdit, "outsideDayEdit")
    for days, words in ((1, "This day is still to come."), (-31, "It was paid only on 2025-10-19.")):
        chosen = phones.shop.today() + timedelta(days=days)
        day.setDate(QDate(chosen.year, chosen.month, chosen.day))
        assert text(outside, "outsideProblem") == words
        child(outside, QPushButton, "outsideSaveButton").click()
        phones.settle(qtbot)
        assert text(outside, "outsideProblem") == words
    assert phones.terminal.outside.of("imp_phone") == ()
    QTest.keyClick(outside, Qt.Key.Key_Escape)
    assert outside.isVisible()  # what was typed is not lost by one key
    assert is_shown(outside, "discardQuestion")
    child(outside, QPushButton, "discardButton").click()
    assert not outside.isVisible()
    dialog.close()


def test_a_card_is_refunded_here_unless_the_pg_has_refused(phones: Counter, qtbot: QtBot) -> None:
    dialog = opened(phones, qtbot, "imp_card")
    assert not is_shown(dialog, "refundedOutsideButton")
    dialog.close()
    phones.shop.upstream.faults.next(Fault.REFUSAL, message="[8178] 상계가능 정산금액 부족")
    phones.shop.reconciler.check(phones.shop.refund("imp_card", 1_000).refund_id)
    again = opened(phones, qtbot, "imp_card")
    assert is_shown(again, "refundedOutsideButton")
    again.close()


def test_the_order_tells_it_and_leads_there(phones: Counter, qtbot: QtBot) -> None:
    day = phones.shop.today()
    phones.terminal.outside.note("imp_phone", won(8_000), day, OutsideWay.CASH, "현금으로 드림", "김점원")
    pane = DetailPane(phones.terminal, phones.lanes)
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_order("imp_phone")
    qtbot.waitUntil(lambda: is_shown(pane, "detailOutsideButton"))
    assert child(pane, QListWidget, "cancelHistoryView").item(0).text() == (
        "2025-11-18 14:00   8,000원\n■ Refunded outside · Cash · 김점원\n현금으로 드림"
    )
    assert child(pane, QLabel, "detailRefundable").text() == "0원"
    assert not child(pane, QPushButton, "refundButton").isEnabled()
    with qtbot.waitSignal(pane.outside_requested) as wanted:
        child(pane, QPushButton, "detailOutsideButton").click()
    assert wanted.args == ["imp_phone"]


def test_from_the_order_it_is_one_click_and_closes_behind_itself(phones: Counter, qtbot: QtBot) -> None:
    main_window = QWidget()
    qtbot.addWidget(main_window)
    dialog = RefundDialog("imp_phone", phones.terminal, phones.lanes, SETTINGS, main_window)
    dialog.show()
    dialog.note_outside()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in dialog.findChildren(OutsideDialog)))
    [outside] = dialog.findChildren(OutsideDialog)
    child(outside, QPushButton, "outsideWholeButton").click()
    with qtbot.waitSignals([dialog.refund_changed, dialog.closed]):
        child(outside, QPushButton, "outsideSaveButton").click()
    assert not dialog.isVisible()
    [note] = phones.terminal.outside.of("imp_phone")
    assert note.amount == won(8_000)


def test_what_needs_no_note_stays_at_the_form(phones: Counter, qtbot: QtBot) -> None:
    dialog = opened(phones, qtbot, "imp_card")
    dialog.note_outside()
    assert not dialog.findChildren(OutsideDialog)
    assert is_shown(dialog, "amountEdit")
    dialog.close()
