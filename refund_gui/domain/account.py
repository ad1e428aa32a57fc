"""The customer's bank account as a person types it; each thing that can be wrong with it is its own error."""

import re
import unicodedata
from typing import Final

from refund_gui.domain.refund import RefundAccount
from refund_gui.domain.request import check_sendable
from refund_gui.domain.rules import AccountNeed
from refund_gui.errors import InvalidInput

ACCOUNT_DIGITS: Final = (8, 20)
HOLDER_LIMIT: Final = 32
BANK_CODE_LIMIT: Final = 10
TEL_DIGITS: Final = (9, 12)


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
    check_sendable(holder)
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
