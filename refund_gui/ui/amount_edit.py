"""The field for an amount: separators appear while one types, and no value is ever changed."""

import re
import unicodedata
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from refund_gui.domain.money import Money, from_typed

_WELL_GROUPED: Final = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?", re.ASCII)
_LOOSE: Final = re.compile(r"([\d,]*)(\.\d*)?", re.ASCII)


class AmountEdit(QLineEdit):
    """Takes digits with or without separators, also full-width ones and pasted `1,000원`.

    Only text whose separators stand right is set anew (`1000` reads `1,000`). Anything else stays as it was
    typed, and `amount` says what is wrong with it: `1,5` must never turn into 15.
    """

    def __init__(self, parent: QWidget | None = None, *, zero_counts: bool = False) -> None:
        super().__init__(parent)
        self._zero_counts = zero_counts
        self._currency = "KRW"
        self._types_on = False
        """A key is being taken into text whose separators stood right: they may move now."""
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textChanged.connect(self._on_text_changed)

    def set_currency(self, currency: str) -> None:
        self._currency = currency

    def amount(self) -> Money:
        """Raises AmountMissing, NotANumber, TooManyDecimals, NotPositive, Negative or TooLarge."""
        return from_typed(self.text(), self._currency, self._zero_counts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._step_over_separator(event)
        pastes = event.matches(QKeySequence.StandardKey.Paste)
        self._types_on = not pastes and not _writes_separator(event.text()) and self._is_in_order()
        super().keyPressEvent(event)
        self._types_on = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._types_on = not _writes_separator(event.commitString()) and self._is_in_order()
        super().inputMethodEvent(event)
        self._types_on = False

    def _is_in_order(self) -> bool:
        return not self.text() or self.text() == _grouped(self.text())

    def _step_over_separator(self, event: QKeyEvent) -> None:
        """Backspace and Delete take the digit beyond a separator, which alone would only come back."""
        if self.hasSelectedText() or not self._is_in_order():
            return
        at, text = self.cursorPosition(), self.text()
        if event.key() == Qt.Key.Key_Backspace and text[at - 1 : at] == ",":
            self.setCursorPosition(at - 1)
        elif event.key() == Qt.Key.Key_Delete and text[at : at + 1] == ",":
            self.setCursorPosition(at + 1)

    def _on_text_changed(self, text: str) -> None:
        plain = unicodedata.normalize("NFKC", text)
        shape = _LOOSE if self._types_on else _WELL_GROUPED
        if len(plain) != len(text) or not shape.fullmatch(plain) or (grouped := _grouped(plain)) == text:
            return
        before = sum(character != "," for character in plain[: self.cursorPosition()])
        self.setText(grouped)
        self.setCursorPosition(_place_after(grouped, before))


def _writes_separator(text: str) -> bool:
    return "," in unicodedata.normalize("NFKC", text)


def _grouped(plain: str) -> str:
    """The digits in groups of three; decimals stay as they are."""
    whole, point, decimals = plain.replace(",", "").partition(".")
    first = len(whole) % 3
    groups = ([whole[:first]] if first else []) + [whole[i : i + 3] for i in range(first, len(whole), 3)]
    return ",".join(groups) + point + decimals


def _place_after(text: str, count: int) -> int:
    """The cursor position behind the first `count` characters that are no separators."""
    place = 0
    while count and place < len(text):
        count -= text[place] != ","
        place += 1
    return place
