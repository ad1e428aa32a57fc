"""Filters over the orders: what they leave, how many, what is on, and how they are put off."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDateEdit, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from refund_gui.ui.background import Lane
from refund_gui.ui.filters import ChoiceFilter
from refund_gui.ui.orders_page import OrdersPage
from tests.gui.counter import Counter, child, is_shown, text
from tests.gui.test_orders_page import listed, pick
from tests.practice.shop_kit import DAY, HOUR, NOW, korean_time, payment

CLOCK_MONTH_END = korean_time(2025, 11, 26, 9, 0)


@pytest.fixture
def page(counter: Counter, qtbot: QtBot) -> OrdersPage:
    """Six orders, newest first, of four methods and four PGs."""
    upstream = counter.shop.upstream
    upstream.add(payment("imp_card", 10_000, "card", "html5_inicis", paid_at=NOW - HOUR))
    upstream.add(payment("imp_vbank", 30_000, "vbank", "inicis", paid_at=NOW - 2 * HOUR))
    upstream.add(payment("imp_phone", 7_000, "phone", "danal", paid_at=NOW - DAY))
    upstream.add(payment("imp_ksnet", 20_000, "card", "ksnet", paid_at=NOW - 40 * DAY))
    upstream.add(payment("imp_half", 50_000, "card", "ksnet", paid_at=NOW - 170 * DAY))
    upstream.add(payment("imp_year", 80_000, "card", "kcp", paid_at=NOW - 350 * DAY))
    counter.load(400)
    page = counter.orders_page()
    qtbot.addWidget(page)
    page.resize(1100, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    counter.settle(qtbot)
    return page


def orders(page: OrdersPage) -> list[str]:
    return [number.removeprefix("order-imp_") for number in listed(page)]


def offered(page: OrdersPage, name: str) -> list[str]:
    box = child(page, QComboBox, name)
    return [box.itemText(number) for number in range(box.count())]


def press(page: OrdersPage, name: str) -> None:
    child(page, QAbstractButton, name).click()


def type_amounts(page: OrdersPage, least: str, most: str) -> None:
    child(page, QLineEdit, "amountFromEdit").setText(least)
    child(page, QLineEdit, "amountToEdit").setText(most)


def test_choices_come_with_their_numbers(page: OrdersPage) -> None:
    assert offered(page, "methodFilter") == ["All methods", "Card  4", "Phone  1", "Virtual account  1"]
    assert offered(page, "pgFilter") == ["All PGs", "Danal  1", "KG Inicis  2", "KSNET  2", "NHN KCP  1"]
    assert "Paid  6" in offered(page, "statusFilter")
    assert "Fully refunded  0" in offered(page, "statusFilter")


def test_numbers_follow_the_other_filters(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    pick(page, "methodFilter", "card")
    counter.settle(qtbot)
    assert offered(page, "pgFilter") == ["All PGs", "Danal  0", "KG Inicis  1", "KSNET  2", "NHN KCP  1"]
    assert offered(page, "methodFilter")[1:] == ["Card  4", "Phone  1", "Virtual account  1"]
    pick(page, "periodFilter", "7")
    counter.settle(qtbot)
    assert offered(page, "methodFilter")[1:] == ["Card  1", "Phone  1", "Virtual account  1"]
    counter.shop.upstream.add(payment("imp_new", 1_000, "point", "kakaopay", paid_at=NOW - 60))
    counter.load()
    page.refresh()
    counter.settle(qtbot)
    assert "Points  1" in offered(page, "methodFilter")
    assert child(page, QComboBox, "methodFilter").currentData() == "card"


def test_a_search_has_numbers_of_its_own_once_typing_pauses(page: OrdersPage, qtbot: QtBot) -> None:
    child(page, QLineEdit, "searchEdit").setText("imp_card")
    assert offered(page, "methodFilter") == ["All methods", "Card", "Phone", "Virtual account"]
    qtbot.waitUntil(
        lambda: offered(page, "methodFilter") == ["All methods", "Card  1", "Phone  0", "Virtual account  0"]
    )
    assert orders(page) == ["card"]
    child(page, QLineEdit, "searchEdit").clear()
    qtbot.waitUntil(lambda: offered(page, "methodFilter")[1] == "Card  4")


def test_numbers_follow_the_amounts(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    type_amounts(page, "10000", "30000")
    counter.settle(qtbot)
    assert offered(page, "methodFilter")[1:] == ["Card  2", "Phone  0", "Virtual account  1"]
    assert offered(page, "pgFilter")[1:] == ["Danal  0", "KG Inicis  2", "KSNET  1", "NHN KCP  0"]


def test_a_number_above_the_limit_says_that_there_are_more(qtbot: QtBot) -> None:
    box = ChoiceFilter("methodFilter")
    qtbot.addWidget(box)
    box.set_choices("All", (("card", "Card"), ("phone", "Phone")), {"card": 1_001, "phone": 1_000}, 1_000)
    assert [box.itemText(number) for number in range(3)] == ["All", "Card  1,000+", "Phone  1,000"]


def test_old_numbers_stay_until_new_ones_are_there(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    released = counter.hold(Lane.COUNTS)
    pick(page, "periodFilter", "1")
    pick(page, "periodFilter", "7")
    assert offered(page, "methodFilter")[1] == "Card  4"
    released.set()
    counter.settle(qtbot)
    assert offered(page, "methodFilter")[1] == "Card  1"


def test_a_list_that_hangs_open_is_not_rebuilt(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    methods = child(page, ChoiceFilter, "methodFilter")
    methods.showPopup()
    qtbot.waitUntil(methods.view().isVisible)
    before = offered(page, "methodFilter")
    counter.shop.upstream.add(payment("imp_new", 1_000, "point", "kakaopay", paid_at=NOW - 60))
    counter.load()
    page.refresh()
    counter.settle(qtbot)
    assert offered(page, "methodFilter") == before
    methods.hidePopup()
    assert "Points  1" in offered(page, "methodFilter")


def test_a_pg_with_several_codes_is_one_choice(page: OrdersPage, qtbot: QtBot) -> None:
    box = child(page, QComboBox, "pgFilter")
    box.setCurrentIndex(offered(page, "pgFilter").index("KG Inicis  2"))
    qtbot.waitUntil(lambda: orders(page) == ["card", "vbank"])
    assert text(page, "pgChip").startswith("KG Inicis")


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ("1", ["card", "vbank"]),
        ("yesterday", ["phone"]),
        ("this_month", ["card", "vbank", "phone"]),
        ("last_month", ["ksnet"]),
        ("this_year", ["card", "vbank", "phone", "ksnet", "half"]),
    ],
)
def test_periods(page: OrdersPage, qtbot: QtBot, period: str, found: list[str]) -> None:
    pick(page, "periodFilter", period)
    qtbot.waitUntil(lambda: orders(page) == found)


def set_day(page: OrdersPage, name: str, day: date) -> None:
    child(page, QDateEdit, name).setDate(QDate(day.year, day.month, day.day))


def test_dates_of_ones_own(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    assert not is_shown(page, "periodFromEdit")
    pick(page, "periodFilter", "7")
    pick(page, "periodFilter", "dates")
    assert child(page, QDateEdit, "periodFromEdit").hasFocus()
    assert child(page, QDateEdit, "periodFromEdit").date() == QDate(2025, 11, 12), "what was seen so far"
    qtbot.waitUntil(lambda: orders(page) == ["card", "vbank", "phone"])
    set_day(page, "periodFromEdit", date(2025, 10, 1))
    set_day(page, "periodToEdit", date(2025, 11, 17))
    qtbot.waitUntil(lambda: orders(page) == ["phone", "ksnet"])
    assert text(page, "periodChip").startswith("2025-10-01 – 2025-11-17")
    set_day(page, "periodFromEdit", date(2025, 11, 18))
    assert text(page, "periodError") == "The first day is after the last one."
    qtbot.waitUntil(lambda: len(orders(page)) == 6)
    pick(page, "periodFilter", "")
    assert not is_shown(page, "periodFromEdit")
    qtbot.waitUntil(lambda: len(orders(page)) == 6)


def test_the_calendar_opens_by_key(page: OrdersPage, qtbot: QtBot) -> None:
    pick(page, "periodFilter", "dates")
    first = child(page, QDateEdit, "periodFromEdit")
    for key, modifier in (
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
    ):
        assert not first.calendarWidget().isVisible()
        qtbot.keyClick(first, key, modifier)
        qtbot.waitUntil(first.calendarWidget().isVisible)
        first.calendarWidget().window().close()


def test_half_a_date_is_not_searched_for(page: OrdersPage, qtbot: QtBot) -> None:
    pick(page, "periodFilter", "dates")
    first = child(page, QDateEdit, "periodFromEdit")
    told: list[object] = []
    first.dateChanged.connect(told.append)
    qtbot.keyClicks(first, "2024")
    assert told == []
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert told == [QDate(2024, 10, 20)]


def test_amounts(page: OrdersPage, qtbot: QtBot) -> None:
    press(page, "moreFiltersButton")
    qtbot.keyClicks(child(page, QLineEdit, "amountFromEdit"), "10000")
    assert text(page, "amountFromEdit") == "10,000"
    qtbot.keyClicks(child(page, QLineEdit, "amountToEdit"), "30000")
    qtbot.waitUntil(lambda: orders(page) == ["card", "vbank", "ksnet"])
    assert text(page, "amountChip").startswith("10,000 – 30,000")


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        ("30000", "10000", "The first amount is larger than the second."),
        ("", "많이", "This is not an amount. Enter digits only."),
        ("1.5", "", "This currency has no decimals. Enter a whole amount."),
    ],
)
def test_wrong_amounts_stay_and_are_explained(
    page: OrdersPage, qtbot: QtBot, least: str, most: str, words: str
) -> None:
    press(page, "moreFiltersButton")
    type_amounts(page, least, most)
    assert is_shown(page, "amountFilterError")
    assert text(page, "amountFilterError") == words
    assert child(page, QLineEdit, "amountToEdit").accessibleDescription() == words
    assert text(page, "amountFromEdit").replace(",", "") == least
    assert text(page, "amountToEdit").replace(",", "") == most
    qtbot.waitUntil(lambda: len(orders(page)) == 6)
    type_amounts(page, "", "")
    assert not is_shown(page, "amountFilterError")


def test_what_can_be_refunded_for_a_short_time_only(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    press(page, "endsSoonFilter")
    qtbot.waitUntil(lambda: orders(page) == ["half", "year"])
    counter.shop.clock.advance(CLOCK_MONTH_END - NOW)
    press(page, "endsSoonFilter")
    press(page, "endsSoonFilter")
    qtbot.waitUntil(lambda: orders(page) == ["phone", "half", "year"])
    assert offered(page, "statusFilter")[1:] == ["Paid  3", "Partly refunded  0"]


def test_what_was_refunded_is_not_refundable_until_soon(
    page: OrdersPage, counter: Counter, qtbot: QtBot
) -> None:
    counter.shop.refund("imp_half", 50_000)
    counter.shop.refund("imp_year", 1_000)
    counter.load(400)
    press(page, "endsSoonFilter")
    qtbot.waitUntil(lambda: orders(page) == ["year"])


def test_more_filters_unfold_and_say_how_many_are_on(page: OrdersPage, qtbot: QtBot) -> None:
    assert not is_shown(page, "pgFilter")
    assert child(page, QPushButton, "moreFiltersButton").accessibleName() == "More filters"
    press(page, "moreFiltersButton")
    assert is_shown(page, "pgFilter")
    press(page, "endsSoonFilter")
    type_amounts(page, "10000", "")
    press(page, "moreFiltersButton")
    assert not is_shown(page, "pgFilter")
    assert child(page, QPushButton, "moreFiltersButton").accessibleName() == "More filters (2)"
    assert is_shown(page, "endsSoonChip")
    press(page, "endsSoonChip")
    qtbot.waitUntil(lambda: orders(page) == ["card", "vbank", "ksnet", "half", "year"])


def test_all_filters_are_cleared_at_once(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    assert not is_shown(page, "clearFiltersButton")
    pick(page, "statusFilter", "paid")
    pick(page, "methodFilter", "card")
    pick(page, "periodFilter", "90")
    pick(page, "pgFilter", "kcp")
    type_amounts(page, "1", "2")
    qtbot.waitUntil(lambda: is_shown(page, "ordersViewEmpty"))
    advice = text(page, "ordersViewEmptyAdvice")
    assert "Paid, Card, 90 days, NHN KCP, 1 – 2" in advice
    assert "Clear filters" in advice
    press(page, "clearFiltersButton")
    qtbot.waitUntil(lambda: len(orders(page)) == 6)
    assert not is_shown(page, "clearFiltersButton")
    assert text(page, "amountFromEdit") == ""


def test_every_filter_can_be_hit_has_a_name_and_is_reached_by_tab(page: OrdersPage, qtbot: QtBot) -> None:
    press(page, "moreFiltersButton")
    pick(page, "periodFilter", "dates")
    names = ["searchEdit", "statusFilter", "methodFilter", "periodFilter", "moreFiltersButton"]
    names += [
        "periodFromEdit",
        "periodToEdit",
        "pgFilter",
        "endsSoonFilter",
        "amountFromEdit",
        "amountToEdit",
    ]
    names += ["periodChip", "clearFiltersButton"]
    child(page, QLineEdit, "searchEdit").setFocus()
    for name in names:
        widget = child(page, QWidget, name)
        assert widget.hasFocus(), name
        assert widget.accessibleName(), name
        assert widget.height() >= 32, name
        for _ in range(3):  # a date has three parts
            if widget.hasFocus():
                qtbot.keyClick(widget, Qt.Key.Key_Tab)


def test_it_fits_a_small_window(page: OrdersPage) -> None:
    press(page, "moreFiltersButton")
    pick(page, "periodFilter", "dates")
    assert page.minimumSizeHint().width() <= 960 - 180


def test_a_number_is_shown_whole_or_not_at_all(page: OrdersPage) -> None:
    methods = child(page, ChoiceFilter, "methodFilter")
    pick(page, "methodFilter", "card")
    methods.set_choices("All methods", [("card", "Card")], {"card": 812_332})
    assert methods.currentText() == "Card  812,332"
    methods.setFixedWidth(90)
    narrow = methods.grab().toImage()
    methods.set_choices("All methods", [("card", "Card")])
    assert methods.grab().toImage() == narrow


def test_a_period_moves_on_at_midnight(page: OrdersPage, counter: Counter, qtbot: QtBot) -> None:
    pick(page, "periodFilter", "yesterday")
    counter.settle(qtbot)
    assert orders(page) == ["phone"]
    counter.shop.clock.advance(DAY)
    page.refresh()
    counter.settle(qtbot)
    assert orders(page) == ["card", "vbank"]
