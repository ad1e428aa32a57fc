"""Tells of refunds that are no longer what the shop was told, until somebody has read it."""

import logging
from functools import partial

from PySide6.QtCore import QEvent, Slot

from refund_gui.domain.refund_listing import Surprise
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.attention_texts import surprise_words
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.notice import Notice

log = logging.getLogger(__name__)


class SurpriseNotice(Notice):
    """`surpriseNotice`: made late, taken back, or back again. Putting it away is remembered."""

    def __init__(self, terminal: Terminal, lanes: Lanes) -> None:
        self._surprises: tuple[Surprise, ...] = ()
        super().__init__("surpriseNotice")
        self._terminal = terminal
        self._lanes = lanes
        self.put_away.connect(self._on_put_away)

    def show_surprises(self, surprises: tuple[Surprise, ...]) -> None:
        """What a reading of what needs attention has brought."""
        if surprises != self._surprises:
            self._surprises = surprises
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        if self._surprises:
            self.tell(surprise_words(self._surprises))
        else:
            self.hide()

    @Slot()
    def _on_put_away(self) -> None:
        if self._surprises:
            work = partial(self._terminal.attention.acknowledge, self._surprises)
            self._lanes.run(Lane.STORE, work, self, _nothing, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        """It is told again at the next start."""
        log.warning("what was read cannot be remembered: %s", type(error).__name__)


def _nothing(_: object) -> None:
    """The next look brings what comes after these."""
