"""The orders list as a model: pages by key, each row once, never an answer that nobody waits for."""

from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from refund_gui.domain.listing import OrderFilter, OrderRow, PageKey
from refund_gui.domain.refund import RefundState
from refund_gui.errors import StoreBusy
from refund_gui.practice.faults import Fault
from refund_gui.practice.records import Status
from refund_gui.ui.background import Lane
from refund_gui.ui.marks import STATE_MARKS, STATUS_MARKS
from refund_gui.ui.orders_model import OrdersModel
from refund_gui.ui.paging_model import PAGE
from tests.gui.counter import Counter
from tests.practice.shop_kit import HOUR, NOW, payment

DATE, ORDER, GOODS, BUYER, METHOD, PAID, REFUNDED, REFUNDABLE, STATE = range(9)


@pytest.fixture
def model(counter: Counter) -> OrdersModel:
    return OrdersModel(counter.lanes, counter.shop.clock, counter.lanes)


def show(counter: Counter, model: OrdersModel, qtbot: QtBot, text: str = "") -> None:
    with qtbot.waitSignal(model.loaded):
        model.load(partial(counter.terminal.orders.page, OrderFilter(text=text)))


def shown(model: OrdersModel) -> list[str]:
    return [model.row(number).imp_uid for number in range(model.rowCount())]


def cell(model: OrdersModel, row: int, column: int) -> str:
    return str(model.data(model.index(row, column)))


def add_many(counter: Counter, count: int) -> None:
    """Seven payments share each moment, so that a page often ends among equal times."""
    for number in range(count):
        counter.shop.upstream.add(payment(f"imp_{number:04}", paid_at=NOW - HOUR - number // 7))
    counter.load()


def test_every_order_once_and_in_order_over_all_pages(
    counter: Counter, model: OrdersModel, qtbot: QtBot
) -> None:
    add_many(counter, 350)
    show(counter, model, qtbot)
    assert model.rowCount() == PAGE
    while model.canFetchMore():
        with qtbot.waitSignal(model.loaded):
            model.fetchMore()
    assert shown(model) == [row.imp_uid for row in counter.rows()]
    assert len(set(shown(model))) == 350


def test_the_model_keeps_qts_rules(
    counter: Counter, model: OrdersModel, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    add_many(counter, 150)
    qtmodeltester.check(model)
    show(counter, model, qtbot)
    with qtbot.waitSignal(model.loaded):
        model.fetchMore()
    qtmodeltester.check(model)
    assert model.rowCount() == 150


def test_an_answer_that_was_overtaken_is_never_shown(
    counter: Counter, model: OrdersModel, qtbot: QtBot
) -> None:
    for name in ("imp_tea", "imp_cup"):
        counter.shop.upstream.add(payment(name))
    counter.load()
    asked: list[str] = []
    resets: list[list[str]] = []
    model.modelReset.connect(lambda: resets.append(shown(model)))

    def page(text: str, after: PageKey | None, limit: int) -> tuple[OrderRow, ...]:
        asked.append(text)
        return counter.terminal.orders.page(OrderFilter(text=text), after, limit)

    released = counter.hold(Lane.STORE)
    model.load(partial(page, "tea"))
    model.load(partial(page, "cup"))
    released.set()
    counter.settle(qtbot)
    assert resets == [["imp_cup"]]
    assert asked == ["cup"], "a question that nobody waits for any more costs no query"


def test_a_late_page_of_another_list_is_dropped(counter: Counter, model: OrdersModel, qtbot: QtBot) -> None:
    add_many(counter, 150)
    show(counter, model, qtbot)
    released = counter.hold(Lane.STORE)
    model.fetchMore()
    assert not model.canFetchMore(), "one page at a time"
    model.load(partial(counter.terminal.orders.page, OrderFilter(text="imp_0003")))
    released.set()
    counter.settle(qtbot)
    assert shown(model) == ["imp_0003"]


def test_a_refresh_reads_all_that_was_fetched(counter: Counter, model: OrdersModel, qtbot: QtBot) -> None:
    add_many(counter, 150)
    show(counter, model, qtbot)
    with qtbot.waitSignal(model.loaded):
        model.fetchMore()
    counter.shop.upstream.add(payment("imp_new", paid_at=NOW - 60))
    counter.load()
    with qtbot.waitSignal(model.loaded):
        model.refresh()
    assert shown(model)[0] == "imp_new"
    assert model.rowCount() == 150
    assert model.canFetchMore()


def test_a_refresh_that_changes_nothing_draws_nothing_anew(
    counter: Counter, model: OrdersModel, qtbot: QtBot
) -> None:
    add_many(counter, 3)
    show(counter, model, qtbot)
    with (
        qtbot.assertNotEmitted(model.modelReset),
        qtbot.waitSignals([model.unchanged, model.loaded]),
    ):
        model.refresh()
    counter.shop.upstream.cancel_outside("imp_0001", Decimal(1_000))
    counter.load()
    with qtbot.assertNotEmitted(model.unchanged), qtbot.waitSignal(model.modelReset):
        model.refresh()
    assert cell(model, 1, REFUNDED) == "1,000"


def test_a_failure_is_told_once_and_not_repeated(counter: Counter, model: OrdersModel, qtbot: QtBot) -> None:
    def busy(after: PageKey | None, limit: int) -> tuple[OrderRow, ...]:
        raise StoreBusy("store.sqlite3")

    with qtbot.waitSignal(model.failed) as failed:
        model.load(busy)
    assert isinstance(failed.args[0] if failed.args else None, StoreBusy)
    assert not model.canFetchMore()


def test_cells(counter: Counter, model: OrdersModel, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_won", 1_234_000, paid_at=NOW - HOUR))
    counter.shop.upstream.add(
        payment("imp_dollars", 48, "paypal", "paypal_v2", currency="USD", paid_at=NOW - 2 * HOUR)
    )
    counter.shop.upstream.add(payment("imp_test", sandbox=True, paid_at=NOW - 3 * HOUR))
    counter.load()
    show(counter, model, qtbot)
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
        alignment = Qt.AlignmentFlag(model.data(model.index(0, column), Qt.ItemDataRole.TextAlignmentRole))
        assert bool(alignment & right) == (column in {PAID, REFUNDED, REFUNDABLE})


def test_an_open_refund_goes_before_the_payments_state(
    counter: Counter, model: OrdersModel, qtbot: QtBot
) -> None:
    counter.shop.upstream.add(payment("imp_1", 10_000))
    counter.load()
    counter.shop.upstream.faults.next(Fault.LOST_REQUEST)
    assert counter.shop.refund("imp_1").state is RefundState.UNKNOWN
    show(counter, model, qtbot)
    assert cell(model, 0, STATE) == "◎ Checking"


def test_each_state_has_a_shape() -> None:
    assert set(STATE_MARKS) == set(RefundState)
    assert len(set(STATE_MARKS.values())) == len(RefundState), "told apart without colour"
    assert all(STATUS_MARKS.values())


def test_statuses_read_as_words(counter: Counter, model: OrdersModel, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_ready", 5_000, "vbank", "kcp", status=Status.READY))
    counter.load()
    show(counter, model, qtbot)
    assert cell(model, 0, STATE) == "◇ Unpaid"
    assert cell(model, 0, REFUNDABLE) == "–", "what never came in cannot go back"
