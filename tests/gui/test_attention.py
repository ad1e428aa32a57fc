"""Banner, badge, countdown and the summary of the start: nothing that is not clear is forgotten."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import Cause, Move, RefundState
from refund_gui.practice.faults import Fault
from refund_gui.terminal.attention import Attention, AttentionDesk
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.attention import AttentionBanner
from refund_gui.ui.background import Lane
from refund_gui.ui.navigation import Navigation
from tests.gui.counter import Counter, child, text
from tests.gui.shell import Program, options
from tests.gui.unclear import NOTHING, ToldDesk, left_over, lost
from tests.practice.shop_kit import payment

S = RefundState


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
    desk = ToldDesk(replace(NOTHING, blocked=("imp_7",)))
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
    class Counting(AttentionDesk):
        def __init__(self, real: AttentionDesk) -> None:
            self.real, self.looks = real, 0

        def look(self) -> Attention:
            self.looks += 1
            return self.real.look()

    lost(counter)
    desk = Counting(counter.terminal.attention)
    banner = open_banner(counter, qtbot, replace(counter.terminal, attention=desk))
    [timer] = banner.findChildren(QTimer)
    released = counter.hold(Lane.STORE)
    for _ in range(5):
        timer.timeout.emit()
    released.set()
    before = desk.looks
    counter.settle(qtbot)
    assert desk.looks <= before + 1


def test_no_text_of_the_banner_is_cut(counter: Counter, qtbot: QtBot, speak: Callable[[str], None]) -> None:
    counts = dict.fromkeys((S.NEEDS_REVIEW, S.UNKNOWN, S.PREPARED, S.ACCEPTED), 123)
    desk = ToldDesk(Attention(counts, (), ("imp_1",), counter.shop.clock.now() + 99, (), None))
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
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        assert button.sizeHint().width() <= button.width(), count
    assert button.text().endswith("(99+)")
    assert "1000" in button.accessibleName()
    navigation.show_unclear(0)
    assert button.text() == button.accessibleName() == bare
