"""The orders list as a model over the real store: any row by number, no answer that nobody waits for."""

from dataclasses import replace
from decimal import Decimal
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from refund_gui.domain.listing import Count, OrderFilter, OrderRow, OrderSlice, SortBy
from refund_gui.domain.payment import DisplayStatus
from refund_gui.domain.refund import RefundState
from refund_gui.domain.states import HISTORY_STATES
from refund_gui.errors import StoreBusy
from refund_gui.practice.faults import Fault
from refund_gui.practice.records import Status
from refund_gui.ui.background import Lane
from refund_gui.ui.list_model import NOT_YET, Seen
from refund_gui.ui.marks import STATE_MARKS, STATUS_MARKS
from refund_gui.ui.order_reading import ReadSlice
from refund_gui.ui.orders_model import OrdersModel
from tests.gui.counter import Counter
from tests.practice.shop_kit import HOUR, NOW, payment
from tests.store import made_up

DATE, ORDER, GOODS, BUYER, METHOD, PAID, REFUNDED, REFUNDABLE, STATE = range(9)
MANY = 2_500
HEIGHT = 20
"""Rows in sight."""


@pytest.fixture
def model(counter: Counter) -> OrdersModel:
    return open_model(counter)


def open_model(counter: Counter, read: ReadSlice | None = None) -> OrdersModel:
    """Over the counter's store, or with `read` between."""
    orders = counter.terminal.orders
    return OrdersModel(read or orders.slice, orders.found, counter.lanes, counter.shop.clock, counter.lanes)


def add_many(counter: Counter, count: int = MANY, first: int = 0) -> None:
    """Seven payments share each moment."""
    numbers = range(first, first + count)
    made = (made_up.payment(number, paid_at=NOW - 30 * HOUR + number // 7) for number in numbers)
    counter.shop.store.payments.save(made)


def show(model: OrdersModel, qtbot: QtBot, **chosen: object) -> None:
    with qtbot.waitSignal(model.loaded):
        model.load(OrderFilter(**chosen))  # type: ignore[arg-type]


def look(model: OrdersModel, first: int, counter: Counter, qtbot: QtBot) -> None:
    """Scroll there, and let the store answer."""
    model.look(Seen(first, first + HEIGHT - 1))
    counter.settle(qtbot)


def shown(model: OrdersModel) -> list[str]:
    """imp_uid of the rows in sight."""
    numbers = range(model.seen.first, min(model.seen.first + HEIGHT, model.rowCount()))
    return [row.imp_uid if (row := model.row(number)) else NOT_YET for number in numbers]


def cell(model: OrdersModel, row: int, column: int) -> str:
    return str(model.data(model.index(row, column)))


def test_every_order_once_and_in_order(counter: Counter, model: OrdersModel, qtbot: QtBot) -> None:
    add_many(counter)
    show(model, qtbot)
    assert model.rowCount() == MANY
    seen: list[str] = []
    for first in range(0, MANY, 100):
        model.look(Seen(first, first + 99))
        counter.settle(qtbot)
        seen += [row.imp_uid for number in range(first, first + 100) if (row := model.row(number))]
    assert seen == [row.imp_uid for row in counter.rows()]


def test_the_model_keeps_qts_rules(
    counter: Counter, model: OrdersModel, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    add_many(counter)
    show(model, qtbot, text="사과")
    qtmodeltester.check(model)
    look(model, 980, counter, qtbot)
    qtmodeltester.check(model)


def test_a_list_that_was_overtaken_is_never_shown(counter: Counter, model: OrdersModel, qtbot: QtBot) -> None:
    for name in ("imp_tea", "imp_cup"):
        counter.shop.upstream.add(payment(name))
    counter.load()
    asked: list[str] = []
    resets: list[list[str]] = []

    def read(filter_: OrderFilter, first: int, limit: int, kept: OrderRow | None) -> OrderSlice:
        asked.append(filter_.text)
        return counter.terminal.orders.slice(filter_, first, limit, kept)

    model = open_model(counter, read)
    model.modelReset.connect(lambda: resets.append(shown(model)))
    released = counter.hold(Lane.STORE)
    for text in ("te", "tea", "cu", "cup"):
        model.load(OrderFilter(text=text))
    released.set()
    counter.settle(qtbot)
    assert resets == [["imp_cup"]]
    assert asked == ["cup"], "a question that nobody waits for any more costs no query"


def test_rows_of_another_list_are_not_read(counter: Counter, qtbot: QtBot) -> None:
    add_many(counter)
    asked: list[int] = []

    def read(filter_: OrderFilter, first: int, limit: int, kept: OrderRow | None) -> OrderSlice:
        asked.append(first)
        return counter.terminal.orders.slice(filter_, first, limit, kept)

    model = open_model(counter, read)
    show(model, qtbot)
    released = counter.hold(Lane.STORE)
    model.look(Seen(1_000, 1_020))
    model.load(OrderFilter(text="order-2499"))
    released.set()
    counter.settle(qtbot)
    assert [model.row(number) for number in (0, 1_000)] == [counter.rows()[0], None]
    assert (model.rowCount(), asked) == (1, [0, 0])


def test_what_was_being_read_for_another_list_is_dropped(counter: Counter, qtbot: QtBot) -> None:
    """Its answer, and its failure too."""
    add_many(counter, 3)
    begun, goes_on = Event(), Event()

    def read(filter_: OrderFilter, first: int, limit: int, kept: OrderRow | None) -> OrderSlice:
        if filter_.text:
            return counter.terminal.orders.slice(filter_, first, limit, kept)
        begun.set()
        goes_on.wait(20)
        raise StoreBusy("store.sqlite3")

    model = open_model(counter, read)
    failures: list[object] = []
    model.failed.connect(failures.append)
    model.load(OrderFilter())
    qtbot.waitUntil(begun.is_set)
    model.load(OrderFilter(text="order-2"))
    goes_on.set()
    counter.settle(qtbot)
    assert (shown(model), failures) == (["imp_2"], [])


def test_a_refresh_that_changes_nothing_draws_nothing_anew(
    counter: Counter, model: OrdersModel, qtbot: QtBot
) -> None:
    counter.shop.upstream.add(payment("imp_card"))
    counter.load()
    add_many(counter, 3)
    show(model, qtbot)
    model.look(Seen(0, HEIGHT))
    drawn: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, bottom: drawn.append((top.row(), bottom.row())))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignals([model.refreshed, model.loaded]):
        model.refresh()
    assert drawn == []
    counter.shop.upstream.cancel_outside("imp_card", Decimal(1_000))
    counter.load()
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignals([model.refreshed, model.loaded]):
        model.refresh()
    assert cell(model, 0, REFUNDED) == "1,000"
    assert drawn == [(0, 0)], "that row alone"


def test_a_refresh_while_one_is_read_is_made_up_for(counter: Counter, qtbot: QtBot) -> None:
    """What was stored while the first one was reading is shown; refreshes that only wait are one."""
    add_many(counter, 3)
    begun, goes_on, reads = Event(), Event(), list[int]()

    def read(filter_: OrderFilter, first: int, limit: int, kept: OrderRow | None) -> OrderSlice:
        found = counter.terminal.orders.slice(filter_, first, limit, kept)
        reads.append(found.count.number)
        begun.set()
        goes_on.wait(20)
        return found

    model = open_model(counter, read)
    model.load(OrderFilter())
    qtbot.waitUntil(begun.is_set)
    add_many(counter, 2, first=3)
    for _ in range(5):
        model.refresh()
    goes_on.set()
    qtbot.waitUntil(lambda: model.rowCount() == 5)
    counter.settle(qtbot)
    assert reads == [3, 5]
    assert not model.is_waiting


def test_a_list_that_an_answer_shows_to_be_old_refreshes_itself(
    counter: Counter, model: OrdersModel, qtbot: QtBot
) -> None:
    add_many(counter)
    show(model, qtbot)
    add_many(counter, 5, first=MANY)
    look(model, 1_000, counter, qtbot)
    assert NOT_YET not in shown(model), "shown at once, whatever number they have by now"
    before = shown(model)
    assert model.rowCount() == MANY
    qtbot.waitUntil(lambda: model.rowCount() == MANY + 5)
    assert (model.seen.first, shown(model)) == (1_000, before), "they had their new numbers already"


def test_rows_that_are_no_longer_there_are_not_asked_for_again_and_again(
    counter: Counter, qtbot: QtBot
) -> None:
    add_many(counter, 1_200)
    asked: list[int] = []

    def read(filter_: OrderFilter, first: int, limit: int, kept: OrderRow | None) -> OrderSlice:
        asked.append(first)
        found = counter.terminal.orders.slice(filter_, first, limit, kept)
        return replace(found, count=Count(2_000)) if len(asked) == 1 else found

    model = open_model(counter, read)
    show(model, qtbot)
    look(model, 1_190, counter, qtbot)
    assert len(asked) <= 4
    qtbot.waitUntil(lambda: model.rowCount() == 1_200)
    counter.settle(qtbot)
    assert NOT_YET not in shown(model)


def test_a_search_grows_as_one_scrolls(counter: Counter, model: OrdersModel, qtbot: QtBot) -> None:
    add_many(counter)
    counts: list[Count] = []
    model.counted.connect(counts.append)
    show(model, qtbot, text="사과")
    assert (model.count, counts) == (Count(100, is_exact=False), []), "its rows go before its number"
    counter.settle(qtbot)
    assert counts == [Count(1_000, is_exact=False)]
    with qtbot.assertNotEmitted(model.modelReset):
        while not model.count.is_exact:
            before = model.rowCount()
            look(model, before - HEIGHT, counter, qtbot)
            assert NOT_YET not in shown(model)
            assert model.rowCount() > before or model.count.is_exact
    assert model.count == counts[-1] == Count(MANY)
    look(model, MANY - HEIGHT, counter, qtbot)
    assert shown(model) == [row.imp_uid for row in counter.rows()][-HEIGHT:]


def test_a_search_grows_no_shorter_by_a_refresh_of_its_top(
    counter: Counter, model: OrdersModel, qtbot: QtBot
) -> None:
    add_many(counter)
    show(model, qtbot, text="사과")
    counter.settle(qtbot)
    look(model, 980, counter, qtbot)
    known = model.rowCount()
    assert known > 1_000
    look(model, 0, counter, qtbot)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.loaded):
        model.refresh()
    counter.settle(qtbot)
    assert model.rowCount() == known


def test_a_search_that_ends_where_a_question_ended(
    counter: Counter, model: OrdersModel, qtbot: QtBot
) -> None:
    add_many(counter, 1_200)
    show(model, qtbot, text="사과")
    counter.settle(qtbot)
    look(model, 980, counter, qtbot)
    look(model, 1_180, counter, qtbot)
    assert model.count == Count(1_200)


def test_a_refresh_counts_a_search_again(counter: Counter, model: OrdersModel, qtbot: QtBot) -> None:
    add_many(counter, 300)
    show(model, qtbot, text="사과")
    counter.settle(qtbot)
    assert model.count == Count(300)
    add_many(counter, 5, first=300)
    model.refresh()
    counter.settle(qtbot)
    assert model.count == Count(305)


def test_a_search_that_finds_less_than_it_seemed_shrinks(counter: Counter, qtbot: QtBot) -> None:
    """A state filter beside it, and the orders beyond what is in memory have left that state."""
    add_many(counter, 1_300)
    model = open_model(counter)
    show(model, qtbot, text="사과", statuses=frozenset({DisplayStatus.PAID}))
    counter.settle(qtbot)
    assert model.count == Count(1_000, is_exact=False)
    failed = (
        made_up.payment(number, paid_at=NOW - 30 * HOUR + number // 7, status="failed", request_no=2)
        for number in range(600)
    )
    counter.shop.store.payments.save(failed)
    look(model, 900, counter, qtbot)
    qtbot.waitUntil(lambda: model.count == Count(700))
    counter.settle(qtbot)
    model.look(Seen(700 - HEIGHT, 699))
    counter.settle(qtbot)
    assert NOT_YET not in shown(model)


def test_a_failure_is_told_once_and_not_repeated(counter: Counter, qtbot: QtBot) -> None:
    add_many(counter)
    broken: list[bool] = [True]
    asked: list[int] = []

    def read(filter_: OrderFilter, first: int, limit: int, kept: OrderRow | None) -> OrderSlice:
        asked.append(first)
        if broken[0]:
            raise StoreBusy("store.sqlite3")
        return counter.terminal.orders.slice(filter_, first, limit, kept)

    model = open_model(counter, read)
    with qtbot.waitSignal(model.failed) as failed:
        model.load(OrderFilter())
    assert isinstance(failed.args[0] if failed.args else None, StoreBusy)
    look(model, 10, counter, qtbot)
    assert (asked, model.is_waiting) == ([0], False)

    broken[0] = False
    with qtbot.waitSignal(model.loaded):
        model.refresh()
    broken[0] = True
    with qtbot.waitSignal(model.failed):
        model.look(Seen(1_000, 1_020))
    tried = len(asked)
    look(model, 2_000, counter, qtbot)
    assert len(asked) == tried, "nothing further until somebody refreshes"

    broken[0] = False
    with qtbot.waitSignal(model.loaded):
        model.refresh()
    assert NOT_YET not in shown(model)


def test_nothing_is_read_before_there_is_a_list(counter: Counter, model: OrdersModel, qtbot: QtBot) -> None:
    add_many(counter, 3)
    model.refresh()
    look(model, 0, counter, qtbot)
    assert (model.rowCount(), model.is_waiting) == (0, False)


@pytest.mark.parametrize(("keep", "current"), [(True, 2_000), (False, -1)])
def test_the_current_row_of_another_order(
    counter: Counter, model: OrdersModel, qtbot: QtBot, keep: bool, current: int
) -> None:
    """Sorted the other way round it stays current; in another list only if it is found at once."""
    add_many(counter)
    show(model, qtbot)
    look(model, MANY - 1 - 2_000, counter, qtbot)
    number = MANY - 1 - 2_000
    row = model.row(number)
    model.look(Seen(number, number + HEIGHT, number, row))
    with qtbot.waitSignal(model.loaded):
        model.load(OrderFilter(sort_by=SortBy.DATE, ascending=True), keep_current=keep)
    assert model.seen.first == 0
    assert model.seen.current == current
    assert model.seen.row == (row if keep else None)


def test_cells(counter: Counter, model: OrdersModel, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_won", 1_234_000, paid_at=NOW - HOUR))
    counter.shop.upstream.add(
        payment("imp_dollars", 48, "paypal", "paypal_v2", currency="USD", paid_at=NOW - 2 * HOUR)
    )
    counter.shop.upstream.add(payment("imp_test", sandbox=True, paid_at=NOW - 3 * HOUR))
    counter.load()
    show(model, qtbot)
    assert cell(model, 0, DATE) == "13:00"
    assert cell(model, 0, ORDER) == "order-imp_won"
    assert (cell(model, 0, PAID), cell(model, 0, REFUNDED), cell(model, 0, REFUNDABLE)) == (
        "1,234,000",
        "0",
        "1,234,000",
    )
    assert cell(model, 1, PAID) == "48.00 USD"
    assert cell(model, 2, STATE).endswith("TEST")
    right = Qt.AlignmentFlag.AlignRight
    for column in range(model.columnCount()):
        told = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        alignment = Qt.AlignmentFlag(told)
        assert bool(alignment & right) == (column in {PAID, REFUNDED, REFUNDABLE})


def test_an_open_refund_goes_before_the_payments_state(
    counter: Counter, model: OrdersModel, qtbot: QtBot
) -> None:
    counter.shop.upstream.add(payment("imp_1", 10_000))
    counter.load()
    counter.shop.upstream.faults.next(Fault.LOST_REQUEST)
    assert counter.shop.refund("imp_1").state is RefundState.UNKNOWN
    show(model, qtbot)
    assert cell(model, 0, STATE) == "◎ Checking"


def test_each_state_has_a_shape() -> None:
    assert set(STATE_MARKS) == set(HISTORY_STATES)
    assert len(set(STATE_MARKS.values())) == len(STATE_MARKS), "told apart without colour"
    assert all(STATUS_MARKS.values())


def test_statuses_read_as_words(counter: Counter, model: OrdersModel, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_ready", 5_000, "vbank", "kcp", status=Status.READY))
    counter.load()
    show(model, qtbot)
    assert cell(model, 0, STATE) == "◇ Unpaid"
    assert cell(model, 0, REFUNDABLE) == "–", "what never came in cannot go back"
