"""What lists show: light rows, their filters and order, and the key that the next page starts after."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from refund_gui.domain.money import Money, zero
from refund_gui.domain.states import DisplayStatus, RefundState


@dataclass(frozen=True, slots=True)
class PageKey:
    """The place of a row in its list: what it is sorted by (unix seconds for times), then its own number."""

    at: int | str
    row_id: int


class SortBy(StrEnum):
    """What the orders list is sorted by. Rows that are equal in it are sorted by time."""

    DATE = "date"
    ORDER_NO = "order_no"
    BUYER = "buyer"
    PAID = "paid"


@dataclass(frozen=True, slots=True)
class PaidWithin:
    """Payments of these methods and PGs (empty: any) paid in a time: unix seconds, inclusive, whole days."""

    since: int
    until: int
    methods: frozenset[str] = frozenset()
    pgs: frozenset[str] = frozenset()
    except_pgs: frozenset[str] = frozenset()
    """Not of these, whatever `pgs` says."""


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """Which payments a list shows, and in what order. Empty parts do not filter.

    Times in unix seconds and amounts in whole won (or whole units of another currency), inclusive.
    A search has at least one word of two characters, and is always newest first.
    """

    text: str = ""
    statuses: frozenset[DisplayStatus] = frozenset()
    methods: frozenset[str] = frozenset()
    since: int | None = None
    until: int | None = None
    pgs: frozenset[str] = frozenset()
    except_pgs: frozenset[str] = frozenset()
    """Not of these, whatever `pgs` says."""
    least: int | None = None
    most: int | None = None
    any_of: tuple[PaidWithin, ...] = ()
    """Any of these, if there are some."""
    is_composing: bool = False
    """The last syllable of `text` is still being composed: it stands for every syllable it may become."""
    sort_by: SortBy = SortBy.DATE
    ascending: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows there are; not exact: at least so many."""

    number: int
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class OrderCounts:
    """How many payments each choice of a filter would leave, the other filters staying as they are.

    Choices that would leave none may be missing.
    """

    total: int
    statuses: Mapping[DisplayStatus, int]
    methods: Mapping[str, int]
    pgs: Mapping[str, int]
    limit: int | None = None
    """Of a search: a number above it stands for this many and more."""


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One line of the orders list. `ordered_at` in unix seconds."""

    key: PageKey
    imp_uid: str
    merchant_uid: str
    goods: str
    buyer_name: str
    pay_method: str
    pg_provider: str
    amount: Money
    cancel_amount: Money
    status: DisplayStatus
    sandbox: bool
    ordered_at: int
    open_refund: RefundState | None
    """The state of the payment's refund that has not ended, if there is one."""
    gone: Money | None = None
    """What went back although upstream's record does not show it, as a person noted or found out, if any."""

    @property
    def refundable(self) -> Money:
        """What can still be refunded (protocol rule 14, less what is gone): as the refund dialog says it."""
        nothing = zero(self.amount.currency)
        return max(self.amount - self.cancel_amount - (self.gone or nothing), nothing)


@dataclass(frozen=True, slots=True)
class OrderSlice:
    """Rows of the orders list from number `first` (0 is the top) on, of one moment of the store."""

    first: int
    rows: tuple[OrderRow, ...]
    count: Count
    """Of the whole list."""
