"""A field of a form with its label, its hint and what is wrong with it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from refund_gui.errors import InvalidInput
from refund_gui.ui.scale import has_large_text, scaled

_LINE_HEIGHT: Final = 32
_ABOVE_LABEL: Final = 6
_LABEL_WIDTH: Final = 144
"""One width, so that the fields of several forms stand below one another."""
Check = Callable[[str], object]
"""Raises InvalidInput for a text that cannot be used."""


def plain_label(name: str = "", role: str = "") -> QLabel:
    """A label for text from anywhere: wrapped, never rich, selectable with the mouse."""
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label


def title_label(name: str) -> QLabel:
    """A step's title. It takes the focus when the step comes up, so that no button has it by accident."""
    label = plain_label(name, "title")
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return label


def scrolled(content: QWidget) -> QScrollArea:
    """Content that may be higher than its place. Tab passes it by."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(content)
    return area


def grow_to_fit(window: QWidget) -> None:
    """Make the window as high as its texts need: a wrapped label asks for no room by itself."""
    layout = window.layout()
    needed = layout.totalHeightForWidth(window.width()) if layout else 0
    if needed > window.height():
        window.resize(window.width(), needed)


def form_label() -> QLabel:
    """A field's label: level with the control, whatever is said below that."""
    label = QLabel()
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.setContentsMargins(0, _ABOVE_LABEL, 0, 0)
    label.setMinimumWidth(scaled(_LABEL_WIDTH))
    return label


def new_form(parent: QWidget | None = None) -> QFormLayout:
    """A form for entries."""
    form = QFormLayout(parent)
    form.setContentsMargins(0, 0, 0, 0)
    form.setVerticalSpacing(8)
    if has_large_text():
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


class Entry(QObject):
    """One line edit or editable combo box.

    An eager one says what is wrong while one types; any other when the field is left, then until it is right.
    An empty field is complained about by `is_right` only. Signal `left`: it was left, or Enter was typed.
    """

    left = Signal()

    def __init__(
        self, control: QLineEdit | QComboBox, name: str, check: Check, parent: QWidget, eager: bool = False
    ) -> None:
        super().__init__(parent)
        edit = control.lineEdit() if isinstance(control, QComboBox) else control
        assert edit is not None, "only editable combo boxes hold a text"
        self.control = control
        self.label = form_label()
        self.hint = plain_label(f"{name}Hint", "hint")
        self.hint.hide()
        self._edit = edit
        self._check = check
        self._eager = eager
        self._error: InvalidInput | None = None
        self._error_label = plain_label(f"{name}Error", "error")
        self._error_label.hide()
        control.setObjectName(f"{name}Combo" if isinstance(control, QComboBox) else f"{name}Edit")
        control.setMinimumHeight(_LINE_HEIGHT)
        self.label.setBuddy(control)
        edit.textChanged.connect(self._on_text_changed)
        edit.editingFinished.connect(self._on_left)

    def add_to(self, form: QFormLayout, *beside: QWidget) -> None:
        """Put it into the form as its next row, with what belongs beside the control."""
        line = QHBoxLayout()
        line.addWidget(self.control, 1)
        for widget in beside:
            line.addWidget(widget)
        self._cell = QWidget()
        column = QVBoxLayout(self._cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.hint)
        column.addWidget(self._error_label)
        form.addRow(self.label, self._cell)
        self._form = form

    def set_row_visible(self, visible: bool) -> None:
        self._form.setRowVisible(self._cell, visible)

    def fields(self) -> tuple[QWidget, QWidget]:
        """The control and the line edit in it, which is the same unless it is a combo box."""
        return self.control, self._edit

    def text(self) -> str:
        return self._edit.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self._edit.clear()
        self.show_error(None)

    def is_right(self) -> bool:
        """Check it, also when it is empty, and show what is wrong."""
        self.show_error(self._wrong())
        return self._error is None

    def recheck(self) -> None:
        """The check means something else now: look again at what was typed or complained of."""
        if self.text() or self._error:
            self.show_error(self._wrong())

    def show_error(self, error: InvalidInput | None) -> None:
        """Say what is wrong, or nothing."""
        from refund_gui.ui.words import (
            input_words,  # the list takes its labels from here, and needs no errors
        )

        self._error = error
        words = input_words(error) if error else ""
        if words and words != self._error_label.text():
            from refund_gui.ui.announce import ANNOUNCER  # nor a voice

            ANNOUNCER.say(self.control, words)
        self._error_label.setText(words)
        self._error_label.setVisible(bool(words))
        self.control.setAccessibleDescription(words)

    def set_names(self, label: str, accessible: str | None = None) -> None:
        """The label's text, which is also the control's accessible name unless another one is given."""
        self.label.setText(label)
        self.control.setAccessibleName(accessible or label)
        self._edit.setAccessibleName(accessible or label)
        self.show_error(self._error)

    def _wrong(self) -> InvalidInput | None:
        try:
            self._check(self.text())
        except InvalidInput as error:
            return error
        return None

    def _on_text_changed(self) -> None:
        if not self.text():
            self.show_error(None)
        elif self._eager or self._error:
            self.show_error(self._wrong())

    def _on_left(self) -> None:
        if not isValid(self._edit):
            return  # an edit that is deleted loses the focus first
        if self.text():
            self.show_error(self._wrong())
        self.left.emit()
