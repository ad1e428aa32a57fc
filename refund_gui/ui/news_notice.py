"""Tells once after an update that there is something new."""

import logging
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from refund_gui import __version__
from refund_gui.terminal.seen_version import SeenVersion
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.notice import Notice
from refund_gui.ui.whats_new import news_since
from refund_gui.ui.words import Words

log = logging.getLogger(__name__)


class NewsNotice(Notice):
    """`newsNotice` with `newsButton`. Signal `asked`: show what is new."""

    asked = Signal()

    def __init__(
        self,
        seen: SeenVersion,
        lanes: Lanes,
        version: str = __version__,
        parent: QWidget | None = None,
    ) -> None:
        self._news: tuple[str, ...] = ()
        self._version = version
        self._show_news = QPushButton()
        super().__init__("newsNotice", parent)
        self._show_news.setObjectName("newsButton")
        self._show_news.clicked.connect(self._on_asked)
        self.add_button(self._show_news)
        lanes.run(Lane.STORE, partial(seen.before, version), self, self._on_seen, self._on_failed)

    def retranslate(self) -> None:
        super().retranslate()
        self._show_news.setText(self.tr("What is new"))
        if self._news:
            title = self.tr("The refund terminal was updated to version {version}.")
            self.tell(Words(title.format(version=self._version), ""))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and not self.isHidden():
            self.retranslate()
        super().changeEvent(event)

    def _on_seen(self, before: str | None) -> None:
        if before is not None:
            self._news = news_since(before)
            self.retranslate()

    def _on_asked(self) -> None:
        self.hide()
        self.asked.emit()

    def _on_failed(self, error: Exception) -> None:
        """It is told at the next start."""
        log.warning("the version cannot be remembered: %s", type(error).__name__)
