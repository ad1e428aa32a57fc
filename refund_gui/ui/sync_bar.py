"""Loading from upstream: the button, how far it is, how to stop it, and how fresh the list is."""

from enum import Enum
from functools import partial
from threading import Event
from typing import Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from refund_gui.errors import AnswerTimedOut, Unreachable
from refund_gui.terminal.syncing import SyncProgress, SyncResult
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui import words
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.entry import plain_label
from refund_gui.ui.formats import short_date_time

SYNC_DAYS: Final = 90
_REFRESH_EVERY: Final = 1000
_REPORT_EVERY: Final = 0.1
_STEPS: Final = 1000


class _Run(Enum):
    IDLE = 1
    RUNNING = 2
    STOPPING = 3


class SyncBar(QWidget):
    """`syncStatus`, `syncProgress`, `syncCancelButton`, `syncButton`. One load at a time."""

    arrived = Signal()
    """New payments are in the store: at most once a second, and at the end."""
    _progressed = Signal(object)

    def __init__(self, terminal: Terminal, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self._lanes = lanes
        self._run = _Run.IDLE
        self._cancelled = Event()
        self._synced_at: int | None = None
        self._progress: SyncProgress | None = None
        self._result: SyncResult | None = None
        self._error: Exception | None = None
        self._refresh = QTimer(self, singleShot=True, interval=_REFRESH_EVERY)
        self._refresh.timeout.connect(self.arrived)
        self._progressed.connect(self._on_progressed)
        self._build()
        self.retranslate()
        self._read_synced_at()

    def start(self, days: int = SYNC_DAYS) -> None:
        """Load the last `days` days, unless a load is under way."""
        if self._run is not _Run.IDLE:
            return
        self._run = _Run.RUNNING
        self._cancelled = Event()
        self._progress = self._result = self._error = None
        self._show()
        self._lanes.run(
            Lane.SYNC,
            partial(self._load, days, self._cancelled),
            self,
            self._on_loaded,
            self._on_failed,
        )

    def stop(self) -> None:
        """End the load after the page that is under way; what was loaded stays."""
        if self._run is _Run.RUNNING:
            self._run = _Run.STOPPING
            self._cancelled.set()
            self._show()

    def retranslate(self) -> None:
        self._button.setText(self.tr("Load orders (F5)"))
        self._button.setShortcut("F5")  # a new text takes the shortcut away
        self._bar.setAccessibleName(self.tr("Progress of loading"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        self._status = plain_label("syncStatus")
        self._note = plain_label("syncNote", "hint")
        self._bar = QProgressBar()
        self._bar.setObjectName("syncProgress")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._cancel = plain_button("syncCancelButton")
        self._cancel.clicked.connect(self.stop)
        self._button = plain_button("syncButton")
        self._button.clicked.connect(self._on_clicked)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._status)
        texts.addWidget(self._note)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(texts, 1)
        for widget in (self._bar, self._cancel, self._button):
            layout.addWidget(widget)

    def _load(self, days: int, cancelled: Event) -> SyncResult:
        """Sync lane."""
        clock = self._terminal.clock
        told = clock.monotonic() - _REPORT_EVERY

        def report(progress: SyncProgress) -> None:
            nonlocal told
            now = clock.monotonic()
            if now - told >= _REPORT_EVERY or progress.done == progress.total:
                told = now
                self._progressed.emit(progress)

        return self._terminal.syncing.run(days, report, cancelled.is_set)

    def _read_synced_at(self) -> None:
        self._lanes.run(
            Lane.STORE, self._terminal.syncing.synced_at, self, self._on_synced_at, self._on_unreadable
        )

    def _show(self) -> None:
        running = self._run is not _Run.IDLE
        self._bar.setVisible(running)
        self._cancel.setVisible(running)
        self._cancel.setEnabled(self._run is _Run.RUNNING)
        self._button.setEnabled(not running)
        self._cancel.setText(self.tr("Stopping…") if self._run is _Run.STOPPING else self.tr("Stop loading"))
        self._status.setText(self._running_text() if running else self._idle_text())
        self._note.setText("" if running else self._note_text())
        self._note.setVisible(bool(self._note.text()))
        progress = self._progress
        self._bar.setRange(0, progress.windows * _STEPS if progress else 0)
        if progress:
            share = progress.done * _STEPS // max(progress.total, 1)
            self._bar.setValue((progress.window - 1) * _STEPS + share)

    def _running_text(self) -> str:
        progress = self._progress
        if progress is None:
            return self.tr("Loading orders…")
        if progress.windows > 1:
            return self.tr("Loading orders… {done} of {total} (part {part} of {parts})").format(
                done=f"{progress.done:,}",
                total=f"{progress.total:,}",
                part=progress.window,
                parts=progress.windows,
            )
        return self.tr("Loading orders… {done} of {total}").format(
            done=f"{progress.done:,}", total=f"{progress.total:,}"
        )

    def _is_offline(self) -> bool:
        return isinstance(self._error, Unreachable | AnswerTimedOut)

    def _idle_text(self) -> str:
        if self._synced_at is None:
            if self._is_offline():
                return self.tr("Offline, and no orders were loaded yet")
            return self.tr("No orders were loaded yet")
        time = short_date_time(self._synced_at, self._terminal.clock.now())
        if self._error is None:
            return self.tr("Up to date {time}").format(time=time)
        if self._is_offline():
            return self.tr("Offline, showing what was saved {time}").format(time=time)
        return self.tr("Not loaded, showing what was saved {time}").format(time=time)

    def _note_text(self) -> str:
        if self._error is not None:
            told = words.describe(self._error)
            parts = (told.advice,) if self._is_offline() else (told.title, told.advice, told.detail)
            return "\n".join(part for part in parts if part)
        if self._result is None:
            return ""
        if not self._result.complete:
            return self.tr("Loading was stopped. What was loaded until then is in the list.")
        if self._result.set_aside:
            return self.tr(
                "{count} records could not be read and are not in the list (first: {payment}, {problem})."
            ).format(
                count=len(self._result.set_aside),
                payment=self._result.set_aside[0].imp_uid or "–",
                problem=self._result.set_aside[0].problem,
            )
        return ""

    def _on_clicked(self) -> None:
        self.start()

    def _on_progressed(self, progress: SyncProgress) -> None:
        if self._run is _Run.IDLE:
            return
        self._progress = progress
        self._show()
        if not self._refresh.isActive():
            self._refresh.start()

    def _on_loaded(self, result: SyncResult) -> None:
        self._result = result
        self._end()

    def _on_failed(self, error: Exception) -> None:
        self._error = error
        self._end()

    def _end(self) -> None:
        self._run = _Run.IDLE
        self._refresh.stop()
        self._read_synced_at()
        self._show()
        self.arrived.emit()

    def _on_synced_at(self, synced_at: int | None) -> None:
        self._synced_at = synced_at
        self._show()

    def _on_unreadable(self, error: Exception) -> None:
        self._error = error
        self._show()
