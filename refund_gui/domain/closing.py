"""What the close of one day consists of: two columns, and the kinds of difference between them.

`reckoning.py` makes it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from refund_gui.domain.outside import OutsideRefund, OutsideWay
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Refund
from refund_gui.domain.totals import Total, nothing


class Why(StrEnum):
    """Why one column has what the other has not."""

    # here, and not upstream on that day
    OUTSIDE = "outside"  # a note of what went back in another way
    OUTSIDE_SHOWN = "outside_shown"  # such a note, and an entry made elsewhere that may be the same money
    EXECUTED_ANOTHER_DAY = "executed_another_day"
    TAKEN_BACK = "taken_back"  # REVERSED: upstream's entry is gone
    ENTRY_MISSING = "entry_missing"  # the entry is not shown now; one reading alone proves nothing
    PERSON_SAID = "person_said"  # a person found it refunded; upstream never showed it
    PERSON_SAID_SHOWN = "person_said_shown"  # the same, and an entry since then that may be the same money
    OTHER_AMOUNT = "other_amount"  # in both, of different amounts
    # upstream, and not here on that day
    WRITTEN_ANOTHER_DAY = "written_another_day"
    STILL_OPEN = "still_open"  # a refund of ours that is not clear here yet
    MAY_BE_OURS = "may_be_ours"  # an open refund's amount, without a tag
    TOLD_OTHERWISE = "told_otherwise"  # ours, ended without success: upstream has executed it after all
    ADOPTED = "adopted"  # another counter's or a lost store's, with a record here since
    OTHER_TERMINAL = "other_terminal"  # the same, not recorded here yet
    CONSOLE = "console"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A refund of this store, and when it was first written down as done (unix seconds; 0: never)."""

    refund: Refund
    done_at: int


@dataclass(frozen=True, slots=True)
class ClosingOrder:
    """One payment with all that was done to it, on whatever day."""

    payment: Payment
    refunds: tuple[Recorded, ...] = ()
    notes: tuple[OutsideRefund, ...] = ()


@dataclass(frozen=True, slots=True)
class LineKey:
    """What a line adds up: a pay method, or a way outside; one currency."""

    method: str
    way: OutsideWay | None
    currency: str


@dataclass(frozen=True, slots=True)
class CloseLine:
    """One line of the close."""

    key: LineKey
    here: Total
    upstream: Total

    @property
    def difference(self) -> Total:
        return self.here - self.upstream


@dataclass(frozen=True, slots=True)
class Difference:
    """What one side has alone. `delta` is signed: below zero when it is upstream's. Times in unix seconds."""

    why: Why
    key: LineKey
    delta: Total
    payment: Payment
    at: int
    other_at: int = 0
    """When the other side has it, where that is another day."""
    operator: str = ""


@dataclass(frozen=True, slots=True)
class StillOpen:
    """A refund that is not clear: in neither column for sure."""

    refund: Refund
    payment: Payment


@dataclass(frozen=True, slots=True)
class DailyClose:
    """One Korean day. Lines: won first, pay methods before ways outside."""

    lines: tuple[CloseLine, ...]
    differences: tuple[Difference, ...]
    still_open: tuple[StillOpen, ...]


def sums(lines: Iterable[CloseLine]) -> Iterator[CloseLine]:
    """One line for each currency of these lines."""
    books: dict[str, CloseLine] = {}
    for line in lines:
        key = LineKey("", None, line.key.currency)
        so_far = books.get(key.currency) or CloseLine(key, nothing(key.currency), nothing(key.currency))
        books[key.currency] = CloseLine(key, so_far.here + line.here, so_far.upstream + line.upstream)
    yield from books.values()
