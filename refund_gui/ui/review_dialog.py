"""A person ends a refund that no reading can decide: with upstream's record before the eyes, and a reason."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from refund_gui.domain.refund import Refund, RefundState
from refund_gui.domain.request import ReasonMissing, check_note
from refund_gui.settings import Settings
from refund_gui.terminal.history import RefundDetail
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.discard import AskingDialog
from refund_gui.ui.entry import Entry, new_form, plain_label, scrolled, title_label
from refund_gui.ui.keys_held import EnterMovesOn
from refund_gui.ui.operator_combo import OperatorCombo
from refund_gui.ui.result_texts import Result, ground_of, result_words
from refund_gui.ui.review_choices import ReviewChoices
from refund_gui.ui.review_evidence import ReviewEvidence
from refund_gui.ui.scale import open_wide
from refund_gui.ui.words import Words, describe


class ReviewDialog(AskingDialog):
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
        open_wide(self, 960, 660)
        self._refund_id = refund_id
        self._terminal = terminal
        self._lanes = lanes
        self._detail: RefundDetail | None = None
        self._stale: Words | None = None
        self._build(settings)
        self._lay_out()
        self._choices.chosen.connect(self._allow)
        self._decide.clicked.connect(self._on_decide)
        self._close.clicked.connect(self.close)
        self.retranslate()
        self._allow()
        self._run(Lane.READS, self._read, self._on_read, self._on_unread)

    def has_typed(self) -> bool:
        """Words; a choice alone is soon made again."""
        return bool(self._reason.text().strip())

    @Slot(object)
    def on_payment_changed(self, imp_uid: str) -> None:
        """The store knows more of this payment: the evidence follows while the person looks at it."""
        if self._detail is not None and self._detail.refund.imp_uid == imp_uid:
            self._run(Lane.STORE, self._stored, self._show_detail, self._on_failed)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Review a refund"))
        self.setAccessibleName(self.tr("Review a refund"))
        self._reason.set_names(self.tr("What did you find, and where?"))
        self._decide.setText(self.tr("Write down the decision"))
        self._close.setText(self.tr("Close"))
        detail = self._detail
        if detail is None:
            self._title.setText(self.tr("Reading PortOne's record…"))
            return
        result = Result(detail.refund, detail.payment, ground_of(detail.events))
        words = result_words(result, self._terminal.clock.now())
        self._title.setText(words.title)
        self._advice.setText(words.advice)

    def _build(self, settings: Settings) -> None:
        self._title = title_label("reviewTitle")
        self._advice = plain_label("reviewAdvice")
        self._evidence = ReviewEvidence()
        self._choices = ReviewChoices()
        self._reason = Entry(QLineEdit(), "reviewReason", _check_reason, self)
        self._operator = OperatorCombo(settings.operators)
        self._problem = plain_label("reviewProblem", "error")
        self._problem.hide()
        self._decide = plain_button("decideButton", "primary")
        self._close = plain_button("reviewCloseButton", "quiet")

    def _lay_out(self) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(12)
        for part in (self._title, self._advice, self._evidence, self._choices):
            inside.addWidget(part)
        form = new_form()
        self._reason.add_to(form)
        self._operator.add_to(form)
        inside.addLayout(form)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(scrolled(content), 1)
        column.addWidget(self._problem)
        column.addWidget(self.question)
        buttons = QHBoxLayout()
        buttons.addWidget(self._close)
        buttons.addStretch()
        buttons.addWidget(self._decide)
        column.addLayout(buttons)
        EnterMovesOn(self).watch(self._reason.control, self._operator)

    def _run(
        self, lane: Lane, work: Callable[[], object], done: Callable[..., None], failed: Callable[..., None]
    ) -> None:
        self._lanes.run(lane, work, self, done, failed)

    def _read(self) -> RefundDetail:
        """On a lane: a fresh reading."""
        self._terminal.reconciler.check(self._refund_id)
        return self._stored()

    def _stored(self) -> RefundDetail:
        """On a lane: the evidence as it is saved."""
        return self._terminal.history.detail(self._refund_id)

    def _on_read(self, detail: RefundDetail) -> None:
        self._show_detail(detail)
        if detail.refund.state is not RefundState.NEEDS_REVIEW:
            self.decided.emit(detail.refund.imp_uid)

    def _on_unread(self, error: Exception) -> None:
        """Without a network the saved record is shown, and called so."""
        self._stale = describe(error)
        self._run(Lane.STORE, self._stored, self._on_read, self._on_failed)

    def _show_detail(self, detail: RefundDetail) -> None:
        self._detail = detail
        self._evidence.show_detail(detail, self._stale)
        self._choices.show_detail(detail)
        self._order_tabs()
        self.retranslate()
        self._allow()

    def _order_tabs(self) -> None:
        """From top to bottom; what was offered later would come last."""
        form = (self._reason.control, self._operator, self._close, self._decide)
        order = (self._title, *self._choices.buttons(), *form)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _allow(self) -> None:
        """A decision only for a refund that is in review, and only with a choice."""
        in_review = self._detail is not None and self._detail.refund.state is RefundState.NEEDS_REVIEW
        self._reason.control.setEnabled(in_review)
        self._decide.setEnabled(in_review and self._choices.choice is not None)

    def _on_decide(self) -> None:
        choice = self._choices.choice
        if choice is None or not self._reason.is_right():
            self._reason.control.setFocus()
            return
        self._decide.setEnabled(False)
        decide = self._terminal.reconciler.decide
        reason, who = check_note(self._reason.text()), self._operator.currentText()
        work = partial(decide, self._refund_id, choice.state, reason, who, entry_key=choice.entry_key)
        self._run(Lane.STORE, work, self._on_decided, self._on_failed)

    def _on_decided(self, refund: Refund) -> None:
        self.decided.emit(refund.imp_uid)
        self.discard()

    def _on_failed(self, error: Exception) -> None:
        words = describe(error)
        self._problem.setText(words.text)
        self._problem.show()
        self._allow()


def _check_reason(text: str) -> None:
    if not check_note(text):
        raise ReasonMissing
