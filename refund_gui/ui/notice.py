"""A strip that tells something until it is put away. It never stops anybody's work."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from refund_gui.ui.announce import ANNOUNCER
from refund_gui.ui.words import Words


class Notice(QFrame):
    """Title and advice beside a button that puts them away. Signal `put_away` when it is pressed."""

    put_away = Signal()

    def __init__(self, name: str = "notice", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: Words | None = None
        self.setObjectName(name)
        self.setProperty("role", "notice")
        self._text = QLabel()
        self._text.setObjectName(f"{name}Label")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._close = QPushButton()
        self._close.setObjectName(f"{name}CloseButton")
        self._close.clicked.connect(self._on_closed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._close)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self._close.setText(self.tr("OK"))
        self._close.setAccessibleName(self.tr("Put this notice away"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def add_button(self, button: QPushButton) -> None:
        """Something that can be done about it, before the button that puts it away."""
        self._row.insertWidget(1, button)

    def tell(self, words: Words) -> None:
        """Show it in place of what was told before."""
        self._told = words
        self._text.setText("\n".join(filter(None, (words.title, words.advice))))
        self.show()
        ANNOUNCER.say(self._text, self._text.text())

    def is_telling(self, words: Words) -> bool:
        """Whether this is what stands there now."""
        return self.isVisible() and self._told == words

    @Slot()
    def _on_closed(self) -> None:
        self.hide()
        self.put_away.emit()
