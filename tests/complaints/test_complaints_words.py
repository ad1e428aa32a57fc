"""Complaints about words: what a refusal means, want of unsettled money, and when the customer is paid."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import RefundState
from tests.gui.counter import Counter
from tests.gui.refund_desk import Desk, open_desk
from tests.practice.shop_kit import DAY, NOW, payment

Speak = Callable[[str], None]

SHORT = [
    ("kcp", "[8178] 취소 금액보다 상계가능 정산금액 부족 으로 취소 불가합니다.", "1544-8667"),
    ("nice", "취소금액이 미정산 금액보다 큽니다.", "PG사 계약서"),
    ("html5_inicis", "500906 [취소한도초과] 취소금액입금하여 한도증액요청", "1588-4954"),
    ("danal", "취소불가 상태입니다", "1566-3355"),
    ("daou", "[9029] 상점의 취소가능 금액이 부족합니다.", "1588-5984"),
]


def refused(counter: Counter, qtbot: QtBot, pg_provider: str, words: str) -> Desk:
    counter.shop.upstream.add(payment("imp_1", 10_000, pg_provider=pg_provider, pg_refusal=words))
    desk = open_desk(counter, qtbot)
    desk.refund("1000")
    until_read(desk)
    return desk


def until_read(desk: Desk) -> None:
    """Until the result shows what the store knows of the payment."""
    desk.until(lambda: desk.sees("resultProof") and "order-imp_1" in desk.reads("resultProof"))


def test_complaint_08_useless_error_text(counter: Counter, qtbot: QtBot, speak: Speak) -> None:
    speak("ko")
    words = "[8392] 부분취소 불가 사이트"
    desk = refused(counter, qtbot, "kcp", words)
    assert desk.reads("resultTitle") == "환불이 거절되었습니다"
    assert desk.reads("resultMessage") == f"결제취소에 실패하였습니다. {words}", "word for word"
    advice = desk.reads("resultAdvice")
    for part in ("부분 환불을 허용하지 않는", "전액을 환불하고", "1544-8667", "다시 시도해도 안전"):
        assert part in advice


def test_complaint_08_try_again_only_where_it_is_safe(counter: Counter, qtbot: QtBot, speak: Speak) -> None:
    speak("ko")
    desk = refused(counter, qtbot, "kcp", "[8133] 기취소된 신용카드 거래 취소요청")
    counter.shop.check_all(151)
    desk.window.on_payment_changed("imp_1")
    desk.until(lambda: desk.stored()[0].state is RefundState.NEEDS_REVIEW and desk.sees("reviewButton"))
    assert "안전" not in desk.reads("resultAdvice")
    assert "NHN KCP 관리자 페이지" in desk.reads("resultAdvice")
    assert not desk.sees("tryAgainButton")
    desk.button("copyMailButton").click()
    assert "포트원의 결제 상태를 취소로 변경" in QGuiApplication.clipboard().text()


def test_complaint_08_words_that_nobody_knows(counter: Counter, qtbot: QtBot, speak: Speak) -> None:
    speak("ko")
    desk = refused(counter, qtbot, "kcp", "[4711] 처음 보는 문구")
    assert "알지 못하는 문구" in desk.reads("resultAdvice")
    assert desk.stored()[0].tag in desk.reads("resultAdvice")
    assert desk.reads("resultMessage").endswith("[4711] 처음 보는 문구")


@pytest.mark.parametrize(("pg_provider", "words", "whom"), SHORT, ids=[pg for pg, *_ in SHORT])
def test_complaint_16_not_enough_unsettled_money_and_then_what(
    counter: Counter, qtbot: QtBot, speak: Speak, pg_provider: str, words: str, whom: str
) -> None:
    speak("ko")
    desk = refused(counter, qtbot, pg_provider, words)
    advice = desk.reads("resultAdvice")
    for part in ("아직 정산되지 않은 매출", "강제 환불", whom, "cs@portone.io"):
        assert part in advice
    desk.button("copyMailButton").click()
    mail = QGuiApplication.clipboard().text()
    for part in (
        "cs@portone.io",
        "imp_uid: imp_1",
        "취소 일시",
        "취소 사유: 고객 변심",
        "웹훅 발송 여부: 예",
    ):
        assert part in mail


@pytest.mark.parametrize(
    ("pay_method", "pg_provider", "paid_at", "amount", "sentence"),
    [
        ("card", "kcp", NOW - 60, "10000", "당일 중에 취소가 반영됩니다"),
        ("card", "kcp", NOW - 60, "1000", "3~5영업일"),
        ("card", "kcp", NOW - DAY, "10000", "3~5영업일"),
        ("trans", "nice", NOW - 60, "10000", "당일 또는 다음 영업일"),
        ("phone", "danal", NOW - 60, "10000", "통신사에 따라"),
        ("card", "kakaopay", NOW - 60, "10000", "카카오페이에서 안내"),
        ("vbank", "html5_inicis", NOW - DAY, "10000", "입금 예정일은 11/19"),
    ],
)
def test_complaint_20_when_does_the_customer_get_the_money(
    counter: Counter,
    qtbot: QtBot,
    speak: Speak,
    pay_method: str,
    pg_provider: str,
    paid_at: int,
    amount: str,
    sentence: str,
) -> None:
    speak("ko")
    counter.shop.upstream.add(payment("imp_1", 10_000, pay_method, pg_provider, paid_at=paid_at))
    desk = open_desk(counter, qtbot)
    if pay_method == "vbank":
        desk.fill_account()
    desk.refund(amount)
    until_read(desk)
    assert sentence in desk.reads("resultAdvice")
    desk.button("copyMessageButton").click()
    message = QGuiApplication.clipboard().text()
    assert message.startswith("[가을상점] 주문")
    assert "order-imp_1" in message
    assert sentence in message
