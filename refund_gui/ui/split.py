"""A list with its detail: side by side where there is room, one above the other where there is not."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from refund_gui.ui.scale import scaled

_HANDLE: Final = 8
_NARROWEST_DETAIL: Final = 288
_LOWEST_DETAIL: Final = 200
_LOWEST_LIST: Final = 96
"""Pixels."""


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
        self._detail = detail
        self._turned = turned
        self._list_width = list_width
        self._detail_width = scaled(detail_width)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(_HANDLE)
        self.addWidget(list_)
        self.addWidget(detail)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 1)
        detail.setMinimumSize(scaled(_NARROWEST_DETAIL), scaled(_LOWEST_DETAIL))

    def set_detail(self, detail: QWidget, turned: Callable[[bool], None]) -> None:
        """Another detail in the place of the one before, which is deleted."""
        sizes = self.sizes()
        detail.setMinimumSize(self._detail.minimumSize())
        self.replaceWidget(1, detail)
        self._detail.deleteLater()
        self._detail = detail
        detail.show()
        self.setSizes(sizes)
        self._turned = turned
        turned(self.orientation() is Qt.Orientation.Horizontal)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._turn(self.size(), False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn(event.size(), not event.oldSize().isValid())
        super().resizeEvent(event)

    def _turn(self, size: QSize, is_first: bool) -> None:
        """Where there is no room for both, in no direction, the list has it all."""
        beside = size.width() >= self._list_width() + _HANDLE + self._detail_width
        if beside != (self.orientation() is Qt.Orientation.Horizontal) or is_first:
            self.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
            self._turned(beside)
            length = size.width() if beside else size.height()
            detail = self._detail_width if beside else length // 2
            self.setSizes([length - detail, detail])
        lowest = self._detail.minimumHeight() + _HANDLE + scaled(_LOWEST_LIST)
        self._detail.setVisible(beside or size.height() >= lowest)
