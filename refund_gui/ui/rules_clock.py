"""Hours, days and months end while a dialog is open: the rules of its reading are looked at again."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from refund_gui.terminal.refunding import Offer, Refunding

_LOOK_EVERY: Final = 1_000
"""Milliseconds. It asks neither disk nor network."""


class RulesClock(QObject):
    """Signal `changed`: the offer with other rules."""

    changed = Signal(object)

    def __init__(self, refunding: Refunding, parent: QObject) -> None:
        super().__init__(parent)
        self._refunding = refunding
        self._offer: Offer | None = None
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self._on_look)

    def watch(self, offer: Offer | None) -> None:
        """From now on the rules of this offer; None: none, a refund is under way or over."""
        self._offer = offer
        if offer is None:
            self._timer.stop()
        else:
            self._timer.start()

    def _on_look(self) -> None:
        if self._offer is None:
            return
        renewed = self._refunding.renewed(self._offer)
        if renewed.rules != self._offer.rules:
            self._offer = renewed
            self.changed.emit(renewed)
