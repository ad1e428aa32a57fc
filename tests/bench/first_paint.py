"""Runs the real program until the first rows of its orders list have been painted, then quits.

Takes the arguments of main.py: `python -m tests.bench.first_paint --practice --data-dir DIR`.
"""

import sys

from main import main  # isort: skip  # first, as it is when the program is started

from collections.abc import Sequence

from PySide6 import QtWidgets


class MeasuredApplication(QtWidgets.QApplication):
    """Made by the program when all that its window needs has been imported."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(arguments)
        from refund_gui.ui.list_view import ListView
        from tests.bench.measured import end_at_first_rows

        end_at_first_rows(ListView)


if __name__ == "__main__":
    # The program has no door for this: it makes its QApplication as ever, and gets the measured one.
    QtWidgets.QApplication = MeasuredApplication  # type: ignore[assignment, misc]
    sys.exit(main(sys.argv[1:]))
