"""Start-up: from process start to the first paint, against a bare PySide6 window in the same run.

Both are started in turns, so that whatever else the machine does hits both alike; the medians are compared.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from subprocess import CompletedProcess

from tests.bench.machine import machine

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure start-up.")
    parser.add_argument("--rounds", type=int, default=15)
    rounds: int = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="refund-bench-") as data_dir:
        bare = ["tests.bench.bare_window"]
        practice = ["tests.bench.first_paint", "--practice", "--data-dir", data_dir]
        # The first start of each fills the disk cache and makes the practice store.
        seconds_to_paint(bare)
        first_start = seconds_to_paint(practice)
        times = [(seconds_to_paint(bare), seconds_to_paint(practice)) for _ in range(rounds)]
    bare_time, practice_time = (statistics.median(column) for column in zip(*times, strict=True))
    print(
        f"Process start to first paint, median of {rounds} rounds in turns ({platform_name()}, {machine()}):"
    )
    print(f"  bare PySide6 window            {bare_time:6.3f} s")
    print(f"  practice mode                  {practice_time:6.3f} s  {practice_time / bare_time:.2f} x bare")
    print(f"  practice mode, very first time {first_start:6.3f} s")


def seconds_to_paint(command: list[str]) -> float:
    began = time.monotonic()
    return printed(started(command), "painted") - began


def started(command: list[str], environment: dict[str, str] | None = None) -> CompletedProcess[str]:
    """The process `python -m COMMAND` after its end; a failure ends this one."""
    run = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": platform_name()} | (environment or {}),
        capture_output=True,
        text=True,
        timeout=60,
    )
    if run.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {run.returncode}:\n{run.stderr}")
    return run


def printed(run: CompletedProcess[str], name: str, default: float | None = None) -> float:
    """The number that the process printed behind this name, once."""
    found = [float(line.split()[1]) for line in run.stdout.splitlines() if line.startswith(f"{name} ")]
    if not found and default is not None:
        return default
    if len(found) != 1:
        sys.exit(f"{run.args} printed {name} {len(found)} times:\n{run.stderr}")
    return found[0]


def platform_name() -> str:
    return os.environ.get("QT_QPA_PLATFORM", "offscreen")


if __name__ == "__main__":
    main()
