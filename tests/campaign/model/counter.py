"""The program as the model sees it: every commit, every send and every reading is a step of its own.

It follows `terminal.refunding`, `terminal.sending` and `terminal.reconciling` step by step, asks the
program's own verdict functions, and puts each move before its own transition table. Between any two steps the
process may be killed. The public methods are the rules that are proved to be needed: `wrong.py` replaces
them one by one.
"""

from collections.abc import Iterator

from refund_gui.domain.refund import OPEN_STATES, Cause, RefundState, is_allowed
from tests.campaign.model.judged import Judged, answer_verdict, reading_verdict
from tests.campaign.model.state import (
    Reading,
    Reply,
    Request,
    Row,
    Scope,
    Shown,
    State,
    Step,
    Watch,
    Work,
    row_of,
    with_row,
)
from tests.campaign.model.upstream import Move, mark_late, shown

_S = RefundState
_WATCHED = frozenset({_S.UNKNOWN, _S.ACCEPTED, _S.NEEDS_REVIEW})
_NOTHING = Shown(0, ())
_LONG = Watch(True, 2)


class Counter:
    """One shop counter: a durable store, and a process that can be killed."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.moved: set[tuple[RefundState, RefundState, Cause]] = set()
        """Every move that was made, in any explored world."""

    def moves(self, state: State) -> Iterator[Move]:
        if not state.up:
            yield "start", self.start(state)
            return
        if state.crashes < self.scope.crashes:
            yield "killed", self.kill(state)
        yield from self.pass_time(state)
        yield from self._read(state)
        if state.work is not None:
            yield from self._go_on(state, state.work)

    # The process

    def kill(self, state: State) -> State:
        """All that is in memory is gone; what is on its way upstream goes on."""
        requests = tuple(request for request in state.requests if request.reply is None)
        return state._replace(
            requests=requests, crashes=state.crashes + 1, up=False, work=None, watch=None, reading=None
        )

    def start(self, state: State) -> State:
        """Rule 4: what was being sent is Checking; what is open is watched, its quiet time begins anew."""
        state = state._replace(up=True)
        for row in state.rows:
            if row.state is _S.SENDING:
                if row.last is Reply.OPEN:
                    row = row._replace(last=Reply.INTERRUPTED)
                state = self.move(state, row, _S.UNKNOWN, Cause.START)
        return state._replace(watch=Watch()) if self.open_row(state) else state

    def pass_time(self, state: State) -> Iterator[Move]:
        """The quiet time and 30 s pass (rule 6), or the business days that an accepted refund may take."""
        row, watch = self.open_row(state), state.watch
        if row is None or watch is None:
            return
        if row.state is _S.ACCEPTED and watch != _LONG:
            yield "business days pass", state._replace(watch=_LONG)
        elif row.state is _S.UNKNOWN:
            later = Watch(True, 2 if watch.good else 0)
            if later != watch:
                yield "the quiet time passes", mark_late(state, row)._replace(watch=later)

    # Reading

    def begin_reading(self, state: State) -> Reading:
        watch = state.watch
        return Reading(shown(state), watch is not None and watch.quiet and watch.good == 2)

    def _read(self, state: State) -> Iterator[Move]:
        if state.reading is not None:
            yield "a reading arrives", self.apply(state._replace(reading=None), state.reading)
        elif any(row.state is not _S.SUCCEEDED for row in state.rows):
            yield "a reading begins", state._replace(reading=self.begin_reading(state))

    def apply(self, state: State, reading: Reading) -> State:
        """Rules 2, 10, 16, 18: every refund of the payment is moved along, unknown tags are adopted."""
        for row in state.rows:
            if row.state in OPEN_STATES and (state.watch is None or not reading.current):
                continue  # a dialog is at work on it, or the reading is older than the end of its attempt
            verdict = self.judge_reading(row, reading)
            if verdict is not None:
                state = self._move_by_reading(state, row, verdict)
            elif row.state is _S.UNKNOWN and state.watch and not state.watch.good:
                state = state._replace(watch=state.watch._replace(good=1))
        return self._adopt(state, reading.shown)

    def judge_reading(self, row: Row, reading: Reading) -> Judged | None:
        return reading_verdict(self.scope, row, reading.shown, reading.settled)

    def _move_by_reading(self, state: State, row: Row, verdict: Judged) -> State:
        new, entry = verdict.state, verdict.place
        if new is _S.SUCCEEDED and self._is_taken(state, row, entry):
            if not is_allowed(row.state, _S.NEEDS_REVIEW, Cause.READ):
                return state
            new, entry = _S.NEEDS_REVIEW, -1
        return self.move(state, row, new, Cause.READ, entry)

    def _adopt(self, state: State, record: Shown) -> State:
        """A tagged entry without a row is a refund of ours whose row was lost (rule 10)."""
        for entry in record.listed:
            if entry.tag and row_of(state, entry.tag) is None:
                found = Row(entry.tag, _S.SUCCEEDED, _NOTHING, 0, Reply.NONE, entry.place)
                state = with_row(state, found)
        return state

    # Sending

    def _go_on(self, state: State, work: Work) -> Iterator[Move]:
        match work.step:
            case Step.PREPARED | Step.SECOND | Step.UNMOVED:
                yield "the attempt is committed", self.begin_attempt(state, work)
                if work.step is Step.SECOND:
                    yield "no new token", self._back_to_prepared(state, work)
            case Step.SENDING:
                yield "POST", self._post(state, work)
                unsent = work._replace(step=Step.ANSWERED, reply=Reply.UNSENT)
                yield "no connection", state._replace(work=unsent, posts=state.posts + 1)
            case Step.WAITING:
                yield from self._wait(state, work)
            case Step.ANSWERED:
                yield "the answer is committed", self.save_answer(state, work)
            case _:
                return

    def confirm(self, state: State, row: Row) -> State:
        """Rule 1: the refund is committed with its base."""
        return with_row(state, row)._replace(work=Work(Step.PREPARED, row=row))

    def may_try_again(self, row: Row, record: Shown) -> bool:
        """Only while nothing has moved since the person confirmed (rules 3, 5)."""
        return record == row.base and self.scope.total - record.cancelled == row.checksum

    def begin_attempt(self, state: State, work: Work) -> State:
        """Rule 1: committed before the socket opens."""
        assert work.row is not None
        row = row_of(state, work.row.number)
        waits = row is not None and (row.state is _S.PREPARED or row.last is Reply.UNAUTHORIZED)
        if row is None or not waits or state.posts >= self.scope.posts:
            return self._back_to_prepared(state, work) if work.second else state._replace(work=None)
        if row.state is _S.PREPARED:
            state = self.move(state, row, _S.SENDING, Cause.SEND)
        row = row._replace(state=_S.SENDING, last=Reply.OPEN)
        return with_row(state, row)._replace(work=work._replace(step=Step.SENDING, reading=None))

    def _post(self, state: State, work: Work) -> State:
        assert work.row is not None
        row = row_of(state, work.row.number)
        if row is None or row.state is not _S.SENDING or row.last is not Reply.OPEN:
            state = state._replace(harm="write ahead: a POST without a committed attempt")
        confirmed = (row or work.row).checksum
        if work.row.checksum != confirmed:
            state = state._replace(harm="checksum: one refund was sent with two of them")
        request = Request(work.row.number, work.row.checksum, confirmed)
        return state._replace(
            requests=(*state.requests, request),
            posts=state.posts + 1,
            work=work._replace(step=Step.WAITING),
        )

    def _wait(self, state: State, work: Work) -> Iterator[Move]:
        assert work.row is not None
        rest = tuple(r for r in state.requests if r.number != work.row.number or r.reply is None)
        for request in state.requests:
            if request.number == work.row.number and request.reply is not None:
                record = shown(state) if request.reply is Reply.DONE else None
                answered = work._replace(step=Step.ANSWERED, reply=request.reply, shown=record)
                yield f"the answer arrives ({request.reply})", state._replace(requests=rest, work=answered)
        lost = work._replace(step=Step.ANSWERED, reply=Reply.LOST)
        yield "no answer", state._replace(requests=rest, work=lost)

    def save_answer(self, state: State, work: Work) -> State:
        """Outcome and move in one transaction; a first 401 leads to one more attempt (rule 7)."""
        assert work.row is not None
        assert work.reply is not None
        state = state._replace(work=None)
        row = row_of(state, work.row.number)
        if row is None:
            return state
        row = row._replace(last=work.reply)
        if work.reply is Reply.UNAUTHORIZED and not work.second:
            again = work._replace(step=Step.SECOND, second=True, reply=None)
            return with_row(state, row)._replace(work=again)
        verdict = self.judge_answer(work.row, work.reply, work.shown)
        new, entry = verdict.state, verdict.place
        if new is _S.SUCCEEDED and self._is_taken(state, row, entry):
            new, entry = _S.UNKNOWN, -1
        state = self.move(state, row, new, Cause.ANSWER, entry)
        return self.watch_anew(state) if new in _WATCHED else state

    def judge_answer(self, row: Row, reply: Reply, record: Shown | None) -> Judged:
        return answer_verdict(self.scope, row, reply, record)

    def watch_anew(self, state: State) -> State:
        """The attempt has ended: what began to be read before proves nothing (rule 18)."""
        reading = state.reading._replace(current=False) if state.reading else None
        return state._replace(watch=Watch(), reading=reading)

    def _back_to_prepared(self, state: State, work: Work) -> State:
        assert work.row is not None
        row = row_of(state, work.row.number)
        state = state._replace(work=None)
        return state if row is None else self.move(state, row, _S.PREPARED, Cause.ANSWER)

    # The store

    def move(self, state: State, row: Row, new: RefundState, cause: Cause, entry: int = -1) -> State:
        """Put before the program's own table. What no verdict asks of an ended refund is forgotten."""
        self.moved.add((row.state, new, cause))
        if not is_allowed(row.state, new, cause):
            state = state._replace(harm=f"table: {row.state} to {new} by {cause}")
        if new in OPEN_STATES:
            moved = row._replace(state=new, entry=entry)
            watch = state.watch and (state.watch if new is _S.UNKNOWN else Watch())
        else:
            moved = Row(row.number, new, _NOTHING, 0, Reply.NONE, entry)
            watch = None if row.state in OPEN_STATES else state.watch
        return with_row(state, moved)._replace(watch=watch)

    def open_row(self, state: State) -> Row | None:
        return next((row for row in state.rows if row.state in OPEN_STATES), None)

    def is_blocked(self, state: State) -> bool:
        """Rule 11: one open refund per payment."""
        return self.open_row(state) is not None

    def _is_taken(self, state: State, row: Row, entry: int) -> bool:
        """The store's unique index: one upstream entry, one refund."""
        return entry >= 0 and any(r.entry == entry and r.number != row.number for r in state.rows)
