"""The summary of the start, and a store that was lost or restored."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from refund_gui.domain.refund import RefundState
from refund_gui.domain.request import RefundRequest
from refund_gui.practice.faults import Fault
from refund_gui.practice.sample_shop import CARD
from refund_gui.terminal.continuity import GapKind
from refund_gui.ui.attention_notices import AttentionNotices
from refund_gui.ui.notice import Notice
from tests.gui.counter import child, text
from tests.gui.shell import Opened, Program, options, rows
from tests.gui.unclear import NOTHING

S = RefundState


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
