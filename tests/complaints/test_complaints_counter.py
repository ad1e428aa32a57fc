"""What users of refund screens complain of, as they meet it in the window (see `test_complaints.py`)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import RefundState
from refund_gui.domain.request import RefundRequest
from refund_gui.domain.states import DisplayStatus
from refund_gui.practice.records import Status
from refund_gui.practice.sample_shop import CARD, KOREAN_ORDER, KOREAN_ORDER_NUMBER, PARTLY_REFUNDED
from refund_gui.ui.confirm_button import ARM_AFTER
from refund_gui.ui.words import state_name, status_name
from tests.gui.counter import Counter, child, is_shown, text
from tests.gui.refund_desk import Desk, desk_for, open_desk
from tests.gui.shell import Opened, Program, options, rows
from tests.gui.test_scan import Hands
from tests.practice.shop_kit import payment

_LARGE = 1.5
"""Times the size of what stands beside it."""


def at_last_look(counter: Counter, qtbot: QtBot) -> Desk:
    """7,000 of 32,000 won, at the confirmation."""
    record = payment("imp_1", 32_000, "card", "html5_inicis")
    record.fields |= {"buyer_name": "김가람", "card_name": "하나카드", "card_number": "433012******1234"}
    counter.shop.upstream.add(record)
    desk = open_desk(counter, qtbot)
    desk.fill("7000")
    desk.button("submitButton").click()
    return desk


def test_complaint_10_the_confirmation_repeats_everything_in_large_digits(
    counter: Counter, qtbot: QtBot
) -> None:
    desk = at_last_look(counter, qtbot)
    assert desk.reads("confirmAmount") == "7,000원"
    assert "7,000원" in desk.button("confirmButton").text()
    shown = {name: desk.find(QWidget, name).property("text") for name in ("confirmBuyer", "confirmRemains")}
    assert shown == {"confirmBuyer": "김가람", "confirmRemains": "25,000원"}
    method = str(desk.find(QWidget, "confirmMethod").property("text"))
    assert "하나카드" in method
    assert "1234" in method


def test_complaint_10_the_amount_is_the_largest_thing(program: Program, tmp_path: Path) -> None:
    """With the program's own style."""
    opened = practice(program, tmp_path)
    opened.window.show_refund(CARD)
    dialog = Hands(program, opened).until_open(CARD)
    child(dialog, QPushButton, "fullAmountButton").click()
    child(dialog, QLineEdit, "noteEdit").setText("")
    child(dialog, QWidget, "reasonCombo").setProperty("currentText", "고객 변심")
    child(dialog, QPushButton, "submitButton").click()
    amount = child(dialog, QLabel, "confirmAmount")
    program.wait(amount.isVisible)
    others = [label for label in dialog.findChildren(QLabel) if label.isVisible() and label is not amount]
    assert others
    assert amount.font().pointSizeF() > max(label.font().pointSizeF() for label in others)
    assert amount.font().pointSizeF() >= _LARGE * dialog.font().pointSizeF()


def test_complaint_10_the_button_arms_late_and_takes_one_press(counter: Counter, qtbot: QtBot) -> None:
    since = QElapsedTimer()
    since.start()
    desk = at_last_look(counter, qtbot)
    confirm = desk.button("confirmButton")
    assert not confirm.isEnabled()
    QTest.mouseClick(confirm, Qt.MouseButton.LeftButton)
    assert desk.posts() == 0
    desk.until_armed("confirmButton")
    assert since.elapsed() >= ARM_AFTER
    QTest.mouseDClick(confirm, Qt.MouseButton.LeftButton)
    QTest.mouseClick(confirm, Qt.MouseButton.LeftButton)
    desk.until_titled("Refund successful")
    assert desk.posts() == 1


def practice(program: Program, tmp_path: Path) -> Opened:
    opened = program.open(options(tmp_path, practice=True))
    program.wait(lambda: rows(opened.window) > 0 and "Up to date" in text(opened.window, "syncStatus"))
    return opened


def found(program: Program, opened: Opened, searched: str) -> list[str]:
    """The order numbers that the list shows for a search, once it has answered."""
    window = opened.window
    child(window, QLineEdit, "searchEdit").setText(searched)
    Hands(program, opened).settle()
    model = child(window, QTableView, "ordersView").model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def test_complaint_14_an_order_is_found_by_any_part_of_it(program: Program, tmp_path: Path) -> None:
    opened = practice(program, tmp_path)
    order = opened.shop.store.payments.get(PARTLY_REFUNDED)
    assert order is not None
    assert order.display_status is DisplayStatus.PARTLY_REFUNDED, "a refunded one, too"
    tel = "".join(filter(str.isdigit, order.buyer_tel))
    parts = [order.merchant_uid[3:-1], order.buyer_name, order.goods[:3], tel[-4:], order.imp_uid]
    parts += [order.apply_num[2:]] if order.apply_num else []
    for part in parts:
        assert part
        assert order.merchant_uid in found(program, opened, part), part


def test_complaint_14_a_fully_refunded_order_is_found_and_says_so(program: Program, tmp_path: Path) -> None:
    opened = practice(program, tmp_path)
    refunding = opened.shop.terminal.refunding
    offer = refunding.offer(CARD)
    hands = Hands(program, opened)

    refund = refunding.refund(offer, RefundRequest(CARD, offer.payment.balance, "품절"))
    assert refund.state is RefundState.SUCCEEDED
    opened.window.on_payments_read((CARD,))
    number = hands.order_no(CARD)
    assert number in found(program, opened, number[2:])
    opened.window.activateWindow()
    program.wait(opened.window.isActiveWindow)
    hands.focus("navOrders")
    hands.scan(number)
    program.wait(lambda: hands.dialogs() == [CARD])
    dialog = hands.opened.window.findChildren(QWidget, "refundDialog")[0]
    program.wait(lambda: is_shown(dialog, "ruleNotice"))
    assert text(dialog, "ruleNotice").startswith("This order has already been fully refunded.")
    assert not child(dialog, QPushButton, "submitButton").isEnabled()


def test_complaint_14_a_scan_leads_to_the_order_from_anywhere(program: Program, tmp_path: Path) -> None:
    opened = practice(program, tmp_path)
    opened.window.activateWindow()
    program.wait(opened.window.isActiveWindow)
    child(opened.window, QPushButton, "navHistory").click()
    hands = Hands(program, opened)
    hands.focus("navHistory")
    hands.scan(KOREAN_ORDER_NUMBER)
    hands.until_open(KOREAN_ORDER)


def everything_shown(widget: QWidget) -> str:
    """All texts that are on screen, names for screen readers among them."""
    parts = [part for part in (widget, *widget.findChildren(QWidget)) if part.isVisible()]
    return "\n".join(f"{part.property('text') or ''} {part.accessibleName()}" for part in parts)


@pytest.mark.parametrize(("code", "wrong"), [("ko", "취소"), ("en", "ancelled")])
def test_complaint_15_a_partial_refund_never_shows_as_cancelled(
    program: Program, tmp_path: Path, code: str, wrong: str
) -> None:
    opened = program.open(options(tmp_path, practice=True), code)
    window = opened.window
    program.wait(lambda: rows(window) > 0 and child(window, QPushButton, "syncButton").isEnabled())
    order = opened.shop.store.payments.get(PARTLY_REFUNDED)
    assert order is not None
    assert order.status == Status.CANCELLED, "upstream's own word for it"
    child(window, QLineEdit, "searchEdit").setText(PARTLY_REFUNDED)
    Hands(program, opened).settle()
    view = child(window, QTableView, "ordersView")
    program.wait(lambda: view.model().rowCount() == 1)
    view.selectRow(0)
    program.wait(lambda: is_shown(window, "detailState"))
    cells = [str(view.model().index(0, column).data()) for column in range(view.model().columnCount())]
    words = {"ko": "일부 환불", "en": "Partly refunded"}[code]
    assert words in cells[-1]
    assert words in text(window, "detailState")
    assert not [cell for cell in cells if wrong in cell]
    pane = child(window, QWidget, "detailPane")
    assert wrong not in everything_shown(pane)


@pytest.mark.parametrize("code", ["ko", "en"])
def test_complaint_15_each_state_has_a_word_of_its_own(speak: Callable[[str], None], code: str) -> None:
    speak(code)
    for names in ([status_name(each) for each in DisplayStatus], [state_name(each) for each in RefundState]):
        assert len(set(names)) == len(names)
    assert "취소" not in status_name(DisplayStatus.PARTLY_REFUNDED)
    assert status_name(DisplayStatus.PARTLY_REFUNDED) != status_name(DisplayStatus.FULLY_REFUNDED)


def test_complaint_15_a_part_that_was_just_refunded_is_called_so(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot, 32_000)
    desk.refund("7000")
    desk.until_titled("Refund successful")
    [row] = counter.rows()
    assert row.status is DisplayStatus.PARTLY_REFUNDED
