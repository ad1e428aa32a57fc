"""The tax parts of a refund: asked only where the PG takes them, and only of who says that there are any."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from refund_gui.domain.money import Money, zero
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import TaxParts
from refund_gui.domain.tax import (
    TaxFreeTotalError,
    TaxFreeTotalMissing,
    TaxNeed,
    TaxRecord,
    VatError,
    check_tax_free,
    check_tax_free_total,
    check_vat,
    offered_tax_free,
    offered_vat,
    tax_need,
)
from refund_gui.errors import InvalidInput
from refund_gui.ui import formats
from refund_gui.ui.amount_edit import AmountEdit
from refund_gui.ui.entry import Entry, form_label, new_form
from refund_gui.ui.words_tax import tax_free_hint, tax_free_warning, total_hint, vat_hint, vat_warning


class _OfferingEdit(AmountEdit):
    """Holds what is offered until somebody types over it; that stays."""

    def __init__(self) -> None:
        super().__init__(zero_counts=True)
        self._offered = ""

    def offer(self, amount: Money | None) -> None:
        """None: nothing can be offered now."""
        before, self._offered = self._offered, "" if amount is None else formats.digits(amount)
        if self.text() == before:
            self.setText(self._offered)

    @property
    def is_typed(self) -> bool:
        """Whether something else stands here than what is offered."""
        return self.text() != self._offered


class TaxFields(QWidget):
    """`taxFreeCheck` opens the order's tax-free amount and this refund's part of it, `vatCheck` its VAT.

    A box that an earlier refund of the payment had ticked is ticked. What is behind an unticked one is not
    sent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taxFields")
        self._payment: Payment | None = None
        self._record: TaxRecord | None = None
        self._amount: Money | None = None
        self._title = form_label()
        self.tax_free_check = _check_box("taxFreeCheck")
        self.vat_check = _check_box("vatCheck")
        self._total_edit, self._tax_free_edit, self._vat_edit = (
            _OfferingEdit(),
            _OfferingEdit(),
            _OfferingEdit(),
        )
        self._total = Entry(
            self._total_edit, "taxFreeTotal", lambda _: self._checked_total(), self, eager=True
        )
        self._tax_free = Entry(
            self._tax_free_edit, "taxFree", lambda _: self._checked_tax_free(), self, eager=True
        )
        self._vat = Entry(self._vat_edit, "vat", lambda _: self._checked_vat(), self, eager=True)
        self._entries = (self._total, self._tax_free, self._vat)
        self._lay_out()
        for check in (self.tax_free_check, self.vat_check):
            check.toggled.connect(self._on_changed)
        for edit in (self._total_edit, self._tax_free_edit, self._vat_edit):
            edit.textChanged.connect(self._on_changed)
        self.retranslate()

    def fields(self) -> tuple[QWidget, ...]:
        """What Enter moves through."""
        edits = tuple(entry.control for entry in self._entries)
        return (self.tax_free_check, self.vat_check, *edits)

    def show_offer(self, payment: Payment, record: TaxRecord) -> None:
        """Ask for this payment's parts; what was typed stays."""
        self._payment, self._record = payment, record
        for edit in (self._total_edit, self._tax_free_edit, self._vat_edit):
            edit.set_currency(payment.currency)
        self._total_edit.offer(record.total)
        if record.total is not None:
            self.tax_free_check.setChecked(True)
        if record.has_vat:
            self.vat_check.setChecked(True)
        self.retranslate()
        self._on_changed()

    def has_typed(self) -> bool:
        """Whether an amount stands here that was not offered."""
        return any(edit.is_typed for edit in (self._total_edit, self._tax_free_edit, self._vat_edit))

    def set_amount(self, amount: Money | None) -> None:
        """What is to be refunded; None while that is not known, or wrong."""
        self._amount = amount
        self._on_changed()

    def parts(self) -> TaxParts | None:
        """What is to be sent, or None with each mistake told where it is and the focus on the first."""
        asked = [entry for entry in self._entries if self._is_asked(entry)]
        wrong = [entry for entry in asked if not entry.is_right()]
        if wrong:
            wrong[0].control.setFocus()
            return None
        return TaxParts(
            self._tax_free_edit.amount() if self._tax_free in asked else None,
            self._vat_edit.amount() if self._vat in asked else None,
        )

    def total(self) -> Money | None:
        """How much of the order is tax-free, where a part of it is sent."""
        return self._right_total()

    def show_error(self, error: InvalidInput) -> None:
        """What the terminal refused, where it was typed."""
        if isinstance(error, TaxFreeTotalError):
            self._total.show_error(error)
        elif isinstance(error, VatError):
            self._vat.show_error(error)
        else:
            self._tax_free.show_error(error)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Tax"))
        self.tax_free_check.setText(self.tr("Part of the order is tax-free"))
        self.vat_check.setText(self.tr("VAT was given at the payment"))
        self._total.set_names(self.tr("Tax-free in the order"))
        self._tax_free.set_names(self.tr("Tax-free in this refund"))
        self._vat.set_names(self.tr("VAT in this refund"))
        self._show_hints()

    def _lay_out(self) -> None:
        boxes = QWidget()
        column = QVBoxLayout(boxes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tax_free_check)
        column.addWidget(self.vat_check)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        first = new_form()
        first.addRow(self._title, boxes)
        rows.addLayout(first)
        for entry in self._entries:
            entry.hint.show()
            form = new_form()  # one each: a form of several rows gives wrapped texts the wrong heights
            rows.addLayout(form)
            entry.add_to(form)

    def _need(self) -> TaxNeed:
        return tax_need(self._payment, self._amount) if self._payment else TaxNeed(False, False)

    def _is_asked(self, entry: Entry) -> bool:
        need = self._need()
        if entry is self._vat:
            return need.vat and self.vat_check.isChecked()
        return need.tax_free and self.tax_free_check.isChecked()

    def _on_changed(self) -> None:
        """One thing follows from the other: order, this refund's part, its VAT."""
        need = self._need()
        self.setVisible(need.tax_free or need.vat)
        self.tax_free_check.setVisible(need.tax_free)
        self.vat_check.setVisible(need.vat)
        for entry in self._entries:
            entry.set_row_visible(self._is_asked(entry))
        self._tax_free_edit.offer(self._offered_tax_free())
        self._vat_edit.offer(self._offered_vat())
        for entry in self._entries:
            entry.recheck()
        self._show_hints()

    def _offered_tax_free(self) -> Money | None:
        total = self._right_total()
        if self._amount is None or self._record is None or total is None:
            return None
        return offered_tax_free(self._amount, total, self._record)

    def _offered_vat(self) -> Money | None:
        taxed = self._taxed()
        if self._amount is None or self._record is None or taxed is None:
            return None
        total = self._right_total() or zero(taxed.currency)
        return offered_vat(self._amount, self._amount - taxed, total, self._record)

    def _right_total(self) -> Money | None:
        return _or_none(self._checked_total) if self._is_asked(self._total) else None

    def _taxed(self) -> Money | None:
        """The refund less its tax-free part; None while either is not known."""
        if self._amount is None or not self._is_asked(self._tax_free):
            return self._amount
        tax_free = _or_none(self._checked_tax_free)
        return None if tax_free is None else self._amount - tax_free

    def _checked_total(self) -> Money:
        if not self._total_edit.text().strip():
            raise TaxFreeTotalMissing
        total = self._total_edit.amount()
        if self._record:
            check_tax_free_total(total, self._record)
        return total

    def _checked_tax_free(self) -> Money:
        """As far as the amount and the order's tax-free amount are known."""
        part, total = self._tax_free_edit.amount(), self._right_total()
        if self._amount and self._record and total:
            check_tax_free(part, self._amount, total, self._record)
        return part

    def _checked_vat(self) -> Money:
        vat, taxed = self._vat_edit.amount(), self._taxed()
        if taxed:
            check_vat(vat, taxed)
        return vat

    def _show_hints(self) -> None:
        if self._payment and self._record:
            total, vat = self._right_total(), _or_none(self._checked_vat)
            self._total.hint.setText(total_hint(self._payment))
            self._tax_free.hint.setText(tax_free_hint(total, self._record))
            self._vat.hint.setText(vat_hint(self._payment, vat, self._taxed()))
            for check, words in (
                (self.tax_free_check, tax_free_warning(self._payment)),
                (self.vat_check, vat_warning()),
            ):
                check.setToolTip(words)
                check.setAccessibleDescription(words)


def _or_none(checked: Callable[[], Money]) -> Money | None:
    try:
        return checked()
    except InvalidInput:
        return None


def _check_box(name: str) -> QCheckBox:
    box = QCheckBox()
    box.setObjectName(name)
    box.setMinimumHeight(32)
    return box
