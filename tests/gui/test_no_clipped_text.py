"""Every screen, in both languages, with text of the usual size and of twice that, in the smallest window.

Each text has its room, nothing covers anything else, and screen readers, fingers and the Tab key find all.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Final

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui import access, room
from tests.gui.screens import SCREENS
from tests.gui.stage import SMALLEST, is_too_large, stage

Look = Callable[[QWidget], list[str]]
Found = Mapping[str, list[str]]
"""What is wrong, by the look that found it."""

TEXTS: Final[tuple[Look, ...]] = (room.cut_texts, room.outside, room.overlaps)
READING: Final[tuple[Look, ...]] = (
    access.nameless,
    access.misread,
    access.unreadable_tables,
    access.shown_though_hidden,
)
HANDS: Final[tuple[Look, ...]] = (access.too_small, access.unseen_focus, access.out_of_reach)


@pytest.fixture(scope="module", params=[100, 200])
def found(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Found:
    """All that is wrong on any screen, with text of so many per cent of the usual size."""
    wrong = defaultdict[str, list[str]](list)
    QAccessible.setActive(True)
    with stage(qapp, tmp_path_factory.mktemp("shop"), request.param) as opened:
        for name, screen in SCREENS.items():
            shown = screen(opened)
            if request.param > 100:  # as a dialog opens on a screen of this size
                shown.resize(*SMALLEST)
            for language in ("en", "ko"):
                opened.use_language(language)
                _settle()
                if is_too_large(shown):
                    wrong[room.outside.__name__].append(f"{name} {language}: {shown.size().toTuple()}")
                for look in (*TEXTS, *READING, *(HANDS if language == "ko" else ())):
                    wrong[look.__name__] += [f"{name} {language}: {line}" for line in look(shown)]
            opened.tidy()
    QAccessible.setActive(False)
    return wrong


@pytest.mark.parametrize("look", [look.__name__ for look in (*TEXTS, *READING, *HANDS)])
def test_nothing_is_wrong_on_any_screen(found: Found, look: str) -> None:
    assert found[look] == []


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window of 400 × 300 with nothing in it."""
    window = QWidget()
    window.setObjectName("window")
    window.resize(400, 300)
    qtbot.addWidget(window)
    return window


def shown(window: QWidget, *parts: tuple[QWidget, tuple[int, int, int, int]]) -> QWidget:
    for part, place in parts:
        part.setParent(window)
        part.setGeometry(*place)
    window.show()
    _settle()
    return window


def test_a_cut_label_is_found(window: QWidget) -> None:
    whole, cut = QLabel("Refund terminal"), QLabel("Refund terminal")
    shown(window, (whole, (0, 0, 300, 40)), (cut, (0, 50, 40, 40)))
    assert len(room.cut_texts(window)) == 1


def test_a_wrapped_label_without_its_last_line_is_found(window: QWidget) -> None:
    label = QLabel("Do not refund this in another way until it is clear. " * 3)
    label.setWordWrap(True)
    shown(window, (label, (0, 0, 200, label.heightForWidth(200))))
    assert room.cut_texts(window) == []
    label.resize(200, label.height() - label.fontMetrics().lineSpacing())
    assert len(room.cut_texts(window)) == 1


@pytest.mark.parametrize("kind", [QPushButton, QLineEdit])
def test_a_cut_button_and_a_cut_hint_are_found(window: QWidget, kind: type[QPushButton | QLineEdit]) -> None:
    control = kind()
    control.setProperty("placeholderText" if kind is QLineEdit else "text", "Order number, buyer, goods")
    shown(window, (control, (0, 0, 390, 40)))
    assert room.cut_texts(window) == []
    control.resize(60, 40)
    assert len(room.cut_texts(window)) == 1


def test_two_things_at_one_place_are_found(window: QWidget) -> None:
    first, second, third = QPushButton("1"), QPushButton("2"), QPushButton("3")
    shown(window, (first, (0, 0, 100, 40)), (second, (90, 0, 100, 40)), (third, (190, 0, 100, 40)))
    assert len(room.overlaps(window)) == 1


def test_what_leaves_the_window_is_found(window: QWidget) -> None:
    shown(window, (QPushButton("in"), (0, 0, 100, 40)), (QPushButton("out"), (350, 0, 100, 40)))
    assert len(room.outside(window)) == 1


def test_a_nameless_and_a_small_control_are_found(window: QWidget) -> None:
    named, nameless = QLineEdit(), QLineEdit()
    named.setAccessibleName("Amount")
    shown(window, (named, (0, 0, 100, 40)), (nameless, (0, 50, 100, 30)))
    assert len(access.nameless(window)) == 1
    assert len(access.too_small(window)) == 1


def test_a_label_that_is_read_as_something_else_is_found(window: QWidget) -> None:
    label = QLabel("58,000")
    shown(window, (label, (0, 0, 100, 40)))
    assert access.misread(window) == []
    label.setAccessibleName("Refundable")
    assert len(access.misread(window)) == 1


def test_a_control_that_hides_its_focus_is_found(window: QWidget) -> None:
    edit, label = QLineEdit(), QLabel("Result")
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown(window, (edit, (0, 0, 100, 40)), (label, (0, 50, 100, 40)))
    [line] = access.unseen_focus(window)
    assert line.startswith("QLabel")


class _Trap(QLineEdit):
    """Keeps the Tab key for itself."""

    def event(self, event: QEvent) -> bool:
        is_tab = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab
        return is_tab or super().event(event)


def test_a_control_that_keeps_the_tab_key_is_found(window: QWidget) -> None:
    column = QVBoxLayout(window)
    for edit in (QLineEdit(), QLineEdit()):
        column.addWidget(edit)
    shown(window)
    assert access.out_of_reach(window) == []
    column.addWidget(_Trap())
    _settle()
    [line] = access.out_of_reach(window)
    assert line.endswith("keeps the focus")


def test_a_cell_that_is_read_as_something_else_is_found(window: QWidget) -> None:
    model = QStandardItemModel(1, 1)
    model.setHorizontalHeaderLabels(["Paid"])
    cell = QStandardItem("58,000")
    model.setItem(0, 0, cell)
    view = QTableView()
    view.setModel(model)
    shown(window, (view, (0, 0, 300, 200)))
    assert access.unreadable_tables(window) == []
    cell.setData("Paid", Qt.ItemDataRole.AccessibleTextRole)
    assert len(access.unreadable_tables(window)) == 1


def _settle() -> None:
    """New words, the layouts one in the other, and their painting."""
    for _ in range(12):
        QApplication.processEvents()
