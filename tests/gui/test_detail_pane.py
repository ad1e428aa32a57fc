"""One order in detail: its facts, its story, and why it can or cannot be refunded."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from refund_gui.domain.money import Money
from refund_gui.domain.outside import OutsideWay
from refund_gui.domain.payment import EntryOrigin, Promotion
from refund_gui.domain.refund import RefundState
from refund_gui.practice.faults import Fault
from refund_gui.practice.records import Status
from refund_gui.terminal.order_detail import TimelineEntry
from refund_gui.ui.background import Lane
from refund_gui.ui.detail_pane import DetailPane
from refund_gui.ui.formats import money
from refund_gui.ui.timeline_view import TimelineView
from tests.domain.made_up import won
from tests.gui.counter import Counter, child, is_shown, text
from tests.practice.shop_kit import DAY, NOW, payment


@pytest.fixture
def pane(counter: Counter, qtbot: QtBot) -> DetailPane:
    pane = DetailPane(counter.terminal, counter.lanes)
    qtbot.addWidget(pane)
    pane.resize(320, 640)
    pane.show()
    return pane


def show(pane: DetailPane, counter: Counter, qtbot: QtBot, imp_uid: str) -> None:
    pane.show_order(imp_uid)
    counter.settle(qtbot)


def story(pane: DetailPane) -> list[str]:
    listed = child(pane, QListWidget, "cancelHistoryView")
    return [listed.item(row).text() for row in range(listed.count())]


def button(pane: DetailPane) -> QPushButton:
    return child(pane, QPushButton, "refundButton")


def test_without_an_order_it_says_what_to_do(pane: DetailPane) -> None:
    assert text(pane, "detailMessage") == "Choose an order to see its payment and its refunds."
    assert not is_shown(pane, "refundButton")


def test_the_payments_facts(pane: DetailPane, counter: Counter, qtbot: QtBot) -> None:
    record = payment("imp_1", 58_000)
    record.fields |= {
        "name": "녹차 <b>선물</b>세트",
        "buyer_name": "김가람",
        "buyer_tel": "010-0000-0000",
        "card_name": "현대카드",
        "card_number": "433012******1234",
        "receipt_url": "https://receipt.example/a-long-one/1",
    }
    counter.shop.upstream.add(record)
    counter.load()
    show(pane, counter, qtbot, "imp_1")
    assert text(pane, "detailGoods") == "녹차 <b>선물</b>세트"
    assert text(pane, "detailState") == "● Paid"
    assert text(pane, "detailRefundable") == text(pane, "detailPaid") == "58,000원"
    assert text(pane, "detailRefunded") == "0원"
    assert text(pane, "detailOrder") == "order-imp_1"
    assert text(pane, "detailBuyer") == "김가람 · 010-0000-0000"
    assert text(pane, "detailMethod") == "Card · 현대카드 · 433012******1234"
    assert text(pane, "detailPg") == "Toss Payments"
    assert text(pane, "detailPaidAt") == "2025-11-18 13:00"
    assert text(pane, "detailPayment") == "imp_1"
    assert text(pane, "detailReceipt") == "https://receipt.example/a-long-one/1"
    assert pane.findChild(QLabel, "detailFailure") is None, "what there is not is not shown"
    assert story(pane) == ["No refunds yet."]
    assert not is_shown(pane, "testBadge")
    assert button(pane).isEnabled()


@pytest.mark.parametrize(
    ("pay_method", "pg_provider", "days", "told"),
    [
        ("phone", "danal", 1, "30 Nov"),
        ("phone", "danal", 30, "31 Oct (over)"),
        ("card", "tosspayments", 0, "about 18 Nov 2026"),
        ("card", "ksnet", 100, "about 10 Feb 2026"),
    ],
)
def test_until_when_it_can_be_refunded(
    pane: DetailPane,
    counter: Counter,
    qtbot: QtBot,
    speak: Callable[[str], None],
    pay_method: str,
    pg_provider: str,
    days: int,
    told: str,
) -> None:
    speak("en")
    paid_at = NOW - days * DAY
    counter.shop.upstream.add(payment("imp_1", 9_000, pay_method, pg_provider, paid_at=paid_at))
    counter.load(120)
    show(pane, counter, qtbot, "imp_1")
    assert text(pane, "detailDeadline") == told


def test_there_is_no_deadline_where_none_is_known_or_nothing_is_left(
    pane: DetailPane, counter: Counter, qtbot: QtBot
) -> None:
    counter.shop.upstream.add(payment("imp_1", 9_000, "vbank", "tosspayments"))
    counter.shop.upstream.add(payment("imp_2", 9_000, "phone", "danal", status=Status.FAILED))
    counter.shop.upstream.add(payment("imp_3", 9_000))
    counter.shop.upstream.add(payment("imp_4", 9_000, "phone", "danal"))
    counter.load()
    counter.shop.refund("imp_3", 9_000)
    today = counter.shop.today()
    counter.terminal.outside.note("imp_4", won(9_000), today, OutsideWay.CASH, "", "")
    for imp_uid in ("imp_1", "imp_2", "imp_3", "imp_4"):
        show(pane, counter, qtbot, imp_uid)
        assert pane.findChild(QLabel, "detailDeadline") is None, imp_uid


def test_nothing_from_outside_is_rich_text(pane: DetailPane, counter: Counter, qtbot: QtBot) -> None:
    record = payment("imp_1", status=Status.FAILED)
    record.fields["fail_reason"] = "<b>한도</b> 초과"
    counter.shop.upstream.add(record)
    counter.load()
    show(pane, counter, qtbot, "imp_1")
    assert text(pane, "detailFailure") == "<b>한도</b> 초과"
    assert text(pane, "detailRefundable") == "–"
    formats = {label.textFormat().name for label in pane.findChildren(QLabel) if label.wordWrap()}
    assert formats == {"PlainText"}


def test_a_test_payment_is_marked(pane: DetailPane, counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_1", sandbox=True))
    counter.load()
    show(pane, counter, qtbot, "imp_1")
    assert is_shown(pane, "testBadge")
    assert text(pane, "testBadge") == "TEST"


def test_refunds_made_here_and_elsewhere_are_told_apart(
    pane: DetailPane, counter: Counter, qtbot: QtBot
) -> None:
    counter.shop.upstream.add(payment("imp_1", 10_000))
    counter.load()
    counter.shop.upstream.cancel_outside("imp_1", Decimal(3_000), "콘솔에서 <i>취소</i>")
    counter.shop.clock.advance(120)
    assert counter.shop.refund("imp_1", 2_000).state is RefundState.SUCCEEDED
    show(pane, counter, qtbot, "imp_1")
    elsewhere, here = story(pane)
    assert elsewhere == "2025-11-18 14:00   3,000원\n◇ Made elsewhere · seen 14:02\n콘솔에서 <i>취소</i>"
    assert here.startswith("2025-11-18 14:02   2,000원\n● ")
    assert "Made here" in here
    assert "김점원" in here
    assert text(pane, "detailRefundable") == "5,000원"
    assert text(pane, "detailState") == "◐ Partly refunded"
    assert button(pane).isEnabled()


@pytest.mark.parametrize(
    ("made_in", "english", "korean"),
    [
        (
            EntryOrigin.CONSOLE,
            "◇ Made in PortOne's console · seen 14:02",
            "◇ 포트원 콘솔에서 환불 · 14:02에 발견",
        ),
        (
            EntryOrigin.OTHER_TERMINAL,
            "◇ Made at another terminal · seen 14:02",
            "◇ 다른 단말기에서 환불 · 14:02에 발견",
        ),
        (EntryOrigin.ELSEWHERE, "◇ Made elsewhere · seen 14:02", "◇ 다른 곳에서 환불 · 14:02에 발견"),
    ],
)
def test_where_an_entry_was_made_and_when_it_was_seen(
    qtbot: QtBot, speak: Callable[[str], None], made_in: EntryOrigin, english: str, korean: str
) -> None:
    view = TimelineView()
    qtbot.addWidget(view)
    entry = TimelineEntry(NOW, Money(3_000, "KRW"), "", None, None, made_in, NOW + 120)
    for language, words in (("en", english), ("ko", korean)):
        speak(language)
        view.show_entries([entry], NOW + 300)
        assert view.item(0).text().splitlines()[1:] == [words]


def test_an_entry_that_is_gone_says_so(qtbot: QtBot, speak: Callable[[str], None]) -> None:
    view = TimelineView()
    qtbot.addWidget(view)
    entry = TimelineEntry(NOW, Money(3_000, "KRW"), "변심", None, None, EntryOrigin.CONSOLE, is_present=False)
    view.show_entries([entry], NOW)
    assert view.item(0).text().splitlines()[1:] == [
        "◇ Made in PortOne's console",
        "× No longer in PortOne's record",
        "변심",
    ]
    speak("ko")
    qtbot.waitUntil(lambda: "× 포트원 기록에 더 이상 없음" in view.item(0).text())


def test_an_adopted_refund_of_another_terminal_is_called_so(
    pane: DetailPane, counter: Counter, qtbot: QtBot
) -> None:
    counter.shop.upstream.add(payment("imp_1", 10_000))
    refund = counter.shop.refund("imp_1", 2_000)
    entry = counter.shop.orders.detail("imp_1").timeline[0]
    view = TimelineView()
    qtbot.addWidget(view)
    view.show_entries([replace(entry, made_in=EntryOrigin.OTHER_TERMINAL, seen_at=NOW)], NOW)
    assert view.item(0).text().splitlines()[1] == "● Refunded · Made at another terminal · 김점원"
    assert refund.tag in view.item(0).text()


def test_fully_refunded_is_said_with_the_exact_sentence(
    pane: DetailPane, counter: Counter, qtbot: QtBot
) -> None:
    counter.shop.upstream.add(payment("imp_1", 10_000))
    counter.load()
    counter.shop.refund("imp_1")
    show(pane, counter, qtbot, "imp_1")
    assert not button(pane).isEnabled()
    assert text(pane, "refundObstacle").startswith("This order has already been fully refunded.")


@pytest.mark.parametrize(
    ("pay_method", "status", "days_ago", "sentence"),
    [
        ("vbank", Status.READY, 0, "This order has not been paid yet."),
        ("card", Status.FAILED, 0, "This order was never paid."),
        ("phone", Status.PAID, 30, "month"),
    ],
)
def test_what_cannot_be_refunded_says_why(
    pane: DetailPane,
    counter: Counter,
    qtbot: QtBot,
    pay_method: str,
    status: Status,
    days_ago: int,
    sentence: str,
) -> None:
    at = NOW - days_ago * DAY - 60
    counter.shop.upstream.add(payment("imp_1", 5_000, pay_method, "danal", status=status, paid_at=at))
    counter.load()
    show(pane, counter, qtbot, "imp_1")
    assert not button(pane).isEnabled()
    assert sentence in text(pane, "refundObstacle")


def test_a_promotion_shows_its_discount(pane: DetailPane, counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_1", 43_000))
    counter.load()
    stored = counter.shop.store.payments.get("imp_1")
    assert stored is not None
    discount = replace(stored.amount, minor=3_000)
    counter.shop.store.payments.save(
        [replace(stored, promotion=Promotion("p-1", discount), request_no=stored.request_no + 1)]
    )
    show(pane, counter, qtbot, "imp_1")
    assert text(pane, "detailDiscount") == money(discount)


def test_an_open_refund_is_shown_and_leads_to_itself(
    pane: DetailPane, counter: Counter, qtbot: QtBot
) -> None:
    counter.shop.upstream.add(payment("imp_1", 10_000))
    counter.load()
    counter.shop.upstream.faults.next(Fault.LOST_REQUEST)
    assert counter.shop.refund("imp_1").state is RefundState.UNKNOWN
    show(pane, counter, qtbot, "imp_1")
    assert is_shown(pane, "openRefundState")
    assert text(pane, "openRefundState").startswith("Checking")
    assert text(pane, "openRefundAdvice")
    assert button(pane).isEnabled()
    assert button(pane).text() == "Show the open refund"
    with qtbot.waitSignal(pane.refund_requested) as asked:
        button(pane).click()
    assert asked.args == ["imp_1"]
    counter.shop.check_all(200)
    show(pane, counter, qtbot, "imp_1")
    assert not is_shown(pane, "openRefundState")
    assert button(pane).text() == "Refund…"


def test_the_answer_for_another_order_is_never_shown(
    pane: DetailPane, counter: Counter, qtbot: QtBot
) -> None:
    """A button that refunds the order beside the one that is read would be the worst of all."""
    for name in ("imp_1", "imp_2"):
        counter.shop.upstream.add(payment(name))
    counter.load()
    show(pane, counter, qtbot, "imp_1")
    seen: list[str] = []
    released = counter.hold(Lane.STORE)
    pane.show_order("imp_2")
    assert not is_shown(pane, "refundButton")
    assert text(pane, "detailMessage") == "Loading…"
    pane.show_order("imp_1")
    pane.show_order("imp_2")
    pane.refund_requested.connect(seen.append)
    released.set()
    counter.settle(qtbot)
    assert text(pane, "detailPayment") == "imp_2"
    button(pane).click()
    assert seen == ["imp_2"]


def test_an_order_that_is_not_stored_is_said_so(pane: DetailPane, counter: Counter, qtbot: QtBot) -> None:
    show(pane, counter, qtbot, "imp_gone")
    assert text(pane, "detailMessage") not in {"", "Loading…"}
    assert not is_shown(pane, "refundButton")


def test_the_keyboard_comes_to_a_long_receipt_in_its_place_and_sees_it(
    pane: DetailPane, counter: Counter, qtbot: QtBot
) -> None:
    record = payment("imp_1", 58_000)
    record.fields |= {"receipt_url": "https://receipt.example/a-long-one/1"}
    counter.shop.upstream.add(record)
    counter.load()
    pane.resize(700, 300)
    with qtbot.waitActive(pane):
        pane.activateWindow()
    show(pane, counter, qtbot, "imp_1")
    area = pane.findChild(QScrollArea)
    assert area is not None
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Tab)
    receipt = QApplication.focusWidget()
    assert receipt is not None
    assert receipt.objectName() == "detailReceipt"
    assert not receipt.visibleRegion().isEmpty()
    QTest.keyClick(receipt, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is child(pane, QListWidget, "cancelHistoryView")
