"""A process that is killed at any named point or with bytes on the way leaves no refund doubled or lost."""

import os
from collections.abc import Iterator

import pytest

from refund_gui.failpoints import Point
from tests.campaign.kill.cases import (
    KINDS,
    Case,
    a_slice,
    point_cases,
    unreachable_cases,
    wire_cases,
)
from tests.campaign.kill.conftest import Kill
from tests.campaign.kill.expected import after_start
from tests.campaign.kill.killing import ended_by_itself, state, was_killed
from tests.campaign.report import record

FULL = os.environ.get("CAMPAIGN") == "full"
POINTS, WIRE, UNREACHABLE = list(point_cases()), list(wire_cases()), list(unreachable_cases())


def chosen(cases: list[Case]) -> list[Case]:
    """All with CAMPAIGN=full, else a slice."""
    return cases if FULL else a_slice(cases)


@pytest.fixture(scope="module")
def passed() -> Iterator[list[Case]]:
    """What has passed; told to the report."""
    passed: list[Case] = []
    yield passed
    at_points = [case for case in passed if isinstance(case.at, Point)]
    places = len({case.at for case in at_points})
    record("kill", len(at_points), possible=len(POINTS), points=places)
    record("kill: bytes on the way", len(passed) - len(at_points), possible=len(WIRE))


def check(kill: Kill, case: Case) -> None:
    killing = kill(case)
    assert was_killed(killing.run()), "the point was never reached"
    with killing.started() as shop:
        assert state(shop) is after_start(case)
        killing.settle(shop)
        killing.check(shop)


@pytest.mark.parametrize("case", chosen(POINTS), ids=str)
def test_killed(kill: Kill, passed: list[Case], case: Case) -> None:
    check(kill, case)
    passed.append(case)


@pytest.mark.parametrize("case", chosen(WIRE), ids=str)
def test_killed_on_the_way(kill: Kill, passed: list[Case], case: Case) -> None:
    check(kill, case)
    passed.append(case)


@pytest.mark.parametrize("case", chosen(UNREACHABLE)[:: 1 if FULL else 4], ids=str)
def test_what_the_table_calls_unreachable_is_never_reached(kill: Kill, case: Case) -> None:
    assert ended_by_itself(kill(case).run())


@pytest.mark.parametrize("cases", [POINTS, a_slice(POINTS)], ids=["all", "slice"])
def test_no_point_and_no_kind_is_left_out(cases: list[Case]) -> None:
    assert {case.at for case in cases} == set(Point) - {Point.AFTER_INTERRUPTED}
    assert {case.kind for case in cases} == set(KINDS)


def test_there_are_as_many_cases_as_promised() -> None:
    assert len(POINTS) >= 150
    assert len({str(case) for case in POINTS + WIRE}) == len(POINTS) + len(WIRE)
