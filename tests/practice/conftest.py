"""A stand-in on a real loopback socket, its clock and its waits in the test's hands."""

from collections.abc import Iterator
from random import Random

import pytest

from refund_gui.practice.app import PracticeApp
from refund_gui.practice.server import PracticeServer, serve
from tests.practice.client import Client
from tests.practice.shop_kit import NOW, Clock


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def waits() -> list[float]:
    """The seconds that slow faults wanted to wait; nothing really waits."""
    return []


@pytest.fixture
def app(clock: Clock, waits: list[float]) -> PracticeApp:
    return PracticeApp(clock=clock, random=Random(7), wait=waits.append)


@pytest.fixture
def server(app: PracticeApp) -> Iterator[PracticeServer]:
    with serve(app) as server:
        yield server


@pytest.fixture
def client(server: PracticeServer) -> Client:
    client = Client(server.url)
    client.log_in()
    return client
