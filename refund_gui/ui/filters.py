"""What both lists are narrowed down with: a search that hears Hangul while it is composed, and choices."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from refund_gui.clock import in_korea
from refund_gui.ui.formats import korea_midnight

SEARCH_AFTER: Final = 150
"""Milliseconds without a key after which a search begins."""

_DAY: Final = 86_400


class SearchEdit(QLineEdit):
    """Searches as one types. `text()` lacks the syllable that is being composed, so it is asked for here."""

    changed = Signal()
    """What is searched for has changed, and typing has paused."""
    entered = Signal()
    """Enter or arrow down: on to the list."""

    def __init__(self, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setClearButtonEnabled(True)
        self._composed = ""
        self._told = ""
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_AFTER)
        self._pause.timeout.connect(self.tell)
        self.textChanged.connect(self._on_typed)

    def searched(self) -> str:
        """The text with the syllable that is being composed in its place, without spaces around it."""
        text, place = self.text(), self.cursorPosition()
        return (text[:place] + self._composed + text[place:]).strip()

    def tell(self) -> None:
        """Search now, if there is something new."""
        self._pause.stop()
        if self.searched() != self._told:
            self._told = self.searched()
            self.changed.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composed = event.preeditString()
        super().inputMethodEvent(event)
        self._on_typed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.tell()
            if not event.isAutoRepeat():
                self.entered.emit()
            return
        super().keyPressEvent(event)

    def _on_typed(self) -> None:
        self._pause.start()


class ChoiceFilter(QComboBox):
    """One of several values, or "" for all."""

    changed = Signal()

    def __init__(self, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.currentIndexChanged.connect(self._on_index_changed)

    def choice(self) -> str:
        return str(self.currentData() or "")

    def set_choices(self, everything: str, choices: Iterable[tuple[str, str]]) -> None:
        """Offer these (value, name) pairs after `everything`; the choice that was made stays."""
        chosen = self.choice()
        self.blockSignals(True)
        self.clear()
        self.addItem(everything, "")
        for value, name in choices:
            self.addItem(name, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(False)
        if self.choice() != chosen:
            self.changed.emit()

    def choose_all(self) -> None:
        self.setCurrentIndex(0)

    def _on_index_changed(self) -> None:
        self.changed.emit()


class PeriodFilter(ChoiceFilter):
    """The last days, today included, as they are counted in Korea."""

    def since(self, now: int) -> int | None:
        """Unix seconds of the period's first midnight; None for all time."""
        days = int(self.choice() or "0")
        return korea_midnight(in_korea(now)) - (days - 1) * _DAY if days else None

    def retranslate(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("PeriodFilter", "Period"))
        self.set_choices(
            QCoreApplication.translate("PeriodFilter", "All dates"),
            (
                ("1", QCoreApplication.translate("PeriodFilter", "Today")),
                ("7", QCoreApplication.translate("PeriodFilter", "7 days")),
                ("30", QCoreApplication.translate("PeriodFilter", "30 days")),
                ("90", QCoreApplication.translate("PeriodFilter", "90 days")),
            ),
        )
