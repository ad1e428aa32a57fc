"""Rounds beside the window, and how often it hears of them."""

from collections.abc import Iterable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from refund_gui.terminal.rounds import Round, Rounds
from refund_gui.ui.background import Lanes
from refund_gui.ui.reading_clock import ReadingClock


class Scripted(Rounds):
    """Rounds that bring what they are told to."""

    def __init__(self, rounds: Iterable[Round]) -> None:
        self._script = iter(rounds)
        self.count = 0

    def run(self) -> Round:
        self.count += 1
        return next(self._script, Round((), is_full=False, is_news=False))


def endless() -> Iterator[Round]:
    while True:
        yield Round(("imp_1", "imp_2"), is_full=True, is_news=True)


@pytest.fixture
def lanes(qapp: object) -> Iterator[Lanes]:
    opened = Lanes()
    yield opened
    opened.close(2.0)


def test_rounds_that_follow_each_other_are_told_together(lanes: Lanes, qtbot: QtBot) -> None:
    full = [Round((f"imp_{number}",), is_full=True, is_news=True) for number in (1, 2, 1)]
    clock = ReadingClock(Scripted([*full, Round(("imp_3",), is_full=False, is_news=True)]), lanes)
    with qtbot.waitSignal(clock.payments_read) as told:
        clock.start()
    clock.stop()
    assert told.args == [("imp_1", "imp_2", "imp_3")]


def test_rounds_without_end_are_told_every_second(lanes: Lanes, qtbot: QtBot) -> None:
    rounds = Scripted(endless())
    clock = ReadingClock(rounds, lanes)
    with qtbot.waitSignal(clock.payments_read) as told:
        clock.start()
    clock.stop()
    assert told.args == [("imp_1", "imp_2")]
    assert rounds.count > 1


def test_a_round_that_read_nothing_is_not_told(lanes: Lanes, qtbot: QtBot) -> None:
    rounds = Scripted([])
    clock = ReadingClock(rounds, lanes)
    with qtbot.assertNotEmitted(clock.payments_read):
        clock.start()
        qtbot.waitUntil(lambda: rounds.count > 1)  # the second begins after the first was delivered
    clock.stop()
