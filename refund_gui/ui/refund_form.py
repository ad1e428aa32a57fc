"""What is to be refunded, why, and where to. Nothing that was typed is lost on an error."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from refund_gui.clock import Clock
from refund_gui.domain.money import AmountError, Money
from refund_gui.domain.outside import may_note, standing
from refund_gui.domain.request import (
    REASON_LIMIT,
    NoteTooLong,
    ReasonMissing,
    ReasonTooLong,
    RefundRequest,
    TextUnsendable,
    check_amount,
    check_note,
    check_reason,
)
from refund_gui.domain.tax import TaxFreeError, TaxFreeTotalError, TaxPartNotTaken, VatError
from refund_gui.errors import InvalidInput
from refund_gui.settings import Settings
from refund_gui.terminal.refunding import Offer
from refund_gui.ui import formats
from refund_gui.ui.amount_edit import AmountEdit
from refund_gui.ui.bank_fields import BankFields
from refund_gui.ui.buttons import continue_button, plain_button
from refund_gui.ui.entry import Entry, new_form, scrolled
from refund_gui.ui.escrow_check import EscrowCheck
from refund_gui.ui.form_notices import FormNotices
from refund_gui.ui.keys_held import EnterMovesOn
from refund_gui.ui.operator_combo import OperatorCombo
from refund_gui.ui.payment_card import PaymentCard
from refund_gui.ui.shortcuts import Key
from refund_gui.ui.tax_fields import TaxFields


class RefundForm(QWidget):
    """The form beside its payment. Signal `submitted`: a RefundRequest that was checked here."""

    submitted = Signal(object)
    outside_wanted = Signal()
    """`refundedOutsideButton`: money went back, or goes back, in another way."""

    def __init__(self, settings: Settings, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: Offer | None = None
        self._build(settings, clock)
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_offer(self, offer: Offer, before: Money | None = None) -> None:
        """Ask on this reading; what was typed stays. `before`: what was refundable, if it has moved."""
        self._amount_edit.set_currency(offer.payment.currency)
        self._card.show_offer(offer)
        self._notices.show_offer(offer, before)
        self._tax.show_offer(offer.payment, offer.tax)
        self._escrow.show_payment(offer.payment)
        self._ask(offer)

    def renew(self, offer: Offer) -> None:
        """Time has passed, and the rules of the same reading are others."""
        self._notices.renew(offer)
        self._ask(offer)

    def show_error(self, error: InvalidInput) -> None:
        """What the terminal refused, where it was typed."""
        if isinstance(error, AmountError):
            self._amount.show_error(error)
        elif isinstance(error, ReasonMissing | ReasonTooLong | TextUnsendable):
            self._reason.show_error(error)
        elif isinstance(error, NoteTooLong):
            self._note.show_error(error)
        elif isinstance(error, TaxPartNotTaken | TaxFreeTotalError | TaxFreeError | VatError):
            self._tax.show_error(error)

    def has_typed(self) -> bool:
        """Whether somebody has typed or chosen anything, but for the operator."""
        entries = (self._amount, self._reason, self._note)
        typed = any(entry.text().strip() for entry in entries)
        return typed or self._bank.has_typed() or self._tax.has_typed()

    def focus_first(self) -> None:
        """The first field; where nothing can be typed, what can be done instead."""
        first = self._outside if self._typed.isHidden() else self._amount_edit
        first.setFocus()

    def forget_account(self) -> None:
        self._bank.clear()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self._amount.set_names(self.tr("Amount"))
        self._full_amount.setText(self.tr("Whole amount (F8)"))
        self._full_amount.setAccessibleName(self.tr("Whole amount"))
        self._reason.set_names(self.tr("Reason"))
        self._note.set_names(self.tr("Note (stays here)"))
        self._submit.setText(self.tr("Continue… (F9)"))
        self._submit.setAccessibleName(self.tr("Continue…"))
        self._outside.setText(self.tr("Refunded outside…"))
        self._outside.setToolTip(
            self.tr("Write down what went back in another way, so that it is not refunded twice.")
        )
        self._show_count()
        if self._offer:
            currency = self._offer.payment.currency
            self._unit.setText(self.tr("won") if currency == "KRW" else currency)

    def _build(self, settings: Settings, clock: Clock) -> None:
        self._card = PaymentCard()
        self._notices = FormNotices(clock)
        self._amount_edit = AmountEdit()
        self._amount = Entry(self._amount_edit, "amount", self._check_amount, self, eager=True)
        self._unit = QLabel()
        self._full_amount = plain_button("fullAmountButton", "quiet")
        self._reason_combo = _reason_combo(settings.reasons)
        self._reason = Entry(self._reason_combo, "reason", check_reason, self, eager=True)
        self._count = QLabel()
        self._count.setObjectName("reasonCount")
        self._count.setProperty("role", "hint")
        self._note = Entry(QLineEdit(), "note", check_note, self, eager=True)
        self._operator = OperatorCombo(settings.operators)
        self._tax = TaxFields()
        self._bank = BankFields()
        self._escrow = EscrowCheck()
        self._typed = QWidget()
        self._submit = continue_button("submitButton")
        self._outside = plain_button("refundedOutsideButton")
        self._outside.hide()

    def _lay_out(self) -> None:
        form = new_form()
        self._amount.add_to(form, self._unit, self._full_amount)
        self._reason.add_to(form, self._count)
        self._note.add_to(form)
        self._operator.add_to(form)
        typed = QVBoxLayout(self._typed)
        typed.setContentsMargins(0, 0, 0, 0)
        typed.setSpacing(8)
        typed.addLayout(form)
        for part in (self._tax, self._bank, self._escrow):
            typed.addWidget(part)
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        column.addWidget(self._notices)
        column.addWidget(self._typed)
        column.addStretch()
        right = QVBoxLayout()
        right.addWidget(scrolled(fields), 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._outside)
        buttons.addStretch()
        buttons.addWidget(self._submit)
        right.addLayout(buttons)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        both.addWidget(self._card, 2)
        both.addLayout(right, 3)

    def _connect(self) -> None:
        self.setTabOrder(self._full_amount, self._amount_edit)
        self.setTabOrder(self._amount_edit, self._reason_combo)
        enter = EnterMovesOn(self)
        enter.watch(self._amount_edit, *self._reason.fields(), *self._note.fields())
        enter.watch(self._operator, *self._tax.fields(), *self._bank.fields(), self._escrow.check)
        enter.watch(self._full_amount, self._notices.looked)
        self._amount_edit.textChanged.connect(self._on_amount_changed)
        for key, button in ((Key.WHOLE_AMOUNT, self._full_amount), (Key.CONTINUE, self._submit)):
            # at once: a button's own shortcut clicks it a tenth of a second later, behind the next key
            shortcut = QShortcut(key, button, autoRepeat=False)
            shortcut.activated.connect(button.click)
        self._full_amount.clicked.connect(self._on_full_amount)
        self._reason_combo.editTextChanged.connect(self._show_count)
        self._notices.answered.connect(self._allow)
        self._submit.clicked.connect(self._on_submit)
        self._outside.clicked.connect(self.outside_wanted)

    @property
    def takes_outside(self) -> bool:
        """Whether something that was refunded outside may be written down, or stands written down."""
        return not self._outside.isHidden()

    def _ask(self, offer: Offer) -> None:
        """For what the rules want to know, while anything can be refunded."""
        self._offer = offer
        self._bank.setVisible(offer.rules.account is not None)
        if offer.rules.account:
            self._bank.show_need(offer.rules.account, offer.payment.pg_provider)
        self._typed.setVisible(offer.rules.obstacle is None)
        self._outside.setVisible(
            bool(standing(offer.outside)) or may_note(offer.payment, offer.rules, bool(offer.recent_failures))
        )
        self._amount.recheck()
        self._on_amount_changed()
        self.retranslate()
        self._allow()

    def _check_amount(self, text: str) -> Money:
        amount = self._amount_edit.amount()
        if self._offer:
            check_amount(amount, self._offer.payment, self._offer.rules)
        return amount

    def _on_amount_changed(self) -> None:
        """The tax parts follow the amount, once it is one."""
        try:
            self._tax.set_amount(self._check_amount(self._amount_edit.text()))
        except InvalidInput:
            self._tax.set_amount(None)

    def _allow(self) -> None:
        """The button is dead where nothing can come of it; the notices say why."""
        self._submit.setEnabled(self._notices.allows)

    def _on_full_amount(self) -> None:
        if self._offer:
            self._amount_edit.setText(formats.digits(self._offer.rules.refundable))
            self._reason_combo.setFocus()

    def _on_submit(self) -> None:
        if self._offer is None:
            return
        wrong = [entry for entry in (self._amount, self._reason, self._note) if not entry.is_right()]
        account = self._bank.account() if self._offer.rules.account else None
        tax = self._tax.parts()
        if wrong:
            wrong[0].control.setFocus()
            return
        if tax is None or (self._offer.rules.account and account is None):
            return
        self.submitted.emit(
            RefundRequest(
                self._offer.payment.imp_uid,
                self._amount_edit.amount(),
                check_reason(self._reason.text()),
                check_note(self._note.text()),
                self._operator.currentText(),
                account,
                tax,
                self._tax.total(),
                self._escrow.is_confirmed,
            )
        )

    def _show_count(self) -> None:
        left = REASON_LIMIT - len(self._reason.text().strip())
        told = self.tr("{left} left") if left >= 0 else self.tr("{over} too many")
        self._count.setText(told.format(left=left, over=-left))


def _reason_combo(reasons: tuple[str, ...]) -> QComboBox:
    combo = QComboBox()
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.addItems(reasons)
    combo.setCurrentIndex(-1)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return combo
