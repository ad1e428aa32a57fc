"""One payment's refund, from a fresh reading to its end. The heart of the window.

Steps: reading → form → confirmation → sending → result. What is not on screen is hidden from screen readers.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from refund_gui.domain.refund import Refund
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
from refund_gui.terminal.orders import OrderDetail
from refund_gui.terminal.refunding import Offer
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.confirm_step import ConfirmStep
from refund_gui.ui.keys_held import KeysHeld
from refund_gui.ui.refund_follower import RefundFollower
from refund_gui.ui.refund_form import RefundForm
from refund_gui.ui.result_step import ResultStep
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
        self._offer: Offer | None = None
        self._request: RefundRequest | None = None
        self._has_moved = False
        self._build(settings)
        self._connect()
        self.retranslate()
        self._load()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.setWindowTitle(
            self.tr("Refund – {order}").format(order=self._offer.payment.merchant_uid)
            if self._offer
            else self.tr("Refund")
        )
        self.setAccessibleName(self.tr("Refund"))

    def reject(self) -> None:
        """Escape: from the confirmation back to the form, else close."""
        if self._is_at(self._confirm):
            self._on_back()
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_at(self._sending):
            self._sending.refuse_closing()
            event.ignore()
        elif self._is_at(self._result) and self._follower.is_not_sent:
            self._follower.give_up()
            event.ignore()
        else:
            event.accept()
            self.closed.emit(self._imp_uid)

    @Slot(object)
    def on_payment_changed(self, imp_uid: str) -> None:
        """A reading has moved something of this payment: show the refund as it stands now."""
        if imp_uid == self._imp_uid and self._is_at(self._result):
            self._follower.follow()

    def _build(self, settings: Settings) -> None:
        self._loading = LoadingStep()
        self._form = RefundForm(settings)
        self._confirm = ConfirmStep(lambda: self._lanes.is_full(Lane.SENDS))
        self._sending = SendingStep()
        self._result = ResultStep(self._terminal.reconciler.settles_at, self._terminal.clock, settings.shop)
        self._steps = QStackedWidget()
        for step in (self._loading, self._form, self._confirm, self._sending, self._result):
            self._steps.addWidget(step)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self._steps)
        self._follower = RefundFollower(self._result, self._terminal, self._lanes, settings, self)
        keys = KeysHeld(self)
        self._confirm.listen(keys)
        self._result.listen(keys)

    def _connect(self) -> None:
        self._loading.retried.connect(self._load)
        self._form.submitted.connect(self._on_submitted)
        self._confirm.left.connect(self._on_back)
        self._confirm.confirmed.connect(self._on_confirmed)
        self._result.close_asked.connect(self.close)
        self._follower.moved.connect(self._on_moved)
        self._follower.sends.connect(self._on_again)
        self._follower.lost.connect(self._load)
        self._follower.ended.connect(self.close)

    def _is_at(self, step: QWidget) -> bool:
        return self._steps.currentWidget() is step

    def _go_to(self, step: QWidget) -> None:
        self._steps.setCurrentWidget(step)

    def _load(self) -> None:
        """The fresh reading of protocol rule 2."""
        self._loading.show_reading()
        self._go_to(self._loading)
        work = partial(self._terminal.refunding.offer, self._imp_uid)
        self._lanes.run(Lane.READS, work, self, self._on_offer, self._on_unread)

    def _on_offer(self, offer: Offer) -> None:
        before = self._offer.rules.refundable if self._offer and self._has_moved else None
        self._offer = offer
        self.retranslate()
        self._form.show_offer(offer, before)
        self._on_moved()
        if offer.open_refund:
            self._follower.show_refund(offer.open_refund, offer.payment)
            self._go_to(self._result)
        else:
            self._go_to(self._form)
            self._form.focus_first()

    def _on_unread(self, error: Exception) -> None:
        """Without a reading nothing new begins; a refund that is open can still be looked at."""
        self._loading.show_failure(error)
        work = partial(self._terminal.orders.detail, self._imp_uid)
        self._lanes.run(Lane.STORE, work, self, self._on_saved_order, self._on_no_order)

    def _on_saved_order(self, order: OrderDetail) -> None:
        if order.open_refund and self._is_at(self._loading):
            self._follower.show_refund(order.open_refund, order.payment)
            self._go_to(self._result)

    def _on_no_order(self, error: Exception) -> None:
        """The reading's failure stays on screen, unless the store has one of its own."""
        if not isinstance(error, NotAllowed):
            self._loading.show_failure(error)

    def _on_submitted(self, request: RefundRequest) -> None:
        if self._offer:
            self._request = request
            self._confirm.show_request(self._offer, request)
            self._go_to(self._confirm)

    def _on_back(self) -> None:
        self._request = None
        self._go_to(self._form)
        self._form.focus_first()

    def _on_confirmed(self) -> None:
        if self._offer and self._request:
            self._follower.hold_account(self._request.account)
            work = partial(self._terminal.refunding.refund, self._offer, self._request)
            self._send(work, self._on_not_sent)

    def _on_again(self, work: Callable[[], Refund]) -> None:
        self._send(work, self._on_again_failed)

    def _send(self, work: Callable[[], Refund], failed: Callable[[Exception], None]) -> None:
        self._sending.show_sending()
        self._go_to(self._sending)
        self._lanes.run(Lane.SENDS, work, self, self._on_ended, failed)

    def _on_ended(self, refund: Refund) -> None:
        """The attempt has ended, and the account was needed for it alone."""
        self._forget()
        self._follower.show_refund(refund, self._offer.payment if self._offer else None)
        self._go_to(self._result)
        self._on_moved()

    def _on_not_sent(self, error: Exception) -> None:
        """Each expected failure but AnswerNotSaved means that nothing was sent; what was typed stays."""
        match error:
            case BalanceMoved() | RefundIsOpen() | NotRefundable():
                self._has_moved = isinstance(error, BalanceMoved)
                self._load()
            case InvalidInput():
                self._on_back()
                self._form.show_error(error)
            case ExpectedError() if not isinstance(error, AnswerNotSaved):
                self._confirm.show_problem(describe(error))
                self._go_to(self._confirm)
            case _:
                self._on_unknown(error)

    def _on_again_failed(self, error: Exception) -> None:
        """As after a first attempt: what is expected, and is not AnswerNotSaved, has sent nothing."""
        if isinstance(error, ExpectedError) and not isinstance(error, AnswerNotSaved):
            self._go_to(self._result)
            self._follower.show_problem(error)
        else:
            self._on_unknown(error)

    def _on_unknown(self, error: Exception) -> None:
        self._forget()
        self._follower.show_unknown(error)
        self._go_to(self._result)

    def _forget(self) -> None:
        """Typed accounts do not outlive their attempt; while "Not sent" only the follower holds one."""
        self._request = None
        self._form.forget_account()
        self._confirm.forget()

    def _on_moved(self) -> None:
        self.refund_changed.emit(self._imp_uid)
