"""The log file: what happened and when, never a key, an account or a customer."""

import faulthandler
import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final

_SIZE: Final = 1_000_000
_FILES: Final = 5
_FORMAT: Final = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"

ExceptionTriple = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _WithoutValues(logging.Formatter):
    """Shows of an exception where it was raised and of what kind it is: its text may hold what was typed."""

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # another handler may have left its own form of the exception here
        text = super().format(record)
        record.exc_text = None
        return text

    def formatException(self, ei: ExceptionTriple) -> str:  # noqa: N802  # the name is logging's
        parts: list[str] = []
        error, seen = ei[1], set[int]()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            parts.insert(0, "".join(traceback.format_tb(error.__traceback__)) + type(error).__qualname__)
            error = error.__cause__ or error.__context__
        return "\nwhich led to\n".join(parts)


class EarlyLog(logging.Handler):
    """Keeps what is logged before `log_file` is open: the first rows do not wait for that."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def early_log() -> Iterator[EarlyLog]:
    """Keep the log in memory until it is handed to `log_file`, or the block ends."""
    handler, root = EarlyLog(), logging.getLogger()
    root.addHandler(handler)
    try:
        yield handler
    finally:
        root.removeHandler(handler)


@contextmanager
def log_file(path: Path, early: EarlyLog | None = None) -> Iterator[None]:
    """Write the program's log into this file while the block runs (5 of 1 MB are kept). Raises OSError.

    What `early` has kept comes first, and no more goes there. The HTTP library's own log stays out of the
    file: it writes whole addresses.
    """
    from logging.handlers import RotatingFileHandler

    root = logging.getLogger()
    if early is not None:
        root.removeHandler(early)
    handler = RotatingFileHandler(path, maxBytes=_SIZE, backupCount=_FILES - 1, encoding="utf-8")
    handler.setFormatter(_WithoutValues(_FORMAT))
    level = root.level
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    if early is not None:
        for record in early.records:
            handler.handle(record)
    for noisy in ("httpx", "httpcore"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    try:
        yield
    finally:
        root.setLevel(level)
        root.removeHandler(handler)
        handler.close()


@contextmanager
def crash_log(path: Path) -> Iterator[None]:
    """Where Python writes its stacks, without values, should the process itself break down."""
    try:
        file = path.open("a", encoding="utf-8")
    except OSError:  # it is for the worst only, and stops nobody's work
        yield
        return
    with file:
        faulthandler.enable(file)
        try:
            yield
        finally:
            faulthandler.disable()
