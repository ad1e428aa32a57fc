"""A list with its search: the table, or in its place what to do next."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from refund_gui.ui.list_model import ListModel
from refund_gui.ui.list_view import ListView
from refund_gui.ui.search_edit import SearchEdit


class ListPane(QStackedWidget):
    """Says why nothing is there, and leads from the search into the list."""

    begun = Signal()
    """The first answer is there and painted: rows, or the words in their place. Once."""

    def __init__(
        self,
        view: ListView,
        model: ListModel[Any],
        search: SearchEdit,
        advice: Callable[[], tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """`advice` is what an empty list says: a title, and what to do next."""
        super().__init__(parent)
        self._view = view
        self._model = model
        self._advice = advice
        self._error: Exception | None = None
        self._looked_for: Callable[[Any], bool] | None = None
        self.addWidget(view)
        self._words: _Words | None = None
        model.loaded.connect(self._on_loaded)
        model.failed.connect(self._on_failed)
        self._has_begun = False
        search.entered.connect(self._on_search_entered)

    def look_for(self, is_it: Callable[[Any], bool]) -> None:
        """Go to the first such row, as soon as the list is there. The current row stays if it is one."""
        self._looked_for = is_it
        if not self._model.is_waiting:
            self._go_there()

    def retranslate(self) -> None:
        self._model.retranslate()
        self._show()

    def say_again(self) -> None:
        """The advice is another one now."""
        self._show()

    def add_step(self, button: QWidget) -> None:
        """What can be done about an empty list, below the words."""
        self.complete()
        assert self._words is not None
        self._words.add_step(button)

    def _show(self) -> None:
        """The list, or the words in its place."""
        if self._error is not None:
            from refund_gui.ui.words import describe  # the words for errors are many, and rarely needed

            told = describe(self._error)
            self._say(told.title, told.advice, failed=True)
        elif self._model.rowCount() or self._model.is_waiting:
            self.setCurrentIndex(0)
        else:
            self._say(*self._advice())

    def complete(self) -> None:
        """Make the words, which the first rows do not need."""
        if self._words is None:
            self._words = _Words(self._view.objectName())
            self.addWidget(self._words)

    def _begin(self) -> None:
        if not self._has_begun:
            self._has_begun = True
            shown = self._words if self.currentIndex() and self._words else self._view
            shown.painted.connect(self._on_painted, Qt.ConnectionType.SingleShotConnection)

    def _say(self, title: str, advice: str, failed: bool = False) -> None:
        self.complete()
        assert self._words is not None
        self._words.say(title, advice, failed)
        self.setCurrentIndex(1)

    def _go_there(self) -> None:
        is_it, self._looked_for = self._looked_for, None
        if is_it is None:
            return
        current = self._view.current_row()
        if current is None or not is_it(current):
            number = 0 if is_it is _any_row and self._model.rowCount() else self._model.find(is_it)
            if number is None:
                return
            self._view.select(number)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_loaded(self) -> None:
        self._error = None
        self._show()
        self._begin()
        self._go_there()

    def _on_painted(self) -> None:
        QTimer.singleShot(0, self, self.begun.emit)  # when all else is painted too

    def _on_failed(self, error: Exception) -> None:
        self._error = error
        self._show()
        self._begin()

    def _on_search_entered(self) -> None:
        self.look_for(_any_row)


def _any_row(row: Any) -> bool:
    return True


class _Words(QWidget):
    """In place of the rows: a title, and what to do next."""

    painted = Signal()

    def __init__(self, name: str) -> None:
        from refund_gui.ui.entry import plain_label  # the first rows need no label
        from refund_gui.ui.state_picture import Picture, StatePicture

        super().__init__()
        self._picture = StatePicture(Picture.EMPTY)
        self._title = plain_label(f"{name}Empty", "subtitle")
        self._advice = plain_label(f"{name}EmptyAdvice", "hint")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addStretch(2)
        self._steps = layout

    def add_step(self, button: QWidget) -> None:
        self._steps.insertWidget(self._steps.count() - 1, button, 0, Qt.AlignmentFlag.AlignCenter)

    def say(self, title: str, advice: str, failed: bool) -> None:
        from refund_gui.ui.state_picture import Picture

        self._picture.draw(Picture.ATTENTION if failed else Picture.EMPTY)
        self._title.setText(title)
        self._advice.setText(advice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture.setVisible(event.size().height() >= 3 * self._picture.sizeHint().height())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()
