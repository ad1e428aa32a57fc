"""One order beside the list: its payment, its refunds, and the way to a new one."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from refund_gui.domain.payment import Payment
from refund_gui.domain.rules import refund_rules
from refund_gui.terminal.orders import OrderDetail
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui import words
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.entry import plain_label
from refund_gui.ui.facts import Fact, FactSheet
from refund_gui.ui.formats import date_time, money
from refund_gui.ui.marks import NEVER_PAID, marked_status
from refund_gui.ui.result_texts import is_left_over
from refund_gui.ui.timeline_view import TimelineView


class DetailPane(QFrame):
    """`detailPane`. Shows what the store holds; the refund dialog reads afresh."""

    refund_requested = Signal(object)
    """imp_uid, by `refundButton`."""

    def __init__(self, terminal: Terminal, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailPane")
        self.setProperty("role", "card")
        self._terminal = terminal
        self._lanes = lanes
        self._imp_uid: str | None = None
        self._detail: OrderDetail | None = None
        self._error: Exception | None = None
        self._build()
        self.retranslate()

    def show_order(self, imp_uid: str | None) -> None:
        """Load this order. Shown again, it is refreshed in place."""
        if imp_uid != self._imp_uid:
            self._imp_uid, self._detail, self._error = imp_uid, None, None
            self._show()
        if imp_uid is not None:
            self._lanes.run(
                Lane.STORE,
                partial(self._terminal.orders.detail, imp_uid),
                self,
                partial(self._on_loaded, imp_uid),
                partial(self._on_failed, imp_uid),
            )

    def set_beside(self, beside: bool) -> None:
        """Whether the pane stands beside the list, narrow and high, or below it, wide and low."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(down if beside else across)
        self._halves.setSpacing(8 if beside else 24)
        self._halves.setStretch(0, 2 if beside else 1)

    def retranslate(self) -> None:
        self._test_badge.setText(self.tr("TEST"))
        self._timeline_title.setText(self.tr("Refunds of this order"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self._message = plain_label("detailMessage", "hint")
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._goods = plain_label("detailGoods", "subtitle")
        self._state = plain_label("detailState", "badge-state")
        self._state.setWordWrap(False)
        self._test_badge = QLabel()
        self._test_badge.setObjectName("testBadge")
        self._test_badge.setProperty("role", "badge-test")
        self._open_title = plain_label("openRefundState", "badge-state")
        self._open_advice = plain_label("openRefundAdvice", "hint")
        self._facts = FactSheet()
        self._timeline_title = plain_label("cancelHistoryTitle", "hint")
        self._timeline = TimelineView()
        self._timeline_title.setBuddy(self._timeline)
        self._obstacle = plain_label("refundObstacle", "hint")
        self._button = plain_button("refundButton", "primary")
        self._button.setMinimumHeight(40)
        self._button.clicked.connect(self._on_clicked)
        self._content = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        badges = QHBoxLayout()
        for label in (self._state, self._test_badge):
            badges.addWidget(label)
        badges.addStretch(1)
        facts = QScrollArea()
        facts.setWidgetResizable(True)
        facts.setFrameShape(QFrame.Shape.NoFrame)
        facts.setWidget(self._facts)
        payment = QVBoxLayout()
        payment.addWidget(self._goods)
        payment.addLayout(badges)
        payment.addWidget(facts, 1)
        refunds = QVBoxLayout()
        refunds.addWidget(self._open_title)
        refunds.addWidget(self._open_advice)
        refunds.addWidget(self._timeline_title)
        refunds.addWidget(self._timeline, 1)
        refunds.addWidget(self._obstacle)
        refunds.addWidget(self._button)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._content)
        self._halves.setContentsMargins(0, 0, 0, 0)
        for half in (payment, refunds):
            half.setSpacing(8)
            self._halves.addLayout(half, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self._message, 1)
        layout.addWidget(self._content, 1)

    def _show(self) -> None:
        detail = self._detail
        self._content.setVisible(detail is not None)
        self._message.setVisible(detail is None)
        if detail is None:
            self._show_message()
            return
        payment = detail.payment
        self._goods.setText(payment.goods or payment.merchant_uid)
        self._state.setText(marked_status(payment.display_status))
        self._test_badge.setVisible(payment.sandbox)
        self._facts.show_facts(self._payment_facts(payment))
        self._timeline.show_entries(detail.timeline, self._terminal.clock.now())
        self._show_open_refund(detail)
        self._show_button(detail)

    def _show_message(self) -> None:
        if self._error is not None:
            told = words.describe(self._error)
            self._message.setText(f"{told.title}\n\n{told.advice}")
        elif self._imp_uid is None:
            self._message.setText(self.tr("Choose an order to see its payment and its refunds."))
        else:
            self._message.setText(self.tr("Loading…"))

    def _show_open_refund(self, detail: OrderDetail) -> None:
        refund = detail.open_refund
        for label in (self._open_title, self._open_advice):
            label.setVisible(refund is not None)
        self._timeline_title.setVisible(refund is None)
        if refund is not None:
            left_over = is_left_over(refund, self._terminal.reconciler.settles_at)
            told = words.left_over_words(refund) if left_over else words.state_words(refund)
            self._open_title.setText(told.title)
            self._open_advice.setText(told.advice)

    def _show_button(self, detail: OrderDetail) -> None:
        obstacle = refund_rules(detail.payment, self._terminal.clock.now()).obstacle
        if detail.open_refund is not None:
            self._obstacle.clear()
            self._button.setText(self.tr("Show the open refund"))
        else:
            told = words.obstacle_words(obstacle, detail.payment) if obstacle else None
            self._obstacle.setText("\n".join(filter(None, (told.title, told.advice))) if told else "")
            self._button.setText(self.tr("Refund…"))
        self._obstacle.setVisible(bool(self._obstacle.text()))
        self._button.setEnabled(detail.open_refund is not None or obstacle is None)
        self._button.setShortcut("Ctrl+R")  # a new text takes the shortcut away

    def _payment_facts(self, payment: Payment) -> tuple[Fact, ...]:
        refundable = "–" if payment.display_status in NEVER_PAID else money(payment.balance)
        discount = money(payment.promotion.discount) if payment.promotion else ""
        return (
            Fact("detailRefundable", self.tr("Refundable"), refundable),
            Fact("detailPaid", self.tr("Paid amount"), money(payment.amount)),
            Fact("detailRefunded", self.tr("Refunded"), money(payment.cancel_amount)),
            Fact("detailDiscount", self.tr("Promotion discount"), discount),
            Fact("detailOrder", self.tr("Order no."), payment.merchant_uid),
            Fact("detailBuyer", self.tr("Buyer"), _line(payment.buyer_name, payment.buyer_tel)),
            Fact("detailMethod", self.tr("Method"), _method(payment)),
            Fact("detailPg", self.tr("PG"), words.pg_name(payment.pg_provider)),
            Fact("detailPaidAt", self.tr("Paid at"), date_time(payment.paid_at)),
            Fact("detailApproval", self.tr("Approval no."), payment.apply_num),
            Fact("detailFailure", self.tr("Failure"), payment.fail_reason),
            Fact("detailPayment", self.tr("Payment"), payment.imp_uid),
            Fact("detailReceipt", self.tr("Receipt"), payment.receipt_url),
        )

    def _on_clicked(self) -> None:
        if self._imp_uid is not None:
            self.refund_requested.emit(self._imp_uid)

    def _on_loaded(self, imp_uid: str, detail: OrderDetail) -> None:
        if imp_uid == self._imp_uid:
            self._detail, self._error = detail, None
            self._show()

    def _on_failed(self, imp_uid: str, error: Exception) -> None:
        if imp_uid == self._imp_uid:
            self._detail, self._error = None, error
            self._show()


def _line(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _method(payment: Payment) -> str:
    """`Card · 현대카드 · 4330-12**-****-1234`; for a virtual account its bank and number."""
    name = words.method_name(payment.pay_method)
    if payment.pay_method == "vbank":
        return _line(name, payment.vbank_name, payment.vbank_num)
    return _line(name, payment.card_name or payment.bank_name, payment.card_number)
