"""One payment's refund, from a fresh reading to its end. The heart of the window.

Steps: reading → form → confirmation → sending → result. What is not on screen is hidden from screen readers.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from refund_gui.domain.refund import Refund, RefundAccount, RefundState
from refund_gui.domain.request import NotRefundable, RefundRequest
from refund_gui.errors import (
    AnswerNotSaved,
    BalanceMoved,
    ExpectedError,
    InvalidInput,
    NotAllowed,
    RefundIsOpen,
)
from refund_gui.settings import Settings
from refund_gui.terminal.history import RefundDetail
from refund_gui.terminal.refunding import Offer
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.confirm_step import ConfirmStep
from refund_gui.ui.keys_held import KeysHeld
from refund_gui.ui.refund_form import RefundForm
from refund_gui.ui.result_step import ResultStep
from refund_gui.ui.result_texts import Result, ground_of
from refund_gui.ui.review_dialog import ReviewDialog
from refund_gui.ui.waiting_steps import LoadingStep, SendingStep
from refund_gui.ui.words import describe


class RefundDialog(QDialog):
    """Show it with `show()`; it deletes itself when it is closed.

    Signals, both with the imp_uid: `refund_changed` whenever the store knows more than before, and `closed`.
    """

    refund_changed = Signal(object)
    closed = Signal(object)

    def __init__(
        self,
        imp_uid: str,
        terminal: Terminal,
        lanes: Lanes,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("refundDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(880, 640)
        self._imp_uid = imp_uid
        self._terminal = terminal
        self._lanes = lanes
        self._settings = settings
        self._offer: Offer | None = None
        self._request: RefundRequest | None = None
        self._account: RefundAccount | None = None
        self._refund: Refund | None = None
        self._review: ReviewDialog | None = None
        self._unsaved = ""
        self._has_moved = False
        self._given_up = False
        self._build()
        self._connect()
        self.retranslate()
        self._load()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Refund"))
        self.setAccessibleName(self.tr("Refund"))

    def reject(self) -> None:
        """Escape: from the confirmation back to the form, else close."""
        if self._steps.currentWidget() is self._confirm:
            self._on_back()
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._steps.currentWidget() is self._sending:
            self._sending.refuse_closing()
            event.ignore()
        elif self._refund and self._refund.state is RefundState.PREPARED and not self._given_up:
            event.ignore()
            self._give_up(self._refund.refund_id)
        else:
            event.accept()
            self._account = None
            self.closed.emit(self._imp_uid)

    @Slot(object)
    def on_payment_changed(self, imp_uid: str) -> None:
        """A reading has moved something of this payment: show the refund as it stands now."""
        if imp_uid == self._imp_uid and self._refund and self._steps.currentWidget() is self._result:
            self._follow(self._refund.refund_id)

    def _build(self) -> None:
        self._loading = LoadingStep()
        self._form = RefundForm(self._settings)
        self._confirm = ConfirmStep(lambda: self._lanes.is_full(Lane.SENDS))
        self._sending = SendingStep()
        self._result = ResultStep(
            self._terminal.reconciler.settles_at, self._terminal.clock, self._settings.shop
        )
        self._steps = QStackedWidget()
        for step in (self._loading, self._form, self._confirm, self._sending, self._result):
            self._steps.addWidget(step)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self._steps)
        keys = KeysHeld(self)
        self._confirm.listen(keys)
        self._result.listen(keys)

    def _connect(self) -> None:
        self._loading.retried.connect(self._load)
        self._form.submitted.connect(self._on_submitted)
        self._confirm.left.connect(self._on_back)
        self._confirm.confirmed.connect(self._on_confirmed)
        self._result.check_asked.connect(self._on_check)
        self._result.again_asked.connect(self._on_again)
        self._result.review_asked.connect(self._on_review)
        self._result.close_asked.connect(self.close)

    def _run(
        self, lane: Lane, work: Callable[[], object], done: Callable[..., None], failed: Callable[..., None]
    ) -> None:
        self._lanes.run(lane, work, self, done, failed)

    def _load(self) -> None:
        """The fresh reading of protocol rule 2."""
        self._loading.show_reading()
        self._steps.setCurrentWidget(self._loading)
        self._run(
            Lane.READS,
            partial(self._terminal.refunding.offer, self._imp_uid),
            self._on_offer,
            self._loading.show_failure,
        )

    def _on_offer(self, offer: Offer) -> None:
        before = self._offer.rules.refundable if self._offer and self._has_moved else None
        self._offer = offer
        self._form.show_offer(offer, before)
        self.refund_changed.emit(self._imp_uid)
        if offer.open_refund:
            self._show_refund(offer.open_refund)
        else:
            self._steps.setCurrentWidget(self._form)
            self._form.focus_first()

    def _on_submitted(self, request: RefundRequest) -> None:
        if self._offer:
            self._request = request
            self._confirm.show_request(self._offer, request)
            self._steps.setCurrentWidget(self._confirm)

    def _on_back(self) -> None:
        self._request = None
        self._steps.setCurrentWidget(self._form)
        self._form.focus_first()

    def _on_confirmed(self) -> None:
        if self._offer and self._request:
            self._account = self._request.account
            self._send(
                partial(self._terminal.refunding.refund, self._offer, self._request), self._on_not_sent
            )

    def _send(self, work: Callable[[], Refund], failed: Callable[[Exception], None]) -> None:
        self._sending.show_sending()
        self._steps.setCurrentWidget(self._sending)
        self._run(Lane.SENDS, work, self._on_ended, failed)

    def _on_ended(self, refund: Refund) -> None:
        self._show_refund(refund)
        self.refund_changed.emit(self._imp_uid)

    def _on_not_sent(self, error: Exception) -> None:
        """Each expected failure but AnswerNotSaved means that nothing was sent; what was typed stays."""
        match error:
            case BalanceMoved() | RefundIsOpen() | NotRefundable():
                self._has_moved = isinstance(error, BalanceMoved)
                self._load()
            case InvalidInput():
                self._form.show_error(error)
                self._on_back()
            case ExpectedError() if not isinstance(error, AnswerNotSaved):
                self._confirm.show_problem(describe(error))
                self._steps.setCurrentWidget(self._confirm)
            case _:
                self._on_not_known(error)

    def _on_not_known(self, error: Exception) -> None:
        """It was sent, or may have been: never back to a step that could send it anew."""
        self._unsaved = error.refund_id if isinstance(error, AnswerNotSaved) else ""
        self._forget_account()
        self._result.show_words(describe(error))
        self._steps.setCurrentWidget(self._result)

    def _show_refund(self, refund: Refund, ground_from: RefundDetail | None = None) -> None:
        self._refund = refund
        if refund.state is not RefundState.PREPARED:
            self._forget_account()
        rules = self._offer.rules if self._offer else None
        asks = refund.account is not None and self._account is None and rules is not None
        payment = self._offer.payment if self._offer else None
        result = Result(refund, payment)
        if ground_from:
            result = replace(result, payment=ground_from.payment, ground=ground_of(ground_from.events))
        self._result.show_result(
            result, rules.account if asks and rules else None, payment.pg_provider if payment else ""
        )
        self._steps.setCurrentWidget(self._result)
        if ground_from is None:
            self._follow(refund.refund_id)

    def _forget_account(self) -> None:
        """The attempt has ended (protocol: the full number lives in memory until then)."""
        self._account = None
        self._request = None
        self._form.forget_account()

    def _follow(self, refund_id: str) -> None:
        """Read the refund's record from the store."""
        self._run(
            Lane.STORE,
            partial(self._terminal.history.detail, refund_id),
            self._on_detail,
            self._on_step_failed,
        )

    def _on_detail(self, detail: RefundDetail) -> None:
        if self._steps.currentWidget() is self._result:
            self._show_refund(detail.refund, detail)

    def _on_check(self) -> None:
        refund_id = self._refund.refund_id if self._refund else self._unsaved
        self._result.show_busy()
        if refund_id:
            self._run(Lane.READS, partial(self._check, refund_id), self._on_ended, self._on_step_failed)
        else:
            self._load()

    def _check(self, refund_id: str) -> Refund:
        """On a lane: write down what is still unsaved, then read."""
        self._terminal.refunding.save_again()
        return self._terminal.reconciler.check(refund_id)

    def _on_again(self, account: RefundAccount | None) -> None:
        if self._refund:
            self._account = self._account or account
            again = self._terminal.refunding.try_again
            work = partial(again, self._refund.refund_id, self._account, self._who(self._refund))
            self._send(work, self._on_again_failed)

    def _on_again_failed(self, error: Exception) -> None:
        if self._refund is None or isinstance(error, AnswerNotSaved) or not isinstance(error, ExpectedError):
            self._on_not_known(error)
            return
        self._steps.setCurrentWidget(self._result)
        self._result.show_problem(describe(error))
        if isinstance(error, NotAllowed):
            self._follow(self._refund.refund_id)

    def _on_step_failed(self, error: Exception) -> None:
        self._result.show_problem(describe(error))

    def _give_up(self, refund_id: str) -> None:
        """Closing on "Not sent" gives the refund up; the dialog closes when that is written."""
        self._result.show_busy()
        who = self._who(self._refund) if self._refund else ""
        self._run(
            Lane.STORE,
            partial(self._terminal.refunding.give_up, refund_id, who),
            self._on_given_up,
            self._on_kept,
        )

    def _on_given_up(self, refund: Refund) -> None:
        self._given_up = True
        self.refund_changed.emit(self._imp_uid)
        self.close()

    def _on_kept(self, error: Exception) -> None:
        """It could not be written: say so. The next close goes through, and the next start ends it."""
        self._given_up = True
        self._result.show_problem(describe(error))

    def _who(self, refund: Refund) -> str:
        return refund.operator or next(iter(self._settings.operators), "")

    def _on_review(self) -> None:
        if self._refund:
            self._review = ReviewDialog(
                self._refund.refund_id, self._terminal, self._lanes, self._settings, self
            )
            self._review.decided.connect(self._on_decided)
            self._review.show()

    def _on_decided(self, imp_uid: str) -> None:
        self.refund_changed.emit(imp_uid)
        self.on_payment_changed(imp_uid)
