"""The least that a PySide6 program can be: a table with a hundred static rows."""

import sys

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QMainWindow, QTableView

from tests.bench.first_paint import MeasuredApplication

app = MeasuredApplication(sys.argv)
model = QStandardItemModel()
for row in range(100):
    model.appendRow([QStandardItem(f"{row}-{column}") for column in range(9)])
table = QTableView()
table.setModel(model)
window = QMainWindow()
window.setObjectName("mainWindow")
window.setCentralWidget(table)
window.resize(1200, 800)
window.show()
sys.exit(app.exec())
