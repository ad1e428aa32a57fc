"""The practice shop's window for looking at every screen: opened, loaded, and tidied up in between."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QWidget

from refund_gui.app import Options, Shop, opened_shop, opening
from refund_gui.domain.listing import OrderFilter
from refund_gui.domain.states import DisplayStatus
from refund_gui.paths import RESOURCES
from refund_gui.practice.app import PracticeApp
from refund_gui.ui.desk import Desk
from refund_gui.ui.discard import AskingDialog
from refund_gui.ui.main_window import MainWindow
from refund_gui.ui.tour_hands import Hands, wait_until

USUAL_POINTS: Final = 10
SMALLEST: Final = (1024, 700)
"""The smallest window in which everything must be readable."""


@dataclass(frozen=True)
class Stage:
    """The practice shop's window, and who works at it."""

    window: MainWindow
    shop: Shop
    use_language: Callable[[str], None]
    drawn: tuple[str, ...]
    """Some payments by card that are paid and have no refund yet."""

    @property
    def hands(self) -> Hands:
        return Hands(self.window)

    @property
    def practice(self) -> PracticeApp:
        assert self.shop.practice is not None
        return self.shop.practice

    def dialog(self, name: str) -> Hands:
        """The dialog of this name, once it is there."""
        return Hands(self.hands.see(name))

    def tidy(self) -> None:
        """Back to the orders, with nothing open and nothing asked for."""
        self.practice._waits.wake()
        wait_until(lambda: not self.hands.has("progressBar"), "nothing under way")
        for dialog in self.window.findChildren(QDialog):
            if isinstance(dialog, AskingDialog):
                dialog.discard()
            else:
                dialog.close()
        wait_until(lambda: not self._open_dialogs(), "all dialogs closed")
        self.hands.click("navOrders")
        more = self.window.findChild(QPushButton, "moreFiltersButton")
        assert more is not None
        more.setChecked(False)
        for name in ("searchEdit", "historySearchEdit"):
            edit = self.window.findChild(QLineEdit, name)
            assert edit is not None
            edit.clear()

    def _open_dialogs(self) -> list[QDialog]:
        return [dialog for dialog in self.window.findChildren(QDialog) if dialog.isVisible()]


@contextmanager
def stage(app: QApplication, data_dir: Path, percent: int = 100, language: str = "ko") -> Iterator[Stage]:
    """The practice shop, loaded, in the smallest window; text of so many per cent of the usual size."""
    style, before = app.style().name(), app.font()
    font = app.font()
    font.setPointSizeF(USUAL_POINTS * percent / 100)
    app.setFont(font)
    desk = Desk(app, RESOURCES)
    options = Options(True, data_dir, language=language)
    with opened_shop(options) as shop, desk.window(opening(shop, options)) as window:
        shop.settings.keep(
            replace(
                shop.settings.current, shop="우리찻집", counter="계산대 1", operators=("김점원", "이점원")
            )
        )
        window.retranslate()
        window.show()
        window.resize(*SMALLEST)
        wait_until(lambda: shop.terminal.syncing.synced_at() is not None, "all orders loaded")
        opened = Stage(window, shop, desk._language.use, _drawn(shop))
        opened.hands.see("ordersView")
        wait_until(lambda: len(opened.hands.rows("ordersView")) >= 100, "the orders listed")
        yield opened
        opened.tidy()
    desk.close()
    app.setStyleSheet("")
    app.setStyle(style)
    app.setFont(before)
    app.setQuitOnLastWindowClosed(True)


def is_too_large(window: QWidget) -> bool:
    """Whether the smallest screen shows a part of this window only."""
    return window.width() > SMALLEST[0] or window.height() > SMALLEST[1]


def use_scheme(app: QApplication, is_dark: bool) -> None:
    """As if the system had turned dark or light; the offscreen platform has no scheme of its own."""
    before = app.palette().window().color().lightness() < 128
    if before == is_dark:
        return
    app.setPalette(QPalette(QColor("#202020" if is_dark else "#f0f0f0")))
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark if is_dark else Qt.ColorScheme.Light)


def _drawn(shop: Shop) -> tuple[str, ...]:
    paid = OrderFilter(statuses=frozenset({DisplayStatus.PAID}), methods=frozenset({"card"}))
    rows = shop.orders.page(paid, None, 100)
    return tuple(row.imp_uid for row in rows if not row.imp_uid.startswith("imp_9000000000"))
