"""Eight protocols that other refund programs have, each one small change to the right one; and the limits.

Each must be caught. A protocol of `WRONG` is explored with the same person, the same upstream and the same
faults that the right one survives, so that nothing but the change can be to blame. `LIMITS` keep the right
protocol and take away what it assumes of people and of upstream: the harm found then is what "cannot be
excluded" means.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from refund_gui.domain.refund import Cause, RefundState
from refund_gui.domain.verdict import Ground
from tests.campaign.model.counter import Counter
from tests.campaign.model.judged import Judged
from tests.campaign.model.person import Person
from tests.campaign.model.properties import Harm
from tests.campaign.model.state import Reading, Reply, Row, Shown, State, Step, Work, row_of, with_row
from tests.campaign.model.upstream import Move, is_ended, shown

_S = RefundState


class FreshChecksum(Counter):
    """A second POST of the same refund carries the balance as it is by then."""

    def may_try_again(self, row: Row, record: Shown) -> bool:
        return self.scope.amount <= self.scope.total - record.cancelled

    def begin_attempt(self, state: State, work: Work) -> State:
        assert work.row is not None
        row = row_of(state, work.row.number)
        if row is not None and row.last is not Reply.NONE:
            balance = self.scope.total - shown(state).cancelled
            work = work._replace(row=work.row._replace(checksum=balance))
        return super().begin_attempt(state, work)


class RowDeleted(Counter):
    """Any error deletes the record of the refund."""

    def save_answer(self, state: State, work: Work) -> State:
        saved = super().save_answer(state, work)
        if work.reply is Reply.DONE or work.row is None:
            return saved
        rows = tuple(row for row in saved.rows if row.number != work.row.number)
        return saved._replace(rows=rows, work=None, watch=None)


class CallBeforeWrite(Counter):
    """The refund is stored once upstream has answered."""

    def confirm(self, state: State, row: Row) -> State:
        return state._replace(work=Work(Step.SENDING, row=row))

    def save_answer(self, state: State, work: Work) -> State:
        assert work.row is not None
        if row_of(state, work.row.number) is None:
            state = with_row(state, work.row._replace(state=_S.SENDING, last=Reply.OPEN))
        return super().save_answer(state, work)


class TimeoutMeansFailed(Counter):
    """No answer is a refusal."""

    def judge_answer(self, row: Row, reply: Reply, record: Shown | None) -> Judged:
        if reply is Reply.LOST:
            return Judged(_S.REJECTED, Ground.ANSWER_LOST)
        return super().judge_answer(row, reply, record)


class NoLateAdoption(Counter):
    """What has ended is never looked at again."""

    def judge_reading(self, row: Row, reading: Reading) -> Judged | None:
        return None if is_ended(row) else super().judge_reading(row, reading)


class AgeMeansFailed(Counter):
    """What is not known for long enough was not executed."""

    def pass_time(self, state: State) -> Iterator[Move]:
        for label, later in super().pass_time(state):
            row = self.open_row(later)
            assert row is not None
            yield label, self.move(later, row, _S.NOT_EXECUTED, Cause.READ)


class UntaggedIsOthers(Counter):
    """A new entry of our amount without a tag is somebody else's."""

    def judge_reading(self, row: Row, reading: Reading) -> Judged | None:
        verdict = super().judge_reading(row, reading)
        if verdict is None or verdict.ground is not Ground.EQUAL_UNTAGGED_ENTRY:
            return verdict
        return Judged(_S.STALE, Ground.OTHERS_REFUNDED) if row.state is _S.UNKNOWN else None


class AcceptedDoesNotBlock(Counter):
    """A refund that the PG has accepted lets the next one begin."""

    def is_blocked(self, state: State) -> bool:
        row = self.open_row(state)
        return row is not None and row.state is not _S.ACCEPTED


@dataclass(frozen=True)
class Wrong:
    """One wrong protocol; what it does to somebody when nothing but that is watched; on which payment."""

    name: str
    counter: type[Counter]
    harm: Harm
    acts_later: bool = False


WRONG = (
    Wrong("fresh checksum on a second POST", FreshChecksum, Harm.SURPRISE),
    Wrong("row deleted on error", RowDeleted, Harm.DOUBLE),
    Wrong("call before write", CallBeforeWrite, Harm.DOUBLE),
    Wrong("time-out means failed", TimeoutMeansFailed, Harm.FALSE_END),
    Wrong("no late adoption", NoLateAdoption, Harm.LOST),
    Wrong("age means failed", AgeMeansFailed, Harm.FALSE_END),
    Wrong("untagged equal entry means somebody else's", UntaggedIsOthers, Harm.FALSE_END),
    Wrong("ACCEPTED does not block", AcceptedDoesNotBlock, Harm.DOUBLE, acts_later=True),
)


class Believing(Person):
    """Confirms a new refund after "not executed" without looking whether the money has gone meanwhile."""

    looks = False


class NeverAskedAfterStale(Person):
    """Looks only after "not executed" and "rejected"."""

    asked_after = Person.asked_after - {_S.STALE}


class Impatient(Person):
    """Decides "not refunded" at a PG that acts later while the request may still be under way."""

    waits = False


@dataclass(frozen=True)
class Limit:
    """One assumption taken away, and the harm that follows."""

    name: str
    person: type[Person] = Person
    acts_later: bool = False
    late_and_hidden: bool = False
    harm: Harm = Harm.DOUBLE


LIMITS = (
    Limit("nobody looks before a new refund", Believing),
    Limit("nobody looks after somebody else's refund", NeverAskedAfterStale),
    Limit("nobody waits at a PG that acts later", Impatient, acts_later=True),
    Limit("after the quiet time, and PortOne timed out at the PG too", late_and_hidden=True),
)
