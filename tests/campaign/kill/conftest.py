"""What the cases share: one zygote and one socket, and a count of the cases for the report."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from refund_gui.clock import SystemClock
from refund_gui.practice.server import serve
from refund_gui.store import open_store
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


@pytest.fixture(scope="session")
def new_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("new") / "data"
    open_store(path, SystemClock()).close()
    return path


@pytest.fixture
def kill(zygote: Zygote, upstream: Upstream, url: str, new_store: Path, tmp_path: Path) -> Kill:
    """Prepares a case."""
    return lambda case: Killing(case, zygote, upstream, url, tmp_path, new_store)
