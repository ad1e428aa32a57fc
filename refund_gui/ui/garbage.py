"""Cyclic garbage, collected on the UI thread only.

Python collects in whatever thread happens to allocate. An object of Qt's that dies in a lane cannot stop its
timers there: the event loop then calls what is gone, and the program crashes.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY: Final = 1000
"""Milliseconds between two looks at how much there is."""


class Garbage(QObject):
    """Takes the place of Python's own collections, by the same thresholds, for as long as it lives.

    What the program is made of is looked through no more once the window stands: that took 40 ms each time.
    """

    _windows = 0
    """How many this process has made before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._is_first = not Garbage._windows
        Garbage._windows += 1
        gc.unfreeze()
        self._stands = False
        timer = QTimer(self, interval=_EVERY)
        timer.timeout.connect(self._on_tick)
        timer.start()

    @Slot()
    def _on_tick(self) -> None:
        if not self._stands:
            self._stands = True
            if not self._is_first:
                gc.collect()  # what a window before this one was made of
            gc.freeze()
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
