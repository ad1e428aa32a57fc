"""A number of things with their sum, one for each currency: currencies never mix."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from refund_gui.domain.money import Money

FIRST: Final = "KRW"
"""The currency that is listed before all others."""


@dataclass(frozen=True, slots=True)
class Total:
    """How many, and how much together."""

    count: int
    amount: Money

    def __add__(self, other: "Total") -> "Total":
        return Total(self.count + other.count, self.amount + other.amount)

    def __sub__(self, other: "Total") -> "Total":
        return Total(self.count - other.count, self.amount - other.amount)


def nothing(currency: str) -> Total:
    """None at all."""
    return Total(0, Money(0, currency))


def by_currency(totals: Iterable[Total]) -> tuple[Total, ...]:
    """One sum for each currency: won first, then by its code."""
    sums: dict[str, Total] = {}
    for total in totals:
        currency = total.amount.currency
        sums[currency] = sums.get(currency, nothing(currency)) + total
    return tuple(sums[currency] for currency in sorted(sums, key=currency_order))


def currency_order(currency: str) -> tuple[bool, str]:
    """Sorts currencies: won first."""
    return currency != FIRST, currency
