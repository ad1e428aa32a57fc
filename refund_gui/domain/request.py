"""What a person asks for in the refund dialog, and what can be wrong with it: each failure its own error."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from refund_gui.domain.money import AmountError, Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import RefundAccount
from refund_gui.domain.rules import AccountNeed, Obstacle, RefundRules
from refund_gui.domain.tag import tagged
from refund_gui.errors import InvalidInput

SENT_REASON_LIMIT: Final = 60
"""Characters of a reason with its tag (protocol rule 10)."""

REASON_LIMIT: Final = SENT_REASON_LIMIT - len(tagged("ABCDEF", ""))
"""What is left of it for the person."""

NOTE_LIMIT: Final = 500
ACCOUNT_DIGITS: Final = (8, 20)
HOLDER_LIMIT: Final = 32
BANK_CODE_LIMIT: Final = 10
TEL_DIGITS: Final = (9, 12)


class AboveBalance(AmountError):
    """More than is left. `limit` is what is left."""

    def __init__(self, limit: Money) -> None:
        super().__init__(limit)
        self.limit = limit


class PartNotAllowed(AmountError):
    """Only the whole amount, `limit`, can be refunded here (rule 12: promotions)."""

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


class BankMissing(InvalidInput):
    """No bank, or no bank code where the person types it."""


class BankCodeInvalid(InvalidInput):
    """A typed bank code that is not letters and digits, or longer than `limit`."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class AccountNumberMissing(InvalidInput):
    """No account number."""


class AccountNotDigits(InvalidInput):
    """Something in the account number is neither digit, dash nor space."""


class AccountLength(InvalidInput):
    """Fewer digits than `least` or more than `most`."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__(least, most)
        self.least = least
        self.most = most


class AccountsDiffer(InvalidInput):
    """The second entry is another number."""


class HolderMissing(InvalidInput):
    """No account holder."""


class HolderTooLong(InvalidInput):
    """More than `limit` characters."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class TelInvalid(InvalidInput):
    """The PG wants the customer's phone number: `least` to `most` digits."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__(least, most)
        self.least = least
        self.most = most


@dataclass(frozen=True, slots=True)
class RefundRequest:
    """What was entered. Nothing is stored of it before it is confirmed."""

    imp_uid: str
    amount: Money
    reason: str
    note: str = ""
    operator: str = ""
    account: RefundAccount | None = None


def check_request(request: RefundRequest, payment: Payment, rules: RefundRules) -> None:
    """Raise the first thing that is wrong: NotRefundable, an AmountError, a reason or an account error."""
    if rules.obstacle is not None:
        raise NotRefundable(rules.obstacle)
    check_amount(request.amount, payment, rules)
    check_reason(request.reason)
    check_note(request.note)
    if rules.account is not None and request.account is None:
        raise AccountMissing
    if rules.account is None and request.account is not None:
        raise AccountNotNeeded


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
    _check_sendable(reason)
    if len(reason) > REASON_LIMIT:
        raise ReasonTooLong(REASON_LIMIT)
    return reason


def check_note(text: str) -> str:
    """The note without spaces around it. Raises NoteTooLong or TextUnsendable."""
    note = text.strip()
    _check_sendable(note)
    if len(note) > NOTE_LIMIT:
        raise NoteTooLong(NOTE_LIMIT)
    return note


def account_from_typed(
    bank_name: str,
    bank_code: str,
    number: str,
    again: str,
    holder: str,
    tel: str,
    need: AccountNeed,
) -> RefundAccount:
    """The account from its typed parts; digits may come full-width and with dashes or spaces.

    Raises the first of BankMissing, BankCodeInvalid, AccountNumberMissing, AccountNotDigits, AccountLength,
    AccountsDiffer, HolderMissing, HolderTooLong, TextUnsendable and TelInvalid.
    """
    code = check_bank_code(bank_code)
    digits = check_account_number(number)
    if _digits(again) != digits:
        raise AccountsDiffer
    return RefundAccount(bank_name.strip(), code, digits, check_holder(holder), check_tel(tel, need))


def check_bank_code(text: str) -> str:
    """The PG's bank code. Raises BankMissing or BankCodeInvalid."""
    code = unicodedata.normalize("NFKC", text).strip()
    if not code:
        raise BankMissing
    if len(code) > BANK_CODE_LIMIT or not re.fullmatch(r"[A-Za-z0-9]+", code):
        raise BankCodeInvalid(BANK_CODE_LIMIT)
    return code


def check_account_number(text: str) -> str:
    """The account number as bare digits. Raises AccountNumberMissing, AccountNotDigits or AccountLength."""
    digits = _digits(text)
    if not digits:
        raise AccountNumberMissing
    if not re.fullmatch(r"[0-9]+", digits):
        raise AccountNotDigits
    least, most = ACCOUNT_DIGITS
    if not least <= len(digits) <= most:
        raise AccountLength(least, most)
    return digits


def check_holder(text: str) -> str:
    """The account holder. Raises HolderMissing, HolderTooLong or TextUnsendable."""
    holder = text.strip()
    if not holder:
        raise HolderMissing
    _check_sendable(holder)
    if len(holder) > HOLDER_LIMIT:
        raise HolderTooLong(HOLDER_LIMIT)
    return holder


def check_tel(text: str, need: AccountNeed) -> str:
    """The customer's phone number as bare digits, "" where the PG does not want it. Raises TelInvalid."""
    if not need.tel:
        return ""
    digits = _digits(text)
    least, most = TEL_DIGITS
    if not re.fullmatch(r"[0-9]+", digits) or not least <= len(digits) <= most:
        raise TelInvalid(least, most)
    return digits


def _digits(text: str) -> str:
    """Full-width digits folded; spaces and dashes between them dropped."""
    return re.sub(r"[\s‐-―−-]", "", unicodedata.normalize("NFKC", text))


def _check_sendable(text: str) -> None:
    if any(unicodedata.category(character) in {"Cs", "Cc"} for character in text):
        raise TextUnsendable
