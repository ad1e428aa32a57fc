"""One order beside the list: its payment, its refunds, and the way to a new one."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from refund_gui.clock import in_korea
from refund_gui.domain.deadlines import deadline_of
from refund_gui.domain.money import Money
from refund_gui.domain.outside import may_note
from refund_gui.domain.payment import Payment
from refund_gui.domain.rules import RefundRules, refund_rules
from refund_gui.domain.searching import Search
from refund_gui.terminal.order_detail import OrderDetail
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui import words
from refund_gui.ui.background import Lanes
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.entry import plain_label
from refund_gui.ui.facts import Fact, FactSheet
from refund_gui.ui.formats import date_time, day, money
from refund_gui.ui.marks import NEVER_PAID, marked_status
from refund_gui.ui.result_texts import is_left_over
from refund_gui.ui.shortcuts import Key
from refund_gui.ui.store_reading import StoreReading
from refund_gui.ui.timeline_view import TimelineView

_SEARCHED: Final = frozenset({"detailOrder", "detailBuyer", "detailApproval", "detailPayment"})
"""The facts that a search looks into."""


class DetailPane(QFrame):
    """`detailPane`. Shows what the store holds; the refund dialog reads afresh."""

    refund_requested = Signal(object)
    """imp_uid, by `refundButton`."""
    outside_requested = Signal(object)
    """imp_uid, by `detailOutsideButton`."""

    def __init__(self, terminal: Terminal, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailPane")
        self.setProperty("role", "card")
        self._terminal = terminal
        self._reading: StoreReading[str, OrderDetail] = StoreReading(lanes, self, self._show)
        self._search = Search("")
        self._build()
        self.retranslate()

    def show_order(self, imp_uid: str | None) -> None:
        """Load this order. Shown again, it is refreshed in place."""
        self._reading.ask(imp_uid, self._terminal.orders.detail)

    def mark(self, search: Search) -> None:
        """Mark the facts in which this search finds something: also what no column of the list shows."""
        self._search = search
        self._mark()

    def set_beside(self, beside: bool) -> None:
        """Whether the pane stands beside the list, narrow and high, or below it, wide and low."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(down if beside else across)
        self._halves.setSpacing(8 if beside else 24)
        self._halves.setStretch(0, 2 if beside else 1)

    def retranslate(self) -> None:
        self._test_badge.setText(self.tr("TEST"))
        self._scroll.setAccessibleName(self.tr("Payment"))
        self._timeline_title.setText(self.tr("Refunds of this order"))
        self._outside.setText(self.tr("Refunded outside…"))
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
        self._outside = plain_button("detailOutsideButton", "quiet")
        self._outside.clicked.connect(self._on_outside)
        self._content = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        badges = QHBoxLayout()
        for label in (self._state, self._test_badge):
            badges.addWidget(label)
        badges.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._facts)
        payment = QVBoxLayout()
        payment.addWidget(self._goods)
        payment.addLayout(badges)
        payment.addWidget(self._scroll, 1)
        refunds = QVBoxLayout()
        refunds.addWidget(self._open_title)
        refunds.addWidget(self._open_advice)
        refunds.addWidget(self._timeline_title)
        refunds.addWidget(self._timeline, 1)
        refunds.addWidget(self._obstacle)
        refunds.addWidget(self._button)
        refunds.addWidget(self._outside)
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
        detail = self._reading.detail
        self._content.setVisible(detail is not None)
        self._message.setVisible(detail is None)
        if detail is None:
            self._show_message()
            return
        payment = detail.payment
        self._goods.setText(payment.goods or payment.merchant_uid)
        self._state.setText(marked_status(payment.display_status))
        self._test_badge.setVisible(payment.sandbox)
        self._facts.show_facts(self._payment_facts(payment, detail.gone))
        self._mark()
        self._timeline.show_entries(detail.timeline, self._terminal.clock.now())
        self._show_open_refund(detail)
        self._show_button(detail)

    def _mark(self) -> None:
        self._facts.mark(_SEARCHED, self._search)

    def _show_message(self) -> None:
        if self._reading.error is not None:
            told = words.describe(self._reading.error)
            self._message.setText(f"{told.title}\n\n{told.advice}")
        elif self._reading.key is None:
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
        now = self._terminal.clock.now()
        rules = refund_rules(detail.payment, now, detail.gone)
        has_notes = any(entry.outside and entry.outside.stands for entry in detail.timeline)
        may_be_noted = rules.obstacle is not None and (has_notes or may_note(detail.payment, rules, False))
        self._outside.setVisible(detail.open_refund is None and may_be_noted)
        if detail.open_refund is not None:
            self._obstacle.clear()
            self._button.setText(self.tr("Show the open refund"))
        else:
            self._obstacle.setText("\n".join(_against(rules, detail.payment, now)))
            self._button.setText(self.tr("Refund…"))
        self._obstacle.setVisible(bool(self._obstacle.text()))
        # The dialog follows the clock, this text does not: what goes by itself kills no button.
        can_open = rules.obstacle is None or rules.possible_at is not None
        self._button.setEnabled(detail.open_refund is not None or can_open)
        self._button.setShortcut(Key.REFUND)  # a new text takes the shortcut away

    def _payment_facts(self, payment: Payment, gone: Money) -> tuple[Fact, ...]:
        left = payment.balance - gone
        refundable = "–" if payment.display_status in NEVER_PAID else money(left)
        discount = money(payment.promotion.discount) if payment.promotion else ""
        return (
            Fact("detailRefundable", self.tr("Refundable"), refundable),
            Fact("detailDeadline", self.tr("Refundable until"), self._deadline(payment, left)),
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

    def _deadline(self, payment: Payment, left: Money) -> str:
        """`30 Nov`, `about 30 Nov`; "" when nothing is left, or no deadline is known."""
        deadline = deadline_of(payment.pay_method, payment.pg_provider, payment.paid_at)
        if deadline is None or payment.display_status in NEVER_PAID or left.minor <= 0:
            return ""
        now = self._terminal.clock.now()
        shown = day(deadline.day, now)
        if deadline.day < in_korea(now).date():
            return self.tr("{day} (over)").format(day=shown)
        return self.tr("about {day}").format(day=shown) if deadline.is_about else shown

    def _on_clicked(self) -> None:
        if self._reading.key is not None:
            self.refund_requested.emit(self._reading.key)

    def _on_outside(self) -> None:
        if self._reading.key is not None:
            self.outside_requested.emit(self._reading.key)


def _against(rules: RefundRules, payment: Payment, now: int) -> list[str]:
    """Why nothing can be refunded, from when on it can, and what to do instead."""
    if rules.obstacle is None:
        return []
    told = words.obstacle_words(rules.obstacle, payment)
    when = [words.possible_again(rules.possible_at, now)] if rules.possible_at else []
    return [told.title, *when, told.advice]


def _line(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _method(payment: Payment) -> str:
    """`Card · 현대카드 · 4330-12**-****-1234`; for a virtual account its bank and number."""
    name = words.method_name(payment.pay_method)
    if payment.pay_method == "vbank":
        return _line(name, payment.vbank_name, payment.vbank_num)
    return _line(name, payment.card_name or payment.bank_name, payment.card_number)
