"""What the history says in sums, in exports and on paper."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.refund_listing import HistoryRow, HistoryTotals, Sum
from refund_gui.domain.states import HISTORY_STATES, EntryOrigin, Origin, OutsideWay
from refund_gui.terminal.exporting import ExportColumn, ExportWords
from refund_gui.ui import words
from refund_gui.ui.formats import date_time, money
from refund_gui.ui.marks import cell_amount, with_test
from refund_gui.ui.print_table import PrintColumn, PrintedTable


@dataclass(frozen=True, slots=True)
class TotalsWords:
    """Parts of the line of totals, with `{count}` and `{sums}` in them."""

    shown: str
    refunded: str
    outside: str
    open: str
    tests: str


def totals_words() -> TotalsWords:
    """In the window's language."""
    return TotalsWords(
        QCoreApplication.translate("HistoryTexts", "{count} shown"),
        QCoreApplication.translate("HistoryTexts", "Refunded {count}: {sums}"),
        QCoreApplication.translate("HistoryTexts", "Refunded outside {count}: {sums}"),
        QCoreApplication.translate("HistoryTexts", "Not ended {count}: {sums}"),
        QCoreApplication.translate("HistoryTexts", "Test payments, not counted: {count}"),
    )


def totals_text(totals: HistoryTotals, said: TotalsWords) -> str:
    """`12 shown   ·   Refunded 10: ₩345,000, 12.34 USD   ·   Not ended 1: ₩5,000`."""
    parts = [said.shown.format(count=f"{totals.count:,}")]
    for part, sums in (
        (said.refunded, totals.refunded),
        (said.outside, totals.outside),
        (said.open, totals.open),
    ):
        if sums:
            parts.append(part.format(count=_count(sums), sums=_sums(sums)))
    if totals.tests:
        parts.append(said.tests.format(count=f"{totals.tests:,}"))
    return "   ·   ".join(parts)


def file_name(day: str, suffix: str) -> str:
    """`refunds-2025-12-03.xlsx`."""
    return QCoreApplication.translate("HistoryTexts", "refunds-{day}").format(day=day) + f".{suffix}"


def export_words() -> ExportWords:
    """An export in the window's language."""
    return ExportWords(
        sheet=QCoreApplication.translate("HistoryTexts", "Refunds"),
        headers=_headers(),
        refunded=QCoreApplication.translate("HistoryTexts", "Refunded: {count}"),
        outside=QCoreApplication.translate("HistoryTexts", "Refunded outside: {count}"),
        open=QCoreApplication.translate("HistoryTexts", "Not ended: {count}"),
        states={
            (state, is_test): with_test(words.state_name(state), is_test)
            for state in HISTORY_STATES
            for is_test in (False, True)
        },
        methods=words.method_names(),
        pgs=words.pg_names(),
        origins={origin: words.origin_name(origin) for origin in (*Origin, *EntryOrigin)},
        ways={way: words.way_name(way) for way in OutsideWay},
    )


def printed_history(
    rows: Iterable[HistoryRow],
    totals: HistoryTotals,
    notes: tuple[str, ...],
    said: ExportWords,
    totals_said: TotalsWords,
) -> PrintedTable:
    """The list on paper, in the window's language. `notes` stand below its title. Made on a lane."""
    headers = said.headers
    columns = (
        PrintColumn(headers[ExportColumn.TIME], 9),
        PrintColumn(headers[ExportColumn.ORDER_NO], 13),
        PrintColumn(headers[ExportColumn.GOODS], 11),
        PrintColumn(headers[ExportColumn.BUYER], 6),
        PrintColumn(headers[ExportColumn.AMOUNT], 8, right=True),
        PrintColumn(headers[ExportColumn.STATE], 9),
        PrintColumn(headers[ExportColumn.METHOD], 7),
        PrintColumn(headers[ExportColumn.REASON], 9),
        PrintColumn(headers[ExportColumn.OPERATOR], 7),
        PrintColumn(headers[ExportColumn.ORIGIN], 8),
    )
    return PrintedTable(
        said.sheet,
        (*notes, totals_text(totals, totals_said)),
        columns,
        tuple(_printed_row(row, said) for row in rows),
        tuple(
            _printed_sum(label, sums, len(columns))
            for label, sums in ((said.refunded, totals.refunded), (said.outside, totals.outside))
            if sums
        ),
    )


def _printed_sum(label: str, sums: tuple[Sum, ...], columns: int) -> tuple[str, ...]:
    """What went back to customers in one way or the other, below the amounts."""
    amounts = "\n".join(cell_amount(one.amount) for one in sums)
    cells = (label.format(count=_count(sums)), "", "", "", amounts)
    return cells + ("",) * (columns - len(cells))


def _printed_row(row: HistoryRow, said: ExportWords) -> tuple[str, ...]:
    return (
        date_time(row.created_at),
        row.merchant_uid,
        row.goods,
        row.buyer_name,
        cell_amount(row.amount),
        said.state(row),
        said.method(row),
        row.reason,
        row.operator,
        said.origins[row.origin],
    )


def _headers() -> dict[ExportColumn, str]:
    return {
        ExportColumn.TIME: QCoreApplication.translate("HistoryTexts", "Time"),
        ExportColumn.ORDER_NO: QCoreApplication.translate("HistoryTexts", "Order no."),
        ExportColumn.GOODS: QCoreApplication.translate("HistoryTexts", "Goods"),
        ExportColumn.BUYER: QCoreApplication.translate("HistoryTexts", "Buyer"),
        ExportColumn.AMOUNT: QCoreApplication.translate("HistoryTexts", "Amount"),
        ExportColumn.CURRENCY: QCoreApplication.translate("HistoryTexts", "Currency"),
        ExportColumn.STATE: QCoreApplication.translate("HistoryTexts", "State"),
        ExportColumn.METHOD: QCoreApplication.translate("HistoryTexts", "Method"),
        ExportColumn.PG: QCoreApplication.translate("HistoryTexts", "PG"),
        ExportColumn.REASON: QCoreApplication.translate("HistoryTexts", "Reason"),
        ExportColumn.NOTE: QCoreApplication.translate("HistoryTexts", "Note"),
        ExportColumn.OPERATOR: QCoreApplication.translate("HistoryTexts", "Operator"),
        ExportColumn.COUNTER: QCoreApplication.translate("HistoryTexts", "Counter"),
        ExportColumn.TAG: QCoreApplication.translate("HistoryTexts", "Tag"),
        ExportColumn.CANCELLATION: QCoreApplication.translate("HistoryTexts", "Cancellation"),
        ExportColumn.ORIGIN: QCoreApplication.translate("HistoryTexts", "Origin"),
        ExportColumn.MESSAGE: QCoreApplication.translate("HistoryTexts", "Answer"),
    }


def _count(sums: tuple[Sum, ...]) -> str:
    return f"{sum(one.count for one in sums):,}"


def _sums(sums: tuple[Sum, ...]) -> str:
    return ", ".join(money(one.amount) for one in sums)
