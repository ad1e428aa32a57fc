"""A person ends what no reading can decide."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import Refund, RefundState
from refund_gui.practice.faults import Fault
from refund_gui.settings import Settings
from refund_gui.ui.review_dialog import ReviewDialog
from tests.gui.counter import Counter, child
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
