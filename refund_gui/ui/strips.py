"""The strips above the pages: what is not clear, what turned out otherwise, and what there is to tell."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from refund_gui.terminal.attention import Attention
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.attention import AttentionBanner
from refund_gui.ui.attention_notices import AttentionNotices
from refund_gui.ui.attention_texts import how_many
from refund_gui.ui.background import Lanes
from refund_gui.ui.news_notice import NewsNotice
from refund_gui.ui.notice import Notice
from refund_gui.ui.surprise_notice import SurpriseNotice
from refund_gui.ui.update_notice import UpdateNotice
from refund_gui.ui.words import Words, describe


class Strips(QWidget):
    """`attentionBanner`, `surpriseNotice`, `notice`, `newsNotice`, `updateNotice`; hidden take no room."""

    order_requested = Signal(object)
    """imp_uid of a payment that needs attention."""
    review_requested = Signal(object)
    """refund_id of a refund that a person must decide."""
    news_requested = Signal()
    looked = Signal(object)
    """The Attention, whenever it is another one."""
    counted = Signal(object)
    """How many refunds are not clear, an int."""

    def __init__(self, terminal: Terminal, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banner = AttentionBanner(terminal, lanes)
        self._surprises = SurpriseNotice(terminal, lanes)
        self.notice = Notice()
        self._news = NewsNotice(terminal.seen_version, lanes)
        self._update = UpdateNotice(terminal.updating, lanes)
        self._is_refunding = self._is_unclear = False
        self._notices = AttentionNotices(self.notice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for strip in (self._banner, self._surprises, self.notice, self._news, self._update):
            layout.addWidget(strip)
        self._banner.order_requested.connect(self.order_requested)
        self._banner.review_requested.connect(self.review_requested)
        self._banner.looked.connect(self._on_looked)
        self._news.asked.connect(self.news_requested)
        self._update.refused.connect(self.tell_failure)

    def refresh(self) -> None:
        """Read again what is not clear."""
        self._banner.refresh()

    def tell(self, title: str, advice: str) -> None:
        """Say it until it is put away."""
        self.notice.tell(Words(title, advice))

    @Slot(object)
    def tell_failure(self, error: Exception) -> None:
        """Say what went wrong, until it is put away."""
        self.notice.tell(describe(error))

    @Slot(bool)
    def on_refunding(self, is_refunding: bool) -> None:
        """Whether a refund's dialog is open."""
        self._is_refunding = is_refunding
        self._update.hold(self._is_refunding or self._is_unclear)

    def look_for_update(self) -> None:
        """The settings may be others."""
        self._update.look()

    @Slot(object)
    def _on_looked(self, attention: Attention) -> None:
        self.looked.emit(attention)
        self.counted.emit(how_many(attention))
        self._is_unclear = how_many(attention) > 0
        self._update.hold(self._is_refunding or self._is_unclear)
        self._notices.show(attention)
        self._surprises.show_surprises(attention.surprises)
