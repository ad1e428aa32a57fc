"""The shop's settings (screens: settingsButton)."""

from functools import partial

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from refund_gui.credentials import ApiKeys
from refund_gui.errors import InvalidInput, KeyringMissing
from refund_gui.settings import Settings, SettingsFile
from refund_gui.terminal.keys import KeySetup
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.discard import AskingDialog
from refund_gui.ui.entry import plain_label, scrolled
from refund_gui.ui.keys_form import KeysForm
from refund_gui.ui.language import Language
from refund_gui.ui.scale import open_wide
from refund_gui.ui.settings_cards import LoadingCard, PeopleCard, ShopCard
from refund_gui.ui.words import describe


class SettingsDialog(AskingDialog):
    """Saves everything at once; new keys only after they were checked."""

    saved = Signal()
    keys_kept = Signal()
    keys_not_kept = Signal(object)
    """KeyringMissing: the new keys work until the program ends."""

    def __init__(
        self,
        keys: KeySetup,
        lanes: Lanes,
        settings: SettingsFile,
        language: Language,
        practice: bool,
        can_update: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`can_update`: there is somebody who can be asked for a newer version."""
        super().__init__(parent)
        self._keys = keys
        self._lanes = lanes
        self._settings = settings
        self._language = language
        self.setObjectName("settingsDialog")
        open_wide(self, 720, 640)
        self._shop = ShopCard(settings.current, language.code)
        self._people = PeopleCard(settings.current)
        self._loading = LoadingCard(settings.current, can_update)
        self._make_keys()
        self._keys_card.setVisible(not practice)
        self._put_together()
        self._at_first = self._entered()
        self._connect()
        self.retranslate()

    def _make_keys(self) -> None:
        self._keys_title = QLabel()
        self._keys_title.setProperty("role", "subtitle")
        self._keys_hint = plain_label("keysHint", "hint")
        self._form = KeysForm(self._keys, self._lanes)
        self._keys_card = QFrame()
        self._keys_card.setProperty("role", "card")
        inside = QVBoxLayout(self._keys_card)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.setSpacing(8)
        for part in (self._keys_title, self._keys_hint, self._form):
            inside.addWidget(part)

    def _put_together(self) -> None:
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        for card in (self._shop, self._people, self._loading, self._keys_card):
            column.addWidget(card)
        column.addStretch()
        self._scroll = scrolled(cards)
        self._trouble = plain_label("settingsError", "error")
        self._trouble.hide()
        self._cancel = plain_button("settingsCancelButton")
        self._save = plain_button("settingsSaveButton", "primary")
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self._cancel, self._save):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._trouble)
        layout.addWidget(self.question)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._cancel.clicked.connect(self.discard)
        self._save.clicked.connect(self._on_save)
        self._form.checked.connect(self._on_checked)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_grown)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self._keys_title.setText(self.tr("API keys"))
        self._keys_card.setAccessibleName(self.tr("API keys"))
        self._keys_hint.setText(
            self.tr(
                "Leave both empty to go on with the keys in use. New ones are checked before they are kept."
            )
        )
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel"))
        self._save.setText(self.tr("Save"))
        self._save.setAccessibleName(self.tr("Save"))
        self._on_checked(self._form.is_good())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def entered(self) -> Settings:
        """The settings as they stand in the fields. Raises InvalidInput while one of them is wrong."""
        settings = self._settings.current
        for card in (self._shop, self._people, self._loading):
            settings = card.applied_to(settings)
        return settings

    def has_typed(self) -> bool:
        """Whether anything differs from what the fields held at first."""
        return self._entered() != self._at_first or not self._form.is_empty()

    def _entered(self) -> Settings | None:
        """As `entered`; None while something is wrong."""
        try:
            return self.entered()
        except InvalidInput:
            return None

    @Slot(bool)
    def _on_checked(self, good: bool) -> None:
        self._save.setEnabled(good or self._form.is_empty())
        self._save.setToolTip("" if self._save.isEnabled() else self.tr("Test the new keys first."))

    @Slot()
    def _on_grown(self) -> None:
        """The answer to a check of the keys stands below all else: show it."""
        if self._form.isAncestorOf(self.focusWidget()):
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.maximum())

    @Slot()
    def _on_save(self) -> None:
        self._trouble.hide()
        wrong = self._shop.wrong()
        if wrong is not None:
            wrong.setFocus()
            self._scroll.ensureWidgetVisible(wrong)
            return
        self._save.setEnabled(False)
        work = partial(self._keep, self.entered(), self._form.typed())
        self._lanes.run(Lane.READS, work, self, self._on_kept, self._on_failed)

    def _keep(self, settings: Settings, keys: ApiKeys | None) -> KeyringMissing | None:
        """Lane thread. A PC without a keyring is no reason to stop."""
        self._settings.keep(settings)
        if keys is None:
            return None
        try:
            self._keys.keep(keys)
        except KeyringMissing as error:
            return error
        return None

    def _on_kept(self, missing: KeyringMissing | None) -> None:
        if missing is not None:
            self.keys_not_kept.emit(missing)
        if not self._form.is_empty():
            self.keys_kept.emit()
        self._language.use(self._settings.current.language)
        self.saved.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._save.setEnabled(True)
        words = describe(error)
        self._trouble.setText(words.text)
        self._trouble.show()
