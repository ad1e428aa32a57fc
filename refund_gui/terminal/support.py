"""The report for whoever helps the shop: what runs here and what went wrong, without keys and customers."""

import json
import platform
import sys
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Final

from refund_gui import __version__
from refund_gui.domain.states import RefundState
from refund_gui.paths import Paths
from refund_gui.settings import Settings, SettingsFile
from refund_gui.store import Store
from refund_gui.store.files import file_errors
from refund_gui.terminal.scrubbing import payments_in, scrub

_TAIL: Final = 256 * 1024
"""Bytes of the log that are looked at."""
_LINES: Final = 500
"""Lines of the log that are told."""
_TOLD_AS_THEY_ARE: Final = frozenset({"language"})
"""Settings that are texts and yet nobody's."""
REPORT_NAME: Final = "refund-terminal-report.txt"


class Support:
    """Blocking: the window calls it on a lane."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._paths = Paths(store.data_dir)

    @property
    def log_folder(self) -> Path:
        """Where the log files lie."""
        return self._paths.log.parent

    def report(self, more: Mapping[str, str]) -> str:
        """The whole report, in English, as whoever helps reads it. `more`: what only the window knows.

        Raises StoreError.
        """
        settings = SettingsFile(self._paths.settings).current
        log, crash = _tail(self._paths.log), _tail(self._paths.crash)
        known = [*_texts(settings), *self._people(log + crash)]
        parts = (
            ("Program", {"refund-terminal": __version__, **_computer(), **more}),
            ("Settings", dict(_settings(settings))),
            ("Store", {"schema": str(self._store.schema_version()), **self._counts()}),
        )
        told = [f"{title}\n" + "\n".join(f"  {k}: {v}" for k, v in lines.items()) for title, lines in parts]
        told += [f"Log\n{scrub(log, known)}", f"Breakdowns\n{scrub(crash, known)}"]
        return "\n\n".join(told) + "\n"

    def save(self, report: str, path: Path) -> None:
        """Write the report where the person wants it, as .zip or text. Raises DiskFull or StoreReadOnly."""
        with file_errors(path):
            if path.suffix.lower() == ".zip":
                with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
                    packed.writestr(REPORT_NAME, report)
            else:
                path.write_text(report, encoding="utf-8")

    def _counts(self) -> dict[str, str]:
        counts = self._store.overview.counts()
        return {f"refunds {state}": str(counts[state]) for state in RefundState if state in counts}

    def _people(self, text: str) -> Iterator[str]:
        """Whatever the store knows about the payments that a text names."""
        for imp_uid in payments_in(text):
            payment = self._store.payments.get(imp_uid)
            if payment is not None:
                yield from (payment.buyer_name, payment.buyer_tel, payment.buyer_email)
                yield from (payment.merchant_uid, payment.goods)


def _computer() -> dict[str, str]:
    """Never its name."""
    return {
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "python": platform.python_version(),
        "packed": str(getattr(sys, "frozen", False)),
    }


def _settings(settings: Settings) -> Iterator[tuple[str, str]]:
    """What a shop wrote itself is told by its length only."""
    for field in fields(settings):
        value = getattr(settings, field.name)
        if isinstance(value, str) and field.name not in _TOLD_AS_THEY_ARE:
            yield field.name, f"{len(value)} characters"
        elif isinstance(value, tuple):
            yield field.name, f"{len(value)} lines"
        else:
            yield field.name, json.dumps(value)


def _texts(settings: Settings) -> Iterator[str]:
    for field in fields(settings):
        value = getattr(settings, field.name)
        if isinstance(value, str) and field.name not in _TOLD_AS_THEY_ARE:
            yield value
        elif isinstance(value, tuple):
            yield from value


def _tail(path: Path) -> str:
    """The newest lines of a log, "" when there are none."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _TAIL))
            text = file.read().decode("utf-8", errors="replace")
    except OSError:
        return ""
    lines = text.splitlines()
    return "\n".join(lines[1:][-_LINES:] if size > _TAIL else lines[-_LINES:])
