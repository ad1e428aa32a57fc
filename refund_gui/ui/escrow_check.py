"""Whether the buyer of an escrow payment has confirmed the purchase: only the shop knows."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from refund_gui.domain.payment import Payment
from refund_gui.ui.entry import plain_label


class EscrowCheck(QWidget):
    """`escrowConfirmedCheck`, which is there for escrow payments only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._applies = False
        self.check = QCheckBox()
        self.check.setObjectName("escrowConfirmedCheck")
        self.check.setMinimumHeight(32)
        self._hint = plain_label("escrowHint", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.check)
        column.addWidget(self._hint)
        self.retranslate()

    @property
    def is_confirmed(self) -> bool:
        return self._applies and self.check.isChecked()

    def show_payment(self, payment: Payment) -> None:
        """Ask where there is an escrow; what was ticked stays."""
        self._applies = payment.escrow
        self.setVisible(payment.escrow)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.check.setText(self.tr("The buyer has confirmed the purchase"))
        self._hint.setText(
            self.tr(
                "This is an escrow payment: the money is held until the buyer confirms that the goods came. "
                "Tick this only if that has been done; it is sent with the refund."
            )
        )
        self.check.setAccessibleDescription(self._hint.text())
