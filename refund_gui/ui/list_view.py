"""The table that both lists are shown in."""

from typing import Any, Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from refund_gui.ui.paging_model import PagingModel

ROW_HEIGHT: Final = 32
_NARROWEST: Final = 40
_MARGINS: Final = 14
"""Pixels beside a cell's text: both paddings of style.qss and Fusion's own."""
_LEFT: Final = 92
"""Pixels that the column without a width of its own needs."""


class ListView(QTableView):
    """One row is current; it and the scroll position outlive a refresh."""

    current_changed = Signal(object)
    """The current row, or None. Also after each refresh, for what it stands for may have changed."""
    chosen = Signal(object)
    """A row, by double click or Enter."""

    def __init__(self, model: PagingModel[Any], object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self._model = model
        self._kept_row: int | None = None
        self._kept_top: int | None = None
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self._set_sizes()
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        model.modelReset.connect(self._on_reset)
        model.unchanged.connect(self._on_unchanged)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.doubleClicked.connect(self._on_double_clicked)

    def current_row(self) -> Any | None:
        """The current row as the model's object, or None."""
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    def select(self, number: int) -> None:
        """Make a row the current one and show it."""
        self.setCurrentIndex(self._model.index(number, 0))

    def clear_current(self) -> None:
        """No row is current."""
        self.setCurrentIndex(QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            row = self.current_row()
            if row is not None and not event.isAutoRepeat():
                self.chosen.emit(row)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first row current without selecting it; a person must see where they are."""
        super().focusInEvent(event)
        index = self.currentIndex()
        if index.isValid() and not self.selectionModel().isRowSelected(index.row(), QModelIndex()):
            self.selectRow(index.row())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._set_sizes()

    def whole_width(self) -> int:
        """Pixels in which all columns can be read."""
        return sum(width or _LEFT for width in self._widths()) + self.verticalScrollBar().sizeHint().width()

    def _set_sizes(self) -> None:
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.hide()
        header = self.horizontalHeader()
        header.setMinimumSectionSize(_NARROWEST)
        header.setHighlightSections(False)
        for number, width in enumerate(self._widths()):
            if width:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(number, width)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def _widths(self) -> list[int]:
        """Each column's width in pixels in this language and font; 0 takes what is left."""
        bold = QFont(self.font())
        bold.setBold(True)
        titles, cells = QFontMetrics(bold), self.fontMetrics()
        widths = []
        for column in self._model.columns:
            longest = max(map(cells.horizontalAdvance, column.widest()), default=0)
            widths.append(max(longest, titles.horizontalAdvance(column.title())) + _MARGINS if longest else 0)
        return widths

    def _on_about_to_be_reset(self) -> None:
        row = self.current_row()
        self._kept_row = row.key.row_id if row is not None else None
        top = self.verticalScrollBar().value()
        self._kept_top = self._model.row(top).key.row_id if 0 < top < self._model.rowCount() else None

    def _on_reset(self) -> None:
        row = self._find(self._kept_row)
        if row is not None:
            self.select(row)
        elif self._kept_row is not None:
            self.current_changed.emit(None)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(self._find(self._kept_top) or 0)

    def _on_unchanged(self) -> None:
        row = self.current_row()
        if row is not None:
            self.current_changed.emit(row)

    def _find(self, row_id: int | None) -> int | None:
        return None if row_id is None else self._model.find(lambda row: row.key.row_id == row_id)

    def _on_current_row_changed(self, current: QModelIndex) -> None:
        self.current_changed.emit(self._model.row(current.row()) if current.isValid() else None)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.row(index.row()))
