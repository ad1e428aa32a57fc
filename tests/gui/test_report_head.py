"""What the views of the summary page share: the answer to the last question, or why there is none."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from refund_gui.domain.closing import DailyClose
from refund_gui.errors import DiskFull
from refund_gui.terminal.closing import DayReport
from refund_gui.ui.report_head import ReportHead
from tests.gui.counter import Counter

MONDAY, TUESDAY = (DayReport(date(2025, 11, day), DailyClose((), (), ()), 0, None, ()) for day in (17, 18))


@pytest.fixture
def view(qtbot: QtBot) -> QWidget:
    view = QWidget()
    qtbot.addWidget(view)
    return view


def test_the_answer_to_a_question_that_was_overtaken_is_dropped(
    view: QWidget, counter: Counter, qtbot: QtBot
) -> None:
    shown: list[DayReport] = []
    head = ReportHead("close", counter.lanes, view, shown.append)
    head.ask(lambda: MONDAY)
    head.ask(lambda: TUESDAY)
    counter.settle(qtbot)
    assert shown == [TUESDAY]


def test_what_failed_says_what_to_do(view: QWidget, counter: Counter, qtbot: QtBot) -> None:
    shown: list[DayReport] = []
    head = ReportHead("close", counter.lanes, view, shown.append)
    head.cautions.setParent(view)

    def fail() -> DayReport:
        raise DiskFull("/shop")

    head.ask(fail)
    counter.settle(qtbot)
    said = "The disk is full\nMake room on it and try again. What was saved stays as it is."
    assert (head.cautions.text(), head.cautions.isHidden(), shown) == (said, False, [])
