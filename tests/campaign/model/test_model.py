"""The model check of the refund protocol: all that can happen, and wrong protocols that must be caught.

Breadth first over one payment, one counter and one demand (`state.py`): upstream and the network do all that
they are known to do (`upstream.py`), the process is killed between any two steps (`counter.py`), an honest
person presses every button (`person.py`). Verdicts and moves are the program's own: `judge_answer`,
`judge_reading` and `TRANSITIONS` are imported, so that a changed rule is explored as it stands. What must
never be says `properties.py`. `CAMPAIGN=full` allows 3 crashes, 3 POSTs and 3 refunds; otherwise 1, 2 and 2.

Time is two flags (the quiet time is over; a good reading is 30 s old), so that every length of every delay is
explored at once. Left to other tests: wrong amounts and payments, a lost or older store, REVERSED.
"""

from dataclasses import replace
from functools import cache

import pytest

from refund_gui.domain.refund import TRANSITIONS, Cause, RefundState
from tests.campaign.model.counter import Counter
from tests.campaign.model.explore import Explored, explore
from tests.campaign.model.person import Person
from tests.campaign.model.properties import Harm
from tests.campaign.model.scopes import scopes, small_scope
from tests.campaign.model.state import Scope
from tests.campaign.model.wrong import LIMITS, WRONG, Limit, Wrong
from tests.campaign.report import record

_S = RefundState
_Made = frozenset[tuple[RefundState, RefundState, Cause]]

NOT_MADE: _Made = frozenset(
    {
        # The store knows less than it did: not a fault of this model.
        (_S.PREPARED, _S.SUCCEEDED, Cause.READ),
        # Only when upstream did what it had clearly refused, or what was never sent.
        (_S.REJECTED, _S.SUCCEEDED, Cause.READ),
        (_S.CANCELLED, _S.SUCCEEDED, Cause.READ),
        # Refunds that upstream takes back are left to the terminal's own tests.
        (_S.SUCCEEDED, _S.REVERSED, Cause.READ),
        (_S.REVERSED, _S.SUCCEEDED, Cause.READ),
        # No verdict says so: V1's record does not show what a PG has accepted.
        *((old, _S.ACCEPTED, Cause.READ) for old in (_S.PREPARED, _S.UNKNOWN, _S.NEEDS_REVIEW)),
        *((old, _S.ACCEPTED, Cause.READ) for old in (_S.NOT_EXECUTED, _S.STALE, _S.REJECTED, _S.CANCELLED)),
    }
)
"""Moves of the table that this model has no reason to make. All others it makes."""


@cache
def _whole(scope: Scope) -> tuple[Explored, _Made]:
    counter = Counter(scope)
    return explore(counter, Person(counter)), frozenset(counter.moved)


@pytest.mark.parametrize("scope", scopes(), ids=lambda scope: scope.name)
def test_nothing_that_can_happen_does_harm(scope: Scope) -> None:
    explored, _ = _whole(scope)
    print(f"{scope.name}: {explored}")
    record(
        f"model: {scope.name}",
        explored.states,
        transitions=explored.transitions,
        crashes=scope.crashes,
        posts=scope.posts,
        refunds=scope.refunds,
        violations=int(bool(explored.harm)),
    )
    assert not explored.harm, "\n".join((explored.harm, *explored.trace))


def test_the_model_makes_every_move_of_the_table_that_it_can() -> None:
    made = frozenset().union(*(_whole(scope)[1] for scope in scopes()))
    table = {(old, new, cause) for (old, new), causes in TRANSITIONS.items() for cause in causes}
    assert table - made == NOT_MADE


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
def test_a_wrong_protocol_is_caught(wrong: Wrong) -> None:
    counter = wrong.counter(small_scope(wrong.acts_later))
    first = explore(counter, Person(counter))
    felt = explore(counter, Person(counter), {wrong.harm})
    print(f"{wrong.name}: {first}\n    with nothing else watched: {felt}")
    record(
        f"model, wrong protocol: {wrong.name}",
        first.states,
        caught=first.harm,
        steps=len(first.trace),
        harm=felt.harm,
        states_to_harm=felt.states,
        steps_to_harm=len(felt.trace),
    )
    assert first.harm
    assert felt.harm.startswith(wrong.harm), "the guard that caught it first guards against nothing"


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.name)
def test_what_is_assumed_is_needed(limit: Limit) -> None:
    """Without this assumption there is harm: it belongs to what the manual says cannot be excluded."""
    scope = replace(
        small_scope(limit.acts_later),
        late_and_hidden=limit.late_and_hidden,
    )
    counter = Counter(scope)
    found = explore(counter, limit.person(counter), {limit.harm})
    print("\n    ".join((f"{limit.name}: {found}", *found.trace)))
    record(f"model, limit: {limit.name}", found.states, harm=found.harm, steps=len(found.trace))
    assert found.harm


def test_a_harm_is_told_with_the_shortest_way_to_it() -> None:
    wrong = next(wrong for wrong in WRONG if wrong.name == "call before write")
    counter = wrong.counter(small_scope(wrong.acts_later))
    found = explore(counter, Person(counter), {Harm.WRITE_AHEAD})
    assert found.trace == (
        "the person opens the dialog",
        "the dialog opens",
        "the person confirms",
        "POST",
    )
