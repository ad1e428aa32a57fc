"""Lengths that follow the size of the text: Qt scales pixels with the display, not with the font."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QWidget

_USUAL: Final = 13
"""Pixels of the font that the lengths in the code are meant for: 10 points at 96 dpi."""
_LARGE: Final = 150
"""Per cent of the usual size."""
_SMALLEST: Final = QSize(1024, 700)
"""The smallest screen in pixels on which everything can be read with text of twice the usual size."""


def scaled(pixels: int) -> int:
    """So many pixels at the usual size of text, more with a larger one."""
    return max(pixels, round(pixels * QFontInfo(QApplication.font()).pixelSize() / _USUAL))


def has_large_text() -> bool:
    """Whether names that stand beside something in text of the usual size leave it no room."""
    return scaled(100) >= _LARGE


def open_wide(window: QWidget, width: int, height: int = 0) -> None:
    """Give a window this size in pixels, with larger text a larger one up to what the smallest screen has."""
    usual, larger = QSize(width, height), QSize(scaled(width), scaled(height))
    size = larger.boundedTo(_SMALLEST).expandedTo(usual)
    window.resize(size.boundedTo(window.screen().availableSize()))
