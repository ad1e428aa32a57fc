"""What the window has dropped dies on the UI thread, whatever the lanes allocate."""

import gc
import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer

from refund_gui.ui import garbage
from refund_gui.ui.background import Lane
from tests.gui.shell import Program, options


def dropped(died_in: list[int]) -> None:
    """Garbage with a running timer that only a collection finds. Tells the thread in which it dies."""
    timer = QTimer(interval=5)
    timer.start()
    owner = QObject()
    timer.owner, owner.timer = owner, timer  # type: ignore[attr-defined]  # a cycle
    weakref.finalize(owner, lambda: died_in.append(threading.get_ident()))


def many_containers() -> list[list[int]]:
    """Far above the threshold at which Python would collect."""
    return [[number] for number in range(200_000)]


def test_no_lane_destroys_what_belongs_to_the_window(program: Program, tmp_path: Path) -> None:
    window = program.open(options(tmp_path, practice=True)).window
    program.wait(lambda: gc.get_freeze_count() > 0)
    died_in: list[int] = []
    for _ in range(20):
        dropped(died_in)
    made: list[list[list[int]]] = []
    for lane in (Lane.STORE, Lane.COUNTS):
        program.lanes(window).run(lane, many_containers, window, made.append, print)
    program.wait(lambda: len(made) == 2)
    program.wait(lambda: len(died_in) == 20)
    assert set(died_in) == {threading.get_ident()}


def test_what_a_standing_window_is_made_of_is_looked_through_no_more(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To look through all of it blocked the window for some 40 ms, whatever had been dropped."""
    monkeypatch.setattr(garbage, "_EVERY", 20)
    program.open(options(tmp_path / "one", practice=True))
    program.wait(lambda: gc.get_freeze_count() > 10_000)
    died_in: list[int] = []
    dropped(died_in)
    made = many_containers()
    program.wait(lambda: died_in == [threading.get_ident()])
    assert made


def test_what_a_window_before_was_made_of_is_collected(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "_EVERY", 20)
    window = program.open(options(tmp_path / "one", practice=True)).window
    program.wait(lambda: gc.get_freeze_count() > 10_000)
    gone = weakref.ref(window)
    del window
    program.close()
    program.open(options(tmp_path / "two", practice=True))
    program.wait(lambda: gone() is None)
