"""Loading from upstream: progress, stopping, being offline, and records that cannot be read."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton, QTableView
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from refund_gui.practice.faults import Fault
from refund_gui.ui.background import Lane
from refund_gui.ui.orders_page import OrdersPage
from refund_gui.ui.sync_bar import SyncBar
from tests.gui.counter import Counter, child, is_shown, text
from tests.practice.shop_kit import DAY, HOUR, NOW, payment


@pytest.fixture
def page(counter: Counter, qtbot: QtBot) -> OrdersPage:
    """1,200 orders upstream, three pages; nothing is loaded."""
    for number in range(1_200):
        counter.shop.upstream.add(payment(f"imp_{number:05}", paid_at=NOW - HOUR - number))
    page = OrdersPage(counter.terminal, counter.lanes)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    counter.settle(qtbot)
    return page


def is_loaded(page: OrdersPage) -> bool:
    return child(page, QPushButton, "syncButton").isEnabled()


def rows(page: OrdersPage) -> int:
    return child(page, QTableView, "ordersView").model().rowCount()


def test_nothing_was_loaded_yet(page: OrdersPage) -> None:
    assert text(page, "syncStatus") == "No orders were loaded yet"
    assert not is_shown(page, "syncProgress")
    assert not is_shown(page, "syncCancelButton")


def test_all_pages_are_loaded_with_progress(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    told: list[str] = []
    bar = child(page, QProgressBar, "syncProgress")
    bar.valueChanged.connect(lambda value: told.append(f"{value}/{bar.maximum()}"))
    qtbot.mouseClick(child(page, QPushButton, "syncButton"), Qt.MouseButton.LeftButton)
    assert is_shown(page, "syncProgress")
    assert is_shown(page, "syncCancelButton")
    assert not is_loaded(page)
    qtbot.waitUntil(lambda: is_loaded(page) and text(page, "syncStatus") == "Up to date 14:00")
    assert told[-1] == "1000/1000"
    assert len(counter.rows()) == 1_200
    qtbot.waitUntil(lambda: rows(page) == 100 and is_shown(page, "ordersView"))
    assert not is_shown(page, "syncProgress")
    assert not is_shown(page, "syncNote")


def test_f5_loads_and_a_second_press_changes_nothing(
    page: OrdersPage, counter: Counter, qtbot: QtBot
) -> None:
    page.activateWindow()
    for _ in range(2):
        qtbot.keyClick(page, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: is_loaded(page) and rows(page) == 100)
    asked = [logged.query for logged in counter.shop.upstream.log() if "status" in logged.path]
    assert len(asked) == 3, "each page once"


def test_the_list_fills_while_the_load_goes_on(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    """The second page hangs; what the first one brought is seen all the same."""
    counter.shop.upstream.faults.next(Fault.SLOW, on="/payments/status/*", skip=1, seconds=60)
    page.start_sync()
    qtbot.waitUntil(lambda: rows(page) == 100)
    assert not is_loaded(page)
    assert text(page, "syncStatus") == "Loading orders… 500 of 1,200"
    qtbot.mouseClick(child(page, QPushButton, "syncCancelButton"), Qt.MouseButton.LeftButton)
    assert child(page, QPushButton, "syncCancelButton").text() == "Stopping…"
    assert not child(page, QPushButton, "syncCancelButton").isEnabled()
    counter.shop.upstream.close()
    qtbot.waitUntil(lambda: is_loaded(page))


def test_a_stopped_load_keeps_what_came(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    released = counter.hold(Lane.SYNC)
    page.start_sync()
    page.stop_sync()
    released.set()
    qtbot.waitUntil(lambda: is_loaded(page))
    assert text(page, "syncNote").startswith("Loading was stopped.")
    assert text(page, "syncStatus") == "No orders were loaded yet"
    page.start_sync()
    qtbot.waitUntil(lambda: is_loaded(page) and text(page, "syncStatus") == "Up to date 14:00")


def test_offline_shows_what_was_saved(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    counter.load()
    page.start_sync()
    qtbot.waitUntil(lambda: is_loaded(page) and rows(page) == 100)
    counter.shop.line.is_down = True
    counter.shop.clock.advance(3 * HOUR)
    page.start_sync()
    qtbot.waitUntil(lambda: is_loaded(page))
    assert text(page, "syncStatus") == "Offline, showing what was saved 14:00"
    assert is_shown(page, "syncNote")
    assert rows(page) == 100
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
    assert text(page, "syncNote").startswith("1 records could not be read")
    assert "imp_half_a_won" in text(page, "syncNote")


def test_a_load_of_several_windows_counts_them(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_last_spring", paid_at=NOW - 120 * DAY))
    bar = child(page, SyncBar, "")
    page.start_sync(180)
    with qtbot.waitSignal(bar.arrived):
        pass
    qtbot.waitUntil(lambda: is_loaded(page) and text(page, "syncStatus") == "Up to date 14:00")
    assert len(counter.rows()) == 1_201
    assert child(page, QProgressBar, "syncProgress").maximum() == 2_000


def test_a_page_that_is_closed_while_it_loads_does_no_harm(counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_1"))
    page = OrdersPage(counter.terminal, counter.lanes)
    released = counter.hold(Lane.SYNC)
    page.start_sync()
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    released.set()
    qtbot.waitUntil(lambda: not counter.lanes.is_busy(Lane.SYNC))
    counter.settle(qtbot)
    assert not isValid(page)
