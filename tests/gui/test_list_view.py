"""The list at a million orders, as a person moves through it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionSlider
from pytestqt.qtbot import QtBot

from refund_gui.domain.listing import OrderFilter, OrderRow
from refund_gui.ui.background import Lane
from refund_gui.ui.list_view import ROW_HEIGHT, ListView
from refund_gui.ui.order_rows import MOST_ROWS
from refund_gui.ui.orders_model import OrdersModel
from refund_gui.ui.theme import colour
from tests.gui.counter import Counter
from tests.gui.many_orders import ManyOrders, order
from tests.gui.painted import Painted

MILLION = 1_000_000

Opened = tuple[ListView, OrdersModel, ManyOrders]


@pytest.fixture
def open_list(counter: Counter, qtbot: QtBot) -> Callable[[int], Opened]:
    """Shows a list of so many orders."""

    def open_(count: int) -> Opened:
        orders = ManyOrders(count)
        model = OrdersModel(orders.read, orders.found, counter.lanes, counter.shop.clock, counter.lanes)
        view = ListView(model, "ordersView")
        qtbot.addWidget(view)
        view.resize(1000, 20 * ROW_HEIGHT)
        with qtbot.waitExposed(view):
            view.show()
        view.setFocus()
        with qtbot.waitSignal(model.loaded):
            model.load(OrderFilter())
        return view, model, orders

    return open_


@pytest.fixture
def million(open_list: Callable[[int], Opened]) -> Opened:
    return open_list(MILLION)


def in_sight(view: ListView) -> list[str]:
    """Order numbers as they are drawn."""
    bottom = view.rowAt(view.viewport().height() - 1)
    numbers = range(view.rowAt(0), (bottom if bottom >= 0 else view.model().rowCount() - 1) + 1)
    return [str(view.model().index(number, 1).data()) for number in numbers]


def shows(view: ListView, number: int) -> bool:
    """Whether this order stands at the top of the view, with its neighbours."""
    rows = in_sight(view)
    return rows == [f"order-{number + at}" for at in range(len(rows))]


def test_end_selects_the_last_of_a_million(million: Opened, qtbot: QtBot) -> None:
    view, _, _ = million
    with qtbot.waitSignal(view.current_changed, check_params_cb=lambda row: row is not None) as told:
        qtbot.keyClick(view, Qt.Key.Key_End)
        assert view.currentIndex().row() == MILLION - 1
        assert view.current_row() is None, "what stood there before must not be refunded"
    assert told.args == [order(MILLION - 1)]
    assert view.selectionModel().isRowSelected(MILLION - 1)
    assert in_sight(view)[-1] == f"order-{MILLION - 1}"


def test_home_page_down_and_up(million: Opened, counter: Counter, qtbot: QtBot) -> None:
    view, _, _ = million
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    counter.settle(qtbot)
    assert (view.current_row(), shows(view, 0)) == (order(0), True)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    counter.settle(qtbot)
    page = view.currentIndex().row()
    assert 15 <= page <= 20
    assert view.current_row() == order(page)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.current_row() == order(0)


def test_a_row_that_is_not_there_yet_says_so(million: Opened, counter: Counter, qtbot: QtBot) -> None:
    view, model, _ = million
    released = counter.hold(Lane.STORE)
    view.verticalScrollBar().setValue(700_000)
    assert model.index(700_000, 0).data() == "…"
    assert {model.index(700_000, column).data() for column in range(1, 9)} == {None}
    assert not view.grab().isNull()
    released.set()
    qtbot.waitUntil(lambda: shows(view, 700_000))


@pytest.mark.parametrize("height", range(700, 737, 5))
def test_a_click_at_the_end_meets_the_row_that_is_drawn_there(
    million: Opened, counter: Counter, qtbot: QtBot, height: int
) -> None:
    """There Qt moves the rows by a part of one, so that the last one is whole."""
    view, _, _ = million
    view.resize(1000, height)
    qtbot.keyClick(view, Qt.Key.Key_End)
    counter.settle(qtbot)
    view.select(MILLION - 5)
    picture = view.viewport().grab().toImage()
    beside = [picture.pixelColor(1, y).name() for y in range(picture.height())]
    drawn = [y for y, ground in enumerate(beside) if ground == colour("chosen").name()]
    place = view.visualRect(view.currentIndex())
    assert drawn == list(range(place.top(), place.bottom())), "and the rule below it"
    assert {view.rowAt(y) for y in drawn} == {MILLION - 5}


def test_rows_that_come_at_once_are_drawn_once(million: Opened, counter: Counter, qtbot: QtBot) -> None:
    """Dots first, in a place of which nothing is there yet, took longer than the rows."""
    view, _, _ = million
    counter.settle(qtbot)
    QApplication.processEvents()
    view._patience.setInterval(60_000)
    painted = Painted(view.viewport())
    released = counter.hold(Lane.STORE)
    view.verticalScrollBar().setValue(700_000)
    QApplication.processEvents()
    assert painted.times == 0
    released.set()
    qtbot.waitUntil(lambda: painted.times > 0)
    assert shows(view, 700_000)
    counter.settle(qtbot)
    assert painted.times == 1


def test_who_goes_back_waits_for_nothing(million: Opened, counter: Counter, qtbot: QtBot) -> None:
    view, _, _ = million
    counter.settle(qtbot)
    view._patience.setInterval(60_000)
    released = counter.hold(Lane.STORE)
    view.verticalScrollBar().setValue(700_000)
    painted = Painted(view.viewport())
    view.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: painted.times > 0)
    released.set()
    counter.settle(qtbot)
    assert shows(view, 0)


def test_rows_that_take_their_time_are_dots_meanwhile(
    million: Opened, counter: Counter, qtbot: QtBot
) -> None:
    view, _, _ = million
    counter.settle(qtbot)
    painted = Painted(view.viewport())
    released = counter.hold(Lane.STORE)
    view.verticalScrollBar().setValue(700_000)
    qtbot.waitUntil(lambda: painted.times > 0)
    assert in_sight(view)[0] == "None"
    released.set()
    qtbot.waitUntil(lambda: shows(view, 700_000) and painted.times > 1)


def test_dragging_asks_for_the_newest_place_only(million: Opened, counter: Counter, qtbot: QtBot) -> None:
    view, _, orders = million
    counter.settle(qtbot)
    released = counter.hold(Lane.STORE)
    orders.asked.clear()
    bar = view.verticalScrollBar()
    bar.setSliderDown(True)
    for place in range(100_000, 900_001, 10_000):
        bar.setSliderPosition(place)
    released.set()
    counter.settle(qtbot)
    assert shows(view, 900_000)
    assert len(orders.asked) == 1, "eighty places were passed, one is read"
    assert orders.asked[0][0] in range(899_900, 900_001)


def test_the_mouse_drags_to_the_end(million: Opened, counter: Counter, qtbot: QtBot) -> None:
    view, _, _ = million
    bar, slider = view.verticalScrollBar(), QStyleOptionSlider()
    bar.initStyleOption(slider)
    grip = bar.style().subControlRect(
        QStyle.ComplexControl.CC_ScrollBar, slider, QStyle.SubControl.SC_ScrollBarSlider, bar
    )
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=grip.center())
    qtbot.mouseMove(bar, bar.rect().bottomLeft())
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=bar.rect().bottomLeft())
    qtbot.waitUntil(lambda: in_sight(view)[-1] == f"order-{MILLION - 1}")


def test_memory_stays_flat_wherever_one_goes(million: Opened, counter: Counter, qtbot: QtBot) -> None:
    view, model, _ = million
    for place in range(0, MILLION, MILLION // 50):
        view.verticalScrollBar().setValue(place)
        counter.settle(qtbot)
        assert shows(view, place)
    kept = sum(model.row(number) is not None for number in range(MILLION))
    assert 20 < kept <= MOST_ROWS


def test_five_million_rows_cost_no_memory(open_list: Callable[[int], Opened], qtbot: QtBot) -> None:
    """Qt keeps eight bytes for a row as soon as one has a size of its own: 40 MB."""
    view, model, orders = open_list(1_000)
    before = resident()
    orders.count = 5_000_000
    with qtbot.waitSignal(model.modelReset):
        model.refresh()
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: view.current_row() == order(4_999_999))
    assert resident() - before < 10_000_000


def test_typing_in_the_list_looks_through_nothing(million: Opened, qtbot: QtBot) -> None:
    """Qt would ask the model for a million cells, in the window's thread."""
    view, model, _ = million
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert (model.index(0, 0).data(), model.index(1, 0).data()) == ("14:00", "13:59")
    qtbot.keyClicks(view, "13")
    assert view.currentIndex().row() == 0


def refreshed(model: OrdersModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.loaded):
        model.refresh()


def go(view: ListView, top: int, current: int, counter: Counter, qtbot: QtBot) -> list[OrderRow | None]:
    """Scroll, make a row current; returns the rows that are told as current from then on."""
    view.verticalScrollBar().setValue(top)
    number = view.model().index(current, 0)
    view.setAutoScroll(False)
    view.selectionModel().setCurrentIndex(
        number,
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    view.setAutoScroll(True)
    counter.settle(qtbot)
    told: list[OrderRow | None] = []
    view.current_changed.connect(told.append)
    return told


@pytest.mark.parametrize("current", [500_005, 3, 999_999], ids=["in sight", "far above", "far below"])
def test_orders_that_come_in_above_move_nothing(
    million: Opened, counter: Counter, qtbot: QtBot, current: int
) -> None:
    view, model, orders = million
    if current == 3:
        view.select(3)
    told = go(view, 500_000, current, counter, qtbot)
    orders.new = 7
    refreshed(model, qtbot)
    assert shows(view, 500_000)
    assert view.verticalScrollBar().value() == 500_007
    assert view.current_row() == order(current)
    assert view.selectionModel().isRowSelected(current + 7)
    assert told == [order(current)], "told once, and never that nothing is chosen"


def test_at_the_very_top_new_orders_are_shown(million: Opened, counter: Counter, qtbot: QtBot) -> None:
    view, model, orders = million
    go(view, 0, 2, counter, qtbot)
    orders.new = 7
    refreshed(model, qtbot)
    assert shows(view, -7)
    assert view.current_row() == order(2)
    assert view.currentIndex().row() == 9


def test_an_order_that_left_is_not_current_any_more(million: Opened, counter: Counter, qtbot: QtBot) -> None:
    view, model, orders = million
    told = go(view, 20, 25, counter, qtbot)
    orders.gone = {25}
    refreshed(model, qtbot)
    assert view.current_row() is None
    assert not view.selectionModel().hasSelection()
    assert told == [None]


def test_a_refresh_that_changes_nothing_draws_nothing(
    million: Opened, counter: Counter, qtbot: QtBot
) -> None:
    view, model, _ = million
    told = go(view, 500_000, 500_005, counter, qtbot)
    with (
        qtbot.assertNotEmitted(model.modelReset),
        qtbot.assertNotEmitted(view.verticalScrollBar().valueChanged),
        qtbot.waitSignal(model.refreshed),
    ):
        model.refresh()
    assert told == [order(500_005)], "what it stands for may have changed"
    counter.settle(qtbot)
    assert shows(view, 500_000)


def test_who_moves_on_during_a_refresh_stays_where_they_went(
    million: Opened, counter: Counter, qtbot: QtBot
) -> None:
    view, model, orders = million
    go(view, 500_000, 500_005, counter, qtbot)
    released = counter.hold(Lane.STORE)
    orders.new = 7
    model.refresh()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    released.set()
    qtbot.waitUntil(lambda: not model.is_waiting)
    assert view.current_row() == order(500_006)
    assert view.currentIndex().row() == 500_013


def test_who_goes_to_the_end_during_a_refresh_stays_there(
    million: Opened, counter: Counter, qtbot: QtBot
) -> None:
    view, model, orders = million
    go(view, 500_000, 500_005, counter, qtbot)
    released = counter.hold(Lane.STORE)
    orders.new = 7
    model.refresh()
    qtbot.keyClick(view, Qt.Key.Key_End)
    released.set()
    qtbot.waitUntil(lambda: model.rowCount() == MILLION + 7)
    counter.settle(qtbot)
    assert view.currentIndex().row() == MILLION - 1
    assert view.current_row() == order(MILLION - 8), "that row, for it had no other name yet"


def test_who_scrolls_on_during_a_refresh_stays_where_they_went(
    million: Opened, counter: Counter, qtbot: QtBot
) -> None:
    view, model, orders = million
    go(view, 500_000, 500_005, counter, qtbot)
    released = counter.hold(Lane.STORE)
    orders.new = 7
    model.refresh()
    view.verticalScrollBar().setValue(800_000)
    released.set()
    qtbot.waitUntil(lambda: not model.is_waiting)
    counter.settle(qtbot)
    assert shows(view, 800_000)
    assert view.current_row() == order(500_005)


def test_a_row_at_the_bottom_that_was_not_there_comes_after_one_scrolled_away(
    million: Opened, counter: Counter, qtbot: QtBot
) -> None:
    view, _, _ = million
    released = counter.hold(Lane.STORE)
    qtbot.keyClick(view, Qt.Key.Key_End)
    view.verticalScrollBar().setValue(0)
    assert view.current_row() is None
    released.set()
    qtbot.waitUntil(lambda: view.current_row() == order(MILLION - 1))


def resident() -> int:
    """Bytes of this process in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def test_what_is_drawn_as_current_is_what_would_be_refunded(
    million: Opened, counter: Counter, qtbot: QtBot
) -> None:
    """Orders come while its neighbours are not read yet: what stands in its place then is another one."""
    view, _, orders = million
    released = counter.hold(Lane.STORE)
    view.select(500_005)
    view.verticalScrollBar().setValue(0)
    released.set()
    counter.settle(qtbot)
    assert view.current_row() == order(500_005)
    orders.new += 1
    view.verticalScrollBar().setValue(500_000)
    counter.settle(qtbot)
    assert view.current_row() == order(500_005)
    assert view.model().index(view.currentIndex().row(), 1).data() == "order-500005"
    qtbot.waitUntil(lambda: view.currentIndex().row() == 500_006)
    assert shows(view, 499_999), "read anew"


def test_a_refresh_of_many_rows_reads_no_row_twice(million: Opened, counter: Counter, qtbot: QtBot) -> None:
    view, model, orders = million
    view.resize(1000, 60 * ROW_HEIGHT)
    view.verticalScrollBar().setValue(500_000)
    counter.settle(qtbot)
    orders.asked.clear()
    model.refresh()
    counter.settle(qtbot)
    read = [number for first, limit, _ in orders.asked for number in range(first, first + limit)]
    assert len(read) == len(set(read)) >= 160
