"""The orders list: light rows of payments in a filter's order, by key or by number."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import takewhile
from typing import Final

from refund_gui.domain.listing import Count, OrderFilter, OrderRow, OrderSlice, PageKey, SortBy
from refund_gui.domain.money import Money
from refund_gui.domain.searching import Search
from refund_gui.domain.states import DisplayStatus
from refund_gui.store.database import Database, Row
from refund_gui.store.index import day_of
from refund_gui.store.order_refunds import refunds_of
from refund_gui.store.order_sql import COLUMNS, FEW, SORTED, Sql, beyond, counted, from_day, ordered
from refund_gui.store.tallies import Tallies, are_enough

_STATUSES: Final[Mapping[str, DisplayStatus]] = {status.value: status for status in DisplayStatus}

COUNTED: Final = 1000
"""A search is counted so far."""

_NEAR: Final = 2_000
"""Rows that are skipped one by one from either end; further in, the day is looked up first."""


def page(
    database: Database, tallies: Tallies, chosen: OrderFilter, after: PageKey | None, limit: int
) -> tuple[OrderRow, ...]:
    """See `OrderList.page`."""
    chosen = as_asked(chosen)
    with database.reading():
        bounds = [] if after is None else [beyond(chosen, after)]
        return _order_rows(database, chosen, _rows(database, tallies, chosen, limit, bounds=bounds))


def slice_(
    database: Database, tallies: Tallies, chosen: OrderFilter, first: int, limit: int, kept: OrderRow | None
) -> OrderSlice:
    """See `OrderList.slice`."""
    chosen = as_asked(chosen)
    with database.reading():
        if kept is not None:
            first = _number_of(database, tallies, chosen, kept, first)
        if chosen.text:
            rows = _rows(database, tallies, chosen, limit, first)
            is_end = len(rows) < limit and (bool(rows) or not first)
            known = Count(first + len(rows), is_end)
        else:
            known = Count(_count(database, tallies, chosen))
            rows = _numbered(database, tallies, chosen, first, limit, known.number)
        return OrderSlice(first, _order_rows(database, chosen, rows), known)


def found(database: Database, tallies: Tallies, chosen: OrderFilter) -> Count:
    """See `OrderList.found`."""
    chosen = as_asked(chosen)
    with database.reading():
        if not chosen.text:
            return Count(_count(database, tallies, chosen))
        number = len(_rows(database, tallies, chosen, COUNTED + 1, columns="p.place"))
    return Count(min(number, COUNTED), number <= COUNTED)


def count(database: Database, tallies: Tallies, chosen: OrderFilter) -> int:
    """See `OrderList.count`."""
    with database.reading():
        return _count(database, tallies, as_asked(chosen))


def as_asked(chosen: OrderFilter) -> OrderFilter:
    """A search is newest first; one that narrows nothing is none."""
    if not chosen.text:
        return chosen
    if Search(chosen.text).is_empty:
        return replace(chosen, text="")
    return replace(chosen, sort_by=SortBy.DATE, ascending=False)


def _count(database: Database, tallies: Tallies, chosen: OrderFilter) -> int:
    if are_enough(chosen):
        return tallies.total(chosen)
    by_amount = not chosen.text and has_amounts(chosen)
    return _number(database, counted(chosen, "payments_by_amount" if by_amount else None))


def _numbered(
    database: Database, tallies: Tallies, chosen: OrderFilter, first: int, limit: int, total: int
) -> list[Row]:
    """Rows by number, from wherever it is nearest."""
    limit = min(limit, total - first)
    from_end = total - first - limit
    if limit <= 0:
        return []
    if _is_by_day(chosen) and min(first, from_end) > _NEAR:
        day, before = _day_at(tallies, chosen, first)
        return _rows(database, tallies, chosen, limit, first - before, [from_day(chosen, day)])
    if first <= from_end:
        return _rows(database, tallies, chosen, limit, first)
    return _rows(database, tallies, _turned(chosen), limit, from_end)[::-1]


def _day_at(tallies: Tallies, chosen: OrderFilter, number: int) -> tuple[int, int]:
    """The day that a row stands in, and how many rows stand before that day."""
    days, before = iter(tallies.by_day(chosen)), 0
    day, payments = next(days)
    while before + payments <= number:
        before += payments
        day, payments = next(days)
    return day, before


def _number_of(
    database: Database, tallies: Tallies, chosen: OrderFilter, kept: OrderRow, otherwise: int
) -> int:
    """Where a row stands now; `otherwise` if it is not in the list any more."""
    is_it = Sql("p.imp_uid = ?", (kept.imp_uid,))
    statement = ordered(chosen, COLUMNS, "_payments_imp_uid", [is_it], 1, 0)
    found = database.select(*statement)
    if not found:
        return otherwise
    column, _ = SORTED[chosen.sort_by]
    key, before = _order_row(found[0], column).key, 0
    bounds = [beyond(_turned(chosen), key)]
    if _is_by_day(chosen):
        its_day = day_of(found[0]["ordered_at"])
        days_before = takewhile(lambda one: one[0] != its_day, tallies.by_day(chosen))
        before = sum(payments for _, payments in days_before)
        bounds.append(from_day(chosen, its_day))
    return before + _number(database, counted(chosen, _index(database, tallies, chosen), bounds))


def _rows(
    database: Database,
    tallies: Tallies,
    chosen: OrderFilter,
    limit: int,
    offset: int = 0,
    bounds: Collection[Sql] = (),
    columns: str = COLUMNS,
) -> list[Row]:
    """Rows in the filter's order."""
    return database.select(
        *ordered(chosen, columns, _index(database, tallies, chosen), bounds, limit, offset)
    )


def _index(database: Database, tallies: Tallies, chosen: OrderFilter) -> str | None:
    """The index to walk through; None: the search index, or the one by place."""
    if chosen.text:
        return None
    if has_amounts(chosen) and _is_few_amounts(database, chosen):
        return "payments_by_amount"
    column, index = SORTED[chosen.sort_by]
    is_few = are_enough(chosen) and tallies.total(chosen) <= FEW
    return None if column == "place" or is_few else index


def has_amounts(chosen: OrderFilter) -> bool:
    """Whether amounts narrow the filter."""
    return chosen.least is not None or chosen.most is not None


def _is_few_amounts(database: Database, chosen: OrderFilter) -> bool:
    amounts = OrderFilter(least=chosen.least, most=chosen.most, sort_by=SortBy.PAID)
    statement = ordered(amounts, "p.place", SORTED[SortBy.PAID][1], (), FEW + 1, 0)
    return (
        _number(database, Sql(f"SELECT count(*) AS number FROM ({statement.text})", statement.values)) <= FEW
    )


def _is_by_day(chosen: OrderFilter) -> bool:
    """Whether days follow each other in the list, each with a known number of rows."""
    return chosen.sort_by is SortBy.DATE and are_enough(chosen)


def _turned(chosen: OrderFilter) -> OrderFilter:
    return replace(chosen, ascending=not chosen.ascending)


def _number(database: Database, statement: Sql) -> int:
    return int(database.select(*statement)[0]["number"])


def _order_rows(database: Database, chosen: OrderFilter, rows: Collection[Row]) -> tuple[OrderRow, ...]:
    column, _ = SORTED[chosen.sort_by]
    refunds = refunds_of(database, [row["imp_uid"] for row in rows])
    made = [_order_row(row, column) for row in rows]
    return tuple(
        replace(row, open_refund=its.open, gone=its.gone) if (its := refunds.get(row.imp_uid)) else row
        for row in made
    )


def _order_row(row: Row, column: str) -> OrderRow:
    """Sorted by this column; without what is beside upstream's record."""
    return OrderRow(
        key=PageKey(row["ordered_at"] if column == "place" else row[column], row["place"]),
        imp_uid=row["imp_uid"],
        merchant_uid=row["merchant_uid"],
        goods=row["goods"],
        buyer_name=row["buyer_name"],
        pay_method=row["pay_method"],
        pg_provider=row["pg_provider"],
        amount=Money(row["amount"], row["currency"]),
        cancel_amount=Money(row["cancel_amount"], row["currency"]),
        status=_STATUSES[row["display_status"]],
        sandbox=bool(row["sandbox"]),
        ordered_at=row["ordered_at"],
        open_refund=None,
    )
