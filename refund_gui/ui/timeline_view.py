"""A payment's refunds as one story, oldest first: those made here and those made elsewhere."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from refund_gui.domain.refund import Refund
from refund_gui.terminal.orders import TimelineEntry
from refund_gui.ui import words
from refund_gui.ui.formats import date_time, money
from refund_gui.ui.marks import marked_state

_MARGIN: Final = 8


class TimelineView(QListWidget):
    """`cancelHistoryView`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cancelHistoryView")
        self.setWordWrap(True)
        self.setSpacing(_MARGIN // 4)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._entries: tuple[TimelineEntry, ...] = ()
        self.retranslate()

    def show_entries(self, entries: Iterable[TimelineEntry]) -> None:
        """Replace what is shown."""
        self._entries = tuple(entries)
        self._fill()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Refunds of this order"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _fill(self) -> None:
        self.clear()
        for entry in self._entries:
            self.addItem(self._text(entry))
        if not self._entries:
            nothing = QListWidgetItem(self.tr("No refunds yet."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(nothing)

    def _text(self, entry: TimelineEntry) -> str:
        where = self.tr("◇ Made elsewhere") if entry.refund is None else self._made(entry.refund)
        head = f"{date_time(entry.at)}   {money(entry.amount)}"
        return "\n".join(line for line in (head, where, entry.reason.strip()) if line)

    def _made(self, refund: Refund) -> str:
        parts = (marked_state(refund.state), words.origin_name(refund.origin), refund.operator)
        return " · ".join(part for part in parts if part)
