"""Counters' processes and the upstream in this one that they talk to."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from refund_gui.practice.server import PracticeServer, serve
from tests.campaign.disk.cases import Case, Told
from tests.campaign.disk.preload import ROOT_VARIABLE, build
from tests.campaign.disk.upstream import Upstream

ROOT = Path(__file__).resolve().parents[3]


class Counters:
    """Runs cases one after the other; `root` is where data directories may lie."""

    def __init__(self, process: "subprocess.Popen[str]", server: PracticeServer, root: Path) -> None:
        self._process = process
        self._server = server
        self.root = root
        self.url = server.url

    def run(self, case: Case, upstream: Upstream) -> Told:
        """Do the case against this upstream."""
        self._server.app = upstream
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(case.to_json() + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the counters' process has ended")
        return Told.from_json(line)


@contextmanager
def start_counters(directory: Path) -> Iterator[Counters]:
    """A process that waits for cases, and the socket at which it finds upstream."""
    directory = directory.resolve()
    root = directory / "disk"
    root.mkdir()
    environment = os.environ | {"LD_PRELOAD": str(build(directory)), ROOT_VARIABLE: str(root)}
    with (
        serve(lambda environ, start: []) as server,
        subprocess.Popen(
            [sys.executable, "-m", "tests.campaign.disk.counter_process"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process,
    ):
        try:
            yield Counters(process, server, root)
        finally:
            process.kill()
