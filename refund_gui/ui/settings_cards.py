"""The settings by what they are about: shop, people and reasons, and what goes to and from PortOne."""

from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from refund_gui.domain.shop import business_number, receipt_footer, shown_business_number
from refund_gui.settings import DEFAULT_REASONS, Settings
from refund_gui.ui.entry import Entry, form_label, new_form
from refund_gui.ui.language_combo import LanguageCombo
from refund_gui.ui.lines_edit import LinesEdit, LinesEntry
from refund_gui.ui.months_spin import MonthsSpin


class Card(QFrame):
    """A titled form. What is in it, the cards below say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._title = QLabel()
        self._title.setProperty("role", "subtitle")
        self._form = new_form()
        self._labels: list[tuple[QLabel, QWidget]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(8)
        self._column.addWidget(self._title)
        self._column.addLayout(self._form)

    def retranslate(self) -> None:
        """Name everything in the window's language."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's form keeps the heights that its rows had before an error was shown: lay it out once more."""
        super().resizeEvent(event)
        self._form.invalidate()
        self._form.setGeometry(self._form.geometry())

    def _add(self, control: QWidget, name: str = "") -> None:
        """A row; `name` is the control's, unless it has one."""
        if name:
            control.setObjectName(name)
        label = form_label()
        label.setBuddy(control)
        self._labels.append((label, control))
        self._form.addRow(label, control)

    def _name(self, title: str, *names: str) -> None:
        """The card's title, and the names of its rows in their order."""
        self._title.setText(title)
        self.setAccessibleName(title)
        for (label, control), name in zip(self._labels, names, strict=True):
            label.setText(name)
            control.setAccessibleName(name)


class ShopCard(Card):
    """Language, names, and what stands on receipts."""

    def __init__(self, current: Settings, language: str) -> None:
        super().__init__()
        self._language = LanguageCombo(language)
        self._shop, self._counter = QLineEdit(current.shop), QLineEdit(current.counter)
        self._add(self._language)
        self._add(self._shop, "shopEdit")
        self._add(self._counter, "counterEdit")
        number = QLineEdit(shown_business_number(current.business_number))
        self._number = Entry(number, "businessNumber", business_number, self)
        self._number.add_to(self._form)
        self._footer = LinesEntry("receiptFooter", current.receipt_footer, receipt_footer, self)
        self._footer.add_to(self._form)
        self.retranslate()

    def applied_to(self, settings: Settings) -> Settings:
        """These settings with what stands here. Raises InvalidInput unless nothing is `wrong`."""
        return replace(
            settings,
            language=self._language.code(),
            shop=self._shop.text().strip(),
            counter=self._counter.text().strip(),
            business_number=business_number(self._number.text()),
            receipt_footer=receipt_footer(self._footer.text()),
        )

    def wrong(self) -> QWidget | None:
        """Check all that can be wrong, say what is, and return the first of these fields."""
        wrong = [entry.control for entry in (self._number, self._footer) if not entry.is_right()]
        return wrong[0] if wrong else None

    def retranslate(self) -> None:
        self._name(self.tr("Shop"), self.tr("Language"), self.tr("Shop name"), self.tr("Counter name"))
        self._number.set_names(self.tr("Business number"))
        self._footer.set_names(self.tr("Last lines of receipts"))


class PeopleCard(Card):
    """Who refunds, and why."""

    def __init__(self, current: Settings) -> None:
        super().__init__()
        self._operators, self._reasons = LinesEdit(current.operators), LinesEdit(current.reasons)
        self._add(self._operators, "operatorsEdit")
        self._add(self._reasons, "reasonsEdit")
        self.retranslate()

    def applied_to(self, settings: Settings) -> Settings:
        """No reasons at all are the usual ones."""
        reasons = self._reasons.lines() or DEFAULT_REASONS
        return replace(settings, operators=self._operators.lines(), reasons=reasons)

    def retranslate(self) -> None:
        self._name(
            self.tr("People and reasons"),
            self.tr("Operators (one per line)"),
            self.tr("Reasons (one per line)"),
        )


class LoadingCard(Card):
    """What is loaded from PortOne, what the shop's own server and the desktop are told, and updates."""

    def __init__(self, current: Settings, can_update: bool) -> None:
        super().__init__()
        self._months = MonthsSpin(current.months)
        self._months_label = form_label()
        self._months_label.setBuddy(self._months)
        self._form.addRow(self._months_label, self._months)
        self._webhook = QCheckBox()
        self._webhook.setObjectName("enableWebhookCheck")
        self._webhook.setChecked(current.enable_webhook)
        self._form.addRow(self._webhook)
        self._notifications = QCheckBox()
        self._notifications.setObjectName("notificationsCheck")
        self._notifications.setChecked(current.notifications)
        self._form.addRow(self._notifications)
        self._updates = QCheckBox()
        self._updates.setObjectName("checkUpdatesCheck")
        self._updates.setChecked(current.check_updates)
        self._form.addRow(self._updates)
        self._form.setRowVisible(self._updates, can_update)
        self.retranslate()

    def applied_to(self, settings: Settings) -> Settings:
        return replace(
            settings,
            months=self._months.value(),
            enable_webhook=self._webhook.isChecked(),
            notifications=self._notifications.isChecked(),
            check_updates=self._updates.isChecked(),
        )

    def retranslate(self) -> None:
        self._name(self.tr("Loading"))
        self._months_label.setText(self.tr("Orders to load"))  # the spin box names itself
        self._webhook.setText(self.tr("Tell the shop's own server about refunds (webhook)"))
        self._webhook.setAccessibleName(self.tr("Tell the shop's own server about refunds (webhook)"))
        self._notifications.setText(self.tr("Tell on the desktop when a refund in Checking is clear"))
        self._notifications.setAccessibleName(
            self.tr("Tell on the desktop when a refund in Checking is clear")
        )
        self._updates.setText(self.tr("Ask once a day whether there is a newer version"))
        self._updates.setAccessibleName(self.tr("Ask once a day whether there is a newer version"))
