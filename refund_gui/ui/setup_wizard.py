"""The first run: keys, a live check, and how much to load (screens: setupWizard)."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from refund_gui.credentials import ApiKeys
from refund_gui.errors import KeyringMissing
from refund_gui.settings import Settings, SettingsFile
from refund_gui.terminal.keys import KeySetup
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.discard import AskingDialog
from refund_gui.ui.entry import grow_to_fit
from refund_gui.ui.keys_form import KeysForm
from refund_gui.ui.language import Language
from refund_gui.ui.language_combo import LanguageCombo
from refund_gui.ui.months_spin import MonthsSpin
from refund_gui.ui.scale import open_wide
from refund_gui.ui.words import describe


class SetupWizard(AskingDialog):
    """One screen. Finishing keeps the keys and the settings."""

    finished_setup = Signal()
    keys_not_kept = Signal(object)
    """KeyringMissing: the keys work until the program ends."""
    practice_requested = Signal()

    def __init__(
        self,
        keys: KeySetup,
        lanes: Lanes,
        settings: SettingsFile,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys = keys
        self._lanes = lanes
        self._settings = settings
        self._language = language
        self.setObjectName("setupWizard")
        open_wide(self, 640)
        self._lay_out()
        self._form.checked.connect(self._on_checked)
        self._languages.chosen.connect(self._on_language_chosen)
        self._finish.clicked.connect(self._on_finish)
        self._practice.clicked.connect(self._on_practice)
        self.retranslate()

    def _lay_out(self) -> None:
        self._title, self._intro, self._where = QLabel(), QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._where.setProperty("role", "hint")
        for text in (self._intro, self._where):
            text.setWordWrap(True)
        self._languages = LanguageCombo(self._language.code)
        self._form = KeysForm(self._keys, self._lanes)
        self._months_label, self._months = QLabel(), MonthsSpin(self._settings.current.months)
        self._months_label.setBuddy(self._months)
        self._trouble = QLabel()
        self._trouble.setProperty("role", "error")
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._practice, self._finish = QPushButton(), QPushButton()
        self._practice.setObjectName("tryPracticeButton")
        self._practice.setProperty("role", "quiet")
        self._finish.setObjectName("wizardFinishButton")
        self._finish.setProperty("role", "primary")
        self._finish.setEnabled(False)
        for button in (self._practice, self._finish):
            button.setAutoDefault(False)
        self._put_together()

    def _put_together(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._languages)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.setSpacing(16)
        inside.addWidget(self._form)
        inside.addWidget(self._where)
        months = QHBoxLayout()
        months.addWidget(self._months_label)
        months.addWidget(self._months)
        months.addStretch()
        inside.addLayout(months)
        bottom = QHBoxLayout()
        bottom.addWidget(self._practice)
        bottom.addStretch()
        bottom.addWidget(self._finish)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(top)
        layout.addWidget(self._intro)
        layout.addWidget(card)
        layout.addWidget(self._trouble)
        layout.addStretch()
        layout.addWidget(self.question)
        layout.addLayout(bottom)
        self.setTabOrder(self._months, self._finish)
        self.setTabOrder(self._finish, self._practice)
        self.setTabOrder(self._practice, self._languages)
        self._form.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Set up the refund terminal"))
        self._title.setText(self.tr("Connect your shop"))
        self._intro.setText(
            self.tr(
                "Enter the API keys of your shop at PortOne (i'mport V1). They are kept in this "
                "computer's own keyring, never in a file."
            )
        )
        self._where.setText(
            self.tr(
                "Where to find them: admin.portone.io → Integration → Keys → V1 API. The console may "
                "allow only listed IP addresses: then add this shop's address there."
            )
        )
        self._months_label.setText(self.tr("Orders to load"))
        self._practice.setText(self.tr("Try practice mode first"))
        self._practice.setAccessibleName(self.tr("Try practice mode first"))
        self._finish.setText(self.tr("Finish and load orders"))
        self._finish.setAccessibleName(self.tr("Finish and load orders"))

    def has_typed(self) -> bool:
        """Keys: they are long, and were looked for."""
        return not self._form.is_empty()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            grow_to_fit(self)
        return handled

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(bool)
    def _on_checked(self, good: bool) -> None:
        self._finish.setEnabled(good)

    @Slot(str)
    def _on_language_chosen(self, code: str) -> None:
        self._language.use(code)

    @Slot()
    def _on_practice(self) -> None:
        self.discard()
        self.practice_requested.emit()

    @Slot()
    def _on_finish(self) -> None:
        keys = self._form.typed()
        if keys is None:
            return
        self._finish.setEnabled(False)
        self._trouble.hide()
        settings = replace(self._settings.current, language=self._language.code, months=self._months.value())
        self._lanes.run(Lane.READS, partial(self._keep, keys, settings), self, self._on_kept, self._on_failed)

    def _keep(self, keys: ApiKeys, settings: Settings) -> KeyringMissing | None:
        """Lane thread. A PC without a keyring is no reason to stop."""
        self._settings.keep(settings)
        try:
            self._keys.keep(keys)
        except KeyringMissing as error:
            return error
        return None

    def _on_kept(self, missing: KeyringMissing | None) -> None:
        if missing is not None:
            self.keys_not_kept.emit(missing)
        self.accept()
        self.finished_setup.emit()

    def _on_failed(self, error: Exception) -> None:
        self._finish.setEnabled(True)
        words = describe(error)
        self._trouble.setText(words.text)
        self._trouble.show()
