"""A process that is killed while it recovers from a kill: the third start finds the same truth."""

import os
from collections.abc import Iterator

import pytest

from refund_gui.domain.refund import RefundState
from refund_gui.failpoints import Point
from tests.campaign.kill.cases import READING, SPOOLING, Case, twice_cases
from tests.campaign.kill.conftest import Kill
from tests.campaign.kill.expected import after_quiet, after_start
from tests.campaign.kill.killing import state, was_killed
from tests.campaign.kill.payments import IMP_UID
from tests.campaign.report import record

TWICE = twice_cases()
CHOSEN = TWICE if os.environ.get("CAMPAIGN") == "full" else TWICE[::5]


@pytest.fixture(scope="module")
def passed() -> Iterator[list[str]]:
    """What has passed; told to the report."""
    passed: list[str] = []
    yield passed
    record("kill: again while it recovers", len(passed), possible=len(TWICE))


@pytest.mark.parametrize(("case", "second"), CHOSEN, ids=str)
def test_killed_twice(kill: Kill, passed: list[str], case: Case, second: Point) -> None:
    killing = kill(case)
    assert was_killed(killing.run()), "the first point was never reached"
    killing.upstream.wait_for_cancels(case.posts)
    assert was_killed(killing.run_again(second)), "the second point was never reached"
    with killing.started() as shop:
        found = after_start(case)
        if second is Point.AFTER_VERDICT:
            found = RefundState.SUCCEEDED if killing.app.history(IMP_UID) else after_quiet(case)
        assert state(shop) is found
        killing.settle(shop)
        killing.check(shop)
    passed.append(str(case))


def test_each_point_of_a_recovery_is_there() -> None:
    assert len(TWICE) >= 30
    for pairs in (TWICE, TWICE[::5]):
        assert {second for _, second in pairs} == READING | SPOOLING | {Point.AFTER_INTERRUPTED}
