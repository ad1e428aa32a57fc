"""Breadth first through every state that can be reached; the shortest way to the first harm, if any."""

import gc
from collections.abc import Collection
from dataclasses import dataclass

from tests.campaign.model.counter import Counter
from tests.campaign.model.person import Person
from tests.campaign.model.properties import Harm, harms_in
from tests.campaign.model.state import State
from tests.campaign.model.upstream import upstream_moves


@dataclass(frozen=True)
class Explored:
    """What was found. `trace` is empty when no harm can be reached; then the whole graph was seen."""

    states: int
    transitions: int
    harm: str
    trace: tuple[str, ...]

    def __str__(self) -> str:
        end = f"{self.harm} after {len(self.trace)} steps" if self.harm else "no harm"
        return f"{self.states:,} states, {self.transitions:,} transitions: {end}"


def explore(counter: Counter, person: Person, watched: Collection[Harm] = frozenset(Harm)) -> Explored:
    """Explore until a harm of a watched kind is found, or everything was seen."""
    gc.disable()  # millions of tuples without a cycle among them
    try:
        return _explore(counter, person, watched)
    finally:
        gc.enable()


def _explore(counter: Counter, person: Person, watched: Collection[Harm]) -> Explored:
    start = State()
    came_from: dict[State, tuple[State, str] | None] = {start: None}
    frontier = [start]
    transitions = 0
    while frontier:
        following = []
        for state in frontier:
            for moves in (upstream_moves(state, counter.scope), counter.moves(state), person.moves(state)):
                for label, new in moves:
                    transitions += 1
                    if new.harm and not _is_watched(new.harm, watched):
                        new = new._replace(harm="")
                    if new in came_from:
                        continue
                    came_from[new] = state, label
                    for harm in harms_in(new, counter):
                        if _is_watched(harm, watched):
                            return Explored(len(came_from), transitions, harm, _trace(came_from, new))
                    following.append(new)
        frontier = following
    return Explored(len(came_from), transitions, "", ())


def _is_watched(harm: str, watched: Collection[Harm]) -> bool:
    return harm.partition(":")[0] in watched


def _trace(came_from: dict[State, tuple[State, str] | None], state: State) -> tuple[str, ...]:
    labels = []
    step = came_from[state]
    while step is not None:
        before, label = step
        labels.append(label)
        step = came_from[before]
    return tuple(reversed(labels))
