"""The left edge of the window: mode, pages, help, settings."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from refund_gui.ui.theme import Theme

_LEAST_WIDTH = 184
"""Pixels."""
_MOST_SHOWN = 99


class Navigation(QFrame):
    """`navOrders`, `navHistory`, `navSummary`, `helpButton`, `settingsButton`, `modeBadge`; keys: `Key`."""

    page_chosen = Signal(object)
    """The page's number, an int from 0."""
    help_requested = Signal()
    settings_requested = Signal()

    def __init__(self, theme: Theme, practice: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._practice = practice
        self._unclear = 0
        self.setObjectName("navigation")
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._shop, self._mode = QLabel(), QLabel()
        self._shop.setProperty("role", "subtitle")
        self._shop.setWordWrap(True)
        self._shop.setTextFormat(Qt.TextFormat.PlainText)
        self._mode.setObjectName("modeBadge")
        self._mode.setProperty("role", "badge-practice" if practice else "badge")
        self._mode.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._orders, self._history = _page_button("navOrders"), _page_button("navHistory")
        self._summary = _page_button("navSummary")
        self._help, self._settings = QPushButton(), QPushButton()
        self._help.setObjectName("helpButton")
        self._settings.setObjectName("settingsButton")
        for button in (self._help, self._settings):
            button.setProperty("role", "navigation")
        self._pages = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 16, 8, 16)
        layout.setSpacing(8)
        layout.addWidget(self._mode)
        layout.addWidget(self._shop)
        for number, button in enumerate((self._orders, self._history, self._summary)):
            self._pages.addButton(button, number)
            layout.addWidget(button)
        layout.addStretch()
        layout.addWidget(self._help)
        layout.addWidget(self._settings)
        self._orders.setChecked(True)
        self._pages.idClicked.connect(self._on_page_clicked)
        self._help.clicked.connect(self.help_requested)
        self._settings.clicked.connect(self.settings_requested)
        for button in (self._orders, self._history, self._summary, self._help, self._settings):
            button.setProperty("drawn", False)
        theme.changed.connect(self._draw)
        self.retranslate()

    def complete(self) -> None:
        """Draw the icons and hear the keys, which the first rows do not wait for."""
        from PySide6.QtGui import QShortcut

        from refund_gui.ui.shortcuts import Key

        keys = (
            (Key.ORDERS, self._orders),
            (Key.HISTORY, self._history),
            (Key.SUMMARY, self._summary),
            (Key.HELP, self._help),
            (Key.SETTINGS, self._settings),
        )
        for key, button in keys:
            QShortcut(key, self).activated.connect(button.click)
        self._draw()
        for _, button in keys:
            button.setProperty("drawn", True)
            button.style().unpolish(button)
            button.style().polish(button)

    def retranslate(self) -> None:
        self._orders.setText(self.tr("Orders"))
        self._orders.setAccessibleName(self.tr("Orders"))
        self._name_history()
        self._summary.setText(self.tr("Summary"))
        self._summary.setAccessibleName(self.tr("Summary and daily close"))
        self._help.setText(self.tr("Help"))
        self._help.setAccessibleName(self.tr("Help"))
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

    @property
    def chosen(self) -> int:
        """The number of the page."""
        return self._pages.checkedId()

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
        self._summary.setIcon(self._theme.icon("summary"))
        self._help.setIcon(self._theme.icon("help"))
        self._settings.setIcon(self._theme.icon("settings"))


class _PageButton(QPushButton):
    """As wide as its text is while the page is shown: in bold, which Qt does not reckon with."""

    def sizeHint(self) -> QSize:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        usual, shown = self.fontMetrics(), QFontMetrics(bold)
        more = shown.horizontalAdvance(self.text()) - usual.horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(0, more), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def _page_button(name: str) -> QPushButton:
    button = _PageButton()
    button.setObjectName(name)
    button.setProperty("role", "navigation")
    button.setCheckable(True)
    button.setAutoExclusive(True)
    return button
