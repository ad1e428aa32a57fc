"""Loading from upstream: progress, stopping, being offline, and records that cannot be read."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from refund_gui.practice.faults import Fault
from refund_gui.ui.background import Lane
from refund_gui.ui.orders_page import OrdersPage
from refund_gui.ui.set_aside_dialog import SetAsideDialog
from refund_gui.ui.sync_bar import SyncBar
from tests.gui.counter import Counter, child, is_shown, text
from tests.practice.shop_kit import HOUR, NOW, payment


@pytest.fixture
def page(counter: Counter, qtbot: QtBot) -> OrdersPage:
    """1,200 orders upstream, three pages; nothing is loaded."""
    for number in range(1_200):
        counter.shop.upstream.add(payment(f"imp_{number:05}", paid_at=NOW - HOUR - number))
    page = counter.orders_page()
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    counter.settle(qtbot)
    return page


def is_loaded(page: OrdersPage) -> bool:
    return child(page, QPushButton, "syncButton").isEnabled()


def is_cut_off(page: OrdersPage, counter: Counter) -> bool:
    """Ends the answer that hangs, also one that hangs a moment later only; whether the load has ended."""
    counter.shop.upstream.close()
    return is_loaded(page)


def rows(page: OrdersPage) -> int:
    return child(page, QTableView, "ordersView").model().rowCount()


def test_nothing_was_loaded_yet(page: OrdersPage) -> None:
    assert text(page, "syncStatus") == "No orders were loaded yet"
    assert not is_shown(page, "syncProgress")
    assert not is_shown(page, "syncCancelButton")


def lists(counter: Counter) -> int:
    """How many lists upstream was asked for."""
    return sum("status" in logged.path for logged in counter.shop.upstream.log())


def test_all_orders_are_loaded_with_progress(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    told: list[str] = []
    bar = child(page, SyncBar, "")
    status = child(page, QLabel, "syncStatus")
    bar._progressed.connect(lambda _: told.append(status.text()))
    qtbot.mouseClick(child(page, QPushButton, "syncButton"), Qt.MouseButton.LeftButton)
    assert is_shown(page, "syncProgress")
    assert is_shown(page, "syncCancelButton")
    assert not is_loaded(page)
    qtbot.waitUntil(lambda: is_loaded(page) and text(page, "syncStatus") == "Up to date 14:00")
    assert told[0].startswith("Loading orders… 0 of about ")
    assert len(told) >= lists(counter), "one for each: what follows it may be a long wait"
    assert len(counter.rows()) == 1_200
    qtbot.waitUntil(lambda: rows(page) == 1_200 and is_shown(page, "ordersView"))
    assert not is_shown(page, "syncProgress")
    assert not is_shown(page, "syncNote")


def test_f5_loads_and_a_second_press_changes_nothing(
    page: OrdersPage, counter: Counter, qtbot: QtBot
) -> None:
    page.activateWindow()
    held = counter.hold(Lane.SYNC)
    for _ in range(2):
        qtbot.keyClick(page, Qt.Key.Key_F5)
    held.set()
    qtbot.waitUntil(lambda: is_loaded(page) and rows(page) == 1_200)
    asked = lists(counter)
    page.start_sync()
    qtbot.waitUntil(lambda: is_loaded(page))
    assert lists(counter) == asked + 1, "what is new"


def test_the_list_fills_while_the_load_goes_on(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    """Something after the first window hangs; what that one brought is seen all the same."""
    counter.shop.upstream.add(payment("imp_today", paid_at=NOW))
    counter.shop.upstream.faults.next(Fault.SLOW, on="/payments/status/*", skip=12, seconds=60)
    page.start_sync()
    qtbot.waitUntil(lambda: not counter.shop.upstream.faults.left())
    qtbot.waitUntil(lambda: rows(page) > 0 and "of about" in text(page, "syncStatus"))
    assert not is_loaded(page)
    qtbot.mouseClick(child(page, QPushButton, "syncCancelButton"), Qt.MouseButton.LeftButton)
    assert child(page, QPushButton, "syncCancelButton").text() == "Stopping…"
    assert not child(page, QPushButton, "syncCancelButton").isEnabled()
    qtbot.waitUntil(lambda: is_cut_off(page, counter))
    assert "are not loaded yet" not in text(page, "syncStatus")


def test_a_load_goes_on_where_the_last_one_ended(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    seen: list[object] = []
    counter.terminal.syncing.run(372, seen.append, lambda: len(counter.rows()) > 0)
    stored = len(counter.rows())
    assert 0 < stored < 1_200
    counter.shop.upstream.faults.next(Fault.SLOW, on="/payments/status/*", skip=1, seconds=60)
    page.start_sync()
    qtbot.waitUntil(lambda: text(page, "syncStatus").startswith("Going on with loading…"))
    qtbot.waitUntil(lambda: not counter.shop.upstream.faults.left())
    qtbot.waitUntil(lambda: is_cut_off(page, counter) and "are not loaded yet" in text(page, "syncNote"))
    page.start_sync()
    qtbot.waitUntil(lambda: is_loaded(page) and len(counter.rows()) == 1_200)


def test_waiting_for_upstream_is_told_and_can_be_stopped(
    page: OrdersPage, counter: Counter, qtbot: QtBot
) -> None:
    counter.shop.upstream.faults.next(Fault.STATUS, on="/payments/status/*", status=429, retry_after="90")
    page.start_sync()
    qtbot.waitUntil(lambda: text(page, "syncStatus") == "PortOne asks to wait 2 min")
    page.stop_sync()
    qtbot.waitUntil(lambda: is_loaded(page))
    assert text(page, "syncNote") == "Loading was stopped. F5 goes on with it."


def test_it_loads_by_itself_and_rests_longer_while_nothing_changes(
    page: OrdersPage, counter: Counter, qtbot: QtBot
) -> None:
    bar = child(page, SyncBar, "")
    upstream, clock = counter.shop.upstream, counter.shop.clock

    def asked_after(seconds: int) -> int:
        """Lists that upstream is asked for when so much time has passed."""
        before = lists(counter)
        clock.advance(seconds)
        bar.look()
        assert is_loaded(page), "a short load by itself is not shown"
        qtbot.waitUntil(lambda: not counter.lanes.is_busy(Lane.SYNC))
        counter.settle(qtbot)
        return lists(counter) - before

    assert asked_after(3_600) == 0, "not before somebody has begun"
    page.start_sync()
    qtbot.waitUntil(lambda: is_loaded(page))
    counter.settle(qtbot)
    assert asked_after(29) == 0
    assert asked_after(1) == 1
    assert asked_after(59) == 0, "nothing had changed"
    upstream.add(payment("imp_new", paid_at=clock.now()))
    assert asked_after(1) == 1
    qtbot.waitUntil(
        lambda: child(page, QTableView, "ordersView").model().index(0, 1).data() == "order-imp_new"
    )
    assert asked_after(30) == 1, "orders come in"


def test_an_open_order_follows_what_was_made_elsewhere(
    page: OrdersPage, counter: Counter, qtbot: QtBot
) -> None:
    page.start_sync()
    qtbot.waitUntil(lambda: is_loaded(page) and rows(page) == 1_200)
    counter.settle(qtbot)
    view = child(page, QTableView, "ordersView")
    view.selectRow(0)
    counter.settle(qtbot)
    assert text(page, "detailRefundable") == "10,000원"
    counter.shop.clock.advance(60)
    counter.shop.upstream.cancel_outside("imp_00000", Decimal(4_000))
    child(page, SyncBar, "").look()
    qtbot.waitUntil(lambda: text(page, "detailRefundable") == "6,000원")
    assert "Made in PortOne's console" in child(page, QListWidget, "cancelHistoryView").item(0).text()
    state = view.model().columnCount() - 1
    assert view.model().index(0, state).data() == "◐ Partly refunded"


def test_a_stopped_load_keeps_what_came(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    released = counter.hold(Lane.SYNC)
    page.start_sync()
    page.stop_sync()
    released.set()
    qtbot.waitUntil(lambda: is_loaded(page))
    assert text(page, "syncNote") == "Loading was stopped. F5 goes on with it."
    assert text(page, "syncStatus") == "No orders were loaded yet"
    page.start_sync()
    qtbot.waitUntil(lambda: is_loaded(page) and text(page, "syncStatus") == "Up to date 14:00")


def test_offline_shows_what_was_saved(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    counter.load()
    page.start_sync()
    qtbot.waitUntil(lambda: is_loaded(page) and rows(page) == 1_200)
    counter.shop.line.is_down = True
    counter.shop.clock.advance(3 * HOUR)
    page.start_sync()
    qtbot.waitUntil(lambda: is_loaded(page))
    assert text(page, "syncStatus") == "Offline, showing what was saved 14:00"
    assert is_shown(page, "syncNote")
    assert rows(page) == 1_200
    counter.shop.line.is_down = False
    page.start_sync()
    qtbot.waitUntil(lambda: is_loaded(page) and text(page, "syncStatus") == "Up to date 17:00")
    assert not is_shown(page, "syncNote")


def test_offline_and_never_loaded(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    counter.shop.line.is_down = True
    page.start_sync()
    qtbot.waitUntil(lambda: is_loaded(page))
    assert text(page, "syncStatus") == "Offline, and no orders were loaded yet"


def test_refused_keys_are_told_with_upstreams_words(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.faults.next(Fault.UNAUTHORIZED, on="/users/getToken", times=None)
    page.start_sync()
    qtbot.waitUntil(lambda: is_loaded(page))
    assert text(page, "syncStatus") == "No orders were loaded yet"
    assert "Unauthorized" in text(page, "syncNote")


def test_records_that_cannot_be_read_are_told(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_half_a_won", Decimal("100.5"), paid_at=NOW - 60))
    page.start_sync()
    qtbot.waitUntil(lambda: is_loaded(page))
    assert len(counter.rows()) == 1_200
    qtbot.waitUntil(lambda: text(page, "syncNote").startswith("1 records could not be read"))
    assert "imp_half_a_won" in text(page, "syncNote")


def test_the_records_that_could_not_be_read_are_listed(
    page: OrdersPage, counter: Counter, qtbot: QtBot
) -> None:
    bad = payment("imp_half_a_won", Decimal("100.5"), paid_at=NOW - 60)
    counter.shop.upstream.add(bad)
    assert not is_shown(page, "setAsideButton")
    page.start_sync()
    qtbot.waitUntil(lambda: is_shown(page, "setAsideButton"))
    child(page, QPushButton, "setAsideButton").click()
    dialog = child(page, SetAsideDialog, "setAsideDialog")
    assert "imp_half_a_won" in child(dialog, QPlainTextEdit, "setAsideList").toPlainText()
    with qtbot.waitSignal(dialog.destroyed):
        child(dialog, QPushButton, "setAsideCloseButton").click()
    bad.amount = Decimal(100)
    page.start_sync()
    qtbot.waitUntil(lambda: is_loaded(page) and not is_shown(page, "setAsideButton"))


def test_a_page_that_is_closed_while_it_loads_does_no_harm(counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_1"))
    page = counter.orders_page()
    released = counter.hold(Lane.SYNC)
    page.start_sync()
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    released.set()
    qtbot.waitUntil(lambda: not counter.lanes.is_busy(Lane.SYNC))
    counter.settle(qtbot)
    assert not isValid(page)
