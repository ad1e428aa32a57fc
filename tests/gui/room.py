"""Looks at a window's widgets: whether each text has the room it needs, and nothing covers anything else.

Scroll areas may scroll, and cells of tables may be cut short; nothing else may.
"""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from refund_gui.ui.filters import ChoiceFilter

_WHOLE = (
    QLabel,
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QPlainTextEdit,
    QProgressBar,
)
"""What is one thing to a person, whatever it is made of."""
_SLACK = 1
"""Pixels by which roundings may differ."""


def visible(window: QWidget) -> list[QWidget]:
    """All widgets on screen that belong to this window."""
    return [one for one in window.findChildren(QWidget) if one.isVisible() and one.window() is window]


def cut_texts(window: QWidget) -> list[str]:
    """A line for each text that has less room than it needs."""
    return [f"{_name(one)}: {wrong}" for one in visible(window) for wrong in _cut(one)]


def outside(window: QWidget) -> list[str]:
    """A line for each widget of which a part lies outside of what it stands in."""
    found = []
    for one in visible(window):
        parent = one.parentWidget()
        if not isinstance(one, _WHOLE) or isinstance(parent, _WHOLE) or parent is None:
            continue
        while one is not window and parent is not None and not _scrolls(parent):
            place = QRect(one.mapTo(parent, QPoint(0, 0)), one.size())
            if not parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(place):
                found.append(f"{_name(one)} {place.getRect()} in {_name(parent)} {parent.rect().getRect()}")
                break
            if parent is window:
                break
            parent = parent.parentWidget()
    return found


def overlaps(window: QWidget) -> list[str]:
    """A line for each two things of which one covers a part of the other."""
    places = [(one, _place(one, window)) for one in visible(window) if stands_alone(one)]
    return [
        f"{_name(one)} {here.getRect()} and {_name(other)} {there.getRect()}"
        for (one, here), (other, there) in combinations(places, 2)
        if min(here.intersected(there).width(), here.intersected(there).height()) > _SLACK
    ]


def _name(widget: QWidget) -> str:
    text = widget.property("text") or widget.property("placeholderText") or ""
    return f"{widget.objectName() or type(widget).__name__} “{str(text)[:40]}”"


def _scrolls(widget: QWidget) -> bool:
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


def stands_alone(widget: QWidget) -> bool:
    """A thing, and no part of another one."""
    return isinstance(widget, _WHOLE) and not is_part(widget)


def is_part(widget: QWidget) -> bool:
    """Whether it belongs to another thing, as the line edit in a combo box."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, _WHOLE):
            return True
        parent = parent.parentWidget()
    return False


def _place(widget: QWidget, window: QWidget) -> QRect:
    """Where it can be seen, in the window's coordinates."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        if _scrolls(parent):
            place = place.intersected(QRect(parent.mapTo(window, QPoint(0, 0)), parent.size()))
        parent = parent.parentWidget()
    return place


def _cut(widget: QWidget) -> Iterator[str]:
    """What of its text does not fit."""
    match widget:
        case QLabel() if widget.text():
            yield from _cut_label(widget)
        case QToolButton() if widget.text() and not isinstance(widget.parentWidget(), QLineEdit):
            yield from _less(widget, widget.sizeHint().width(), widget.sizeHint().height())
        case QAbstractButton() if widget.text():
            yield from _less(widget, widget.sizeHint().width(), widget.sizeHint().height())
        case QComboBox() if not widget.isEditable():
            yield from _cut_choice(widget)
        case QLineEdit() if not widget.text() and widget.placeholderText():
            room = widget.contentsRect().width() - 2 * _PADDING_OF_QT
            yield from _wider(widget, widget.placeholderText(), room)
        case QLineEdit() if isinstance(widget.parentWidget(), QAbstractSpinBox):
            yield from _wider(widget, widget.text(), widget.contentsRect().width())
        case QHeaderView() if widget.orientation() is Qt.Orientation.Horizontal:
            yield from _cut_titles(widget)
        case QTabBar():
            for number in range(widget.count()):
                yield from _wider(widget, widget.tabText(number), widget.tabRect(number).width())
        case QGroupBox():
            yield from _wider(widget, widget.title(), widget.width())
        case QTableView():
            needed, height = widget.fontMetrics().height(), widget.verticalHeader().defaultSectionSize()
            if needed > height:
                yield f"a row needs {needed}, has {height}"


_PADDING_OF_QT = 2
"""Pixels that a line edit keeps free at each side of its text."""


_PADDING_OF_TITLES = 6
"""As the style sheet has it."""


def _cut_label(label: QLabel) -> Iterator[str]:
    if not label.wordWrap():
        yield from _less(label, label.sizeHint().width(), label.sizeHint().height())
        return
    yield from _less(label, 0, label.heightForWidth(label.width()))
    words = [word for word in label.text().split() if word.isascii()]  # Hangul can be broken anywhere
    for word in words:
        yield from _wider(label, word, label.contentsRect().width())


def _cut_titles(header: QHeaderView) -> Iterator[str]:
    """The arrow of a sorted column stands above its title, and takes no room beside it."""
    for number in range(header.count()):
        title = str(header.model().headerData(number, Qt.Orientation.Horizontal) or "")
        if not header.isSectionHidden(number):
            yield from _wider(header, title, header.sectionSize(number) - 2 * _PADDING_OF_TITLES)


def _cut_choice(combo: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, combo).width()
    shown = option.currentText if isinstance(combo, ChoiceFilter) else combo.currentText()
    yield from _wider(combo, shown, room)
    if "…" in option.currentText and "…" not in combo.currentText():
        yield f"shows “{option.currentText}” only"


def _less(widget: QWidget, width: int, height: int) -> Iterator[str]:
    if width > widget.width() + _SLACK or height > widget.height() + _SLACK:
        yield f"needs {width} × {height}, has {widget.width()} × {widget.height()}"


def _wider(widget: QWidget, text: str, room: int) -> Iterator[str]:
    needed = max(map(widget.fontMetrics().horizontalAdvance, text.split("\n")))
    if needed > room + _SLACK:
        yield f"“{text}” needs {needed}, has {room}"
