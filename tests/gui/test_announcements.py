"""What changes away from the focus is told to screen readers, when it changes and once."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from refund_gui.practice.faults import Fault
from refund_gui.ui.announce import ANNOUNCER
from refund_gui.ui.notice import Notice
from refund_gui.ui.words import Words
from tests.gui.counter import Counter
from tests.gui.refund_desk import desk_for, open_desk
from tests.practice.shop_kit import payment

Said = list[str]


@pytest.fixture
def said() -> Iterator[Said]:
    """The first line of all that was said, in its order."""
    lines: Said = []

    def hear(text: str, urgent: bool) -> None:
        lines.append(text.partition("\n")[0])

    ANNOUNCER.said.connect(hear)
    yield lines
    ANNOUNCER.said.disconnect(hear)


def test_sending_and_its_result_are_told(counter: Counter, qtbot: QtBot, said: Said) -> None:
    desk = desk_for(counter, qtbot)
    desk.refund("1,000")
    assert said == ["Refunding… do not refund this in another way", "Refund successful"]


def test_a_refusal_is_told(counter: Counter, qtbot: QtBot, said: Said) -> None:
    desk = desk_for(counter, qtbot)
    counter.shop.upstream.faults.next(Fault.REFUSAL)
    desk.refund("1,000")
    assert said[-1] == desk.reads("resultTitle") == "Refund refused"


def test_checking_is_told_and_how_it_ended(counter: Counter, qtbot: QtBot, said: Said) -> None:
    desk = desk_for(counter, qtbot)
    counter.shop.upstream.faults.next(Fault.LOST_ANSWER)
    desk.refund("1,000")
    assert said[-1] == "Checking…"
    desk.button("checkNowButton").click()
    desk.until_titled("Refund successful")
    assert said[-1] == "Refund successful"
    assert said.count("Checking…") == 1


def test_a_payment_that_cannot_be_read_is_told(counter: Counter, qtbot: QtBot, said: Said) -> None:
    counter.shop.upstream.add(payment("imp_1", 10_000))
    counter.shop.upstream.faults.next(Fault.STATUS, on="/payments/*")
    desk = open_desk(counter, qtbot, step="retryButton")
    assert said == [desk.reads("loadingTitle")]


def test_a_wrong_amount_is_told_once(counter: Counter, qtbot: QtBot, said: Said) -> None:
    desk = desk_for(counter, qtbot)
    desk.put(amountEdit="99999999")
    assert said == [desk.reads("amountError").partition("\n")[0]]
    desk.button("submitButton").click()
    assert said.count(said[0]) == 1


def test_a_notice_is_told_whole(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    with qtbot.waitSignal(ANNOUNCER.said) as heard:
        notice.tell(Words("The disk is full.", "Make room."))
    assert heard.args == ["The disk is full.\nMake room.", False]


def test_nothing_is_said_without_words(qtbot: QtBot, said: Said) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    ANNOUNCER.say(notice, "")
    assert said == []
