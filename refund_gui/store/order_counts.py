"""How many payments each choice of a filter would leave: from tallies, counted, or searched to a limit."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from refund_gui.domain.listing import OrderCounts, OrderFilter
from refund_gui.domain.states import DisplayStatus
from refund_gui.store import orders
from refund_gui.store.database import Database
from refund_gui.store.order_sql import grouped
from refund_gui.store.tallies import Tallies, are_enough

_NO_CODES = frozenset[str]()
_NO_STATUSES = frozenset[DisplayStatus]()


def counts(database: Database, tallies: Tallies, chosen: OrderFilter) -> OrderCounts:
    """See `Orders.counts`."""
    chosen = orders.as_asked(chosen)
    if chosen.text:
        return _searched(database, tallies, chosen)
    return tallies.counts(chosen) if are_enough(chosen) else _grouped(database, chosen)


def _searched(database: Database, tallies: Tallies, chosen: OrderFilter) -> OrderCounts:
    """Each choice is a search of its own, for the index knows the choices too."""
    whole = tallies.counts(OrderFilter())

    def number(narrowed: OrderFilter) -> int:
        found = orders.found(database, tallies, narrowed)
        return found.number if found.is_exact else found.number + 1

    def numbers(choices: Iterable[str], narrow: Callable[[str], OrderFilter]) -> dict[str, int]:
        return {choice: found for choice in choices if (found := number(narrow(choice)))}

    statuses = numbers(whole.statuses, lambda one: replace(chosen, statuses=frozenset({DisplayStatus(one)})))
    return OrderCounts(
        total=number(chosen),
        statuses={DisplayStatus(status): found for status, found in statuses.items()},
        methods=numbers(whole.methods, lambda one: replace(chosen, methods=frozenset({one}))),
        pgs=numbers(whole.pgs, lambda one: replace(chosen, pgs=frozenset({one}))),
        limit=orders.COUNTED,
    )


def _grouped(database: Database, chosen: OrderFilter) -> OrderCounts:
    """Amounts and parts of days have no tallies: all payments that they leave are counted once."""
    free = replace(chosen, statuses=_NO_STATUSES, methods=_NO_CODES, pgs=_NO_CODES)
    index = "payments_by_amount" if orders.has_amounts(chosen) else None
    total, statuses, methods, pgs = 0, Counter[DisplayStatus](), Counter[str](), Counter[str]()
    for row in database.select(*grouped(free, index)):
        status, method, pg = DisplayStatus(row["display_status"]), row["pay_method"], row["pg_provider"]
        has_status = not chosen.statuses or status in chosen.statuses
        has_method = not chosen.methods or method in chosen.methods
        has_pg = not chosen.pgs or pg in chosen.pgs
        total += row["number"] * (has_status and has_method and has_pg)
        statuses[status] += row["number"] * (has_method and has_pg)
        methods[method] += row["number"] * (has_status and has_pg)
        pgs[pg] += row["number"] * (has_status and has_method)
    return OrderCounts(total, +statuses, +methods, +pgs)
