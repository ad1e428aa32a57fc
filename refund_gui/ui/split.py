"""A list with its detail: side by side where there is room, one above the other where there is not."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_HANDLE: Final = 8
_NARROWEST_DETAIL: Final = 288


class Split(QSplitter):
    """Calls `turned(beside)` whenever the detail has moved.

    `list_width` tells the pixels that the list needs; `detail_width` is what the detail gets at first.
    """

    def __init__(
        self,
        list_: QWidget,
        detail: QWidget,
        turned: Callable[[bool], None],
        list_width: Callable[[], int],
        detail_width: int = _NARROWEST_DETAIL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._turned = turned
        self._list_width = list_width
        self._detail_width = detail_width
        self.setChildrenCollapsible(False)
        self.setHandleWidth(_HANDLE)
        self.addWidget(list_)
        self.addWidget(detail)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 1)
        detail.setMinimumSize(_NARROWEST_DETAIL, 200)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._turn(self.size(), False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn(event.size(), not event.oldSize().isValid())
        super().resizeEvent(event)

    def _turn(self, size: QSize, is_first: bool) -> None:
        beside = size.width() >= self._list_width() + _HANDLE + self._detail_width
        if beside != (self.orientation() is Qt.Orientation.Horizontal) or is_first:
            self.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
            self._turned(beside)
            length = size.width() if beside else size.height()
            detail = self._detail_width if beside else length // 2
            self.setSizes([length - detail, detail])
