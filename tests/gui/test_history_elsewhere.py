"""The history narrowed down, its sums, and what was made elsewhere."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from refund_gui.domain.money import Money
from refund_gui.domain.outside import OutsideWay
from refund_gui.domain.states import Elsewhere, Outside, RefundState
from refund_gui.errors import NotAllowed
from refund_gui.ui.history_entry import HistoryEntry
from refund_gui.ui.history_page import HistoryPage
from tests.domain.made_up import won
from tests.gui.counter import Counter, child, is_shown, text
from tests.practice.shop_kit import DAY, payment
from tests.terminal.shop import ACCOUNT


@pytest.fixture
def page(counter: Counter, qtbot: QtBot) -> HistoryPage:
    """4,000 here, then 1,000 in the console; a day later 30,000 here and 12.34 USD elsewhere."""
    shop = counter.shop
    shop.upstream.add(payment("imp_card", 10_000))
    shop.upstream.add(payment("imp_vbank", 30_000, "vbank", "html5_inicis"))
    shop.upstream.add(payment("imp_dollar", Decimal("12.34"), "paypal", "paypal_v2", currency="USD"))
    shop.refund("imp_card", 4_000)
    shop.clock.advance(60)
    shop.upstream.cancel_outside("imp_card", Decimal(1_000))
    shop.clock.advance(DAY)
    shop.refund("imp_vbank", account=ACCOUNT)
    shop.upstream.cancel_outside("imp_dollar", Decimal("12.34"), "고객 요청")
    counter.load()
    shop.line.is_down = True
    page = HistoryPage(counter.terminal, counter.lanes)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    counter.settle(qtbot)
    return page


def column(page: HistoryPage, number: int) -> list[str]:
    model = child(page, QTableView, "historyView").model()
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def choose(page: HistoryPage, name: str, value: str) -> None:
    box = child(page, QComboBox, name)
    assert box.findData(value) >= 0, [box.itemData(n) for n in range(box.count())]
    box.setCurrentIndex(box.findData(value))


def test_refunds_made_elsewhere_stand_among_the_others(page: HistoryPage) -> None:
    assert column(page, 4) == ["12.34 USD", "30,000", "1,000", "4,000"]
    assert column(page, 5) == ["◆ Refunded elsewhere", "● Refunded", "◆ Refunded elsewhere", "● Refunded"]
    assert column(page, 7) == ["Elsewhere", "Made here", "PortOne's console", "Made here"]
    assert text(page, "historyTotals") == "4 shown   ·   Refunded 4: 35,000원, 12.34 USD"


def test_a_test_payment_is_called_so_and_is_in_no_sum(
    page: HistoryPage, counter: Counter, qtbot: QtBot
) -> None:
    counter.shop.line.is_down = False
    counter.shop.upstream.add(payment("imp_test", 9_000, sandbox=True))
    counter.shop.refund("imp_test", 9_000)
    page.refresh()
    counter.settle(qtbot)
    assert "● Refunded · TEST" in column(page, 5)
    assert text(page, "historyTotals") == (
        "5 shown   ·   Refunded 4: 35,000원, 12.34 USD   ·   Test payments, not counted: 1"
    )


def test_each_filter_narrows_list_and_sums(page: HistoryPage, counter: Counter, qtbot: QtBot) -> None:
    for name, value, amounts, sums in (
        ("historyOriginFilter", "here", ["30,000", "4,000"], "2 shown   ·   Refunded 2: 34,000원"),
        ("historyOriginFilter", "elsewhere", ["12.34 USD", "1,000"], "Refunded 2: 1,000원, 12.34 USD"),
        ("historyMethodFilter", "vbank", ["30,000"], "1 shown   ·   Refunded 1: 30,000원"),
        ("historyOperatorFilter", "김점원", ["30,000", "4,000"], "Refunded 2: 34,000원"),
        ("historyStateFilter", Elsewhere.REFUNDED.value, ["12.34 USD", "1,000"], "2 shown"),
        ("historyStateFilter", RefundState.REJECTED.value, [], "0 shown"),
        ("historyPeriodFilter", "1", ["12.34 USD", "30,000"], "2 shown"),
    ):
        choose(page, name, value)
        counter.settle(qtbot)
        assert column(page, 4) == amounts, (name, value)
        assert sums in text(page, "historyTotals"), (name, value)
        child(page, QComboBox, name).setCurrentIndex(0)
    counter.settle(qtbot)
    assert len(column(page, 4)) == 4


def test_what_is_open_has_a_sum_of_its_own(page: HistoryPage, counter: Counter, qtbot: QtBot) -> None:
    offer = counter.shop.terminal.refunding.offer
    counter.shop.line.is_down = False
    card = offer("imp_card")
    counter.shop.line.is_down = True
    counter.shop.confirm(card, 500)
    page.refresh()
    counter.settle(qtbot)
    assert text(page, "historyTotals").endswith("12.34 USD   ·   Not ended 1: 500원")


def test_days_of_ones_own(page: HistoryPage, counter: Counter, qtbot: QtBot) -> None:
    assert not is_shown(page, "historyFromEdit")
    choose(page, "historyPeriodFilter", "dates")
    assert child(page, QDateEdit, "historyFromEdit").hasFocus()
    first = child(page, QDateEdit, "historyFromEdit").date()
    child(page, QDateEdit, "historyToEdit").setDate(first)
    counter.settle(qtbot)
    assert text(page, "historyViewEmpty") == "No refund was found."


def test_the_filters_are_reset_at_once(page: HistoryPage, counter: Counter, qtbot: QtBot) -> None:
    reset = child(page, QPushButton, "historyResetButton")
    assert not reset.isEnabled()
    child(page, QLineEdit, "historySearchEdit").setText("고객")
    choose(page, "historyOriginFilter", "here")
    choose(page, "historyMethodFilter", "card")
    counter.settle(qtbot)
    assert column(page, 4) == ["4,000"]
    reset.setFocus()
    qtbot.keyClick(reset, Qt.Key.Key_Space)
    counter.settle(qtbot)
    assert len(column(page, 4)) == 4
    assert not reset.isEnabled()
    assert child(page, QLineEdit, "historySearchEdit").hasFocus()
    assert child(page, QLineEdit, "historySearchEdit").text() == ""


def test_the_detail_of_one_made_elsewhere_is_upstreams_record(
    page: HistoryPage, counter: Counter, qtbot: QtBot
) -> None:
    view = child(page, QTableView, "historyView")
    view.setCurrentIndex(view.model().index(2, 0))
    counter.settle(qtbot)
    assert is_shown(page, "historyEntry")
    assert not is_shown(page, "historyDetail")
    assert text(page, "entryTitle") == "Made in PortOne's console"
    assert text(page, "entryState") == "◆ Refunded elsewhere"
    assert text(page, "entryAmount") == "1,000원"
    assert text(page, "entryOrder") == "order-imp_card"
    assert text(page, "entryReason") == "관리자페이지취소"
    assert text(page, "entryCancellation") != ""
    assert text(page, "entrySeen") == "2025-11-19 14:01"
    with qtbot.waitSignal(page.order_requested) as asked:
        qtbot.mouseClick(child(page, QPushButton, "entryOrderButton"), Qt.MouseButton.LeftButton)
    assert asked.args == ["imp_card"]
    view.setCurrentIndex(view.model().index(3, 0))
    counter.settle(qtbot)
    assert is_shown(page, "historyDetail")
    assert text(page, "historyAmount") == "4,000원"


def test_one_that_upstream_shows_no_longer(page: HistoryPage, counter: Counter, qtbot: QtBot) -> None:
    view = child(page, QTableView, "historyView")
    view.setCurrentIndex(view.model().index(0, 0))
    store = counter.shop.store
    before = store.payments.get("imp_dollar")
    assert before is not None
    nothing = Money(0, "USD")
    after = replace(before, cancellations=(), cancel_amount=nothing, request_no=before.request_no + 1)
    store.payments.save([after])
    page.refresh()
    counter.settle(qtbot)
    assert column(page, 5)[0] == "▽ Reversed elsewhere"
    assert text(page, "entryState") == "▽ Reversed elsewhere"
    assert text(page, "historyTotals") == "4 shown   ·   Refunded 3: 35,000원"


def test_what_was_noted_as_refunded_outside_is_found(
    page: HistoryPage, counter: Counter, qtbot: QtBot
) -> None:
    outside, today = counter.terminal.outside, counter.shop.today()
    counter.shop.clock.advance(60)
    outside.note("imp_card", won(2_000), today, OutsideWay.CASH, "현금으로 드림", "박주인")
    wrong = outside.note("imp_card", won(100), today - timedelta(days=1), OutsideWay.OTHER, "", "박주인")
    counter.shop.clock.advance(60)
    outside.withdraw(wrong.note_id, "김점원")
    page.refresh()
    counter.settle(qtbot)
    assert column(page, 4) == ["2,000", "12.34 USD", "30,000", "1,000", "4,000", "100"]
    assert (column(page, 5)[0], column(page, 5)[5]) == ("■ Refunded outside", "▷ Note taken back")
    assert (column(page, 6)[0], column(page, 7)[0]) == ("박주인", "Made here")
    assert text(page, "historyTotals") == (
        "6 shown   ·   Refunded 4: 35,000원, 12.34 USD   ·   Refunded outside 1: 2,000원"
    )
    for name, value, amounts in (
        ("historyStateFilter", Outside.NOTED.value, ["2,000"]),
        ("historyStateFilter", Outside.TAKEN_BACK.value, ["100"]),
        ("historyOperatorFilter", "박주인", ["2,000", "100"]),
        ("historyOriginFilter", "here", ["2,000", "30,000", "4,000", "100"]),
        ("historyOriginFilter", "elsewhere", ["12.34 USD", "1,000"]),
    ):
        choose(page, name, value)
        counter.settle(qtbot)
        assert column(page, 4) == amounts, (name, value)
        child(page, QComboBox, name).setCurrentIndex(0)
    child(page, QLineEdit, "historySearchEdit").setText("현금으로")
    counter.settle(qtbot)
    assert column(page, 4) == ["2,000"]


def test_the_detail_of_a_note_is_what_was_written_down(
    page: HistoryPage, counter: Counter, qtbot: QtBot
) -> None:
    outside, today = counter.terminal.outside, counter.shop.today()
    note = outside.note("imp_card", won(2_000), today, OutsideWay.CASH, "현금으로 드림", "박주인")
    page.refresh()
    counter.settle(qtbot)
    view = child(page, QTableView, "historyView")
    view.setCurrentIndex(view.model().index(column(page, 4).index("2,000"), 0))
    counter.settle(qtbot)
    assert is_shown(page, "historyEntry")
    assert text(page, "entryTitle") == "Refunded outside"
    assert text(page, "entryAdvice").startswith("It was noted here, nothing was sent")
    assert (text(page, "entryAmount"), text(page, "entryWay")) == ("2,000원", "Cash")
    assert (text(page, "entryOrder"), text(page, "entryReason")) == ("order-imp_card", "현금으로 드림")
    assert text(page, "entryNoted") == "2025-11-19 14:01 · 박주인"
    assert text(page, "entryState") == "■ Refunded outside"
    assert page.findChild(QLabel, "entryTakenBack") is None
    counter.shop.clock.advance(60)
    outside.withdraw(note.note_id, "김점원")
    page.refresh()
    view.setCurrentIndex(view.model().index(0, 1))
    counter.settle(qtbot)
    view.setCurrentIndex(view.model().index(column(page, 4).index("2,000"), 0))
    counter.settle(qtbot)
    assert text(page, "entryState") == "▷ Note taken back"
    assert text(page, "entryTakenBack") == "2025-11-19 14:02 · 김점원"
    with qtbot.waitSignal(page.order_requested) as asked:
        qtbot.mouseClick(child(page, QPushButton, "entryOrderButton"), Qt.MouseButton.LeftButton)
    assert asked.args == ["imp_card"]
    with pytest.raises(NotAllowed):
        counter.terminal.history.note("imp_card", "nobody")


def test_an_entry_that_cannot_be_read_is_told(counter: Counter, qtbot: QtBot) -> None:
    entry = HistoryEntry(counter.terminal, counter.lanes)
    qtbot.addWidget(entry)
    entry.show_entry("imp_nobody", "c1")
    assert text(entry, "entryMessage") == "Loading…"
    counter.settle(qtbot)
    assert text(entry, "entryMessage").startswith("This step is no longer possible")
