"""The close of one day: what this terminal wrote down as done, what upstream shows, and why they differ.

Pure. Whatever the records hold, this holds: what is here less what is upstream is the sum of the differences,
by line and in all, and each difference has its reason.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from refund_gui.domain.closing import (
    CloseLine,
    ClosingOrder,
    DailyClose,
    Difference,
    LineKey,
    Recorded,
    StillOpen,
    Why,
)
from refund_gui.domain.money import Money
from refund_gui.domain.outside import OutsideRefund, standing
from refund_gui.domain.payment import Cancellation, EntryOrigin, Payment
from refund_gui.domain.refund import Origin, Refund, RefundState
from refund_gui.domain.totals import Total, currency_order, nothing

_MADE_IN = {
    EntryOrigin.OTHER_TERMINAL: Why.OTHER_TERMINAL,
    EntryOrigin.CONSOLE: Why.CONSOLE,
    EntryOrigin.ELSEWHERE: Why.ELSEWHERE,
}


@dataclass(frozen=True, slots=True)
class _Day:
    since: int
    until: int

    def has(self, at: int) -> bool:
        return self.since <= at <= self.until


def close_day(orders: Iterable[ClosingOrder], since: int, until: int) -> DailyClose:
    """The close of the day between these unix seconds, inclusive.

    `orders`: at least those with a refund done, an entry or a note on that day, or with an open refund.
    Test payments move no money and do not count.
    """
    day = _Day(since, until)
    books = _Books()
    still_open: list[StillOpen] = []
    for order in orders:
        if order.payment.sandbox:
            continue
        _enter_order(books, order, day)
        still_open += (
            StillOpen(one.refund, order.payment)
            for one in order.refunds
            if one.refund.is_open and one.refund.created_at <= until
        )
    return DailyClose(
        books.lines(),
        tuple(sorted(books.differences, key=lambda one: one.at)),
        tuple(sorted(still_open, key=lambda one: one.refund.created_at)),
    )


class _Books:
    """Both columns, and what is in one of them alone."""

    def __init__(self) -> None:
        self._here: defaultdict[LineKey, list[Money]] = defaultdict(list)
        self._upstream: defaultdict[LineKey, list[Money]] = defaultdict(list)
        self.differences: list[Difference] = []

    def here(self, key: LineKey, amount: Money) -> None:
        self._here[key].append(amount)

    def upstream(self, key: LineKey, amount: Money) -> None:
        self._upstream[key].append(amount)

    def lines(self) -> tuple[CloseLine, ...]:
        keys = sorted({*self._here, *self._upstream}, key=_line_order)
        return tuple(
            CloseLine(key, _total(key, self._here[key]), _total(key, self._upstream[key])) for key in keys
        )


def _line_order(key: LineKey) -> tuple[tuple[bool, str], bool, str, str]:
    return currency_order(key.currency), key.way is not None, key.method, key.way or ""


def _total(key: LineKey, amounts: Sequence[Money]) -> Total:
    return sum((Total(1, amount) for amount in amounts), start=nothing(key.currency))


def _enter_order(books: _Books, order: ClosingOrder, day: _Day) -> None:
    payment = order.payment
    key = LineKey(payment.pay_method, None, payment.currency)
    entries = payment.cancellations if payment.was_paid else ()
    pairs = _pairs(order.refunds, entries)
    paired = {place for _, place in pairs if place is not None}
    alone = [entry for place, entry in enumerate(entries) if place not in paired]
    for recorded, place in pairs:
        entry = None if place is None else entries[place]
        _enter_refund(books, key, payment, recorded, entry, alone, day)
    unpaired = [one.refund for one, place in pairs if place is None]
    for entry in alone:
        if day.has(entry.cancelled_at):
            books.upstream(key, entry.amount)
            why = _why_alone(entry, unpaired)
            books.differences.append(_upstream_only(why, key, payment, entry))
    for note in standing(order.notes):
        if day.has(note.refunded_at):
            _enter_note(books, payment, note, alone)


def _enter_refund(
    books: _Books,
    key: LineKey,
    payment: Payment,
    one: Recorded,
    entry: Cancellation | None,
    alone: Sequence[Cancellation],
    day: _Day,
) -> None:
    """A refund of ours, with upstream's entry of it if there is one. `alone`: entries of no refund."""
    refund = one.refund
    is_here = refund.origin is Origin.HERE and day.has(one.done_at)
    shown = entry if entry is not None and day.has(entry.cancelled_at) else None
    if is_here:
        books.here(key, refund.amount)
    if shown is not None:
        books.upstream(key, shown.amount)
    if is_here and shown is not None:
        if refund.amount != shown.amount:
            delta = Total(0, refund.amount - shown.amount)
            books.differences.append(
                Difference(Why.OTHER_AMOUNT, key, delta, payment, one.done_at, 0, refund.operator)
            )
    elif is_here:
        other_at = entry.cancelled_at if entry else 0
        delta = Total(1, refund.amount)
        why = _why_here(refund, entry, alone)
        books.differences.append(Difference(why, key, delta, payment, one.done_at, other_at, refund.operator))
    elif shown is not None:
        why = _why_written_otherwise(one)
        books.differences.append(_upstream_only(why, key, payment, shown, one.done_at, refund.operator))


def _enter_note(books: _Books, payment: Payment, note: OutsideRefund, alone: Iterable[Cancellation]) -> None:
    key = LineKey("", note.way, payment.currency)
    books.here(key, note.amount)
    is_shown = any(entry.amount == note.amount and entry.tag is None for entry in alone)
    why = Why.OUTSIDE_SHOWN if is_shown else Why.OUTSIDE
    delta = Total(1, note.amount)
    books.differences.append(Difference(why, key, delta, payment, note.refunded_at, 0, note.operator))


def _upstream_only(
    why: Why, key: LineKey, payment: Payment, entry: Cancellation, other_at: int = 0, operator: str = ""
) -> Difference:
    delta = nothing(key.currency) - Total(1, entry.amount)
    return Difference(why, key, delta, payment, entry.cancelled_at, other_at, operator)


def _pairs(refunds: Sequence[Recorded], entries: Sequence[Cancellation]) -> list[tuple[Recorded, int | None]]:
    """Each refund with the number of its entry: by the entry's key, else by the refund's tag."""
    free = dict(enumerate(entries))
    found: dict[int, int] = {}
    for is_its in (_has_its_key, _has_its_tag):
        for number, one in enumerate(refunds):
            its = [place for place, entry in free.items() if is_its(one.refund, entry)]
            if number not in found and its:
                found[number] = its[0]
                del free[its[0]]
    return [(one, found.get(number)) for number, one in enumerate(refunds)]


def _has_its_key(refund: Refund, entry: Cancellation) -> bool:
    return entry.key == refund.cancellation_id


def _has_its_tag(refund: Refund, entry: Cancellation) -> bool:
    return entry.tag == refund.tag


def _why_here(refund: Refund, entry: Cancellation | None, alone: Iterable[Cancellation]) -> Why:
    if entry is not None:
        return Why.EXECUTED_ANOTHER_DAY
    if refund.state is RefundState.REVERSED:
        return Why.TAKEN_BACK
    if refund.cancellation_id:
        return Why.ENTRY_MISSING
    is_shown = any(_may_be(refund, one) for one in alone)
    return Why.PERSON_SAID_SHOWN if is_shown else Why.PERSON_SAID


def _why_written_otherwise(one: Recorded) -> Why:
    if one.refund.origin is Origin.FOUND_UPSTREAM:
        return Why.ADOPTED
    if one.done_at:
        return Why.WRITTEN_ANOTHER_DAY
    return Why.STILL_OPEN if one.refund.is_open else Why.TOLD_OTHERWISE


def _why_alone(entry: Cancellation, unpaired: Iterable[Refund]) -> Why:
    """Whose an entry may be that no refund of ours has."""
    may_be_ours = any(refund.is_open and _may_be(refund, entry) for refund in unpaired)
    return Why.MAY_BE_OURS if may_be_ours else _MADE_IN[entry.made_in(is_ours=False)]


def _may_be(refund: Refund, entry: Cancellation) -> bool:
    """Whether this entry without a tag, new since the refund was confirmed, is of its amount."""
    return entry.tag is None and refund.amount == entry.amount and entry.key not in refund.base.entries
