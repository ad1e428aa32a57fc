"""The main job in the dialog, by keyboard, on the real store, client and stand-in."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from refund_gui.domain.outside import OutsideWay
from refund_gui.domain.refund import RefundState
from refund_gui.practice.faults import Fault
from refund_gui.practice.records import Status
from refund_gui.settings import Settings
from refund_gui.ui.background import Lane
from tests.domain.made_up import won
from tests.gui.counter import Counter
from tests.gui.refund_desk import HeldLine, desk_for, open_desk
from tests.practice.shop_kit import payment

EVERYTHING = ("submitButton", "confirmButton", "progressBar", "resultTitle", "retryButton")


def test_a_card_refund_in_part_by_keyboard(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot, 58_000, "card", "tosspayments")
    assert desk.reads("refundableLabel") == "58,000원"
    assert desk.reads("orderLabel") == "order-imp_1"
    assert not desk.sees("bankFields")
    assert desk.focus().objectName() == "amountEdit"
    desk.type("7000")
    assert desk.find(QLineEdit, "amountEdit").text() == "7,000"
    desk.press(Qt.Key.Key_Return)
    assert desk.focus().objectName() == "reasonCombo"
    desk.type("고객 변심")
    desk.press(Qt.Key.Key_Return)
    assert desk.focus().objectName() == "noteEdit"
    desk.push("submitButton")
    assert desk.reads("confirmAmount") == "7,000원"
    assert desk.reads("confirmRemains") == "51,000원"
    assert "three to five business days" in desk.reads("confirmArrival")
    desk.until_armed("confirmButton")
    desk.push("confirmButton")
    desk.until_titled("Refund successful")
    [refund] = desk.stored()
    desk.until(lambda: "51,000원" in desk.reads("resultProof"))
    for proof in (refund.tag, refund.cancellation_id, "58,000원", "김점원"):
        assert proof in desk.reads("resultProof")
    [entry] = counter.shop.upstream.history("imp_1")
    assert entry.amount == 7_000
    assert entry.reason == f"[{refund.tag}] 고객 변심"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the list of banks pops up
def test_a_virtual_account_refund_in_full_by_keyboard(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot, 32_000, "vbank", "html5_inicis")
    desk.push("fullAmountButton")
    assert desk.find(QLineEdit, "amountEdit").text() == "32,000"
    desk.type("상품 품절")
    for name, text in (
        ("refundBankCombo", "신한은행"),
        ("refundAccountEdit", "999-0001-234567"),
        ("refundAccountAgainEdit", "9990001234567"),
        ("refundHolderEdit", "김가람"),
    ):
        desk.go_to(name)
        desk.type(text)
    desk.push("submitButton")
    assert desk.reads("confirmAccount") == "9990001234567", "in full, once, to be compared"
    assert desk.reads("confirmBank") == "신한은행 (88)"
    desk.until_armed("confirmButton")
    desk.push("confirmButton")
    desk.until_titled("Refund accepted, due 11/19")
    shown = " ".join(widget.text() for widget in desk.window.findChildren(QLineEdit))
    assert "9990001234567" not in shown + desk.reads("resultProof")
    assert "****4567" in desk.reads("resultProof")
    assert counter.shop.upstream.history("imp_1")[0].amount == 32_000


def test_a_refusal_is_shown_word_for_word(counter: Counter, qtbot: QtBot) -> None:
    text = "[8178] 취소 금액보다 상계가능 정산금액 부족 <b>으로</b> 취소 불가합니다."
    counter.shop.upstream.add(payment("imp_1", 9_000, "card", "kcp", pg_refusal=text))
    desk = open_desk(counter, qtbot)
    desk.refund("9000")
    desk.until_titled("Refund refused")
    assert desk.reads("resultMessage") == f"결제취소에 실패하였습니다. {text}"
    assert desk.find(QWidget, "resultMessage").property("textFormat") == Qt.TextFormat.PlainText
    assert not desk.sees("tryAgainButton")


def test_after_a_refusal_the_dialog_asks_once_more(counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_1", 9_000, "card", "kcp", pg_refusal="[8178] 정산금액 부족"))
    open_desk(counter, qtbot).refund("9000")
    desk = open_desk(counter, qtbot)
    assert "NHN KCP" in desk.reads("failuresNotice")
    assert not desk.button("submitButton").isEnabled()
    desk.push("askAgainCheck")
    assert desk.button("submitButton").isEnabled()


def test_only_the_step_on_screen_can_be_seen(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)

    def seen() -> list[str]:
        return [name for name in EVERYTHING if desk.sees(name)]

    assert seen() == ["submitButton"]
    desk.fill("1000")
    desk.submit()
    assert seen() == ["confirmButton"]
    counter.shop.line = line = HeldLine(counter.shop.line)  # type: ignore[assignment]  # the same to a client
    desk.button("confirmButton").click()
    assert seen() == ["progressBar"]
    line.released.set()
    desk.until_seen("resultTitle")
    assert seen() == ["resultTitle"]


def test_going_back_keeps_what_was_typed(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot, 32_000, "vbank")
    desk.fill("5000", "배송 지연")
    desk.fill_account()
    desk.submit()
    desk.push("backButton")
    assert desk.find(QLineEdit, "amountEdit").text() == "5,000"
    assert desk.find(QComboBox, "reasonCombo").currentText() == "배송 지연"
    assert desk.find(QLineEdit, "refundAccountAgainEdit").text() == "9990001234567"
    desk.submit()
    desk.press(Qt.Key.Key_Escape)
    assert desk.sees("amountEdit"), "Escape leads back too"
    assert desk.posts() == 0


def test_closing_is_refused_while_sending(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.fill("1000")
    desk.submit()
    counter.shop.line = line = HeldLine(counter.shop.line)  # type: ignore[assignment]  # the same to a client
    desk.button("confirmButton").click()
    assert not desk.sees("sendingNotice")
    assert not desk.window.close()
    assert desk.reads("sendingNotice").startswith("This stays open")
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.isVisible()
    line.released.set()
    desk.until_titled("Refund successful")
    with qtbot.waitSignal(desk.window.closed) as closed:
        desk.push("closeButton")
    assert closed.args == ["imp_1"]


def test_a_moved_balance_asks_again_and_keeps_the_text(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot, 12_000)
    desk.fill("12000", "중복 결제")
    desk.submit()
    counter.shop.upstream.cancel_outside("imp_1", payment().amount / 2)
    counter.shop.clock.advance(31)
    desk.button("confirmButton").click()
    desk.until_seen("movedNotice")
    assert "12,000원" in desk.reads("movedNotice")
    assert "7,000원" in desk.reads("movedNotice")
    assert desk.reads("refundableLabel") == "7,000원"
    assert desk.find(QLineEdit, "amountEdit").text() == "12,000"
    assert desk.reads("amountError") == "At most 7,000원 can be refunded."
    assert desk.find(QComboBox, "reasonCombo").currentText() == "중복 결제"
    assert desk.posts() == 0


def test_what_was_noted_as_refunded_outside_is_nowhere_called_refundable(
    counter: Counter, qtbot: QtBot
) -> None:
    shop = counter.shop
    shop.upstream.add(payment("imp_1", 12_000))
    shop.refunding.offer("imp_1")
    shop.terminal.outside.note("imp_1", won(3_000), shop.today(), OutsideWay.CASH, "", "")
    desk = open_desk(counter, qtbot)
    desk.fill("9000")
    desk.submit()
    shop.upstream.cancel_outside("imp_1", Decimal(1_000))
    shop.clock.advance(31)
    desk.button("confirmButton").click()
    desk.until_seen("movedNotice")
    assert "9,000원 was refundable, now it is 8,000원" in desk.reads("movedNotice")
    desk.refund("5000")
    desk.until_titled("Refund successful")
    desk.until(lambda: "Refundable now" in desk.reads("resultProof"))
    assert "Refundable before: 8,000원\nRefundable now: 3,000원" in desk.reads("resultProof")


def test_fully_refunded_is_said_and_the_button_is_dead(counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_1", 5_000))
    counter.shop.upstream.cancel_outside("imp_1", payment("x", 5_000).amount)
    desk = open_desk(counter, qtbot)
    assert desk.reads("ruleNotice").splitlines()[0] == "This order has already been fully refunded."
    assert not desk.button("submitButton").isEnabled()
    assert not desk.sees("amountEdit")


def test_not_paid_yet_is_said(counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_1", 5_000, "vbank", "kcp", status=Status.READY))
    desk = open_desk(counter, qtbot)
    assert "not been paid" in desk.reads("ruleNotice")
    assert desk.reads("refundableLabel") == "–"
    assert not desk.button("submitButton").isEnabled()


def test_a_phone_payment_is_not_promised_a_part(counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_1", 9_000, "phone", "danal"))
    desk = open_desk(counter, qtbot)
    assert "only as a whole" in desk.reads("ruleNotice")
    assert "up to the carrier" in desk.reads("ruleNotice")
    assert "a part of it" not in desk.reads("ruleNotice")


def test_a_promotion_is_refunded_in_whole_only(counter: Counter, qtbot: QtBot) -> None:
    record = payment("imp_1", 43_000)
    record.fields["promotion"] = {"id": "promotion-1", "discount": 3_000}
    counter.shop.upstream.add(record)
    desk = open_desk(counter, qtbot)
    assert "PortOne's console" in desk.reads("ruleNotice")
    desk.fill("1000")
    desk.button("submitButton").click()
    assert desk.reads("amountError") == "Only the whole amount, 43,000원, can be refunded here."
    desk.push("fullAmountButton")
    desk.submit()
    assert desk.reads("confirmAmount") == "43,000원"


def test_while_all_lanes_send_the_confirm_button_is_dead(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    held = [counter.hold(Lane.SENDS) for _ in range(4)]
    desk.fill("1000")
    desk.button("submitButton").click()
    assert desk.sees("lanesFullNotice")
    assert not desk.button("confirmButton").isEnabled()
    for one in held:
        one.set()
    desk.until_armed("confirmButton")
    assert not desk.sees("lanesFullNotice")


def test_a_press_at_the_moment_when_all_lanes_became_busy_sends_nothing(
    counter: Counter, qtbot: QtBot
) -> None:
    desk = desk_for(counter, qtbot)
    desk.fill("1000")
    desk.submit()
    held = [counter.hold(Lane.SENDS) for _ in range(4)]
    desk.button("confirmButton").click()
    assert desk.sees("lanesFullNotice")
    for one in held:
        one.set()
    desk.until_armed("confirmButton")
    assert (desk.posts(), desk.stored()) == (0, ())


def test_offline_the_dialog_says_that_it_needs_the_network(counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_1"))
    counter.shop.line.is_down = True
    desk = open_desk(counter, qtbot, step="retryButton")
    assert "needs the network" in desk.reads("loadingAdvice")
    counter.shop.line.is_down = False
    desk.push("retryButton")
    desk.until_seen("submitButton")


def test_an_unreadable_answer_before_the_send_leads_back_with_nothing_lost(
    counter: Counter, qtbot: QtBot
) -> None:
    desk = desk_for(counter, qtbot)
    desk.fill("1000")
    desk.submit()
    counter.shop.clock.advance(31)
    counter.shop.upstream.faults.next(Fault.HTML, on="/payments/imp_1")
    desk.button("confirmButton").click()
    desk.until_seen("confirmError")
    assert "could not be understood" in desk.reads("confirmError")
    assert desk.posts() == 0
    desk.until_armed("confirmButton")
    desk.button("confirmButton").click()
    desk.until_titled("Refund successful")


def test_operators_are_chosen_only_where_there_are_several(counter: Counter, qtbot: QtBot) -> None:
    assert not desk_for(counter, qtbot).sees("operatorCombo")
    desk = open_desk(counter, qtbot, Settings(operators=("김하나", "이두리")))
    desk.find(QComboBox, "operatorCombo").setCurrentText("이두리")
    desk.refund("1000")
    assert desk.stored()[0].operator == "이두리"


def test_the_message_for_the_customer_is_copied(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.refund("1000")
    desk.until(lambda: "9,000원" in desk.reads("resultProof"))
    desk.push("copyMessageButton")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("[가을상점] 1,000원 of your order order-imp_1 has been refunded.")


def test_each_control_has_a_name_and_no_button_waits_for_enter(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot, 32_000, "vbank", "smartro")
    for kind in (QLineEdit, QComboBox):
        for control in desk.window.findChildren(kind):
            assert control.accessibleName() or control.objectName() == "qt_spinbox_lineedit", control
    for button in desk.window.findChildren(QPushButton):
        assert not button.autoDefault()
        assert not button.isDefault()
        assert button.text()


def test_texts_are_set_anew_when_the_language_changes(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.fill("99000")
    assert desk.reads("amountError") == "At most 10,000원 can be refunded."
    QLocale.setDefault(QLocale(QLocale.Language.English))
    QGuiApplication.sendEvent(desk.window, QEvent(QEvent.Type.LanguageChange))
    assert desk.reads("amountError") == "At most ₩10,000 can be refunded."
    assert desk.reads("refundableLabel") == "₩10,000"
    assert desk.find(QLineEdit, "amountEdit").text() == "99,000"
    desk.fill("1000")
    desk.submit()
    QLocale.setDefault(QLocale(QLocale.Language.Korean, QLocale.Country.SouthKorea))
    QGuiApplication.sendEvent(desk.window, QEvent(QEvent.Type.LanguageChange))
    assert desk.reads("confirmAmount") == "1,000원"
    desk.button("confirmButton").click()
    desk.until_titled("Refund successful")
    assert desk.stored()[0].state is RefundState.SUCCEEDED
