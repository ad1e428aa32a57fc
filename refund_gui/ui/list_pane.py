"""A list with its search: the table, or in its place what to do next."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from refund_gui.ui import words
from refund_gui.ui.entry import plain_label
from refund_gui.ui.filters import SearchEdit
from refund_gui.ui.list_view import ListView
from refund_gui.ui.paging_model import FetchPage, PagingModel


class ListPane(QStackedWidget):
    """Loads, says why nothing is there, and leads from the search into the list."""

    def __init__(
        self,
        view: ListView,
        model: PagingModel[Any],
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
        self._title = plain_label(f"{view.objectName()}Empty", "subtitle")
        self._next = plain_label(f"{view.objectName()}EmptyAdvice", "hint")
        self.addWidget(view)
        self.addWidget(self._empty_page())
        model.loaded.connect(self._on_loaded)
        model.failed.connect(self._on_failed)
        search.entered.connect(self._on_search_entered)

    def load(self, fetch: FetchPage[Any]) -> None:
        """Show another list from its beginning."""
        self._view.scrollToTop()
        self._model.load(fetch)

    def look_for(self, is_it: Callable[[Any], bool]) -> None:
        """Go to the first such row, as soon as the list is there. The current row stays if it is one."""
        self._looked_for = is_it
        if not self._model.is_waiting:
            self._go_there()

    def retranslate(self) -> None:
        self._model.retranslate()
        self._show()

    def _show(self) -> None:
        """The list, or the words in its place."""
        if self._error is not None:
            told = words.describe(self._error)
            self._say(told.title, told.advice)
        elif self._model.rowCount() or self._model.is_waiting:
            self.setCurrentIndex(0)
        else:
            self._say(*self._advice())

    def _empty_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addStretch(1)
        for label in (self._title, self._next):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addStretch(2)
        return page

    def _say(self, title: str, advice: str) -> None:
        self._title.setText(title)
        self._next.setText(advice)
        self.setCurrentIndex(1)

    def _go_there(self) -> None:
        is_it, self._looked_for = self._looked_for, None
        if is_it is None:
            return
        current = self._view.current_row()
        if current is None or not is_it(current):
            number = self._model.find(is_it)
            if number is None:
                return
            self._view.select(number)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_loaded(self) -> None:
        self._error = None
        self._show()
        self._go_there()

    def _on_failed(self, error: Exception) -> None:
        self._error = error
        self._show()

    def _on_search_entered(self) -> None:
        self.look_for(lambda row: True)
