"""By method, reason, PG and person: four tables of a period."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from refund_gui.domain.payment import EntryOrigin
from refund_gui.domain.summary import CONSOLE, ELSEWHERE, OTHERS, Share, Summary
from refund_gui.domain.totals import nothing
from refund_gui.ui import formats, words
from refund_gui.ui.figures_table import FiguresTable
from refund_gui.ui.period_texts import share_text


class ShareTables(QWidget):
    """`summaryByMethod`, `summaryByReason`, `summaryByPg` and `summaryByOperator`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary: Summary | None = None
        self._tables = tuple(
            FiguresTable(f"summaryBy{name}", (0,)) for name in ("Method", "Reason", "Pg", "Operator")
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for number, table in enumerate(self._tables):
            grid.addWidget(table, number // 2, number % 2, Qt.AlignmentFlag.AlignTop)

    def show_summary(self, summary: Summary) -> None:
        """Replace what is shown."""
        self._summary = summary
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        made = self._summary
        if made is None:
            return
        parts = (
            (self.tr("Method"), _named(made.by_method, words.method_name)),
            (self.tr("Reason"), _named(made.by_reason, self._reason_name)),
            (self.tr("PG"), _named(made.by_pg, words.pg_name)),
            (self.tr("Operator"), _named(made.by_operator, self._operator_name)),
        )
        for table, (title, shares) in zip(self._tables, parts, strict=True):
            table.setAccessibleName(self.tr("Refunds by: {name}").format(name=title))
            rows = [
                (one.name, f"{one.total.count:,}", formats.money(one.total.amount), share_text(one.permille))
                for one in shares
            ]
            table.show_rows((title, self.tr("Number"), self.tr("Amount"), self.tr("Share")), rows)
            table.fit()

    def _reason_name(self, reason: str) -> str:
        if reason == CONSOLE:
            return words.made_in_name(EntryOrigin.CONSOLE)
        return reason or self.tr("No reason given")

    def _operator_name(self, operator: str) -> str:
        if operator == ELSEWHERE:
            return self.tr("Not with this terminal")
        return operator or self.tr("Not named")


def _named(shares: Iterable[Share], name_of: Callable[[str], str]) -> list[Share]:
    """By the names that are shown; several codes may have one name. The order stays."""
    others = QCoreApplication.translate("ShareTables", "All others")
    books: dict[tuple[str, str], Share] = {}
    for share in shares:
        name = others if share.name == OTHERS else name_of(share.name)
        currency = share.total.amount.currency
        so_far = books.get((name, currency), Share(name, nothing(currency), 0))
        books[name, currency] = Share(name, so_far.total + share.total, so_far.permille + share.permille)
    return list(books.values())
