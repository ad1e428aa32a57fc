"""A refund's proof: who, what, on which base, and each word that upstream answered."""

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from refund_gui.domain.refund import Cause, Event, MaskedAccount, Refund, RefundAttempt, RefundState
from refund_gui.terminal.history import RefundDetail
from refund_gui.ui import words
from refund_gui.ui.entry import plain_label
from refund_gui.ui.facts import Fact, FactSheet
from refund_gui.ui.formats import clock_time, date_time, money
from refund_gui.ui.marks import marked_left_over, marked_state, with_test
from refund_gui.ui.result_texts import Result, result_words
from refund_gui.ui.words_tax import tax_facts


class RefundProof(QWidget):
    """Two halves: the refund as it stands, and what was sent and happened. Shown anew in another language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = plain_label("historyTitle", "subtitle")
        self._advice = plain_label("historyAdvice", "hint")
        self._facts = FactSheet()
        self._attempts_title = plain_label("historyAttemptsTitle", "subtitle")
        self._attempts = FactSheet()
        self._events_title = plain_label("historyEventsTitle", "subtitle")
        self._events = FactSheet()
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._halves.setContentsMargins(0, 0, 8, 0)
        standing = (self._title, self._advice, self._facts)
        story = (self._attempts_title, self._attempts, self._events_title, self._events)
        for widgets in (standing, story):
            half = QVBoxLayout()
            half.setSpacing(8)
            for widget in widgets:
                half.addWidget(widget)
            half.addStretch(1)
            self._halves.addLayout(half, 1)

    def set_beside(self, beside: bool) -> None:
        """Whether the pane stands beside the list: one half below the other, else next to each other."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(down if beside else across)
        self._halves.setSpacing(8 if beside else 24)

    def show_refund(self, detail: RefundDetail, result: Result, now: int) -> None:
        """Replace what is shown. `now` in unix seconds."""
        told = result_words(result, now)
        self._title.setText(told.title)
        self._advice.setText(told.advice)
        self._facts.show_facts(self._proof(detail, result.is_left_over))
        attempts = tuple(self._attempt(attempt) for attempt in detail.attempts)
        self._attempts_title.setText(self.tr("What was sent, and what came back"))
        self._attempts.show_facts(attempts)
        for part in (self._attempts_title, self._attempts):
            part.setVisible(bool(attempts))
        self._events_title.setText(self.tr("What happened"))
        self._events.show_facts(self._event(event) for event in detail.events)

    def _proof(self, detail: RefundDetail, is_left_over: bool) -> tuple[Fact, ...]:
        refund, payment = detail.refund, detail.payment
        method = words.method_name(payment.pay_method) if payment else ""
        return (
            Fact("historyAmount", self.tr("Amount"), money(refund.amount)),
            *tax_facts("history", refund.amount, refund.tax, refund.escrow_confirmed),
            Fact("historyState", self.tr("State"), self._state(detail, is_left_over)),
            Fact("historyWords", self.tr("Answer"), refund.message),
            Fact("historyTime", self.tr("Time"), date_time(refund.created_at)),
            Fact("historyOrder", self.tr("Order no."), payment.merchant_uid if payment else ""),
            Fact("historyGoods", self.tr("Goods"), payment.goods if payment else ""),
            Fact("historyBuyer", self.tr("Buyer"), payment.buyer_name if payment else ""),
            Fact("historyMethod", self.tr("Method"), method),
            Fact("historyPg", self.tr("PG"), words.pg_name(payment.pg_provider) if payment else ""),
            Fact("historyReason", self.tr("Reason"), refund.reason),
            Fact("historyNote", self.tr("Note"), refund.note),
            Fact("historyAccount", self.tr("To the account"), self._account(refund.account)),
            Fact("historyOperator", self.tr("Operator"), refund.operator),
            Fact("historyCounter", self.tr("Counter"), refund.counter),
            Fact("historyOrigin", self.tr("Origin"), words.origin_name(refund.origin)),
            Fact("historyTag", self.tr("Tag"), refund.tag),
            Fact("historyCancellation", self.tr("Cancellation"), refund.cancellation_id),
            Fact("historyBase", self.tr("Before → after"), self._base(refund)),
            Fact("historyChecksum", self.tr("Refundable before"), money(detail.refundable_before)),
            Fact("historyPayment", self.tr("Payment"), refund.imp_uid),
        )

    def _state(self, detail: RefundDetail, is_left_over: bool) -> str:
        state = marked_left_over() if is_left_over else marked_state(detail.refund.state)
        return with_test(state, detail.payment is not None and detail.payment.sandbox)

    def _base(self, refund: Refund) -> str:
        """What upstream had refunded when this was confirmed, and, once this one was made, with it."""
        before = refund.base.cancel_amount
        if refund.state is not RefundState.SUCCEEDED:
            return money(before)
        return self.tr("{before} → {after}").format(before=money(before), after=money(before + refund.amount))

    def _account(self, account: MaskedAccount | None) -> str:
        if account is None:
            return ""
        return self.tr("{bank} ····{digits}, holder {initial}··").format(
            bank=account.bank_name or account.bank_code,
            digits=account.last_four,
            initial=account.holder_initial,
        )

    def _attempt(self, attempt: RefundAttempt) -> Fact:
        times = clock_time(attempt.started_at)
        if attempt.ended_at:
            times = f"{times} – {clock_time(attempt.ended_at)}"
        answer = [words.outcome_name(attempt.outcome)]
        if attempt.http_status:
            answer.append(f"HTTP {attempt.http_status}")
        if attempt.code is not None:
            answer.append(f"code {attempt.code}")
        sent = self.tr("everything") if attempt.amount is None else money(attempt.amount)
        asked = self.tr("{amount}, left at PortOne {balance}").format(
            amount=sent, balance=money(attempt.checksum)
        )
        lines = (times, asked, " · ".join(answer), attempt.message)
        return Fact(
            f"historyAttempt{attempt.number}",
            self.tr("Attempt {number}").format(number=attempt.number),
            "\n".join(line for line in lines if line),
        )

    def _event(self, event: Event) -> Fact:
        who = " · ".join(part for part in (words.cause_name(event.cause), event.who) if part)
        # "Not sent" would sound like a failure where the refund has only just been confirmed.
        state = "" if event.cause is Cause.CONFIRM or event.old is event.new else marked_state(event.new)
        lines = (state, who, words.event_words(event.detail))
        return Fact(
            f"historyEvent{event.event_id}",
            date_time(event.at),
            "\n".join(line for line in lines if line),
        )
