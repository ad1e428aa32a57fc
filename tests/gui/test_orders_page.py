"""The orders page as a person uses it: searching, filtering, choosing, and the way to a refund."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from refund_gui.practice.records import Status
from refund_gui.ui.background import Lane
from refund_gui.ui.list_view import ListView
from refund_gui.ui.orders_page import OrdersPage
from tests.gui.counter import Counter, child, is_shown, text
from tests.practice.shop_kit import DAY, HOUR, NOW, payment


@pytest.fixture
def page(counter: Counter, qtbot: QtBot) -> OrdersPage:
    """Five orders, newest first: card, vbank, waiting, of last week, of two months ago."""
    upstream = counter.shop.upstream
    upstream.add(payment("imp_card", 10_000, paid_at=NOW - HOUR))
    upstream.add(payment("imp_vbank", 30_000, "vbank", "html5_inicis", paid_at=NOW - 2 * HOUR))
    upstream.add(payment("imp_ready", 5_000, "vbank", "kcp", status=Status.READY, paid_at=NOW - 3 * HOUR))
    upstream.add(payment("imp_week", 7_000, merchant_uid="주문-한라봉", paid_at=NOW - 5 * DAY))
    upstream.add(payment("imp_old", 8_000, paid_at=NOW - 60 * DAY))
    counter.load()
    page = counter.orders_page()
    qtbot.addWidget(page)
    page.resize(1100, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    counter.settle(qtbot)
    return page


def view(page: OrdersPage) -> QTableView:
    return child(page, QTableView, "ordersView")


def listed(page: OrdersPage) -> list[str]:
    """Order numbers as they are shown."""
    model = view(page).model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def choose(page: OrdersPage, row: int, counter: Counter, qtbot: QtBot) -> None:
    view(page).setCurrentIndex(view(page).model().index(row, 0))
    counter.settle(qtbot)


def pick(page: OrdersPage, name: str, value: str) -> None:
    box = child(page, QComboBox, name)
    number = box.findData(value)
    assert number >= 0, f"{name} does not offer {value}"
    box.setCurrentIndex(number)


def current(page: OrdersPage) -> str:
    return str(view(page).currentIndex().siblingAtColumn(1).data())


def test_newest_first_with_nine_columns(page: OrdersPage) -> None:
    assert listed(page) == [
        "order-imp_card",
        "order-imp_vbank",
        "order-imp_ready",
        "주문-한라봉",
        "order-imp_old",
    ]
    header = view(page).model()
    titles = [header.headerData(number, Qt.Orientation.Horizontal) for number in range(9)]
    assert titles == [
        "Date",
        "Order no.",
        "Goods",
        "Buyer",
        "Method",
        "Paid",
        "Refunded",
        "Refundable",
        "State",
    ]


def test_search_finds_while_one_types(page: OrdersPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(child(page, QLineEdit, "searchEdit"), "VBANK")
    qtbot.waitUntil(lambda: listed(page) == ["order-imp_vbank"])


def test_search_hears_the_syllable_that_is_being_composed(page: OrdersPage, qtbot: QtBot) -> None:
    """`text()` lacks it, and no signal comes."""
    search = child(page, QLineEdit, "searchEdit")
    search.setText("한라")
    search.setCursorPosition(2)
    QApplication.sendEvent(search, QInputMethodEvent("봉", []))
    assert search.text() == "한라"
    qtbot.waitUntil(lambda: listed(page) == ["주문-한라봉"])
    QApplication.sendEvent(search, QInputMethodEvent("밭", []))
    qtbot.waitUntil(lambda: listed(page) == [])


def test_filters_narrow_and_widen(page: OrdersPage, qtbot: QtBot) -> None:
    pick(page, "statusFilter", "awaiting_payment")
    qtbot.waitUntil(lambda: listed(page) == ["order-imp_ready"])
    pick(page, "statusFilter", "")
    pick(page, "methodFilter", "vbank")
    qtbot.waitUntil(lambda: listed(page) == ["order-imp_vbank", "order-imp_ready"])
    pick(page, "methodFilter", "")
    pick(page, "periodFilter", "1")
    qtbot.waitUntil(lambda: len(listed(page)) == 3)
    pick(page, "periodFilter", "7")
    qtbot.waitUntil(lambda: len(listed(page)) == 4)
    pick(page, "periodFilter", "30")
    qtbot.waitUntil(lambda: len(listed(page)) == 4)
    pick(page, "periodFilter", "90")
    qtbot.waitUntil(lambda: len(listed(page)) == 5)


def test_today_begins_at_midnight_in_korea(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    midnight = NOW - 14 * HOUR
    for name, at in (("imp_first", midnight), ("imp_yesterday", midnight - 1)):
        counter.shop.upstream.add(payment(name, paid_at=at))
    counter.load()
    pick(page, "periodFilter", "1")
    qtbot.waitUntil(lambda: len(listed(page)) == 4)
    assert listed(page)[-1] == "order-imp_first"


def test_an_empty_store_says_to_load(counter: Counter, qtbot: QtBot) -> None:
    page = counter.orders_page()
    qtbot.addWidget(page)
    page.show()
    counter.settle(qtbot)
    assert not is_shown(page, "ordersView")
    assert text(page, "ordersViewEmpty") == "There are no orders here yet."
    assert "F5" in text(page, "ordersViewEmptyAdvice")


def test_nothing_found_says_what_to_change(page: OrdersPage, qtbot: QtBot) -> None:
    child(page, QLineEdit, "searchEdit").setText("no such order")
    qtbot.waitUntil(lambda: is_shown(page, "ordersViewEmpty"))
    assert text(page, "ordersViewEmpty") == "No order was found."
    child(page, QLineEdit, "searchEdit").clear()
    qtbot.waitUntil(lambda: is_shown(page, "ordersView") and len(listed(page)) == 5)


def test_a_double_click_asks_for_a_refund(page: OrdersPage, qtbot: QtBot) -> None:
    index = view(page).model().index(1, 2)
    place = view(page).visualRect(index).center()
    with qtbot.waitSignal(page.refund_requested) as asked:
        qtbot.mouseClick(view(page).viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(view(page).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["imp_vbank"]


def test_enter_in_the_list_asks_for_a_refund_once(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    asked: list[str] = []
    page.refund_requested.connect(asked.append)
    choose(page, 0, counter, qtbot)
    qtbot.keyClick(view(page), Qt.Key.Key_Return)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True, 1)
    QApplication.sendEvent(view(page), held)
    assert asked == ["imp_card"], "a held Enter asks for nothing more"


def test_ctrl_r_asks_for_a_refund(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    choose(page, 1, counter, qtbot)
    view(page).setFocus()
    with qtbot.waitSignal(page.refund_requested) as asked:
        qtbot.keyClick(view(page), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["imp_vbank"]


def test_ctrl_r_is_dead_where_nothing_can_be_refunded(
    page: OrdersPage, counter: Counter, qtbot: QtBot
) -> None:
    asked: list[str] = []
    page.refund_requested.connect(asked.append)
    choose(page, 2, counter, qtbot)
    assert not child(page, QPushButton, "refundButton").isEnabled()
    assert text(page, "refundObstacle").startswith("This order has not been paid yet.")
    qtbot.keyClick(view(page), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert asked == []


def test_enter_in_the_search_leads_to_the_first_order_found(page: OrdersPage, qtbot: QtBot) -> None:
    """A scanner types an order number and ends with Enter, some with CR LF."""
    asked: list[str] = []
    page.refund_requested.connect(asked.append)
    search = child(page, QLineEdit, "searchEdit")
    search.setFocus()
    qtbot.keyClicks(search, "order-imp_old")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: current(page) == "order-imp_old" and view(page).hasFocus())
    assert asked == []


def test_ctrl_f_goes_to_the_search(page: OrdersPage, qtbot: QtBot) -> None:
    view(page).setFocus()
    qtbot.keyClick(view(page), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert child(page, QLineEdit, "searchEdit").hasFocus()


def test_the_search_has_the_focus_of_the_page(page: OrdersPage) -> None:
    page.focus_search()
    assert page.focusProxy() is child(page, QLineEdit, "searchEdit")
    assert child(page, QLineEdit, "searchEdit").hasFocus()


def test_typing_goes_on_while_the_store_hangs(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    released = counter.hold(Lane.STORE)
    search = child(page, QLineEdit, "searchEdit")
    qtbot.keyClicks(search, "imp_week")
    view(page).setCurrentIndex(view(page).model().index(1, 0))
    page.refresh()
    assert search.text() == "imp_week"
    assert len(listed(page)) == 5, "the old list stays until the answer is there"
    assert text(page, "detailMessage") == "Loading…"
    assert not released.is_set(), "nothing of this waited for the store"
    released.set()
    qtbot.waitUntil(lambda: listed(page) == ["주문-한라봉"])


def test_a_refresh_keeps_the_current_order_and_the_place(
    page: OrdersPage, counter: Counter, qtbot: QtBot
) -> None:
    for number in range(60):
        counter.shop.upstream.add(payment(f"imp_{number:03}", paid_at=NOW - 10 * DAY - number))
    counter.load()
    page.refresh()
    counter.settle(qtbot)
    view(page).verticalScrollBar().setValue(20)
    choose(page, 30, counter, qtbot)
    before, top = current(page), view(page).indexAt(QPoint(0, 0)).siblingAtColumn(1).data()
    counter.shop.upstream.add(payment("imp_newest", paid_at=NOW - 60))
    counter.load()
    page.refresh()
    counter.settle(qtbot)
    assert listed(page)[0] == "order-imp_newest"
    assert current(page) == before
    assert view(page).indexAt(QPoint(0, 0)).siblingAtColumn(1).data() == top
    assert text(page, "detailOrder") == before


def test_a_refresh_that_changes_no_row_reads_the_current_order_again(
    page: OrdersPage, counter: Counter, qtbot: QtBot
) -> None:
    """What stands beside the list may have changed all the same."""
    choose(page, 1, counter, qtbot)
    with qtbot.waitSignal(child(page, ListView, "ordersView").current_changed) as told:
        page.refresh()
    assert told.args is not None
    assert told.args[0].imp_uid == "imp_vbank"


def test_an_order_is_found_whatever_the_filters_hide(page: OrdersPage, qtbot: QtBot) -> None:
    pick(page, "periodFilter", "1")
    pick(page, "statusFilter", "awaiting_payment")
    qtbot.waitUntil(lambda: listed(page) == ["order-imp_ready"])
    page.show_order("imp_old")
    qtbot.waitUntil(lambda: current(page) == "order-imp_old" and is_shown(page, "detailOrder"))
    assert child(page, QComboBox, "periodFilter").currentData() == ""


def test_every_control_has_a_name(page: OrdersPage) -> None:
    for name in ("searchEdit", "statusFilter", "methodFilter", "periodFilter", "ordersView", "syncProgress"):
        assert child(page, QWidget, name).property("accessibleName"), name


def test_a_store_that_cannot_be_read_says_so(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    database = counter.shop.data_dir / "store.sqlite3"
    assert database.exists()
    counter.shop.stop()
    database.write_bytes(b"not a database " * 500)
    for leftover in counter.shop.data_dir.glob("store.sqlite3-*"):
        leftover.unlink()
    page.refresh()
    qtbot.waitUntil(lambda: is_shown(page, "ordersViewEmpty"))
    assert text(page, "ordersViewEmpty")
    assert text(page, "ordersViewEmptyAdvice")
