"""The day's copy of the store, made beside the work."""

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from refund_gui.ui.background import Lane, Lanes

log = logging.getLogger(__name__)

_FIRST = 3_000
_EVERY = 3_600_000
"""Milliseconds: after the first paint, and then for windows that stay open for days."""


class DailyBackup(QObject):
    """Asks for the day's backup now and then; the store knows whether there is one."""

    failed = Signal(object)
    """An exception, once until a backup succeeds again."""

    def __init__(
        self, back_up: Callable[[], Path | None], lanes: Lanes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._back_up = back_up
        self._lanes = lanes
        self._has_failed = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.run_now)
        self._timer.start(_FIRST)

    @Slot()
    def run_now(self) -> None:
        """Make the day's backup unless there is one, and ask again in an hour."""
        self._timer.setInterval(_EVERY)
        self._lanes.run(Lane.SYNC, self._back_up, self, self._on_done, self._on_failed)

    def _on_done(self, made: Path | None) -> None:
        self._has_failed = False
        if made is not None:
            log.info("backup %s", made.name)

    def _on_failed(self, error: Exception) -> None:
        log.error("no backup: %s", type(error).__name__)
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(error)
