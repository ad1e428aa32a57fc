"""What the lists of refunds show: light rows and their filter, sums, and what turned out otherwise."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

from refund_gui.domain.listing import PageKey
from refund_gui.domain.money import Money, zero
from refund_gui.domain.states import (
    OPEN_STATES,
    Elsewhere,
    EntryOrigin,
    HistoryState,
    Origin,
    Outside,
    OutsideWay,
    RefundState,
)

_REFUNDED: Final = (RefundState.SUCCEEDED, Elsewhere.REFUNDED)


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which refunds the history shows. Empty parts do not filter; times in unix seconds, inclusive."""

    text: str = ""
    states: frozenset[HistoryState] = frozenset()
    since: int | None = None
    until: int | None = None
    methods: frozenset[str] = frozenset()
    operator: str = ""
    made_here: bool | None = None
    """None: wherever they were made. What was found upstream with a tag was made elsewhere."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line of the history: a refund of this store, an entry upstream that belongs to none, or a note.

    `created_at` in unix seconds: when it was confirmed here, executed elsewhere, or given back outside.
    """

    key: PageKey
    refund_id: str
    """"" for an entry made elsewhere, and for a note."""
    entry_key: str
    """Upstream's entry; "" while a refund has none."""
    imp_uid: str
    merchant_uid: str
    goods: str
    buyer_name: str
    pay_method: str
    pg_provider: str
    amount: Money
    state: HistoryState
    reason: str
    note: str
    operator: str
    counter: str
    tag: str
    origin: Origin | EntryOrigin
    message: str
    """Upstream's words, verbatim."""
    created_at: int
    is_test: bool = False
    """Of a test payment: no money moved."""
    note_id: str = ""
    """Of a note of what was refunded outside; "" for anything else."""
    way: OutsideWay | None = None
    """How that went back."""


@dataclass(frozen=True, slots=True)
class HistoryChoices:
    """What the history can be narrowed down to: people who refunded, and codes of pay methods."""

    operators: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StateSum:
    """So many lines of one state and currency, and what they come to."""

    state: HistoryState
    count: int
    amount: Money
    is_test: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """So many refunds of one currency, and what they come to."""

    count: int
    amount: Money


@dataclass(frozen=True, slots=True)
class HistoryTotals:
    """What a list of refunds comes to. Test payments move no money and are in no sum."""

    parts: tuple[StateSum, ...] = ()

    @property
    def count(self) -> int:
        """All of them."""
        return sum(part.count for part in self.parts)

    @property
    def tests(self) -> int:
        """Those of test payments."""
        return sum(part.count for part in self.parts if part.is_test)

    @property
    def refunded(self) -> tuple[Sum, ...]:
        """What went back to customers through PortOne, wherever that was done; by currency, won first."""
        return self._sums(_REFUNDED)

    @property
    def outside(self) -> tuple[Sum, ...]:
        """What is noted as refunded outside, and not taken back; by currency, won first."""
        return self._sums((Outside.NOTED,))

    @property
    def open(self) -> tuple[Sum, ...]:
        """What has not ended; by currency, won first."""
        return self._sums(OPEN_STATES)

    def _sums(self, states: Collection[HistoryState]) -> tuple[Sum, ...]:
        parts = [part for part in self.parts if part.state in states and not part.is_test]
        currencies = sorted({part.amount.currency for part in parts}, key=lambda code: (code != "KRW", code))
        return tuple(_sum(parts, currency) for currency in currencies)


def totals_of(rows: Iterable[HistoryRow], before: HistoryTotals = HistoryTotals()) -> HistoryTotals:
    """What these rows come to, added to what came before them."""
    parts = {(part.state, part.amount.currency, part.is_test): part for part in before.parts}
    for row in rows:
        kind = row.state, row.amount.currency, row.is_test
        part = parts.get(kind) or StateSum(row.state, 0, zero(row.amount.currency), row.is_test)
        parts[kind] = replace(part, count=part.count + 1, amount=part.amount + row.amount)
    return HistoryTotals(tuple(parts.values()))


def _sum(parts: Iterable[StateSum], currency: str) -> Sum:
    its = [part for part in parts if part.amount.currency == currency]
    return Sum(sum(part.count for part in its), sum((part.amount for part in its), start=zero(currency)))


@dataclass(frozen=True, slots=True)
class Surprise:
    """A refund that is no longer what the shop was told: made late, taken back, or back again."""

    event_id: int
    imp_uid: str
    merchant_uid: str
    amount: Money
    state: RefundState
