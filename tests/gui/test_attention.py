"""Banner, badge, countdown and the summary of the start: nothing that is not clear is forgotten."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import Cause, Move, Refund, RefundState
from refund_gui.domain.request import RefundRequest
from refund_gui.failpoints import Point
from refund_gui.practice.faults import Fault
from refund_gui.practice.sample_shop import CARD
from refund_gui.terminal.attention import Attention, AttentionDesk, GapKind
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.attention import AttentionBanner
from refund_gui.ui.attention_notices import AttentionNotices
from refund_gui.ui.background import Lane
from refund_gui.ui.history_page import HistoryPage
from refund_gui.ui.navigation import Navigation
from refund_gui.ui.notice import Notice
from tests.gui.counter import Counter, child, text
from tests.gui.refund_desk import open_desk
from tests.gui.shell import Opened, Program, options, rows
from tests.practice.shop_kit import payment
from tests.terminal.shop import Killed

S = RefundState
NOTHING = Attention({}, (), (), None, None)


class ToldDesk(AttentionDesk):
    """Says what a test wants to be said."""

    def __init__(self, counter: Counter, attention: Attention = NOTHING) -> None:
        super().__init__(counter.shop.store, counter.shop.reconciler, counter.shop.clock)
        self.attention = attention

    def look(self) -> Attention:
        return self.attention


def open_banner(counter: Counter, qtbot: QtBot, terminal: Terminal | None = None) -> AttentionBanner:
    """The banner, as wide as in a small window, after its first reading."""
    banner = AttentionBanner(terminal or counter.terminal, counter.lanes)
    qtbot.addWidget(banner)
    banner.resize(780, 60)
    look(banner, counter, qtbot)
    return banner


def look(banner: AttentionBanner, counter: Counter, qtbot: QtBot) -> None:
    banner.refresh()
    counter.settle(qtbot)


def lost(counter: Counter, imp_uid: str = "imp_1", pay_method: str = "card") -> Refund:
    """A refund of which nobody knows whether it was made."""
    counter.shop.upstream.add(payment(imp_uid, 10_000, pay_method))
    counter.shop.upstream.faults.next(Fault.LOST_REQUEST)
    refund = counter.shop.refund(imp_uid, 3_000)
    assert refund.state is S.UNKNOWN
    return refund


def left_over(counter: Counter, imp_uid: str = "imp_1") -> Refund:
    """Confirmed, and then the program ended; it has been started again, without a network."""
    counter.shop.upstream.add(payment(imp_uid, 10_000))
    counter.shop.kill_at = Point.AFTER_PREPARED
    with pytest.raises(Killed):
        counter.shop.refund(imp_uid, 3_000)
    counter.shop.restart()
    counter.shop.line.is_down = True
    [refund] = counter.shop.store.refunds.of_payment(imp_uid)
    assert refund.state is S.PREPARED
    return refund


def test_each_state_is_counted_and_the_most_urgent_comes_first(counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_later", 10_000, "paypal", "paypal_v2"))
    counter.shop.upstream.faults.next(Fault.ASYNCHRONOUS)
    assert counter.shop.refund("imp_later", 3_000).state is S.ACCEPTED
    counter.shop.upstream.add(payment("imp_review", 10_000))
    counter.shop.upstream.faults.next(Fault.WRONG_AMOUNT)
    review = counter.shop.refund("imp_review", 3_000)
    lost(counter, "imp_lost")
    left_over(counter, "imp_left")
    banner = open_banner(counter, qtbot)
    assert text(banner, "attentionText") == (
        "Refunds that are not clear yet. "
        "Needs review: 1 · Checking: 1 · Not sent, checking: 1 · Waiting for the PG: 1"
    )
    with qtbot.waitSignal(banner.review_requested) as asked:
        banner.click()
    assert asked.args == [review.refund_id]
    for imp_uid in ("imp_lost", "imp_left", "imp_later"):
        with qtbot.waitSignal(banner.order_requested) as asked:
            banner.click()
        assert asked.args == [imp_uid]
    with qtbot.waitSignal(banner.review_requested):
        banner.click()


def test_it_is_gone_when_all_is_clear(counter: Counter, qtbot: QtBot) -> None:
    refund = lost(counter)
    banner = open_banner(counter, qtbot)
    assert banner.isVisible()
    counter.shop.check_all(200)
    assert counter.shop.state(refund) is S.NOT_EXECUTED
    look(banner, counter, qtbot)
    assert not banner.isVisible()


def test_a_refund_that_a_dialog_has_just_left_unsent_needs_nobody(counter: Counter, qtbot: QtBot) -> None:
    counter.shop.upstream.add(payment("imp_1"))
    offer = counter.shop.refunding.offer("imp_1")
    counter.shop.upstream.faults.next(Fault.UNAUTHORIZED)
    counter.shop.upstream.faults.next(Fault.UNAUTHORIZED)
    assert counter.shop.confirm(offer, 3_000).state is S.PREPARED
    assert not open_banner(counter, qtbot).isVisible()


def test_a_blocked_payment_is_counted_and_can_be_reached(counter: Counter, qtbot: QtBot) -> None:
    desk = ToldDesk(counter, replace(NOTHING, blocked=("imp_7",)))
    banner = open_banner(counter, qtbot, replace(counter.terminal, attention=desk))
    assert text(banner, "attentionText") == "Refunds that are not clear yet. Blocked: 1"
    with qtbot.waitSignal(banner.order_requested) as asked:
        banner.click()
    assert asked.args == ["imp_7"]


def test_the_countdown_ticks_and_moves_when_reads_fail(counter: Counter, qtbot: QtBot) -> None:
    lost(counter)
    banner = open_banner(counter, qtbot)
    told = "What is being checked: do not refund it in another way until {} left)."
    assert text(banner, "attentionCountdown") == told.format("14:02:00 (2:00")
    assert banner.accessibleName().endswith("do not refund it in another way until 14:02:00.")
    counter.shop.clock.advance(30)
    qtbot.waitUntil(lambda: text(banner, "attentionCountdown") == told.format("14:02:00 (1:30"))
    counter.shop.line.is_down = True
    counter.shop.clock.advance(100)
    qtbot.waitUntil(lambda: text(banner, "attentionCountdown") == told.format("14:02:40 (0:30"))
    assert banner.accessibleName().endswith("until 14:02:40.")


def test_it_counts_only_while_somebody_can_see_it(counter: Counter, qtbot: QtBot) -> None:
    refund = lost(counter)
    banner = open_banner(counter, qtbot)
    [timer] = banner.findChildren(QTimer)
    assert timer.isActive()
    banner.hide()
    assert not timer.isActive()
    banner.show()
    assert timer.isActive()
    counter.shop.store.refunds.move(refund.refund_id, Move(S.UNKNOWN, S.NEEDS_REVIEW, Cause.READ, 1))
    look(banner, counter, qtbot)
    assert banner.isVisible()
    assert not timer.isActive()
    assert not child(banner, QLabel, "attentionCountdown").isVisible()


def test_a_slow_disk_is_not_asked_again_and_again(counter: Counter, qtbot: QtBot) -> None:
    looks: list[int] = []

    class Counting(AttentionDesk):
        def look(self) -> Attention:
            looks.append(1)
            return super().look()

    lost(counter)
    desk = Counting(counter.shop.store, counter.shop.reconciler, counter.shop.clock)
    banner = open_banner(counter, qtbot, replace(counter.terminal, attention=desk))
    [timer] = banner.findChildren(QTimer)
    released = counter.hold(Lane.STORE)
    for _ in range(5):
        timer.timeout.emit()
    released.set()
    before = len(looks)
    counter.settle(qtbot)
    assert len(looks) <= before + 1


def test_no_text_of_the_banner_is_cut(counter: Counter, qtbot: QtBot, speak: Callable[[str], None]) -> None:
    counts = dict.fromkeys((S.NEEDS_REVIEW, S.UNKNOWN, S.PREPARED, S.ACCEPTED), 123)
    desk = ToldDesk(counter, Attention(counts, (), ("imp_1",), counter.shop.clock.now() + 99, None))
    for language in ("ko", "en"):
        speak(language)
        banner = open_banner(counter, qtbot, replace(counter.terminal, attention=desk))
        banner.resize(320, banner.heightForWidth(320))
        for name in ("attentionText", "attentionCountdown"):
            label = child(banner, QLabel, name)
            assert label.height() >= label.heightForWidth(label.width()), (language, name)
        assert banner.minimumSizeHint().width() < 320


def test_the_banner_speaks_the_new_language_at_once(
    counter: Counter, qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    lost(counter)
    banner = open_banner(counter, qtbot)
    speak("ko")
    qtbot.waitUntil(lambda: "확인 중: 1건" in text(banner, "attentionText"))
    assert text(banner, "attentionCountdown").startswith("확인 중인 환불은 14:02:00까지")
    assert "확인 중: 1건" in banner.accessibleName()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_badge_on_the_history_button(program: Program, tmp_path: Path, language: str) -> None:
    window = program.open(options(tmp_path, practice=True), language).window
    navigation = child(window, Navigation, "navigation")
    button = child(window, QPushButton, "navHistory")
    bare = button.text()
    navigation.show_unclear(2)
    assert button.text().endswith("(2)")
    assert "2" in button.accessibleName()
    assert button.accessibleName() != button.text()
    for count in (9, 99, 1_000):
        navigation.show_unclear(count)
        button.setChecked(True)
        window.grab()  # the style measures when it draws
        assert button.sizeHint().width() <= button.width(), count
    assert button.text().endswith("(99+)")
    assert "1000" in button.accessibleName()
    navigation.show_unclear(0)
    assert button.text() == button.accessibleName() == bare


def practice(program: Program, tmp_path: Path, language: str = "en") -> Opened:
    opened = program.open(options(tmp_path, practice=True), language)
    program.wait(lambda: rows(opened.window) > 0)
    return opened


def test_the_start_says_what_is_not_clear_since_last_time(program: Program, tmp_path: Path) -> None:
    opened = practice(program, tmp_path)
    assert not child(opened.window, Notice, "notice").isVisible()
    assert opened.shop.practice is not None
    opened.shop.practice.faults.next(Fault.LOST_REQUEST, imp_uid=CARD)
    refunding = opened.shop.terminal.refunding
    offer = refunding.offer(CARD)
    refund = refunding.refund(offer, RefundRequest(CARD, offer.payment.balance, "고객 변심"))
    assert refund.state is S.UNKNOWN
    opened.window.on_payments_read((CARD,))
    program.wait(lambda: child(opened.window, QPushButton, "navHistory").text() == "Refund history (1)")
    assert not child(opened.window, Notice, "notice").isVisible(), "only the start has a summary"
    program.close()

    window = practice(program, tmp_path).window
    notice = child(window, Notice, "notice")
    program.wait(notice.isVisible)
    assert text(notice, "noticeLabel") == (
        "Since last time: 1 refund is being checked.\n"
        "Do not refund these in another way: the program reads PortOne's record until it is clear. "
        "Click the banner above to see them."
    )


def test_the_summary_is_taken_back_when_all_is_clear(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notices = AttentionNotices(notice)
    notices.show(replace(NOTHING, counts={S.UNKNOWN: 2, S.NEEDS_REVIEW: 1}))
    assert text(notice, "noticeLabel").startswith(
        "Since last time: 1 refund needs a review, 2 refunds are being checked."
    )
    notices.show(replace(NOTHING, counts={S.UNKNOWN: 1}))
    assert "2 refunds" in text(notice, "noticeLabel"), "it tells of the start"
    notices.show(NOTHING)
    assert text(notice, "noticeLabel").startswith("Since last time: everything is clear now.")
    child(notice, QPushButton, "noticeCloseButton").click()
    notices.show(replace(NOTHING, counts={S.UNKNOWN: 1}))
    notices.show(NOTHING)
    assert not notice.isVisible()


def test_a_clear_start_says_nothing(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    AttentionNotices(notice).show(NOTHING)
    assert not notice.isVisible()


@pytest.mark.parametrize("state", [S.NEEDS_REVIEW, S.UNKNOWN, S.PREPARED, S.ACCEPTED])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_one_and_several_of_each_are_told(
    qtbot: QtBot, speak: Callable[[str], None], language: str, state: RefundState
) -> None:
    speak(language)
    told = []
    for count in (1, 23):
        notice = Notice()
        qtbot.addWidget(notice)
        AttentionNotices(notice).show(replace(NOTHING, counts={state: count}, blocked=("imp_1",) * count))
        title = text(notice, "noticeLabel").splitlines()[0]
        assert title.count(str(count)) == 2
        assert "{" not in title
        told.append(title)
    assert ("refunds" in told[1]) == (language == "en")
    assert "refunds" not in told[0]


@pytest.mark.parametrize(
    ("gap", "korean", "english"),
    [
        (GapKind.LOST, "데이터 폴더가 비어 있습니다", "The data folder is new"),
        (GapKind.RESTORED, "예전 복사본", "restored from an older copy"),
    ],
)
def test_a_lost_or_restored_store_is_said_and_so_is_its_end(
    qtbot: QtBot, speak: Callable[[str], None], gap: GapKind, korean: str, english: str
) -> None:
    for language, words in (("ko", korean), ("en", english)):
        speak(language)
        notice = Notice()
        qtbot.addWidget(notice)
        notices = AttentionNotices(notice)
        notices.show(replace(NOTHING, counts={S.UNKNOWN: 1}, gap=gap))
        lines = text(notice, "noticeLabel").splitlines()
        assert words in lines[0]
        assert len(lines) == 4, "the gap, what to do, the summary, what to do"
        child(notice, QPushButton, "noticeCloseButton").click()
        notices.show(replace(NOTHING, gap=gap))
        assert not notice.isVisible(), "once is enough"
        notices.show(NOTHING)
        assert notice.isVisible()
        assert words not in text(notice, "noticeLabel")
        notices.show(replace(NOTHING, settles_at=1))
        assert "{" not in text(notice, "noticeLabel")


def test_a_gap_that_is_noticed_later_is_said_then(qtbot: QtBot) -> None:
    """The keyring may answer only after the first reading."""
    notice = Notice()
    qtbot.addWidget(notice)
    notices = AttentionNotices(notice)
    notices.show(NOTHING)
    notices.show(replace(NOTHING, gap=GapKind.RESTORED))
    assert "older copy" in text(notice, "noticeLabel")
    assert "afresh" in text(notice, "noticeLabel")


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
