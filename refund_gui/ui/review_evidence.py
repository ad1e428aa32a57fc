"""The two sides of a review: what was sent from here, and what upstream's record shows."""

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from refund_gui.terminal.history import RefundDetail
from refund_gui.ui.entry import plain_label
from refund_gui.ui.review_texts import record_text, sent_text
from refund_gui.ui.words import Words

_NARROW: Final = 560
"""Pixels; narrower than this the sides stand one above the other."""


class ReviewEvidence(QWidget):
    """Side by side where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: RefundDetail | None = None
        self._stale: Words | None = None
        self._sent_name = plain_label("sentName", "subtitle")
        self._sent = plain_label("reviewSent")
        self._record_name = plain_label("recordName", "subtitle")
        self._freshness = plain_label("reviewFreshness", "hint")
        self._record = plain_label("reviewRecord")
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(12)
        for side in ((self._sent_name, self._sent), (self._record_name, self._freshness, self._record)):
            self._sides.addWidget(_card(side), 1)
        self.retranslate()

    def show_detail(self, detail: RefundDetail, stale: Words | None) -> None:
        """`stale`: why the record could not be read afresh."""
        self._detail, self._stale = detail, stale
        self.retranslate()

    def retranslate(self) -> None:
        self._sent_name.setText(self.tr("What we sent"))
        self._record_name.setText(self.tr("What PortOne's record shows"))
        detail = self._detail
        if detail is None:
            return
        self._sent.setText(sent_text(detail))
        self._record.setText(record_text(detail.refund, detail.payment) if detail.payment else "")
        self._freshness.setText(
            self.tr("Not read afresh, this is what was saved: {why}").format(why=self._stale.title)
            if self._stale
            else self.tr("Read just now.")
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        across = QBoxLayout.Direction.LeftToRight
        down = QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(across if event.size().width() >= _NARROW else down)
        super().resizeEvent(event)


def _card(labels: tuple[QLabel, ...]) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(16, 12, 16, 12)
    inside.setSpacing(6)
    for label in labels:
        inside.addWidget(label)
    inside.addStretch(1)
    return card
