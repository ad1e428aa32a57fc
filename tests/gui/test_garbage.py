"""What the window has dropped dies on the UI thread, whatever the lanes allocate."""

import threading
import weakref
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from refund_gui.ui.background import Lane
from tests.gui.shell import Program, options


def dropped(died_in: list[int]) -> None:
    """Garbage with a running timer that only a collection finds. Tells the thread in which it dies."""
    timer = QTimer(interval=5)
    timer.start()
    owner = QObject()
    timer.owner, owner.timer = owner, timer  # type: ignore[attr-defined]  # a cycle
    weakref.finalize(owner, lambda: died_in.append(threading.get_ident()))


def many_containers() -> int:
    """Far above the threshold at which Python would collect."""
    return len([[number] for number in range(200_000)])


def test_no_lane_destroys_what_belongs_to_the_window(program: Program, tmp_path: Path) -> None:
    window = program.open(options(tmp_path, practice=True)).window
    died_in: list[int] = []
    for _ in range(20):
        dropped(died_in)
    made: list[int] = []
    for lane in (Lane.STORE, Lane.COUNTS):
        program.lanes(window).run(lane, many_containers, window, made.append, print)
    program.wait(lambda: len(made) == 2)
    program.wait(lambda: len(died_in) == 20)
    assert set(died_in) == {threading.get_ident()}
