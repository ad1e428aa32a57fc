"""Fields for a few lines of text."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFormLayout, QPlainTextEdit, QVBoxLayout, QWidget

from refund_gui.errors import InvalidInput
from refund_gui.ui.entry import form_label, plain_label
from refund_gui.ui.words import input_words

_LINES: Final = 3
_AROUND: Final = 16
"""Pixels above and below the lines: margin, padding and frame, so that no part of a fourth line shows."""


class LinesEdit(QPlainTextEdit):
    """Three lines high, in any size of letters. Tab leaves it."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__("\n".join(lines))
        self.setTabChangesFocus(True)
        self._take_room()

    def lines(self) -> tuple[str, ...]:
        """What stands in it, a line each, none twice."""
        lines = self.toPlainText().splitlines()
        return tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._take_room()

    def _take_room(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + _AROUND)


class LinesEntry:
    """A field of lines with its label, and what is wrong with it, said while one types."""

    def __init__(self, name: str, text: str, check: Callable[[str], object], parent: QWidget) -> None:
        """`check` raises InvalidInput for a text that cannot be used."""
        self.control = LinesEdit(text.splitlines())
        self.control.setObjectName(f"{name}Edit")
        self._check = check
        self._label = form_label()
        self._label.setBuddy(self.control)
        self._error = plain_label(f"{name}Error", "error")
        self._error.hide()
        self._cell = QWidget(parent)
        column = QVBoxLayout(self._cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.control)
        column.addWidget(self._error)
        self.control.textChanged.connect(self.is_right)

    def add_to(self, form: QFormLayout) -> None:
        """Put it into the form as its next row."""
        form.addRow(self._label, self._cell)

    def text(self) -> str:
        return self.control.toPlainText()

    def is_right(self) -> bool:
        """Check it, and show what is wrong."""
        words = ""
        try:
            self._check(self.text())
        except InvalidInput as error:
            words = input_words(error)
        self._error.setText(words)
        self._error.setVisible(bool(words))
        self.control.setAccessibleDescription(words)
        return not words

    def set_names(self, name: str) -> None:
        self._label.setText(name)
        self.control.setAccessibleName(name)
        self.is_right()
