"""What became of a refund: yes, no, or not known yet; it follows the refund until that is clear."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from refund_gui.clock import Clock
from refund_gui.domain.refund import MaskedAccount, RefundAccount, RefundState
from refund_gui.domain.rules import AccountNeed
from refund_gui.settings import Settings
from refund_gui.ui import formats
from refund_gui.ui.announce import ANNOUNCER
from refund_gui.ui.bank_fields import BankFields
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.confirm_button import ConfirmButton
from refund_gui.ui.entry import plain_label, scrolled, title_label
from refund_gui.ui.flow import Flow
from refund_gui.ui.keys_held import EnterMovesOn, KeysHeld
from refund_gui.ui.next_steps import NextSteps
from refund_gui.ui.receipt import HAS_RECEIPT
from refund_gui.ui.result_texts import Result, SettlesAt, customer_message, proof_text, result_words
from refund_gui.ui.state_picture import Picture, StatePicture, beside, picture_of
from refund_gui.ui.words import Words

_CAN_BE_READ: Final = frozenset({RefundState.UNKNOWN, RefundState.ACCEPTED, RefundState.NEEDS_REVIEW})


class ResultStep(QWidget):
    """Signals: `again_asked` carries the account, if it had to be typed again, `receipt_asked` the refund_id;
    the others carry nothing.
    """

    check_asked = Signal()
    again_asked = Signal(object)
    review_asked = Signal()
    close_asked = Signal()
    receipt_asked = Signal(object)

    def __init__(
        self, settles_at: SettlesAt, clock: Clock, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settles_at, self._clock, self._settings = settles_at, clock, settings
        self._result: Result | None = None
        self._words: Words | None = None
        self._need: AccountNeed | None = None
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()

    def listen(self, keys: KeysHeld) -> None:
        """The keys of the dialog that it stands in."""
        self._again.listen(keys)

    def show_result(self, result: Result, need: AccountNeed | None, pg_provider: str) -> None:
        """A refund as it stands. `need`: to try again, the account must be typed again."""
        is_news = not self._is_shown_as(result.refund.state)
        self._result, self._words, self._need = result, None, need
        if need:
            self._bank.show_need(need, pg_provider)
        else:
            self._bank.clear()
        if is_news:
            self._problem.hide()
        self.retranslate()
        if is_news:
            self._announce()
        if is_news and self._may_go_again() and self.isVisible():
            self._again.arm()

    def show_words(self, words: Words) -> None:
        """It is not known what became of the refund, or it could not be written down."""
        self._result, self._words, self._need = None, words, None
        self._problem.hide()
        self.retranslate()
        self._announce()

    def show_problem(self, words: Words) -> None:
        """A step failed; the refund is where it was."""
        self._problem.setText(words.text)
        self._problem.show()
        ANNOUNCER.say(self._problem, self._problem.text(), urgent=True)
        self._check.setEnabled(True)
        if self._may_go_again():
            self._again.arm()

    def show_busy(self) -> None:
        """A reading or a step is under way."""
        self._problem.hide()
        self._check.setEnabled(False)
        self._again.disarm()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()
        self._title.setFocus()
        if self._may_go_again():
            self._again.arm()

    def hideEvent(self, event: QHideEvent) -> None:
        self._tick.stop()
        self._again.disarm()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self._message_name.setText(self.tr("The answer, word for word"))
        self._account_asked.setText(self.tr("Type the customer's account once more: it is never stored."))
        self._check.setText(self.tr("Check now"))
        self._again.setText(self.tr("Try again"))
        self._review.setText(self.tr("Review…"))
        self._copy.setText(self.tr("Copy message for the customer"))
        self._receipt.setText(self.tr("Receipt…"))
        self._close.setText(self.tr("Close"))
        words = result_words(self._result, self._clock.now()) if self._result else self._words
        if words:
            self._title.setText(words.title)
            state = self._result.refund.state if self._result else RefundState.UNKNOWN
            self._picture.draw(picture_of(state))
            self._advice.setText(words.advice)
            self._message.setText(words.detail)
            for part in (self._message_name, self._message):
                part.setVisible(bool(words.detail))
        self._proof.setText(proof_text(self._result) if self._result else "")
        self._show_steps()
        self._on_tick()

    def _build(self) -> None:
        self._picture = StatePicture(Picture.CHECKING)
        self._title = title_label("resultTitle")
        self._advice = plain_label("resultAdvice")
        self._countdown = plain_label("countdownLabel", "banner")
        self._message_name = QLabel()
        self._message_name.setProperty("role", "hint")
        self._message = plain_label("resultMessage")
        self._proof = plain_label("resultProof")
        self._problem = plain_label("resultProblem", "error")
        self._problem.hide()
        self._account_asked = plain_label("accountAgainNotice")
        self._bank = BankFields()
        self._check = plain_button("checkNowButton")
        self._again = ConfirmButton()
        self._again.setObjectName("tryAgainButton")
        self._again.setProperty("role", "danger")
        self._again.setMinimumHeight(32)
        self._review = plain_button("reviewButton", "primary")
        self._copy = plain_button("copyMessageButton")
        self._steps = NextSteps(self._clock, self._settings)
        self._receipt = plain_button("printReceiptButton")
        self._close = plain_button("closeButton")
        self._tick = QTimer(self, interval=1000)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.setSpacing(12)
        for part in (self._message_name, self._message, self._proof):
            inside.addWidget(part)
        told = QWidget()
        texts = QVBoxLayout(told)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(12)
        texts.addLayout(beside(self._picture, self._title, self._advice))
        for shown in (self._countdown, card, self._account_asked, self._bank):
            texts.addWidget(shown)
        texts.addWidget(self._problem)
        texts.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(scrolled(told), 1)
        steps = QWidget()
        flow = Flow(steps)
        for button in (self._check, self._review, self._again, self._copy, self._receipt, self._steps):
            flow.addWidget(button)
        buttons = QHBoxLayout()
        buttons.addWidget(steps, 1)
        buttons.addWidget(self._close, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(buttons)

    def _connect(self) -> None:
        EnterMovesOn(self).watch(*self._bank.fields())
        self._tick.timeout.connect(self._on_tick)
        self._check.clicked.connect(self.check_asked)
        self._again.confirmed.connect(self._on_again)
        self._review.clicked.connect(self.review_asked)
        self._copy.clicked.connect(self._on_copy)
        self._receipt.clicked.connect(self._on_receipt)
        self._close.clicked.connect(self.close_asked)

    def _is_shown_as(self, state: RefundState) -> bool:
        return self._result is not None and self._result.refund.state is state

    def _may_go_again(self) -> bool:
        """Not sent, and not left from before the start: that ends by a reading."""
        return (
            self._result is not None
            and self._result.refund.state is RefundState.PREPARED
            and not self._result.is_left_over
        )

    def _show_steps(self) -> None:
        """Only what can be done in this state is there."""
        state = self._result.refund.state if self._result else None
        not_sent = self._may_go_again()
        left_over = self._result is not None and self._result.is_left_over
        self._check.setVisible(state in _CAN_BE_READ or state is None or left_over)
        self._check.setEnabled(True)
        self._again.setVisible(not_sent)
        self._review.setVisible(state is RefundState.NEEDS_REVIEW)
        self._copy.setVisible(state is RefundState.SUCCEEDED)
        self._steps.show_for(self._result)
        self._receipt.setVisible(state in HAS_RECEIPT)
        for part in (self._account_asked, self._bank):
            part.setVisible(not_sent and self._need is not None)

    def _on_tick(self) -> None:
        """Until when nobody may pay the customer in another way (rule 6); it moves when reads fail."""
        until = self._settles_at(self._result.refund.refund_id) if self._result else None
        counts = until is not None and self._is_shown_as(RefundState.UNKNOWN)
        self._countdown.setVisible(counts)
        if until is not None and counts:
            minutes, seconds = divmod(max(0, until - self._clock.now()), 60)
            self._countdown.setText(
                self.tr("Do not refund this in another way until {time} ({left} left).").format(
                    time=formats.clock_time(until), left=f"{minutes}:{seconds:02}"
                )
            )

    def _on_again(self) -> None:
        account: RefundAccount | None = None
        if self._need is not None and self._result:
            account = self._bank.account()
            if account is None:
                self._again.arm()
                return
            if not _is_same(account.masked(), self._result.refund.account):
                self.show_problem(self._another_account())
                return
        self.again_asked.emit(account)

    def _another_account(self) -> Words:
        return Words(
            self.tr("This is not the account that was confirmed."),
            self.tr("To refund to another account, close this to give the refund up, and make a new one."),
        )

    def _announce(self) -> None:
        ANNOUNCER.say(self._title, f"{self._title.text()}\n{self._advice.text()}", urgent=True)

    def _on_receipt(self) -> None:
        if self._result:
            self.receipt_asked.emit(self._result.refund.refund_id)

    def _on_copy(self) -> None:
        if self._result:
            message = customer_message(self._result, self._settings.shop, self._clock.now())
            QGuiApplication.clipboard().setText(message)
            self._copy.setText(self.tr("Copied"))


def _is_same(typed: MaskedAccount, confirmed: MaskedAccount | None) -> bool:
    """As far as what is kept can tell. A bank's name depends on the window's language, its code does not."""
    return confirmed is not None and replace(typed, bank_name=confirmed.bank_name) == confirmed
