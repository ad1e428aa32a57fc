"""Tells on the desktop how a refund ended that was Checking, while nobody looks at the window."""

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from refund_gui.domain.refund import RefundState
from refund_gui.terminal.attention import Attention
from refund_gui.terminal.history import RefundDetail
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui import formats
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.words import state_name

log = logging.getLogger(__name__)

Tell = Callable[[str, str], None]
"""Takes a title and a text to the desktop."""


class DesktopNotice(QObject):
    """Order number, amount and how it ended; never the buyer: others may see the screen."""

    def __init__(
        self,
        terminal: Terminal,
        lanes: Lanes,
        tell: Tell,
        is_wanted: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """`is_wanted` is asked each time: the settings may have it off, or somebody looks at the window."""
        super().__init__(parent)
        self._terminal = terminal
        self._lanes = lanes
        self._tell = tell
        self._is_wanted = is_wanted
        self._checking: frozenset[str] = frozenset()

    @Slot(object)
    def on_looked(self, attention: Attention) -> None:
        """A reading of what is not clear: what was Checking and is no more has resolved."""
        now = {row.refund_id for row in attention.rows if row.state is RefundState.UNKNOWN}
        resolved, self._checking = self._checking - now, frozenset(now)
        for refund_id in sorted(resolved):
            work = partial(self._terminal.history.detail, refund_id)
            self._lanes.run(Lane.STORE, work, self, self._on_resolved, self._on_failed)

    def _on_resolved(self, detail: RefundDetail) -> None:
        refund = detail.refund
        if refund.state is RefundState.UNKNOWN or not self._is_wanted():
            return
        order = detail.payment.merchant_uid if detail.payment else refund.imp_uid
        title = QCoreApplication.translate("DesktopNotice", "Order {order}: {state}")
        text = QCoreApplication.translate("DesktopNotice", "The refund of {amount} is clear now.")
        if refund.is_open:
            text = QCoreApplication.translate("DesktopNotice", "Please look at the refund of {amount}.")
        self._tell(
            title.format(order=order, state=state_name(refund.state)),
            text.format(amount=formats.money(refund.amount)),
        )

    def _on_failed(self, error: Exception) -> None:
        """The banner and the history say it all the same."""
        log.warning("a refund that is clear now cannot be told: %s", type(error).__name__)


class Tray(QObject):
    """The desktop itself: a message of the tray where there is one, else the window's entry blinks."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._icon: QSystemTrayIcon | None = None

    def tell(self, title: str, text: str) -> None:
        """Show it; a click on it brings the window up."""
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            if self._icon is None:
                self._icon = QSystemTrayIcon(self._window.windowIcon(), self)
                self._icon.messageClicked.connect(self._on_clicked)
                self._icon.show()
            self._icon.showMessage(title, text)
        else:
            QApplication.alert(self._window)

    @Slot()
    def _on_clicked(self) -> None:
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
