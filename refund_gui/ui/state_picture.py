"""A drawing for what a place is about: nothing here, loading, done, refused, checking, look at this."""

from collections.abc import Mapping
from enum import StrEnum, auto
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from refund_gui.domain.refund import RefundState
from refund_gui.ui.theme import colour, drawn

_LINES: Final = 3
"""As high as so many lines of text."""


class Picture(StrEnum):
    """What is drawn."""

    EMPTY = auto()
    LOADING = auto()
    DONE = auto()
    REFUSED = auto()
    CHECKING = auto()
    ATTENTION = auto()


class _Drawing(NamedTuple):
    icon: str
    ground: str
    line: str


_DRAWINGS: Final[Mapping[Picture, _Drawing]] = {
    Picture.EMPTY: _Drawing("empty", "off", "on-off"),
    Picture.LOADING: _Drawing("sync", "info", "on-info"),
    Picture.DONE: _Drawing("success", "success", "on-success"),
    Picture.REFUSED: _Drawing("error", "error-page", "on-error-page"),
    Picture.CHECKING: _Drawing("clock", "info", "on-info"),
    Picture.ATTENTION: _Drawing("warning", "attention", "on-attention"),
}
_OF_STATE: Final[Mapping[RefundState, Picture]] = {
    RefundState.SENDING: Picture.LOADING,
    RefundState.UNKNOWN: Picture.CHECKING,
    RefundState.ACCEPTED: Picture.CHECKING,
    RefundState.SUCCEEDED: Picture.DONE,
    RefundState.REJECTED: Picture.REFUSED,
    RefundState.NOT_EXECUTED: Picture.REFUSED,
    RefundState.CANCELLED: Picture.REFUSED,
}


def picture_of(state: RefundState) -> Picture:
    """What is drawn beside a refund in this state; whatever a person must look at gets their attention."""
    return _OF_STATE.get(state, Picture.ATTENTION)


class StatePicture(QWidget):
    """Says nothing that the words beside it do not say: screen readers pass it by."""

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def picture(self) -> Picture:
        """What is drawn now."""
        return self._picture

    def draw(self, picture: Picture) -> None:
        """Draw this from now on."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        side = _LINES * self.fontMetrics().lineSpacing()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        drawing = _DRAWINGS[self._picture]
        place = QRectF(self.rect())
        inset = place.width() / 4
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(drawing.ground))
        painter.drawEllipse(place)
        drawn(drawing.icon, drawing.line).render(painter, place.adjusted(inset, inset, -inset, -inset))


def beside(picture: StatePicture, *texts: QWidget) -> QHBoxLayout:
    """A row: the picture, and these texts below one another."""
    column = QVBoxLayout()
    column.setSpacing(4)
    for text in texts:
        column.addWidget(text)
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(column, 1)
    return row
