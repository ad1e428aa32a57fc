"""What loading brings stands in the history, whether somebody looks at it meanwhile or later."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton, QTableView

from refund_gui.domain.refund_listing import HistoryFilter
from refund_gui.practice.sample_shop import CARD
from refund_gui.ui.main_window import MainWindow
from refund_gui.ui.sync_bar import SyncBar
from tests.gui.counter import child, is_shown, text
from tests.gui.shell import Opened, Program, options


def refunded(window: MainWindow) -> int:
    """How many refunds the history shows."""
    model = child(window, QTableView, "historyView").model()
    return model.rowCount() if is_shown(window, "historyView") else 0


def stored(shop: Opened) -> int:
    """How many the store has: less than a page of the list."""
    return len(shop.shop.terminal.history.page(HistoryFilter(), None, 100))


def opened(program: Program, data_dir: Path) -> Opened:
    """A new shop with all that upstream has."""
    opened = program.open(options(data_dir, practice=True))
    program.wait(lambda: "Up to date" in text(opened.window, "syncStatus"))
    return opened


def test_who_looks_later_sees_it(program: Program, tmp_path: Path) -> None:
    """The page was made when the store was empty."""
    window = opened(program, tmp_path).window
    child(window, QPushButton, "navHistory").click()
    program.wait(lambda: refunded(window) > 0)


def test_who_looks_meanwhile_sees_it(program: Program, tmp_path: Path) -> None:
    shop = opened(program, tmp_path)
    child(shop.window, QPushButton, "navHistory").click()
    before, paid = stored(shop), shop.shop.store.payments.get(CARD)
    program.wait(lambda: refunded(shop.window) == before)
    assert paid is not None
    assert shop.shop.practice is not None
    shop.shop.practice.cancel_outside(CARD, paid.amount.as_decimal())
    bar = child(shop.window, SyncBar, "")

    def is_seen() -> bool:
        bar.start()  # until one begins later than in this very second
        return refunded(shop.window) == before + 1 == stored(shop)

    program.wait(is_seen)
