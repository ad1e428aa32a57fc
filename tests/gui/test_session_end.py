"""Logging off while a refund is being sent: the system is asked to wait (protocol: crash table)."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from refund_gui.errors import AnswerNotSaved
from refund_gui.ui.background import Lane
from refund_gui.ui.session_end import SessionEnd
from tests.gui.counter import Counter
from tests.practice.shop_kit import payment


class Session:
    """What the system hands over; Qt makes none of these itself."""

    def __init__(self) -> None:
        self.is_cancelled = False

    def cancel(self) -> None:
        self.is_cancelled = True


def asked(ending: SessionEnd) -> bool:
    session: Any = Session()
    ending.on_session_ending(session)
    return bool(session.is_cancelled)


def test_the_system_waits_while_a_refund_is_being_sent(counter: Counter, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    ending = SessionEnd(app, counter.shop.refunding, counter.lanes, counter.lanes)
    assert not asked(ending)
    reading = counter.hold(Lane.READS)
    assert not asked(ending), "readers move no money"
    reading.set()
    sending = counter.hold(Lane.SENDS)
    assert asked(ending)
    sending.set()
    qtbot.waitUntil(lambda: not counter.lanes.is_busy(Lane.SENDS))
    assert not asked(ending)


def test_the_system_waits_while_an_answer_is_not_saved(counter: Counter, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    ending = SessionEnd(app, counter.shop.refunding, counter.lanes, counter.lanes)
    counter.shop.upstream.add(payment("imp_1", 10_000, "card", "html5_inicis"))
    offer = counter.shop.refunding.offer("imp_1")
    counter.shop.full_disk("end_attempt")
    with pytest.raises(AnswerNotSaved):
        counter.shop.confirm(offer, 1_000)
    assert asked(ending)
    counter.shop.check_all(1)
    assert not asked(ending)
