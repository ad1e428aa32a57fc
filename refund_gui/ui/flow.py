"""Widgets in a line, and on in the next line where there is no room."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QSizePolicy, QWidget

_SPACING: Final = 8
_GROWING: Final = (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)


class Flow(QLayout):
    """From left to right. Widgets that expand share what is left of their line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), is_trial=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [_size(item) for item in self._items if not item.isEmpty()]
        width = sum(size.width() + _SPACING for size in sizes) - _SPACING
        return QSize(max(0, width), max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, is_trial=False)

    def _place(self, rect: QRect, is_trial: bool) -> int:
        """Returns the height that is needed."""
        top = rect.top()
        for line in self._lines(rect.width()):
            widths = _widths(line, rect.width())
            height, left = max(map(_height, line, widths)), rect.left()
            for item, width in zip(line, widths, strict=True):
                if not is_trial:
                    own = _height(item, width)
                    down = (height - own) // 2 if isinstance(item.widget(), QLabel) else 0
                    item.setGeometry(QRect(left, top + down, width, own))
                left += width + _SPACING
            top += height + _SPACING
        return max(0, top - _SPACING - rect.top())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():  # out of sight
                continue
            if not lines or left + _size(item).width() > width:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += _size(item).width() + _SPACING
        return lines


def _size(item: QLayoutItem) -> QSize:
    return item.sizeHint().expandedTo(item.minimumSize())


def _widths(line: list[QLayoutItem], whole: int) -> list[int]:
    """What is left of the line goes to those that grow."""
    spare = whole - sum(_size(item).width() + _SPACING for item in line) + _SPACING
    growing = sum(map(_grows, line))
    more = max(0, spare) // growing if growing else 0
    return [min(whole, _size(item).width() + more * _grows(item)) for item in line]


def _grows(item: QLayoutItem) -> bool:
    widget = item.widget()
    return widget is not None and widget.sizePolicy().horizontalPolicy() in _GROWING


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else _size(item).height()
