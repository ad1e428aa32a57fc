"""Simulate shops: `python -m tests.campaign.simulator --refunds 200000 --workers 2 --seed 1`.

A shop that fails prints its seed and its log of steps; `--seed N --shops 1` lives it again.
"""

import argparse
import sys
import time
from contextlib import closing

from tests.campaign.report import record
from tests.campaign.simulator.figures import SHOWN, Figures
from tests.campaign.simulator.run import Life, live_many

LOG_LINES = 60


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.campaign.simulator")
    parser.add_argument("--refunds", type=int, default=200_000, help="stop when so many were confirmed")
    parser.add_argument("--shops", type=int, help="so many shops instead")
    parser.add_argument("--demands", type=int, default=150, help="customers of one shop")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1, help="of the first shop; the next has the next number")
    parser.add_argument("--log", action="store_true", help="print all steps of a failed shop, not the last")
    given = parser.parse_args()
    began = time.monotonic()
    total, shops, failed = Figures(), 0, 0
    with closing(live_many(given.seed, given.demands, given.workers)) as lives:
        for life in lives:
            total.add(life.figures)
            shops += 1
            if life.figures.violations:
                failed += 1
                _show(life, None if given.log else LOG_LINES)
            if shops == given.shops or (given.shops is None and total.counts["refunds"] >= given.refunds):
                break
    minutes = (time.monotonic() - began) / 60
    print("\n".join(total.lines()))
    seeds = f"seeds {given.seed} to {given.seed + shops - 1}"
    print(f"{shops:>9,}  shops, {seeds}; {failed} failed; {minutes:.1f} minutes")
    record(
        "shop simulator",
        total.counts["refunds"],
        shops=shops,
        first_seed=given.seed,
        failed=failed,
        minutes=round(minutes, 1),
        **{name: total.counts[name] for name, _ in SHOWN if name != "refunds"},
        faults=dict(total.faults),
    )
    return 1 if failed else 0


def _show(life: Life, lines: int | None) -> None:
    """A failed shop."""
    print(f"--- the shop of seed {life.seed} failed; its last steps:")
    print("\n".join(life.log[-lines:] if lines else life.log))
    print("\n".join(f"!!! {violation}" for violation in life.figures.violations), flush=True)


if __name__ == "__main__":
    sys.exit(main())
