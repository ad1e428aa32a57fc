"""The window: pages, what needs attention, and one dialog per payment."""

from functools import partial

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from refund_gui.settings import SettingsFile
from refund_gui.terminal.attention import Attention
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.attention import AttentionBanner
from refund_gui.ui.attention_notices import AttentionNotices
from refund_gui.ui.attention_texts import how_many
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.history_page import HistoryPage
from refund_gui.ui.language import Language
from refund_gui.ui.navigation import Navigation
from refund_gui.ui.notice import Notice
from refund_gui.ui.orders_page import OrdersPage
from refund_gui.ui.refund_dialog import RefundDialog
from refund_gui.ui.review_dialog import ReviewDialog
from refund_gui.ui.settings_dialog import SettingsDialog
from refund_gui.ui.setup_wizard import SetupWizard
from refund_gui.ui.surprise_notice import SurpriseNotice
from refund_gui.ui.theme import Theme
from refund_gui.ui.words import Words, describe

_ORDERS = 0
"""The page's number in the navigation."""

_FIRST_LOAD = 90
"""Days that a practice shop loads at its first start."""


class MainWindow(QMainWindow):
    """Everything that a shop sees. `start` begins the work; `closed` comes when it is over."""

    keys_ready = Signal()
    """There are keys to work with, old or new ones."""
    unclear_counted = Signal(object)
    """How many refunds are not clear, an int."""
    practice_requested = Signal()
    closed = Signal()

    def __init__(
        self,
        terminal: Terminal,
        lanes: Lanes,
        settings: SettingsFile,
        language: Language,
        theme: Theme,
        practice: bool,
    ) -> None:
        super().__init__()
        self._terminal = terminal
        self._lanes = lanes
        self._settings = settings
        self._language = language
        self._practice = practice
        self._refunds: dict[str, RefundDialog] = {}
        self._reviews: dict[str, ReviewDialog] = {}
        self._front: QDialog | None = None
        self.setObjectName("mainWindow")
        self._navigation = Navigation(theme, practice)
        self._attention = AttentionBanner(terminal, lanes)
        self._notice = Notice()
        self._notices = AttentionNotices(self._notice)
        self._surprises = SurpriseNotice(terminal, lanes)
        self._leaves_unsaved = False
        self._orders = OrdersPage(terminal, lanes)
        self._history = HistoryPage(terminal, lanes, lambda: settings.current.operators)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self._orders)
        self._pages.addWidget(self._history)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._attention)
        right.addWidget(self._surprises)
        right.addWidget(self._notice)
        right.addWidget(self._pages, 1)
        body = QWidget()
        body.setObjectName("mainBody")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._navigation)
        row.addLayout(right, 1)
        self.setCentralWidget(body)
        self.setMinimumSize(960, 640)
        self.resize(1360, 760)

    def _connect(self) -> None:
        self._navigation.page_chosen.connect(self._on_page_chosen)
        self._navigation.settings_requested.connect(self.show_settings)
        self._orders.refund_requested.connect(self.show_refund)
        self._history.order_requested.connect(self._on_order_requested)
        self._attention.order_requested.connect(self.show_refund)
        self._attention.review_requested.connect(self.show_review)
        self._attention.looked.connect(self._on_attention)

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
        refusal = self._refusal_to_close()
        if refusal is not None:
            event.ignore()
            self._notice.tell(refusal)
            return
        for dialog in (*self._refunds.values(), *self._reviews.values()):
            dialog.close()
        self._orders.stop_sync()
        event.accept()
        self.closed.emit()

    def _refusal_to_close(self) -> Words | None:
        """Why the window stays. A second close leaves an answer that cannot be saved to the next start."""
        if self._lanes.is_busy(Lane.SENDS):
            return Words(
                self.tr("A refund is being sent: the window stays open until its answer is there."),
                self.tr("Close it again in a moment."),
            )
        if self._terminal.refunding.has_unsaved and not self._leaves_unsaved:
            self._leaves_unsaved = True
            return Words(
                self.tr("The answer to a refund is not saved yet: the disk does not take it."),
                self.tr("Make room on the disk; it is tried again each second. Close again to leave it."),
            )
        return None

    def start(self) -> None:
        """Look for keys; without any, the wizard comes. The search field is ready to type in."""
        self._orders.focus_search()
        self._attention.refresh()
        self._lanes.run(Lane.READS, self._look_around, self, self._on_looked, self.tell_failure)

    def show_refund(self, imp_uid: str) -> None:
        """Open this payment's refund dialog, or bring it to the front."""
        dialog = self._refunds.get(imp_uid)
        if dialog is None:
            dialog = RefundDialog(imp_uid, self._terminal, self._lanes, self._settings.current, self)
            dialog.closed.connect(self._on_refund_closed)
            dialog.refund_changed.connect(self._on_payment_changed)
            self._refunds[imp_uid] = dialog
        _to_front(dialog)

    def show_review(self, refund_id: str) -> None:
        """Open the decision about a refund that needs a review, or bring it to the front."""
        dialog = self._reviews.get(refund_id)
        if dialog is None:
            dialog = ReviewDialog(refund_id, self._terminal, self._lanes, self._settings.current, self)
            dialog.decided.connect(self._on_payment_changed)
            dialog.finished.connect(partial(self._on_review_closed, refund_id))
            self._reviews[refund_id] = dialog
        _to_front(dialog)

    def show_settings(self) -> None:
        """Open the settings."""
        dialog = SettingsDialog(
            self._terminal.keys, self._lanes, self._settings, self._language, self._practice, self
        )
        dialog.saved.connect(self.retranslate)
        dialog.keys_kept.connect(self.keys_ready)
        dialog.keys_not_kept.connect(self.tell_failure)
        self._bring(dialog)

    def show_wizard(self) -> None:
        """Ask for the keys."""
        wizard = SetupWizard(self._terminal.keys, self._lanes, self._settings, self._language, self)
        wizard.finished_setup.connect(self._on_set_up)
        wizard.keys_not_kept.connect(self.tell_failure)
        wizard.practice_requested.connect(self.practice_requested)
        self._bring(wizard)

    @Slot(object)
    def tell_failure(self, error: Exception) -> None:
        """Say it in the strip above the pages."""
        self._notice.tell(describe(error))

    @Slot(object)
    def on_payments_read(self, imp_uids: tuple[str, ...]) -> None:
        """Payments were read beside the window: what is open of them follows."""
        for imp_uid in imp_uids:
            if imp_uid in self._refunds:
                self._refunds[imp_uid].on_payment_changed(imp_uid)
            for review in self._reviews.values():
                review.on_payment_changed(imp_uid)
        self._refresh()

    def _bring(self, dialog: QDialog) -> None:
        """Settings and wizard: one of them at a time."""
        if self._front is not None:
            self._front.close()
            self._front.deleteLater()
        self._front = dialog
        dialog.open()

    def _refresh(self) -> None:
        self._orders.refresh()
        self._history.refresh()
        self._attention.refresh()

    def _look_around(self) -> tuple[bool, bool]:
        """Lane thread: whether there are keys, and whether anything was ever loaded."""
        return self._terminal.keys.load(), self._terminal.syncing.synced_at() is not None

    def _on_looked(self, found: tuple[bool, bool]) -> None:
        has_keys, has_loaded = found
        if not has_keys:
            self.show_wizard()
            return
        self.keys_ready.emit()
        if self._practice and not has_loaded:
            self._orders.start_sync(_FIRST_LOAD)

    @Slot(object)
    def _on_set_up(self, days: int) -> None:
        self.retranslate()
        self.keys_ready.emit()
        self._orders.start_sync(days)

    @Slot(object)
    def _on_attention(self, attention: Attention) -> None:
        count = how_many(attention)
        self._navigation.show_unclear(count)
        self.unclear_counted.emit(count)
        self._notices.show(attention)
        self._surprises.show_surprises(attention.surprises)

    @Slot(object)
    def _on_page_chosen(self, number: int) -> None:
        self._pages.setCurrentIndex(number)
        (self._orders, self._history)[number].setFocus()

    @Slot(object)
    def _on_order_requested(self, imp_uid: str) -> None:
        self._navigation.choose(_ORDERS)
        self._orders.show_order(imp_uid)

    @Slot(object)
    def _on_refund_closed(self, imp_uid: str) -> None:
        self._refunds.pop(imp_uid, None)

    def _on_review_closed(self, refund_id: str, _code: int) -> None:
        self._reviews.pop(refund_id, None)

    @Slot(object)
    def _on_payment_changed(self, imp_uid: str) -> None:
        self.on_payments_read((imp_uid,))


def _to_front(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
