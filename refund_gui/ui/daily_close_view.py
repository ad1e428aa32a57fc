"""One day: what this terminal wrote down, what PortOne shows, and each difference explained."""

from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QTableWidgetItem, QVBoxLayout, QWidget

from refund_gui.clock import in_korea
from refund_gui.terminal.closing import Caution, DayReport
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui import close_tables
from refund_gui.ui.background import Lanes
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.entry import form_label, plain_label, scrolled
from refund_gui.ui.figures_table import FiguresTable
from refund_gui.ui.flow import Flow
from refund_gui.ui.period_filter import DayEdit
from refund_gui.ui.report_head import ReportHead


class DailyCloseView(QWidget):
    """`dailyCloseView`. Signal `order_requested`: the imp_uid of a difference, by double click or Enter."""

    order_requested = Signal(object)

    def __init__(self, terminal: Terminal, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dailyCloseView")
        self._terminal = terminal
        self._lanes = lanes
        self._report: DayReport | None = None
        self._head = ReportHead("close", lanes, self, self._on_report)
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.setFocusProxy(self._day)

    def refresh(self) -> None:
        """Ask again; what is shown stays until the answer is there."""
        self._head.ask(partial(self._terminal.closing.report, self._chosen()))

    def retranslate(self) -> None:
        self._day_label.setText(self.tr("Day"))
        self._day.setAccessibleName(self.tr("Day of the close"))
        self._day.setToolTip(self.tr("Alt+Down opens the calendar."))
        self._day.setLocale(QLocale())
        self._before.setText(self.tr("Day before"))
        self._after.setText(self.tr("Day after"))
        self._print.setText(self.tr("Print…"))
        self._lines.setAccessibleName(self.tr("This terminal, PortOne and the difference"))
        self._differences.setAccessibleName(self.tr("Differences"))
        self._open_title.setText(self.tr("Not clear yet"))
        self._open.setAccessibleName(self.tr("Not clear yet"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self._day_label, self._day = form_label(), DayEdit("closeDayEdit")
        self._day_label.setMinimumWidth(0)
        self._day_label.setContentsMargins(0, 0, 0, 0)
        self._day_label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._day_label.setBuddy(self._day)
        today = self._today()
        self._day.setMaximumDate(QDate(today.year, today.month, today.day))
        self._day.setDate(self._day.maximumDate())
        self._before, self._after = plain_button("closeDayBefore"), plain_button("closeDayAfter")
        self._print = plain_button("closePrintButton")
        self._told = plain_label("closeSaved", "hint")
        self._told.hide()
        self._result = plain_label("closeResult", "subtitle")
        self._lines = FiguresTable("closeLines", (0,))
        self._differences = FiguresTable("closeDifferences", (0, 1, 2, 3, 5, 6), wide=5)
        self._open_title = plain_label("closeOpenTitle", "subtitle")
        self._open = FiguresTable("closeOpen", (0, 1, 2, 3, 4), wide=2)

    def _lay_out(self) -> None:
        top = QWidget()
        flow = Flow(top)
        status = self._head.status
        for widget in (self._day_label, self._day, self._before, self._after, self._print, status):
            flow.addWidget(widget)
        status.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for part in (self._result, self._lines, self._differences, self._open_title, self._open):
            column.addWidget(part)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(top)
        layout.addWidget(self._head.cautions)
        layout.addWidget(self._told)
        layout.addWidget(scrolled(inside), 1)

    def _connect(self) -> None:
        self._day.dateChanged.connect(self._on_day)
        self._before.clicked.connect(partial(self._go, -1))
        self._after.clicked.connect(partial(self._go, 1))
        self._print.clicked.connect(self._on_print)
        self._differences.itemActivated.connect(self._on_difference)
        self._open.itemActivated.connect(self._on_open)

    def _today(self) -> date:
        return in_korea(self._terminal.clock.now()).date()

    def _chosen(self) -> date:
        chosen = self._day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _go(self, days: int) -> None:
        self._day.setDate(self._day.date().addDays(days))

    def _on_day(self) -> None:
        self._report = None
        self._told.hide()
        self._show()
        self.refresh()

    def _on_report(self, report: DayReport) -> None:
        before, self._report = self._report, report
        if before is None or before.close != report.close:
            self._show()
        self._show_standing(report)

    def _show_standing(self, report: DayReport) -> None:
        self._head.show(report)
        last = self._day.maximumDate()
        today = self._today()
        if QDate(today.year, today.month, today.day) != last:  # the window stayed open over night
            self._day.setMaximumDate(QDate(today.year, today.month, today.day))
        self._after.setEnabled(self._day.date() < self._day.maximumDate())

    def _show(self) -> None:
        report = self._report
        self._print.setEnabled(report is not None)
        for part in (self._lines, self._differences, self._open_title, self._open):
            part.setVisible(report is not None)
        if report is None:
            self._head.cautions.hide()
            self._result.setText(self.tr("Adding up…"))
            return
        close, now = report.close, self._terminal.clock.now()
        self._result.setText(self.result_text(report))
        self._lines.setVisible(bool(close.lines))
        rows, sums = close_tables.line_rows(close), close_tables.sum_rows(close)
        self._lines.show_rows(close_tables.line_titles(), rows, sums)
        self._lines.fit()
        self._differences.setVisible(bool(close.differences))
        rows = close_tables.difference_rows(close.differences, now)
        self._differences.show_rows(close_tables.difference_titles(), rows)
        self._differences.fit()
        for part in (self._open_title, self._open):
            part.setVisible(bool(close.still_open))
        self._open.show_rows(close_tables.open_titles(), close_tables.open_rows(close.still_open))
        self._open.fit()
        self._show_standing(report)

    def result_text(self, report: DayReport) -> str:
        """Whether the day adds up, and what to do next."""
        close = report.close
        if not close.lines and not close.still_open:
            if Caution.NEVER_LOADED in report.cautions:
                return self.tr("Nothing is known of this day yet.")
            return self.tr("Nothing went back on this day. Choose another day above.")
        if not close.differences:
            return self.tr("Both sides agree.")
        return self.tr("Differences: {count}. Each is explained below; Enter opens its order.").format(
            count=len(close.differences)
        )

    def _on_difference(self, item: QTableWidgetItem) -> None:
        if self._report is not None:
            self.order_requested.emit(self._report.close.differences[item.row()].payment.imp_uid)

    def _on_open(self, item: QTableWidgetItem) -> None:
        if self._report is not None:
            self.order_requested.emit(self._report.close.still_open[item.row()].payment.imp_uid)

    def _on_print(self) -> None:
        from refund_gui.ui.close_paper import ClosePaper  # printing brings modules of its own
        from refund_gui.ui.close_print import printed_close

        if self._report is not None:
            table = printed_close(self._report, self.result_text(self._report))
            paper = ClosePaper(table, self._lanes, self)
            paper.told.connect(self._told.setText)
            paper.told.connect(self._told.show)
            paper.print()
