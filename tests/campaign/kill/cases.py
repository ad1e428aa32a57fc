"""What is killed, where, while upstream does what: every combination that can happen, by rule.

A case dies at a named failpoint of the program, or at a moment while bytes are on the way.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Final

from refund_gui.failpoints import Point
from refund_gui.practice.faults import Fault


class Moment(StrEnum):
    """Where the bytes of one POST are when the process dies."""

    HALF_REQUEST = "half_of_the_request"
    WHOLE_REQUEST = "before_the_execution"
    NO_ANSWER = "before_the_answer"
    HALF_ANSWER = "half_of_the_answer"


class Post(StrEnum):
    """Which POST of the refund it is (protocol rules 5 and 7)."""

    FIRST = "first"
    AFTER_401 = "after_401"
    AFTER_UNSENT = "after_unsent"  # the first one met a closed port; then a person tried again


class End(StrEnum):
    """What upstream does with that POST, if it gets there."""

    EXECUTED = "executed"
    UNANSWERED = "executed_unanswered"
    REFUSED = "refused"
    NOT = "not_executed"  # and not answered
    LATER = "later"  # not answered, executed 400 s later
    ANSWERED_LATER = "answered_later"  # code 0, nothing changed yet, executed 400 s later
    UNAUTHORIZED = "unauthorized"  # 401 (again)
    UNSENT = "unsent"  # the port is closed (again): it never gets there


FAULTS: Final = {
    End.UNANSWERED: Fault.LOST_ANSWER,
    End.REFUSED: Fault.REFUSAL,
    End.NOT: Fault.LOST_REQUEST,
    End.LATER: Fault.LATE,
    End.ANSWERED_LATER: Fault.ASYNCHRONOUS,
    End.UNAUTHORIZED: Fault.UNAUTHORIZED,
}
"""What the stand-in is told. The other ends need nothing of it."""

LATE: Final = 400
"""Seconds until upstream executes late: beyond the quiet time, also of a restart."""

KINDS: Final = ("card", "vbank", "phone", "asynchronous")

UNPREPARED: Final = frozenset({Point.BEFORE_PREPARED, Point.AFTER_PREPARED})
SPOOLING: Final = frozenset({Point.BEFORE_SPOOLED, Point.AFTER_SPOOLED, Point.AFTER_REPLAYED})
READING: Final = frozenset({Point.AFTER_READING, Point.AFTER_RECORD, Point.AFTER_VERDICT})
BEFORE_BYTES: Final = UNPREPARED | {Point.AFTER_SENDING}
"""Points before anything of this POST is sent: what upstream would do with it makes no difference."""

_LEFT_SENDING: Final = frozenset({Point.AFTER_SENDING, Point.AFTER_ANSWER, Point.BEFORE_SPOOLED})
_LEFT_OPEN: Final = _LEFT_SENDING | {Point.AFTER_PREPARED, Point.AFTER_SPOOLED, Point.AFTER_REPLAYED}
"""Where the next start finds a refund that is being sent, or at least one that may be open."""

_BACK: Final = frozenset({End.UNAUTHORIZED, End.UNSENT})
"""Ends that prove that nothing was done: the refund is "Not sent" again."""


@dataclass(frozen=True)
class Case:
    """One process that dies."""

    at: Point | Moment
    kind: str
    post: Post
    end: End

    def __str__(self) -> str:
        return f"{self.at}-{self.kind}-{self.post}-{self.end}"

    @property
    def begun(self) -> int:
        """How many attempts this refund has when the process dies."""
        if self.post is Post.FIRST:
            return 0 if self.at in UNPREPARED else 1
        return 2

    @property
    def arrives(self) -> bool:
        """Whether this POST reaches upstream."""
        return self.at not in BEFORE_BYTES and self.end is not End.UNSENT

    @property
    def posts(self) -> int:
        """How many POSTs reach upstream before the process dies."""
        return int(self.post is Post.AFTER_401) + int(self.arrives)

    @property
    def executes(self) -> bool:
        """Whether upstream executes the refund, at once or late."""
        executing = {End.EXECUTED, End.UNANSWERED, End.LATER, End.ANSWERED_LATER}
        return self.arrives and self.end in executing


@dataclass(frozen=True)
class Unreachable:
    """Combinations that cannot happen, and why."""

    points: Set[Point]
    posts: Set[Post]
    ends: Set[End]
    why: str

    def holds(self, case: Case) -> bool:
        return case.at in self.points and case.post in self.posts and case.end in self.ends


_ALL_POSTS: Final = frozenset(Post)
_ALL_ENDS: Final = frozenset(End)
_SECOND: Final = frozenset({Post.AFTER_401, Post.AFTER_UNSENT})
_NOT_401: Final = _ALL_ENDS - {End.UNAUTHORIZED}

UNREACHABLE: Final = (
    Unreachable(UNPREPARED, _SECOND, _ALL_ENDS, "one record for all of its POSTs"),
    Unreachable({Point.AFTER_UNAUTHORIZED}, _ALL_POSTS, _NOT_401, "only a 401 leads to one more POST"),
    Unreachable({Point.AFTER_UNAUTHORIZED}, {Post.AFTER_401}, _ALL_ENDS, "a second 401 is an end"),
    Unreachable(
        READING | {Point.AFTER_SAVED},
        {Post.FIRST, Post.AFTER_UNSENT},
        {End.UNAUTHORIZED},
        "a first 401 leads to one more POST at once",
    ),
    Unreachable(READING, _ALL_POSTS, {End.EXECUTED}, "nothing is read once it has succeeded"),
    Unreachable({Point.AFTER_VERDICT}, _ALL_POSTS, _BACK, "a dialog is at work on it: it does not move"),
    Unreachable({Point.AFTER_INTERRUPTED}, _ALL_POSTS, _ALL_ENDS, "at a start only: test_killed_twice"),
)

_WIRE_ENDS: Final = {
    Moment.HALF_REQUEST: (End.NOT,),
    Moment.WHOLE_REQUEST: (End.EXECUTED, End.NOT, End.LATER),
    Moment.NO_ANSWER: (End.EXECUTED, End.ANSWERED_LATER),
    Moment.HALF_ANSWER: (End.EXECUTED, End.REFUSED, End.ANSWERED_LATER),
}


def point_cases() -> Iterator[Case]:
    """Every failpoint × end × POST × kind that can happen."""
    for point, end, post, kind in product(Point, End, Post, KINDS):
        case = Case(point, kind, post, end)
        if point in BEFORE_BYTES and end is not End.NOT:
            continue
        if not any(row.holds(case) for row in UNREACHABLE):
            yield case


def wire_cases() -> Iterator[Case]:
    """Every moment on the wire × what upstream does × POST × kind."""
    for moment, ends in _WIRE_ENDS.items():
        for end, post, kind in product(ends, Post, KINDS):
            yield Case(moment, kind, post, end)


def unreachable_cases() -> Iterator[Case]:
    """One case for each combination that the table rules out; the kind makes no difference."""
    for point, end, post in product(Point, End, Post):
        case = Case(point, "card", post, end)
        if any(row.holds(case) for row in UNREACHABLE):
            yield case


def second_points(case: Case) -> frozenset[Point]:
    """The points that the next start can die at, in its recovery or in its first rounds of reading."""
    at_start: set[Point] = set()
    if isinstance(case.at, Moment) or case.at in _LEFT_SENDING:
        at_start = {Point.AFTER_INTERRUPTED} | SPOOLING
    elif case.at in {Point.AFTER_SPOOLED, Point.AFTER_REPLAYED}:
        at_start = {Point.AFTER_REPLAYED}
    settled = case.end is End.EXECUTED and case.at in {Point.AFTER_SPOOLED, Point.AFTER_REPLAYED}
    return frozenset(at_start) | (frozenset() if settled else READING)


def twice_cases() -> list[tuple[Case, Point]]:
    """Each place of a first kill with each of a second; kinds, POSTs and ends take turns."""
    open_after = [
        case
        for case in (*point_cases(), *wire_cases())
        if isinstance(case.at, Moment) or case.at in _LEFT_OPEN
    ]
    alike: dict[tuple[Point | Moment, Point], list[Case]] = {}
    for case in open_after:
        for second in sorted(second_points(case)):
            alike.setdefault((case.at, second), []).append(case)
    turns = enumerate(alike.items())
    return [(cases[7 * turn % len(cases)], second) for turn, ((_, second), cases) in turns]


def a_slice(cases: list[Case]) -> list[Case]:
    """Each point or moment with each of its ends once; kinds and POSTs take turns."""
    chosen: dict[tuple[str, str], Case] = {}
    for case in cases:
        place = len(chosen)
        wanted = (KINDS[place % len(KINDS)], list(Post)[place // 2 % len(Post)])
        alike = [one for one in cases if (one.at, one.end) == (case.at, case.end)]
        exact = [one for one in alike if (one.kind, one.post) == wanted]
        same_kind = [one for one in alike if one.kind == wanted[0]]
        chosen.setdefault((case.at, case.end), (exact or same_kind or alike)[0])
    return list(chosen.values())
