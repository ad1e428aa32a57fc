"""What nobody has foreseen: written into the log, and shown once."""

import logging
import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

log = logging.getLogger(__name__)


class UnexpectedErrors(QObject):
    """Takes exceptions of any thread; while it is installed, also those that nothing caught."""

    _happened = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: set[tuple[str, str, int]] = set()
        self._window: QWidget | None = None
        self._boxes: list[QMessageBox] = []
        self._before = sys.excepthook, threading.excepthook
        self._happened.connect(self._on_happened)

    def install(self) -> None:
        """Catch what nothing else catches, in slots and in threads."""
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_uncaught
        threading.excepthook = self._on_thread_ended

    def remove(self) -> None:
        """Leave it to whoever did it before."""
        sys.excepthook, threading.excepthook = self._before

    def show_over(self, window: QWidget | None) -> None:
        """Later messages belong to this window."""
        self._window = window

    @Slot(object)
    def report(self, error: BaseException) -> None:
        """Log it, and tell the person unless the same was told before."""
        log.error("unexpected", exc_info=error)
        self._happened.emit(error)

    @Slot(object)
    def _on_happened(self, error: BaseException) -> None:
        """UI thread."""
        place = _place(error)
        if place in self._known:
            return
        self._known.add(place)
        from PySide6.QtWidgets import QMessageBox

        from refund_gui.ui.words import unexpected  # rarely needed, so the first rows do not wait for it

        words = unexpected(type(error).__name__)
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            words.title,
            words.title,
            QMessageBox.StandardButton.Close,
            self._window,
        )
        box.setObjectName("unexpectedMessage")
        box.setInformativeText("\n".join((words.advice, words.detail)))
        box.open()
        self._boxes.append(box)  # without a window over it nothing else keeps it

    def _on_uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, Exception):
            self.report(error)
        else:
            sys.__excepthook__(kind, error, trace)

    def _on_thread_ended(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_value)


def _place(error: BaseException) -> tuple[str, str, int]:
    """Its kind and the line that raised it."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__, "", 0
    return type(error).__name__, trace.tb_frame.f_code.co_filename, trace.tb_lineno
