"""One process for all cases of a session, and whether all of them are wanted."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.campaign.disk.counters import Counters, start_counters


@pytest.fixture(scope="session")
def is_full() -> bool:
    """CAMPAIGN=full: every case; otherwise a slice for every day."""
    return os.environ.get("CAMPAIGN") == "full"


@pytest.fixture(scope="session")
def campaign_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("campaign").resolve()


@pytest.fixture(scope="session")
def counters(campaign_dir: Path) -> Iterator[Counters]:
    with start_counters(campaign_dir) as counters:
        yield counters
