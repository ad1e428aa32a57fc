"""What a person asks for in the refund dialog, and what can be wrong with it: each failure its own error."""

import unicodedata
from dataclasses import dataclass
from typing import Final

from refund_gui.domain.money import AmountError, Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import NO_PARTS, RefundAccount, TaxParts
from refund_gui.domain.rules import Obstacle, RefundRules
from refund_gui.domain.tag import tagged
from refund_gui.errors import InvalidInput

SENT_REASON_LIMIT: Final = 60
"""Characters of a reason with its tag (protocol rule 10)."""

REASON_LIMIT: Final = SENT_REASON_LIMIT - len(tagged("ABCDEF", ""))
"""What is left of it for the person."""

NOTE_LIMIT: Final = 500


class AboveBalance(AmountError):
    """More than is left. `limit` is what is left."""

    def __init__(self, limit: Money) -> None:
        super().__init__(limit)
        self.limit = limit


class PartNotAllowed(AmountError):
    """Only the whole amount, `limit`, can be refunded here (`RefundRules.whole_only`)."""

    def __init__(self, limit: Money) -> None:
        super().__init__(limit)
        self.limit = limit


class WrongCurrency(AmountError):
    """The amount is not in the payment's currency."""


class NotRefundable(InvalidInput):
    """The payment cannot be refunded here at all."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle)
        self.obstacle = obstacle


class ReasonMissing(InvalidInput):
    """No reason."""


class ReasonTooLong(InvalidInput):
    """More than `limit` characters."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class TextUnsendable(InvalidInput):
    """A character that cannot travel: half of a surrogate pair, or a control character."""


class NoteTooLong(InvalidInput):
    """More than `limit` characters."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class AccountMissing(InvalidInput):
    """This payment goes back to a bank account, and none was given."""


class AccountNotNeeded(InvalidInput):
    """An account was given for a payment that goes back the way it came."""


class NoEscrow(InvalidInput):
    """A purchase was called confirmed of a payment that is no escrow."""


@dataclass(frozen=True, slots=True)
class RefundRequest:
    """What was entered. Nothing is stored of it before it is confirmed."""

    imp_uid: str
    amount: Money
    reason: str
    note: str = ""
    operator: str = ""
    account: RefundAccount | None = None
    tax: TaxParts = NO_PARTS
    tax_free_total: Money | None = None
    """How much of the whole order is tax-free; given where a tax-free part is."""
    escrow_confirmed: bool = False


def check_request(request: RefundRequest, payment: Payment, rules: RefundRules) -> None:
    """Raise the first thing that is wrong: NotRefundable, an AmountError, a reason or an account error,
    NoEscrow.

    Tax parts are checked by `tax.check_tax`, which needs to know what went before.
    """
    if rules.obstacle is not None:
        raise NotRefundable(rules.obstacle)
    check_amount(request.amount, payment, rules)
    check_reason(request.reason)
    check_note(request.note)
    if rules.account is not None and request.account is None:
        raise AccountMissing
    if rules.account is None and request.account is not None:
        raise AccountNotNeeded
    if request.escrow_confirmed and not payment.escrow:
        raise NoEscrow


def check_amount(amount: Money, payment: Payment, rules: RefundRules) -> None:
    """Raise WrongCurrency, AboveBalance or PartNotAllowed. Never clamps."""
    if amount.currency != payment.currency:
        raise WrongCurrency
    if rules.refundable < amount:
        raise AboveBalance(rules.refundable)
    if rules.whole_only and amount != rules.refundable:
        raise PartNotAllowed(rules.refundable)


def check_reason(text: str) -> str:
    """The reason without spaces around it. Raises ReasonMissing, ReasonTooLong or TextUnsendable."""
    reason = text.strip()
    if not reason:
        raise ReasonMissing
    check_sendable(reason)
    if len(reason) > REASON_LIMIT:
        raise ReasonTooLong(REASON_LIMIT)
    return reason


def check_note(text: str) -> str:
    """The note without spaces around it. Raises NoteTooLong or TextUnsendable."""
    note = text.strip()
    check_sendable(note)
    if len(note) > NOTE_LIMIT:
        raise NoteTooLong(NOTE_LIMIT)
    return note


def check_sendable(text: str) -> None:
    """Raise TextUnsendable."""
    if any(unicodedata.category(character) in {"Cs", "Cc"} for character in text):
        raise TextUnsendable
