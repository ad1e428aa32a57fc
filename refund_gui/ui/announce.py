"""Tells a screen reader what has changed without the focus going there."""

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


class Announcer(QObject):
    """Signal `said`: the text, and whether it interrupts what is being read."""

    said = Signal(str, bool)

    def say(self, about: QObject, text: str, urgent: bool = False) -> None:
        """Have this read aloud. `about` is the widget that shows it; an empty text says nothing."""
        if not text:
            return
        event = QAccessibleAnnouncementEvent(about, text)
        kinds = QAccessible.AnnouncementPoliteness
        event.setPoliteness(kinds.Assertive if urgent else kinds.Polite)
        QAccessible.updateAccessibility(event)
        self.said.emit(text, urgent)


ANNOUNCER: Final = Announcer()
