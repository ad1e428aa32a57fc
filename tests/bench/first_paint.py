"""Runs the real program until its main window has been painted once, then quits.

Prints the monotonic clock then, and the processor's time so far.
Takes the arguments of main.py: `python -m tests.bench.first_paint --practice --data-dir DIR`.
"""

import sys
import time
from collections.abc import Sequence

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer


class MeasuredApplication(QtWidgets.QApplication):
    """Sees the first paint event of `mainWindow` and waits until it has been carried out."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(arguments)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched.objectName() == "mainWindow":
            self.removeEventFilter(self)
            QTimer.singleShot(0, self._on_painted)
        return False

    def _on_painted(self) -> None:
        print(f"painted {time.monotonic()}\nprocessor {time.process_time()}", flush=True)
        self.quit()


if __name__ == "__main__":
    # The program has no door for this: it makes its QApplication as ever, and gets the measured one.
    QtWidgets.QApplication = MeasuredApplication  # type: ignore[assignment, misc]
    from refund_gui.app import main

    sys.exit(main(sys.argv[1:]))
