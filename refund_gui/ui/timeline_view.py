"""A payment's refunds as one story, oldest first: those made here and those made elsewhere."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from refund_gui.domain.outside import OutsideRefund
from refund_gui.domain.payment import EntryOrigin
from refund_gui.domain.refund import Refund
from refund_gui.domain.states import Outside
from refund_gui.terminal.order_detail import TimelineEntry
from refund_gui.ui import words
from refund_gui.ui.formats import date_time, money, short_date_time
from refund_gui.ui.marks import marked_state
from refund_gui.ui.words_names import way_name

_MARGIN: Final = 8
_LEAST: Final = 24
"""Pixels."""


class TimelineView(QListWidget):
    """`cancelHistoryView`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cancelHistoryView")
        self.setWordWrap(True)
        self.setSpacing(_MARGIN // 4)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(_LEAST)  # in a low window the texts beside it stay whole: this one scrolls
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._entries: tuple[TimelineEntry, ...] = ()
        self._now = 0
        self.retranslate()

    def show_entries(self, entries: Iterable[TimelineEntry], now: int) -> None:
        """Replace what is shown. `now` in unix seconds."""
        self._entries, self._now = tuple(entries), now
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
        head = f"{date_time(entry.at)}   {money(entry.amount)}"
        if entry.outside is not None:
            return "\n".join(line for line in (head, *self._outside(entry.outside), entry.reason) if line)
        where = self._made(entry, entry.refund) if entry.refund else self._made_elsewhere(entry)
        gone = "" if entry.is_present else self.tr("× No longer in PortOne's record")
        return "\n".join(line for line in (head, where, gone, entry.reason.strip()) if line)

    def _made(self, entry: TimelineEntry, refund: Refund) -> str:
        origin = words.origin_name(refund.origin)
        if entry.made_in is EntryOrigin.OTHER_TERMINAL:
            origin = words.made_in_name(entry.made_in)
        parts = (marked_state(refund.state), origin, refund.operator)
        return " · ".join(part for part in parts if part)

    def _outside(self, note: OutsideRefund) -> tuple[str, str]:
        """How, by whom, and that it was taken back."""
        parts = (marked_state(Outside.NOTED), way_name(note.way), note.operator)
        back = self.tr("× Taken back {time}").format(time=short_date_time(note.withdrawn_at, self._now))
        return " · ".join(part for part in parts if part), "" if note.stands else back

    def _made_elsewhere(self, entry: TimelineEntry) -> str:
        made = f"◇ {words.made_in_name(entry.made_in)}"
        if not entry.seen_at:
            return made
        seen = self.tr("seen {time}").format(time=short_date_time(entry.seen_at, self._now))
        return f"{made} · {seen}"
