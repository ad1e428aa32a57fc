"""A list of as many orders as one likes, made up row by row: what a store of a million answers."""

from dataclasses import dataclass, field

from refund_gui.domain.listing import Count, OrderFilter, OrderRow, OrderSlice, PageKey
from refund_gui.domain.money import Money
from refund_gui.domain.payment import DisplayStatus
from tests.practice.shop_kit import NOW


def order(number: int) -> OrderRow:
    """The order of this number; the higher it is, the older."""
    return OrderRow(
        key=PageKey(NOW - number, -number),
        imp_uid=f"imp_{number}",
        merchant_uid=f"order-{number}",
        goods="사과 상자",
        buyer_name="김가람",
        pay_method="card",
        pg_provider="kcp",
        amount=Money(10_000, "KRW"),
        cancel_amount=Money(0, "KRW"),
        status=DisplayStatus.PAID,
        sandbox=False,
        ordered_at=NOW - number,
        open_refund=None,
    )


@dataclass
class ManyOrders:
    """`read` answers as `Orders.slice` does. Orders 0 to `count` - 1; new ones are below 0."""

    count: int
    new: int = 0
    gone: set[int] = field(default_factory=set)
    """Numbers of orders that have left the list; only ones near the top, or it takes long."""
    asked: list[tuple[int, int, str]] = field(default_factory=list)
    """First row, limit, and the order that was looked for."""

    def read(self, filter_: OrderFilter, first: int, limit: int, kept: OrderRow | None) -> OrderSlice:
        self.asked.append((first, limit, kept.imp_uid if kept else ""))
        if kept is not None and -kept.key.row_id not in self.gone:
            first = self._place(-kept.key.row_id)
        left = self.count + self.new - len(self.gone)
        numbers = [self._number(place) for place in range(first, min(first + limit, left))]
        return OrderSlice(first, tuple(map(order, numbers)), Count(left))

    def found(self, filter_: OrderFilter) -> Count:
        return Count(self.count + self.new - len(self.gone))

    def _place(self, number: int) -> int:
        return number + self.new - sum(1 for one in self.gone if one < number)

    def _number(self, place: int) -> int:
        number = place - self.new
        for one in sorted(self.gone):
            number += one <= number
        return number
