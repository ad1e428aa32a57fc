"""The orders list and one order in detail, from the store alone."""

from typing import TYPE_CHECKING

from refund_gui.domain.listing import Count, OrderCounts, OrderFilter, OrderRow, OrderSlice, PageKey
from refund_gui.store import Store

if TYPE_CHECKING:
    from refund_gui.domain.scan import CodeMatch
    from refund_gui.terminal.order_detail import OrderDetail


class Orders:
    """Reads for the orders page. Raises StoreError."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, filter_: OrderFilter, after: PageKey | None, limit: int) -> tuple[OrderRow, ...]:
        """The rows that follow `after` in the filter's order."""
        return self._store.orders.page(filter_, after, limit)

    def slice(self, filter_: OrderFilter, first: int, limit: int, kept: OrderRow | None = None) -> OrderSlice:
        """Rows from number `first` on; with `kept`, from where that row is now, if it is still in the list.

        A search does not count what is further down: a full slice says "so many at least".
        """
        return self._store.orders.slice(filter_, first, limit, kept)

    def found(self, filter_: OrderFilter) -> Count:
        """How many there are; a search is counted to 1,000."""
        return self._store.orders.found(filter_)

    def count(self, filter_: OrderFilter) -> int:
        """How many there are, exactly: a search is walked to its end."""
        return self._store.orders.count(filter_)

    def counts(self, filter_: OrderFilter) -> OrderCounts:
        """How many payments each choice of status, method and PG would leave; a search up to 1,000."""
        return self._store.orders.counts(filter_)

    def by_code(self, scanned: str) -> "CodeMatch":
        """The payments with this imp_uid or order number, scanned or typed, also in Hangul mode."""
        from refund_gui.domain.scan import (  # the first rows need none of it
            CodeMatch,
            codes,
            named_imp_uids,
            spellings,
        )

        readings, named = codes(scanned), named_imp_uids(scanned)
        for code in readings:
            imp_uids = self._store.orders.by_code(spellings(code))
            if imp_uids:
                is_certain = not named or any(imp_uid.lower() in named for imp_uid in imp_uids)
                return CodeMatch(code, imp_uids, is_certain)
        return CodeMatch(readings[-1] if readings else "", ())

    def detail(self, imp_uid: str) -> "OrderDetail":
        """One payment. Raises NotAllowed when the store does not hold it."""
        from refund_gui.terminal.order_detail import order_detail  # the list's first rows need none of it

        return order_detail(self._store, imp_uid)
