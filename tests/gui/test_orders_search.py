"""Searching at each key: what is marked, how many were found, and what is not asked."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QInputMethodEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from refund_gui.domain.searching import Search
from refund_gui.ui.background import Lane
from refund_gui.ui.list_view import ListView
from refund_gui.ui.orders_page import OrdersPage
from refund_gui.ui.row_painter import RowPainter, clipped
from refund_gui.ui.search_edit import SearchEdit
from refund_gui.ui.theme import colour
from tests.gui.counter import Counter, child, text
from tests.gui.painted import Painted
from tests.practice.shop_kit import HOUR, NOW
from tests.store import made_up

ORDER, GOODS, BUYER = 1, 2, 3


@pytest.fixture
def page(counter: Counter, qtbot: QtBot) -> OrdersPage:
    """Three orders: of 김가람, 나여울 and 한가람."""
    counter.shop.store.payments.save(
        (
            made_up.payment(1, buyer_name="한가람", buyer_tel="010-1111-2222", paid_at=NOW - 300),
            made_up.payment(2, buyer_name="나여울", goods="배 상자", paid_at=NOW - 200),
            made_up.payment(3, buyer_name="김가람", paid_at=NOW - 100),
        )
    )
    return opened(counter, qtbot)


def opened(counter: Counter, qtbot: QtBot) -> OrdersPage:
    page = counter.orders_page()
    qtbot.addWidget(page)
    page.resize(1200, 700)
    with qtbot.waitExposed(page):
        page.show()
    counter.settle(qtbot)
    return page


def view(page: OrdersPage) -> ListView:
    return child(page, ListView, "ordersView")


def search(page: OrdersPage) -> SearchEdit:
    return child(page, SearchEdit, "searchEdit")


def listed(page: OrdersPage) -> list[str]:
    model = view(page).model()
    return [str(model.index(row, ORDER).data()) for row in range(model.rowCount())]


def type_(page: OrdersPage, text: str, counter: Counter, qtbot: QtBot) -> None:
    search(page).setText(text)
    counter.settle(qtbot)


def compose(page: OrdersPage, preedit: str, commit: str = "") -> None:
    """As an input method does for each key."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(search(page), event)


def marked(page: OrdersPage, row: int, column: int) -> float:
    """The part of a cell that has the marker's colour."""
    place = view(page).visualRect(view(page).model().index(row, column))
    picture: QImage = view(page).viewport().grab(place).toImage()
    wanted = colour("mark").rgb()
    width, height = picture.width(), picture.height()
    found = sum(picture.pixel(x, y) == wanted for x in range(width) for y in range(height))
    return found / (width * height)


def test_every_key_searches(page: OrdersPage, qtbot: QtBot) -> None:
    told: list[tuple[str, bool]] = []
    edit = search(page)
    edit.changed.connect(lambda: told.append((edit.searched(), edit.is_composing())))
    qtbot.keyClicks(edit, "ord")
    assert [typed for typed, _ in told] == ["o", "or", "ord"]


def test_keys_that_were_overtaken_are_not_asked(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    model = view(page).model()
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(model.rowCount()))
    released = counter.hold(Lane.STORE)
    qtbot.keyClicks(search(page), "order-3")
    released.set()
    counter.settle(qtbot)
    assert listed(page) == ["order-3"]
    assert resets == [1], "nothing was shown on the way there"


def test_titles_change_only_when_a_search_begins_or_ends(
    page: OrdersPage, counter: Counter, qtbot: QtBot
) -> None:
    """With each change Qt draws the whole old list once more, before the answer can be shown."""
    changes: list[None] = []
    view(page).model().headerDataChanged.connect(lambda *_: changes.append(None))
    for typed, changed in (("가람", 1), ("김가람", 1), ("김가람 ", 1), ("", 2)):
        type_(page, typed, counter, qtbot)
        assert len(changes) == changed, typed


def test_a_syllable_is_found_while_it_is_composed(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    """ㄴ, 나, and 나 again once it is typed: 한 and 김 are no 나, but 나여울 begins so."""
    compose(page, "나")
    assert search(page).is_composing()
    counter.settle(qtbot)
    assert listed(page) == ["order-2"]
    compose(page, "", commit="나")
    assert not search(page).is_composing()
    compose(page, "여")
    counter.settle(qtbot)
    assert (search(page).searched(), listed(page)) == ("나여", ["order-2"])


def test_a_composed_syllable_stands_for_what_it_may_become(
    page: OrdersPage, counter: Counter, qtbot: QtBot
) -> None:
    compose(page, "하")
    counter.settle(qtbot)
    assert listed(page) == ["order-1"], "하 may become 한"
    compose(page, "", commit="하")
    counter.settle(qtbot)
    assert listed(page) == [], "typed, it is 하 and nothing else"


def test_a_syllable_in_the_middle_is_whole(page: OrdersPage) -> None:
    search(page).setText("가람")
    search(page).setCursorPosition(0)
    compose(page, "하")
    assert (search(page).searched(), search(page).is_composing()) == ("하가람", False)


def test_what_was_found_is_marked(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    type_(page, "가람 상자", counter, qtbot)
    assert listed(page) == ["order-3", "order-1"]
    assert marked(page, 0, BUYER) > 0.04
    assert marked(page, 0, GOODS) > 0.01
    assert marked(page, 0, ORDER) == 0
    view(page).select(0)
    counter.settle(qtbot)
    assert marked(page, 0, BUYER) > 0.04, "also in the current row"
    type_(page, "", counter, qtbot)
    assert marked(page, 0, BUYER) == 0


def test_the_same_rows_are_drawn_once_more_with_other_marks(
    page: OrdersPage, counter: Counter, qtbot: QtBot
) -> None:
    type_(page, "가람", counter, qtbot)
    painted = Painted(view(page).viewport())
    released = counter.hold(Lane.STORE)
    search(page).setText("가람 상자")
    QApplication.processEvents()
    assert painted.times == 0, "not before the answer is there"
    released.set()
    qtbot.waitUntil(lambda: painted.times == 1)
    assert listed(page) == ["order-3", "order-1"]


def test_what_no_column_shows_is_marked_beside_the_list(
    page: OrdersPage, counter: Counter, qtbot: QtBot
) -> None:
    type_(page, "2222", counter, qtbot)
    assert listed(page) == ["order-1"]
    view(page).select(0)
    counter.settle(qtbot)
    assert child(page, QLabel, "detailBuyer").property("marked") is True
    assert not child(page, QLabel, "detailOrder").property("marked")
    type_(page, "order-1", counter, qtbot)
    assert child(page, QLabel, "detailOrder").property("marked") is True
    assert not child(page, QLabel, "detailBuyer").property("marked")


def test_each_text_is_searched_once(page: OrdersPage) -> None:
    painter = RowPainter(view(page), view(page)._model)
    painter.set_search(Search("가람"))
    assert painter.spans("김가람") == ((1, 3),)
    assert painter.spans("김가람") is painter.spans("김가람")
    painter.set_search(Search("김"))
    assert painter.spans("김가람") == ((0, 1),)
    painter.set_search(Search(""))
    assert painter.spans("김가람") == ()


@pytest.mark.parametrize("typed", ["", "가람"])
def test_scrolling_far_keeps_little(page: OrdersPage, typed: str) -> None:
    painter = RowPainter(view(page), view(page)._model)
    painter.set_search(Search(typed))
    for number in range(5_000):
        painter.spans(f"김가람 {number}")
    assert len(painter._spans) <= 2_000


def test_what_was_cut_off_is_marked_at_the_dots() -> None:
    whole = "제주 한라봉 선물세트"
    assert clipped(((0, 2), (7, 9)), "제주 한…", whole) == ((0, 2), (4, 5))
    assert clipped(((3, 6),), "제주 한…", whole) == ((3, 5),)
    assert clipped(((0, 2),), whole, whole) == ((0, 2),)
    assert clipped(((0, 2),), "", whole) == ()


def test_an_emoji_before_it_moves_no_mark(counter: Counter, qtbot: QtBot) -> None:
    """Python counts it as one character, Qt as two."""
    for number, goods in ((1, "🍎🍎 사과"), (2, "귤귤 사과")):
        counter.shop.store.payments.save([made_up.payment(number, goods=goods, paid_at=NOW - number)])
    page = opened(counter, qtbot)
    type_(page, "사과", counter, qtbot)
    assert marked(page, 0, GOODS) == pytest.approx(marked(page, 1, GOODS), rel=0.2)


@pytest.mark.parametrize("is_dark", [False, True])
def test_a_mark_can_be_read(qapp: QApplication, is_dark: bool) -> None:
    before = qapp.palette()
    qapp.setPalette(QPalette(QColor("#202020" if is_dark else "#f0f0f0")))
    light, dark = sorted((luminance(colour("mark")), luminance(colour("on-mark"))), reverse=True)
    behind = [luminance(colour(name)) for name in ("card", "page", "chosen")]
    qapp.setPalette(before)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
    assert all(abs(light - other) > 0.05 for other in behind), "it is seen on the row"


def luminance(shown: QColor) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    red, green, blue = map(linear, (shown.redF(), shown.greenF(), shown.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def test_how_many(counter: Counter, qtbot: QtBot, speak: Callable[[str], None]) -> None:
    counter.shop.store.payments.save(
        made_up.payment(number, paid_at=NOW - HOUR + number) for number in range(1_234)
    )
    page = opened(counter, qtbot)
    assert text(page, "orderCount") == "1,234 orders"
    type_(page, "사과", counter, qtbot)
    assert text(page, "orderCount") == "1,000+ found"
    speak("ko")
    qtbot.waitUntil(lambda: text(page, "orderCount") == "1,000+건 찾음")
    view(page).setFocus()
    qtbot.keyClick(view(page), Qt.Key.Key_End)
    qtbot.waitUntil(lambda: text(page, "orderCount") == "1,200+건 찾음")
    qtbot.keyClick(view(page), Qt.Key.Key_End)
    qtbot.waitUntil(lambda: text(page, "orderCount") == "1,234건 찾음")
    speak("en")
    qtbot.waitUntil(lambda: text(page, "orderCount") == "1,234 found")
    type_(page, "order-1200", counter, qtbot)
    assert text(page, "orderCount") == "1 found"


def test_one_letter_searches_nothing_and_says_so(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    counter.settle(qtbot)
    with qtbot.assertNotEmitted(view(page)._model.loaded):
        type_(page, "x", counter, qtbot)
    assert listed(page) == ["order-3", "order-2", "order-1"]
    assert text(page, "orderCount") == "3 orders · a search begins with two characters"
    type_(page, "", counter, qtbot)
    assert text(page, "orderCount") == "3 orders"


def test_one_order(counter: Counter, qtbot: QtBot) -> None:
    counter.shop.store.payments.save([made_up.payment(1)])
    assert text(opened(counter, qtbot), "orderCount") == "1 order"
