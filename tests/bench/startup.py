"""Start-up: from process start to the first rows painted, against a bare PySide6 window in the same run.

All are started in turns, so that whatever else the machine does hits all alike; the medians are compared.
The program is started as for the second time: compiled, with orders in its store and keys in its keyring.
"""

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from subprocess import CompletedProcess

from tests.bench import practice_keyring
from tests.bench.machine import machine

ROOT = Path(__file__).resolve().parents[2]

GOAL = 1.6
"""Times the bare window's."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure start-up.")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--count", type=int, default=0, help="orders of a shop that is measured too")
    options = parser.parse_args()
    for sources in ("refund_gui", "tests/bench"):
        compileall.compile_dir(ROOT / sources, quiet=1)  # also where Python writes no bytecode by itself
    with tempfile.TemporaryDirectory(prefix="refund-bench-") as made:
        first_paint = "tests.bench.first_paint"
        starts = {
            "bare PySide6 window": ["tests.bench.bare_window"],
            "practice mode": [first_paint, "--practice", "--data-dir", made],
            "a shop, keys in a keyring": [first_paint, "--data-dir", str(Path(made) / "practice")],
        }
        first_start = seconds_to_rows([first_paint, "--practice", "--data-dir", made])
        if options.count:
            from tests.bench.million import copied_shop  # whose own measurements import this module

            many = copied_shop(options.count, Path(made) / "many")
            starts[f"a shop of {options.count:,} orders"] = [first_paint, "--data-dir", str(many)]
        for command in starts.values():  # fills the disk cache
            seconds_to_rows(command)
        times = [[seconds_to_rows(command) for command in starts.values()] for _ in range(options.rounds)]
    medians = [statistics.median(column) for column in zip(*times, strict=True)]
    print(
        f"Process start to first rows painted, median of {options.rounds} rounds in turns"
        f" ({platform_name()}, {machine()}; goal {GOAL} x bare):"
    )
    for name, seconds in zip(starts, medians, strict=True):
        print(f"  {name:40} {seconds:6.3f} s  {seconds / medians[0]:.2f} x bare")
    print(f"  {'practice mode, very first time':40} {first_start:6.3f} s, with loading its orders")


def seconds_to_rows(command: list[str]) -> float:
    began = time.monotonic()
    keys = {"PYTHON_KEYRING_BACKEND": practice_keyring.NAME}
    return printed(started(command, keys), "painted") - began


def started(
    command: list[str], environment: dict[str, str] | None = None, timeout: float = 60
) -> CompletedProcess[str]:
    """The process `python -m COMMAND` after its end; a failure ends this one. `timeout` in seconds."""
    run = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": platform_name()} | (environment or {}),
        capture_output=True,
        text=True,
        timeout=timeout,
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
