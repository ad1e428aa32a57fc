"""Buttons of the refund's dialogs: none of them is ever pressed by an Enter typed elsewhere."""

from PySide6.QtWidgets import QPushButton


def plain_button(name: str, role: str = "") -> QPushButton:
    """A button that is no dialog's default. `role` is one of the style sheet's."""
    button = QPushButton()
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.setMinimumHeight(32)
    if role:
        button.setProperty("role", role)
    return button
