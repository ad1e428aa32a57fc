"""CSV that Excel opens by a double click: UTF-8 with its mark, and no cell that it would calculate."""

import csv
import io
import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO, Final

from refund_gui.domain.money import Money

if TYPE_CHECKING:
    from refund_gui.terminal.exporting import Cell

_SIGNS: Final = frozenset("=+-@\u2212")
"""What a formula begins with, and the minus sign; their wide and small twins are folded to them."""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"})
_FILLERS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Signs that cannot be seen: kinds of Unicode, and letters that are empty."""


class CsvFile:
    """A CSV file that is being written. It has no sums: other programs read it too."""

    def __init__(self, target: BinaryIO, titles: list[str]) -> None:
        self._text = io.TextIOWrapper(target, encoding="utf-8-sig", errors="replace", newline="")
        self._rows = csv.writer(self._text)
        self._rows.writerow(titles)

    def add(self, cells: "list[Cell]") -> None:
        self._rows.writerow([_text(cell) for cell in cells])

    def end(self, totals: "list[list[Cell]]") -> None:
        self._text.detach()


def _text(cell: "Cell") -> str:
    if isinstance(cell, Money):
        return cell.as_json()
    return f"{cell:%Y-%m-%d %H:%M:%S}" if isinstance(cell, datetime) else harmless(cell)


def harmless(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula: with an apostrophe before it where it could.

    Whatever cannot be seen in front of the sign does not count; control characters turn into spaces.
    """
    plain = "".join(" " if unicodedata.category(char) == "Cc" and char != "\n" else char for char in text)
    return f"'{plain}" if _begins(text) in _SIGNS or text[:1] in ("\t", "\r", "\n") else plain


def _begins(text: str) -> str:
    """The first sign that can be seen, without its width; "" in an empty text."""
    folded = unicodedata.normalize("NFKC", text)
    seen = (char for char in folded if unicodedata.category(char) not in _UNSEEN and char not in _FILLERS)
    return next(seen, "")
