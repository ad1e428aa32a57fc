"""What went back in a period, by time, method, reason, PG and person. Pure.

Upstream's entries are what counts, each once, by the time upstream gives them; this store only says why and
by whom. Beside them stand what upstream does not show and what is not clear: neither is counted as refunded.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from refund_gui.domain.money import Money
from refund_gui.domain.payment import CONSOLE_REASON
from refund_gui.domain.tag import tag_of
from refund_gui.domain.totals import Total, by_currency, nothing

MOST: Final = 8
"""Lines of one table; what is smaller is added up as `OTHERS`."""

OTHERS: Final = "\0others"
ELSEWHERE: Final = "\0elsewhere"
"""The operator of what was not made here."""
CONSOLE: Final = "\0console"
"""The reason that PortOne's console gives."""


class Step(StrEnum):
    """What one bar of the chart adds up."""

    DAY = "day"
    WEEK = "week"  # from Monday
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Slice:
    """Upstream entries of one day that are alike. `operator`: None when they were not made here."""

    day: date
    method: str
    pg: str
    reason: str
    operator: str | None
    total: Total


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its first and last day within the period."""

    first: date
    last: date
    total: Total


@dataclass(frozen=True, slots=True)
class Share:
    """One line of a table. `permille`: of the amount of its currency in the period."""

    name: str
    total: Total
    permille: int


@dataclass(frozen=True, slots=True)
class Sales:
    """What went back, beside what was paid in the same period, in one currency."""

    refunded: Total
    paid: Total

    @property
    def permille(self) -> int | None:
        """Refunded of paid; None where nothing was paid. Above 1000 where older payments went back."""
        return _permille(self.refunded.amount, self.paid.amount) if self.paid.amount.minor else None


@dataclass(frozen=True, slots=True)
class Summary:
    """One period. Tables and `sales`: won first; bars: one currency."""

    first: date
    last: date
    sales: tuple[Sales, ...]
    bars: tuple[Bar, ...]
    by_method: tuple[Share, ...]
    by_reason: tuple[Share, ...]
    by_pg: tuple[Share, ...]
    by_operator: tuple[Share, ...]
    unrecorded: tuple[Total, ...]
    """What went back although upstream does not show it: noted as outside, or found so by a person."""
    not_clear: tuple[Total, ...]
    """Refunds confirmed here in the period that have not ended."""


def usual_step(first: date, last: date) -> Step:
    """Bars of a number that can be looked at."""
    days = (last - first).days + 1
    return Step.DAY if days <= 31 else Step.WEEK if days <= 190 else Step.MONTH


def summary_of(
    first: date,
    last: date,
    step: Step,
    slices: Iterable[Slice],
    paid: Iterable[Total],
    unrecorded: Iterable[Total],
    not_clear: Iterable[Total],
) -> Summary:
    """Add everything up. `slices` lie between the two days."""
    slices = tuple(slices)
    refunded = {one.amount.currency: one for one in by_currency(part.total for part in slices)}
    sold = {one.amount.currency: one for one in by_currency(paid)}
    currencies = [one.amount.currency for one in by_currency((*refunded.values(), *sold.values()))]
    sales = tuple(
        Sales(refunded.get(currency, nothing(currency)), sold.get(currency, nothing(currency)))
        for currency in currencies
    )
    main = next(iter(refunded), "KRW")
    return Summary(
        first,
        last,
        sales,
        _bars(first, last, step, [one for one in slices if one.total.amount.currency == main], main),
        _shares(slices, lambda one: one.method),
        _shares(slices, lambda one: plain_reason(one.reason)),
        _shares(slices, lambda one: one.pg),
        _shares(slices, lambda one: ELSEWHERE if one.operator is None else one.operator),
        by_currency(unrecorded),
        by_currency(not_clear),
    )


def plain_reason(reason: str) -> str:
    """A reason without the tag that a terminal put before it."""
    if reason.strip() == CONSOLE_REASON:
        return CONSOLE
    return (reason.partition("]")[2] if tag_of(reason) else reason).strip()


def _bars(first: date, last: date, step: Step, slices: Iterable[Slice], currency: str) -> tuple[Bar, ...]:
    totals: dict[date, Total] = {}
    begin = _begin(first, step)
    while begin <= last:
        totals[begin] = nothing(currency)
        begin = _next(begin, step)
    for one in slices:
        totals[_begin(one.day, step)] += one.total
    return tuple(
        Bar(max(begin, first), min(_next(begin, step) - timedelta(days=1), last), total)
        for begin, total in totals.items()
    )


def _begin(day: date, step: Step) -> date:
    """The first day of the step that this day lies in."""
    match step:
        case Step.DAY:
            return day
        case Step.WEEK:
            return day - timedelta(days=day.weekday())
        case _:
            return day.replace(day=1)


def _next(begin: date, step: Step) -> date:
    match step:
        case Step.DAY:
            return begin + timedelta(days=1)
        case Step.WEEK:
            return begin + timedelta(days=7)
        case _:
            return (begin + timedelta(days=31)).replace(day=1)


def _shares(slices: Iterable[Slice], name: Callable[[Slice], str]) -> tuple[Share, ...]:
    """One table, the largest amounts first, each currency by itself."""
    books: dict[str, dict[str, Total]] = {}
    for one in slices:
        currency = one.total.amount.currency
        names = books.setdefault(currency, {})
        names[name(one)] = names.get(name(one), nothing(currency)) + one.total
    wholes = by_currency(total for names in books.values() for total in names.values())
    return tuple(share for whole in wholes for share in _table(books[whole.amount.currency], whole))


def _table(names: dict[str, Total], whole: Total) -> Iterable[Share]:
    rows = sorted(names.items(), key=lambda row: (-row[1].amount.minor, row[0]))
    shown = rows if len(rows) <= MOST else rows[: MOST - 1]
    for name, total in shown:
        yield Share(name, total, _permille(total.amount, whole.amount))
    rest = sum((total for _, total in rows[len(shown) :]), start=nothing(whole.amount.currency))
    if rest.count:
        yield Share(OTHERS, rest, _permille(rest.amount, whole.amount))


def _permille(part: Money, whole: Money) -> int:
    return round(part.minor * 1000 / whole.minor) if whole.minor else 0
