"""The least that a PySide6 program can be: a table with fifty static rows."""

import sys

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from tests.bench.measured import end_at_first_rows


class Table(QTableView):
    """One whose painting can be measured."""


def bare_window() -> QMainWindow:
    """Not yet shown."""
    model = QStandardItemModel()
    for row in range(50):
        model.appendRow([QStandardItem(f"{row}-{column}") for column in range(9)])
    table = Table()
    model.setParent(table)
    table.setModel(model)
    window = QMainWindow()
    window.setCentralWidget(table)
    window.resize(1200, 800)
    return window


if __name__ == "__main__":
    app = QApplication(sys.argv)
    end_at_first_rows(Table)
    window = bare_window()
    window.show()
    sys.exit(app.exec())
