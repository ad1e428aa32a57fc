"""Before typed data is lost somebody is asked, where it was typed."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QWidget

from refund_gui.ui.buttons import plain_button
from refund_gui.ui.entry import plain_label


class DiscardQuestion(QFrame):
    """`discardQuestion`: a bar in the dialog that was about to close. The focus is on keeping.

    Signal `discarded`. Escape in the dialog while it asks is the same as keeping.
    """

    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: QWidget | None = None
        self.setObjectName("discardQuestion")
        self.setProperty("role", "notice")
        self._text = plain_label("discardText")
        self._keep = plain_button("keepButton", "primary")
        self._discard = plain_button("discardButton")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._text, 1)
        row.addWidget(self._keep)
        row.addWidget(self._discard)
        self.hide()
        self._keep.clicked.connect(self.keep)
        self._discard.clicked.connect(self._on_discard)
        self.retranslate()

    @property
    def asks(self) -> bool:
        """Whether the question is open."""
        return not self.isHidden()

    def ask(self) -> None:
        """Ask whether what was typed may go."""
        if not self.asks:
            self._before = self.window().focusWidget()
        self.show()
        self._keep.setFocus()

    def keep(self) -> None:
        """Nothing is lost; the focus goes back to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def retranslate(self) -> None:
        self._text.setText(self.tr("What was typed here would be lost."))
        self._keep.setAccessibleDescription(self._text.text())  # it has the focus
        self._keep.setText(self.tr("Go on typing"))
        self._discard.setText(self.tr("Discard and close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_discard(self) -> None:
        self.hide()
        self.discarded.emit()


class AskingDialog(QDialog):
    """A dialog that loses nothing that was typed without asking, by Escape or by closing.

    Whoever inherits it says what was typed, and puts `question` into its layout.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_go = False
        self.question = DiscardQuestion()
        self.question.discarded.connect(self.discard)

    def has_typed(self) -> bool:
        """Whether closing now would lose something."""
        raise NotImplementedError

    def asks_first(self) -> bool:
        """Whether it asks now, instead of closing."""
        if self._may_go or not self.has_typed():
            return False
        self.question.ask()
        return True

    def discard(self) -> None:
        """Close, whatever was typed."""
        self._may_go = True
        self.close()

    def reject(self) -> None:
        """Escape; also what closing a dialog does."""
        if self.question.asks:
            self.question.keep()
        elif not self.asks_first():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.asks_first():
            event.ignore()
        else:
            super().closeEvent(event)
