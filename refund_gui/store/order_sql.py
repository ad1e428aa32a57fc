"""The orders list as SQL: where a filter's rows come from, and in what order.

The source is chosen so that no question walks through many rows in vain: the search index knows words,
status, method and PG; the amounts have an index of their own; everything else goes by place.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final, NamedTuple

from refund_gui.domain.listing import OrderFilter, PageKey, SortBy
from refund_gui.domain.searching import Search, Word
from refund_gui.store.index import facets, first_place, first_place_of_day
from refund_gui.store.search import expression

SORTED: Final = {
    SortBy.DATE: ("place", "payments_by_place"),
    SortBy.ORDER_NO: ("merchant_uid", "payments_by_order_no"),
    SortBy.BUYER: ("buyer_name", "payments_by_buyer"),
    SortBy.PAID: ("whole_amount", "payments_by_amount"),
}
"""Each order's column, and the index that serves it."""

FEW: Final = 20_000
"""So many rows are sorted in less time than it takes to look for them in an index of all rows."""

_SPILL: Final = 3600
"""Seconds by which a place may stand behind its second, where far too many orders fell into one."""

COLUMNS: Final = (
    "p.place, p.imp_uid, p.merchant_uid, p.goods, p.buyer_name, p.pay_method, p.pg_provider, p.currency,"
    " p.amount, p.cancel_amount, p.display_status, p.sandbox, p.ordered_at, p.whole_amount"
)


class Sql(NamedTuple):
    """A part of a statement with its values."""

    text: str
    values: tuple[object, ...] = ()


def joined(parts: Iterable[Sql], between: str) -> Sql:
    parts = tuple(parts)
    return Sql(between.join(part.text for part in parts), tuple(v for part in parts for v in part.values))


def one_of(column: str, values: Collection[object]) -> Sql:
    """`column IN (…)`."""
    return Sql(f"{column} IN ({', '.join('?' * len(values))})", tuple(values))


def none_of(column: str, values: Collection[object]) -> Sql:
    """`column NOT IN (…)`."""
    return Sql(f"{column} NOT IN ({', '.join('?' * len(values))})", tuple(values))


def branches(chosen: OrderFilter) -> tuple[OrderFilter, ...]:
    """The same filter as alternatives without `any_of`, at least one."""
    if not chosen.any_of:
        return (chosen,)
    found = []
    for one in chosen.any_of:
        methods = _both(chosen.methods, one.methods)
        pgs = _both(chosen.pgs, one.pgs)
        if methods is not None and pgs is not None:
            since = one.since if chosen.since is None else max(chosen.since, one.since)
            until = one.until if chosen.until is None else min(chosen.until, one.until)
            but = chosen.except_pgs | one.except_pgs
            branch = replace(chosen, any_of=(), methods=methods, pgs=pgs, except_pgs=but)
            found.append(replace(branch, since=since, until=until))
    return tuple(found) or (replace(chosen, any_of=(), since=1, until=0),)


def _both(chosen: frozenset[str], wanted: frozenset[str]) -> frozenset[str] | None:
    """What both leave (empty: everything), None when that is nothing."""
    if not chosen or not wanted:
        return chosen or wanted
    return chosen & wanted or None


def from_where(branch: OrderFilter, index: str | None, bounds: Iterable[Sql] = ()) -> Sql:
    """FROM and WHERE of an alternative. `index`: walk through this one; None chooses the source."""
    search = Search(branch.text, branch.is_composing)
    found = "" if index else _expression(branch, search)
    source = f"payments p INDEXED BY {index or 'payments_by_place'}"
    place, conditions = "p.place", list(bounds)
    if found:
        source = "search CROSS JOIN payments p INDEXED BY payments_by_place ON p.place = search.rowid"
        place = "search.rowid"
        conditions = [Sql(bound.text.replace("p.place", place), bound.values) for bound in bounds]
        conditions.append(Sql("search MATCH ?", (found,)))
    if branch.since is not None:
        since = first_place(branch.since), branch.since
        conditions.append(Sql(f"{place} >= ? AND p.ordered_at >= ?", since))
    if branch.until is not None:
        until = first_place(branch.until + _SPILL), branch.until
        conditions.append(Sql(f"{place} < ? AND p.ordered_at <= ?", until))
    conditions += _facts(branch)
    conditions += (_holds(word) for word in search.words)
    where = joined(conditions or [Sql("1")], " AND ")
    return Sql(f"FROM {source} WHERE {where.text}", where.values)


def ordered(
    chosen: OrderFilter, columns: str, index: str | None, bounds: Collection[Sql], limit: int, offset: int
) -> Sql:
    """The statement for rows in the filter's order; alternatives are merged, each row once."""
    direction = "ASC" if chosen.ascending else "DESC"
    column, _ = SORTED[chosen.sort_by]
    order = f"ORDER BY {column} {direction}" + ("" if column == "place" else f", place {direction}")
    sources = [from_where(branch, index, bounds) for branch in branches(chosen)]
    if len(sources) == 1:
        by_rowid = "search CROSS JOIN" in sources[0].text and column == "place"
        order = f"ORDER BY search.rowid {direction}" if by_rowid else order
        (source,) = sources
        return Sql(
            f"SELECT {columns} {source.text} {order} LIMIT ? OFFSET ?", (*source.values, limit, offset)
        )
    parts = [
        Sql(f"SELECT * FROM (SELECT {columns} {one.text} {order} LIMIT ?)", (*one.values, limit + offset))
        for one in sources
    ]
    merged = joined(parts, " UNION ")
    return Sql(f"{merged.text} {order} LIMIT ? OFFSET ?", (*merged.values, limit, offset))


def counted(chosen: OrderFilter, index: str | None, bounds: Collection[Sql] = ()) -> Sql:
    """The statement for how many rows there are."""
    sources = [from_where(branch, index, bounds) for branch in branches(chosen)]
    if len(sources) == 1:
        return Sql(f"SELECT count(*) AS number {sources[0].text}", sources[0].values)
    merged = joined((Sql(f"SELECT p.place {one.text}", one.values) for one in sources), " UNION ")
    return Sql(f"SELECT count(*) AS number FROM ({merged.text})", merged.values)


def grouped(chosen: OrderFilter, index: str | None) -> Sql:
    """The statement for how many rows there are of each status, method and PG."""
    facts = "p.display_status, p.pay_method, p.pg_provider"
    sources = [from_where(branch, index) for branch in branches(chosen)]
    merged = joined((Sql(f"SELECT p.place, {facts} {one.text}", one.values) for one in sources), " UNION ")
    columns = facts.replace("p.", "")
    grouping = f"SELECT {columns}, count(*) AS number FROM ({merged.text}) GROUP BY {columns}"
    return Sql(grouping, merged.values)


def beyond(chosen: OrderFilter, key: PageKey) -> Sql:
    """What stands behind a key in the filter's order."""
    sign = ">" if chosen.ascending else "<"
    column, _ = SORTED[chosen.sort_by]
    if column == "place":
        return Sql(f"p.place {sign} ?", (key.row_id,))
    return Sql(f"(p.{column}, p.place) {sign} (?, ?)", (key.at, key.row_id))


def from_day(chosen: OrderFilter, day: int) -> Sql:
    """What does not stand before a day's first row, where rows stand by time."""
    if chosen.ascending:
        return Sql("p.place >= ?", (first_place_of_day(day),))
    return Sql("p.place < ?", (first_place_of_day(day + 1),))


def _expression(branch: OrderFilter, search: Search) -> str:
    groups = [
        [facets(value, "", "")[0] for value in sorted(branch.statuses)],
        [facets("", value, "")[1] for value in sorted(branch.methods)],
        [facets("", "", value)[2] for value in sorted(branch.pgs)],
    ]
    return expression(search, filter(None, groups))


def _facts(branch: OrderFilter) -> Iterable[Sql]:
    if branch.statuses:
        yield one_of("p.display_status", sorted(branch.statuses))
    if branch.methods:
        yield one_of("p.pay_method", sorted(branch.methods))
    if branch.pgs:
        yield one_of("p.pg_provider", sorted(branch.pgs))
    if branch.except_pgs:
        yield none_of("p.pg_provider", sorted(branch.except_pgs))
    if branch.least is not None:
        yield Sql("p.whole_amount >= ?", (branch.least,))
    if branch.most is not None:
        yield Sql("p.whole_amount <= ?", (branch.most,))


def _holds(word: Word) -> Sql:
    if word.is_exact:
        return Sql("instr(p.search_text, ?) > 0", (word.text,))
    return Sql("p.search_text REGEXP ?", (word.pattern,))
