"""What a list is sorted by: chosen by a click on a title, from the list's menu, or by a key."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction

from refund_gui.domain.listing import SortBy
from refund_gui.ui.list_model import ListModel
from refund_gui.ui.list_view import ListView


class ListSorting(QObject):
    """Dates begin with the newest, everything else with the smallest; the second time it turns.

    The menu of the list (right click, or the menu key) has an entry for each title, with its key: Alt and the
    column's number.
    """

    changed = Signal()
    """Somebody chose another order."""

    def __init__(self, view: ListView, model: ListModel[Any]) -> None:
        super().__init__(view)
        self.by = SortBy.DATE
        self.ascending = False
        self._is_searching = False
        self._model = model
        self._header = view.horizontalHeader()
        self._columns = {column.sort_by: at for at, column in enumerate(model.columns) if column.sort_by}
        self._actions = {by: self._action(by, view) for by in self._columns}
        model.hint = self._hint
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._header.setSectionsClickable(True)
        self._header.setSortIndicatorShown(True)
        self._header.sectionClicked.connect(self._on_clicked)
        self.retranslate()

    def set_searching(self, is_searching: bool) -> None:
        """A search stands newest first, whatever was chosen; that holds again when it is over."""
        if is_searching != self._is_searching:
            self._is_searching = is_searching
            self._show()  # Qt draws the whole list anew for it: not at each key

    def sort_by(self, by: SortBy) -> None:
        """Sort by this; turned, if the list is sorted by it already."""
        if self._is_searching:
            return
        self.ascending = not self.ascending if by is self.by else by is not SortBy.DATE
        self.by = by
        self._show()
        self.changed.emit()

    def retranslate(self) -> None:
        for by, action in self._actions.items():
            title = self._model.columns[self._columns[by]].title()
            action.setText(self.tr("Sort by: {column}").format(column=title))
        self._show()

    def _action(self, by: SortBy, view: ListView) -> QAction:
        action = QAction(self)
        action.setShortcut(f"Alt+{self._columns[by] + 1}")
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setCheckable(True)
        action.triggered.connect(lambda: self.sort_by(by))
        view.addAction(action)
        return action

    def _show(self) -> None:
        """The arrow: up where the smallest, the first or the oldest stands at the top."""
        by, ascending = (SortBy.DATE, False) if self._is_searching else (self.by, self.ascending)
        order = Qt.SortOrder.AscendingOrder if ascending else Qt.SortOrder.DescendingOrder
        self._header.setSortIndicator(self._columns[by], order)
        for each, action in self._actions.items():
            action.setEnabled(not self._is_searching)
            action.setChecked(each is by)
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._model.columns) - 1)

    def _hint(self, column: int) -> str:
        by = self._model.columns[column].sort_by
        if by is None:
            return ""
        if self._is_searching:
            return self.tr("What a search finds stands newest first.")
        return self.tr("Click to sort, or press {key} in the list.").format(
            key=self._actions[by].shortcut().toString()
        )

    def _on_clicked(self, column: int) -> None:
        by = self._model.columns[column].sort_by
        if by is not None:
            self.sort_by(by)
        self._show()  # Qt has put the arrow there, whatever the column is
