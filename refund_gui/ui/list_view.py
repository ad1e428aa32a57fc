"""The table that both lists are shown in."""

from typing import Any, Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from refund_gui.domain.searching import Search
from refund_gui.ui.list_model import ListModel, Seen
from refund_gui.ui.row_painter import MARGIN, RowPainter

ROW_HEIGHT: Final = 36
"""Pixels of a row, more where the font needs more."""
_AROUND: Final = 14
"""Pixels above and below a row's text, together."""
_NARROWEST: Final = 40
_LEFT: Final = 92
"""Pixels that the column without a width of its own needs."""
_PATIENCE: Final = 30
"""Milliseconds that a place of which nothing is there yet is waited for before dots are drawn."""


class ListView(QTableView):
    """One row is current; it and the scroll position outlive a refresh."""

    current_changed = Signal(object)
    """The current row; None without one, and while the store has not given it.

    Also after each refresh, for what it stands for may have changed.
    """
    chosen = Signal(object)
    """A row, by double click or Enter."""
    painted = Signal()
    """Rows can be seen."""

    def __init__(self, model: ListModel[Any], object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self._model = model
        self._row: Any | None = None
        self._is_resetting = False
        self._is_marked_anew = False
        self._hovered = -1
        # Of our own: for the first widget of Qt's making all classes of widgets would be made, 30 ms.
        self._canvas = QWidget()
        self._canvas.setBackgroundRole(QPalette.ColorRole.Base)
        self._canvas.setAutoFillBackground(True)
        self.setViewport(self._canvas)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._on_patience_end)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self._rows = RowPainter(self, model)
        self._set_sizes()
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        model.modelReset.connect(self._on_reset)
        model.refreshed.connect(self._on_refreshed)
        model.dataChanged.connect(self._on_data_changed)
        model.loaded.connect(self._on_loaded)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        self.entered.connect(self._on_entered)

    def current_row(self) -> Any | None:
        """The current row as the model's object; None without one, and while the store has not given it."""
        return self._row

    def select(self, number: int) -> None:
        """Make a row the current one and show it."""
        self.setCurrentIndex(self._model.index(number, 0))

    def clear_current(self) -> None:
        """No row is current."""
        self.setCurrentIndex(QModelIndex())

    def mark(self, search: Search) -> None:
        """Mark in the searched columns what this search finds, as soon as its answer is there."""
        self._rows.set_search(search)
        self._is_marked_anew = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            row = self.current_row()
            if row is not None and not event.isAutoRepeat():
                self.chosen.emit(row)
            return
        super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End lead to the first and last row; Qt's own lead to the first and last column."""
        rows, column = self._model.rowCount(), max(0, self.currentIndex().column())
        if action is QAbstractItemView.CursorAction.MoveHome and rows:
            return self._model.index(0, column)
        if action is QAbstractItemView.CursorAction.MoveEnd and rows:
            return self._model.index(rows - 1, column)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Not here: Qt would look through every row. The search field is there for it."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first row current without selecting it; a person must see where they are."""
        super().focusInEvent(event)
        index = self.currentIndex()
        if index.isValid() and not self.selectionModel().isRowSelected(index.row(), QModelIndex()):
            self.selectRow(index.row())

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._rows.paint(event.rect(), self._hovered)
        if self._model.rowCount():
            self.painted.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._look()
        if not self._shows_rows():
            self._wait_for_rows()  # before Qt orders the painting of a place of which nothing is there
        super().scrollContentsBy(dx, dy)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._set_sizes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look()

    def whole_width(self) -> int:
        """Pixels in which all columns can be read."""
        return sum(width or _LEFT for width in self._needed) + self.verticalScrollBar().sizeHint().width()

    def _set_sizes(self) -> None:
        """No section is measured or given a size of its own: Qt then keeps nothing for a row."""
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + _AROUND))
        rows.hide()
        header = self.horizontalHeader()
        header.setMinimumSectionSize(_NARROWEST)
        header.setHighlightSections(False)
        self._needed = self._widths()
        for number, width in enumerate(self._needed):
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
            widths.append(
                max(longest, titles.horizontalAdvance(column.title())) + 2 * MARGIN + 2 if longest else 0
            )
        return widths

    def _look(self) -> None:
        """Tell the model what is in sight."""
        if self._is_resetting:
            return
        top = self.verticalScrollBar().value()
        bottom = top + self._canvas.height() // self.verticalHeader().defaultSectionSize()
        self._model.look(Seen(top, bottom, self.currentIndex().row(), self._row))
        if self._shows_rows():
            self._end_wait()

    def _shows_rows(self) -> bool:
        """Whether the row at the top is there, or none is to come."""
        top = self.verticalScrollBar().value()
        return top >= self._model.rowCount() or self._model.row(top) is not None

    def _wait_for_rows(self) -> None:
        """They mostly come sooner than dots in their place are drawn."""
        if not self._patience.isActive():
            self._patience.start()
            self._canvas.setUpdatesEnabled(False)

    def _end_wait(self) -> None:
        if self._patience.isActive():
            self._patience.stop()
            self._canvas.setUpdatesEnabled(True)

    def _on_patience_end(self) -> None:
        self._canvas.setUpdatesEnabled(True)
        self._canvas.repaint()  # at once: whoever scrolls on must not wait again unseen

    def _hover(self, number: int) -> None:
        """The mouse is over this row; -1: over none."""
        before, self._hovered = self._hovered, number
        if number != before:
            self._canvas.update()

    def _become(self, row: Any | None) -> None:
        self._row = row
        self._look()
        self.current_changed.emit(row)

    def _on_about_to_be_reset(self) -> None:
        self._is_resetting = True

    def _on_reset(self) -> None:
        """Go to where the model says. The scroll position is set last: to make a row current scrolls."""
        place, had_row = self._model.seen, self._row is not None
        self.executeDelayedItemsLayout()
        if place.current >= 0:
            self.select(place.current)
        self.verticalScrollBar().setValue(place.first)
        self._is_resetting = False
        self._row = place.row
        if had_row or place.row is not None:
            self._become(place.row)
        else:
            self._look()

    def _on_refreshed(self) -> None:
        row = self._model.seen.row
        if row is not None or self._row is not None:
            self._become(row)

    def _on_loaded(self) -> None:
        """The same rows may be marked otherwise now. Before, they were drawn once, not twice, for a key."""
        if self._is_marked_anew:
            self._is_marked_anew = False
            self._canvas.update()

    def _on_data_changed(self, top: QModelIndex, bottom: QModelIndex) -> None:
        """Perhaps the current row has come, or what is waited for."""
        if self._shows_rows():
            self._end_wait()
        number = self.currentIndex().row()
        if self._row is None and top.row() <= number <= bottom.row():
            row = self._model.row(number)
            if row is not None:
                self._become(row)

    def _on_current_row_changed(self, current: QModelIndex) -> None:
        if not self._is_resetting:
            self._become(self._model.row(current.row()) if current.isValid() else None)

    def _on_entered(self, index: QModelIndex) -> None:
        self._hover(index.row())

    def _on_double_clicked(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is not None:
            self.chosen.emit(row)
