"""Titles that sort: by mouse, by key, from the menu; and what they say while a search stands newest first."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QLineEdit
from pytestqt.qtbot import QtBot

from refund_gui.ui.list_view import ListView
from refund_gui.ui.orders_page import OrdersPage
from tests.gui.counter import Counter, child
from tests.practice.shop_kit import NOW
from tests.store import made_up

DATE, ORDER, GOODS, BUYER, METHOD, PAID = range(6)
NEWEST = ["order-3", "order-2", "order-1"]


@pytest.fixture
def page(counter: Counter, qtbot: QtBot) -> OrdersPage:
    """Three orders; the newest is the cheapest, and its buyer the second by name."""
    counter.shop.store.payments.save(
        (
            made_up.payment(1, amount=made_up.won(30_000), buyer_name="한가람", paid_at=NOW - 300),
            made_up.payment(2, amount=made_up.won(20_000), buyer_name="김나래", paid_at=NOW - 200),
            made_up.payment(3, amount=made_up.won(10_000), buyer_name="박다솜", paid_at=NOW - 100),
        )
    )
    page = counter.orders_page()
    qtbot.addWidget(page)
    page.resize(1200, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    counter.settle(qtbot)
    return page


def view(page: OrdersPage) -> ListView:
    return child(page, ListView, "ordersView")


def header(page: OrdersPage) -> QHeaderView:
    return view(page).horizontalHeader()


def listed(page: OrdersPage) -> list[str]:
    model = view(page).model()
    return [str(model.index(row, ORDER).data()) for row in range(model.rowCount())]


def arrow(page: OrdersPage) -> tuple[int, bool]:
    """The column that the arrow stands at, and whether it says ascending."""
    ascending = header(page).sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
    return header(page).sortIndicatorSection(), ascending


def click(page: OrdersPage, column: int, counter: Counter, qtbot: QtBot) -> None:
    x = header(page).sectionViewportPosition(column) + header(page).sectionSize(column) // 2
    place = QPoint(x, header(page).height() // 2)
    qtbot.mouseClick(header(page).viewport(), Qt.MouseButton.LeftButton, pos=place)
    counter.settle(qtbot)


def tip(page: OrdersPage, column: int) -> str:
    return str(view(page).model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole))


def test_newest_first_at_the_beginning(page: OrdersPage) -> None:
    assert listed(page) == NEWEST
    assert header(page).isSortIndicatorShown()
    assert arrow(page) == (DATE, False)


@pytest.mark.parametrize(
    ("column", "first", "second"),
    [
        (DATE, NEWEST[::-1], NEWEST),
        (ORDER, NEWEST[::-1], NEWEST),
        (BUYER, ["order-2", "order-3", "order-1"], ["order-1", "order-3", "order-2"]),
        (PAID, NEWEST, NEWEST[::-1]),
    ],
)
def test_a_click_sorts_and_a_second_one_turns(
    page: OrdersPage, counter: Counter, qtbot: QtBot, column: int, first: list[str], second: list[str]
) -> None:
    click(page, column, counter, qtbot)
    assert (listed(page), arrow(page)) == (first, (column, True))
    click(page, column, counter, qtbot)
    assert (listed(page), arrow(page)) == (second, (column, False))


def test_back_to_the_date_the_newest_come_first(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    click(page, BUYER, counter, qtbot)
    click(page, DATE, counter, qtbot)
    assert (listed(page), arrow(page)) == (NEWEST, (DATE, False))


def test_other_titles_change_nothing(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    click(page, BUYER, counter, qtbot)
    before = listed(page)
    for column in (GOODS, METHOD):
        click(page, column, counter, qtbot)
        assert (listed(page), arrow(page)) == (before, (BUYER, True)), "nor does the arrow go there"


def test_keys_sort_in_the_list(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    view(page).setFocus()
    qtbot.keyClick(view(page), Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    counter.settle(qtbot)
    assert (listed(page), arrow(page)) == (["order-2", "order-3", "order-1"], (BUYER, True))
    assert "Alt+4" in tip(page, BUYER)
    assert tip(page, GOODS) == "None"


def test_the_menu_names_what_it_sorts_by(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    assert view(page).contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    actions = {action.text(): action for action in view(page).actions()}
    assert list(actions) == ["Sort by: Date", "Sort by: Order no.", "Sort by: Buyer", "Sort by: Paid"]
    actions["Sort by: Paid"].trigger()
    counter.settle(qtbot)
    assert arrow(page) == (PAID, True)
    assert [action.isChecked() for action in actions.values()] == [False, False, False, True]


def test_the_current_order_stays_current_in_another_order(
    page: OrdersPage, counter: Counter, qtbot: QtBot
) -> None:
    view(page).select(0)
    counter.settle(qtbot)
    click(page, DATE, counter, qtbot)
    assert view(page).currentIndex().row() == 2
    assert view(page).current_row().merchant_uid == "order-3"  # type: ignore[union-attr]


def test_a_search_stands_newest_first_and_says_so(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    click(page, BUYER, counter, qtbot)
    child(page, QLineEdit, "searchEdit").setText("사과")
    counter.settle(qtbot)
    assert (listed(page), arrow(page)) == (NEWEST, (DATE, False))
    assert tip(page, BUYER) == "What a search finds stands newest first."
    click(page, PAID, counter, qtbot)
    assert (listed(page), arrow(page)) == (NEWEST, (DATE, False))
    assert not any(action.isEnabled() for action in view(page).actions())
    child(page, QLineEdit, "searchEdit").clear()
    counter.settle(qtbot)
    assert (listed(page), arrow(page)) == (["order-2", "order-3", "order-1"], (BUYER, True)), "as before"
    assert all(action.isEnabled() for action in view(page).actions())


def test_in_korean(page: OrdersPage, speak: Callable[[str], None], qtbot: QtBot) -> None:
    speak("ko")
    qtbot.waitUntil(lambda: view(page).actions()[0].text() == "일시 순으로 정렬")
    assert "정렬" in tip(page, DATE)
    assert "Alt+1" in tip(page, DATE)
