"""The three answers: yes, no, and not known yet, which only upstream's record ends."""

import gc
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import RefundAccount, RefundState
from refund_gui.practice.faults import Fault
from refund_gui.ui.reading_clock import ReadingClock
from tests.gui.counter import Counter
from tests.gui.refund_desk import Desk, desk_for, open_desk


def not_sent(counter: Counter, qtbot: QtBot, pay_method: str = "card") -> Desk:
    """Confirmed while the line is down, which the reading before did not notice."""
    desk = desk_for(counter, qtbot, 32_000, pay_method)
    desk.fill("1000")
    if pay_method == "vbank":
        desk.fill_account()
    desk.submit()
    counter.shop.line.is_down = True
    desk.button("confirmButton").click()
    desk.until_titled("Not sent. Nothing happened.")
    counter.shop.line.is_down = False
    return desk


def test_a_lost_answer_is_checking_and_resolves_itself(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    counter.shop.upstream.faults.next(Fault.LOST_ANSWER)
    desk.refund("1000")
    desk.until_titled("Checking…")
    assert desk.reads("countdownLabel") == "Do not refund this in another way until 14:02:00 (2:00 left)."
    assert not desk.sees("tryAgainButton")
    counter.shop.clock.advance(2)
    assert counter.shop.reconciler.read_due() == ("imp_1",)
    desk.window.on_payment_changed("imp_1")
    desk.until_titled("Refund successful")
    assert not desk.sees("countdownLabel")
    assert desk.posts() == 1


def test_a_lost_request_ends_as_not_executed_after_two_readings(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    counter.shop.upstream.faults.next(Fault.LOST_REQUEST)
    desk.refund("1000")
    counter.shop.check_all(119)
    desk.window.on_payment_changed("imp_1")
    assert desk.reads("resultTitle") == "Checking…"
    counter.shop.clock.advance(1)
    desk.push("checkNowButton")
    desk.until_titled("Refund not executed")
    assert desk.stored()[0].state is RefundState.NOT_EXECUTED


def test_checking_now_without_a_network_says_so_and_stays(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    counter.shop.upstream.faults.next(Fault.LOST_ANSWER)
    desk.refund("1000")
    desk.until_seen("checkNowButton")
    counter.shop.line.is_down = True
    desk.push("checkNowButton")
    desk.until_seen("resultProblem")
    assert "cannot be reached" in desk.reads("resultProblem")
    assert desk.reads("resultTitle") == "Checking…"
    assert desk.button("checkNowButton").isEnabled()


def test_an_open_refund_is_shown_when_the_dialog_opens_again_also_offline(
    counter: Counter, qtbot: QtBot
) -> None:
    desk = desk_for(counter, qtbot)
    counter.shop.upstream.faults.next(Fault.LOST_REQUEST)
    desk.refund("1000")
    assert open_desk(counter, qtbot, step="checkNowButton").reads("resultTitle") == "Checking…"
    counter.shop.line.is_down = True
    assert open_desk(counter, qtbot, step="checkNowButton").reads("resultTitle") == "Checking…"


def test_not_sent_is_tried_again_with_the_same_checksum(counter: Counter, qtbot: QtBot) -> None:
    desk = not_sent(counter, qtbot, "vbank")
    assert not desk.sees("bankFields"), "the account is still at hand"
    desk.until_armed("tryAgainButton")
    desk.push("tryAgainButton")
    desk.until_titled("Refund accepted, due 11/19")
    [refund] = desk.stored()
    first, second = counter.shop.store.refunds.attempts(refund.refund_id)
    assert first.checksum == second.checksum == refund.checksum
    assert desk.posts() == 1
    assert len(counter.shop.upstream.history("imp_1")) == 1


def test_a_held_enter_never_tries_again(counter: Counter, qtbot: QtBot) -> None:
    desk = not_sent(counter, qtbot)
    desk.until_armed("tryAgainButton")
    desk.go_to("tryAgainButton")
    for _ in range(10):
        desk.press(Qt.Key.Key_Return)
    assert desk.posts() == 0
    assert desk.sees("tryAgainButton")


def test_after_reopening_the_account_is_typed_once_more(counter: Counter, qtbot: QtBot) -> None:
    not_sent(counter, qtbot, "vbank")
    desk = open_desk(counter, qtbot, step="tryAgainButton")
    desk.until_seen("bankFields")
    desk.until_armed("tryAgainButton")
    desk.button("tryAgainButton").click()
    assert desk.reads("refundAccountError") == "Enter the account number."
    desk.fill_account()
    desk.put(refundAccountEdit="9990001230000", refundAccountAgainEdit="9990001230000")
    desk.until_armed("tryAgainButton")
    desk.button("tryAgainButton").click()
    assert "not the account that was confirmed" in desk.reads("resultProblem")
    for another in ({"refundHolderEdit": "박다른"}, {"refundBankCombo": "하나은행"}):
        desk.fill_account()
        desk.put(**another)
        desk.until_armed("tryAgainButton")
        desk.button("tryAgainButton").click()
        assert "not the account that was confirmed" in desk.reads("resultProblem")
    desk.fill_account()
    desk.until_armed("tryAgainButton")
    desk.button("tryAgainButton").click()
    desk.until_titled("Refund accepted, due 11/19")


def test_closing_on_not_sent_gives_the_refund_up(counter: Counter, qtbot: QtBot) -> None:
    desk = not_sent(counter, qtbot)
    with qtbot.waitSignals([desk.window.refund_changed, desk.window.closed]):
        desk.push("closeButton")
    assert desk.stored()[0].state is RefundState.CANCELLED
    again = open_desk(counter, qtbot)
    assert again.find(QLineEdit, "amountEdit").text() == ""


def test_keys_refused_twice_is_not_sent_and_says_why(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    counter.shop.upstream.faults.next(Fault.UNAUTHORIZED, times=2)
    desk.refund("1000")
    desk.until_titled("Not sent: the API keys were refused. Nothing happened.")
    assert desk.reads("resultMessage") == "Unauthorized"


def test_an_answer_that_cannot_be_saved_is_not_lost(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    counter.shop.full_disk("end_attempt")
    desk.refund("1000")
    assert desk.reads("resultTitle") == "The answer came, but could not be saved yet"
    assert not desk.sees("tryAgainButton")
    desk.push("checkNowButton")
    desk.until_titled("Refund successful")
    assert desk.posts() == 1


def test_a_disk_that_is_full_before_the_send_sends_nothing(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    counter.shop.full_disk("add")
    desk.fill("1000")
    desk.submit()
    desk.button("confirmButton").click()
    desk.until_seen("confirmError")
    assert "The disk is full" in desk.reads("confirmError")
    assert desk.posts() == 0
    assert desk.stored() == ()


def test_a_pg_that_acts_later_is_accepted_and_waits(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot, 10_000, "paypal", "paypal_v2")
    counter.shop.upstream.faults.next(Fault.ASYNCHRONOUS)
    desk.refund("1000")
    desk.until_titled("Accepted. Waiting for the PG")
    counter.shop.upstream.settle()
    desk.push("checkNowButton")
    desk.until_titled("Refund successful")


def test_a_refund_made_elsewhere_at_the_same_time_is_told(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.fill("1000")
    desk.submit()
    counter.shop.upstream.cancel_outside("imp_1", Decimal(4_000))
    desk.button("confirmButton").click()
    desk.until_titled("Changed meanwhile. Nothing was refunded here.")
    assert desk.reads("resultMessage").startswith("취소 가능 금액이 일치하지 않습니다.")


def test_an_answer_that_is_saved_later_is_shown_by_itself(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    counter.shop.full_disk("end_attempt")
    desk.refund("1000")
    assert desk.reads("resultTitle") == "The answer came, but could not be saved yet"
    clock = ReadingClock(counter.shop.rounds, counter.lanes, desk.main_window)
    clock.payments_read.connect(lambda imp_uids: desk.window.on_payment_changed(*imp_uids))
    clock.start()
    desk.until_titled("Refund successful")
    clock.stop()
    assert desk.posts() == 1


def test_trying_again_after_others_refunded_sends_nothing(counter: Counter, qtbot: QtBot) -> None:
    desk = not_sent(counter, qtbot)
    counter.shop.upstream.cancel_outside("imp_1", Decimal(1_000))
    desk.until_armed("tryAgainButton")
    desk.push("tryAgainButton")
    desk.until_seen("resultProblem")
    assert "has changed meanwhile" in desk.reads("resultProblem")
    assert desk.reads("resultTitle") == "Not sent. Nothing happened."
    assert desk.posts() == 0


def test_what_was_executed_late_is_told_before_anything_is_refunded_anew(
    counter: Counter, qtbot: QtBot
) -> None:
    desk = desk_for(counter, qtbot)
    counter.shop.upstream.faults.next(Fault.LATE, seconds=200)
    desk.refund("1000")
    counter.shop.check_all(121)
    assert desk.stored()[0].state is RefundState.NOT_EXECUTED
    counter.shop.clock.advance(200)
    again = open_desk(counter, qtbot)
    assert again.stored()[0].state is RefundState.SUCCEEDED
    assert "1,000원, Refunded" in again.reads("failuresNotice")
    assert not again.button("submitButton").isEnabled()


def test_no_account_outlives_its_attempt(counter: Counter, qtbot: QtBot) -> None:
    number = "9990007654321"  # no other test types it
    desk = desk_for(counter, qtbot, 32_000, "vbank")
    desk.fill_account()
    desk.put(refundAccountEdit=number, refundAccountAgainEdit=number)
    desk.refund("1000")
    desk.until_titled("Refund accepted, due 11/19")
    assert not [label for label in desk.window.findChildren(QLabel) if number in label.text()]
    everything = gc.get_objects()
    assert not [one for one in everything if isinstance(one, RefundAccount) and one.number == number]
