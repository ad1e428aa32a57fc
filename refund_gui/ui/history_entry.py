"""A line that is no refund of this store: an entry made elsewhere, or a note; and the way to its order."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from refund_gui.domain.payment import Payment
from refund_gui.domain.states import Elsewhere, Outside
from refund_gui.terminal.history import EntryDetail, NoteDetail
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui import words
from refund_gui.ui.background import Lanes
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.entry import plain_label, scrolled
from refund_gui.ui.facts import Fact, FactSheet
from refund_gui.ui.formats import date_time, money
from refund_gui.ui.marks import marked_state, with_test
from refund_gui.ui.store_reading import StoreReading


class HistoryEntry(QFrame):
    """`historyEntry`. Read from the store alone."""

    order_requested = Signal(object)
    """imp_uid, by `entryOrderButton`."""

    def __init__(self, terminal: Terminal, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("historyEntry")
        self.setProperty("role", "card")
        self._terminal = terminal
        self._reading: StoreReading[tuple[str, str], EntryDetail | NoteDetail] = StoreReading(
            lanes, self, self._show
        )
        self._build()
        self.retranslate()

    def show_entry(self, imp_uid: str, entry_key: str) -> None:
        """Load this entry. Shown again, it is refreshed in place."""
        read = self._terminal.history.entry
        self._reading.ask((imp_uid, entry_key), lambda key: read(*key))

    def show_note(self, imp_uid: str, note_id: str) -> None:
        """The same for a note of what was refunded outside."""
        read = self._terminal.history.note
        self._reading.ask((imp_uid, note_id), lambda key: read(*key))

    def retranslate(self) -> None:
        self._scroll.setAccessibleName(QCoreApplication.translate("DetailPane", "Refunds of this order"))
        self._button.setText(self.tr("Show the order"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self._message = plain_label("entryMessage", "hint")
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = plain_label("entryTitle", "subtitle")
        self._advice = plain_label("entryAdvice", "hint")
        self._facts = FactSheet()
        sheet = QWidget()
        content = QVBoxLayout(sheet)
        content.setContentsMargins(0, 0, 8, 0)
        content.setSpacing(8)
        for part in (self._title, self._advice, self._facts):
            content.addWidget(part)
        content.addStretch(1)
        self._scroll = scrolled(sheet)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that arrow keys scroll it
        self._button = plain_button("entryOrderButton")
        self._button.clicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        for widget in (self._message, self._scroll):
            layout.addWidget(widget, 1)
        layout.addWidget(self._button)

    def _show(self) -> None:
        detail = self._reading.detail
        self._scroll.setVisible(detail is not None)
        self._button.setVisible(detail is not None)
        self._message.setVisible(detail is None)
        if isinstance(detail, NoteDetail):
            self._title.setText(words.state_name(Outside.NOTED))
            self._advice.setText(
                self.tr(
                    "It was noted here, nothing was sent: what stands here is what was written down. A wrong "
                    "note is taken back from its order."
                )
            )
            self._facts.show_facts(self._of_note(detail))
        elif detail is not None:
            self._title.setText(words.made_in_name(detail.made_in))
            self._advice.setText(
                self.tr(
                    "It was not made with this program. What stands here is what PortOne's record shows; who "
                    "did it is not known here."
                )
            )
            self._facts.show_facts(self._of_entry(detail))
        elif self._reading.error is not None:
            told = words.describe(self._reading.error)
            self._message.setText(f"{told.title}\n\n{told.advice}")
        else:
            self._message.setText(self.tr("Loading…"))

    def _of_entry(self, detail: EntryDetail) -> tuple[Fact, ...]:
        payment, entry = detail.payment, detail.entry
        state = Elsewhere.REFUNDED if detail.is_present else Elsewhere.REVERSED
        seen = date_time(detail.seen_at) if detail.seen_at else ""
        return (
            Fact("entryAmount", self.tr("Amount"), money(entry.amount)),
            Fact("entryState", self.tr("State"), with_test(marked_state(state), payment.sandbox)),
            Fact("entryTime", self.tr("Time"), date_time(entry.cancelled_at)),
            Fact("entrySeen", self.tr("Seen here"), seen),
            *self._of_order(payment),
            Fact("entryReason", self.tr("Reason"), entry.reason.strip()),
            Fact("entryTag", self.tr("Tag"), entry.tag or ""),
            Fact("entryCancellation", self.tr("Cancellation"), entry.cancellation_id),
            Fact("entryPgNumber", self.tr("PG's number"), entry.pg_tid),
            Fact("entryReceipt", self.tr("Receipt"), entry.receipt_url),
            Fact("entryPayment", self.tr("Payment"), payment.imp_uid),
        )

    def _of_note(self, detail: NoteDetail) -> tuple[Fact, ...]:
        payment, note = detail.payment, detail.note
        state = marked_state(Outside.NOTED if note.stands else Outside.TAKEN_BACK)
        back = "" if note.stands else _line(date_time(note.withdrawn_at), note.withdrawn_by)
        return (
            Fact("entryAmount", self.tr("Amount"), money(note.amount)),
            Fact("entryState", self.tr("State"), with_test(state, payment.sandbox)),
            Fact("entryWay", self.tr("How"), words.way_name(note.way)),
            Fact("entryTime", self.tr("Time"), date_time(note.refunded_at)),
            Fact("entryReason", self.tr("Note"), note.note),
            Fact("entryNoted", self.tr("Noted"), _line(date_time(note.noted_at), note.operator)),
            Fact("entryTakenBack", self.tr("Taken back"), back),
            *self._of_order(payment),
            Fact("entryPayment", self.tr("Payment"), payment.imp_uid),
        )

    def _of_order(self, payment: Payment) -> tuple[Fact, ...]:
        return (
            Fact("entryOrder", self.tr("Order no."), payment.merchant_uid),
            Fact("entryGoods", self.tr("Goods"), payment.goods),
            Fact("entryBuyer", self.tr("Buyer"), payment.buyer_name),
            Fact("entryMethod", self.tr("Method"), words.method_name(payment.pay_method)),
            Fact("entryPg", self.tr("PG"), words.pg_name(payment.pg_provider)),
        )

    def _on_clicked(self) -> None:
        if self._reading.detail is not None:
            self.order_requested.emit(self._reading.detail.payment.imp_uid)


def _line(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
