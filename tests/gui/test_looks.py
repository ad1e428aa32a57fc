"""What is to be read can be read: columns as wide as their words, windows as high as their texts."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from refund_gui.domain.payment import DisplayStatus
from refund_gui.domain.refund import RefundState
from refund_gui.practice.faults import Fault
from refund_gui.ui.orders_page import OrdersPage
from tests.gui.counter import Counter, child
from tests.gui.shell import Program, options, rows
from tests.practice.shop_kit import payment

GOODS = 2
"""The column that takes what is left."""
STATE = 8


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("status", [DisplayStatus.AWAITING_PAYMENT, DisplayStatus.PARTLY_REFUNDED])
def test_no_word_of_a_column_is_cut(
    program: Program, tmp_path: Path, language: str, status: DisplayStatus
) -> None:
    window = program.open(options(tmp_path, practice=True), language).window
    program.wait(lambda: rows(window) > 0)
    statuses = child(window, QComboBox, "statusFilter")
    statuses.setCurrentIndex(statuses.findData(status.value))
    program.wait(lambda: 0 < rows(window) < 100)
    view = child(window, QTableView, "ordersView")
    for number in range(view.model().columnCount()):
        if number != GOODS:
            assert view.sizeHintForColumn(number) <= view.columnWidth(number), f"column {number}"


def test_an_open_refunds_state_is_not_cut_in_the_orders(counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_1", 10_000, "paypal", "paypal_v2"))
    counter.load()
    counter.shop.upstream.faults.next(Fault.ASYNCHRONOUS)
    assert counter.shop.refund("imp_1").state is RefundState.ACCEPTED
    page = OrdersPage(counter.terminal, counter.lanes)
    qtbot.addWidget(page)
    page.resize(1148, 700)
    page.show()
    counter.settle(qtbot)
    view = child(page, QTableView, "ordersView")
    assert str(view.model().index(0, STATE).data()) == "◈ Waiting for the PG"
    assert view.sizeHintForColumn(STATE) <= view.columnWidth(STATE)


def test_the_focus_frame_moves_nothing(program: Program, tmp_path: Path) -> None:
    window = program.open(options(tmp_path, practice=True)).window
    program.wait(lambda: rows(window) > 0)
    view = child(window, QTableView, "ordersView")
    before = view.viewport().geometry()
    view.setFocus()
    window.grab()  # the style looks at the focus when it draws
    assert view.hasFocus()
    assert view.viewport().geometry() == before
    assert before.left() == 2, "the frame of the focus has its place"


def test_a_long_answer_is_shown_whole(program: Program, tmp_path: Path) -> None:
    wizard = program.wizard(program.open(options(tmp_path, "http://127.0.0.1:1")).window)
    before = wizard.height()
    program.enter_keys(wizard)
    answer, secret = child(wizard, QLabel, "connectionResult"), child(wizard, QLineEdit, "impSecretEdit")
    program.wait(lambda: wizard.height() > before)
    program.wait(lambda: answer.height() >= answer.heightForWidth(answer.width()))
    assert secret.height() >= 32
