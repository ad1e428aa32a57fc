"""The history as a file: for Excel (.xlsx), or CSV. What is exported is what the list shows."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from refund_gui.clock import in_korea
from refund_gui.domain.listing import PageKey
from refund_gui.domain.money import Money
from refund_gui.domain.refund_listing import HistoryFilter, HistoryRow, HistoryTotals, totals_of
from refund_gui.domain.states import EntryOrigin, HistoryState, Origin, OutsideWay
from refund_gui.errors import Stopped
from refund_gui.store import Store
from refund_gui.terminal.exporting_files import Replace, placed

PAGE: Final = 500
"""Rows that are read at once, between two looks at whether somebody stopped it."""

Cell = str | datetime | Money
Report = Callable[[int, int], None]
"""Told how many rows of how many are done."""


class ExportKind(StrEnum):
    """The value is the file's suffix."""

    XLSX = "xlsx"
    CSV = "csv"


class ExportColumn(StrEnum):
    """The columns in their order; `WIDTHS` has their widths."""

    TIME = "time"
    ORDER_NO = "order_no"
    GOODS = "goods"
    BUYER = "buyer"
    AMOUNT = "amount"
    CURRENCY = "currency"
    STATE = "state"
    METHOD = "method"
    PG = "pg"
    REASON = "reason"
    NOTE = "note"
    OPERATOR = "operator"
    COUNTER = "counter"
    TAG = "tag"
    CANCELLATION = "cancellation"
    ORIGIN = "origin"
    MESSAGE = "message"


WIDTHS: Final = (19, 24, 30, 12, 13, 9, 18, 14, 16, 24, 24, 12, 12, 10, 28, 22, 40)
"""Of the columns in Excel, in characters."""


@dataclass(frozen=True, slots=True)
class ExportWords:
    """What the file says in the window's language, made before it is written: a lane does not translate."""

    sheet: str
    headers: Mapping[ExportColumn, str]
    refunded: str
    outside: str
    open: str
    """Labels of totals, with `{count}` in them."""
    states: Mapping[tuple[HistoryState, bool], str]
    """By state, and whether it is a test payment's."""
    methods: Mapping[str, str]
    pgs: Mapping[str, str]
    """Of the codes that have a name; another reads as itself."""
    origins: Mapping[Origin | EntryOrigin, str]
    ways: Mapping[OutsideWay, str]

    def state(self, row: HistoryRow) -> str:
        """`Refunded`, `Refunded outside · Cash`."""
        state = self.states[row.state, row.is_test]
        return f"{state} · {self.ways[row.way]}" if row.way else state

    def method(self, row: HistoryRow) -> str:
        return self.methods.get(row.pay_method, row.pay_method)

    def titles(self) -> list[str]:
        """The header's cells."""
        return [self.headers[column] for column in ExportColumn]

    def totals(self, totals: HistoryTotals) -> list[list[Cell]]:
        """A row for each sum, with its label in the first column."""
        before = [""] * (list(ExportColumn).index(ExportColumn.AMOUNT) - 1)
        return [
            [label.format(count=f"{one.count:,}"), *before, one.amount, one.amount.currency]
            for label, sums in (
                (self.refunded, totals.refunded),
                (self.outside, totals.outside),
                (self.open, totals.open),
            )
            for one in sums
        ]


class ExportFile(Protocol):
    """A file that is being written."""

    def add(self, cells: list[Cell]) -> None:
        """One more row, a cell for each column."""

    def end(self, totals: list[list[Cell]]) -> None:
        """Sums below the rows, where the kind of file has them; then the file is whole."""


class Exporting:
    """Reads the store page by page. Raises StoreError, and what is named."""

    def __init__(self, store: Store, replace: Replace = os.replace) -> None:
        self._store = store
        self._replace = replace

    def pages(
        self, chosen: HistoryFilter, report: Report, is_stopped: Callable[[], bool]
    ) -> Iterator[tuple[HistoryRow, ...]]:
        """All rows that the filter leaves, newest first. Raises Stopped."""
        total = self._store.refunds.totals(chosen).count
        done, after = 0, None
        while page := self._page(chosen, after, is_stopped):
            yield page
            done, after = done + len(page), page[-1].key
            report(done, max(total, done))

    def _page(
        self, chosen: HistoryFilter, after: PageKey | None, is_stopped: Callable[[], bool]
    ) -> tuple[HistoryRow, ...]:
        if is_stopped():
            raise Stopped
        return self._store.refunds.page(chosen, after, PAGE)

    def save(
        self,
        path: Path,
        kind: ExportKind,
        chosen: HistoryFilter,
        words: ExportWords,
        report: Report,
        is_stopped: Callable[[], bool],
    ) -> int:
        """Write the file, or leave what was there before. Returns the number of rows.

        Raises Stopped, DiskFull, FileInUse or FileRefused.
        """
        totals = HistoryTotals()
        with placed(path, self._replace) as target:
            file = _begun(kind, target, words)
            try:
                for page in self.pages(chosen, report, is_stopped):
                    for row in page:
                        file.add(_cells(row, words))
                    totals = totals_of(page, totals)
            finally:
                # Also after a stop: the file goes, but its parts are closed.
                file.end(words.totals(totals))
        return totals.count


def _begun(kind: ExportKind, target: BinaryIO, words: ExportWords) -> ExportFile:
    if kind is ExportKind.CSV:
        from refund_gui.terminal.exporting_csv import CsvFile

        return CsvFile(target, words.titles())
    from refund_gui.terminal.exporting_xlsx import XlsxFile  # brings XlsxWriter: 50 ms

    return XlsxFile(target, words.sheet, words.titles(), list(WIDTHS))


def _cells(row: HistoryRow, words: ExportWords) -> list[Cell]:
    """In the order of `ExportColumn`."""
    return [
        in_korea(row.created_at) if row.created_at else "",
        row.merchant_uid,
        row.goods,
        row.buyer_name,
        row.amount,
        row.amount.currency,
        words.state(row),
        words.method(row),
        words.pgs.get(row.pg_provider, row.pg_provider),
        row.reason,
        row.note,
        row.operator,
        row.counter,
        row.tag,
        row.entry_key,
        words.origins[row.origin],
        row.message,
    ]
