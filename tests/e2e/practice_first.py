"""Runs the real program without keys, presses "Try practice mode first", and closes the practice window.

Takes the arguments of main.py: `python -m tests.e2e.practice_first --data-dir DIR`. Prints what it sees.
"""

import sys
from collections.abc import Sequence

from PySide6 import QtWidgets
from PySide6.QtCore import QTimer, Slot


class Visitor(QtWidgets.QApplication):
    """Looks every tenth of a second at what is on the screen, as a person would."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(arguments)
        self._look = QTimer(self)
        self._look.timeout.connect(self._on_look)
        self._look.start(100)

    @Slot()
    def _on_look(self) -> None:
        for window in self.topLevelWidgets():
            badge = window.findChild(QtWidgets.QLabel, "modeBadge")
            practice = window.findChild(QtWidgets.QPushButton, "tryPracticeButton")
            orders = window.findChild(QtWidgets.QTableView, "ordersView")
            if not window.isVisible():
                continue
            if window.objectName() == "setupWizard" and practice is not None:
                print("wizard", flush=True)
                practice.click()
                return
            if badge is not None and badge.text() == "PRACTICE" and orders and orders.model().rowCount():
                print("practice", flush=True)
                self._look.stop()
                window.close()
                return


if __name__ == "__main__":
    # The program has no door for this: it makes its QApplication as ever, and gets this one.
    QtWidgets.QApplication = Visitor  # type: ignore[assignment, misc]
    from refund_gui.app import main

    sys.exit(main(sys.argv[1:]))
