"""What a refresh asks so that nobody loses their place, on a list of a million orders."""

from dataclasses import replace

from refund_gui.domain.listing import OrderFilter, PageKey
from refund_gui.ui.order_reading import Question, answer
from tests.gui.many_orders import ManyOrders, order

MILLION = 1_000_000
ALL = OrderFilter()


def question(first: int, current: int = -1) -> Question:
    """As from a view that shows `first` at its top."""
    row = order(current) if current >= 0 else None
    return Question(ALL, first, 100, tuple(order(first + at) for at in range(3)), current, row)


def test_what_was_at_the_top_of_the_view_is_there_again_after_seven_new_orders() -> None:
    orders = ManyOrders(MILLION, new=7)
    found = answer(orders.read, question(500_000, current=500_010))
    assert found.slice_.first == 500_007
    assert found.slice_.rows[0] == order(500_000)
    assert (found.current, found.row) == (500_017, order(500_010))
    assert len(orders.asked) == 1, "the current row is among those that were read"


def test_without_an_anchor_the_top_of_the_list_shows_what_is_new() -> None:
    orders = ManyOrders(MILLION, new=7)
    found = answer(orders.read, Question(ALL, 0, 100, (), 3, order(3)))
    assert found.slice_.first == 0
    assert found.slice_.rows[0] == order(-7)
    assert (found.current, found.row) == (10, order(3))


def test_the_current_row_far_away_costs_one_query_more() -> None:
    orders = ManyOrders(MILLION, new=7)
    found = answer(orders.read, question(500_000, current=900_000))
    assert (found.current, found.row) == (900_007, order(900_000))
    assert [(limit, uid) for _, limit, uid in orders.asked] == [(100, "imp_500000"), (1, "imp_900000")]


def test_a_first_row_that_is_gone_hands_over_to_the_next() -> None:
    orders = ManyOrders(MILLION, gone={40})
    found = answer(orders.read, question(40))
    assert found.slice_.first == 39, "one row above the second one, which has moved up"
    assert found.slice_.rows[1] == order(41)


def test_a_first_row_that_moved_takes_nobody_along() -> None:
    """A virtual account was paid: its order stands at the top of the list now."""
    orders = ManyOrders(MILLION)
    moved = replace(order(0), key=PageKey(order(500_000).key.at, 0))
    found = answer(orders.read, Question(ALL, 500_000, 100, (moved, order(500_001), order(500_002))))
    assert found.slice_.first == 500_000


def test_rows_that_are_all_gone_leave_the_number() -> None:
    orders = ManyOrders(MILLION, gone={40, 41, 42})
    found = answer(orders.read, question(40))
    assert found.slice_.first == 40
    assert found.slice_.rows[0] == order(43)


def test_a_list_that_became_shorter_is_read_at_its_end() -> None:
    orders = ManyOrders(150)
    found = answer(orders.read, Question(ALL, 5_000, 100))
    assert found.slice_.rows[-1] == order(149)
    assert answer(ManyOrders(0).read, Question(ALL, 5_000, 100)).slice_.rows == ()


def test_a_current_row_that_is_gone_is_no_other() -> None:
    orders = ManyOrders(MILLION, gone={3})
    assert answer(orders.read, question(500_000, current=3)).current == -1


def test_a_current_row_that_was_never_there_keeps_its_number() -> None:
    orders = ManyOrders(MILLION, new=7)
    asked = question(500_000)._replace(current=500_020)
    found = answer(orders.read, asked)
    assert (found.current, found.row) == (500_027, order(500_020))


def test_another_list_looks_for_the_current_row_at_its_top_only() -> None:
    orders = ManyOrders(MILLION)
    asked = Question(ALL, 0, 100, (), 900_000, order(900_000), is_current_anywhere=False)
    assert answer(orders.read, asked).current == -1
    assert len(orders.asked) == 1
