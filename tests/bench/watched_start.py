"""Runs the real program for some seconds and prints how its window fares, then quits.

`python -m tests.bench.watched_start SECONDS --data-dir DIR --api-url URL` prints the monotonic clock at the
first paint and when the attention banner appeared, and the longest time for which the UI thread was blocked.
"""

import sys
import time
from collections.abc import Sequence

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, Qt, QTimer

SECONDS = float(sys.argv.pop(1))
"""How long it runs from the first paint on."""

EVERY = 5
"""Milliseconds between two looks at the clock."""


class WatchedApplication(QtWidgets.QApplication):
    """Sees the first paint of `mainWindow` and the banner, and looks at the clock as often as it is let."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(arguments)
        self._has_painted = self._has_banner = False
        self._last = self._longest = 0.0
        self._looks = QTimer(self)
        self._looks.setTimerType(Qt.TimerType.PreciseTimer)
        self._looks.timeout.connect(self._on_look)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            if not self._has_painted and watched.objectName() == "mainWindow":
                self._has_painted = True
                QTimer.singleShot(0, self._on_painted)
            elif not self._has_banner and watched.objectName() == "attentionBanner":
                self._has_banner = True
                QTimer.singleShot(0, lambda: print(f"banner {time.monotonic()}", flush=True))
        return False

    def _on_painted(self) -> None:
        self._last = time.monotonic()
        print(f"painted {self._last}", flush=True)
        self._looks.start(EVERY)
        QTimer.singleShot(int(SECONDS * 1000), self._on_end)

    def _on_look(self) -> None:
        now = time.monotonic()
        self._longest = max(self._longest, now - self._last)
        self._last = now

    def _on_end(self) -> None:
        print(f"blocked {self._longest}", flush=True)
        self.quit()


if __name__ == "__main__":
    # The program has no door for this: it makes its QApplication as ever, and gets the watched one.
    QtWidgets.QApplication = WatchedApplication  # type: ignore[assignment, misc]
    from refund_gui.app import main

    sys.exit(main(sys.argv[1:]))
