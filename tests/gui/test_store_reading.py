"""A pane shows the answer to what was asked last, or why there is none; a refreshed one stays till then."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from refund_gui.errors import DiskFull
from refund_gui.ui.store_reading import StoreReading
from tests.gui.counter import Counter


class Pane(QWidget):
    """Notes what it would show, each time."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.reading: StoreReading[str, str] = StoreReading(counter.lanes, self, self._on_changed)
        self.shown: list[tuple[str | None, str | None, str]] = []

    def _on_changed(self) -> None:
        reading = self.reading
        self.shown.append((reading.key, reading.detail, type(reading.error).__name__))


@pytest.fixture
def pane(counter: Counter, qtbot: QtBot) -> Pane:
    pane = Pane(counter)
    qtbot.addWidget(pane)
    return pane


def fail(key: str) -> str:
    raise DiskFull(key)


@pytest.mark.parametrize("read", [str.upper, fail])
def test_what_was_overtaken_is_not_shown(
    pane: Pane, counter: Counter, qtbot: QtBot, read: Callable[[str], str]
) -> None:
    pane.reading.ask("one", read)
    pane.reading.ask("two", str.upper)
    counter.settle(qtbot)
    assert pane.shown == [
        ("one", None, "NoneType"),
        ("two", None, "NoneType"),
        ("two", "TWO", "NoneType"),
    ]


def test_asked_again_it_stays_until_the_answer_is_there(pane: Pane, counter: Counter, qtbot: QtBot) -> None:
    pane.reading.ask("one", str.upper)
    counter.settle(qtbot)
    del pane.shown[:]
    pane.reading.ask("one", str.title)
    assert pane.shown == []
    counter.settle(qtbot)
    assert pane.shown == [("one", "One", "NoneType")]
    pane.reading.ask("one", fail)
    counter.settle(qtbot)
    assert pane.shown[1:] == [("one", None, "DiskFull")]


def test_nothing_chosen_asks_for_nothing(pane: Pane, counter: Counter, qtbot: QtBot) -> None:
    pane.reading.ask("one", str.upper)
    pane.reading.ask(None, str.upper)
    counter.settle(qtbot)
    assert pane.shown == [("one", None, "NoneType"), (None, None, "NoneType")]
