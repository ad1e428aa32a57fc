"""A day's close on paper: the lines, each difference with its reason, and what is not clear."""

from PySide6.QtCore import QCoreApplication

from refund_gui.domain.closing import CloseLine, sums
from refund_gui.domain.totals import Total
from refund_gui.terminal.closing import DayReport
from refund_gui.ui import formats
from refund_gui.ui.close_tables import difference_rows, open_rows, signed
from refund_gui.ui.period_texts import as_of, cautions_text
from refund_gui.ui.print_table import PrintColumn, PrintedTable
from refund_gui.ui.words_closing import line_name

_Texts = tuple[str, str, str, str, str]


def printed_close(report: DayReport, result: str) -> PrintedTable:
    """One list for all of it. `result`: whether the day adds up, in words."""
    close = report.close
    rows = [_line(line_name(line.key), line) for line in close.lines]
    rows += [
        (_joined(time, order, buyer, method), "", "", delta, _joined(why, operator))
        for time, order, buyer, method, delta, why, operator in difference_rows(
            close.differences, report.as_of
        )
    ]
    rows += [
        (_joined(time, order, buyer), "", "", amount, _joined(state, operator))
        for time, order, buyer, state, operator, amount in open_rows(close.still_open)
    ]
    title = QCoreApplication.translate("DailyCloseView", "Daily close of {day}").format(day=report.day)
    cautions = cautions_text(report.cautions).splitlines()
    return PrintedTable(
        title,
        (as_of(report.as_of, report.fresh_at, dated=True), result, *cautions),
        (
            PrintColumn(QCoreApplication.translate("DailyCloseView", "Method or order"), 6),
            PrintColumn(QCoreApplication.translate("DailyCloseView", "This terminal"), 4, right=True),
            PrintColumn(QCoreApplication.translate("DailyCloseView", "PortOne"), 4, right=True),
            PrintColumn(QCoreApplication.translate("DailyCloseView", "Difference"), 4, right=True),
            PrintColumn(QCoreApplication.translate("DailyCloseView", "Why"), 8),
        ),
        rows,
        _totals([_line("", line) for line in sums(close.lines)]),
    )


def _line(name: str, line: CloseLine) -> _Texts:
    difference = f"{signed(line.difference.amount)} ({line.difference.count:+})"
    return name, _both(line.here), _both(line.upstream), difference, ""


def _totals(lines: list[_Texts]) -> tuple[tuple[str, ...], ...]:
    """One row, with a line for each currency in each column."""
    whole = QCoreApplication.translate("DailyCloseView", "Together")
    columns = ["\n".join(texts) for texts in zip(*lines, strict=True)]
    return ((whole, *columns[1:]),) if columns else ()


def _both(total: Total) -> str:
    return f"{formats.money(total.amount)} ({total.count})"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
