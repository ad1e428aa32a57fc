"""What the orders list is measured against: Qt's own QSqlTableModel over an equal table, in a QTableView.

The table has the columns that the list shows and searches, no others, in an SQLite file of its own.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtWidgets import QMainWindow, QTableView

from tests.bench.made_up_shop import MadeUpShop
from tests.bench.million import kept, pages

SEARCHED: Final = ("merchant_uid", "imp_uid", "goods", "buyer_name", "buyer_tel", "apply_num")
"""The columns that a search looks into."""

COLUMNS: Final = (*SEARCHED, "pay_method", "amount", "cancel_amount", "status", "ordered_at")

_CONNECTION: Final = "bench"


def table(count: int, directory: Path) -> Path:
    """The SQLite file with these columns of the shop's payments, oldest first."""
    return kept(f"table-{count}", directory, lambda path: _fill(path, count))


def _fill(path: Path, count: int) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"CREATE TABLE orders (id INTEGER PRIMARY KEY, {', '.join(COLUMNS)})")
        marks = ", ".join("?" * len(COLUMNS))
        for page in pages(MadeUpShop(count).payments()):
            rows = [
                [getattr(payment, name) for name in SEARCHED]
                + [payment.pay_method, payment.amount.minor, payment.cancel_amount.minor]
                + [payment.display_status, payment.ordered_at]
                for payment in page
            ]
            database.executemany(f"INSERT INTO orders ({', '.join(COLUMNS)}) VALUES ({marks})", rows)
        database.commit()


def like(text: str) -> str:
    """The condition that finds a text in any of the searched columns."""
    quoted = text.replace("'", "''")
    return " OR ".join(f"{column} LIKE '%{quoted}%'" for column in SEARCHED)


@contextmanager
def sql_table_window(path: Path, size: tuple[int, int]) -> Iterator[tuple[QTableView, QSqlTableModel]]:
    """A shown window with the table, newest first. Its first rows are selected, nothing is painted yet."""
    database = QSqlDatabase.addDatabase("QSQLITE", _CONNECTION)
    database.setDatabaseName(str(path))
    assert database.open(), database.lastError().text()
    model = QSqlTableModel(None, database)
    model.setTable("orders")
    model.setSort(0, Qt.SortOrder.DescendingOrder)
    model.select()
    view = QTableView()
    view.setModel(model)
    window = QMainWindow()
    window.setCentralWidget(view)
    window.resize(*size)
    window.show()
    try:
        yield view, model
    finally:
        window.close()
        view.deleteLater()
        model.clear()
        database.close()
