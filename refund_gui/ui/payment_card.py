"""The payment as the refund dialog shows it: one look, and the refundable amount in large digits."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from refund_gui.domain.money import zero
from refund_gui.domain.outside import standing
from refund_gui.domain.payment import Payment
from refund_gui.terminal.refunding import Offer
from refund_gui.ui import formats
from refund_gui.ui.entry import plain_label, scrolled
from refund_gui.ui.facts import Fact, FactSheet
from refund_gui.ui.marks import NEVER_PAID
from refund_gui.ui.words import method_name, pg_name


class PaymentCard(QFrame):
    """Order, buyer, goods, method and amounts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._offer: Offer | None = None
        self._facts = FactSheet()
        self._test_badge = QLabel()
        self._test_badge.setObjectName("testBadge")
        self._test_badge.setProperty("role", "badge-test")
        self._refundable_name = QLabel()
        self._refundable_name.setProperty("role", "subtitle")
        self._refundable = plain_label("refundableLabel", "amount")
        self._refundable.setWordWrap(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        badges = QHBoxLayout()
        badges.addWidget(self._refundable_name)
        badges.addStretch()
        badges.addWidget(self._test_badge)
        column.addLayout(badges)
        column.addWidget(self._refundable)
        column.addWidget(scrolled(self._facts), 1)
        self.retranslate()

    def show_offer(self, offer: Offer) -> None:
        self._offer = offer
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self._refundable_name.setText(self.tr("Refundable"))
        self._test_badge.setText(self.tr("TEST PAYMENT"))
        if self._offer is None:
            return
        payment = self._offer.payment
        self._test_badge.setVisible(payment.sandbox)
        never_paid = payment.display_status in NEVER_PAID
        self._refundable.setText("–" if never_paid else formats.money(self._offer.rules.refundable))
        self._facts.show_facts(
            (
                Fact("orderLabel", self.tr("Order"), payment.merchant_uid),
                Fact("buyerLabel", self.tr("Buyer"), payment.buyer_name),
                Fact("goodsLabel", self.tr("Goods"), payment.goods),
                Fact("methodLabel", self.tr("Method"), method_line(payment)),
                Fact("paidAtLabel", self.tr("Paid at"), formats.date_time(payment.paid_at)),
                Fact("paidLabel", self.tr("Paid"), formats.money(payment.amount)),
                Fact("refundedLabel", self.tr("Refunded"), formats.money(payment.cancel_amount)),
                Fact("outsideLabel", self.tr("Refunded outside"), _noted(self._offer)),
            )
        )


def _noted(offer: Offer) -> str:
    """What stands noted as refunded outside, "" for nothing."""
    notes = standing(offer.outside)
    whole = sum((note.amount for note in notes), start=zero(offer.payment.currency))
    return formats.money(whole) if notes else ""


def method_line(payment: Payment) -> str:
    """Method, PG and the card or account, as the dialog and its confirmation name them."""
    of_card = (payment.card_name, payment.card_number)
    of_account = (payment.bank_name or payment.vbank_name, payment.vbank_num)
    parts = (
        method_name(payment.pay_method),
        pg_name(payment.emb_pg_provider or payment.pg_provider),
        *of_card,
        *of_account,
    )
    return " · ".join(dict.fromkeys(part for part in parts if part))
