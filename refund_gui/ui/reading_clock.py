"""Looks every second whether an open refund is due to be read, and tells which payments were."""

import logging

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from refund_gui.errors import ExpectedError
from refund_gui.terminal.rounds import Round, Rounds
from refund_gui.ui.background import Lane, Lanes

log = logging.getLogger(__name__)

_EVERY = 1000
"""Milliseconds."""


class ReadingClock(QObject):
    """Runs the reconciler's rounds on their lane, one at a time."""

    payments_read = Signal(object)
    """The imp_uids of the payments that were read or saved, a tuple; empty when there is only other news.

    While round follows upon round it comes once a second: after it the window reads its lists again.
    """

    def __init__(self, rounds: Rounds, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rounds = rounds
        self._lanes = lanes
        self._read: dict[str, None] = {}
        self._is_news = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        """Read what is due now, and look again every second."""
        self._timer.start()
        self._run()

    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def _on_tick(self) -> None:
        self._tell()
        self._run()

    def _run(self) -> None:
        if not self._lanes.is_busy(Lane.RECONCILE):
            self._lanes.run(Lane.RECONCILE, self._rounds.run, self, self._on_done, self._on_failed)

    def _on_done(self, done: Round) -> None:
        self._read |= dict.fromkeys(done.read)
        self._is_news |= done.is_news
        if done.is_full and self._timer.isActive():
            self._run()
        else:
            self._tell()

    def _tell(self) -> None:
        if self._is_news:
            read, self._read, self._is_news = tuple(self._read), {}, False
            self.payments_read.emit(read)

    def _on_failed(self, error: Exception) -> None:
        """The next round tries again; a bug was reported by the lane."""
        if isinstance(error, ExpectedError):
            log.warning("reading open refunds failed: %s", type(error).__name__)
