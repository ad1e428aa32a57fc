"""What a person can say about a refund in review: which of upstream's entries it is, or what became of it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from refund_gui.domain.payment import Cancellation
from refund_gui.domain.refund import RefundState
from refund_gui.domain.rules import answers_before_acting
from refund_gui.terminal.history import RefundDetail
from refund_gui.ui.entry import plain_label
from refund_gui.ui.keys_held import EnterMovesOn
from refund_gui.ui.review_texts import entry_text, may_be_it, shows_another_amount
from refund_gui.ui.wrapped_buttons import WrappedChoice


@dataclass(frozen=True, slots=True)
class Choice:
    """Where the refund goes, and the key of upstream's entry that it is, "" for none."""

    state: RefundState
    entry_key: str = ""


class ReviewChoices(QFrame):
    """`candidatesBox` with `choiceCandidate1`… where there are any, then the ends without an entry.

    Signal `chosen`: look at `choice`.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._detail: RefundDetail | None = None
        self._entries: tuple[Cancellation, ...] = ()
        self._found: list[WrappedChoice] = []
        self._name = plain_label("choicesName", "subtitle")
        self._box = QWidget()
        self._box.setObjectName("candidatesBox")
        self._box_name = plain_label("candidatesName", "hint")
        self._succeeded = WrappedChoice("choiceSucceeded")
        self._accepted = WrappedChoice("choiceAccepted")
        self._not_executed = WrappedChoice("choiceNotExecuted")
        self._group = QButtonGroup(self)
        self._enter = EnterMovesOn(self)
        self._lay_out()
        self._group.buttonToggled.connect(self.chosen)
        self.show_detail(None)

    @property
    def choice(self) -> Choice | None:
        """What is chosen, None while nothing is."""
        checked: QAbstractButton | None = self._group.checkedButton()
        if checked is None:
            return None
        for button, entry in zip(self._found, self._entries, strict=True):
            if button is checked:
                return Choice(RefundState.SUCCEEDED, entry.key)
        states = {
            self._succeeded: RefundState.SUCCEEDED,
            self._accepted: RefundState.ACCEPTED,
            self._not_executed: RefundState.NOT_EXECUTED,
        }
        return next(Choice(state) for button, state in states.items() if button is checked)

    def show_detail(self, detail: RefundDetail | None) -> None:
        """Offer what this refund allows. What was chosen stays, as long as it is still offered."""
        self._detail = detail
        self.setEnabled(detail is not None and detail.refund.state is RefundState.NEEDS_REVIEW)
        payment = detail.payment if detail else None
        self._accepted.setVisible(payment is not None and answers_before_acting(payment))
        entries = may_be_it(detail) if detail else ()
        if entries != self._entries:
            self._offer(entries)
        self._box.setVisible(bool(entries))
        self.retranslate()

    def buttons(self) -> tuple[WrappedChoice, ...]:
        """From top to bottom, as Tab goes."""
        return (*self._found, self._succeeded, self._accepted, self._not_executed)

    def retranslate(self) -> None:
        self._name.setText(self.tr("What became of it?"))
        self._box_name.setText(self.tr("New in PortOne's record, and may be this refund:"))
        self._box.setAccessibleName(self._box_name.text())
        for button, entry in zip(self._found, self._entries, strict=True):
            button.show_text(self.tr("This is our refund: {entry}").format(entry=entry_text(entry)))
        self._succeeded.show_text(
            self.tr("It was refunded, although the record shows another amount")
            if self._detail and shows_another_amount(self._detail)
            else self.tr("It was refunded, and is not in PortOne's record")
        )
        self._accepted.show_text(self.tr("It was accepted and is waiting at the PG"))
        self._not_executed.show_text(self.tr("It was not refunded"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._inside = QVBoxLayout(self._box)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(2)
        self._inside.addWidget(self._box_name)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(2)
        for part in (self._name, self._box):
            column.addWidget(part)
        for button in (self._succeeded, self._accepted, self._not_executed):
            self._group.addButton(button)
            self._enter.watch(button)
            column.addWidget(button)

    def _offer(self, entries: tuple[Cancellation, ...]) -> None:
        before = self.choice
        for button in self._found:
            self._group.removeButton(button)
            button.setParent(None)
            button.deleteLater()
        self._entries = entries
        self._found = [WrappedChoice(f"choiceCandidate{number}") for number in range(1, len(entries) + 1)]
        for button, entry in zip(self._found, entries, strict=True):
            self._group.addButton(button)
            self._enter.watch(button)
            self._inside.addWidget(button)
            button.setChecked(before == Choice(RefundState.SUCCEEDED, entry.key))
        self.chosen.emit()
