"""A person ends a refund that no reading can decide: with upstream's record before the eyes, and a reason."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from refund_gui.domain.refund import Refund, RefundState
from refund_gui.domain.request import ReasonMissing, check_note
from refund_gui.domain.rules import answers_before_acting
from refund_gui.settings import Settings
from refund_gui.terminal.history import RefundDetail
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.entry import Entry, new_form, plain_label, title_label
from refund_gui.ui.keys_held import EnterMovesOn
from refund_gui.ui.operator_combo import OperatorCombo
from refund_gui.ui.result_texts import Result, ground_of, result_words
from refund_gui.ui.review_texts import record_text, sent_text
from refund_gui.ui.words import Words, describe


class ReviewDialog(QDialog):
    """Show it with `show()`; it deletes itself when it is closed. Signal `decided`: the imp_uid."""

    decided = Signal(object)

    def __init__(
        self,
        refund_id: str,
        terminal: Terminal,
        lanes: Lanes,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reviewDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 600)
        self._refund_id = refund_id
        self._terminal = terminal
        self._lanes = lanes
        self._detail: RefundDetail | None = None
        self._stale: Words | None = None
        self._build(settings)
        self._lay_out()
        self._choices.buttonToggled.connect(self._allow)
        self._decide.clicked.connect(self._on_decide)
        self._close.clicked.connect(self.close)
        self.retranslate()
        self._allow()
        self._run(Lane.READS, self._read, self._on_read, self._on_unread)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Review a refund"))
        self.setAccessibleName(self.tr("Review a refund"))
        self._sent_name.setText(self.tr("What was sent"))
        self._record_name.setText(self.tr("What PortOne's record shows"))
        self._succeeded.setText(self.tr("It was refunded"))
        self._accepted.setText(self.tr("It was accepted and is waiting at the PG"))
        self._not_executed.setText(self.tr("It was not refunded"))
        self._reason.set_names(self.tr("What did you find, and where?"))
        self._decide.setText(self.tr("Write down the decision"))
        self._close.setText(self.tr("Close"))
        self._show_detail()

    def _build(self, settings: Settings) -> None:
        self._title = title_label("reviewTitle")
        self._advice = plain_label("reviewAdvice")
        self._sent_name = plain_label("sentName", "subtitle")
        self._sent = plain_label("reviewSent")
        self._record_name = plain_label("recordName", "subtitle")
        self._freshness = plain_label("reviewFreshness", "hint")
        self._record = plain_label("reviewRecord")
        self._succeeded = _choice("choiceSucceeded")
        self._accepted = _choice("choiceAccepted")
        self._not_executed = _choice("choiceNotExecuted")
        self._choices = QButtonGroup(self)
        for button in (self._succeeded, self._accepted, self._not_executed):
            self._choices.addButton(button)
        self._reason = Entry(QLineEdit(), "reviewReason", _check_reason, self)
        self._operator = OperatorCombo(settings.operators)
        self._problem = plain_label("reviewProblem", "error")
        self._problem.hide()
        self._decide = plain_button("decideButton", "primary")
        self._close = plain_button("reviewCloseButton", "quiet")

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 16, 16, 16)
        for part in (self._sent_name, self._sent, self._record_name, self._freshness, self._record):
            inside.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for shown in (self._title, self._advice, card, self._succeeded, self._accepted, self._not_executed):
            column.addWidget(shown)
        form = new_form()
        self._reason.add_to(form)
        self._operator.add_to(form)
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addStretch()
        buttons = QHBoxLayout()
        buttons.addWidget(self._close)
        buttons.addStretch()
        buttons.addWidget(self._decide)
        column.addLayout(buttons)
        EnterMovesOn(self).watch(
            self._reason.control, self._operator, self._succeeded, self._accepted, self._not_executed
        )

    def _run(
        self, lane: Lane, work: Callable[[], object], done: Callable[..., None], failed: Callable[..., None]
    ) -> None:
        self._lanes.run(lane, work, self, done, failed)

    def _read(self) -> RefundDetail:
        """On a lane: a fresh reading."""
        self._terminal.reconciler.check(self._refund_id)
        return self._terminal.history.detail(self._refund_id)

    def _on_read(self, detail: RefundDetail) -> None:
        self._detail = detail
        self.retranslate()
        self._allow()
        if detail.refund.state is not RefundState.NEEDS_REVIEW:
            self.decided.emit(detail.refund.imp_uid)

    def _on_unread(self, error: Exception) -> None:
        """Without a network the saved record is shown, and called so."""
        self._stale = describe(error)
        self._run(
            Lane.STORE,
            partial(self._terminal.history.detail, self._refund_id),
            self._on_read,
            self._on_failed,
        )

    def _show_detail(self) -> None:
        detail = self._detail
        if detail is None:
            self._title.setText(self.tr("Reading PortOne's record…"))
            return
        words = result_words(Result(detail.refund, detail.payment, ground_of(detail.events)))
        self._title.setText(words.title)
        self._advice.setText(words.advice)
        self._sent.setText(sent_text(detail))
        self._record.setText(record_text(detail.refund, detail.payment) if detail.payment else "")
        if self._stale:
            self._freshness.setText(
                self.tr("Not read afresh, this is what was saved: {why}").format(why=self._stale.title)
            )
        else:
            self._freshness.setText(self.tr("Read just now."))

    def _allow(self) -> None:
        """Choices only for a refund that is in review; the decision only with a choice."""
        detail = self._detail
        in_review = detail is not None and detail.refund.state is RefundState.NEEDS_REVIEW
        acts_later = (
            detail is not None and detail.payment is not None and answers_before_acting(detail.payment)
        )
        for button in self._choices.buttons():
            button.setEnabled(in_review)
        self._reason.control.setEnabled(in_review)
        self._accepted.setVisible(acts_later)
        self._decide.setEnabled(in_review and self._choices.checkedButton() is not None)

    def _on_decide(self) -> None:
        if not self._reason.is_right():
            self._reason.control.setFocus()
            return
        self._decide.setEnabled(False)
        decide = self._terminal.reconciler.decide
        reason = check_note(self._reason.text())
        work = partial(decide, self._refund_id, self._chosen(), reason, self._operator.currentText())
        self._run(Lane.STORE, work, self._on_decided, self._on_failed)

    def _chosen(self) -> RefundState:
        if self._succeeded.isChecked():
            return RefundState.SUCCEEDED
        return RefundState.ACCEPTED if self._accepted.isChecked() else RefundState.NOT_EXECUTED

    def _on_decided(self, refund: Refund) -> None:
        self.decided.emit(refund.imp_uid)
        self.close()

    def _on_failed(self, error: Exception) -> None:
        words = describe(error)
        self._problem.setText("\n".join(line for line in (words.title, words.advice, words.detail) if line))
        self._problem.show()
        self._allow()


def _choice(name: str) -> QRadioButton:
    button = QRadioButton()
    button.setObjectName(name)
    button.setMinimumHeight(32)
    return button


def _check_reason(text: str) -> None:
    if not check_note(text):
        raise ReasonMissing
