"""A person notes that the customer has the money: no record of PortOne's can say so (protocol: payout)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QVBoxLayout, QWidget

from refund_gui.domain.refund import RefundState
from refund_gui.domain.verdict import Ground
from refund_gui.terminal.history import RefundDetail
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.entry import plain_label
from refund_gui.ui.words import Words


class PayoutNote(QWidget):
    """`payoutConfirmedButton`, with `payoutOperatorCombo` where the settings name several people."""

    confirmed = Signal(object)
    """Who noted it, "" when nobody is named."""

    def __init__(self, operators: Callable[[], tuple[str, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operators = operators
        self._who = QComboBox()
        self._who.setObjectName("payoutOperatorCombo")
        self._who.setMinimumHeight(32)
        self._button = plain_button("payoutConfirmedButton")
        self._button.clicked.connect(self._on_clicked)
        self._problem = plain_label("payoutProblem", "error")
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._line.addWidget(self._who)
        self._line.addWidget(self._button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._problem)
        column.addLayout(self._line)
        self.retranslate()

    def set_direction(self, direction: QBoxLayout.Direction) -> None:
        """Beside one another where the pane is wide and low."""
        self._line.setDirection(direction)

    def show_for(self, detail: RefundDetail) -> None:
        """It is there only for a refund whose money is due on a day, until that was noted."""
        noted = any(event.detail == Ground.PAYOUT_CONFIRMED.value for event in detail.events)
        refund = detail.refund
        self.setVisible(refund.state is RefundState.SUCCEEDED and refund.payout_due is not None and not noted)
        people = self._operators()
        if people != tuple(self._who.itemText(number) for number in range(self._who.count())):
            self._who.clear()
            self._who.addItems(people)
        self._who.setVisible(len(people) > 1)
        self._button.setEnabled(True)
        self._problem.hide()

    def show_problem(self, words: Words) -> None:
        """It was not noted."""
        self._problem.setText("\n".join(line for line in (words.title, words.advice) if line))
        self._problem.show()
        self._button.setEnabled(True)

    def retranslate(self) -> None:
        self._who.setAccessibleName(self.tr("Operator"))
        self._button.setText(self.tr("The customer has confirmed the money"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_clicked(self) -> None:
        self._button.setEnabled(False)
        self.confirmed.emit(self._who.currentText())
