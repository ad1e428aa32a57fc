"""Looks at a window as screen readers do, through its accessibility tree, and as fingers and Tab do."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QStyle,
    QStyleOptionSpinBox,
    QTableView,
    QWidget,
)

from refund_gui.ui.tour_hands import wait_until
from tests.gui.room import is_part, stands_alone, visible

TARGET = 32
"""Pixels that a finger needs."""

R = QAccessible.Role
_ROLES: tuple[tuple[type[QWidget], set[QAccessible.Role]], ...] = (
    (QCheckBox, {R.CheckBox}),
    (QRadioButton, {R.RadioButton}),
    (QPushButton, {R.Button, R.ButtonMenu, R.CheckBox, R.RadioButton}),
    (QComboBox, {R.ComboBox}),
    (QSpinBox, {R.SpinBox}),
    (QAbstractSpinBox, {R.SpinBox, R.EditableText}),
    (QLineEdit, {R.EditableText}),
    (QPlainTextEdit, {R.EditableText}),
    (QTableView, {R.Table}),
    (QAbstractItemView, {R.List, R.Tree, R.Table}),
    (QProgressBar, {R.ProgressBar}),
    (QLabel, {R.StaticText}),
)
_PARTS = 4
"""A date has three of them, and each takes the Tab key once."""
_TABS = 80
"""More than any screen has controls."""


def seen(widget: QWidget) -> QAccessibleInterface:
    """The widget as the accessibility tree has it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface


def controls(window: QWidget) -> list[QWidget]:
    """What the Tab key can reach, each as one thing."""
    return [one for one in visible(window) if one.isEnabled() and _takes_tab(one) and not is_part(one)]


def nameless(window: QWidget) -> list[str]:
    """A line for each control that is read without a name, and each whose role is another one."""
    found = []
    for one in [*controls(window), *(bar for bar in visible(window) if isinstance(bar, QProgressBar))]:
        interface = seen(one)
        # On Linux a combo box is named by what it shows, on Windows by its own name.
        name = one.accessibleName() if isinstance(one, QComboBox) else interface.text(QAccessible.Text.Name)
        if not name:
            found.append(f"{_name(one)} has no name")
        roles = next((roles for kind, roles in _ROLES if isinstance(one, kind)), None)
        if roles is not None and interface.role() not in roles:
            found.append(f"{_name(one)} is a {interface.role()}")
    return found


def misread(window: QWidget) -> list[str]:
    """A line for each label that is read as something else than it shows."""
    return [
        f"{label.objectName()} shows “{label.text()}”, is read as “{read}”"
        for label in visible(window)
        if isinstance(label, QLabel)
        and (read := seen(label).text(QAccessible.Text.Name)) != label.text()
        and label.textFormat() is not Qt.TextFormat.RichText
    ]


def unreadable_tables(window: QWidget) -> list[str]:
    """A line for each table of which the tree does not hold its titles and the cells of its first row."""
    found = []
    for view in visible(window):
        if isinstance(view, QTableView) and view.model().rowCount():
            model, table = view.model(), seen(view)
            columns = [number for number in range(model.columnCount()) if not view.isColumnHidden(number)]
            titles = {str(model.headerData(number, Qt.Orientation.Horizontal) or "") for number in columns}
            cells = {str(model.index(0, number).data() or "") for number in columns}
            parts = [table.child(number) for number in range(2 * len(columns) + 3)]
            read_titles = {one.text(QAccessible.Text.Name) for one in parts if one.role() == R.ColumnHeader}
            read_cells = {one.text(QAccessible.Text.Name) for one in parts if one.role() == R.Cell}
            if not titles <= read_titles or not cells <= read_cells:
                found.append(f"{view.objectName()}: {titles - read_titles} {cells - read_cells}")
    return found


def shown_though_hidden(window: QWidget) -> list[str]:
    """A line for each widget that is not on screen but is told to be visible."""
    return [
        f"{_name(one)} is hidden"
        for one in window.findChildren(QWidget)
        if not one.isVisible() and one.window() is window and not seen(one).state().invisible
    ]


def too_small(window: QWidget) -> list[str]:
    """A line for each control that fingers miss. Lines of text that are there to be copied are none."""
    found = []
    for one in visible(window):
        is_clickable = isinstance(one, QAbstractButton | QComboBox | QAbstractSpinBox | QLineEdit)
        is_clickable = is_clickable and stands_alone(one) and one.property("role") != "fact"
        for place in _targets(one) if is_clickable else ():
            if min(place.width(), place.height()) < TARGET:
                found.append(f"{_name(one)}: {place.width()} × {place.height()}")
        if isinstance(one, QHeaderView) and one.sectionsClickable() and one.height() < TARGET:
            found.append(f"titles of {_name(one.parentWidget())}: {one.height()}")
    return found


def unseen_focus(window: QWidget) -> list[str]:
    """A line for each control that looks the same with the focus and without it."""
    found = []
    _activate(window)
    for one in controls(window):
        if focused := QApplication.focusWidget():
            focused.clearFocus()
        before = one.grab().toImage()
        one.setFocus(Qt.FocusReason.TabFocusReason)
        if before == one.grab().toImage():
            found.append(f"{_name(one)} does not show its focus")
    return found


def out_of_reach(window: QWidget) -> list[str]:
    """A line for each control that the Tab key does not come to, and one if it is caught somewhere."""
    _activate(window)
    wanted, passed = controls(window), list[QWidget]()
    first = next((one for one in wanted), None)
    if first is None:
        return []
    first.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(_TABS):
        focused = QApplication.focusWidget()
        if focused is None or focused.window() is not window:
            return ["the focus has left the window", *map(_name, passed[-1:])]
        passed.append(_whole(focused))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if passed[-_PARTS:].count(passed[-1]) == _PARTS and len(wanted) > 1:
            return [f"{_name(focused)} keeps the focus"]
        if _whole(QApplication.focusWidget()) is first and passed[-1] is not first:
            break
    return [f"{_name(one)} is out of reach" for one in wanted if one not in passed and not _in_group(one)]


def _activate(window: QWidget) -> None:
    window.activateWindow()
    wait_until(window.isActiveWindow, f"{window.objectName()} in front")


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _in_group(widget: QWidget) -> bool:
    """Of radio buttons, Tab goes to the one that is chosen; the arrow keys go to the others."""
    return isinstance(widget, QAbstractButton) and widget.autoExclusive() and widget.isCheckable()


def _whole(widget: QWidget | None) -> QWidget:
    """The thing that this is a part of."""
    assert widget is not None
    while is_part(widget):
        parent = widget.parentWidget()
        assert parent is not None
        widget = parent
    return widget


def _targets(widget: QWidget) -> Iterator[QRect]:
    yield widget.rect()
    if isinstance(widget, QComboBox) and widget.count():
        row = widget.view().sizeHintForIndex(widget.model().index(0, 0))
        yield QRect(QPoint(), row.expandedTo(QSize(TARGET, 0)))  # as wide as its list
    if isinstance(widget, QSpinBox):
        option = QStyleOptionSpinBox()
        widget.initStyleOption(option)
        for part in (QStyle.SubControl.SC_SpinBoxUp, QStyle.SubControl.SC_SpinBoxDown):
            yield widget.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, widget)


def _name(widget: QWidget | None) -> str:
    assert widget is not None
    place = widget.mapTo(widget.window(), QPoint(0, 0))
    return f"{widget.objectName() or type(widget).__name__} at {place.x()}, {place.y()}"
