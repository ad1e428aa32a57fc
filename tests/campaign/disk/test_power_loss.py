"""The power goes after every single write: the store opens, and what was sent or shown is in it."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.campaign.disk.cases import Scenario
from tests.campaign.disk.counters import Counters
from tests.campaign.disk.journal import DiskImage
from tests.campaign.disk.power_loss import PowerLoss, Result
from tests.campaign.report import record

SLICE_STEP = 31


@pytest.fixture(scope="module")
def power(counters: Counters, campaign_dir: Path) -> PowerLoss:
    return PowerLoss(counters, campaign_dir)


@pytest.fixture(scope="module")
def results() -> Iterator[list[Result]]:
    results: list[Result] = []
    began = time.monotonic()
    yield results
    record(
        "power loss",
        sum(result.cases for result in results),
        violations=sum(len(result.violations) for result in results),
        seconds=round(time.monotonic() - began, 1),
        prefixes=sum(result.prefixes for result in results),
    )


@pytest.mark.parametrize("scenario", Scenario)
def test_the_power_may_go_at_every_write(
    scenario: Scenario, power: PowerLoss, is_full: bool, results: list[Result]
) -> None:
    result = power.cut_everywhere(power.record(scenario), 1 if is_full else SLICE_STEP)
    results.append(result)
    assert not result.violations, "\n".join(result.violations[:10])
    assert result.prefixes


@pytest.mark.parametrize("scenario", Scenario)
def test_the_journal_holds_every_write(scenario: Scenario, power: PowerLoss) -> None:
    """Followed to its end it gives the directory, byte for byte."""
    recorded = power.record(scenario)
    image = DiskImage()
    for op in recorded.ops:
        image.apply(op)
    assert image.written() == recorded.left
    assert recorded.arrivals or scenario is Scenario.RECOVERED
