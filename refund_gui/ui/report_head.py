"""A report of the summary page is asked for and shown with how certain it is, whatever is in it."""

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from refund_gui.terminal.closing import DayReport
from refund_gui.terminal.summary import PeriodReport
from refund_gui.ui import words
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.entry import plain_label
from refund_gui.ui.period_texts import as_of, cautions_text

R = TypeVar("R", DayReport, PeriodReport)


class ReportHead(Generic[R]):
    """Two labels for its view to lay out, `…Status` and `…Cautions`. `done` takes what was asked last."""

    def __init__(self, name: str, lanes: Lanes, view: QWidget, done: Callable[[R], None]) -> None:
        self.status = plain_label(f"{name}Status", "hint")
        self.status.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.cautions = plain_label(f"{name}Cautions", "banner")
        self._lanes = lanes
        self._view = view
        self._done: Callable[[R], None] = done
        self._asked: object = None

    def ask(self, work: Callable[[], R]) -> None:
        """Let a lane make a report; one that was asked for before is dropped."""
        self._asked = asked = object()
        self._lanes.run(Lane.COUNTS, work, self._view, partial(self._on_report, asked), self._on_failed)

    def show(self, report: R) -> None:
        """Say from when it is, and what it may lack."""
        self.status.setText(as_of(report.as_of, report.fresh_at))
        self.cautions.setText(cautions_text(report.cautions))
        self.cautions.setVisible(bool(self.cautions.text()))

    def _on_report(self, asked: object, report: R) -> None:
        if asked is self._asked:
            self._done(report)

    def _on_failed(self, error: Exception) -> None:
        told = words.describe(error)
        self.cautions.setText("\n".join(line for line in (told.title, told.advice) if line))
        self.cautions.show()
