"""The last look before the money moves: everything is repeated, and only `confirmButton` goes on."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from refund_gui.clock import Clock
from refund_gui.domain.request import RefundRequest
from refund_gui.terminal.refunding import Offer
from refund_gui.ui import formats
from refund_gui.ui.announce import ANNOUNCER
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.confirm_button import ConfirmButton
from refund_gui.ui.entry import plain_label, scrolled, title_label
from refund_gui.ui.facts import Fact, FactSheet
from refund_gui.ui.keys_held import KeysHeld
from refund_gui.ui.payment_card import method_line
from refund_gui.ui.words import Words, expected_sentence
from refund_gui.ui.words_tax import tax_facts

_LOOK_EVERY = 500
"""Milliseconds between two looks at whether a refund can be sent now."""


class ConfirmStep(QWidget):
    """Signals `confirmed` (once for each time it is shown) and `left` (back to the form)."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, is_full: Callable[[], bool], clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_full = is_full
        self._clock = clock
        self._was_full = False
        self._shown: tuple[Offer, RefundRequest] | None = None
        self._build()
        self._look = QTimer(self, interval=_LOOK_EVERY)
        self._look.timeout.connect(self._on_look)
        self._confirm.confirmed.connect(self._on_confirmed)
        self._back.clicked.connect(self.left)
        self.retranslate()

    def listen(self, keys: KeysHeld) -> None:
        """The keys of the dialog that it stands in."""
        self._confirm.listen(keys)

    def show_request(self, offer: Offer, request: RefundRequest) -> None:
        self._shown = (offer, request)
        self._problem.hide()
        self.retranslate()

    def forget(self) -> None:
        """The attempt has ended: the account number goes."""
        self._shown = None
        self._facts.show_facts(())

    def show_problem(self, words: Words) -> None:
        """Nothing was sent, and why; it may be confirmed again."""
        self._problem.setText(words.text)
        self._problem.show()
        ANNOUNCER.say(self._problem, self._problem.text(), urgent=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._was_full = False
        self._confirm.arm()
        self._title.setFocus()
        self._on_look()
        self._look.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._look.stop()
        self._confirm.disarm()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Is this right?"))
        self._confirm.setText(self.tr("Refund now"))
        self._back.setText(self.tr("Back"))
        self._hint.setText(self.tr("By keyboard: Tab, then the space bar. Enter sends nothing."))
        self._full.setText(
            self.tr("Other refunds are still being sent. When one has ended, this one can go.")
        )
        if self._shown:
            offer, request = self._shown
            self._amount.setText(formats.money(request.amount))
            self._confirm.setText(self.tr("Refund {amount} now").format(amount=formats.money(request.amount)))
            self._facts.show_facts(self._rows(offer, request))

    def _build(self) -> None:
        self._title = title_label("confirmTitle")
        self._amount = plain_label("confirmAmount", "amount")
        self._facts = FactSheet()
        self._problem = plain_label("confirmError", "error")
        self._full = plain_label("lanesFullNotice", "banner")
        self._full.hide()
        self._hint = plain_label("confirmHint", "hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._back = plain_button("backButton", "quiet")
        self._confirm = ConfirmButton()
        self._confirm.setObjectName("confirmButton")
        self._confirm.setProperty("role", "danger")
        self._confirm.setMinimumHeight(40)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.addWidget(self._amount)
        inside.addWidget(self._facts)
        shown = QWidget()
        texts = QVBoxLayout(shown)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(16)
        for part in (self._title, card, self._problem, self._full):
            texts.addWidget(part)
        texts.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(scrolled(shown), 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._back)
        buttons.addWidget(self._hint, 1)
        buttons.addWidget(self._confirm)
        column.addLayout(buttons)
        self.setTabOrder(self._title, self._confirm)  # as the hint says: one Tab
        self.setTabOrder(self._confirm, self._back)

    def _rows(self, offer: Offer, request: RefundRequest) -> list[Fact]:
        """The account stands here in full, this once, so that it can be compared; it is never stored."""
        payment, account = offer.payment, request.account
        rows = [
            Fact("confirmBuyer", self.tr("Buyer"), payment.buyer_name),
            Fact("confirmOrder", self.tr("Order"), payment.merchant_uid),
            Fact("confirmGoods", self.tr("Goods"), payment.goods),
            Fact("confirmMethod", self.tr("Method"), method_line(payment)),
            *tax_facts("confirm", request.amount, request.tax, request.escrow_confirmed),
            Fact("confirmReason", self.tr("Reason"), request.reason),
            Fact("confirmOperator", self.tr("Operator"), request.operator),
        ]
        if account:
            bank = account.bank_name
            rows += [
                Fact(
                    "confirmBank",
                    self.tr("Bank"),
                    f"{bank} ({account.bank_code})" if bank else account.bank_code,
                ),
                Fact("confirmAccount", self.tr("Account number"), account.number),
                Fact("confirmHolder", self.tr("Account holder"), account.holder),
                Fact("confirmTel", self.tr("Customer's phone"), account.tel),
            ]
        remains = offer.rules.refundable - request.amount
        arrives = expected_sentence(payment, request.amount, self._clock.now(), offer.rules.payout)
        return [
            *rows,
            Fact("confirmRemains", self.tr("Remains refundable"), formats.money(remains)),
            Fact("confirmArrival", self.tr("When it arrives"), arrives),
        ]

    def _on_look(self) -> None:
        """Dead while all lanes are busy, and says so."""
        full = self._is_full()
        self._full.setVisible(full)
        if full:
            self._confirm.disarm()
        elif self._was_full:
            self._confirm.arm()
        self._was_full = full

    def _on_confirmed(self) -> None:
        self._on_look()
        if not self._was_full:
            self.confirmed.emit()
