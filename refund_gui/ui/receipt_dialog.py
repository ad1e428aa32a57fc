"""The receipt of one refund: looked at, printed, or saved as a PDF."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QStandardPaths, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from refund_gui.errors import StoreReadOnly
from refund_gui.settings import SettingsFile
from refund_gui.terminal.history import RefundDetail
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.entry import plain_label
from refund_gui.ui.printing import Paint, Paper, print_out, save_pdf
from refund_gui.ui.receipt import (
    HAS_RECEIPT,
    Receipt,
    ReceiptLine,
    receipt_lines,
    receipt_text,
    receipt_title,
)
from refund_gui.ui.receipt_paint import paint_receipt, receipt_picture
from refund_gui.ui.scale import open_wide
from refund_gui.ui.words import Words, describe

_SCREEN_DPI: Final = {Paper.A4: 74, Paper.ROLL_58: 120, Paper.ROLL_80: 120}
"""So that a sheet's width fits into the window, and a roll's letters are read with ease."""


class ReceiptDialog(QDialog):
    """`receiptDialog`. Show it with `show()`; it deletes itself when it is closed."""

    def __init__(
        self,
        refund_id: str,
        terminal: Terminal,
        lanes: Lanes,
        settings: SettingsFile,
        practice: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("receiptDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_wide(self, 940, 640)
        self._refund_id = refund_id
        self._terminal, self._lanes, self._settings = terminal, lanes, settings
        self._practice = practice
        self._detail: RefundDetail | None = None
        self._build()
        self._connect()
        self.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Read the refund again: it may have moved."""
        work = partial(self._terminal.history.detail, self._refund_id)
        self._lanes.run(Lane.STORE, work, self, self._on_loaded, self._on_failed)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.setWindowTitle(receipt_title())
        self.setAccessibleName(receipt_title())
        self._paper_name.setText(self.tr("Paper"))
        self._papers.setAccessibleName(self.tr("Paper"))
        names = (self.tr("A4 sheet"), self.tr("Receipt roll, 58 mm"), self.tr("Receipt roll, 80 mm"))
        for number, name in enumerate(names):
            self._papers.setItemText(number, name)
        for button, text in (
            (self._print, self.tr("Print…")),
            (self._pdf, self.tr("Save as PDF…")),
            (self._close, self.tr("Close")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        self._scroll.setAccessibleName(self.tr("The receipt as it will be printed"))
        self._message.clear()
        self._show()

    def _build(self) -> None:
        self._picture = QLabel()
        self._picture.setObjectName("receiptPicture")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("receiptPreview")
        self._scroll.setWidgetResizable(True)
        self._scroll.setMinimumWidth(320)
        self._scroll.setWidget(self._picture)
        self._paper_name = QLabel()
        self._papers = QComboBox()
        self._papers.setObjectName("receiptPaperCombo")
        self._papers.setMinimumHeight(32)
        for paper in Paper:
            self._papers.addItem("", paper.value)
        self._papers.setCurrentIndex(self._papers.findData(self._settings.current.receipt_paper))
        self._paper_name.setBuddy(self._papers)
        self._print = plain_button("receiptPrintButton", "primary")
        self._pdf = plain_button("receiptPdfButton")
        self._close = plain_button("receiptCloseButton")
        self._message = plain_label("receiptMessage")
        side = QVBoxLayout()
        side.setSpacing(8)
        for widget in (self._paper_name, self._papers, self._print, self._pdf, self._message):
            side.addWidget(widget)
        side.addStretch()
        side.addWidget(self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self._scroll, 3)
        row.addLayout(side, 1)
        self.setTabOrder(self._papers, self._print)
        self.setTabOrder(self._close, self._scroll)

    def _connect(self) -> None:
        self._papers.currentIndexChanged.connect(self._show)
        self._papers.activated.connect(self._on_paper_chosen)
        self._print.clicked.connect(self._on_print)
        self._pdf.clicked.connect(self._on_pdf)
        self._close.clicked.connect(self.close)

    def _paper(self) -> Paper:
        return Paper(self._papers.currentData())

    def _lines(self) -> tuple[ReceiptLine, ...]:
        """Nothing while there is no receipt."""
        detail, now = self._detail, self._terminal.clock.now()
        if detail is None or detail.refund.state not in HAS_RECEIPT:
            return ()
        settings = self._settings.current
        return receipt_lines(
            Receipt(detail.refund, detail.payment, settings, self._practice, now, detail.gone)
        )

    def _show(self) -> None:
        lines = self._lines()
        for button in (self._print, self._pdf):
            button.setEnabled(bool(lines))
        self._scroll.setAccessibleDescription(receipt_text(lines))
        if lines:
            ratio = self.devicePixelRatioF()
            picture = receipt_picture(lines, self._paper(), _SCREEN_DPI[self._paper()] * ratio)
            pixmap = QPixmap.fromImage(picture)
            pixmap.setDevicePixelRatio(ratio)
            self._picture.setPixmap(pixmap)
        elif self._detail is not None:
            self._picture.setText(self.tr("Only a refund that was made or accepted has a receipt."))
        else:
            self._picture.setText(self.tr("Loading…"))

    def _on_loaded(self, detail: RefundDetail) -> None:
        self._detail = detail
        self._show()

    def _on_failed(self, error: Exception) -> None:
        self._picture.clear()
        self._tell_problem(describe(error))

    def _on_paper_chosen(self) -> None:
        """For the next receipt too."""
        kept = replace(self._settings.current, receipt_paper=self._paper().value)
        self._lanes.run(Lane.STORE, partial(self._settings.keep, kept), self, _nothing, self._on_not_kept)

    def _on_not_kept(self, error: Exception) -> None:
        self._tell_problem(describe(error))

    def _on_print(self) -> None:
        self._message.clear()
        print_out(self, self._paper(), self._document(), self._paint(), self._lanes, self._on_pdf)

    def _on_pdf(self) -> None:
        self._message.clear()
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        tag = self._detail.refund.tag if self._detail else ""
        path = str(Path(folder, self.tr("refund-receipt-{tag}").format(tag=tag) + ".pdf"))
        chosen = QFileDialog(self, self.tr("Save as PDF"), path, "PDF (*.pdf)")
        chosen.setObjectName("receiptFileDialog")
        chosen.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chosen.setDefaultSuffix("pdf")
        chosen.fileSelected.connect(self._on_path)
        chosen.open()

    def _on_path(self, path: str) -> None:
        work = partial(save_pdf, Path(path), self._paper(), self._document(), self._paint())
        self._lanes.run(Lane.READS, work, self, partial(self._on_saved, path), self._on_not_saved)

    def _paint(self) -> Paint:
        return partial(paint_receipt, self._lines(), self._paper())

    def _document(self) -> str:
        """The name of the print job and of the PDF: nobody's name is in it."""
        return f"{receipt_title()} {self._detail.refund.tag if self._detail else ''}"

    def _on_saved(self, path: str, _: None) -> None:
        self._tell(self.tr("Saved: {name}").format(name=Path(path).name), "hint")

    def _on_not_saved(self, error: Exception) -> None:
        if isinstance(error, StoreReadOnly):
            told = Words(
                self.tr("It could not be saved there"),
                self.tr("Choose another folder."),
                Path(error.path).name,
            )
        else:
            told = describe(error)
        self._tell_problem(told)

    def _tell_problem(self, words: Words) -> None:
        self._tell(words.text, "error")

    def _tell(self, text: str, role: str) -> None:
        self._message.setText(text)
        self._message.setProperty("role", role)
        self._message.style().polish(self._message)


def _nothing(_: object) -> None:
    """It was kept."""
