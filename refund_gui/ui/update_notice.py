"""Tells calmly that a newer version is there, and where. It never shows while a refund is open."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from refund_gui.errors import UpdateRefused
from refund_gui.terminal.updating import Update, Updating
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.notice import Notice
from refund_gui.ui.words import Words

log = logging.getLogger(__name__)

_FIRST = 5_000
_EVERY = 600_000
"""Milliseconds: after the start, and then again; the use case knows whether anybody is to be asked."""


class UpdateNotice(Notice):
    """`updateNotice` with `updatePageButton`. A version that was put away is told again after a restart."""

    refused = Signal(object)
    """UpdateRefused: what is published is not to be believed."""

    def __init__(
        self,
        updating: Updating,
        lanes: Lanes,
        first: int = _FIRST,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
        parent: QWidget | None = None,
    ) -> None:
        """`first`: milliseconds until it looks for the first time."""
        self._updating = updating
        self._lanes = lanes
        self._open_url = open_url
        self._update: Update | None = None
        self._done_with = ""
        self._is_held = False
        self._is_looking = False
        self._open_page = QPushButton()
        super().__init__("updateNotice", parent)
        self._open_page.setObjectName("updatePageButton")
        self._open_page.clicked.connect(self._on_open_page)
        self.add_button(self._open_page)
        self.put_away.connect(self._on_put_away)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        if updating.is_possible:
            self._timer.start(first)

    def retranslate(self) -> None:
        super().retranslate()
        self._close.setText(self.tr("Later"))
        self._open_page.setText(self.tr("Open the download page"))
        self._open_page.setAccessibleName(self.tr("Open the download page of the new version"))
        if self._update is not None and not self.isHidden():
            self._tell(self._update)

    def hold(self, is_held: bool) -> None:
        """Nothing is told while a refund is open here or in the records."""
        if is_held:
            self.hide()
        elif self._is_held:
            self.look()
        self._is_held = is_held

    def look(self) -> None:
        """Show what is known of a newer version, after asking if it is time to."""
        if self._updating.is_possible and not self._is_looking:
            self._is_looking = True
            self._lanes.run(Lane.SYNC, self._updating.check, self, self._on_checked, self._on_failed)

    @Slot()
    def _on_tick(self) -> None:
        self._timer.setInterval(_EVERY)
        self.look()

    def _on_checked(self, update: Update | None) -> None:
        self._is_looking = False
        self._update = update
        if update is None or self._is_held or update.version == self._done_with:
            self.hide()
        else:
            self._tell(update)

    def _on_failed(self, error: Exception) -> None:
        """A store that is busy or broken is told of elsewhere."""
        self._is_looking = False
        if isinstance(error, UpdateRefused):
            self.refused.emit(error)
        else:
            log.warning("newer versions are not looked for: %s", type(error).__name__)

    def _tell(self, update: Update) -> None:
        title = self.tr("Version {version} of the refund terminal is there.").format(version=update.version)
        advice = self.tr("Nothing is installed by itself. Download and install it when the counter is quiet.")
        words = Words(title, advice)
        if not self.is_telling(words):  # a screen reader says it once
            self.tell(words)

    @Slot()
    def _on_open_page(self) -> None:
        assert self._update is not None, "the button is shown with an update"
        if self._open_url(QUrl(self._update.page)):
            self._close.click()
        else:
            title = self.tr("No browser could be opened. Enter this address in one:")
            self.tell(Words(title, self._update.page))

    @Slot()
    def _on_put_away(self) -> None:
        if self._update is not None:
            self._done_with = self._update.version
