"""A screen, a stand-in and the program on both; all of them are ended when the test is."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.display import Screen
from tests.e2e.processes import Program, StandIn


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    folder = tmp_path / "screen"
    folder.mkdir()
    screen = Screen(folder)
    yield screen
    screen.close()


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    stand_in = StandIn()
    yield stand_in
    stand_in.close()


@pytest.fixture
def start(tmp_path: Path, screen: Screen, stand_in: StandIn) -> Iterator[Callable[[], Program]]:
    """Starts the program, each time on the same data directory."""
    with ExitStack() as started:

        def start() -> Program:
            program = Program(screen, tmp_path / "data", stand_in)
            started.callback(program.kill)
            return program

        yield start
