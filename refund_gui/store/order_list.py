"""The orders list as the store offers it: the first thing that a start asks for."""

from collections.abc import Collection

from refund_gui.domain.listing import Count, OrderCounts, OrderFilter, OrderRow, OrderSlice, PageKey
from refund_gui.store import order_counts, orders
from refund_gui.store.database import Database
from refund_gui.store.tallies import Tallies


class OrderList:
    """Light rows of payments. Every method may be called in any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._tallies = Tallies(database)

    def page(self, chosen: OrderFilter, after: PageKey | None, limit: int) -> tuple[OrderRow, ...]:
        """The rows that follow `after`."""
        return orders.page(self._database, self._tallies, chosen, after, limit)

    def slice(self, chosen: OrderFilter, first: int, limit: int, kept: OrderRow | None) -> OrderSlice:
        """Rows from number `first` on, or from where `kept` is now."""
        return orders.slice_(self._database, self._tallies, chosen, first, limit, kept)

    def found(self, chosen: OrderFilter) -> Count:
        """How many payments the filter leaves; a search is counted to 1,000."""
        return orders.found(self._database, self._tallies, chosen)

    def count(self, chosen: OrderFilter) -> int:
        """How many payments the filter leaves."""
        return orders.count(self._database, self._tallies, chosen)

    def counts(self, chosen: OrderFilter) -> OrderCounts:
        """How many payments each choice would leave."""
        return order_counts.counts(self._database, self._tallies, chosen)

    def by_code(self, spellings: Collection[str]) -> tuple[str, ...]:
        """The imp_uids of the payments with one of these as imp_uid or merchant_uid, newest first."""
        marks = ", ".join("?" * len(spellings))
        rows = self._database.select(
            f"SELECT imp_uid FROM payments WHERE imp_uid IN ({marks}) OR merchant_uid IN ({marks})"
            " ORDER BY ordered_at DESC, id DESC",
            (*spellings, *spellings),
        )
        return tuple(row["imp_uid"] for row in rows)
