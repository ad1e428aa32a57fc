"""Buttons whose text wraps: Qt's own cut off what does not fit into one line."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QRadioButton, QSizePolicy, QVBoxLayout

from refund_gui.ui.entry import plain_label

_INDICATOR = 38
"""The room of a radio button's circle, in pixels: its frame, padding, size and spacing in the style sheet."""


class WrappedButton(QPushButton):
    """A push button that is as high as its lines. `lines` are labels inside it, from top to bottom."""

    def __init__(self, name: str, lines: tuple[QLabel, ...]) -> None:
        super().__init__()
        self.setObjectName(name)
        _fill(self, lines, 16)


class WrappedChoice(QRadioButton):
    """A radio button. The whole of it can be hit."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "choice")
        self._label = plain_label(f"{name}Text")
        _fill(self, (self._label,), _INDICATOR)

    def show_text(self, text: str) -> None:
        """What it says, also to a screen reader."""
        self._label.setText(text)
        self.setAccessibleName(text)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)


def _fill(button: QAbstractButton, lines: tuple[QLabel, ...], left: int) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    column = QVBoxLayout(button)
    column.setContentsMargins(left, 6, 8, 6)
    column.setSpacing(2)
    for line in lines:
        line.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column.addWidget(line)
