"""What the cases share: one zygote and one socket, and a count of the cases for the report."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from refund_gui.practice.server import serve
from tests.campaign.kill.cases import Case
from tests.campaign.kill.killing import Killing, Zygote
from tests.campaign.kill.upstream import Upstream

Kill = Callable[[Case], Killing]


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    zygote = Zygote()
    yield zygote
    zygote.close()


@pytest.fixture(scope="session")
def upstream() -> Upstream:
    return Upstream()


@pytest.fixture(scope="session")
def url(upstream: Upstream) -> Iterator[str]:
    with serve(upstream) as server:
        yield server.url


@pytest.fixture
def kill(zygote: Zygote, upstream: Upstream, url: str, tmp_path: Path) -> Kill:
    """Prepares a case."""
    return lambda case: Killing(case, zygote, upstream, url, tmp_path)
