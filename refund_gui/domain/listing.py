"""What lists show: light rows, their filters, and the key that the next page starts after."""

from dataclasses import dataclass

from refund_gui.domain.money import Money
from refund_gui.domain.payment import DisplayStatus
from refund_gui.domain.refund import Origin, RefundState


@dataclass(frozen=True, slots=True)
class PageKey:
    """The place of a row in its list, newest first: unix seconds, then the row's own id."""

    at: int
    row_id: int


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """Which payments a list shows. Empty parts do not filter; times in unix seconds, inclusive."""

    text: str = ""
    statuses: frozenset[DisplayStatus] = frozenset()
    methods: frozenset[str] = frozenset()
    since: int | None = None
    until: int | None = None


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

    @property
    def balance(self) -> Money:
        """What can still be refunded (protocol rule 14)."""
        return self.amount - self.cancel_amount


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which refunds the history shows. Empty parts do not filter; times in unix seconds, inclusive."""

    text: str = ""
    states: frozenset[RefundState] = frozenset()
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line of the history. `created_at` in unix seconds."""

    key: PageKey
    refund_id: str
    imp_uid: str
    merchant_uid: str
    goods: str
    buyer_name: str
    amount: Money
    state: RefundState
    operator: str
    origin: Origin
    created_at: int


@dataclass(frozen=True, slots=True)
class Surprise:
    """A refund that is no longer what the shop was told: made late, taken back, or back again."""

    event_id: int
    imp_uid: str
    merchant_uid: str
    amount: Money
    state: RefundState
