"""Where the shop's API keys are entered and tried out."""

from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from refund_gui.credentials import ApiKeys
from refund_gui.errors import KeysRefused
from refund_gui.terminal.keys import KeySetup
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.words import describe


class _Check(Enum):
    NONE = auto()
    RUNNING = auto()
    PASSED = auto()
    FAILED = auto()


class KeysForm(QWidget):
    """Two fields and a live check. Keys count as good only as they were checked."""

    checked = Signal(bool)
    """Whether the keys that stand in the fields now are known to be good."""

    def __init__(self, keys: KeySetup, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._lanes = lanes
        self._check = _Check.NONE
        self._error: Exception | None = None
        self._lay_out()
        self.setFocusProxy(self._key)
        self._key.textChanged.connect(self._on_edited)
        self._secret.textChanged.connect(self._on_edited)
        self._key.returnPressed.connect(self._secret.setFocus)
        self._secret.returnPressed.connect(self._on_return)
        self._test.clicked.connect(self.check)
        self.retranslate()

    def _lay_out(self) -> None:
        self._key, self._secret = QLineEdit(), QLineEdit()
        self._key.setObjectName("impKeyEdit")
        self._secret.setObjectName("impSecretEdit")
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._key_label, self._secret_label = QLabel(), QLabel()
        self._key_label.setBuddy(self._key)
        self._secret_label.setBuddy(self._secret)
        self._test = QPushButton()
        self._test.setObjectName("testConnectionButton")
        self._test.setAutoDefault(False)
        self._result = QLabel()
        self._result.setObjectName("connectionResult")
        self._result.setTextFormat(Qt.TextFormat.PlainText)
        self._result.setWordWrap(True)
        fields = QFormLayout()
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(8)
        fields.addRow(self._key_label, self._key)
        fields.addRow(self._secret_label, self._secret)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(fields)
        layout.addWidget(self._test, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._result)

    def retranslate(self) -> None:
        self._key_label.setText(self.tr("REST API key"))
        self._secret_label.setText(self.tr("REST API secret"))
        self._key.setAccessibleName(self.tr("REST API key"))
        self._secret.setAccessibleName(self.tr("REST API secret"))
        self._test.setText(self.tr("Test connection"))
        self._test.setAccessibleName(self.tr("Test connection"))
        self._show_result()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def typed(self) -> ApiKeys | None:
        """What stands in the fields, None while one of them is empty."""
        key, secret = self._key.text().strip(), self._secret.text().strip()
        return ApiKeys(key, secret) if key and secret else None

    def is_empty(self) -> bool:
        """Whether nothing was entered at all."""
        return not self._key.text().strip() and not self._secret.text().strip()

    def is_good(self) -> bool:
        """Whether the keys in the fields were checked and found good."""
        return self._check is _Check.PASSED

    @Slot()
    def check(self) -> None:
        """Try the keys with PortOne; `connectionResult` says what came of it."""
        keys = self.typed()
        if keys is None or self._check is _Check.RUNNING:
            self._show_result()
            return
        self._set(_Check.RUNNING)
        self._lanes.run(
            Lane.READS,
            partial(self._keys.check, keys),
            self,
            partial(self._on_good, keys),
            partial(self._on_bad, keys),
        )

    def _on_good(self, keys: ApiKeys, _nothing: None) -> None:
        if keys == self.typed():
            self._set(_Check.PASSED)

    def _on_bad(self, keys: ApiKeys, error: Exception) -> None:
        if keys == self.typed():
            self._error = error
            self._set(_Check.FAILED)
            # The dead button had passed the focus on: back to what has to be done again.
            (self._secret if isinstance(error, KeysRefused) else self._test).setFocus()

    @Slot()
    def _on_edited(self) -> None:
        self._set(_Check.NONE)

    @Slot()
    def _on_return(self) -> None:
        """On to the next field: the button of the check is dead while it runs."""
        self._test.setFocus()
        self.check()

    def _set(self, check: _Check) -> None:
        self._check = check
        self._show_result()
        self.checked.emit(self.is_good())

    def _show_result(self) -> None:
        text, role = self._result_words()
        self._result.setText(text)
        self._result.setVisible(bool(text))
        self._result.setProperty("role", role)
        self._result.style().polish(self._result)
        self._test.setEnabled(self.typed() is not None and self._check is not _Check.RUNNING)

    def _result_words(self) -> tuple[str, str]:
        match self._check:
            case _Check.NONE:
                return "", ""
            case _Check.RUNNING:
                return self.tr("Asking PortOne…"), "hint"
            case _Check.PASSED:
                return self.tr("✓ Connected. These keys work."), "subtitle"
            case _Check.FAILED:
                words = describe(self._error or ValueError())
                return words.text, "error"
