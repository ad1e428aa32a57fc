"""The amounts that a list shows: at least, at most."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from refund_gui.errors import InvalidInput
from refund_gui.ui import words
from refund_gui.ui.amount_edit import AmountEdit
from refund_gui.ui.entry import plain_label
from refund_gui.ui.scale import scaled


class AmountRange(QWidget):
    """`amountFromEdit` and `amountToEdit`, whole won. What cannot be used stays and is explained."""

    changed = Signal()
    """What is filtered by is another one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[int | None, int | None] = (None, None)
        self._title, self._between = QLabel(), QLabel("–")
        self._error = plain_label("amountFilterError", "error")
        self._from, self._to = AmountEdit(), AmountEdit()
        self._from.setObjectName("amountFromEdit")
        self._to.setObjectName("amountToEdit")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._title.setBuddy(self._from)
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in (self._title, self._from, self._between, self._to):
            line.addWidget(widget)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._error)
        for edit in (self._from, self._to):
            edit.setMinimumHeight(32)
            edit.setFixedWidth(scaled(112))
            edit.textChanged.connect(self._on_typed)
        self.retranslate()

    def limits(self) -> tuple[int | None, int | None]:
        """The least and the most in whole won; None for no limit, and for both while they cannot be used."""
        return (None, None) if self._wrong() else (_amount(self._from), _amount(self._to))

    def name(self) -> str:
        """`10,000 – 50,000`, `10,000 –`; "" without a limit."""
        limits = self.limits()
        if limits == (None, None):
            return ""
        return " – ".join("" if limit is None else f"{limit:,}" for limit in limits).strip()

    def clear(self) -> None:
        for edit in (self._from, self._to):
            edit.clear()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Amount"))
        self._from.setPlaceholderText(self.tr("from"))
        self._to.setPlaceholderText(self.tr("to"))
        self._from.setAccessibleName(self.tr("Amount from, in won"))
        self._to.setAccessibleName(self.tr("Amount to, in won"))
        self._show_error()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _wrong(self) -> str:
        """What is wrong, or nothing."""
        try:
            least, most = _amount(self._from), _amount(self._to)
        except InvalidInput as error:
            return words.input_words(error)
        if least is not None and most is not None and least > most:
            return self.tr("The first amount is larger than the second.")
        return ""

    def _show_error(self) -> None:
        wrong = self._wrong()
        self._error.setText(wrong)
        self._error.setVisible(bool(wrong))
        for edit in (self._from, self._to):
            edit.setAccessibleDescription(wrong)

    def _on_typed(self) -> None:
        self._show_error()
        if self.limits() != self._told:
            self._told = self.limits()
            self.changed.emit()


def _amount(edit: AmountEdit) -> int | None:
    """Whole won, None where nothing was typed. Raises InvalidInput."""
    return edit.amount().minor if edit.text().strip() else None
