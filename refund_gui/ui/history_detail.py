"""One refund of the history with its proof, and what can be done next."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from refund_gui.domain.refund import RefundState
from refund_gui.terminal.history import RefundDetail
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui import words
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.entry import plain_label
from refund_gui.ui.next_steps import NextSteps
from refund_gui.ui.payout_note import PayoutNote
from refund_gui.ui.receipt import HAS_RECEIPT
from refund_gui.ui.refund_proof import RefundProof
from refund_gui.ui.result_texts import Result, ground_of, is_left_over
from refund_gui.ui.store_reading import StoreReading


class HistoryDetail(QFrame):
    """`historyDetail`. Read from the store alone."""

    order_requested = Signal(object)
    """imp_uid, by `historyOrderButton`."""
    receipt_requested = Signal(object)
    """refund_id, by `historyReceiptButton`."""
    review_requested = Signal(object)
    """refund_id, by `historyReviewButton`, which is there while a person must decide."""

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
        self._reading: StoreReading[str, RefundDetail] = StoreReading(lanes, self, self._show)
        self._note = PayoutNote(operators)
        self._note.confirmed.connect(self._on_payout_confirmed)
        self._build()
        self.retranslate()

    def show_refund(self, refund_id: str | None) -> None:
        """Load this refund. Shown again, it is refreshed in place."""
        self._reading.ask(refund_id, self._terminal.history.detail)

    def set_beside(self, beside: bool) -> None:
        """Whether the pane stands beside the list, narrow and high, or below it, wide and low."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._proof.set_beside(beside)
        self._foot.setDirection(down if beside else across)
        self._note.set_direction(down if beside else across)

    def retranslate(self) -> None:
        self._scroll.setAccessibleName(QCoreApplication.translate("DetailPane", "Refunds of this order"))
        self._button.setText(self.tr("Show the order"))
        self._receipt.setText(self.tr("Receipt…"))
        self._review.setText(QCoreApplication.translate("ResultStep", "Review…"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self._message = plain_label("historyMessage", "hint")
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._proof = RefundProof()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._proof)
        self._button = plain_button("historyOrderButton")
        self._button.clicked.connect(self._on_clicked)
        self._receipt = plain_button("historyReceiptButton")
        self._receipt.clicked.connect(self._on_receipt)
        self._review = plain_button("historyReviewButton", "primary")
        self._review.clicked.connect(self._on_review)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        for part in (self._message, self._scroll):
            layout.addWidget(part, 1)
        self._foot = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        for control in (self._note, self._review, self._receipt):
            self._foot.addWidget(control)
        self._steps = NextSteps(self._terminal.clock)
        self._foot.addWidget(self._steps)
        self._foot.addWidget(self._button)
        layout.addLayout(self._foot)

    def _show(self) -> None:
        detail = self._reading.detail
        self._scroll.setVisible(detail is not None)
        self._button.setVisible(detail is not None)
        state = detail.refund.state if detail else None
        self._receipt.setVisible(state in HAS_RECEIPT)
        self._review.setVisible(state is RefundState.NEEDS_REVIEW)
        self._message.setVisible(detail is None)
        if detail is None:
            self._note.hide()
            self._steps.hide()
            self._show_message()
            return
        result = self._result(detail)
        self._note.show_for(detail)
        self._steps.show_for(result)
        self._proof.show_refund(detail, result, self._terminal.clock.now())

    def _result(self, detail: RefundDetail) -> Result:
        left_over = is_left_over(detail.refund, self._terminal.reconciler.settles_at)
        return Result(detail.refund, detail.payment, ground_of(detail.events), left_over)

    def _show_message(self) -> None:
        if self._reading.error is not None:
            told = words.describe(self._reading.error)
            self._message.setText(f"{told.title}\n\n{told.advice}")
        elif self._reading.key is None:
            self._message.setText(self.tr("Choose a refund to see its proof."))
        else:
            self._message.setText(self.tr("Loading…"))

    def _on_clicked(self) -> None:
        if self._reading.detail is not None:
            self.order_requested.emit(self._reading.detail.refund.imp_uid)

    def _on_receipt(self) -> None:
        if self._reading.detail is not None:
            self.receipt_requested.emit(self._reading.detail.refund.refund_id)

    def _on_review(self) -> None:
        if self._reading.detail is not None:
            self.review_requested.emit(self._reading.detail.refund.refund_id)

    def _on_payout_confirmed(self, who: str) -> None:
        if self._reading.detail is None:
            return
        refund_id = self._reading.detail.refund.refund_id
        self._lanes.run(
            Lane.STORE,
            partial(self._terminal.history.confirm_payout, refund_id, who),
            self,
            lambda _: self.show_refund(self._reading.key),
            partial(self._on_not_noted, refund_id),
        )

    def _on_not_noted(self, refund_id: str, error: Exception) -> None:
        if refund_id == self._reading.key:
            self._note.show_problem(words.describe(error))
