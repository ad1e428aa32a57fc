"""Start of the program as the .deb installs it, against the same one from the virtual environment.

`python -m tests.bench.installed_start [DEB]`: the package is unpacked, not installed. Both start in turns, in
practice mode, as for the second time; each ends at its first picture, which `first_flush.c` sees. It needs a
C compiler.
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

from tests.bench.machine import machine
from tests.bench.startup import ROOT, platform_name, printed, seconds_to_rows

GOAL = 1.1
"""Times the start from the virtual environment."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the start of the installed program.")
    parser.add_argument("deb", type=Path, nargs="?", help="default: the one in dist/")
    parser.add_argument("--rounds", type=int, default=21)
    options = parser.parse_args()
    deb = options.deb or next(ROOT.glob("dist/*.deb"), None)
    if deb is None:
        sys.exit("there is no .deb: packaging/build.sh linux")
    compileall.compile_dir(ROOT / "refund_gui", quiet=1)
    with tempfile.TemporaryDirectory(prefix="refund-bench-") as made:
        unpacked, watch = Path(made) / "installed", Path(made) / "first_flush.so"
        subprocess.run(["dpkg-deb", "-x", deb, unpacked], check=True)
        source = Path(__file__).with_name("first_flush.c")
        subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-o", watch, source], check=True)
        starts = {
            "from the virtual environment": [sys.executable, str(ROOT / "main.py")],
            "as the .deb installs it": [str(unpacked / "opt" / "refund-terminal" / "refund-terminal")],
        }
        shop = ["--practice", "--data-dir", made]
        seconds_to_rows(["tests.bench.first_paint", *shop])  # makes the shop
        for command in starts.values():  # fills the disk cache
            seconds_to_picture([*command, *shop], watch)
        times = [
            [seconds_to_picture([*command, *shop], watch) for command in starts.values()]
            for _ in range(options.rounds)
        ]
    medians = [statistics.median(column) for column in zip(*times, strict=True)]
    print(
        f"Process start to first picture, median of {options.rounds} rounds in turns"
        f" ({platform_name()}, {machine()}; goal {GOAL} x the virtual environment's):"
    )
    for name, seconds in zip(starts, medians, strict=True):
        print(f"  {name:40} {seconds:6.3f} s  {seconds / medians[0]:.2f} x")


def seconds_to_picture(command: list[str], watch: Path) -> float:
    environment = os.environ | {"QT_QPA_PLATFORM": platform_name(), "LD_PRELOAD": str(watch)}
    began = time.monotonic()
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    return printed(run, "painted") - began


if __name__ == "__main__":
    main()
