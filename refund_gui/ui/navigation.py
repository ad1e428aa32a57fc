"""The left edge of the window: mode, pages, settings."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from refund_gui.ui.theme import Theme

_WIDTH = 180
_MOST_SHOWN = 99


class Navigation(QFrame):
    """`navOrders` and `navHistory` (Ctrl+1, Ctrl+2), `settingsButton` (Ctrl+,), `modeBadge` above them."""

    page_chosen = Signal(object)
    """The page's number, an int from 0."""
    settings_requested = Signal()

    def __init__(self, theme: Theme, practice: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._practice = practice
        self._unclear = 0
        self.setObjectName("navigation")
        self.setFixedWidth(_WIDTH)
        self._shop, self._mode = QLabel(), QLabel()
        self._shop.setProperty("role", "subtitle")
        self._shop.setWordWrap(True)
        self._shop.setTextFormat(Qt.TextFormat.PlainText)
        self._mode.setObjectName("modeBadge")
        self._mode.setProperty("role", "badge-practice" if practice else "badge")
        self._mode.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._orders, self._history = _page_button("navOrders"), _page_button("navHistory")
        self._settings = QPushButton()
        self._settings.setObjectName("settingsButton")
        self._settings.setProperty("role", "navigation")
        self._pages = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 16, 8, 16)
        layout.setSpacing(8)
        layout.addWidget(self._mode)
        layout.addWidget(self._shop)
        for number, button in enumerate((self._orders, self._history)):
            self._pages.addButton(button, number)
            layout.addWidget(button)
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self)
            shortcut.activated.connect(button.click)
        layout.addStretch()
        layout.addWidget(self._settings)
        self._orders.setChecked(True)
        self._pages.idClicked.connect(self._on_page_clicked)
        self._settings.clicked.connect(self.settings_requested)
        QShortcut(QKeySequence("Ctrl+,"), self).activated.connect(self._settings.click)
        theme.changed.connect(self._draw)
        self._draw()
        self.retranslate()

    def retranslate(self) -> None:
        self._orders.setText(self.tr("Orders"))
        self._orders.setAccessibleName(self.tr("Orders"))
        self._name_history()
        self._settings.setText(self.tr("Settings"))
        self._settings.setAccessibleName(self.tr("Settings"))
        self._mode.setText(self.tr("PRACTICE") if self._practice else self.tr("LIVE"))
        self._mode.setToolTip(
            self.tr("A made-up shop. No real money moves here.")
            if self._practice
            else self.tr("Refunds move real money.")
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_shop(self, shop: str, counter: str) -> None:
        """Whose window this is."""
        self._shop.setText("\n".join(filter(None, (shop, counter))))
        self._shop.setVisible(bool(shop or counter))

    def show_unclear(self, count: int) -> None:
        """How many refunds the history holds that are not clear yet."""
        self._unclear = count
        self._name_history()

    def choose(self, number: int) -> None:
        """Go to a page."""
        self._pages.button(number).click()

    def _name_history(self) -> None:
        if not self._unclear:
            self._history.setText(self.tr("Refund history"))
            self._history.setAccessibleName(self.tr("Refund history"))
            return
        shown = str(self._unclear) if self._unclear <= _MOST_SHOWN else f"{_MOST_SHOWN}+"
        self._history.setText(self.tr("Refund history ({count})").format(count=shown))
        self._history.setAccessibleName(
            self.tr("Refund history, not clear yet: {count}").format(count=self._unclear)
        )

    @Slot(int)
    def _on_page_clicked(self, number: int) -> None:
        self.page_chosen.emit(number)

    @Slot()
    def _draw(self) -> None:
        self._orders.setIcon(self._theme.icon("orders"))
        self._history.setIcon(self._theme.icon("history"))
        self._settings.setIcon(self._theme.icon("settings"))


def _page_button(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setProperty("role", "navigation")
    button.setCheckable(True)
    button.setAutoExclusive(True)
    return button
