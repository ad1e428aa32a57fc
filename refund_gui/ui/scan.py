"""From what a scanner typed to its order."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from refund_gui.domain.scan import CodeMatch, names_a_code
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.notice import Notice
from refund_gui.ui.orders_page import OrdersPage
from refund_gui.ui.scanner import Scanner
from refund_gui.ui.words import Words


class Scans(QObject):
    """Looks codes up on the store lane, and leads on to the one payment, or to the list of several."""

    found = Signal(object)
    """The imp_uid of the only payment with the code, a str."""
    list_wanted = Signal()
    """The orders page shows what a person must look at."""
    failed = Signal(object)
    """The store could not answer: the error."""

    def __init__(
        self, window: QWidget, terminal: Terminal, lanes: Lanes, page: OrdersPage, notice: Notice
    ) -> None:
        super().__init__(window)
        self._orders = terminal.orders
        self._lanes = lanes
        self._page = page
        self._notice = notice
        self._told: Words | None = None
        self._scanner = Scanner(window, terminal.clock)
        self._scanner.scanned.connect(self._on_scanned)
        page.code_entered.connect(self._on_entered)

    def guard(self, dialog: QDialog) -> None:
        """The end of a scan does nothing in this dialog."""
        self._scanner.guard(dialog)

    def _on_scanned(self, text: str) -> None:
        self._look_up(text, is_scan=True)

    def _on_entered(self, text: str) -> None:
        """Enter in the search field: what is no code is a search, and no matter here.

        A scanner that wrote beside an older search opens nothing: together they may name another order.
        """
        written = self._scanner.written.strip()
        if written and (self._page.older_search or not _holds(text, written)):
            self._ask(written, partial(self._on_written, text))
        elif text:
            self._look_up(text, names_a_code(text))

    def _look_up(self, text: str, is_scan: bool, opens: bool = True) -> None:
        self._ask(text, partial(self._on_match, text, is_scan, opens))

    def _ask(self, text: str, done: Callable[[CodeMatch], None]) -> None:
        self._lanes.run(Lane.STORE, partial(self._orders.by_code, text), self, done, self.failed.emit)

    def _on_written(self, text: str, match: CodeMatch) -> None:
        """What came as keys may be the end of a code only, after a pause or an input method's letters."""
        if match.imp_uids:
            self._forget_missed()
            self._show_list(match.code)
        else:
            self._look_up(text, names_a_code(text), opens=False)

    def _on_match(self, text: str, is_scan: bool, opens: bool, match: CodeMatch) -> None:
        if opens and len(match.imp_uids) == 1 and match.is_certain:
            self._forget_missed()
            self._page.end_code()
            self.found.emit(match.imp_uids[0])
        elif match.imp_uids and (is_scan or match.code != text):
            self._forget_missed()
            self._show_list(match.code)
        elif is_scan and not match.imp_uids:
            self._show_list(match.code)
            self._told = _missed_words(match.code)
            self._notice.tell(self._told)

    def _show_list(self, code: str) -> None:
        self.list_wanted.emit()
        self._page.search_only(code)

    def _forget_missed(self) -> None:
        if self._told is not None and self._notice.is_telling(self._told):
            self._notice.hide()


def _holds(text: str, written: str) -> bool:
    """Whether the text has all these characters in their order, whatever stands between them."""
    rest = iter(text)
    return all(letter in rest for letter in written)


def _missed_words(code: str) -> Words:
    return Words(
        QCoreApplication.translate("Scans", "No order with this code: {code}").format(code=code),
        QCoreApplication.translate("Scans", "New orders may not be here yet: F5 loads them."),
    )
