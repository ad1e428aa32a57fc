"""The banner that stays as long as a refund is not clear."""

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent

from refund_gui.domain.refund import RefundState
from refund_gui.terminal.attention import Attention
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.announce import ANNOUNCER
from refund_gui.ui.attention_texts import URGENCY, banner_text, countdown_text, how_many, ticking_text
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.entry import plain_label
from refund_gui.ui.wrapped_buttons import WrappedButton

_EVERY = 1000
"""Milliseconds between two looks at the countdown."""


class AttentionBanner(WrappedButton):
    """Counts the refunds that are not clear and the payments that are blocked; each click goes to the next.

    While something is being checked it also says until when nobody may refund it in another way.
    """

    order_requested = Signal(object)
    """imp_uid of a payment that is blocked, or whose refund is being checked or waits."""
    review_requested = Signal(object)
    """refund_id of a refund that a person must decide."""
    looked = Signal(object)
    """The Attention, after the first reading and after each that differs."""

    def __init__(self, terminal: Terminal, lanes: Lanes) -> None:
        self._text = plain_label("attentionText", "banner-text")
        self._countdown = plain_label("attentionCountdown", "banner-text")
        super().__init__("attentionBanner", (self._text, self._countdown))
        self._terminal = terminal
        self._lanes = lanes
        self._attention: Attention | None = None
        self._is_looking = False
        self._visited = 0
        self._tick = QTimer(self, interval=_EVERY)
        self._tick.timeout.connect(self._on_tick)
        self.setProperty("role", "banner")
        self.hide()
        self.clicked.connect(self._on_clicked)
        self.retranslate()

    def retranslate(self) -> None:
        self.setToolTip(self.tr("Show them"))
        attention = self._attention
        if attention is None:
            return
        text = banner_text(attention)
        self._text.setText(text)
        until = attention.settles_at
        self._countdown.setVisible(until is not None)
        if until is not None:
            self._countdown.setText(ticking_text(until, self._terminal.clock.now()))
            text = f"{text} {countdown_text(until)}"  # a screen reader would read each second aloud
        if self.accessibleName() != text:
            self.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count_down()

    def hideEvent(self, event: QHideEvent) -> None:
        self._tick.stop()
        super().hideEvent(event)

    def refresh(self) -> None:
        """Read again what is not clear."""
        self._is_looking = True
        self._lanes.run(Lane.STORE, self._terminal.attention.look, self, self._on_looked, self._on_failed)

    def _on_looked(self, attention: Attention) -> None:
        self._is_looking = False
        is_news = attention != self._attention
        self._attention = attention
        self.retranslate()
        self.setVisible(how_many(attention) > 0)
        self._count_down()
        if is_news:
            if self.isVisible():
                ANNOUNCER.say(self, self.accessibleName())
            self.looked.emit(attention)

    def _on_failed(self, error: Exception) -> None:
        """What was shown stays; the lists beneath say what is wrong with the store."""
        self._is_looking = False

    def _count_down(self) -> None:
        """Each second, as long as there is something to count and somebody to see it."""
        counts = self._attention is not None and self._attention.settles_at is not None
        if not (counts and self.isVisible()):
            self._tick.stop()
        elif not self._tick.isActive():
            self._tick.start()

    @Slot()
    def _on_tick(self) -> None:
        """The moment moves when reads fail: look again, but never queue up behind a slow disk."""
        self.retranslate()
        if not self._is_looking:
            self.refresh()

    @Slot()
    def _on_clicked(self) -> None:
        attention = self._attention
        if attention is None:
            return
        places = [(self.order_requested, imp_uid) for imp_uid in attention.blocked]
        for row in sorted(attention.rows, key=lambda row: URGENCY.index(row.state)):
            if row.state is RefundState.NEEDS_REVIEW:
                places.append((self.review_requested, row.refund_id))
            else:
                places.append((self.order_requested, row.imp_uid))
        if places:
            signal, where = places[self._visited % len(places)]
            self._visited += 1
            signal.emit(where)
