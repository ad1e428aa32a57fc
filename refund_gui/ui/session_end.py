"""The user logs off or shuts the computer down while a refund is being sent."""

import logging

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QSessionManager

from refund_gui.terminal.refunding import Refunding
from refund_gui.ui.background import Lane, Lanes

log = logging.getLogger(__name__)


class SessionEnd(QObject):
    """Asks the system to wait for the answer. Ended all the same, the refund is Checking next time."""

    def __init__(
        self, app: QGuiApplication, refunding: Refunding, lanes: Lanes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._refunding = refunding
        self._lanes = lanes
        app.commitDataRequest.connect(self.on_session_ending)

    @Slot(object)
    def on_session_ending(self, session: QSessionManager) -> None:
        """The system asks whether the program may be ended."""
        if self._lanes.is_busy(Lane.SENDS) or self._refunding.has_unsaved:
            log.warning("the session ends while a refund is being sent or saved: asked to wait")
            session.cancel()
