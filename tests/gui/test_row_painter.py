"""What is drawn of the rows of a list."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from refund_gui.ui.list_view import ListView
from refund_gui.ui.orders_page import OrdersPage
from refund_gui.ui.theme import colour
from tests.gui.counter import Counter, child
from tests.practice.shop_kit import NOW
from tests.store import made_up

GOODS, BUYER, PAID = 2, 3, 5


def shown(counter: Counter, qtbot: QtBot, *goods: str) -> ListView:
    """The list of orders that differ in their goods alone, in this order."""
    counter.shop.store.payments.save(
        made_up.payment(1, imp_uid=f"imp_{place}", merchant_uid="order", goods=name, paid_at=NOW - place)
        for place, name in enumerate(goods)
    )
    page: OrdersPage = counter.orders_page()
    qtbot.addWidget(page)
    page.resize(1200, 700)
    with qtbot.waitExposed(page):
        page.show()
    counter.settle(qtbot)
    return child(page, ListView, "ordersView")


def cell(view: ListView, row: int, column: int) -> QImage:
    return view.viewport().grab(view.visualRect(view.model().index(row, column))).toImage()


def ground(view: ListView, row: int) -> str:
    """The colour beside the text of a row's first cell."""
    picture = cell(view, row, 0)
    return picture.pixelColor(picture.width() - 2, 4).name()


@pytest.mark.parametrize("line_break", ["\n", "\r", "\t", "\u2028"])
def test_a_line_break_in_a_name_is_drawn_as_a_space(counter: Counter, qtbot: QtBot, line_break: str) -> None:
    view = shown(counter, qtbot, f"사과{line_break}상자", "사과 상자", "사과상자")
    assert cell(view, 0, GOODS) == cell(view, 1, GOODS) != cell(view, 2, GOODS)


def test_a_long_name_ends_with_dots_in_its_own_column(counter: Counter, qtbot: QtBot) -> None:
    view = shown(counter, qtbot, "가" * 200, "가" * 100, "가")
    assert cell(view, 0, GOODS) == cell(view, 1, GOODS) != cell(view, 2, GOODS)
    assert cell(view, 0, BUYER) == cell(view, 2, BUYER)


def test_amounts_end_at_the_right(counter: Counter, qtbot: QtBot) -> None:
    view = shown(counter, qtbot, "사과")
    picture = cell(view, 0, PAID)
    inked = [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y) != colour("card") for y in range(picture.height() - 1))
    ]
    assert picture.width() - max(inked) < 10 < min(inked)


def test_the_current_row_is_drawn_as_chosen_whatever_is_selected(counter: Counter, qtbot: QtBot) -> None:
    """It is what would be refunded."""
    view = shown(counter, qtbot, "사과", "배")
    view.select(1)
    view.selectionModel().clearSelection()
    assert view.current_row() is not None
    assert ground(view, 1) == colour("chosen").name()


def test_the_row_under_the_mouse_and_the_chosen_one(counter: Counter, qtbot: QtBot) -> None:
    view = shown(counter, qtbot, "사과", "배", "귤")
    card, hover, chosen = (colour(name).name() for name in ("card", "hover", "chosen"))
    assert [ground(view, row) for row in range(3)] == [card, card, card]
    view.select(1)
    for row in (0, 1):
        qtbot.mouseMove(view.viewport(), view.visualRect(view.model().index(row, 0)).center() - QPoint(3, 0))
    assert [ground(view, row) for row in range(3)] == [card, chosen, card], "chosen goes before hovered"
    qtbot.mouseMove(view.viewport(), view.visualRect(view.model().index(2, 0)).center())
    assert [ground(view, row) for row in range(3)] == [card, chosen, hover]
