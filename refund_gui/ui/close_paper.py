"""The way of a day's close to a printer, or into a PDF where there is none."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from refund_gui.errors import StoreReadOnly
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.print_table import PrintedTable, paint_table
from refund_gui.ui.printing import Paper, print_out, save_pdf
from refund_gui.ui.words import describe


class ClosePaper(QObject):
    """Prints one list. Signal `told`: what became of a PDF, in words."""

    told = Signal(object)

    def __init__(self, table: PrintedTable, lanes: Lanes, window: QWidget) -> None:
        super().__init__(window)
        self._table = table
        self._lanes = lanes
        self._window = window
        self._paint = partial(paint_table, table)

    def print(self) -> None:
        """Ask for the printer."""
        print_out(self._window, Paper.A4, self._table.title, self._paint, self._lanes, self._ask_file)

    def _ask_file(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = QCoreApplication.translate("DailyCloseView", "Save as PDF")
        path = str(Path(folder, f"{self._table.title}.pdf"))
        chosen = QFileDialog(self._window, title, path, "PDF (*.pdf)")
        chosen.setObjectName("closeFileDialog")
        chosen.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chosen.setDefaultSuffix("pdf")
        chosen.fileSelected.connect(self.save)
        chosen.open()

    def save(self, path: str) -> None:
        """Write the PDF."""
        work = partial(save_pdf, Path(path), Paper.A4, self._table.title, self._paint)
        self._lanes.run(Lane.READS, work, self, partial(self._on_saved, path), self._on_not_saved)

    def _on_saved(self, path: str, _nothing: None) -> None:
        self.told.emit(QCoreApplication.translate("DailyCloseView", "Saved: {path}").format(path=path))

    def _on_not_saved(self, error: Exception) -> None:
        if isinstance(error, StoreReadOnly):
            there = QCoreApplication.translate(
                "DailyCloseView", "It could not be saved there. Choose another folder."
            )
            self.told.emit(there)
            return
        told = describe(error)
        self.told.emit(told.text)
