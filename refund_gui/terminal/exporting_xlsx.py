"""An Excel file, written row by row so that its size does not matter. The only one who knows XlsxWriter.

Every text is written as a text, whatever it begins with; there is no formula in the file.
"""

import io
import tempfile
from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from refund_gui.domain.money import Money

if TYPE_CHECKING:
    from refund_gui.terminal.exporting import Cell

ROWS: Final = 1_000_000
"""Rows of one sheet; Excel ends at 1,048,576. What is more stands on the next one."""

_LONGEST: Final = 32_767
"""What a cell holds, in UTF-16."""

_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


class XlsxFile:
    """A workbook that is being written. `rows`: of one sheet, at most."""

    def __init__(
        self, target: BinaryIO, name: str, titles: list[str], widths: list[int], rows: int = ROWS
    ) -> None:
        """`widths` of the columns in characters."""
        self._target, self._content = target, io.BytesIO()
        self._parts = tempfile.TemporaryDirectory(prefix="refund-export-", ignore_cleanup_errors=True)
        self._book = xlsxwriter.Workbook(self._content, _OPTIONS | {"tmpdir": self._parts.name})
        self._name, self._titles, self._widths, self._most = name, titles, widths, rows
        self._title = self._book.add_format({"bold": True, "bottom": 1, "bg_color": "#F2F4F7"})
        self._formats: dict[tuple[str, bool], Any] = {}
        self._sheets = 0
        self._begin_sheet()

    def add(self, cells: "list[Cell]") -> None:
        if self._row > self._most:
            self._end_sheet()
            self._begin_sheet()
        self._add(cells, bold=False)

    def end(self, totals: "list[list[Cell]]") -> None:
        self._end_sheet()
        self._row += 1  # a free one: sorting and filtering leave the sums where they are
        for cells in totals:
            self._add(cells, bold=True)
        try:
            self._book.close()
        except FileCreateError as error:
            # Without its traceback, which holds the half-made archive.
            raise error.args[0].with_traceback(None) from None
        finally:
            self._parts.cleanup()
        self._target.write(self._content.getbuffer())  # some 100 bytes a row; a ZipFile hates full disks

    def _begin_sheet(self) -> None:
        self._sheets += 1
        name = self._name if self._sheets == 1 else f"{self._name} {self._sheets}"
        self._sheet = self._book.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        for column, (title, width) in enumerate(zip(self._titles, self._widths, strict=True)):
            self._sheet.set_column(column, column, width)
            self._sheet.write_string(0, column, title, self._title)
        self._row = 1

    def _end_sheet(self) -> None:
        self._sheet.autofilter(0, 0, max(1, self._row - 1), len(self._titles) - 1)

    def _add(self, cells: "list[Cell]", bold: bool) -> None:
        for column, cell in enumerate(cells):
            if isinstance(cell, Money):
                decimals = "." + "0" * cell.exponent if cell.exponent else ""
                number = self._format(f"#,##0{decimals}", bold)
                self._sheet.write_number(self._row, column, cell.as_decimal(), number)
            elif isinstance(cell, datetime):
                time = self._format("yyyy-mm-dd hh:mm:ss", bold)
                self._sheet.write_datetime(self._row, column, cell.replace(tzinfo=None), time)
            elif cell:
                self._add_text(column, _fitting(cell), self._format("@", bold))
        self._row += 1

    def _add_text(self, column: int, text: str, shape: Any) -> None:
        if text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter takes such a text for finished XML and does not escape it; in two parts it does.
            self._sheet.write_rich_string(self._row, column, text[:1], shape, text[1:], shape)
        else:
            self._sheet.write_string(self._row, column, text, shape)

    def _format(self, shown: str, bold: bool) -> Any:
        """`shown`: how Excel shows it; `@` is a text and stays one when somebody edits it."""
        if (shown, bold) not in self._formats:
            self._formats[shown, bold] = self._book.add_format({"num_format": shown, "bold": bold})
        return self._formats[shown, bold]


def _fitting(text: str) -> str:
    """The text as far as a cell holds it."""
    units = text.encode("utf-16-le", "replace")
    return text if len(units) <= 2 * _LONGEST else units[: 2 * _LONGEST].decode("utf-16-le", "ignore")
