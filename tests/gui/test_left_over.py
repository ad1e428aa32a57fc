"""Confirmed and never sent, because the program ended: "Not sent, checking" until it was read."""

from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import RefundState
from refund_gui.ui.detail_pane import DetailPane
from refund_gui.ui.history_page import HistoryPage
from tests.gui.counter import Counter, child, text
from tests.gui.refund_desk import open_desk
from tests.gui.unclear import left_over

S = RefundState


def test_what_was_left_unsent_says_so_and_is_not_given_up_by_looking(counter: Counter, qtbot: QtBot) -> None:
    refund = left_over(counter)
    desk = open_desk(counter, qtbot, step="resultTitle")
    assert desk.reads("resultTitle") == "Not sent, checking"
    assert not desk.sees("tryAgainButton")
    assert desk.sees("checkNowButton")
    with qtbot.waitSignal(desk.window.closed):
        desk.push("closeButton")
    counter.settle(qtbot)
    assert counter.shop.state(refund) is S.PREPARED
    counter.shop.line.is_down = False
    again = open_desk(counter, qtbot)
    assert again.sees("submitButton")
    assert counter.shop.state(refund) is S.CANCELLED


def test_what_was_left_unsent_is_called_so_in_the_history(counter: Counter, qtbot: QtBot) -> None:
    refund = left_over(counter)
    page = HistoryPage(counter.terminal, counter.lanes)
    qtbot.addWidget(page)
    page.show()
    page.show_refund(refund.refund_id)
    counter.settle(qtbot)
    assert text(page, "historyTitle") == "Not sent, checking"
    assert text(page, "historyState") == "△ Not sent, checking"
    model = child(page, QTableView, "historyView").model()
    assert str(model.index(0, 5).data()) == "△ Not sent, checking"


def test_the_order_says_so_too(counter: Counter, qtbot: QtBot) -> None:
    left_over(counter)
    pane = DetailPane(counter.terminal, counter.lanes)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_order("imp_1")
    counter.settle(qtbot)
    assert text(pane, "openRefundState") == "Not sent, checking"
    assert "takes no other refund" in text(pane, "openRefundAdvice")
