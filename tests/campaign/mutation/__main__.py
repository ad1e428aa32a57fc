"""Break each guard of `guards.py` by itself in a copy of the program, and see its tests go red.

`python -m tests.campaign.mutation [NAME …]`: all guards, or those whose names are given.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.campaign.mutation.guards import GUARDS, Guard
from tests.campaign.report import record

ROOT: Final = Path(__file__).resolve().parents[3]
_COPIED: Final = ("refund_gui", "tests", "resources", "main.py", "pyproject.toml", "docs")
_PATIENCE: Final = 600
"""Seconds for the tests of one guard."""

_RED: Final = 1
"""pytest's exit code when tests have failed; anything else proves nothing."""


def main(names: list[str]) -> int:
    """The number of guards that nobody misses."""
    chosen = [guard for guard in GUARDS if not names or guard.name in names]
    survivors, began = [], time.monotonic()
    with TemporaryDirectory() as place:
        copy = Path(place)
        for name in _COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, copy / name)
        for guard in chosen:
            is_missed = _is_missed(copy, guard)
            print(f"{'killed  ' if is_missed else 'SURVIVED'} {guard.name}", flush=True)
            if not is_missed:
                survivors.append(guard.name)
    seconds = round(time.monotonic() - began)
    print(f"{len(chosen) - len(survivors)} of {len(chosen)} guards are held by a test, {seconds} s")
    record("guards broken", len(chosen), survived=len(survivors), seconds=seconds)
    return len(survivors)


def _is_missed(copy: Path, guard: Guard) -> bool:
    """Whether a test fails without the guard."""
    path = copy / "refund_gui" / guard.file
    whole = path.read_text(encoding="utf-8")
    path.write_text(guard.broken(whole), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *guard.tests]
    try:
        ended = subprocess.run(
            command, cwd=copy, env=_plain(), capture_output=True, text=True, timeout=_PATIENCE
        )
    except subprocess.TimeoutExpired:
        print("its tests do not end without it", flush=True)
        return False
    finally:
        path.write_text(whole, encoding="utf-8")
    if ended.returncode not in {0, _RED}:
        print(ended.stdout[-2_000:], ended.stderr[-2_000:])
    return ended.returncode == _RED


def _plain() -> dict[str, str]:
    """Tests without a guard run their slice, and report nothing."""
    return {name: value for name, value in os.environ.items() if not name.startswith("CAMPAIGN")}


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 100))
