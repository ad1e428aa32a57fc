"""The real program's window on a data directory, and its orders page as it is measured."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

from refund_gui.app import STYLE, Options, opened_shop, opening
from refund_gui.paths import RESOURCES
from refund_gui.terminal.orders import Orders
from refund_gui.ui.desk import Desk
from refund_gui.ui.main_window import MainWindow
from refund_gui.ui.orders_model import OrdersModel
from tests.bench import practice_keyring
from tests.bench.stopwatch import Stopwatch

SIZE: Final = (1360, 760)
"""Pixels: as the program opens its window."""

NOBODY: Final = "http://127.0.0.1:9"
"""An upstream that does not answer: lists are read from the store alone."""

Kind = TypeVar("Kind", bound=QObject)


class OrdersWindow:
    """What is measured of a window."""

    def __init__(self, window: MainWindow, orders: Orders) -> None:
        self.orders = orders
        self.search = child(window, QLineEdit, "searchEdit")
        self.view = child(window, QTableView, "ordersView")
        self.model = child(window, OrdersModel)
        self.stopwatch = Stopwatch(self.view.viewport(), child(window, QWidget, "ordersViewEmpty"))
        self.model.loaded.connect(self.stopwatch.answered)


def application() -> QApplication:
    """The process's application, offscreen unless said otherwise."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([sys.argv[0], *STYLE])
    assert isinstance(app, QApplication)
    return app


@contextmanager
def program_window(data_dir: Path, origin: str) -> Iterator[tuple[MainWindow, Orders]]:
    """The shown window of the program in Korean, with keys; it makes no backup. The store behind it."""
    os.environ["PYTHON_KEYRING_BACKEND"] = practice_keyring.NAME
    options = Options(data_dir=data_dir, api_url=origin, language="ko")
    desk = Desk(application(), RESOURCES)
    with opened_shop(options) as shop:
        without_backup = opening(shop, options)._replace(back_up=lambda: None)
        with desk.window(without_backup) as window:
            window.show()
            yield window, shop.orders
    desk.close()


@contextmanager
def orders_window(data_dir: Path) -> Iterator[OrdersWindow]:
    """The same with nobody upstream; what it does at its start is over."""
    with program_window(data_dir, NOBODY) as (window, orders):
        measured = OrdersWindow(window, orders)
        measured.stopwatch.settle(1000)
        measured.search.setFocus()
        yield measured


def child(parent: QObject, kind: type[Kind], name: str = "") -> Kind:
    """An object by its name, or by its kind alone."""
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert found is not None, name
    return found
