"""From what a person does to the paint that shows what came of it, in milliseconds."""

import time
from collections.abc import Callable, Sequence
from statistics import median, quantiles
from typing import Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

PATIENCE: Final = 60_000
"""Milliseconds after which a measurement is given up."""

STILL: Final = 40
"""Milliseconds after an answer in which its paint begins, if there is anything to paint."""


class Stopwatch(QObject):
    """Watches some widgets. One measurement at a time."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._is_shown: Callable[[], bool] = lambda: False
        self._answered_at: float | None = None
        self._ended_at: float | None = None
        self._is_painting = False
        self._loop = QEventLoop()
        self._still = QTimer(self, singleShot=True, interval=STILL, timerType=Qt.TimerType.PreciseTimer)
        self._still.timeout.connect(self._on_still)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._loop.quit)
        for widget in widgets:
            widget.installEventFilter(self)

    def until_painted(self, act: Callable[[], None], is_shown: Callable[[], bool]) -> float:
        """Until a paint is over at whose beginning the widgets have to show what was asked for."""
        self._answered_at, self._ended_at, self._is_painting = None, None, False
        self._is_shown = is_shown
        self._still.stop()
        began = time.perf_counter()
        act()
        self._patience.start()
        self._loop.exec()
        self._patience.stop()
        self._still.stop()
        self._is_shown = lambda: False
        return (self._end() - began) * 1000

    def until_answered(self, act: Callable[[], None]) -> float:
        """Until the paint that follows `answered`; an answer that changes nothing ends it itself."""
        return self.until_painted(act, lambda: self._answered_at is not None)

    def answered(self) -> None:
        """What was asked for is there. To be connected to a signal."""
        self._answered_at = time.perf_counter()
        self._still.start()

    def settle(self, milliseconds: int = STILL) -> None:
        """Let what was begun come to its end, unmeasured."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._is_painting and self._is_shown():
            self._is_painting = True
            QTimer.singleShot(0, self._on_painted)
        return False

    def _end(self) -> float:
        if self._ended_at is None:
            raise TimeoutError(f"nothing was painted in {PATIENCE / 1000:.0f} s")
        return self._ended_at

    def _on_painted(self) -> None:
        if self._ended_at is None:
            self._ended_at = time.perf_counter()
            self._loop.quit()

    def _on_still(self) -> None:
        if not self._is_painting and self._ended_at is None:
            self._ended_at = self._answered_at
            self._loop.quit()


def p99(values: Sequence[float]) -> float:
    """What 99 of a hundred stay within."""
    return quantiles(values, n=100, method="inclusive")[-1] if len(values) > 1 else values[0]


def line(name: str, milliseconds: Sequence[float], note: str = "") -> str:
    """Median, 99th percentile, longest and how many, under the heading of `HEADING`."""
    figures = f"{median(milliseconds):9.2f}  {p99(milliseconds):9.2f}  {max(milliseconds):9.2f}"
    return f"  {name:34} {figures}  {len(milliseconds):6}{note}"


HEADING: Final = f"  {'milliseconds':34} {'median':>9}  {'p99':>9}  {'longest':>9}  {'of':>6}"
