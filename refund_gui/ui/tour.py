"""`--tour DIR`: the main job through the real windows, with a line and a picture for each step."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from refund_gui.ui.tour_hands import TourFailed, at_rest, require, wait_until
from refund_gui.ui.tour_steps import BEFORE_CLOSING, OPENED_AGAIN, Visit

OpenShop = Callable[[], AbstractContextManager[Visit]]
"""Opens the same data each time; window and store are closed when the block ends."""


def run_tour(open_shop: OpenShop, directory: Path) -> int:
    """Take every step, pictures into `directory`. The exit code: 0 only if each step ended as it must."""
    told, number = "the start", 0
    before = qInstallMessageHandler(_print_message)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for steps in (BEFORE_CLOSING, OPENED_AGAIN):
            with open_shop() as visit:
                visit.window.show()
                for told, name, step in steps:
                    number += 1
                    picture = directory / f"{number:02}-{name}.png"
                    try:
                        shown = step(visit)
                    except TourFailed:
                        _keep_all(directory, number)
                        raise
                    _keep(shown, picture)
                    print(f"{number:2} {told}: ok  {picture.name}", flush=True)
                told = "closing the window"
                visit.window.close()
                wait_until(visit.window.isHidden, "the window closed")
    except (TourFailed, OSError) as error:
        print(f"{number:2} {told}: FAILED, {error}", flush=True)
        return 1
    finally:
        qInstallMessageHandler(before)
    print(f"All {number} steps ended as they must. The pictures are in {directory}", flush=True)
    return 0


def _keep(widget: QWidget, picture: Path) -> None:
    boxes = [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox)]
    told = [box.text() for box in boxes if box.isVisible()]
    require(at_rest(widget).save(str(picture)), f"{picture} cannot be written")
    require(not told, f"the program has shown {told}")


def _keep_all(directory: Path, number: int) -> None:
    """What is on screen where a step failed."""
    for place, widget in enumerate(QApplication.topLevelWidgets()):
        if widget.isVisible():
            widget.grab().save(str(directory / f"{number:02}-failed-{place}.png"))


def _print_message(_kind: QtMsgType, _place: QMessageLogContext, text: str) -> None:
    """What Qt has to say, but for what it cannot do without a display."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)
