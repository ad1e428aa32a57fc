"""A person ends what no reading can decide."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import Refund, RefundState
from refund_gui.domain.tag import tagged
from refund_gui.practice.faults import Fault
from refund_gui.settings import Settings
from refund_gui.ui.history_page import HistoryPage
from refund_gui.ui.review_dialog import ReviewDialog
from tests.gui.counter import Counter, child, is_shown, text
from tests.gui.refund_desk import desk_for
from tests.practice.shop_kit import payment

SETTINGS = Settings(operators=("김점원",))


@pytest.fixture
def main_window(qtbot: QtBot) -> QWidget:
    """What the dialog belongs to: closed, it deletes itself."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


def in_review(counter: Counter, pay_method: str = "card", pg_provider: str = "html5_inicis") -> Refund:
    counter.shop.upstream.add(payment("imp_1", 10_000, pay_method, pg_provider))
    counter.shop.upstream.faults.next(Fault.WRONG_AMOUNT)
    refund = counter.shop.refund("imp_1", 3_000)
    assert refund.state is RefundState.NEEDS_REVIEW
    return refund


def open_review(counter: Counter, qtbot: QtBot, main_window: QWidget, refund: Refund) -> ReviewDialog:
    dialog = ReviewDialog(refund.refund_id, counter.terminal, counter.lanes, SETTINGS, main_window)
    dialog.show()
    qtbot.waitUntil(lambda: child(dialog, QLabel, "reviewTitle").text() == "Needs review")
    return dialog


def doubtful(counter: Counter, *outside: tuple[int, str]) -> Refund:
    """Our request of 3,000 was lost; others made these entries meanwhile, of which one may be ours."""
    counter.shop.upstream.add(payment("imp_1", 20_000, "card", "html5_inicis"))
    counter.shop.upstream.cancel_outside("imp_1", Decimal(1_000), "전에 있던 환불")
    counter.shop.upstream.faults.next(Fault.LOST_REQUEST)
    refund = counter.shop.refund("imp_1", 3_000)
    for amount, reason in outside:
        counter.shop.upstream.cancel_outside("imp_1", Decimal(amount), reason)
    counter.shop.reconciler.check(refund.refund_id)
    assert counter.shop.state(refund) is RefundState.NEEDS_REVIEW
    return refund


def candidates(dialog: ReviewDialog) -> list[str]:
    """What each candidate is called, from top to bottom."""
    box = child(dialog, QWidget, "candidatesBox")
    buttons = box.findChildren(QRadioButton)
    assert [button.objectName() for button in buttons] == [
        f"choiceCandidate{number}" for number in range(1, len(buttons) + 1)
    ]
    assert box.isVisible() == bool(buttons)
    return [button.accessibleName() for button in buttons]


def decide(dialog: ReviewDialog, choice: str, reason: str) -> None:
    child(dialog, QRadioButton, choice).click()
    child(dialog, QLineEdit, "reviewReasonEdit").setText(reason)
    child(dialog, QPushButton, "decideButton").click()


def test_what_was_sent_and_what_upstream_shows(counter: Counter, qtbot: QtBot, main_window: QWidget) -> None:
    refund = in_review(counter)
    dialog = open_review(counter, qtbot, main_window, refund)
    sent, record = child(dialog, QLabel, "reviewSent").text(), child(dialog, QLabel, "reviewRecord").text()
    assert "3,000원" in sent
    assert refund.tag in sent
    assert "(has this refund's tag)" in record
    assert child(dialog, QLabel, "reviewFreshness").text() == "Read just now."


@pytest.mark.parametrize(
    ("choice", "state"),
    [("choiceSucceeded", RefundState.SUCCEEDED), ("choiceNotExecuted", RefundState.NOT_EXECUTED)],
)
def test_a_decision_is_written_down_with_its_reason(
    counter: Counter, qtbot: QtBot, main_window: QWidget, choice: str, state: RefundState
) -> None:
    refund = in_review(counter)
    dialog = open_review(counter, qtbot, main_window, refund)
    with qtbot.waitSignal(dialog.decided) as decided:
        decide(dialog, choice, "이니시스 상점관리자에서 확인")
    assert decided.args == ["imp_1"]
    detail = counter.shop.history.detail(refund.refund_id)
    assert detail.refund.state is state
    assert (detail.events[-1].detail, detail.events[-1].who) == ("이니시스 상점관리자에서 확인", "김점원")


def test_no_decision_without_a_choice_and_a_reason(
    counter: Counter, qtbot: QtBot, main_window: QWidget
) -> None:
    refund = in_review(counter)
    dialog = open_review(counter, qtbot, main_window, refund)
    assert not child(dialog, QPushButton, "decideButton").isEnabled()
    decide(dialog, "choiceSucceeded", "  ")
    assert child(dialog, QLabel, "reviewReasonError").text() == "Enter a reason."
    assert counter.shop.state(refund) is RefundState.NEEDS_REVIEW


def test_waiting_is_a_choice_only_where_the_pg_acts_later(
    counter: Counter, qtbot: QtBot, main_window: QWidget
) -> None:
    dialog = open_review(counter, qtbot, main_window, in_review(counter))
    assert not child(dialog, QRadioButton, "choiceAccepted").isVisible()


def test_a_pg_that_acts_later_can_be_waited_for(counter: Counter, qtbot: QtBot, main_window: QWidget) -> None:
    refund = in_review(counter, "paypal", "paypal_v2")
    dialog = open_review(counter, qtbot, main_window, refund)
    assert child(dialog, QRadioButton, "choiceAccepted").isVisible()
    with qtbot.waitSignal(dialog.decided):
        decide(dialog, "choiceAccepted", "PG 대기 중")
    assert counter.shop.state(refund) is RefundState.ACCEPTED


def test_without_a_network_the_saved_record_is_shown_and_called_so(
    counter: Counter, qtbot: QtBot, main_window: QWidget
) -> None:
    refund = in_review(counter)
    counter.shop.line.is_down = True
    dialog = open_review(counter, qtbot, main_window, refund)
    assert child(dialog, QLabel, "reviewFreshness").text() == (
        "Not read afresh, this is what was saved: PortOne cannot be reached"
    )


def test_the_refund_dialog_leads_there_and_follows(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    counter.shop.upstream.faults.next(Fault.WRONG_AMOUNT)
    desk.refund("3000")
    desk.until_titled("Needs review")
    desk.push("reviewButton")
    [dialog] = desk.window.findChildren(ReviewDialog)
    qtbot.waitUntil(lambda: child(dialog, QRadioButton, "choiceSucceeded").isEnabled())
    decide(dialog, "choiceSucceeded", "콘솔에서 확인")
    desk.until_titled("Refund successful")


def test_the_evidence_stands_side_by_side(counter: Counter, qtbot: QtBot, main_window: QWidget) -> None:
    refund = doubtful(counter, (500, "배송비"), (3_000, "전화로 요청"), (3_000, ""))
    dialog = open_review(counter, qtbot, main_window, refund)
    assert text(dialog, "reviewSent").splitlines() == [
        "Amount: 3,000원",
        "Confirmed: 2025-11-18 14:00",
        f"Tag: {refund.tag}",
        "Reason: 고객 변심",
        "Refunded by: 김점원, 계산대 1",
        "Attempt 1, 14:00:00: No clear answer",
        "RemoteProtocolError",
    ]
    when = "2025-11-18 14:00"
    assert text(dialog, "reviewRecord").splitlines() == [
        "Paid: 20,000원",
        "Refunded: 7,500원",
        "Left at PortOne: 12,500원",
        f"○ 1,000원, {when}, reason: 전에 있던 환불 (was there before)",
        f"● 500원, {when}, reason: 배송비 (new)",
        f"▶ 3,000원, {when}, reason: 전화로 요청 (may be this refund)",
        f"▶ 3,000원, {when}, no reason (may be this refund)",
    ]
    sent, record = child(dialog, QLabel, "reviewSent"), child(dialog, QLabel, "reviewRecord")
    assert sent.mapTo(dialog, sent.rect().topRight()).x() < record.mapTo(dialog, record.rect().topLeft()).x()
    assert candidates(dialog) == [
        f"This is our refund: 3,000원, {when}, reason: 전화로 요청",
        f"This is our refund: 3,000원, {when}, no reason",
    ]


@pytest.mark.parametrize("number", [1, 2])
def test_a_chosen_candidate_is_the_refunds_entry(
    counter: Counter, qtbot: QtBot, main_window: QWidget, number: int
) -> None:
    refund = doubtful(counter, (3_000, "전화로 요청"), (3_000, ""))
    dialog = open_review(counter, qtbot, main_window, refund)
    with qtbot.waitSignal(dialog.decided):
        decide(dialog, f"choiceCandidate{number}", "이니시스에서 확인")
    decided = counter.shop.reconciler.stored(refund.refund_id)
    assert decided.state is RefundState.SUCCEEDED
    stored = counter.shop.store.payments.get("imp_1")
    assert stored is not None
    assert decided.cancellation_id == stored.cancellations[number].key


def test_without_a_candidate_no_entry_is_claimed(
    counter: Counter, qtbot: QtBot, main_window: QWidget
) -> None:
    refund = doubtful(counter, (3_000, ""))
    dialog = open_review(counter, qtbot, main_window, refund)
    assert (
        child(dialog, QRadioButton, "choiceSucceeded").accessibleName()
        == "It was refunded, and is not in PortOne's record"
    )
    with qtbot.waitSignal(dialog.decided):
        decide(dialog, "choiceSucceeded", "통장에서 확인")
    assert counter.shop.reconciler.stored(refund.refund_id).cancellation_id == ""


def test_another_amount_with_our_tag_is_no_candidate_and_is_named(
    counter: Counter, qtbot: QtBot, main_window: QWidget
) -> None:
    dialog = open_review(counter, qtbot, main_window, in_review(counter))
    assert candidates(dialog) == []
    assert "another amount" in child(dialog, QRadioButton, "choiceSucceeded").accessibleName()


def test_the_keyboard_alone_is_enough(counter: Counter, qtbot: QtBot, main_window: QWidget) -> None:
    refund = doubtful(counter, (3_000, "전화로 요청"), (3_000, ""))
    dialog = open_review(counter, qtbot, main_window, refund)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    child(dialog, QLabel, "reviewTitle").setFocus()

    def focused() -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(key: Qt.Key) -> str:
        QTest.keyClick(focused(), key)
        return focused().objectName()

    assert press(Qt.Key.Key_Tab) == "choiceCandidate1"
    press(Qt.Key.Key_Space)
    assert press(Qt.Key.Key_Down) == "choiceCandidate2", "across the box, by arrows"
    assert press(Qt.Key.Key_Down) == "choiceSucceeded"
    assert press(Qt.Key.Key_Up) == "choiceCandidate2"
    assert child(dialog, QRadioButton, "choiceCandidate2").isChecked()
    assert press(Qt.Key.Key_Return) == "reviewReasonEdit", "Enter goes on and decides nothing"
    QTest.keyClicks(focused(), "found in the PG console")
    names = [press(Qt.Key.Key_Tab) for _ in range(2)]
    assert names == ["reviewCloseButton", "decideButton"]
    with qtbot.waitSignal(dialog.decided):
        press(Qt.Key.Key_Space)
    assert counter.shop.state(refund) is RefundState.SUCCEEDED


def test_evidence_that_comes_while_it_is_open_is_shown_and_the_choice_stays(
    counter: Counter, qtbot: QtBot, main_window: QWidget
) -> None:
    refund = doubtful(counter, (3_000, "전화로 요청"))
    dialog = open_review(counter, qtbot, main_window, refund)
    child(dialog, QRadioButton, "choiceCandidate1").click()
    counter.shop.upstream.cancel_outside("imp_1", Decimal(3_000), "나중에")
    counter.shop.reconciler.check(refund.refund_id)
    dialog.on_payment_changed("imp_other")
    dialog.on_payment_changed("imp_1")
    qtbot.waitUntil(lambda: len(candidates(dialog)) == 2)
    assert child(dialog, QRadioButton, "choiceCandidate1").isChecked()
    assert child(dialog, QPushButton, "decideButton").isEnabled()
    counter.shop.upstream.cancel_outside("imp_1", Decimal(3_000), tagged(refund.tag, "고객 변심"))
    counter.shop.reconciler.check(refund.refund_id)
    assert counter.shop.state(refund) is RefundState.SUCCEEDED
    dialog.on_payment_changed("imp_1")
    qtbot.waitUntil(lambda: text(dialog, "reviewTitle") == "Refund successful")
    assert not child(dialog, QPushButton, "decideButton").isEnabled()
    assert not child(dialog, QRadioButton, "choiceNotExecuted").isEnabled()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("size", [QSize(960, 660), QSize(480, 320)])
def test_every_text_is_shown_whole_or_can_be_scrolled_to(
    counter: Counter,
    qtbot: QtBot,
    main_window: QWidget,
    speak: Callable[[str], None],
    language: str,
    size: QSize,
) -> None:
    """At 200 % a small screen has 512 by 350 pixels of these."""
    speak(language)
    reason = "고객이 상자가 젖은 것을 보고 전화로 환불을 요청하여 콘솔에서 직접 취소함"
    refund = doubtful(counter, (3_000, reason))
    dialog = ReviewDialog(refund.refund_id, counter.terminal, counter.lanes, SETTINGS, main_window)
    dialog.resize(size)
    dialog.show()
    qtbot.waitUntil(lambda: is_shown(dialog, "candidatesBox"))
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    assert len(labels) >= 10
    qtbot.waitUntil(lambda: all(label.height() >= label.heightForWidth(label.width()) for label in labels))
    assert dialog.size() == size, "it fits"
    area = dialog.findChildren(QScrollArea)[0]
    assert area.horizontalScrollBar().maximum() == 0
    assert (area.verticalScrollBar().maximum() > 0) == (size.height() < 400)
    decide_button = child(dialog, QPushButton, "decideButton")
    assert dialog.rect().contains(decide_button.geometry()), "always in sight"


def test_it_speaks_korean(
    counter: Counter, qtbot: QtBot, main_window: QWidget, speak: Callable[[str], None]
) -> None:
    dialog = open_review(counter, qtbot, main_window, doubtful(counter, (3_000, "전화로 요청")))
    speak("ko")
    qtbot.waitUntil(lambda: text(dialog, "sentName") == "보낸 내용")
    assert candidates(dialog) == ["이것이 우리가 한 환불입니다: 3,000원, 2025-11-18 14:00, 사유: 전화로 요청"]
    assert (
        child(dialog, QRadioButton, "choiceSucceeded").accessibleName()
        == "환불되었지만 포트원 기록에는 없습니다"
    )
    assert "(전부터 있던 기록)" in text(dialog, "reviewRecord")


def test_a_label_of_a_choice_can_be_clicked(counter: Counter, qtbot: QtBot, main_window: QWidget) -> None:
    dialog = open_review(counter, qtbot, main_window, in_review(counter))
    choice = child(dialog, QRadioButton, "choiceNotExecuted")
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton, pos=choice.rect().center())
    assert choice.isChecked()


def test_the_history_leads_to_the_decision_as_long_as_one_is_needed(counter: Counter, qtbot: QtBot) -> None:
    refund = in_review(counter)
    page = HistoryPage(counter.terminal, counter.lanes)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.show_refund(refund.refund_id)
    counter.settle(qtbot)
    with qtbot.waitSignal(page.review_requested) as asked:
        child(page, QPushButton, "historyReviewButton").click()
    assert asked.args == [refund.refund_id]
    counter.shop.upstream.add(payment("imp_2", 9_000))
    page.show_refund(counter.shop.refund("imp_2", 4_000).refund_id)
    counter.settle(qtbot)
    assert is_shown(page, "historyReceiptButton")
    assert not is_shown(page, "historyReviewButton")
