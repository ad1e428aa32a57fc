"""The support report, shown in full before anybody else can see it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from refund_gui.terminal.support import REPORT_NAME, Support
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.entry import plain_label
from refund_gui.ui.words import describe


class SupportDialog(QDialog):
    """`supportDialog`. Show it with `show()`; it deletes itself when it is closed."""

    def __init__(self, support: Support, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._support = support
        self._lanes = lanes
        self._saved: Path | None = None
        self.setObjectName("supportDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 600)
        self._build()
        self._save.clicked.connect(self._on_save)
        self._copy.clicked.connect(self._on_copy)
        self._close.clicked.connect(self.close)
        self.retranslate()
        self._lanes.run(
            Lane.STORE, partial(support.report, _window()), self, self._on_collected, self._on_failed
        )

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Support report"))
        self.setAccessibleName(self.tr("Support report"))
        self._intro.setText(
            self.tr(
                "This is the whole report. It holds no key, no customer and no account number. Nothing "
                "is sent: save it, read it, and give it to whoever helps you.",
            )
        )
        self._text.setAccessibleName(self.tr("The whole report"))
        self._save.setText(self.tr("Save…"))
        self._copy.setText(self.tr("Copy"))
        self._close.setText(self.tr("Close"))
        if self._saved is not None:
            self._note.setText(self.tr("Saved: {path}").format(path=self._saved))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def save(self, path: Path) -> None:
        """Save what is shown; `supportNote` says what came of it."""
        work = partial(self._support.save, self._text.toPlainText(), path)
        self._lanes.run(Lane.STORE, work, self, partial(self._on_saved, path), self._on_failed)

    def _build(self) -> None:
        self._intro = plain_label("supportIntro")
        self._text = QPlainTextEdit()
        self._text.setObjectName("supportText")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._note = plain_label("supportNote")
        self._note.hide()
        self._save = plain_button("supportSaveButton", "primary")
        self._copy = plain_button("supportCopyButton")
        self._close = plain_button("supportCloseButton", "quiet")
        for button in (self._save, self._copy):
            button.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self._close)
        buttons.addStretch()
        buttons.addWidget(self._copy)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._intro)
        column.addWidget(self._text, 1)
        column.addWidget(self._note)
        column.addLayout(buttons)

    def _on_collected(self, report: str) -> None:
        self._text.setPlainText(report)
        for button in (self._save, self._copy):
            button.setEnabled(True)

    @Slot()
    def _on_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the support report"), str(Path.home()))
        dialog.setObjectName("supportFileDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["ZIP (*.zip)", "TXT (*.txt)"])
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(Path(REPORT_NAME).stem)
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen[:3].lower()))
        dialog.fileSelected.connect(lambda chosen: self.save(Path(chosen)))
        dialog.open()

    def _on_saved(self, path: Path, _nothing: None) -> None:
        self._saved = path
        self._tell("")
        self.retranslate()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())

    def _on_failed(self, error: Exception) -> None:
        self._saved = None
        words = describe(error)
        self._tell("error")
        self._note.setText(words.text)

    def _tell(self, role: str) -> None:
        self._note.setProperty("role", role)
        self._note.style().polish(self._note)
        self._note.show()


def _window() -> dict[str, str]:
    """What only the window knows."""
    screen = QGuiApplication.primaryScreen()
    size = screen.size()
    return {
        "qt": f"{qVersion()} {QGuiApplication.platformName()}",
        "screen": f"{size.width()}x{size.height()} at {screen.devicePixelRatio():g}",
    }
