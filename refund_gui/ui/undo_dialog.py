"""A refund made by mistake: whether it can be taken back today, who does it, and the text to send."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from refund_gui.domain.letters import undo_letter
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Refund
from refund_gui.domain.undoing import undo_obstacle
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.entry import grow_to_fit, plain_label, title_label
from refund_gui.ui.scale import open_wide, scaled
from refund_gui.ui.words_undo import undo_words


class UndoDialog(QDialog):
    """`undoDialog`. Modeless; it deletes itself when it is closed. `now` in unix seconds."""

    def __init__(
        self, refund: Refund, payment: Payment, now: int, shop: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("undoDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._payment = payment
        self._obstacle = undo_obstacle(refund, payment, now)
        open_wide(self, 560, 200 if self._obstacle else 660)
        self._title = title_label("undoTitle")
        self._advice = plain_label("undoAdvice")
        self._text = QPlainTextEdit(undo_letter(refund, payment, shop))
        self._text.setObjectName("undoText")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._text.setMinimumHeight(scaled(72))  # it scrolls
        self._copy = plain_button("copyUndoButton", "primary")
        self._copy.clicked.connect(self._on_copy)
        self._close = plain_button("closeUndoButton")
        self._close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._advice)
        column.addWidget(self._text, 1)
        column.addStretch()
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy)
        buttons.addStretch()
        buttons.addWidget(self._close)
        column.addLayout(buttons)
        for part in (self._text, self._copy):
            part.setVisible(self._obstacle is None)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Refunded by mistake?"))
        words = undo_words(self._obstacle, self._payment)
        self._title.setText(words.title)
        self._advice.setText(words.advice)
        self._text.setAccessibleName(self.tr("The text to send to the PG"))
        self._copy.setText(self.tr("Copy the text"))
        self._close.setText(self.tr("Close"))
        grow_to_fit(self)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
        self._copy.setText(self.tr("Copied"))
