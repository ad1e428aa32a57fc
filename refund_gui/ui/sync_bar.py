"""Loading from upstream: the button, how far it is, how to stop it, and how fresh the list is."""

from enum import Enum
from functools import partial
from threading import Event
from typing import Final

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from refund_gui.domain.progress import SyncProgress
from refund_gui.settings import DEFAULT_DAYS
from refund_gui.terminal.refreshing import Refreshing
from refund_gui.terminal.syncing import SyncResult, SyncStanding
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.buttons import plain_button
from refund_gui.ui.empty_orders import Loading
from refund_gui.ui.entry import plain_label
from refund_gui.ui.set_aside_dialog import SetAsideDialog
from refund_gui.ui.shortcuts import Key
from refund_gui.ui.sync_texts import idle_text, note_text, running_text

_REFRESH_EVERY: Final = 1000
_LOOK_EVERY: Final = 1000
"""Milliseconds."""
_STEPS: Final = 1000


class _Run(Enum):
    IDLE = 1
    QUIET = 2  # by itself, and soon over: nobody has to see it
    RUNNING = 3
    STOPPING = 4


class SyncBar(QWidget):
    """`syncStatus`, `syncProgress`, `syncCancelButton`, `syncButton`. One load at a time.

    After the first `start` it also loads by itself; once somebody has stopped a load, only what is new.
    """

    arrived = Signal()
    """The stored payments have changed: at most once a second, and at the end."""
    turned = Signal()
    """`loading` is another one."""
    _progressed = Signal(object)

    def __init__(self, terminal: Terminal, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self._lanes = lanes
        self._run = _Run.IDLE
        self._days: int | None = DEFAULT_DAYS
        self._cancelled = Event()
        self._was_stopped = False
        self._standing: SyncStanding | None = None
        self._progress: SyncProgress | None = None
        self._error: Exception | None = None
        self._refreshing = Refreshing(terminal.clock)
        self._refresh = QTimer(self, singleShot=True, interval=_REFRESH_EVERY)
        self._refresh.timeout.connect(self.arrived)
        self._looking = QTimer(self, interval=_LOOK_EVERY)
        self._looking.timeout.connect(self.look)
        self._progressed.connect(self._on_progressed)
        self._build()
        self.retranslate()
        self._read_standing()

    def start(self, days: int | None = DEFAULT_DAYS) -> None:
        """Load what is new and what is missing of the last `days` days (None: everything)."""
        self._days = days
        self._was_stopped = False
        self._looking.start()
        self._refreshing.looked_at()
        if self._run is _Run.QUIET:
            self._run = _Run.RUNNING
            self._show()
        elif self._run is _Run.IDLE:
            self._begin(_Run.RUNNING)

    def stop(self) -> None:
        """End the load after the page that is under way; what was loaded stays."""
        if self._run in (_Run.RUNNING, _Run.QUIET):
            self._run = _Run.STOPPING
            self._was_stopped = True
            self._cancelled.set()
            self._show()

    @property
    def loading(self) -> Loading:
        """How far it is with the orders."""
        if self._run is not _Run.IDLE:
            return Loading.RUNNING
        if self._error is not None:
            return Loading.FAILED
        was_loaded = self._standing is not None and self._standing.fresh_at is not None
        return Loading.DONE if was_loaded else Loading.NOT_ASKED

    @Slot()
    def look(self) -> None:
        """Load by itself when it is time to."""
        if self._run is _Run.IDLE and self._refreshing.is_due():
            self._begin(_Run.QUIET)

    def retranslate(self) -> None:
        self._button.setText(self.tr("Load orders (F5)"))
        self._button.setShortcut(Key.LOAD)  # a new text takes the shortcut away
        self._bar.setAccessibleName(self.tr("Progress of loading"))
        self._set_aside.setText(self.tr("Show"))
        self._set_aside.setAccessibleName(self.tr("Show the records that could not be read"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._refreshing.looked_at()

    def _build(self) -> None:
        self._status = plain_label("syncStatus")
        self._note = plain_label("syncNote", "hint")
        self._bar = QProgressBar()
        self._bar.setObjectName("syncProgress")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._set_aside = plain_button("setAsideButton")
        self._set_aside.clicked.connect(self._on_set_aside)
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
        for widget in (self._set_aside, self._bar, self._cancel, self._button):
            layout.addWidget(widget)

    def _begin(self, run: _Run) -> None:
        self._run = run
        self._cancelled = Event()
        self._progress = None
        if run is _Run.RUNNING:
            self._error = None
        self._show()
        self.turned.emit()
        work = partial(self._load, self._days, self._cancelled, self._was_stopped)
        self._lanes.run(Lane.SYNC, work, self, self._on_loaded, self._on_failed)

    def _load(self, days: int | None, cancelled: Event, newest_only: bool) -> SyncResult:
        """Sync lane. Each request's progress is told: the last one before a long wait must not be missed."""
        return self._terminal.syncing.run(
            days, self._progressed.emit, cancelled.is_set, cancelled.wait, newest_only
        )

    def _read_standing(self) -> None:
        self._lanes.run(
            Lane.STORE, self._terminal.syncing.standing, self, self._on_standing, self._on_unreadable
        )

    def _show(self) -> None:
        is_seen = self._run in (_Run.RUNNING, _Run.STOPPING)
        self._bar.setVisible(is_seen)
        self._cancel.setVisible(is_seen)
        self._cancel.setEnabled(self._run is _Run.RUNNING)
        self._button.setEnabled(not is_seen)
        is_stopping = self._run is _Run.STOPPING
        self._cancel.setText(self.tr("Stopping…") if is_stopping else self.tr("Stop loading"))
        now = self._terminal.clock.now()
        self._status.setText(
            running_text(self._progress) if is_seen else idle_text(self._standing, self._error, now)
        )
        self._note.setText("" if is_seen else note_text(self._standing, self._error, self._was_stopped))
        self._note.setVisible(bool(self._note.text()))
        self._set_aside.setVisible(bool(self._standing and self._standing.set_aside) and not is_seen)
        progress = self._progress
        self._bar.setRange(0, _STEPS if progress else 0)
        if progress:
            self._bar.setValue(progress.read * _STEPS // max(progress.expected, 1))

    def _on_clicked(self) -> None:
        self.start(self._days)

    def _on_set_aside(self) -> None:
        if self._standing is not None:
            SetAsideDialog(self._standing.set_aside, self).open()

    def _on_progressed(self, progress: SyncProgress) -> None:
        if self._run is _Run.IDLE:
            return
        self._progress = progress
        if self._run is _Run.QUIET and (progress.waits or progress.expected > progress.read):
            self._run = _Run.RUNNING  # it takes longer: now it is seen
        self._show()
        if self._run is not _Run.QUIET and not self._refresh.isActive():
            self._refresh.start()

    def _on_loaded(self, result: SyncResult) -> None:
        self._error = None
        self._refreshing.loaded(result.changed)
        self._end(is_news=result.changed > 0 or self._run is not _Run.QUIET)

    def _on_failed(self, error: Exception) -> None:
        self._error = error
        self._refreshing.failed()
        self._end(is_news=True)

    def _end(self, is_news: bool) -> None:
        self._run = _Run.IDLE
        self._refresh.stop()
        self._read_standing()
        self._show()
        self.turned.emit()
        if is_news:
            self.arrived.emit()

    def _on_standing(self, standing: SyncStanding) -> None:
        self._standing = standing
        self._show()
        self.turned.emit()

    def _on_unreadable(self, error: Exception) -> None:
        self._error = error
        self._show()
