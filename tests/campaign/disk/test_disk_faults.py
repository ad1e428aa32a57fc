"""The n-th write fails, for every n: nothing is refunded twice, nothing is lost, the file stays sound."""

import errno
import time
from collections.abc import Iterator

import pytest

from tests.campaign.disk.cases import Case, End, Fault, Scenario
from tests.campaign.disk.counters import Counters
from tests.campaign.disk.disk_faults import DiskFaults, Result, Trial, pairs
from tests.campaign.disk.upstream import Upstream
from tests.campaign.report import record

SLICE_STEP = 61


@pytest.fixture(scope="module")
def faults(counters: Counters) -> DiskFaults:
    return DiskFaults(counters)


@pytest.fixture(scope="module")
def results() -> Iterator[list[Result]]:
    results: list[Result] = []
    began = time.monotonic()
    yield results
    found = sum(len(result.violations) for result in results)
    seconds = round(time.monotonic() - began, 1)
    record("the n-th write fails", sum(result.cases for result in results), violations=found, seconds=seconds)


def chosen(scenario: Scenario, is_full: bool) -> Iterator[tuple[Fault, End, int, int]]:
    """Kind, end, step and first n; in the slice a third of the pairs, and another n for each.

    The whole campaign takes every n for one failing call of either kind, and every seventh n for longer ills
    and other ends: they begin with the same call.
    """
    for number, (kind, end) in enumerate(pairs()):
        if is_full:
            is_plain = kind.times == 1 and end is End.GOES_ON
            yield kind, end, *((1, 1) if is_plain else (7, 1 + number % 7))
        elif (number + list(Scenario).index(scenario)) % 3 == 0:
            yield kind, end, SLICE_STEP, 1 + 13 * number % SLICE_STEP


@pytest.mark.parametrize("scenario", Scenario)
def test_every_write_may_fail(
    scenario: Scenario, faults: DiskFaults, is_full: bool, results: list[Result]
) -> None:
    highest = 0
    for kind, end, step, first in chosen(scenario, is_full):
        result = faults.every_n(scenario, kind, end, step, first)
        results.append(result)
        assert not result.violations, "\n".join(result.violations[:10])
        highest = max(highest, result.writes)
    assert highest >= 20, "the library does not see what the counter writes"


def test_a_run_without_a_fault_sends_once(faults: DiskFaults) -> None:
    beyond = Fault(1_000_000, errno.EIO, 1)
    for scenario in Scenario:
        assert faults.run(Trial(scenario, beyond, End.GOES_ON)) == (0, [])


def test_a_failing_write_is_noticed_by_the_counter(counters: Counters) -> None:
    """Else this campaign would prove nothing."""
    fault = Fault(1, errno.ENOSPC, 1_000_000)
    case = Case(Scenario.ANSWERED, str(counters.root / "noticed"), counters.url, fault=fault, end=End.DIES)
    told = counters.run(case, Upstream(Scenario.ANSWERED))
    assert told.failed == len(told.raised) > 1
