"""One process whose memory is measured: `bare`, or the program's window on a data directory, in steps.

Prints a name and mebibytes for each step: all that is resident, and of that what is this process's alone.
"""

import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

STEPS: Final = 60
"""Places of the list that are scrolled to, from its top to its end."""


def tell(step: str) -> None:
    """What the process holds now."""
    kinds = {"Rss:": 0, "Private_Clean:": 0, "Private_Dirty:": 0}
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
        name, number, *_ = line.split()
        if name in kinds:
            kinds[name] += int(number)
    resident, *private = kinds.values()
    print(f"{step} {resident / 1024:.1f}\n{step}-own {sum(private) / 1024:.1f}", flush=True)


def let_run(milliseconds: int) -> None:
    """Let the program work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


def bare() -> None:
    """The window that start-up is measured against."""
    from tests.bench.bare_window import bare_window

    app, window = QApplication(sys.argv), bare_window()
    window.show()
    let_run(1_000)
    tell("bare")
    app.quit()


def program(data_dir: Path) -> None:
    """The real window: at rest, with a refund dialog, and after scrolling everywhere."""
    from PySide6.QtWidgets import QTableView

    from refund_gui.domain.listing import OrderFilter
    from tests.bench.orders_window import NOBODY, program_window

    with program_window(data_dir, NOBODY) as (window, orders):
        let_run(3_000)
        tell("start")
        window.show_refund(orders.page(OrderFilter(), None, 1)[0].imp_uid)
        let_run(1_500)
        tell("dialog")
        view = window.findChild(QTableView, "ordersView")
        assert view is not None
        bar = view.verticalScrollBar()
        for step in range(STEPS):
            bar.setValue(bar.maximum() * step // (STEPS - 1))
            let_run(40)
        tell("scrolled")


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else program(Path(sys.argv[1]))
