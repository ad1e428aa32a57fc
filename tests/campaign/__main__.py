"""`make campaign`: every part of the reliability campaign, two at a time, and one table of what it showed.

`python -m tests.campaign [PART …]` runs the named parts only. Figures are kept in `build/campaign.jsonl`.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
REPORT: Final = ROOT / "build" / "campaign.jsonl"
REFUNDS: Final = 100_000
"""Refunds of each of the two simulators."""

_PYTEST: Final = ("-m", "pytest", "-q", "-x", "-p", "no:cacheprovider")


@dataclass(frozen=True, slots=True)
class Part:
    """One process of the campaign: what Python is to run."""

    name: str
    arguments: tuple[str, ...]


def parts() -> tuple[Part, ...]:
    """The longest first, so that two workers end at about the same time."""
    here = Path(__file__).parent
    window = tuple((here / "gui_tests.txt").read_text(encoding="utf-8").split())
    simulator = ("-m", "tests.campaign.simulator", "--workers", "1", "--refunds", str(REFUNDS))
    return (
        Part("simulator-1", (*simulator, "--seed", "1")),
        Part("simulator-2", (*simulator, "--seed", "1000001")),
        Part("state_machine", (*_PYTEST, str(here / "state_machine"))),
        Part("mutation", ("-m", "tests.campaign.mutation")),
        Part("disk", (*_PYTEST, str(here / "disk"))),
        Part("sync", (*_PYTEST, str(here / "sync"))),
        Part("kill", (*_PYTEST, str(here / "kill"))),
        Part("model", (*_PYTEST, str(here / "model"))),
        Part("network", (*_PYTEST, str(here / "network"))),
        Part("window", (*_PYTEST, *window)),
    )


def main(names: Sequence[str]) -> int:
    """The number of parts that failed."""
    chosen = [part for part in parts() if not names or part.name in names]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.unlink(missing_ok=True)
    began = time.monotonic()
    with ThreadPoolExecutor(2) as workers:
        failed = [
            part.name for part, is_fine in zip(chosen, workers.map(_run, chosen), strict=True) if not is_fine
        ]
    print(table(REPORT))
    print(f"{len(chosen)} parts in {(time.monotonic() - began) / 60:.0f} minutes; failed: {failed or 'none'}")
    return len(failed)


def _run(part: Part) -> bool:
    began = time.monotonic()
    environment = os.environ | {
        "CAMPAIGN": "full",
        "CAMPAIGN_REPORT": str(REPORT),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, *part.arguments]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    is_fine = ended.returncode == 0
    seconds = time.monotonic() - began
    if part.name == "window" and is_fine:
        _record_window(ended.stdout, round(seconds))
    print(f"{'ok    ' if is_fine else 'FAILED'} {part.name}, {seconds:.0f} s", flush=True)
    if not is_fine:
        print(ended.stdout[-8_000:], ended.stderr[-4_000:], flush=True)
    return is_fine


def _record_window(printed: str, seconds: int) -> None:
    """pytest's last line counts the tests of the window: each asserts that there was no second send."""
    counted = next((int(word) for word in printed.rsplit("\n", 2)[-2].split() if word.isdigit()), 0)
    line = {"row": "window: 0 second sends", "cases": counted, "seconds": seconds}
    with REPORT.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


def table(report: Path) -> str:
    """The rows as Markdown."""
    lines = report.read_text(encoding="utf-8").splitlines() if report.exists() else []
    rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
    head = ("| what | cases | figures |", "|---|---:|---|")
    return "\n".join((*head, *(_line(row) for row in sorted(rows, key=lambda row: str(row["row"])))))


def _line(row: dict[str, Any]) -> str:
    figures = ", ".join(f"{name} {value}" for name, value in row.items() if name not in {"row", "cases"})
    return f"| {row['row']} | {row['cases']:,} | {figures} |"


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 100))
