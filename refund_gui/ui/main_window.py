"""The window: pages, what needs attention, and the dialogs over it."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from refund_gui.clock import Clock
from refund_gui.settings import SettingsFile
from refund_gui.terminal.orders import Orders
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.language import Language
from refund_gui.ui.navigation import Navigation
from refund_gui.ui.orders_page import OrdersPage
from refund_gui.ui.theme import Theme

if TYPE_CHECKING:
    from refund_gui.terminal.terminal import Terminal
    from refund_gui.ui.summary_page import SummaryPage

_ORDERS: Final = 0
_SUMMARY: Final = 2
"""Pages' numbers in the navigation."""


class MainWindow(QMainWindow):
    """Everything that a shop sees.

    At first there are navigation and orders; `complete` makes the rest and begins the work.
    """

    answered = Signal()
    """The first orders are there to be painted, or words in their place. Also later on."""
    begun = Signal()
    """The first orders are painted, or words stand in their place. Once."""
    keys_ready = Signal()
    """There are keys to work with, old or new ones."""
    unclear_counted = Signal(object)
    """How many refunds are not clear, an int."""
    practice_requested = Signal()
    closed = Signal()
    """It is over."""

    def __init__(
        self,
        orders: Orders,
        clock: Clock,
        lanes: Lanes,
        settings: SettingsFile,
        language: Language,
        theme: Theme,
        practice: bool,
    ) -> None:
        super().__init__()
        self._lanes = lanes
        self._settings = settings
        self._language = language
        self._theme = theme
        self._practice = practice
        self._terminal: Terminal | None = None
        self._summary: SummaryPage | None = None
        self._leaves_unsaved = False
        self._days: int | None = None
        self.setObjectName("mainWindow")
        self._navigation = Navigation(theme, practice)
        self._orders = OrdersPage(orders, clock, lanes)
        self._orders.answered.connect(self.answered)
        self._orders.begun.connect(self.begun)
        self._lay_out()
        self.retranslate()
        self._orders.focus_search()

    def complete(self, terminal: "Terminal") -> None:
        """Make what the first rows do not need, and begin the work: without keys the wizard comes."""
        from refund_gui.ui.desktop_notice import DesktopNotice, Tray
        from refund_gui.ui.dialogs import Dialogs  # with these some 70 modules come
        from refund_gui.ui.history_page import HistoryPage
        from refund_gui.ui.scan import Scans
        from refund_gui.ui.strips import Strips

        self._terminal = terminal
        self._theme.show_window_icon()
        self._navigation.complete()
        self._strips = Strips(terminal, self._lanes)
        self._right.insertWidget(0, self._strips)
        self._orders.complete(terminal)
        self._history = HistoryPage(terminal, self._lanes, lambda: self._settings.current.operators)
        self._pages.addWidget(self._history)
        self._scans = Scans(self, terminal, self._lanes, self._orders, self._strips.notice)
        self._dialogs = Dialogs(
            terminal, self._lanes, self._settings, self._language, self._practice, self._scans.guard, self
        )
        self._desktop = DesktopNotice(terminal, self._lanes, Tray(self).tell, self._may_tell, self)
        self._connect()
        if self._navigation.chosen != _ORDERS:  # somebody was quicker than this
            self._on_page_chosen(self._navigation.chosen)
        self._strips.refresh()
        self._lanes.run(Lane.READS, terminal.keys.load, self, self._on_looked, self._strips.tell_failure)

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self._orders)
        self._right = QVBoxLayout()
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(0)
        self._right.addWidget(self._pages, 1)
        body = QWidget()
        body.setObjectName("mainBody")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._navigation)
        row.addLayout(self._right, 1)
        self.setCentralWidget(body)
        self.setMinimumSize(960, 640)
        self.resize(1360, 760)

    def _connect(self) -> None:
        self._navigation.page_chosen.connect(self._on_page_chosen)
        self._navigation.help_requested.connect(self._on_help_requested)
        self._navigation.settings_requested.connect(self._dialogs.show_settings)
        self._orders.refund_requested.connect(self.show_refund)
        self._orders.outside_requested.connect(self._dialogs.note_outside)
        self._orders.connect_requested.connect(self._dialogs.show_wizard)
        self._orders.arrived.connect(self._history.on_arrived)
        self._history.order_requested.connect(self._on_order_requested)
        self._history.receipt_requested.connect(self._dialogs.show_receipt)
        self._history.review_requested.connect(self.show_review)
        self._scans.found.connect(self.show_refund)
        self._scans.list_wanted.connect(partial(self._navigation.choose, _ORDERS))
        self._scans.failed.connect(self._strips.tell_failure)
        self._strips.order_requested.connect(self.show_refund)
        self._strips.review_requested.connect(self.show_review)
        self._strips.news_requested.connect(self._dialogs.show_news)
        self._strips.looked.connect(self._desktop.on_looked)
        self._strips.counted.connect(self._navigation.show_unclear)
        self._strips.counted.connect(self.unclear_counted)
        self._dialogs.payment_changed.connect(self._on_payment_changed)
        self._dialogs.refunding.connect(self._strips.on_refunding)
        self._dialogs.settings_saved.connect(self._on_settings_saved)
        self._dialogs.keys_kept.connect(self.keys_ready)
        self._dialogs.keys_not_kept.connect(self._strips.tell_failure)
        self._dialogs.set_up.connect(self._on_set_up)
        self._dialogs.practice_requested.connect(self.practice_requested)

    def retranslate(self) -> None:
        shop = self._settings.current.shop
        title = self.tr("Refund terminal – PRACTICE") if self._practice else self.tr("Refund terminal")
        self.setWindowTitle(f"{shop} – {title}" if shop else title)
        self._navigation.show_shop(shop, self._settings.current.counter)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A refund that is being sent is seen to its end."""
        if self._terminal is not None:
            refusal = self._refusal_to_close(self._terminal)
            if refusal is not None:
                event.ignore()
                self._strips.tell(*refusal)
                return
            if self._dialogs.asks_first():
                event.ignore()
                return
            self._dialogs.close()
            self._orders.stop_sync()
            self._history.stop_output()
        event.accept()
        self.closed.emit()

    def _refusal_to_close(self, terminal: "Terminal") -> tuple[str, str] | None:
        """Why the window stays, and what to do. A second close leaves an unsaved answer to the next start."""
        if self._lanes.is_busy(Lane.SENDS):
            return (
                self.tr("A refund is being sent: the window stays open until its answer is there."),
                self.tr("Close it again in a moment."),
            )
        if terminal.refunding.has_unsaved and not self._leaves_unsaved:
            self._leaves_unsaved = True
            return (
                self.tr("The answer to a refund is not saved yet: the disk does not take it."),
                self.tr("Make room on the disk; it is tried again each second. Close again to leave it."),
            )
        return None

    def show_refund(self, imp_uid: str) -> None:
        """Open this payment's refund dialog, or bring it to the front."""
        self._dialogs.show_refund(imp_uid)

    def show_review(self, refund_id: str) -> None:
        """Open the decision about a refund that needs a review, or bring it to the front."""
        self._dialogs.show_review(refund_id)

    @Slot(object)
    def tell_failure(self, error: Exception) -> None:
        """Say it in the strip above the pages."""
        self._strips.tell_failure(error)

    @Slot(object)
    def on_payments_read(self, imp_uids: tuple[str, ...]) -> None:
        """Payments were read beside the window: what is open of them follows."""
        for imp_uid in imp_uids:
            self._dialogs.on_payment_read(imp_uid)
        self._orders.refresh()
        self._history.on_arrived()
        if self._summary is not None:
            self._summary.refresh()
        self._strips.refresh()

    def _on_looked(self, has_keys: bool) -> None:
        if has_keys:
            self._on_set_up()
        else:
            self._orders.ask_to_connect()
            self._dialogs.show_wizard()

    @Slot()
    def _on_set_up(self) -> None:
        self.retranslate()
        self.keys_ready.emit()
        self._load()

    @Slot()
    def _on_settings_saved(self) -> None:
        self.retranslate()
        self._strips.look_for_update()
        if self._days != self._settings.current.days:
            self._load()

    def _load(self) -> None:
        """As many days as the settings say; from now on also by itself."""
        self._days = self._settings.current.days
        self._orders.start_sync(self._days)

    @Slot()
    def _on_help_requested(self) -> None:
        self._dialogs.show_page_help(self._navigation.chosen)

    def _may_tell(self) -> bool:
        """Whether the desktop may be told: somebody wants it, and nobody looks here."""
        return self._settings.current.notifications and QApplication.activeWindow() is None

    @Slot(object)
    def _on_page_chosen(self, number: int) -> None:
        if number == _SUMMARY and self._summary is None and self._terminal is not None:
            self._make_summary(self._terminal)
        self._pages.setCurrentIndex(number)
        page = self._pages.currentWidget()
        if page is not None:
            page.setFocus()

    def _make_summary(self, terminal: "Terminal") -> None:
        """Once somebody wants to see it."""
        from refund_gui.ui.summary_page import SummaryPage

        self._summary = SummaryPage(terminal, self._lanes)
        self._summary.order_requested.connect(self._on_order_requested)
        self._pages.addWidget(self._summary)

    @Slot(object)
    def _on_order_requested(self, imp_uid: str) -> None:
        self._navigation.choose(_ORDERS)
        self._orders.show_order(imp_uid)

    @Slot(object)
    def _on_payment_changed(self, imp_uid: str) -> None:
        self.on_payments_read((imp_uid,))
