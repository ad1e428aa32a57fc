"""Every key of the program that does something by itself: declared here, bound where its control stands."""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence


class Key(StrEnum):
    """Bound as they stand here; on a Mac Ctrl is the command key."""

    HELP = "F1"
    LOAD = "F5"
    WHOLE_AMOUNT = "F8"
    CONTINUE = "F9"
    ORDERS = "Ctrl+1"
    HISTORY = "Ctrl+2"
    SUMMARY = "Ctrl+3"
    SETTINGS = "Ctrl+,"
    FIND = "Ctrl+F"
    REFUND = "Ctrl+R"


class KeyLine(NamedTuple):
    """A line of help's table."""

    keys: str
    does: str


def key_text(key: Key) -> str:
    """The key as it is written on this system."""
    return QKeySequence(key.value).toString(QKeySequence.SequenceFormat.NativeText)


def key_lines() -> list[KeyLine]:
    """All keys with what they do: first the declared ones, then what keys do everywhere."""
    return [KeyLine(key_text(key), _does(key)) for key in Key] + _habits()


def _does(key: Key) -> str:
    match key:
        case Key.HELP:
            return QCoreApplication.translate("Shortcuts", "Help on what is on screen")
        case Key.LOAD:
            return QCoreApplication.translate("Shortcuts", "Load orders from PortOne")
        case Key.WHOLE_AMOUNT:
            return QCoreApplication.translate("Shortcuts", "Refund: take the whole amount")
        case Key.CONTINUE:
            return QCoreApplication.translate("Shortcuts", "Refund: on to the confirmation")
        case Key.ORDERS:
            return QCoreApplication.translate("Shortcuts", "Orders")
        case Key.HISTORY:
            return QCoreApplication.translate("Shortcuts", "Refund history")
        case Key.SUMMARY:
            return QCoreApplication.translate("Shortcuts", "Summary and daily close")
        case Key.SETTINGS:
            return QCoreApplication.translate("Shortcuts", "Settings")
        case Key.FIND:
            return QCoreApplication.translate("Shortcuts", "Into the search field")
        case Key.REFUND:
            return QCoreApplication.translate("Shortcuts", "Refund the chosen order")


def _habits() -> list[KeyLine]:
    """What fields, lists and buttons do by themselves."""
    space = QCoreApplication.translate("Shortcuts", "Space")
    enter = QCoreApplication.translate("Shortcuts", "Open the chosen row. In a form: on to the next field")
    tab = QCoreApplication.translate("Shortcuts", "Next field or button; with Shift the one before")
    down = QCoreApplication.translate("Shortcuts", "In the reason: the next reason of your list")
    press = QCoreApplication.translate("Shortcuts", "Press the button. Enter never confirms a refund")
    back = QCoreApplication.translate("Shortcuts", "Back, or close. Before typed data is lost you are asked")
    sort = QCoreApplication.translate("Shortcuts", "In the list of orders: sort by this column")
    return [
        KeyLine("Enter", enter),
        KeyLine("Tab", tab),
        KeyLine("↓", down),
        KeyLine(space, press),
        KeyLine("Esc", back),
        KeyLine("Alt+1 – Alt+9", sort),
    ]
