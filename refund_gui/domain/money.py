"""Money in whole minor units of its currency. Never float (protocol rule 12)."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact
from typing import Final

from refund_gui.errors import InvalidInput

EXPONENTS: Final[dict[str, int]] = {
    **dict.fromkeys(
        [
            "BIF",
            "CLP",
            "DJF",
            "GNF",
            "ISK",
            "JPY",
            "KMF",
            "KRW",
            "PYG",
            "RWF",
            "UGX",
            "UYI",
            "VND",
            "VUV",
            "XAF",
            "XOF",
            "XPF",
        ],
        0,
    ),
    **dict.fromkeys(
        [
            "AED",
            "AUD",
            "BRL",
            "CAD",
            "CHF",
            "CNY",
            "CZK",
            "DKK",
            "EUR",
            "GBP",
            "HKD",
            "HUF",
            "IDR",
            "ILS",
            "INR",
            "KZT",
            "MNT",
            "MOP",
            "MXN",
            "MYR",
            "NOK",
            "NZD",
            "PHP",
            "PLN",
            "RUB",
            "SAR",
            "SEK",
            "SGD",
            "THB",
            "TRY",
            "TWD",
            "UAH",
            "USD",
            "ZAR",
        ],
        2,
    ),
    **dict.fromkeys(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"], 3),
}
"""Minor digits by ISO 4217, for the currencies that this program refunds."""

UNKNOWN_EXPONENT: Final = 4
"""The most minor digits that ISO 4217 knows: an unknown currency is listed exactly, and not refunded here."""

LARGEST: Final = 10**12
"""No amount reaches this many minor units; a larger number is a mistake, and fits no field upstream."""


class AmountError(InvalidInput):
    """Base of everything that can be wrong with a typed amount."""


class AmountMissing(AmountError):
    """Nothing was typed."""


class NotANumber(AmountError):
    """The text is not an amount."""


class TooManyDecimals(AmountError):
    """`limit` minor digits are the most that the currency has (0 for won)."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class NotPositive(AmountError):
    """Zero or less. Zero is never sent: upstream reads it as "everything" (api-v1 §2)."""


class Negative(AmountError):
    """Less than zero, where zero is an amount."""


class TooLarge(AmountError):
    """More digits than any payment has."""


class InexactAmount(ValueError):
    """A number from outside that whole minor units cannot hold."""


@dataclass(frozen=True, slots=True)
class Money:
    """`minor` whole minor units of `currency` (7,000 won is 7000; 12.34 dollars is 1234)."""

    minor: int
    currency: str

    @property
    def exponent(self) -> int:
        """How many of the digits are minor ones."""
        return EXPONENTS.get(self.currency, UNKNOWN_EXPONENT)

    @property
    def is_known(self) -> bool:
        """Whether the currency's minor units are known here. Unknown ones are listed, not refunded."""
        return self.currency in EXPONENTS

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other), self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: "Money") -> bool:
        return self.minor <= self._same(other)

    def _same(self, other: "Money") -> int:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not mix")
        return other.minor

    def as_decimal(self) -> Decimal:
        """The exact number in the currency's main unit, as upstream counts (api-v1 §4)."""
        return Decimal(self.minor).scaleb(-self.exponent)

    def as_json(self) -> str:
        """The exact JSON number in the main unit: `7000`, `12.34`."""
        return f"{self.as_decimal():f}"


def zero(currency: str) -> Money:
    """Nothing, in this currency."""
    return Money(0, currency)


def from_number(number: object, currency: str) -> Money:
    """Money from a JSON number in the main unit, parsed as int or Decimal; refuses anything inexact.

    Raises InexactAmount for floats, booleans, other types, non-finite numbers and too many minor digits.
    """
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        raise InexactAmount(f"not an exact number: {type(number).__name__}")
    exact = Decimal(number)
    if not exact.is_finite() or exact.copy_abs().adjusted() > len(str(LARGEST)):
        raise InexactAmount("not a finite amount")
    exactly = Context(traps=[Inexact])  # by itself, Decimal rounds to 28 digits
    try:
        minor = exact.scaleb(EXPONENTS.get(currency, UNKNOWN_EXPONENT), exactly)
        minor = minor.to_integral_exact(context=exactly)
    except Inexact:
        raise InexactAmount(f"more minor digits than {currency} has") from None
    return Money(int(minor), currency)


_MARKS = re.compile(r"^(?:₩|\\|KRW|\$|US\$|USD)|(?:원|KRW|USD)$")
_NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?")


def from_typed(text: str, currency: str, zero_counts: bool = False) -> Money:
    """Money from what a person typed or pasted: `7000`, `1,000원`, full-width digits.

    Raises AmountMissing, NotANumber, TooManyDecimals, TooLarge and NotPositive; Negative where zero counts.
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("−", "-")
    plain = _MARKS.sub("", _MARKS.sub("", plain))
    if not plain:
        raise AmountMissing
    match = _NUMBER.fullmatch(plain)
    if match is None or not plain.isascii():
        raise NotANumber
    sign, whole, decimals = (
        match.group(1),
        match.group(2).replace(",", ""),
        match.group(3) or "",
    )
    limit = EXPONENTS.get(currency, UNKNOWN_EXPONENT)
    if len(decimals) > limit:
        raise TooManyDecimals(limit)
    digits = (whole + decimals.ljust(limit, "0")).lstrip("0")
    if len(digits) >= len(str(LARGEST)):
        raise TooLarge
    minor = int(digits or "0")
    if zero_counts and sign == "-" and minor:
        raise Negative
    if not zero_counts and (sign == "-" or minor == 0):
        raise NotPositive
    return Money(minor, currency)
