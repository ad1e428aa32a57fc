"""Tax-free and VAT parts of a refund: which PGs take them, and what remains of them (api-v1 §2, §2.5).

No field of upstream's record says how much of an order is tax-free or VAT (api-v1 §4). The shop says how much
of the whole order is tax-free, once; what of it has gone back follows from our own refunds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from refund_gui.domain.money import Money, zero
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Refund, RefundState, TaxParts
from refund_gui.errors import InvalidInput

INICIS: Final = frozenset({"html5_inicis", "inicis", "inicis_unified"})
"""On a composite-tax contract it takes a refund without a tax-free part for a wholly tax-free one (§2.5)."""

_TAX_FREE: Final = INICIS | {
    *("kcp", "kcp_quick", "kicc", "nice", "payco"),  # left out, it is not 0 there: needed for tax-free goods
    "toss_brandpay",  # what remains tax-free must match exactly, in full refunds too
}
_TAX_FREE_OF_A_PART: Final = frozenset({"smartro_v2"})
_VAT: Final = INICIS | {"nice", "nice_v2", "welcome", "tosspay_v2"}
"""Needed where VAT was given at the payment; tosspay_v2 refuses the next part if it is left out once."""


class TaxPartNotTaken(InvalidInput):
    """A tax part that this payment's PG does not take with such a refund."""


class TaxFreeTotalError(InvalidInput):
    """Something is wrong with how much of the whole order is tax-free."""


class TaxFreeTotalMissing(TaxFreeTotalError):
    """It was not said."""


class TaxFreeTotalAbovePaid(TaxFreeTotalError):
    """More than `limit`: what was paid, less what was refunded as taxed."""

    def __init__(self, limit: Money) -> None:
        super().__init__(limit)
        self.limit = limit


class TaxFreeTotalBelowRefunded(TaxFreeTotalError):
    """Less than `limit`, which has been refunded as tax-free already."""

    def __init__(self, limit: Money) -> None:
        super().__init__(limit)
        self.limit = limit


class TaxFreeError(InvalidInput):
    """Something is wrong with the tax-free part of this refund."""


class TaxFreeAboveAmount(TaxFreeError):
    """More than the refund itself, `limit`."""

    def __init__(self, limit: Money) -> None:
        super().__init__(limit)
        self.limit = limit


class TaxFreeAboveRemaining(TaxFreeError):
    """More than `limit`, which remains of the order's tax-free amount."""

    def __init__(self, limit: Money) -> None:
        super().__init__(limit)
        self.limit = limit


class TaxedAboveRemaining(TaxFreeError):
    """Less than `limit`: the rest would be more than what remains of the taxed goods."""

    def __init__(self, limit: Money) -> None:
        super().__init__(limit)
        self.limit = limit


class VatError(InvalidInput):
    """Something is wrong with the VAT of this refund."""


class VatAboveTaxed(VatError):
    """More than the taxed part of the refund, `limit`."""

    def __init__(self, limit: Money) -> None:
        super().__init__(limit)
        self.limit = limit


@dataclass(frozen=True, slots=True)
class TaxNeed:
    """Which parts a payment's PG takes with a refund."""

    tax_free: bool
    vat: bool


def tax_need(payment: Payment, amount: Money | None) -> TaxNeed:
    """What may be asked for a refund of this amount; None: not known yet."""
    pg = payment.pg_provider
    is_whole = payment.is_untouched and amount == payment.balance
    return TaxNeed(pg in _TAX_FREE or (pg in _TAX_FREE_OF_A_PART and not is_whole), pg in _VAT)


@dataclass(frozen=True, slots=True)
class TaxRecord:
    """What our own refunds of a payment tell of its tax parts."""

    paid: Money
    refundable: Money
    total: Money | None
    """How much of the order is tax-free, as it was said last; None: it never was."""
    tax_free: Money
    """Refunded as tax-free."""
    taxed: Money
    """Refunded beside it as taxed, in refunds that said how much is tax-free."""
    vat: Money
    """Refunded as VAT."""
    with_vat: Money
    """Refunded in refunds that said how much is VAT."""

    @property
    def untold(self) -> Money:
        """Refunded without a word of what was tax-free: before it was asked, or elsewhere."""
        return max(zero(self.paid.currency), self.paid - self.refundable - self.tax_free - self.taxed)

    @property
    def has_vat(self) -> bool:
        return self.with_vat.minor > 0


def tax_record(payment: Payment, refunds: Iterable[Refund], refundable: Money) -> TaxRecord:
    """The record of a payment from all its refunds, newest first. Only those that succeeded count."""
    known = tuple(refunds)
    made = [one for one in known if one.state is RefundState.SUCCEEDED]
    nothing = zero(payment.currency)
    tax_free = taxed = vat = with_vat = nothing
    for one in made:
        if one.tax.tax_free is not None:
            tax_free += one.tax.tax_free
            taxed += one.amount - one.tax.tax_free
        if one.tax.vat is not None:
            vat += one.tax.vat
            with_vat += one.amount
    total = next((one.tax_free_total for one in known if one.tax_free_total is not None), None)
    return TaxRecord(payment.amount, refundable, total, tax_free, taxed, vat, with_vat)


def check_tax(
    parts: TaxParts, total: Money | None, amount: Money, payment: Payment, record: TaxRecord
) -> None:
    """Raise the first thing that is wrong with a refund's parts. `amount` was checked before.

    `total`: how much of the whole order is tax-free; given where a tax-free part is.
    """
    need = tax_need(payment, amount)
    if (parts.tax_free is not None and not need.tax_free) or (parts.vat is not None and not need.vat):
        raise TaxPartNotTaken
    if parts.tax_free is not None:
        if total is None:
            raise TaxFreeTotalMissing
        check_tax_free_total(total, record)
        check_tax_free(parts.tax_free, amount, total, record)
    if parts.vat is not None:
        check_vat(parts.vat, amount - (parts.tax_free or zero(amount.currency)))


def check_tax_free_total(total: Money, record: TaxRecord) -> None:
    """Raise TaxFreeTotalAbovePaid or TaxFreeTotalBelowRefunded."""
    most = record.paid - record.taxed
    if most < total:
        raise TaxFreeTotalAbovePaid(most)
    if total < record.tax_free:
        raise TaxFreeTotalBelowRefunded(record.tax_free)


def check_tax_free(part: Money, amount: Money, total: Money, record: TaxRecord) -> None:
    """Raise TaxFreeAboveAmount, TaxFreeAboveRemaining or TaxedAboveRemaining. The total was checked before.

    Without refunds that said nothing, exactly `total` less what was refunded remains; those that said
    nothing may have been taxed, tax-free or both, and what is possible passes.
    """
    if amount < part:
        raise TaxFreeAboveAmount(amount)
    left = total - record.tax_free
    most = min(left, record.refundable)
    if most < part:
        raise TaxFreeAboveRemaining(most)
    least_left = max(zero(amount.currency), left - record.untold)
    least = amount - (record.refundable - least_left)
    if part < least:
        raise TaxedAboveRemaining(least)


def check_vat(vat: Money, taxed: Money) -> None:
    """Raise VatAboveTaxed. `taxed`: the refund less its tax-free part."""
    if taxed < vat:
        raise VatAboveTaxed(taxed)


def is_vat_unusual(vat: Money, taxed: Money) -> bool:
    """Whether it is more than an eleventh of the taxed part, give or take one unit: worth a second look."""
    return vat.minor > -(-taxed.minor // 11) + 1


def tax_free_left(total: Money, record: TaxRecord) -> Money:
    """What probably remains tax-free: refunds that said nothing count as mixed like the rest."""
    left = total - record.tax_free
    return left - share(left, record.refundable + record.untold, record.untold)


def offered_tax_free(amount: Money, total: Money, record: TaxRecord) -> Money:
    """This refund's tax-free part in proportion: all that remains when all that remains is refunded.

    `amount` and `total` were checked before.
    """
    return share(tax_free_left(total, record), record.refundable, amount)


def offered_vat(amount: Money, tax_free: Money, total: Money, record: TaxRecord) -> Money:
    """This refund's VAT: an eleventh of its taxed part, so that all refunds add up to an eleventh of all.

    What went before is taken into account where each refund said its VAT. The parts were checked before.
    """
    one, eleven, taxed = Money(1, amount.currency), Money(11, amount.currency), amount - tax_free
    if record.with_vat != record.paid - record.refundable:
        return share(one, eleven, taxed)
    taxed_left = record.refundable - tax_free_left(total, record)
    vat_left = share(one, eleven, record.paid - total) - record.vat
    return share(min(max(vat_left, zero(amount.currency)), taxed_left), taxed_left, taxed)


def share(part: Money, whole: Money, amount: Money) -> Money:
    """What falls to `amount` of a part of the whole, to the nearest minor unit, halves up.

    All of the part when the amount is the whole; never more than either, and what is left of the amount is
    never more than what is left of the whole.
    """
    if not whole.minor:
        return zero(whole.currency)
    return Money((2 * part.minor * amount.minor + whole.minor) // (2 * whole.minor), whole.currency)


CASH_RECEIPT_STAYS: Final = frozenset({"ksnet"})
"""PGs that do not cancel a cash receipt with its refund (§2.5). Of the others nothing is documented."""
