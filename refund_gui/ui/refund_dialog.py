"""One payment's refund, from a fresh reading to its end. The heart of the window.

Steps: reading → form → confirmation → sending → result. What is not on screen is hidden from screen readers.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

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
from refund_gui.terminal.order_detail import OrderDetail
from refund_gui.terminal.refunding import Offer
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.confirm_step import ConfirmStep
from refund_gui.ui.discard import AskingDialog
from refund_gui.ui.help_topics import HelpTopic
from refund_gui.ui.keys_held import KeysHeld
from refund_gui.ui.refund_follower import RefundFollower
from refund_gui.ui.refund_form import RefundForm
from refund_gui.ui.result_step import ResultStep
from refund_gui.ui.rules_clock import RulesClock
from refund_gui.ui.scale import open_wide
from refund_gui.ui.waiting_steps import LoadingStep, SendingStep
from refund_gui.ui.words import describe


class RefundDialog(AskingDialog):
    """Show it with `show()`; it deletes itself when it is closed.

    Signals, both with the imp_uid: `refund_changed` whenever the store knows more than before, and `closed`.
    """

    refund_changed = Signal(object)
    closed = Signal(object)
    receipt_requested = Signal(object)
    """refund_id, by `printReceiptButton`."""

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
        open_wide(self, 880, 640)
        self._imp_uid = imp_uid
        self._terminal = terminal
        self._lanes = lanes
        self._settings = settings
        self._offer: Offer | None = None
        self._request: RefundRequest | None = None
        self._has_moved = False
        self._is_for_outside = False
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
        if self.question.asks:
            self.question.keep()
        elif self._is_at(self._confirm):
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
        elif self.asks_first():
            event.ignore()
        else:
            event.accept()
            self.closed.emit(self._imp_uid)

    def has_typed(self) -> bool:
        """What was typed is needed until there is a result."""
        return not self._is_at(self._result) and self._form.has_typed()

    def note_outside(self) -> None:
        """Go on to what was refunded outside as soon as the payment is read, and close after it."""
        self._is_for_outside = self._is_at(self._loading) or self._is_at(self._form)
        if self._is_at(self._form) and self._form.takes_outside:
            self._on_outside_wanted()

    @property
    def help_topic(self) -> HelpTopic:
        """What help has to say about the step on screen."""
        return HelpTopic.CHECKING if self._is_at(self._result) else HelpTopic.REFUND

    @Slot(object)
    def on_payment_changed(self, imp_uid: str) -> None:
        """A reading has moved something of this payment: show the refund as it stands now."""
        if imp_uid == self._imp_uid and self._is_at(self._result):
            self._follower.follow()

    def _build(self, settings: Settings) -> None:
        self._loading = LoadingStep()
        self._form = RefundForm(settings, self._terminal.clock)
        self._confirm = ConfirmStep(lambda: self._lanes.is_full(Lane.SENDS), self._terminal.clock)
        self._sending = SendingStep()
        self._result = ResultStep(self._terminal.reconciler.settles_at, self._terminal.clock, settings)
        self._steps = QStackedWidget()
        for step in (self._loading, self._form, self._confirm, self._sending, self._result):
            self._steps.addWidget(step)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self._steps)
        column.addWidget(self.question)
        self._rules_clock = RulesClock(self._terminal.refunding, self)
        self._follower = RefundFollower(self._result, self._terminal, self._lanes, settings, self)
        keys = KeysHeld(self)
        self._confirm.listen(keys)
        self._result.listen(keys)

    def _connect(self) -> None:
        self._loading.retried.connect(self._load)
        self._rules_clock.changed.connect(self._on_rules_changed)
        self._form.submitted.connect(self._on_submitted)
        self._form.outside_wanted.connect(self._on_outside_wanted)
        self._confirm.left.connect(self._on_back)
        self._confirm.confirmed.connect(self._on_confirmed)
        self._result.close_asked.connect(self.close)
        self._result.receipt_asked.connect(self.receipt_requested)
        self._follower.moved.connect(self._on_moved)
        self._follower.sends.connect(self._on_again)
        self._follower.lost.connect(self._load)
        self._follower.ended.connect(self.close)

    def _is_at(self, step: QWidget) -> bool:
        return self._steps.currentWidget() is step

    def _go_to(self, step: QWidget) -> None:
        self.question.hide()
        self._steps.setCurrentWidget(step)
        self._rules_clock.watch(self._offer if step in (self._form, self._confirm) else None)

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
            if self._is_for_outside and self._form.takes_outside:
                self._on_outside_wanted()

    def _on_rules_changed(self, offer: Offer) -> None:
        """Time has passed. What can no longer be confirmed as it is goes back to the form, which says why."""
        before, self._offer = self._offer, offer
        self._form.renew(offer)
        if self._is_at(self._confirm) and before and not offer.rules.allows_as(before.rules):
            self._on_back()

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

    def _on_outside_wanted(self) -> None:
        """Nothing else is asked meanwhile; afterwards the payment is read anew, for less is left."""
        from refund_gui.ui.outside_dialog import OutsideDialog  # rarely needed

        if self._offer:
            dialog = OutsideDialog(self._offer, self._terminal, self._lanes, self._settings, self)
            if self._is_for_outside:
                dialog.changed.connect(self._on_moved)
                dialog.finished.connect(self.close)
            else:
                dialog.changed.connect(self._load)
            dialog.open()

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
