"""Each measurement runs on a shop of a few hundred orders. What it measures there says nothing."""

import re
import sys
from pathlib import Path
from subprocess import run

import pytest

from tests.bench.million import ROOT

QUICK = {
    "search": ["--rounds", "1", "--queries", "1"],
    "jump": ["--rounds", "1"],
    "ingest": ["--rounds", "1"],
    "ui_block": ["--records", "600"],
    "growth": ["--rounds", "5"],
}


@pytest.mark.parametrize("name", QUICK)
def test_measures_a_small_shop(name: str, tmp_path: Path) -> None:
    arguments = ["--count", "600", "--directory", str(tmp_path), *QUICK[name]]
    command = [sys.executable, "-m", f"tests.bench.{name}", *arguments]
    ended = run(command, cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    assert "goal: at" in ended.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_an_export_grows_little() -> None:
    """A tenth of the goal's rows: what grows with each of them would be seen."""
    command = [sys.executable, "-m", "tests.bench.export", "--count", "10000", "--no-window"]
    ended = run(command, cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    growth = re.search(r"([0-9.]+) MiB more at most", ended.stdout)
    assert growth is not None, ended.stdout
    assert float(growth[1]) < 20
