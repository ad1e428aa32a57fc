"""What is left to do by hand about a refund: the mail to PortOne, or taking a mistake back."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from refund_gui.clock import Clock
from refund_gui.domain.letters import status_mail
from refund_gui.domain.undoing import may_ask_to_undo
from refund_gui.settings import Settings
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.result_texts import Result, asks_for_mail
from refund_gui.ui.undo_dialog import UndoDialog


class NextSteps(QWidget):
    """`copyMailButton` where PortOne's record must be put right; `undoButton` on the day of a refund.

    Without `settings` the texts leave out the shop's name and leave the webhook to the person.
    """

    def __init__(self, clock: Clock, settings: Settings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._shop = settings.shop if settings else ""
        self._webhook = settings.enable_webhook if settings else None
        self._result: Result | None = None
        self._mail = plain_button("copyMailButton")
        self._mail.clicked.connect(self._on_mail)
        self._undo = plain_button("undoButton")
        self._undo.clicked.connect(self._on_undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._mail)
        row.addWidget(self._undo)
        self.show_for(None)
        self.retranslate()

    def show_for(self, result: Result | None) -> None:
        """A refund as it stands; None: nothing is known of it."""
        if self._result and (result is None or result.refund.refund_id != self._result.refund.refund_id):
            self.retranslate()  # what was copied was another one's
        self._result = result
        asks = result is not None and asks_for_mail(result)
        may_undo = (
            result is not None
            and result.payment is not None
            and may_ask_to_undo(result.refund, result.payment, self._clock.now())
        )
        self._mail.setVisible(asks)
        self._undo.setVisible(may_undo)
        self.setVisible(asks or may_undo)

    def retranslate(self) -> None:
        self._mail.setText(self.tr("Copy the mail to PortOne"))
        self._undo.setText(self.tr("Refunded by mistake?"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_mail(self) -> None:
        if self._result:
            mail = status_mail(self._result.refund, self._result.payment, self._shop, self._webhook)
            QGuiApplication.clipboard().setText(mail)
            self._mail.setText(self.tr("Copied"))

    def _on_undo(self) -> None:
        for open_one in self.window().findChildren(UndoDialog):
            open_one.close()
        if self._result and self._result.payment:
            now = self._clock.now()
            UndoDialog(self._result.refund, self._result.payment, now, self._shop, self.window()).show()
