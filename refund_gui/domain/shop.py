"""What a shop says of itself on its receipts: its business number and the lines at the end."""

import unicodedata
from typing import Final

from refund_gui.errors import InvalidInput

BUSINESS_DIGITS: Final = 10
FOOTER_LINES: Final = 3
FOOTER_LIMIT: Final = 200
"""Characters, line ends among them."""

_WEIGHTS: Final = (1, 3, 7, 1, 3, 7, 1, 3, 5)
_BETWEEN: Final = "- \t"


class BusinessNumberNotDigits(InvalidInput):
    """Something other than digits and what is written between them."""


class BusinessNumberLength(InvalidInput):
    """Not `limit` digits."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class BusinessNumberWrong(InvalidInput):
    """Its last digit does not fit the others: one of them is mistyped."""


class FooterTooLong(InvalidInput):
    """More than `limit` characters."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class FooterTooHigh(InvalidInput):
    """More than `limit` lines."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


def business_number(text: str) -> str:
    """The ten digits of a 사업자등록번호, "" for none, however they were typed: `123-45-67891`.

    Its last digit brings the sum to a multiple of ten: the others times 1, 3, 7, 1, 3, 7, 1, 3, 5, and the
    tens of the last product once more (public, as tax offices and shops check it).
    Raises BusinessNumberNotDigits, BusinessNumberLength or BusinessNumberWrong.
    """
    digits = unicodedata.normalize("NFKC", text).strip().translate(str.maketrans("", "", _BETWEEN))
    if not digits:
        return ""
    if not (digits.isascii() and digits.isdigit()):
        raise BusinessNumberNotDigits
    if len(digits) != BUSINESS_DIGITS:
        raise BusinessNumberLength(BUSINESS_DIGITS)
    *others, last = map(int, digits)
    total = sum(weight * digit for weight, digit in zip(_WEIGHTS, others, strict=True))
    if (total + _WEIGHTS[-1] * others[-1] // 10 + last) % 10:
        raise BusinessNumberWrong
    return digits


def shown_business_number(digits: str) -> str:
    """`123-45-67891`; "" for none."""
    return f"{digits[:3]}-{digits[3:5]}-{digits[5:]}" if digits else ""


def receipt_footer(text: str) -> str:
    """The lines without empty ones around them. Raises FooterTooLong or FooterTooHigh."""
    footer = "\n".join(line.strip() for line in text.strip().splitlines())
    if len(footer) > FOOTER_LIMIT:
        raise FooterTooLong(FOOTER_LIMIT)
    if len(footer.splitlines()) > FOOTER_LINES:
        raise FooterTooHigh(FOOTER_LINES)
    return footer
