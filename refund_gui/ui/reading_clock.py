"""Looks every second whether an open refund is due to be read, and tells which payments were."""

import logging

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from refund_gui.errors import ExpectedError, StoreError
from refund_gui.terminal.reconciling import Reconciler
from refund_gui.terminal.refunding import Refunding
from refund_gui.ui.background import Lane, Lanes

log = logging.getLogger(__name__)

_EVERY = 1000
"""Milliseconds."""


class ReadingClock(QObject):
    """Runs the reconciler on its lane, one round at a time."""

    payments_read = Signal(object)
    """The imp_uids of the payments that were read or saved, a tuple; never empty."""

    def __init__(
        self, reconciler: Reconciler, refunding: Refunding, lanes: Lanes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reconciler = reconciler
        self._refunding = refunding
        self._lanes = lanes
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        """Read what is due now, and look again every second."""
        self._timer.start()
        self._on_tick()

    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def _on_tick(self) -> None:
        if not self._lanes.is_busy(Lane.RECONCILE):
            self._lanes.run(Lane.RECONCILE, self._round, self, self._on_done, self._on_failed)

    def _round(self) -> tuple[str, ...]:
        """Lane thread."""
        saved: tuple[str, ...] = ()
        try:
            saved = self._refunding.save_again()
        except StoreError as error:
            log.error("an answer still cannot be saved: %s", type(error).__name__)
        return saved + self._reconciler.read_due()

    def _on_done(self, imp_uids: tuple[str, ...]) -> None:
        if imp_uids:
            self.payments_read.emit(imp_uids)

    def _on_failed(self, error: Exception) -> None:
        """The next round tries again; a bug was reported by the lane."""
        if isinstance(error, ExpectedError):
            log.warning("reading open refunds failed: %s", type(error).__name__)
