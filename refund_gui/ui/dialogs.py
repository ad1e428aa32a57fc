"""The windows over the main window: one dialog per payment, one per review, settings or the wizard, help."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from refund_gui.settings import SettingsFile
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.background import Lanes
from refund_gui.ui.discard import AskingDialog
from refund_gui.ui.help_dialog import HelpDialog
from refund_gui.ui.help_topics import HelpTopic
from refund_gui.ui.language import Language
from refund_gui.ui.refund_dialog import RefundDialog
from refund_gui.ui.review_dialog import ReviewDialog
from refund_gui.ui.settings_dialog import SettingsDialog
from refund_gui.ui.setup_wizard import SetupWizard
from refund_gui.ui.shortcuts import Key
from refund_gui.ui.support_dialog import SupportDialog

_PAGE_TOPICS: Final = (HelpTopic.FIRST_STEPS, HelpTopic.HISTORY, HelpTopic.DAILY_CLOSE)
"""By the page's number in the navigation."""

if TYPE_CHECKING:
    from refund_gui.ui.receipt_dialog import ReceiptDialog


class Dialogs(QObject):
    """Opens them, or brings to the front what is open."""

    payment_changed = Signal(object)
    """imp_uid of a payment that was read or refunded in a dialog."""
    refunding = Signal(bool)
    """Whether a payment's dialog is open."""
    settings_saved = Signal()
    keys_kept = Signal()
    keys_not_kept = Signal(object)
    """KeyringMissing: the keys work until the program ends."""
    set_up = Signal()
    """The wizard has ended with keys."""
    practice_requested = Signal()

    def __init__(
        self,
        terminal: Terminal,
        lanes: Lanes,
        settings: SettingsFile,
        language: Language,
        practice: bool,
        guard: Callable[[QDialog], None],
        window: QWidget,
    ) -> None:
        """`guard` keeps the end of a scan out of a refund dialog."""
        super().__init__(window)
        self._terminal = terminal
        self._lanes = lanes
        self._settings = settings
        self._language = language
        self._practice = practice
        self._guard = guard
        self._window = window
        self._refunds: dict[str, RefundDialog] = {}
        self._reviews: dict[str, ReviewDialog] = {}
        self._receipts: dict[str, ReceiptDialog] = {}
        self._front: AskingDialog | None = None
        self._help: HelpDialog | None = None

    def show_refund(self, imp_uid: str) -> None:
        """Open this payment's refund dialog, or bring it to the front."""
        dialog = self._refunds.get(imp_uid)
        if dialog is None:
            dialog = RefundDialog(imp_uid, self._terminal, self._lanes, self._settings.current, self._window)
            dialog.closed.connect(self._on_refund_closed)
            dialog.refund_changed.connect(self.payment_changed)
            dialog.receipt_requested.connect(self.show_receipt)
            self._refunds[imp_uid] = dialog
            self.refunding.emit(True)
            self._help_key(dialog, lambda: dialog.help_topic)
            self._guard(dialog)
        _to_front(dialog)

    @Slot(object)
    def note_outside(self, imp_uid: str) -> None:
        """Write down what was refunded outside; the refund dialog reads the payment for it."""
        self.show_refund(imp_uid)
        self._refunds[imp_uid].note_outside()

    def show_review(self, refund_id: str) -> None:
        """Open the decision about a refund that needs a review, or bring it to the front."""
        dialog = self._reviews.get(refund_id)
        if dialog is None:
            dialog = ReviewDialog(
                refund_id, self._terminal, self._lanes, self._settings.current, self._window
            )
            dialog.decided.connect(self.payment_changed)
            dialog.finished.connect(partial(self._on_review_closed, refund_id))
            self._reviews[refund_id] = dialog
            self._help_key(dialog, lambda: HelpTopic.CHECKING)
        _to_front(dialog)

    @Slot(object)
    def show_receipt(self, refund_id: str) -> None:
        """Open this refund's receipt, or bring it to the front."""
        from refund_gui.ui.receipt_dialog import ReceiptDialog  # brings the QR codes

        dialog = self._receipts.get(refund_id)
        if dialog is None:
            dialog = ReceiptDialog(
                refund_id, self._terminal, self._lanes, self._settings, self._practice, self._window
            )
            dialog.finished.connect(partial(self._on_receipt_closed, refund_id))
            self._receipts[refund_id] = dialog
            self._help_key(dialog, lambda: HelpTopic.REFUND)
        _to_front(dialog)

    def show_settings(self) -> None:
        """Open the settings."""
        dialog = SettingsDialog(
            self._terminal.keys,
            self._lanes,
            self._settings,
            self._language,
            self._practice,
            self._terminal.updating.is_possible,
            self._window,
        )
        dialog.saved.connect(self.settings_saved)
        dialog.keys_kept.connect(self.keys_kept)
        dialog.keys_not_kept.connect(self.keys_not_kept)
        self._help_key(dialog, lambda: HelpTopic.PRIVACY)
        self._bring(dialog)

    def show_wizard(self) -> None:
        """Ask for the keys."""
        wizard = SetupWizard(self._terminal.keys, self._lanes, self._settings, self._language, self._window)
        wizard.finished_setup.connect(self.set_up)
        wizard.keys_not_kept.connect(self.keys_not_kept)
        wizard.practice_requested.connect(self.practice_requested)
        self._help_key(wizard, lambda: HelpTopic.FIRST_STEPS)
        self._bring(wizard)

    def show_help(self, topic: HelpTopic) -> None:
        """Open help on this topic, over what is in front: a modal dialog blocks all but its own children."""
        parent = QApplication.activeModalWidget() or self._window
        open_one = self._help if self._help is not None and isValid(self._help) else None
        if open_one is not None and (open_one.parentWidget() is not parent or not open_one.isVisible()):
            open_one.close()
            open_one = None
        if open_one is None:
            open_one = HelpDialog(self._terminal.support.log_folder, parent)
            open_one.report_asked.connect(partial(self._show_report, open_one))
        self._help = open_one
        open_one.show_topic(topic)
        _to_front(open_one)

    def show_page_help(self, page: int) -> None:
        """Help on a page of the main window, by its number."""
        self.show_help(_PAGE_TOPICS[page])

    @Slot()
    def show_news(self) -> None:
        """Help's page on what is new."""
        self.show_help(HelpTopic.NEWS)

    def on_payment_read(self, imp_uid: str) -> None:
        """A payment was read beside the window: what is open of it follows."""
        if imp_uid in self._refunds:
            self._refunds[imp_uid].on_payment_changed(imp_uid)
        for review in self._reviews.values():
            review.on_payment_changed(imp_uid)
        for receipt in self._receipts.values():
            receipt.refresh()

    def asks_first(self) -> bool:
        """Whether something that was typed keeps the window open: each dialog asks once."""
        front = [self._front] if self._front is not None and self._front.isVisible() else []
        asking = False
        for dialog in (*self._refunds.values(), *self._reviews.values(), *front):
            if not dialog.question.asks and dialog.asks_first():
                _to_front(dialog)
                asking = True
        return asking

    def close(self) -> None:
        """Close what belongs to payments."""
        for dialog in (*self._refunds.values(), *self._reviews.values()):
            dialog.discard()
        for receipt in self._receipts.values():
            receipt.close()

    def _help_key(self, dialog: QDialog, topic: Callable[[], HelpTopic]) -> None:
        """F1 in this dialog opens what help has to say about it."""
        QShortcut(Key.HELP, dialog).activated.connect(lambda: self.show_help(topic()))

    def _show_report(self, parent: QWidget) -> None:
        _to_front(SupportDialog(self._terminal.support, self._lanes, parent))

    def _bring(self, dialog: AskingDialog) -> None:
        """Settings and wizard: one of them at a time."""
        if self._front is not None:
            self._front.discard()
            self._front.deleteLater()
        self._front = dialog
        dialog.open()

    @Slot(object)
    def _on_refund_closed(self, imp_uid: str) -> None:
        self._refunds.pop(imp_uid, None)
        self.refunding.emit(bool(self._refunds))

    def _on_receipt_closed(self, refund_id: str, _code: int) -> None:
        self._receipts.pop(refund_id, None)

    def _on_review_closed(self, refund_id: str, _code: int) -> None:
        self._reviews.pop(refund_id, None)


def _to_front(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
