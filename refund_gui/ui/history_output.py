"""The history on paper or in a file: the buttons, how far it is, how to stop it, and what came of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QProgressBar, QPushButton, QWidget

from refund_gui.clock import in_korea
from refund_gui.domain.refund_listing import HistoryFilter, totals_of
from refund_gui.errors import FileRefused, Stopped, StoreReadOnly
from refund_gui.terminal.exporting import ExportKind, Report
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui import words
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.entry import plain_label
from refund_gui.ui.history_texts import export_words, file_name, printed_history, totals_words
from refund_gui.ui.print_table import PrintedTable, paint_table
from refund_gui.ui.printing import Paper, print_out, save_pdf

_BAR_WIDTH: Final = 160
_PDF: Final = "pdf"

T = TypeVar("T")

Job = Callable[[Report, Callable[[], bool]], T]
"""Work on the files' lane: it tells how far it is, and asks whether to stop."""

Shown = Callable[[], tuple[HistoryFilter, tuple[str, ...]]]
"""What the list shows: its filter, and the filters that are on by name."""


class HistoryOutput(QWidget):
    """`exportStatus`, `exportOpenButton`, `exportProgress`, `exportCancelButton`: one job at a time.

    Its buttons, `exportButton` and `printButton`, stand elsewhere. Out of sight while it has nothing to say.
    """

    _progressed = Signal(object, int, int)

    def __init__(self, terminal: Terminal, lanes: Lanes, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self._lanes = lanes
        self._shown = shown
        self._stopped: Event | None = None
        """Of the job that is under way."""
        self._progress = (0, 0)
        self._saved: tuple[Path, int] | None = None
        self._error: Exception | None = None
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.export_button, self._to_excel, self._to_csv = _menu_button("export", "Excel", "Csv")
        self.print_button, self._to_paper, self._to_pdf = _menu_button("print", "Paper", "Pdf")
        self._build()
        self._progressed.connect(self._on_progressed)
        self.retranslate()

    def save_as(self, suffix: str, place: str) -> None:
        """Write what is shown into a file: `xlsx`, `csv` or `pdf`."""
        path = Path(place)
        self._folder = str(path.parent)
        chosen, notes = self._shown()
        done = partial(self._on_saved, path)
        if suffix == _PDF:
            self._begin(partial(self._save_pdf, path, self._made(chosen, notes)), done)
        else:
            save = self._terminal.exporting.save
            self._begin(partial(save, path, ExportKind(suffix), chosen, export_words()), done)

    def stop(self) -> None:
        """End what is under way; nothing is left of it."""
        if self._stopped is not None:
            self._stopped.set()
            self._show()

    def retranslate(self) -> None:
        self.export_button.setText(self.tr("Export"))
        self.export_button.setAccessibleName(self.tr("Export what is shown"))
        self._to_excel.setText(self.tr("Excel (.xlsx)…"))
        self._to_csv.setText(self.tr("Text for other programs (.csv)…"))
        self.print_button.setText(self.tr("Print"))
        self.print_button.setAccessibleName(self.tr("Print what is shown"))
        self._to_paper.setText(self.tr("Print…"))
        self._to_pdf.setText(self.tr("Save as PDF…"))
        self._bar.setAccessibleName(self.tr("Progress"))
        self._open.setText(self.tr("Open"))
        self._open.setAccessibleName(self.tr("Open the file"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self._status = plain_label("exportStatus")
        self._open = plain_button("exportOpenButton")
        self._bar = QProgressBar()
        self._bar.setObjectName("exportProgress")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._cancel = plain_button("exportCancelButton")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._status, 1)
        for widget in (self._open, self._bar, self._cancel):
            layout.addWidget(widget)
        self._to_excel.triggered.connect(partial(self._ask, ExportKind.XLSX.value))
        self._to_csv.triggered.connect(partial(self._ask, ExportKind.CSV.value))
        self._to_pdf.triggered.connect(partial(self._ask, _PDF))
        self._to_paper.triggered.connect(self._print)
        self._cancel.clicked.connect(self.stop)
        self._open.clicked.connect(self._on_open)

    def _ask(self, suffix: str) -> None:
        """Where to put the file."""
        day = f"{in_korea(self._terminal.clock.now()):%Y-%m-%d}"
        dialog = QFileDialog(self, self.tr("Save what is shown"), self._folder)
        dialog.setObjectName("exportDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{suffix.upper()} (*.{suffix})")
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(file_name(day, suffix))
        dialog.fileSelected.connect(partial(self.save_as, suffix))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _print(self) -> None:
        self._begin(self._made(*self._shown()), self._on_listed)

    def _begin(self, work: Job[T], done: Callable[[T], None]) -> None:
        """Work on the files' lane."""
        self._stopped, self._progress = Event(), (0, 0)
        self._saved, self._error = None, None
        report = partial(self._progressed.emit, self._stopped)
        job = partial(work, report, self._stopped.is_set)
        self._lanes.run(Lane.FILES, job, self, partial(self._on_done, done), self._on_failed)
        self._show()
        self._cancel.setFocus()

    def _made(self, chosen: HistoryFilter, notes: tuple[str, ...]) -> Job[PrintedTable]:
        """What makes the table on the files' lane, with the words of now."""
        said, totals_said = export_words(), totals_words()

        def table(report: Report, is_stopped: Callable[[], bool]) -> PrintedTable:
            pages = self._terminal.exporting.pages(chosen, report, is_stopped)
            rows = tuple(row for page in pages for row in page)
            return printed_history(rows, totals_of(rows), notes, said, totals_said)

        return table

    def _save_pdf(
        self, path: Path, made: Job[PrintedTable], report: Report, is_stopped: Callable[[], bool]
    ) -> int:
        """Files lane. Returns the number of rows."""
        table = made(report, is_stopped)
        try:
            save_pdf(path, Paper.A4, table.title, partial(paint_table, table))
        except StoreReadOnly as error:  # whose advice is about the data folder
            raise FileRefused(error.path, error.detail) from error
        return len(tuple(table.rows))

    def _show(self) -> None:
        stopped, (done, total) = self._stopped, self._progress
        is_busy, is_stopping = stopped is not None, stopped is not None and stopped.is_set()
        for button in (self.export_button, self.print_button):
            button.setEnabled(not is_busy)
        self._bar.setVisible(is_busy)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._cancel.setVisible(is_busy)
        self._cancel.setText(self.tr("Stopping…") if is_stopping else self.tr("Cancel"))
        self._open.setVisible(self._saved is not None)
        self._status.setText(self._words())
        self.setVisible(bool(self._status.text()))

    def _words(self) -> str:
        done, total = self._progress
        if self._stopped is not None:
            if not total:
                return self.tr("Reading the history…")
            return self.tr("{done} of {total}").format(done=f"{done:,}", total=f"{total:,}")
        if self._saved is not None:
            path, count = self._saved
            return self.tr("Saved {count}: {name}").format(count=f"{count:,}", name=path.name)
        if isinstance(self._error, Stopped):
            return words.describe(self._error).title
        if self._error is not None:
            told = words.describe(self._error)
            return told.text
        return ""

    def _on_progressed(self, job: Event, done: int, total: int) -> None:
        if job is self._stopped:
            self._progress = (done, total)
            self._show()

    def _on_done(self, done: Callable[[T], None], result: T) -> None:
        self._end()
        done(result)
        self._show()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self._error = error
        self._show()

    def _end(self) -> None:
        had_focus = self._cancel.hasFocus()
        self._stopped = None
        if had_focus:
            self.export_button.setEnabled(True)
            self.export_button.setFocus()

    def _on_saved(self, path: Path, count: int) -> None:
        self._saved = (path, count)

    def _on_listed(self, table: PrintedTable) -> None:
        paint = partial(paint_table, table)
        print_out(self.window(), Paper.A4, table.title, paint, self._lanes, partial(self._ask, _PDF))

    def _on_open(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved[0])))


def _menu_button(name: str, *choices: str) -> tuple[QPushButton, QAction, QAction]:
    """`exportButton` with its menu: `exportExcelAction` and so on."""
    button = plain_button(f"{name}Button")
    menu = QMenu(button)
    menu.setObjectName(f"{name}Menu")
    first, second = QAction(menu), QAction(menu)
    for action, choice in zip((first, second), choices, strict=True):
        action.setObjectName(f"{name}{choice}Action")
        menu.addAction(action)
    button.setMenu(menu)
    return button, first, second
