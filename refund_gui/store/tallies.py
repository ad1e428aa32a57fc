"""How many payments there are by day, status, method and PG: exact counts and row numbers without walking."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from refund_gui.domain.listing import OrderCounts, OrderFilter, PaidWithin
from refund_gui.domain.searching import Search
from refund_gui.domain.states import DisplayStatus
from refund_gui.store import index
from refund_gui.store.database import Database, Row
from refund_gui.store.index import day_of
from refund_gui.store.order_sql import Sql, joined, none_of, one_of

MOST_SUMS: Final = 50
"""Sums that are remembered at a time."""


def are_enough(chosen: OrderFilter) -> bool:
    """Whether tallies know the filter's rows: no text, no amounts, whole days."""
    return (
        Search(chosen.text).is_empty
        and chosen.least is None
        and chosen.most is None
        and (chosen.since is None or day_of(chosen.since) != day_of(chosen.since - 1))
        and (chosen.until is None or day_of(chosen.until) != day_of(chosen.until + 1))
    )


class Tallies:
    """Sums of tallies, remembered until a payment changes: one over years takes milliseconds."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: tuple[int, dict[Sql, list[Row]]] = (-1, {})

    def total(self, chosen: OrderFilter) -> int:
        """How many payments the filter leaves."""
        where = _where(chosen)
        rows = self._sum(
            Sql(f"SELECT sum(payments) AS payments FROM tallies WHERE {where.text}", where.values)
        )
        return rows[0]["payments"] or 0

    def by_day(self, chosen: OrderFilter) -> Iterator[tuple[int, int]]:
        """Each day that has payments of the filter, with their number, in the filter's direction."""
        where, direction = _where(chosen), "ASC" if chosen.ascending else "DESC"
        rows = self._sum(
            Sql(
                f"SELECT day, sum(payments) AS payments FROM tallies WHERE {where.text}"
                f" GROUP BY day ORDER BY day {direction}",
                where.values,
            )
        )
        return ((row["day"], row["payments"]) for row in rows)

    def counts(self, chosen: OrderFilter) -> OrderCounts:
        """See `OrderList.counts`."""
        with self._database.reading():
            statuses = self._by("display_status", replace(chosen, statuses=frozenset()))
            return OrderCounts(
                total=self.total(chosen),
                statuses={DisplayStatus(name): number for name, number in statuses},
                methods=dict(self._by("pay_method", replace(chosen, methods=frozenset()))),
                pgs=dict(self._by("pg_provider", replace(chosen, pgs=frozenset()))),
            )

    def _by(self, column: str, chosen: OrderFilter) -> Iterable[tuple[str, int]]:
        where = _where(chosen)
        rows = self._sum(
            Sql(
                f"SELECT {column} AS choice, sum(payments) AS payments FROM tallies WHERE {where.text}"
                f" GROUP BY {column} HAVING sum(payments) > 0 ORDER BY {column}",
                where.values,
            )
        )
        return ((row["choice"], row["payments"]) for row in rows)

    def _sum(self, statement: Sql) -> list[Row]:
        """In the caller's transaction: what was remembered is of the very state that the caller reads."""
        changes = self._database.select("SELECT value FROM marks WHERE name = ?", (index.CHANGES,))
        now = changes[0]["value"] if changes else 0
        of, sums = self._kept
        if now != of or len(sums) >= MOST_SUMS:
            sums = {}
            self._kept = now, sums
        if statement not in sums:
            sums[statement] = self._database.select(*statement)
        return sums[statement]


def _where(chosen: OrderFilter) -> Sql:
    found = [Sql("payments > 0")]
    if chosen.statuses:
        found.append(one_of("display_status", sorted(chosen.statuses)))
    found += _cells(chosen)
    if chosen.any_of:
        windows = (joined(_cells(one), " AND ") for one in chosen.any_of)
        any_of = joined(windows, ") OR (")
        found.append(Sql(f"(({any_of.text}))", any_of.values))
    return joined(found, " AND ")


def _cells(chosen: OrderFilter | PaidWithin) -> Iterator[Sql]:
    if chosen.since is not None:
        yield Sql("day >= ?", (day_of(chosen.since),))
    if chosen.until is not None:
        yield Sql("day <= ?", (day_of(chosen.until),))
    if chosen.methods:
        yield one_of("pay_method", sorted(chosen.methods))
    if chosen.pgs:
        yield one_of("pg_provider", sorted(chosen.pgs))
    if chosen.except_pgs:
        yield none_of("pg_provider", sorted(chosen.except_pgs))
