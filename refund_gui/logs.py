"""The log file: what happened and when, never a key, an account or a customer."""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final

_SIZE: Final = 1_000_000
_FILES: Final = 5
_FORMAT: Final = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"

ExceptionTriple = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _WithoutValues(logging.Formatter):
    """Shows of an exception where it was raised and of what kind it is: its text may hold what was typed."""

    def formatException(self, ei: ExceptionTriple) -> str:  # noqa: N802  # the name is logging's
        parts: list[str] = []
        error, seen = ei[1], set[int]()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            parts.insert(0, "".join(traceback.format_tb(error.__traceback__)) + type(error).__qualname__)
            error = error.__cause__ or error.__context__
        return "\nwhich led to\n".join(parts)


def open_log(path: Path) -> logging.Handler:
    """Write the program's log into this file (5 of 1 MB are kept). Raises OSError.

    The HTTP library's own log stays out of it: it writes whole addresses.
    """
    handler = RotatingFileHandler(path, maxBytes=_SIZE, backupCount=_FILES - 1, encoding="utf-8")
    handler.setFormatter(_WithoutValues(_FORMAT))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    for noisy in ("httpx", "httpcore"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    return handler


def close_log(handler: logging.Handler) -> None:
    """Stop writing into it."""
    logging.getLogger().removeHandler(handler)
    handler.close()
