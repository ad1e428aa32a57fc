"""Memory: the program's window against a bare PySide6 window, in processes of their own. Linux only.

`python -m tests.bench.memory` measures on a shop of a million orders; `--data-dir DIR` on any other.
"""

import argparse
import tempfile
from pathlib import Path
from typing import Final

from tests.bench.machine import machine
from tests.bench.million import add_options, copied_shop
from tests.bench.startup import printed, started

GOAL: Final = 1.3
"""Times what is resident of the bare window."""

STEPS: Final = {"start": "at rest", "dialog": "a refund dialog opened", "scrolled": "scrolled everywhere"}


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure memory.")
    add_options(parser)
    parser.add_argument("--data-dir", type=Path, help="of another shop; it is written in")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="refund-bench-") as made:
        data_dir = options.data_dir or copied_shop(options.count, Path(made) / "shop", options.directory)
        bare = started(["tests.bench.resident", "bare"])
        run = started(["tests.bench.resident", str(data_dir)])
    resident, own = printed(bare, "bare"), printed(bare, "bare-own")
    print(f"Resident memory, and what is the process's own ({machine()}; goal {GOAL} x bare):")
    print(f"  {'bare PySide6 window':26} {resident:6.1f} MiB            {own:6.1f} MiB")
    for step, name in STEPS.items():
        all_, its = printed(run, step), printed(run, f"{step}-own")
        print(f"  {name:26} {all_:6.1f} MiB {all_ / resident:5.2f} x  {its:6.1f} MiB {its / own:5.2f} x")


if __name__ == "__main__":
    main()
