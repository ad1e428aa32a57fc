"""The summary page: a period's sums, or the close of a day."""

from typing import Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.background import Lanes
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.daily_close_view import DailyCloseView
from refund_gui.ui.summary_view import SummaryView

_AGAIN: Final = 60_000
"""Milliseconds after which what is on screen is read again."""


class SummaryPage(QWidget):
    """`summaryPeriodButton` and `summaryCloseButton` choose what is shown. Reads while it is on screen."""

    order_requested = Signal(object)
    """imp_uid of an order that a difference leads to."""

    def __init__(self, terminal: Terminal, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summaryPage")
        self._period, self._close = SummaryView(terminal, lanes), DailyCloseView(terminal, lanes)
        self._close.order_requested.connect(self.order_requested)
        self._views = QStackedWidget()
        self._buttons = (
            plain_button("summaryPeriodButton", "toggle"),
            plain_button("summaryCloseButton", "toggle"),
        )
        group = QButtonGroup(self)
        head = QWidget()
        head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # tall views press on it
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        for number, (button, view) in enumerate(zip(self._buttons, (self._period, self._close), strict=True)):
            button.setCheckable(True)
            group.addButton(button, number)
            line.addWidget(button)
            self._views.addWidget(view)
        self._buttons[0].setChecked(True)
        line.addStretch(1)
        group.idClicked.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addWidget(self._views, 1)
        self._clock = QTimer(self)
        self._clock.setInterval(_AGAIN)
        self._clock.timeout.connect(self.refresh)
        self.setFocusProxy(self._buttons[0])
        self.retranslate()

    def refresh(self) -> None:
        """Read again what is on screen."""
        if self.isVisible():
            (self._period, self._close)[self._views.currentIndex()].refresh()

    def retranslate(self) -> None:
        names = (self.tr("Summary"), self.tr("Daily close"))
        for button, name in zip(self._buttons, names, strict=True):
            button.setText(name)
            button.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def _on_chosen(self, number: int) -> None:
        self._views.setCurrentIndex(number)
        self.refresh()
