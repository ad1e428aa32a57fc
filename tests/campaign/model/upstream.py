"""Upstream as it is known (api-v1 §2), with everything that can go wrong in it and on the way to it.

PortOne checks the checksum against its own record; the PG does the refund, and never more than was paid. A PG
may act later than it answers, and PortOne may time out at a PG that has done it.
"""

from collections.abc import Iterator

from refund_gui.domain.refund import OPEN_STATES, RefundState
from tests.campaign.model.state import (
    Entry,
    Listed,
    Reply,
    Request,
    Row,
    Scope,
    Seen,
    Shown,
    State,
    Step,
    row_of,
)

Move = tuple[str, State]

_REFUSALS = (Reply.CLEAR, Reply.CAREFUL)


def shown(state: State) -> Shown:
    """PortOne's record now."""
    cancelled = 0
    listed = []
    for place, entry in enumerate(state.entries):
        if entry.seen is not Seen.HIDDEN:
            cancelled += entry.amount
        if entry.seen is Seen.LISTED:
            listed.append(Listed(place, entry.amount, entry.owner if entry.tagged else None))
    return Shown(cancelled, tuple(listed))


def executed(state: State) -> tuple[Entry, ...]:
    """What the PG has done for the demand, in PortOne's record or not."""
    return tuple(entry for entry in state.entries if entry.owner)


def may_still_act(state: State, scope: Scope, request: Request) -> bool:
    """Whether a request on its way can still move money: a balance that has moved never comes back."""
    return request.reply is None and request.checksum == scope.total - shown(state).cancelled


def upstream_moves(state: State, scope: Scope) -> Iterator[Move]:
    for place, request in enumerate(state.requests):
        if request.reply is None:
            yield from _arrive(_without_request(state, place), request, scope)
    for number in state.pending:
        yield from _act(state, number, scope)
    for place, entry in enumerate(state.entries):
        if entry.seen is not Seen.LISTED:
            yield from _show(state, place, entry)
    if sum(1 for entry in state.entries if not entry.owner) < scope.outside:
        yield from _outside(state, scope)


def _arrive(state: State, request: Request, scope: Scope) -> Iterator[Move]:
    yield "the request is lost", state
    balance = scope.total - shown(state).cancelled
    left_at_pg = scope.total - sum(entry.amount for entry in state.entries)
    awaited = _is_awaited(state, request)
    if awaited:
        yield "upstream: 401", _answer(state, request, Reply.UNAUTHORIZED)
        for words in _REFUSALS:
            yield f"upstream refuses ({words})", _answer(state, request, words)
    if request.checksum != balance or scope.amount > left_at_pg:
        yield "upstream refuses (already)", _answer(state, request, Reply.ALREADY)
        return
    if request.late and _hides(state) and not scope.late_and_hidden:
        return
    if request.checksum != request.confirmed:
        state = state._replace(harm="surprise: done on a balance that its person never saw")
    if scope.acts_later:
        accepted = state._replace(pending=(*state.pending, request.number))
        yield "the PG accepts", _answer(accepted, request, Reply.DONE)
        yield "the PG accepts, PortOne times out", _answer(accepted, request, Reply.CAREFUL)
        return
    for how, done in _execute(state, request.number, scope, request.late):
        yield f"the PG refunds, {how}", _answer(done, request, Reply.DONE)
    if scope.late_and_hidden or not (request.late or any(r.late for r in state.requests)):
        hidden = _with_entry(state, request.number, scope, False, Seen.HIDDEN, request.late)
        yield "the PG refunds, PortOne times out", _answer(hidden, request, Reply.CAREFUL)


def _act(state: State, number: int, scope: Scope) -> Iterator[Move]:
    """A PG that acts later acts now, or never will."""
    waiting = list(state.pending)
    waiting.remove(number)
    state = state._replace(pending=tuple(waiting))
    yield f"the PG drops {number}", state
    if scope.amount <= scope.total - sum(entry.amount for entry in state.entries):
        for how, done in _execute(state, number, scope, False):
            yield f"the PG refunds {number} now, {how}", done
        hidden = _with_entry(state, number, scope, False, Seen.HIDDEN, False)
        yield f"the PG refunds {number} now, PortOne does not know", hidden


def _execute(state: State, number: int, scope: Scope, late: bool) -> Iterator[Move]:
    for seen, tagged, how in (
        (Seen.LISTED, True, "tag echoed"),
        (Seen.LISTED, False, "tag stripped"),
        (Seen.BALANCE, False, "not listed yet"),
    ):
        yield how, _with_entry(state, number, scope, tagged, seen, late)


def _with_entry(state: State, number: int, scope: Scope, tagged: bool, seen: Seen, late: bool) -> State:
    row = row_of(state, number)
    late = late or (row is not None and row.state not in OPEN_STATES)
    entry = Entry(number, scope.amount, tagged, seen, late)
    return state._replace(entries=(*state.entries, entry))


def _show(state: State, place: int, entry: Entry) -> Iterator[Move]:
    """PortOne learns of it, and whether the tag comes back is open until then."""
    for tagged in (True, False):
        entries = list(state.entries)
        entries[place] = entry._replace(tagged=tagged, seen=Seen.LISTED)
        yield (
            f"the record lists {entry.owner or 'the other one'}, tag {'echoed' if tagged else 'stripped'}",
            state._replace(entries=tuple(entries)),
        )


def _outside(state: State, scope: Scope) -> Iterator[Move]:
    """Somebody refunds elsewhere: the same amount or another one, at the console or at another counter."""
    left = min(
        scope.total - shown(state).cancelled, scope.total - sum(entry.amount for entry in state.entries)
    )
    for amount in (scope.amount, 1):
        if amount <= left:
            for tagged in (True, False):
                entry = Entry(0, amount, tagged, Seen.LISTED, False)
                yield (
                    f"somebody else refunds {amount}, {'with a tag' if tagged else 'untagged'}",
                    state._replace(entries=(*state.entries, entry)),
                )


def mark_late(state: State, row: Row) -> State:
    """The quiet time of an attempt is over: what comes of it from now on comes late, and is adopted late.

    That is a request still under way, and what the PG has done while PortOne timed out at it, if that answer
    was lost too (protocol: what cannot be excluded). Words of a time-out that did arrive excuse nothing.
    """
    requests = tuple(r._replace(late=True) if r.number == row.number else r for r in state.requests)
    entries = state.entries
    if row.last in {Reply.LOST, Reply.INTERRUPTED}:
        entries = tuple(
            e._replace(late=True) if e.owner == row.number and e.seen is Seen.HIDDEN else e for e in entries
        )
    return state._replace(requests=requests, entries=entries)


def _hides(state: State) -> bool:
    return any(entry.seen is Seen.HIDDEN for entry in state.entries)


def _is_awaited(state: State, request: Request) -> bool:
    work = state.work
    return (
        work is not None
        and work.step is Step.WAITING
        and work.row is not None
        and work.row.number == request.number
    )


def _answer(state: State, request: Request, reply: Reply) -> State:
    """Nobody waits for the answer to a request that was given up."""
    if not _is_awaited(state, request):
        return state
    return state._replace(requests=(*state.requests, request._replace(reply=reply)))


def _without_request(state: State, place: int) -> State:
    return state._replace(requests=state.requests[:place] + state.requests[place + 1 :])


def is_ended(row: Row) -> bool:
    """Told as over without success."""
    return row.state not in OPEN_STATES and row.state is not RefundState.SUCCEEDED
