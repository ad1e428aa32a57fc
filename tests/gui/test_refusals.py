"""A refusal on screen: upstream's words as they came, ours beside them, and texts that are copied."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import RefundState
from refund_gui.settings import Settings
from refund_gui.ui.history_page import HistoryPage
from tests.gui.counter import Counter, child, is_shown
from tests.gui.refund_desk import SETTINGS, Desk, desk_for, open_desk
from tests.practice.shop_kit import DAY, NOW, payment

SETTLEMENT = "[8178] 취소 금액보다 상계가능 정산금액 부족 으로 취소 불가합니다."


def refused(counter: Counter, qtbot: QtBot, words: str, settings: Settings = SETTINGS) -> Desk:
    """A refund that the PG refuses in these words."""
    counter.shop.upstream.add(payment("imp_1", 10_000, pg_provider="kcp", pg_refusal=words))
    desk = open_desk(counter, qtbot, settings)
    desk.refund("1000")
    return desk


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_a_refusal_shows_both_words(counter: Counter, qtbot: QtBot, speak: Callable[[str], None]) -> None:
    desk = refused(counter, qtbot, "[8392] 부분취소 불가 사이트")
    desk.until_titled("Refund refused")
    assert desk.reads("resultMessage") == "결제취소에 실패하였습니다. [8392] 부분취소 불가 사이트"
    assert "only as a whole" in desk.reads("resultAdvice")
    desk.until(lambda: "NHN KCP: 1544-8667" in desk.reads("resultAdvice"))
    assert not desk.sees("copyMailButton")
    assert not desk.sees("undoButton")
    speak("ko")
    desk.until(lambda: "부분 환불을 허용하지 않는 결제" in desk.reads("resultAdvice"))
    assert desk.reads("resultMessage").endswith("부분취소 불가 사이트")


def test_the_mail_is_copied_with_the_shops_webhook(counter: Counter, qtbot: QtBot) -> None:
    desk = refused(counter, qtbot, SETTLEMENT, replace(SETTINGS, enable_webhook=False))
    desk.until_seen("copyMailButton")
    desk.until(lambda: "order-imp_1" in proof(desk))
    desk.push("copyMailButton")
    assert desk.button("copyMailButton").text() == "Copied"
    [refund] = desk.stored()
    for fact in (
        "받는 사람: cs@portone.io",
        "가을상점입니다.",
        "- imp_uid: imp_1",
        "- 주문번호: order-imp_1",
        "- PG사: NHN KCP",
        "- 취소 금액: 1,000원",
        "- 취소 사유: 고객 변심",
        "- 웹훅 발송 여부: 아니요",
        f"2025-11-18 14:00 거절됨 (관리번호 {refund.tag})",
    ):
        assert fact in clipboard()


def proof(desk: Desk) -> str:
    return desk.reads("resultProof")


def test_words_of_doubt_end_at_a_person_and_never_say_safe(counter: Counter, qtbot: QtBot) -> None:
    desk = refused(counter, qtbot, "[8325] 통신오류, 잠시후 재시도 요망")
    desk.until_titled("Checking…")
    counter.shop.check_all(151)
    desk.window.on_payment_changed("imp_1")
    desk.until_titled("Needs review")
    assert "went wrong on the way" in desk.reads("resultAdvice")
    assert "safe" not in desk.reads("resultAdvice")
    assert desk.stored()[0].state is RefundState.NEEDS_REVIEW


def paid_yesterday(counter: Counter, qtbot: QtBot, pg_provider: str = "danal") -> Desk:
    counter.shop.upstream.add(payment("imp_1", 10_000, pg_provider=pg_provider, paid_at=NOW - DAY))
    desk = open_desk(counter, qtbot)
    desk.refund("10000")
    desk.until_titled("Refund successful")
    desk.until_seen("undoButton")
    return desk


def undo_dialog(window: QWidget) -> QDialog:
    return child(window, QDialog, "undoDialog")


def test_a_mistake_is_taken_back_by_a_text_to_the_pg(counter: Counter, qtbot: QtBot) -> None:
    desk = paid_yesterday(counter, qtbot)
    desk.push("undoButton")
    desk.button("undoButton").click()
    [dialog] = [one for one in desk.window.findChildren(QDialog, "undoDialog") if one.isVisible()]
    assert not dialog.isModal()
    assert child(dialog, QLabel, "undoTitle").text() == "Today the PG can still take this refund back."
    assert "Danal: 1566-3355" in child(dialog, QLabel, "undoAdvice").text()
    child(dialog, QPushButton, "copyUndoButton").click()
    assert clipboard() == child(dialog, QPlainTextEdit, "undoText").toPlainText()
    assert "- 취소 금액: 10,000원" in clipboard()
    assert "가을상점입니다." in clipboard()
    assert desk.stored()[0].cancellation_id in clipboard()
    with qtbot.waitSignal(dialog.destroyed):
        child(dialog, QPushButton, "closeUndoButton").click()


def test_after_midnight_it_says_that_it_is_too_late(
    counter: Counter, qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    desk = paid_yesterday(counter, qtbot)
    counter.shop.clock.advance(DAY)
    desk.button("undoButton").click()
    dialog = undo_dialog(desk.window)
    assert child(dialog, QLabel, "undoTitle").text() == "This refund cannot be taken back."
    assert not is_shown(dialog, "copyUndoButton")
    assert not is_shown(dialog, "undoText")
    speak("ko")
    title = child(dialog, QLabel, "undoTitle")
    qtbot.waitUntil(lambda: title.text() == "이 환불은 되돌릴 수 없습니다.")
    desk.window.on_payment_changed("imp_1")
    desk.until(lambda: not desk.sees("undoButton"))


def test_the_history_offers_both(counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_1", 10_000, pg_provider="danal", paid_at=NOW - DAY))
    counter.shop.upstream.add(payment("imp_2", 10_000, pg_provider="kcp", pg_refusal=SETTLEMENT))
    made, refusal = counter.shop.refund("imp_1"), counter.shop.refund("imp_2")
    page = HistoryPage(counter.terminal, counter.lanes)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.show_refund(made.refund_id)
    qtbot.waitUntil(lambda: is_shown(page, "undoButton"))
    assert not is_shown(page, "copyMailButton")
    page.show_refund(refusal.refund_id)
    qtbot.waitUntil(lambda: is_shown(page, "copyMailButton"))
    assert not is_shown(page, "undoButton")
    assert "unsettled" not in child(page, QLabel, "historyAdvice").text()
    assert "1544-8667" in child(page, QLabel, "historyAdvice").text()
    button = child(page, QPushButton, "copyMailButton")
    button.click()
    assert "- 웹훅 발송 여부: 예 / 아니요" in clipboard()
    assert button.text() == "Copied"
    page.show_refund(made.refund_id)
    qtbot.waitUntil(lambda: is_shown(page, "undoButton"))
    assert button.text() == "Copy the mail to PortOne"


def test_a_card_refunded_in_full_today_says_today_to_the_customer(counter: Counter, qtbot: QtBot) -> None:
    desk = desk_for(counter, qtbot)
    desk.refund("10000")
    desk.until(lambda: desk.sees("copyMessageButton") and "the same day" in desk.reads("resultAdvice"))
    desk.push("copyMessageButton")
    assert "the card shows it the same day" in clipboard()


@pytest.mark.parametrize("pg_provider", ["danal", "nice"])
def test_every_control_of_the_dialog_has_a_name(counter: Counter, qtbot: QtBot, pg_provider: str) -> None:
    desk = paid_yesterday(counter, qtbot, pg_provider)
    desk.button("undoButton").click()
    dialog = undo_dialog(desk.window)
    for button in dialog.findChildren(QPushButton):
        assert button.text()
        assert button.minimumHeight() >= 32
    assert child(dialog, QPlainTextEdit, "undoText").accessibleName()
