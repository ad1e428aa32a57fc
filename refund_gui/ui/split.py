"""A list with its detail: side by side where there is room, one above the other where there is not."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_BESIDE_FROM: Final = 1040
"""Pixels that all columns and a detail beside them need."""

_NARROWEST_DETAIL: Final = 288


class Split(QSplitter):
    """Calls `turned(beside)` whenever the detail has moved. `detail_width` in pixels, at first."""

    def __init__(
        self,
        list_: QWidget,
        detail: QWidget,
        turned: Callable[[bool], None],
        detail_width: int = _NARROWEST_DETAIL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._turned = turned
        self._detail_width = detail_width
        self.setChildrenCollapsible(False)
        self.setHandleWidth(8)
        self.addWidget(list_)
        self.addWidget(detail)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 1)
        detail.setMinimumSize(_NARROWEST_DETAIL, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = event.size().width() >= _BESIDE_FROM
        if beside != (self.orientation() is Qt.Orientation.Horizontal) or not event.oldSize().isValid():
            self.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
            self._turned(beside)
            length = event.size().width() if beside else event.size().height()
            detail = self._detail_width if beside else length // 2
            self.setSizes([length - detail, detail])
        super().resizeEvent(event)
