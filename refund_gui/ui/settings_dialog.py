"""The shop's settings (screens: settingsButton)."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from refund_gui.credentials import ApiKeys
from refund_gui.errors import KeyringMissing
from refund_gui.settings import DEFAULT_REASONS, Settings, SettingsFile
from refund_gui.terminal.keys import KeySetup
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.entry import grow_to_fit
from refund_gui.ui.keys_form import KeysForm
from refund_gui.ui.language import Language
from refund_gui.ui.language_combo import LanguageCombo
from refund_gui.ui.words import describe

_LINES = 3


class SettingsDialog(QDialog):
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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys = keys
        self._lanes = lanes
        self._settings = settings
        self._language = language
        self.setObjectName("settingsDialog")
        self.setMinimumWidth(600)
        self._make_fields(settings.current)
        self._make_keys()
        self._keys_card.setVisible(not practice)
        self._put_together()
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._on_save)
        self._form.checked.connect(self._on_checked)
        self.retranslate()

    def _make_fields(self, current: Settings) -> None:
        self._language_combo = LanguageCombo(self._language.code)
        self._shop, self._counter = QLineEdit(current.shop), QLineEdit(current.counter)
        self._shop.setObjectName("shopEdit")
        self._counter.setObjectName("counterEdit")
        self._operators = _lines_edit("operatorsEdit", current.operators)
        self._reasons = _lines_edit("reasonsEdit", current.reasons)
        self._webhook = QCheckBox()
        self._webhook.setObjectName("enableWebhookCheck")
        self._webhook.setChecked(current.enable_webhook)
        self._labels = [QLabel() for _ in range(5)]
        self._rows: list[QWidget] = [
            self._language_combo,
            self._shop,
            self._counter,
            self._operators,
            self._reasons,
        ]
        for label, row in zip(self._labels, self._rows, strict=True):
            label.setBuddy(row)

    def _make_keys(self) -> None:
        self._keys_title, self._keys_hint = QLabel(), QLabel()
        self._keys_title.setProperty("role", "subtitle")
        self._keys_hint.setProperty("role", "hint")
        self._keys_hint.setWordWrap(True)
        self._form = KeysForm(self._keys, self._lanes)
        self._keys_card = QFrame()
        self._keys_card.setProperty("role", "card")
        inside = QVBoxLayout(self._keys_card)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.setSpacing(8)
        for part in (self._keys_title, self._keys_hint, self._form):
            inside.addWidget(part)

    def _put_together(self) -> None:
        self._trouble = QLabel()
        self._trouble.setObjectName("settingsError")
        self._trouble.setProperty("role", "error")
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._cancel, self._save = QPushButton(), QPushButton()
        self._cancel.setObjectName("settingsCancelButton")
        self._save.setObjectName("settingsSaveButton")
        self._save.setProperty("role", "primary")
        form = QFormLayout()
        form.setSpacing(8)
        for label, row in zip(self._labels, self._rows, strict=True):
            form.addRow(label, row)
        form.addRow(self._webhook)
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self._cancel, self._save):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addWidget(self._keys_card)
        layout.addWidget(self._trouble)
        layout.addLayout(buttons)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        texts = (
            self.tr("Language"),
            self.tr("Shop name"),
            self.tr("Counter name"),
            self.tr("Operators (one per line)"),
            self.tr("Reasons (one per line)"),
        )
        for text, label, row in zip(texts, self._labels, self._rows, strict=True):
            label.setText(text)
            row.setAccessibleName(text)
        self._webhook.setText(self.tr("Tell the shop's own server about refunds (webhook)"))
        self._webhook.setAccessibleName(self.tr("Tell the shop's own server about refunds (webhook)"))
        self._keys_title.setText(self.tr("API keys"))
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

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            grow_to_fit(self)
        return handled

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def entered(self) -> Settings:
        """The settings as they stand in the fields."""
        return replace(
            self._settings.current,
            language=self._language_combo.code(),
            shop=self._shop.text().strip(),
            counter=self._counter.text().strip(),
            operators=_lines(self._operators),
            reasons=_lines(self._reasons) or DEFAULT_REASONS,
            enable_webhook=self._webhook.isChecked(),
        )

    @Slot(bool)
    def _on_checked(self, good: bool) -> None:
        self._save.setEnabled(good or self._form.is_empty())
        self._save.setToolTip("" if self._save.isEnabled() else self.tr("Test the new keys first."))

    @Slot()
    def _on_save(self) -> None:
        self._save.setEnabled(False)
        self._trouble.hide()
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
        self._trouble.setText("\n".join(filter(None, (words.title, words.advice, words.detail))))
        self._trouble.show()


def _lines_edit(name: str, lines: tuple[str, ...]) -> QPlainTextEdit:
    edit = QPlainTextEdit("\n".join(lines))
    edit.setObjectName(name)
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * _LINES + 24)
    return edit


def _lines(edit: QPlainTextEdit) -> tuple[str, ...]:
    """What stands in it, a line each, none twice."""
    return tuple(dict.fromkeys(line.strip() for line in edit.toPlainText().splitlines() if line.strip()))
