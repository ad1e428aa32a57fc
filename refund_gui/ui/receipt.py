"""What stands on the receipt of one refund, line by line; `receipt_paint` puts it on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.arrival import refunded_at
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Cancellation, Payment
from refund_gui.domain.refund import MaskedAccount, Refund, RefundState
from refund_gui.domain.shop import shown_business_number
from refund_gui.domain.verdict import entry_of
from refund_gui.settings import Settings
from refund_gui.ui import formats
from refund_gui.ui.words import arrival_sentence, method_name, pg_name
from refund_gui.ui.words_tax import tax_facts

HAS_RECEIPT: Final = frozenset({RefundState.SUCCEEDED, RefundState.ACCEPTED})
"""Of nothing else may a customer be told that money comes back."""

_SEEN_DIGITS: Final = 10
"""As many as card slips show: six and four."""

_LINK_STARTS: Final = ("https://", "http://")


class Kind(StrEnum):
    """How a line is set."""

    TITLE = "title"
    CENTRED = "centred"
    MARK = "mark"  # framed and bold: not to be overlooked
    PAIR = "pair"  # a label, and a value that may take several lines
    MONEY = "money"  # a label, and an amount that is never broken
    AMOUNT = "amount"  # the same in large digits
    NOTE = "note"
    RULE = "rule"
    CODE = "code"  # `value` as a QR code


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One line; texts "" where the kind has none. A note's or a mark's text is its value."""

    kind: Kind
    label: str = ""
    value: str = ""


RULE: Final = ReceiptLine(Kind.RULE)


@dataclass(frozen=True, slots=True)
class Receipt:
    """A refund that has a receipt, and all that it tells. `printed_at` in unix seconds."""

    refund: Refund
    payment: Payment | None
    """As it was read last; None: the store does not hold it."""
    settings: Settings
    is_practice: bool
    printed_at: int
    gone: Money
    """What had gone back in another way before this refund (`outside.gone_before`)."""

    @property
    def entry(self) -> Cancellation | None:
        """Upstream's entry of this refund, if the payment was read since."""
        return entry_of(self.refund, self.payment) if self.payment else None

    @property
    def link(self) -> str:
        """Upstream's own receipt: the cancellation's, else the payment's; "" for none."""
        links = (
            self.entry.receipt_url if self.entry else "",
            self.payment.receipt_url if self.payment else "",
        )
        return next((link for link in links if link.startswith(_LINK_STARTS)), "")


def receipt_lines(receipt: Receipt) -> tuple[ReceiptLine, ...]:
    """All lines in the window's language, from top to bottom; lines without a value are left out."""
    lines = (
        *_head(receipt),
        RULE,
        *_order(receipt),
        RULE,
        *_amounts(receipt.refund, receipt.payment, receipt.gone),
        RULE,
        *_proof(receipt),
        RULE,
        *_end(receipt),
    )
    return tuple(line for line in lines if line.value or line.kind is Kind.RULE)


def receipt_text(lines: tuple[ReceiptLine, ...]) -> str:
    """The same for a screen reader."""
    return "\n".join(": ".join(filter(None, (line.label, line.value))) for line in lines if line.value)


def receipt_title() -> str:
    """What the paper is called, also as a document."""
    return QCoreApplication.translate("Receipt", "Refund receipt")


def _head(receipt: Receipt) -> Iterator[ReceiptLine]:
    settings, payment = receipt.settings, receipt.payment
    yield ReceiptLine(Kind.TITLE, value=settings.shop)
    number = shown_business_number(settings.business_number)
    if number:
        named = QCoreApplication.translate("Receipt", "Business no. {number}").format(number=number)
        yield ReceiptLine(Kind.CENTRED, value=named)
    yield ReceiptLine(Kind.TITLE, value=receipt_title())
    if receipt.is_practice:
        told = QCoreApplication.translate("Receipt", "PRACTICE – no money was refunded")
        yield ReceiptLine(Kind.MARK, value=told)
    elif payment is not None and payment.sandbox:
        told = QCoreApplication.translate("Receipt", "TEST PAYMENT – not a real sale")
        yield ReceiptLine(Kind.MARK, value=told)
    if receipt.refund.state is RefundState.ACCEPTED:
        told = QCoreApplication.translate("Receipt", "Accepted, not yet paid")
        yield ReceiptLine(Kind.MARK, value=told)


def _order(receipt: Receipt) -> Iterator[ReceiptLine]:
    refund, payment = receipt.refund, receipt.payment
    if payment is None:
        yield _pair(QCoreApplication.translate("Receipt", "Payment"), refund.imp_uid)
        return
    yield _pair(QCoreApplication.translate("Receipt", "Order no."), payment.merchant_uid)
    yield _pair(QCoreApplication.translate("Receipt", "Goods"), payment.goods)
    yield _pair(QCoreApplication.translate("Receipt", "Buyer"), payment.buyer_name)
    pg = pg_name(payment.emb_pg_provider or payment.pg_provider)
    yield _pair(
        QCoreApplication.translate("Receipt", "Paid by"), _joined(method_name(payment.pay_method), pg)
    )
    card = _joined(payment.card_name, _masked(payment.card_number))
    yield _pair(QCoreApplication.translate("Receipt", "Card"), card)
    bank = _joined(payment.bank_name or payment.vbank_name, _masked(payment.vbank_num))
    yield _pair(QCoreApplication.translate("Receipt", "Bank"), bank)
    paid_at = formats.date_time(payment.paid_at) if payment.paid_at else ""
    yield _pair(QCoreApplication.translate("Receipt", "Paid at"), paid_at)
    yield _pair(QCoreApplication.translate("Receipt", "Approval no."), payment.apply_num)


def _amounts(refund: Refund, payment: Payment | None, gone: Money) -> Iterator[ReceiptLine]:
    """As they were with this refund: what was refunded later has receipts of its own."""
    if payment is not None:
        paid = formats.money(payment.amount)
        yield ReceiptLine(Kind.MONEY, QCoreApplication.translate("Receipt", "Paid"), paid)
    now = QCoreApplication.translate("Receipt", "Refund amount")
    yield ReceiptLine(Kind.AMOUNT, now, formats.money(refund.amount))
    for fact in tax_facts("receipt", refund.amount, refund.tax, False):
        yield _pair(fact.name, fact.value)
    if refund.state is RefundState.ACCEPTED:
        return
    if gone.minor:
        other = QCoreApplication.translate("Receipt", "Refunded in another way")
        yield ReceiptLine(Kind.MONEY, other, formats.money(gone))
    in_all = formats.money(refund.base.cancel_amount + gone + refund.amount)
    yield ReceiptLine(Kind.MONEY, QCoreApplication.translate("Receipt", "Refunded in all"), in_all)
    left = formats.money(refund.checksum - gone - refund.amount)
    yield ReceiptLine(Kind.MONEY, QCoreApplication.translate("Receipt", "Remaining"), left)


def _proof(receipt: Receipt) -> Iterator[ReceiptLine]:
    refund, entry = receipt.refund, receipt.entry
    at = refunded_at(refund, receipt.payment) if receipt.payment else refund.created_at
    accepted = refund.state is RefundState.ACCEPTED
    at_what = (
        QCoreApplication.translate("Receipt", "Accepted at")
        if accepted
        else QCoreApplication.translate("Receipt", "Refunded at")
    )
    yield _pair(at_what, formats.date_time(at))
    yield _pair(QCoreApplication.translate("Receipt", "Reason"), refund.reason)
    yield _pair(QCoreApplication.translate("Receipt", "To the account"), _to_account(refund.account))
    who = _joined(refund.operator, refund.counter)
    yield _pair(QCoreApplication.translate("Receipt", "Refunded by"), who)
    yield _pair(QCoreApplication.translate("Receipt", "Refund tag"), refund.tag)
    number = entry.cancellation_id if entry else ""
    yield _pair(QCoreApplication.translate("Receipt", "Cancellation no."), number)


def _end(receipt: Receipt) -> Iterator[ReceiptLine]:
    arrives = arrival_sentence(receipt.refund, receipt.payment, receipt.printed_at)
    yield ReceiptLine(Kind.NOTE, value=arrives)
    yield ReceiptLine(
        Kind.NOTE,
        value=QCoreApplication.translate(
            "Receipt", "This confirms a refund. It is neither a tax invoice nor a cash receipt."
        ),
    )
    for line in receipt.settings.receipt_footer.splitlines():
        yield ReceiptLine(Kind.CENTRED, value=line)
    yield ReceiptLine(
        Kind.CODE, QCoreApplication.translate("Receipt", "The payment gateway's receipt"), receipt.link
    )
    printed = QCoreApplication.translate("Receipt", "Printed {time}")
    yield ReceiptLine(Kind.NOTE, value=printed.format(time=formats.date_time(receipt.printed_at)))


def _pair(label: str, value: str) -> ReceiptLine:
    return ReceiptLine(Kind.PAIR, label, value)


def _joined(*parts: str) -> str:
    return " · ".join(dict.fromkeys(filter(None, parts)))


def _masked(number: str) -> str:
    """A card's number comes masked, an account's whole: of what shows too much, the last four stay."""
    seen = sum(character.isdigit() for character in number)
    is_masked = "*" in number and seen <= _SEEN_DIGITS
    return number if is_masked or not number else f"****{number[-4:]}"


def _to_account(account: MaskedAccount | None) -> str:
    if account is None:
        return ""
    return f"{account.bank_name or account.bank_code} ****{account.last_four} {account.holder_initial}**"
