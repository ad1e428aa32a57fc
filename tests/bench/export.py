"""An export of the history: how long it takes, and how far memory grows. Linux only, in a process of its own.

`python -m tests.bench.export --count 100000` for a larger history; `--kind csv`.
"""

import argparse
import gc
import tempfile
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Final, NamedTuple

from refund_gui.clock import SystemClock
from refund_gui.domain.refund_listing import HistoryFilter
from refund_gui.store import open_store
from refund_gui.terminal.exporting import Exporting, ExportKind
from tests.bench.machine import machine
from tests.bench.stopwatch import p99
from tests.terminal.export_words import WORDS, add_refunds

if TYPE_CHECKING:
    from tests.bench.ui_block import Heartbeat

SECONDS: Final = 5.0
"""Goal for 10,000 rows."""
MEBIBYTES: Final = 300.0
"""Goal for 100,000 rows: growth of what is resident, at most."""


BLOCK: Final = 50.0
"""Milliseconds that the window may be blocked by it."""


def most_resident() -> float:
    """Mebibytes that were resident at most since the process began."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no VmHWM")


def forget_most() -> None:
    """From now on `most_resident` counts anew."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


class Exported(NamedTuple):
    """`own` is the processor's time; `growth` in mebibytes, `size` in bytes."""

    rows: int
    seconds: float
    own: float
    growth: float
    size: int


def exported(data_dir: Path, kind: ExportKind) -> Exported:
    """An export without a window. No garbage is collected, as on a lane."""
    store = open_store(data_dir, SystemClock())
    path = data_dir / f"history.{kind}"
    gc.collect()
    gc.disable()
    forget_most()
    before, began, own = most_resident(), perf_counter(), process_time()
    count = Exporting(store).save(path, kind, HistoryFilter(), WORDS, lambda done, total: None, lambda: False)
    seconds, own, growth = perf_counter() - began, process_time() - own, most_resident() - before
    gc.enable()
    store.close()
    return Exported(count, seconds, own, growth, path.stat().st_size)


def beside_window(data_dir: Path, kind: ExportKind) -> "Heartbeat":
    """The turns of the window's event loop while it exports."""
    from PySide6.QtCore import QEventLoop, QTimer

    from refund_gui.ui.history_output import HistoryOutput
    from tests.bench.orders_window import NOBODY, child, program_window
    from tests.bench.ui_block import Heartbeat

    with program_window(data_dir, NOBODY) as (window, _):
        loop, output = QEventLoop(), child(window, HistoryOutput)
        QTimer.singleShot(1_000, loop, loop.quit)
        loop.exec()
        look = QTimer(window, interval=20)
        look.timeout.connect(lambda: loop.quit() if output.export_button.isEnabled() else None)
        output.save_as(kind.value, str(data_dir / f"beside.{kind}"))
        beat = Heartbeat()
        look.start()
        loop.exec()
        beat.stop()
    return beat


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure an export.")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--kind", type=ExportKind, default=ExportKind.XLSX)
    parser.add_argument("--no-window", dest="window", action="store_false", help="memory and time alone")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="refund-bench-") as made:
        store = open_store(Path(made), SystemClock())
        add_refunds(store, options.count)
        store.close()
        run = exported(Path(made), options.kind)
        beat = beside_window(Path(made), options.kind) if options.window else None
    print(f"Export of {run.rows:,} refunds as {options.kind} ({machine()}):")
    print(f"  {run.seconds:6.2f} s, of its own {run.own:.2f} s (goal for 10,000 as Excel: {SECONDS:.0f} s)")
    print(f"  {run.growth:6.1f} MiB more at most (goal for 100,000: {MEBIBYTES:.0f} MiB)")
    print(f"  {run.size / 2**20:6.1f} MiB in the file")
    if beat is not None:
        print(f"  {max(beat.gaps):6.1f} ms: the window's longest block meanwhile (goal: {BLOCK:.0f} ms)")
        print(f"  {max(beat.own):6.1f} ms at most of its own; the rest it waited for a processor")
        print(f"  {p99(beat.gaps):6.1f} ms p99 of {len(beat.gaps):,} turns in {sum(beat.gaps) / 1000:.1f} s")


if __name__ == "__main__":
    main()
