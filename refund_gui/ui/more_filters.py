"""The filters that are needed now and then: PG, amounts, and what can be refunded for a short time only."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from refund_gui.ui.amount_range import AmountRange
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.filters import ChoiceFilter
from refund_gui.ui.flow import Flow


class MoreFilters(QWidget):
    """`pgFilter`, `amountFromEdit`, `amountToEdit`, `endsSoonFilter`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pg = ChoiceFilter("pgFilter")
        self.amounts = AmountRange()
        self.soon = plain_button("endsSoonFilter", "toggle")
        self.soon.setCheckable(True)
        line = Flow(self)
        for widget in (self.pg, self.soon, self.amounts):
            line.addWidget(widget)
        self.pg.changed.connect(self.changed)
        self.amounts.changed.connect(self.changed)
        self.soon.toggled.connect(self._on_toggled)
        self.retranslate()

    def retranslate(self) -> None:
        self.pg.setAccessibleName(self.tr("PG"))
        self._name_soon()
        self.soon.setAccessibleName(self.tr("Refundable until soon"))
        self.soon.setToolTip(
            self.tr(
                "Phone payments in their month's last week; payments by card, PayPal, Naver Pay or KSNET"
                " in the last 30 days before their deadline."
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _name_soon(self) -> None:
        name = self.tr("Refundable until soon")
        self.soon.setText(f"✓ {name}" if self.soon.isChecked() else name)

    def _on_toggled(self) -> None:
        self._name_soon()
        self.changed.emit()
