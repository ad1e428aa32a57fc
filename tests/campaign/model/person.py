"""The person at the counter: honest, with one demand to settle exactly once, and believing the program.

What is assumed, and nothing else:
* a new refund is confirmed only while the program offers one and does not say that the demand was refunded;
* asked once more after an end without success (`asked_after`; the dialog asks for 24 h), the person first
  looks whether the PG's console shows the money (`looks`);
* a review is decided by what the PG's console shows; at a PG that acts later, "not refunded" is decided only
  when nothing is under way any more (`waits`).
`wrong.py` takes these away one by one to show what each is needed for.
"""

from collections.abc import Iterator

from refund_gui.domain.refund import Cause, RefundState
from tests.campaign.model.counter import Counter
from tests.campaign.model.state import Reply, Row, Seen, State, Step, Work, row_of
from tests.campaign.model.upstream import Move, executed

_S = RefundState


class Person:
    """Presses every button that such a person may press, whenever it can be pressed."""

    asked_after = frozenset({_S.NOT_EXECUTED, _S.REJECTED, _S.STALE})
    looks = True
    waits = True

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._scope = counter.scope

    def moves(self, state: State) -> Iterator[Move]:
        if not state.up:
            return
        if state.work is None:
            yield from self._at_rest(state)
        elif state.work.step is Step.OFFERING:
            yield "the dialog opens", self._open(state, state.work)
        elif state.work.step is Step.DIALOG:
            yield "the dialog is closed", state._replace(work=None)
            yield from self._confirm(state, state.work)
        elif state.work.step is Step.AGAIN:
            yield "the reading before trying again arrives", self._compare(state, state.work)

    def _at_rest(self, state: State) -> Iterator[Move]:
        if state.posts < self._scope.posts:
            if state.made < self._scope.refunds and self._wants_one(state):
                work = Work(Step.OFFERING, reading=self._counter.begin_reading(state))
                yield "the person opens the dialog", state._replace(work=work)
            for row in state.rows:
                if row.state is _S.PREPARED:
                    work = Work(Step.AGAIN, self._counter.begin_reading(state), row)
                    yield "the person tries again", state._replace(work=work)
        for row in state.rows:
            if row.state is _S.PREPARED:
                yield "the person gives up", self._counter.move(state, row, _S.CANCELLED, Cause.PERSON)
            elif row.state is _S.NEEDS_REVIEW:
                yield from self._decide(state, row)

    def _wants_one(self, state: State) -> bool:
        return not self._counter.is_blocked(state) and all(
            row.state is not _S.SUCCEEDED for row in state.rows
        )

    def _open(self, state: State, work: Work) -> State:
        """The fresh reading moves what it can first (rule 2)."""
        assert work.reading is not None
        state = self._counter.apply(state._replace(work=None), work.reading)
        if not self._wants_one(state):
            return state
        return state._replace(work=Work(Step.DIALOG, reading=work.reading))

    def _confirm(self, state: State, work: Work) -> Iterator[Move]:
        """Whatever the dialog shows by now is old: somebody may have refunded since."""
        assert work.reading is not None
        record = work.reading.shown
        left = self._scope.total - record.cancelled
        if self._scope.amount > left or not self._wants_one(state):
            return
        asked = any(row.state in self.asked_after for row in state.rows)
        if asked and self.looks and (executed(state) or state.pending):
            return
        row = Row(state.made + 1, _S.PREPARED, record, left, Reply.NONE)
        yield "the person confirms", self._counter.confirm(state._replace(made=row.number), row)

    def _compare(self, state: State, work: Work) -> State:
        """Rule 5 (ii): the same checksum, and only when nothing has moved."""
        assert work.reading is not None
        assert work.row is not None
        state = self._counter.apply(state._replace(work=None), work.reading)
        row = row_of(state, work.row.number)
        if row is None or row.state is not _S.PREPARED:
            return state
        if not self._counter.may_try_again(row, work.reading.shown):
            return state
        return state._replace(work=Work(Step.UNMOVED, row=row))

    def _decide(self, state: State, row: Row) -> Iterator[Move]:
        """By what the PG's console shows. Without a tag nobody can tell two refunds of one demand apart."""
        own = [i for i, entry in enumerate(state.entries) if entry.owner == row.number]
        taken = {other.entry for other in state.rows}
        unclaimed = [
            i
            for i, entry in enumerate(state.entries)
            if entry.owner and entry.seen is Seen.LISTED and not entry.tagged and i not in taken
        ]
        for place in own or unclaimed:
            listed = state.entries[place].seen is Seen.LISTED
            decided = self._counter.move(state, row, _S.SUCCEEDED, Cause.PERSON, place if listed else -1)
            yield "the person decides: refunded", decided
        if row.number in state.pending:
            yield "the person decides: accepted", self._counter.move(state, row, _S.ACCEPTED, Cause.PERSON)
        elif not own and not (self.waits and self._scope.acts_later and self._is_under_way(state, row)):
            decided = self._counter.move(state, row, _S.NOT_EXECUTED, Cause.PERSON)
            yield "the person decides: not refunded", decided

    def _is_under_way(self, state: State, row: Row) -> bool:
        return any(request.number == row.number for request in state.requests)
