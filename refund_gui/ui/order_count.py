"""The line over the orders list that says how many there are."""

from typing import Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from refund_gui.domain.listing import Count

_QUIET: Final = 700
"""Milliseconds without a change after which a screen reader says the number, not one per key."""


class OrderCount(QLabel):
    """`orderCount`: "1,000,000 orders", "37 found", "1,000+ found"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("orderCount")
        self.setProperty("role", "hint")
        self._count: Count | None = None
        self._is_search = False
        self._is_too_short = False
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self._announce)

    def set_search(self, is_search: bool, is_too_short: bool) -> None:
        """Whether the next count is of what a search found; whether what was typed is too short for one."""
        self._is_search = is_search
        if is_too_short != self._is_too_short:
            self._is_too_short = is_too_short
            self._show()

    def show_count(self, count: Count) -> None:
        """Say how many."""
        self._count = count
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        if self._count is None:
            return
        told = self._words(self._count)
        if self._is_too_short:
            told = self.tr("{count} · a search begins with two characters").format(count=told)
        if told != self.text():
            self.setText(told)
            self._quiet.start()

    def _words(self, count: Count) -> str:
        number = f"{count.number:,}" if count.is_exact else f"{count.number:,}+"
        if self._is_search:
            return self.tr("{number} found").format(number=number)
        one = count.number == 1
        return self.tr("1 order") if one else self.tr("{number} orders").format(number=number)

    def _announce(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not for the first rows

        said = QAccessibleAnnouncementEvent(self, self.text())
        said.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(said)
