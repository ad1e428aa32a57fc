"""One refund with its proof: who, what, on which base, and each word that upstream answered."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from refund_gui.domain.refund import Cause, Event, MaskedAccount, Refund, RefundAttempt, RefundState
from refund_gui.terminal.history import RefundDetail
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui import words
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.entry import plain_label
from refund_gui.ui.facts import Fact, FactSheet
from refund_gui.ui.formats import clock_time, date_time, money
from refund_gui.ui.marks import marked_left_over, marked_state
from refund_gui.ui.payout_note import PayoutNote
from refund_gui.ui.result_texts import Result, ground_of, is_left_over, result_words


class HistoryDetail(QFrame):
    """`historyDetail`. Read from the store alone."""

    order_requested = Signal(object)
    """imp_uid, by `historyOrderButton`."""

    def __init__(
        self,
        terminal: Terminal,
        lanes: Lanes,
        operators: Callable[[], tuple[str, ...]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("historyDetail")
        self.setProperty("role", "card")
        self._terminal = terminal
        self._lanes = lanes
        self._refund_id: str | None = None
        self._detail: RefundDetail | None = None
        self._error: Exception | None = None
        self._note = PayoutNote(operators)
        self._note.confirmed.connect(self._on_payout_confirmed)
        self._build()
        self.retranslate()

    def show_refund(self, refund_id: str | None) -> None:
        """Load this refund. Shown again, it is refreshed in place."""
        if refund_id != self._refund_id:
            self._refund_id, self._detail, self._error = refund_id, None, None
            self._show()
        if refund_id is not None:
            self._lanes.run(
                Lane.STORE,
                partial(self._terminal.history.detail, refund_id),
                self,
                partial(self._on_loaded, refund_id),
                partial(self._on_failed, refund_id),
            )

    def set_beside(self, beside: bool) -> None:
        """Whether the pane stands beside the list, narrow and high, or below it, wide and low."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(down if beside else across)
        self._halves.setSpacing(8 if beside else 24)
        self._foot.setDirection(down if beside else across)
        self._note.set_direction(down if beside else across)

    def retranslate(self) -> None:
        self._attempts_title.setText(self.tr("What was sent, and what came back"))
        self._events_title.setText(self.tr("What happened"))
        self._button.setText(self.tr("Show the order"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self._message = plain_label("historyMessage", "hint")
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = plain_label("historyTitle", "subtitle")
        self._advice = plain_label("historyAdvice", "hint")
        self._facts = FactSheet()
        self._attempts_title = plain_label("historyAttemptsTitle", "subtitle")
        self._attempts = FactSheet()
        self._events_title = plain_label("historyEventsTitle", "subtitle")
        self._events = FactSheet()
        sheet = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, sheet)
        self._halves.setContentsMargins(0, 0, 8, 0)
        proof = (self._title, self._advice, self._facts)
        story = (self._attempts_title, self._attempts, self._events_title, self._events)
        for widgets in (proof, story):
            half = QVBoxLayout()
            half.setSpacing(8)
            for widget in widgets:
                half.addWidget(widget)
            half.addStretch(1)
            self._halves.addLayout(half, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(sheet)
        self._button = plain_button("historyOrderButton")
        self._button.clicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        for part in (self._message, self._scroll):
            layout.addWidget(part, 1)
        self._foot = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._foot.addWidget(self._note)
        self._foot.addWidget(self._button)
        layout.addLayout(self._foot)

    def _show(self) -> None:
        detail = self._detail
        self._scroll.setVisible(detail is not None)
        self._button.setVisible(detail is not None)
        self._message.setVisible(detail is None)
        if detail is None:
            self._note.hide()
            self._show_message()
            return
        told = result_words(self._result(detail), self._terminal.clock.now())
        self._note.show_for(detail)
        self._title.setText(told.title)
        self._advice.setText(told.advice)
        self._facts.show_facts(self._proof(detail))
        attempts = tuple(self._attempt(attempt) for attempt in detail.attempts)
        self._attempts.show_facts(attempts)
        for part in (self._attempts_title, self._attempts):
            part.setVisible(bool(attempts))
        self._events.show_facts(self._event(event) for event in detail.events)

    def _result(self, detail: RefundDetail) -> Result:
        left_over = is_left_over(detail.refund, self._terminal.reconciler.settles_at)
        return Result(detail.refund, detail.payment, ground_of(detail.events), left_over)

    def _show_message(self) -> None:
        if self._error is not None:
            told = words.describe(self._error)
            self._message.setText(f"{told.title}\n\n{told.advice}")
        elif self._refund_id is None:
            self._message.setText(self.tr("Choose a refund to see its proof."))
        else:
            self._message.setText(self.tr("Loading…"))

    def _proof(self, detail: RefundDetail) -> tuple[Fact, ...]:
        refund, payment = detail.refund, detail.payment
        return (
            Fact("historyAmount", self.tr("Amount"), money(refund.amount)),
            Fact("historyState", self.tr("State"), self._state(detail)),
            Fact("historyWords", self.tr("Answer"), refund.message),
            Fact("historyTime", self.tr("Time"), date_time(refund.created_at)),
            Fact("historyOrder", self.tr("Order no."), payment.merchant_uid if payment else ""),
            Fact("historyGoods", self.tr("Goods"), payment.goods if payment else ""),
            Fact("historyBuyer", self.tr("Buyer"), payment.buyer_name if payment else ""),
            Fact("historyReason", self.tr("Reason"), refund.reason),
            Fact("historyNote", self.tr("Note"), refund.note),
            Fact("historyAccount", self.tr("To the account"), self._account(refund.account)),
            Fact("historyOperator", self.tr("Operator"), refund.operator),
            Fact("historyCounter", self.tr("Counter"), refund.counter),
            Fact("historyOrigin", self.tr("Origin"), words.origin_name(refund.origin)),
            Fact("historyTag", self.tr("Tag"), refund.tag),
            Fact("historyCancellation", self.tr("Cancellation"), refund.cancellation_id),
            Fact("historyBase", self.tr("Before → after"), self._base(refund)),
            Fact("historyChecksum", self.tr("Refundable before"), money(refund.checksum)),
            Fact("historyPayment", self.tr("Payment"), refund.imp_uid),
        )

    def _state(self, detail: RefundDetail) -> str:
        return marked_left_over() if self._result(detail).is_left_over else marked_state(detail.refund.state)

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
        lines = (times, " · ".join(answer), attempt.message)
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

    def _on_clicked(self) -> None:
        if self._detail is not None:
            self.order_requested.emit(self._detail.refund.imp_uid)

    def _on_payout_confirmed(self, who: str) -> None:
        if self._detail is None:
            return
        refund_id = self._detail.refund.refund_id
        self._lanes.run(
            Lane.STORE,
            partial(self._terminal.history.confirm_payout, refund_id, who),
            self,
            lambda _: self.show_refund(self._refund_id),
            partial(self._on_not_noted, refund_id),
        )

    def _on_not_noted(self, refund_id: str, error: Exception) -> None:
        if refund_id == self._refund_id:
            self._note.show_problem(words.describe(error))

    def _on_loaded(self, refund_id: str, detail: RefundDetail) -> None:
        if refund_id == self._refund_id:
            self._detail, self._error = detail, None
            self._show()

    def _on_failed(self, refund_id: str, error: Exception) -> None:
        if refund_id == self._refund_id:
            self._detail, self._error = None, error
            self._show()
