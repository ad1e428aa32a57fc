"""The history page: all refunds with their proof, without a network."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import Refund, RefundState
from refund_gui.domain.tag import new_tag, tagged
from refund_gui.practice.faults import Fault
from refund_gui.ui.history_page import HistoryPage
from tests.gui.counter import Counter, child, is_shown, text
from tests.practice.shop_kit import DAY, payment
from tests.terminal.shop import ACCOUNT

WORDS = "[8178] 취소 금액보다 <b>상계가능</b> 정산금액 부족 & 불가\n두 번째 줄"


@pytest.fixture
def refunds(counter: Counter) -> dict[str, Refund]:
    """Three refunds, a day apart, the last of them refused; then the network is gone."""
    shop = counter.shop
    shop.upstream.add(payment("imp_card", 10_000))
    shop.upstream.add(payment("imp_vbank", 30_000, "vbank", "html5_inicis"))
    shop.upstream.add(payment("imp_refused", 9_000, "card", "kcp", pg_refusal=WORDS))
    counter.load()
    done = {"card": shop.refund("imp_card", 4_000)}
    shop.clock.advance(DAY)
    done["vbank"] = shop.refund("imp_vbank", account=ACCOUNT)
    shop.clock.advance(DAY)
    done["refused"] = shop.refund("imp_refused", 5_000)
    shop.line.is_down = True
    return done


@pytest.fixture
def page(counter: Counter, refunds: dict[str, Refund], qtbot: QtBot) -> HistoryPage:
    page = HistoryPage(counter.terminal, counter.lanes)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    counter.settle(qtbot)
    return page


def view(page: HistoryPage) -> QTableView:
    return child(page, QTableView, "historyView")


def listed(page: HistoryPage) -> list[str]:
    model = view(page).model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def row(page: HistoryPage, number: int) -> list[str]:
    model = view(page).model()
    return [str(model.index(number, column).data()) for column in range(model.columnCount())]


def test_every_refund_newest_first(page: HistoryPage) -> None:
    assert listed(page) == ["order-imp_refused", "order-imp_vbank", "order-imp_card"]
    assert row(page, 2) == [
        "2025-11-18 14:00",
        "order-imp_card",
        "",
        "",
        "4,000",
        "● Refunded",
        "김점원",
        "Made here",
    ]
    assert row(page, 0)[5] == "× Refused"


def test_the_model_keeps_qts_rules(page: HistoryPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(view(page).model())


def test_search_state_and_period(page: HistoryPage, refunds: dict[str, Refund], qtbot: QtBot) -> None:
    search = child(page, QLineEdit, "historySearchEdit")
    search.setText(refunds["vbank"].tag)
    qtbot.waitUntil(lambda: listed(page) == ["order-imp_vbank"])
    search.clear()
    states = child(page, QComboBox, "historyStateFilter")
    states.setCurrentIndex(states.findData(RefundState.REJECTED.value))
    qtbot.waitUntil(lambda: listed(page) == ["order-imp_refused"])
    states.setCurrentIndex(0)
    periods = child(page, QComboBox, "historyPeriodFilter")
    periods.setCurrentIndex(periods.findData("1"))
    qtbot.waitUntil(lambda: listed(page) == ["order-imp_refused"])
    periods.setCurrentIndex(periods.findData("7"))
    qtbot.waitUntil(lambda: len(listed(page)) == 3)


def test_upstreams_words_are_shown_as_they_came(
    page: HistoryPage, counter: Counter, refunds: dict[str, Refund], qtbot: QtBot
) -> None:
    page.show_refund(refunds["refused"].refund_id)
    counter.settle(qtbot)
    stored = counter.shop.history.detail(refunds["refused"].refund_id)
    assert WORDS in stored.refund.message
    assert text(page, "historyWords") == stored.refund.message
    assert WORDS in text(page, "historyAttempt1")
    assert child(page, QLabel, "historyWords").textFormat() is Qt.TextFormat.PlainText
    assert child(page, QLabel, "historyAttempt1").textFormat() is Qt.TextFormat.PlainText
    assert "HTTP 200" in text(page, "historyAttempt1")
    assert "5,000원, left at PortOne 9,000원" in text(page, "historyAttempt1")
    assert text(page, "historyTitle") == "Refund refused"
    assert text(page, "historyBase") == "0원", "nothing was added"
    story = " ".join(label.text() for label in page.findChildren(QLabel) if "Event" in label.objectName())
    assert "Not sent" not in story, "it had only just been confirmed then"


def test_the_proof(page: HistoryPage, counter: Counter, refunds: dict[str, Refund], qtbot: QtBot) -> None:
    refund = counter.shop.history.detail(refunds["vbank"].refund_id).refund
    page.show_refund(refund.refund_id)
    counter.settle(qtbot)
    assert text(page, "historyTag") == refund.tag
    assert text(page, "historyCancellation") == refund.cancellation_id != ""
    assert text(page, "historyBase") == "0원 → 30,000원"
    assert text(page, "historyChecksum") == "30,000원"
    assert text(page, "historyAccount") == "신한은행 ····4567, holder 김··"
    assert text(page, "historyReason") == "고객 변심"
    assert (text(page, "historyMethod"), text(page, "historyPg")) == ("Virtual account", "KG Inicis")
    assert "everything, left at PortOne 30,000원" in text(page, "historyAttempt1")
    assert text(page, "historyOperator") == "김점원"
    assert text(page, "historyCounter") == "계산대 1"
    assert text(page, "historyPayment") == "imp_vbank"
    events = [label for label in page.findChildren(QLabel) if label.objectName().startswith("historyEvent")]
    assert any("● " in label.text() for label in events)
    shown = " ".join(label.text() for label in page.findChildren(QLabel))
    assert ACCOUNT.number not in shown
    assert ACCOUNT.holder not in shown


def test_each_attempt_has_its_time_and_outcome(
    counter: Counter, page: HistoryPage, refunds: dict[str, Refund], qtbot: QtBot
) -> None:
    """A token that expired between: two attempts, one refund."""
    counter.shop.line.is_down = False
    counter.shop.upstream.faults.next(Fault.UNAUTHORIZED)
    twice = counter.shop.refund("imp_card", 1_000)
    page.show_refund(twice.refund_id)
    counter.settle(qtbot)
    first, second = text(page, "historyAttempt1"), text(page, "historyAttempt2")
    assert "HTTP 401" in first
    assert "HTTP 200" in second
    assert first.startswith("14:00:00")


def test_a_refund_from_the_list_and_back_to_its_order(
    page: HistoryPage, counter: Counter, qtbot: QtBot
) -> None:
    assert text(page, "historyMessage") == "Choose a refund to see its proof."
    view(page).setCurrentIndex(view(page).model().index(1, 0))
    counter.settle(qtbot)
    assert text(page, "historyPayment") == "imp_vbank"
    with qtbot.waitSignal(page.order_requested) as asked:
        qtbot.mouseClick(child(page, QPushButton, "historyOrderButton"), Qt.MouseButton.LeftButton)
    assert asked.args == ["imp_vbank"]
    with qtbot.waitSignal(page.order_requested) as asked:
        qtbot.keyClick(view(page), Qt.Key.Key_Return)
    assert asked.args == ["imp_vbank"]


def test_a_refund_is_shown_whatever_the_filters_hide(
    page: HistoryPage, counter: Counter, refunds: dict[str, Refund], qtbot: QtBot
) -> None:
    child(page, QLineEdit, "historySearchEdit").setText("nothing like it")
    qtbot.waitUntil(lambda: listed(page) == [])
    assert text(page, "historyViewEmpty") == "No refund was found."
    page.show_refund(refunds["card"].refund_id)
    qtbot.waitUntil(lambda: len(listed(page)) == 3 and view(page).currentIndex().row() == 2)
    counter.settle(qtbot)
    assert text(page, "historyPayment") == "imp_card"


def test_a_refund_further_down_than_the_first_page_is_shown(
    counter: Counter, refunds: dict[str, Refund], page: HistoryPage, qtbot: QtBot
) -> None:
    """A hundred newer ones were made by another counter."""
    shop = counter.shop
    shop.line.is_down = False
    shop.upstream.add(payment("imp_many", 100_000, paid_at=shop.clock.now() - 60))
    tags: set[str] = set()
    for _ in range(101):
        tags.add(new_tag(tags))
    for tag in tags:
        shop.upstream.cancel_outside("imp_many", Decimal(100), tagged(tag, "교환"))
    shop.reconciler.read("imp_many")
    page.show_refund(refunds["card"].refund_id)
    counter.settle(qtbot)
    assert len(listed(page)) == 100
    assert text(page, "historyPayment") == "imp_card"
    assert not view(page).currentIndex().isValid()


def test_a_refresh_keeps_the_current_refund(page: HistoryPage, counter: Counter, qtbot: QtBot) -> None:
    view(page).setCurrentIndex(view(page).model().index(1, 0))
    counter.settle(qtbot)
    counter.shop.line.is_down = False
    counter.shop.refund("imp_card", 500)
    page.refresh()
    counter.settle(qtbot)
    assert listed(page)[0] == "order-imp_card"
    assert view(page).currentIndex().row() == 2
    assert text(page, "historyPayment") == "imp_vbank"


def test_an_empty_history_says_where_refunds_are_made(counter: Counter, qtbot: QtBot) -> None:
    page = HistoryPage(counter.terminal, counter.lanes)
    qtbot.addWidget(page)
    page.show()
    counter.settle(qtbot)
    assert not is_shown(page, "historyView")
    assert text(page, "historyViewEmpty") == "No refund was made yet."
    assert "Orders" in text(page, "historyViewEmptyAdvice")
