"""The start: the first rows come before everything that they do not need, and say nothing that is not so."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QTableView

from refund_gui.app import Options, Shop, opened_shop, opening
from refund_gui.clock import SystemClock
from refund_gui.domain.listing import OrderFilter
from refund_gui.domain.refund import RefundState
from refund_gui.errors import StoreCorrupt, StoreReadOnly
from refund_gui.paths import RESOURCES
from refund_gui.store import open_store
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.desk import Desk, End
from refund_gui.ui.main_window import MainWindow
from tests.gui.counter import is_shown
from tests.store.made_up import payment, refund, sent

ROOT = Path(__file__).resolve().parents[2]

NOT_YET = [
    "httpx",
    "httpcore",
    "anyio",
    "truststore",
    "cryptography",
    "keyring",
    "peewee",
    "holidays",
    "ssl",
    "socket",
    "urllib.request",
    "segno",
    "PySide6.QtPrintSupport",
    "PySide6.QtSvg",
    "refund_gui.composition",
    "refund_gui.portone",
    "refund_gui.practice",
    "refund_gui.updates",
    "refund_gui.terminal.terminal",
    "refund_gui.domain.payment",
    "refund_gui.domain.refund",
    "refund_gui.domain.request",
    "refund_gui.domain.verdict",
    "refund_gui.store.payments",
    "refund_gui.store.refunds",
    "refund_gui.store.tables",
    "refund_gui.ui.detail_pane",
    "refund_gui.ui.dialogs",
    "refund_gui.ui.history_page",
    "refund_gui.ui.order_filters",
    "refund_gui.ui.printing",
    "refund_gui.ui.receipt",
    "refund_gui.ui.refund_dialog",
    "refund_gui.ui.review_dialog",
    "refund_gui.ui.settings_dialog",
    "refund_gui.ui.setup_wizard",
    "refund_gui.ui.strips",
    "refund_gui.ui.sync_bar",
    "refund_gui.ui.words",
]
"""Each of them costs milliseconds, together more than all that the first rows need."""

UNTIL_THE_REST = """
import json, linecache, os, sys

class Rest:
    def find_spec(self, name, path=None, target=None):
        if name == "refund_gui.ui.daily_backup":  # the first of all that comes after the first rows
            from PySide6.QtWidgets import QApplication, QPushButton, QTableView
            [window] = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
            rows = window.findChild(QTableView, "ordersView").model().rowCount()
            print(json.dumps([rows, sorted(sys.modules), sorted(linecache.cache)]), flush=True)
            os._exit(0)

sys.meta_path.insert(0, Rest())
from main import main
sys.exit(main(sys.argv[1:]))
"""


def fill(data_dir: Path) -> None:
    """Three orders in the store."""
    with closing(open_store(data_dir, SystemClock())) as store:
        store.payments.save(payment(number) for number in range(3))


@pytest.mark.parametrize("mode", ["live", "practice"])
def test_the_first_rows_wait_for_nothing_else(tmp_path: Path, mode: str) -> None:
    fill(tmp_path if mode == "live" else tmp_path / "practice")
    arguments = ["--data-dir", str(tmp_path), *(["--practice"] if mode == "practice" else [])]
    run = subprocess.run(
        [sys.executable, "-c", UNTIL_THE_REST, *arguments],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    rows, imported, sources = json.loads(run.stdout)
    assert rows == 3
    assert "refund_gui.ui.orders_page" in imported
    assert not [path for path in sources if "refund_gui" in path], "PySide6 reads what is imported"
    assert not [name for name in imported for late in NOT_YET if f"{name}.".startswith(f"{late}.")]


def test_no_row_says_that_it_is_being_sent_after_a_crash(tmp_path: Path) -> None:
    with closing(open_store(tmp_path, SystemClock())) as store:
        store.payments.save([payment()])
        sent(store, refund())
    with opened_shop(Options(data_dir=tmp_path)) as shop:
        [row] = shop.orders.page(OrderFilter(), None, 10)
        assert row.open_refund is RefundState.UNKNOWN


def test_nothing_is_put_together_on_a_damaged_store(tmp_path: Path) -> None:
    with closing(open_store(tmp_path, SystemClock())) as store:
        store.payments.save(payment(number) for number in range(1_000))
    path = tmp_path / "store.sqlite3"
    with path.open("rb+") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xa5" * 4096)
    with opened_shop(Options(data_dir=tmp_path)) as shop, pytest.raises(StoreCorrupt):
        _ = shop.terminal


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    font = qapp.font()
    desk = Desk(qapp, RESOURCES)
    yield desk
    desk.close()
    qapp.setFont(font)
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setQuitOnLastWindowClosed(True)


def window() -> MainWindow:
    [window] = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    return window


def work(desk: Desk, shop: Shop, rest: "Rest", geometry: Path) -> End:
    options = Options(practice=True, language="en")
    return desk.work(opening(shop, options)._replace(terminal=rest), geometry)


class Rest:
    """What the window asks for when its first rows are there. Closes the window as soon as it is complete."""

    def __init__(self, shop: Shop, error: Exception | None = None) -> None:
        self._shop = shop
        self._error = error
        self.rows = -1
        """How many were shown then; -1: it was never asked for."""
        self.size = QSize()

    def __call__(self) -> Terminal:
        view = window().findChild(QTableView, "ordersView")
        assert view is not None
        assert window().isVisible()
        self.rows = view.model().rowCount()
        self.size = window().size()
        if self._error is not None:
            raise self._error
        QTimer.singleShot(0, window(), window().close)
        return self._shop.terminal


def test_the_rest_is_made_once_rows_are_shown(desk: Desk, tmp_path: Path) -> None:
    fill(tmp_path / "data" / "practice")
    with opened_shop(Options(practice=True, data_dir=tmp_path / "data")) as shop:
        rest = Rest(shop)
        assert work(desk, shop, rest, tmp_path / "window.bin") is End.CLOSED
        assert rest.rows == 3


def test_the_window_opens_no_larger_than_the_screen(desk: Desk, qapp: QApplication, tmp_path: Path) -> None:
    with opened_shop(Options(practice=True, data_dir=tmp_path / "data")) as shop:
        rest = Rest(shop)
        work(desk, shop, rest, tmp_path / "window.bin")
    screen = qapp.primaryScreen().availableSize()
    assert screen.width() < 1360, "the screen must be a small one"
    assert rest.size == QSize(max(screen.width(), 960), min(screen.height(), 760))


def test_an_empty_store_waits_for_no_rows(desk: Desk, tmp_path: Path) -> None:
    with opened_shop(Options(practice=True, data_dir=tmp_path / "data")) as shop:
        rest = Rest(shop)
        assert work(desk, shop, rest, tmp_path / "window.bin") is End.CLOSED
        assert rest.rows == 0


def test_a_window_that_is_closed_at_once_makes_no_rest(desk: Desk, tmp_path: Path) -> None:
    with opened_shop(Options(practice=True, data_dir=tmp_path / "data")) as shop:
        rest = Rest(shop)
        QTimer.singleShot(0, lambda: window().begun.connect(window().close))
        assert work(desk, shop, rest, tmp_path / "window.bin") is End.CLOSED
        assert rest.rows == -1


def test_a_rest_that_cannot_be_made_ends_the_window(desk: Desk, tmp_path: Path) -> None:
    with opened_shop(Options(practice=True, data_dir=tmp_path / "data")) as shop:
        with pytest.raises(StoreReadOnly):
            work(desk, shop, Rest(shop, StoreReadOnly("practice-shop.jsonl", "")), tmp_path / "window.bin")
        assert not [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def test_a_page_that_was_chosen_at_once_is_shown(desk: Desk, tmp_path: Path) -> None:
    fill(tmp_path / "data" / "practice")
    shown: list[bool] = []

    def choose() -> None:
        history = window().findChild(QPushButton, "navHistory")
        assert history is not None
        history.click()
        window().closed.connect(lambda: shown.append(is_shown(window(), "historySearchEdit")))

    with opened_shop(Options(practice=True, data_dir=tmp_path / "data")) as shop:
        QTimer.singleShot(0, choose)
        work(desk, shop, Rest(shop), tmp_path / "window.bin")
    assert shown == [True]
