"""Logging off while a refund is being sent: the system is asked to wait (protocol: crash table)."""

from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from refund_gui.ui.background import Lane
from refund_gui.ui.session_end import SessionEnd
from tests.gui.counter import Counter


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
    ending = SessionEnd(app, counter.lanes, counter.lanes)
    assert not asked(ending)
    reading = counter.hold(Lane.READS)
    assert not asked(ending), "readers move no money"
    reading.set()
    sending = counter.hold(Lane.SENDS)
    assert asked(ending)
    sending.set()
    qtbot.waitUntil(lambda: not counter.lanes.is_busy(Lane.SENDS))
    assert not asked(ending)
