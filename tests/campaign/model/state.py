"""What the model knows of the world at one moment: plain tuples, so that equal worlds are one world.

One payment upstream, one counter, one person with one customer's demand: exactly one refund of `amount`.
Amounts are small whole units; a refund is known by its number (1, 2, 3 in the order they were confirmed).
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple

from refund_gui.domain.refund import RefundState


@dataclass(frozen=True, slots=True)
class Scope:
    """One payment, and how often each thing may go wrong with it."""

    name: str
    total: int
    """What was paid. The demand is the whole when `amount` is the same."""
    amount: int
    """What the customer is to get back, once."""
    acts_later: bool
    """A PG that says yes before it acts (protocol: ACCEPTED)."""
    crashes: int
    posts: int
    refunds: int
    """How many refunds the person may confirm in all, those that are never sent included."""
    outside: int = 1
    """Refunds by somebody else: the PG's console, or another counter."""
    late_and_hidden: bool = False
    """A request may come after its quiet time while PortOne times out at the PG: nothing guards that."""


class Seen(IntEnum):
    """How much of a refund that the PG has done is in PortOne's record."""

    HIDDEN = 0  # PortOne timed out at the PG: it may learn of it later, or never
    BALANCE = 1  # the balance has moved, the history does not list it yet
    LISTED = 2


class Entry(NamedTuple):
    """One refund that the PG has done. Its place in the state is its `cancellation_id`."""

    owner: int
    """The number of our refund; 0: somebody else's."""
    amount: int
    tagged: bool
    """The maker's tag came back in the record."""
    seen: Seen
    late: bool
    """Done when the program had already said, by the rules, that it was not."""


class Listed(NamedTuple):
    """One entry as a reading shows it."""

    place: int
    amount: int
    tag: int | None
    """Whose tag it carries (0: another counter's), or None."""


class Shown(NamedTuple):
    """What upstream's record says at one moment."""

    cancelled: int
    listed: tuple[Listed, ...]


class Reply(StrEnum):
    """How one send ended, as the counter knows it. The first six are answers."""

    DONE = "done"
    CLEAR = "clear"  # refused in clear words
    CAREFUL = "careful"  # refused in words of a time-out
    ALREADY = "already"  # refused as "already cancelled"
    UNAUTHORIZED = "unauthorized"
    UNSENT = "unsent"
    LOST = "lost"
    INTERRUPTED = "interrupted"
    OPEN = "open"  # committed, and not ended
    NONE = "none"  # no attempt yet


class Request(NamedTuple):
    """One POST that is under way. With a `reply`, its answer is."""

    number: int
    checksum: int
    confirmed: int
    """The balance that the refund's person saw."""
    late: bool = False
    """Its quiet time is over, and it is still under way."""
    reply: Reply | None = None


class Row(NamedTuple):
    """One stored refund."""

    number: int
    state: RefundState
    base: Shown
    checksum: int
    last: Reply
    """How its last attempt ended: all that a verdict asks of the attempts."""
    entry: int = -1
    """The place of upstream's entry, once one was found."""


class Reading(NamedTuple):
    """One GET of the payment: what it will bring, and what was true when it began."""

    shown: Shown
    settled: bool
    """It began after the quiet time and 30 s or more after a good one (rule 6); or overdue, if accepted."""
    current: bool = True
    """No attempt has ended since it began."""


class Step(StrEnum):
    """Where the dialog or the sending thread is."""

    OFFERING = "offering"  # the dialog's reading is under way
    DIALOG = "dialog"  # the person looks at the offer
    PREPARED = "prepared"  # the refund is committed
    SENDING = "sending"  # the attempt is committed, the socket not open
    WAITING = "waiting"  # the request is under way
    ANSWERED = "answered"  # the answer is in memory, not committed
    SECOND = "second"  # a first 401 is committed, the second attempt is not
    AGAIN = "again"  # "try again" reads first
    UNMOVED = "unmoved"  # "try again" has read, and the balance has not moved


class Work(NamedTuple):
    """What the dialog or the sending thread holds in memory."""

    step: Step
    reading: Reading | None = None
    row: Row | None = None
    reply: Reply | None = None
    shown: Shown | None = None
    """The record that came with a yes."""
    second: bool = False


class Watch(NamedTuple):
    """The open refund is being read (terminal.watching). The flags say what time has done.

    Once accepted, both together say that its business days are over.
    """

    quiet: bool = False
    """The quiet time is over."""
    good: int = 0
    """0: no good reading, 1: one, 2: one that is 30 s or more old."""


class State(NamedTuple):
    """The whole world."""

    entries: tuple[Entry, ...] = ()
    requests: tuple[Request, ...] = ()
    pending: tuple[int, ...] = ()
    """Refunds that a PG has accepted and not done yet."""
    rows: tuple[Row, ...] = ()
    made: int = 0
    posts: int = 0
    crashes: int = 0
    up: bool = True
    work: Work | None = None
    watch: Watch | None = None
    reading: Reading | None = None
    """The reconciler's."""
    harm: str = ""
    """What the last step did against the rules, if it did."""


def row_of(state: State, number: int) -> Row | None:
    return next((row for row in state.rows if row.number == number), None)


def with_row(state: State, row: Row) -> State:
    """The row replaced, or added when it is new."""
    if row_of(state, row.number) is None:
        return state._replace(rows=(*state.rows, row))
    return state._replace(rows=tuple(row if r.number == row.number else r for r in state.rows))
