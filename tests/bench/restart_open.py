"""Restart with 10,000 open refunds, against the same program with the same 10,000 payments and none open.

Both are started in turns, as the real program, with a stand-in that answers in another process. Every open
refund is Checking since an hour ago, so that all of them are due to be read at once.
"""

import argparse
import shutil
import statistics
import subprocess
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tests.bench import practice_keyring
from tests.bench.counter import counter
from tests.bench.machine import machine
from tests.bench.open_refunds import make_shop, with_open_refunds
from tests.bench.startup import printed, started
from tests.bench.upstream import upstream

WATCHED = 10.0
"""Seconds for which the window is watched."""


class Paint(NamedTuple):
    """Seconds from process start to the first paint, and of the processor until then."""

    wall: float
    cpu: float


class Watched(NamedTuple):
    """One start, watched: seconds until the banner (0: none came), and the longest block of the UI thread."""

    banner: float
    block: float


class Round(NamedTuple):
    """Seconds of what is done without the window: at start, the first round of reading, and the next one."""

    recover: float
    first: float
    second: float


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure a restart with open refunds.")
    parser.add_argument("--open", type=int, default=10_000, help="payments, and refunds that are open")
    parser.add_argument("--rounds", type=int, default=15, help="starts of each until the first paint")
    parser.add_argument("--watched", type=int, default=3, help="starts of each that are watched for 10 s")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="refund-bench-") as directory, upstream(options.open) as origin:
        none, many = Path(directory) / "none", Path(directory) / "many"
        make_shop(none, origin)
        with_open_refunds(none, many, options.open)
        shops = (none, many)
        for shop in shops:  # the first start of each fills the disk cache
            paint(shop, origin)
        paints = [[paint(shop, origin) for shop in shops] for _ in range(options.rounds)]
        watched = [[watch(shop, origin) for shop in shops] for _ in range(options.watched)]
        rounds = [[first_round(shop, origin) for shop in shops] for _ in range(options.watched)]
    print(f"Restart with {options.open:,} payments, medians of starts in turns ({machine()}):")
    print(f"  {'':44} none open  {options.open:,} open")
    walls, cpus = [[p.wall for p in row] for row in paints], [[p.cpu for p in row] for row in paints]
    line(f"process start to first paint ({options.rounds})", walls, "s", with_ratio=True)
    line(f"the processor's time until then ({options.rounds})", cpus, "s", with_ratio=True)
    line(
        f"process start to the banner ({options.watched})", [[w.banner for w in row] for row in watched], "s"
    )
    blocks = [[w.block * 1000 for w in row] for row in watched]
    line(f"longest block of the window in {WATCHED:.0f} s ({options.watched})", blocks, "ms")
    line("recover, before the window", [[r.recover * 1000 for r in row] for row in rounds], "ms")
    line("first round of reading, beside the window", [[r.first * 1000 for r in row] for row in rounds], "ms")
    line("the round after it", [[r.second * 1000 for r in row] for row in rounds], "ms")


def line(name: str, pairs: list[list[float]], unit: str, with_ratio: bool = False) -> None:
    none, many = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = f"  {many / none:.2f} x" if with_ratio else ""
    without = f"{none:9.3f}" if none else f"{'–':>9}"
    print(f"  {name:44} {without}  {many:11.3f} {unit}{ratio}")


def start(module: str, *arguments: str, shop: Path, origin: str) -> subprocess.CompletedProcess[str]:
    command = [module, *arguments, "--data-dir", str(shop), "--api-url", origin]
    return started(command, {"PYTHON_KEYRING_BACKEND": practice_keyring.NAME})


def paint(shop: Path, origin: str) -> Paint:
    began = time.monotonic()
    run = start("tests.bench.first_paint", shop=shop, origin=origin)
    return Paint(printed(run, "painted") - began, printed(run, "processor"))


def watch(shop: Path, origin: str) -> Watched:
    """A copy of the shop is started: what it reads meanwhile is read anew by the next."""
    copy = copied(shop)
    began = time.monotonic()
    run = start("tests.bench.watched_start", str(WATCHED), shop=copy, origin=origin)
    return Watched(max(0.0, printed(run, "banner", default=0.0) - began), printed(run, "blocked"))


def first_round(shop: Path, origin: str) -> Round:
    moments = []
    with counter(copied(shop), origin) as terminal:
        for step in (lambda: None, terminal.reconciler.recover, terminal.rounds.run, terminal.rounds.run):
            step()
            moments.append(time.monotonic())
    recover, first, second = (after - before for before, after in pairwise(moments))
    return Round(recover, first, second)


def copied(shop: Path) -> Path:
    copy = shop.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(shop, copy)
    return copy


if __name__ == "__main__":
    main()
