"""What turned out otherwise is told until somebody has read it; an unsaved answer keeps the window."""

from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from refund_gui.domain.request import RefundRequest
from refund_gui.errors import AnswerNotSaved, DiskFull
from refund_gui.practice.faults import Fault
from refund_gui.practice.sample_shop import CARD
from refund_gui.ui.surprise_notice import SurpriseNotice
from tests.gui.counter import Counter, child, text
from tests.gui.shell import Program, options, rows
from tests.practice.shop_kit import payment


@pytest.fixture(autouse=True)
def one_payment(counter: Counter) -> None:
    counter.shop.upstream.add(payment("imp_1", 10_000, "card", "html5_inicis"))


def late_refund(counter: Counter) -> None:
    """Told as not executed, and made after all."""
    counter.shop.upstream.faults.next(Fault.LATE, seconds=200)
    counter.shop.refund("imp_1", 1_000)
    counter.shop.check_all(125)
    counter.shop.clock.advance(100)
    counter.shop.refunding.offer("imp_1")


def strip(counter: Counter, qtbot: QtBot) -> SurpriseNotice:
    notice = SurpriseNotice(counter.terminal, counter.lanes)
    qtbot.addWidget(notice)
    notice.show_surprises(counter.terminal.attention.look().surprises)
    return notice


def test_a_late_refund_is_told_until_it_is_put_away(counter: Counter, qtbot: QtBot) -> None:
    late_refund(counter)
    [surprise] = counter.terminal.attention.look().surprises
    notice = strip(counter, qtbot)
    assert notice.isVisible()
    assert surprise.merchant_uid in text(notice, "surpriseNoticeLabel")
    child(notice, QPushButton, "surpriseNoticeCloseButton").click()
    counter.settle(qtbot)
    assert not notice.isVisible()
    assert counter.terminal.attention.look().surprises == ()
    assert not strip(counter, qtbot).isVisible(), "at the next start neither"


def test_a_reversal_is_told_and_so_is_its_return(counter: Counter, qtbot: QtBot) -> None:
    shop = counter.shop
    shop.refund("imp_1", 1_000)
    assert counter.terminal.attention.look().surprises == ()
    record = shop.upstream._shop.payment("imp_1")
    assert record is not None
    taken = list(record.cancels)
    record.cancels.clear()
    shop.refunding.offer("imp_1")
    shop.check_all(31)
    first = text(strip(counter, qtbot), "surpriseNoticeLabel")
    assert "no longer" in first
    record.cancels.extend(taken)
    shop.refunding.offer("imp_1")
    shop.check_all(31)
    both = counter.terminal.attention.look().surprises
    assert [one.state.value for one in both] == ["reversed", "succeeded"]


def test_it_speaks_korean(counter: Counter, qtbot: QtBot, speak: object) -> None:
    assert callable(speak)
    late_refund(counter)
    notice = strip(counter, qtbot)
    speak("ko")
    qtbot.waitUntil(lambda: "뒤늦게" in text(notice, "surpriseNoticeLabel"))


def test_the_window_stays_while_an_answer_is_not_saved(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened = program.open(options(tmp_path, practice=True))
    program.wait(lambda: rows(opened.window) > 0)
    refunding, window = opened.shop.terminal.refunding, opened.window
    offer = refunding.offer(CARD)

    def is_full(*_: object) -> NoReturn:
        raise DiskFull("store")

    setattr(opened.shop.store.refunds, "end_attempt", is_full)  # noqa: B010 - a method of one object only
    with pytest.raises(AnswerNotSaved):
        refunding.refund(offer, RefundRequest(CARD, offer.payment.balance, "고객 변심"))
    assert not window.close()
    assert window.isVisible()
    assert "not saved yet" in text(window, "noticeLabel")
    with qtbot.waitSignal(window.closed):
        assert window.close()
