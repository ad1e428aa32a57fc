"""Words about tax parts, escrow and cash receipts: what is wrong, what was confirmed, what to look after."""

from PySide6.QtCore import QCoreApplication

from refund_gui.domain import tax
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import TaxParts
from refund_gui.errors import InvalidInput
from refund_gui.ui import formats
from refund_gui.ui.facts import Fact
from refund_gui.ui.words_names import pg_name


def tax_input_words(error: InvalidInput) -> str | None:
    """What is wrong with a tax part, with its limit; None for any other error."""
    match error:
        case tax.TaxPartNotTaken():
            return QCoreApplication.translate("Words", "This PG takes no such part with a refund.")
        case tax.TaxFreeTotalMissing():
            return QCoreApplication.translate(
                "Words", "Enter how much of the whole order is tax-free; 0 if nothing is."
            )
        case tax.TaxFreeTotalAbovePaid(limit=limit):
            template = QCoreApplication.translate(
                "Words", "At most {amount} of this order can be tax-free: all that was not refunded as taxed."
            )
        case tax.TaxFreeTotalBelowRefunded(limit=limit):
            template = QCoreApplication.translate(
                "Words", "At least {amount} of this order is tax-free: so much was refunded as tax-free."
            )
        case tax.TaxFreeAboveAmount(limit=limit):
            template = QCoreApplication.translate(
                "Words", "The tax-free part cannot be more than the refund, {amount}."
            )
        case tax.TaxFreeAboveRemaining(limit=limit):
            template = QCoreApplication.translate("Words", "Only {amount} of the order is still tax-free.")
        case tax.TaxedAboveRemaining(limit=limit):
            template = QCoreApplication.translate(
                "Words", "At least {amount} must be tax-free: the order has no more taxed goods to refund."
            )
        case tax.VatAboveTaxed(limit=limit):
            template = QCoreApplication.translate(
                "Words", "The VAT cannot be more than the taxed part, {amount}."
            )
        case _:
            return None
    return template.format(amount=formats.money(limit))


def total_hint(payment: Payment) -> str:
    """What the order's tax-free amount is, and what leaving it out means at this PG (api-v1 §2.5)."""
    hint = QCoreApplication.translate("Words", "Of the whole order of {amount}. It is remembered.").format(
        amount=formats.money(payment.amount)
    )
    return " ".join(part for part in (hint, tax_free_warning(payment)) if part)


def tax_free_warning(payment: Payment) -> str:
    """What this PG makes of a tax-free part, "" where nothing is special (api-v1 §2.5)."""
    template = ""
    if payment.pg_provider in tax.INICIS:
        template = QCoreApplication.translate(
            "Words",
            "With a composite-tax contract, {pg} takes a refund without this for wholly tax-free: "
            "enter 0 if nothing is.",
        )
    elif payment.pg_provider == "payco":
        template = QCoreApplication.translate(
            "Words", "{pg} knows orders that are tax-free as a whole or not at all."
        )
    return template.format(pg=pg_name(payment.pg_provider))


def vat_warning() -> str:
    """Who is meant by the question about VAT (api-v1 §2)."""
    return QCoreApplication.translate(
        "Words",
        "Only if your site gave an amount of VAT itself with the payment: the PG then wants it again.",
    )


def tax_free_hint(total: Money | None, record: tax.TaxRecord) -> str:
    """What is offered as this refund's tax-free part. `total`: the order's, None while it is not known."""
    if total is None:
        return QCoreApplication.translate("Words", "In proportion to what remains of the order.")
    hint = QCoreApplication.translate(
        "Words", "In proportion: of the {refundable} that can be refunded, {left} is tax-free."
    ).format(
        left=formats.money(tax.tax_free_left(total, record)), refundable=formats.money(record.refundable)
    )
    if not record.untold.minor:
        return hint
    untold = QCoreApplication.translate(
        "Words", "{amount} was refunded without saying what was tax-free: look whether this is right."
    )
    return f"{hint} {untold.format(amount=formats.money(record.untold))}"


def vat_hint(payment: Payment, vat: Money | None, taxed: Money | None) -> str:
    """What is offered as VAT, or that another amount is unusual. Either is None while it is not known."""
    if vat and taxed and tax.is_vat_unusual(vat, taxed):
        return QCoreApplication.translate(
            "Words", "Look again: this is more than an eleventh of the taxed part, {taxed}. It can be sent."
        ).format(taxed=formats.money(taxed))
    hint = QCoreApplication.translate("Words", "An eleventh of the taxed part.")
    if payment.pg_provider != "tosspay_v2":
        return hint
    needed = QCoreApplication.translate("Words", "If it is left out once, {pg} refuses the next part.")
    return f"{hint} {needed.format(pg=pg_name(payment.pg_provider))}"


def tax_facts(prefix: str, amount: Money, parts: TaxParts, escrow_confirmed: bool) -> tuple[Fact, ...]:
    """What was confirmed beside the amount, line by line; nothing where nothing was."""
    tax_free = vat = escrow = ""
    if parts.tax_free is not None:
        tax_free = QCoreApplication.translate("Words", "{tax_free} (taxed: {taxed})").format(
            tax_free=formats.money(parts.tax_free), taxed=formats.money(amount - parts.tax_free)
        )
    if parts.vat is not None:
        vat = formats.money(parts.vat)
    if escrow_confirmed:
        escrow = QCoreApplication.translate("Words", "The buyer has confirmed the purchase")
    return (
        Fact(f"{prefix}TaxFree", QCoreApplication.translate("Words", "Tax-free part"), tax_free),
        Fact(f"{prefix}Vat", QCoreApplication.translate("Words", "VAT"), vat),
        Fact(f"{prefix}Escrow", QCoreApplication.translate("Words", "Escrow"), escrow),
    )


def tax_lines(amount: Money, parts: TaxParts, escrow_confirmed: bool) -> list[str]:
    """The same as plain lines, for a proof."""
    return [
        f"{fact.name}: {fact.value}" for fact in tax_facts("", amount, parts, escrow_confirmed) if fact.value
    ]


def cash_receipt_lines(payment: Payment) -> list[str]:
    """What becomes of the payment's cash receipt; nothing when it has none (api-v1 §2.5)."""
    if not payment.cash_receipt_issued:
        return []
    if payment.pg_provider in tax.CASH_RECEIPT_STAYS:
        template = QCoreApplication.translate(
            "Words",
            "A cash receipt was issued. {pg} does not cancel it with the refund: do that in its console.",
        )
    else:
        template = QCoreApplication.translate(
            "Words",
            "A cash receipt was issued. Look in {pg}'s own console whether it was cancelled with the refund.",
        )
    return [template.format(pg=pg_name(payment.pg_provider))]
