"""What a shop sets once: a small JSON file in the data directory. No secret is in it."""

import errno
import json
import logging
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Final

from refund_gui.errors import DiskFull, StoreReadOnly

log = logging.getLogger(__name__)

LANGUAGES: Final = ("ko", "en")
MONTHS: Final = range(1, 25)
"""How many months of payments the first load may go back."""

DEFAULT_REASONS: Final = ("고객 변심", "상품 품절", "배송 지연", "상품 하자", "오배송", "중복 결제")


@dataclass(frozen=True, slots=True)
class Settings:
    """One shop's settings. `reasons` are offered in the refund dialog, `operators` when there are several."""

    language: str = "ko"
    shop: str = ""
    counter: str = ""
    operators: tuple[str, ...] = ()
    reasons: tuple[str, ...] = DEFAULT_REASONS
    enable_webhook: bool = True
    months: int = 3


class SettingsFile:
    """The settings in use, and their file. `keep` may be called from any thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.current = self._load()

    def keep(self, settings: Settings) -> None:
        """Write the settings, all or nothing, and use them from now on.

        Raises DiskFull or StoreReadOnly; the old ones then stay.
        """
        new = self._path.with_name(self._path.name + ".new")
        try:
            with new.open("w", encoding="utf-8") as file:
                json.dump(asdict(settings), file, indent=2)
                file.flush()
                os.fsync(file.fileno())
            new.replace(self._path)
        except OSError as error:
            kind = DiskFull if error.errno == errno.ENOSPC else StoreReadOnly
            raise kind(str(self._path), error.strerror or "") from error
        self.current = settings

    def _load(self) -> Settings:
        """Settings from the file; what is missing or makes no sense in it takes its default."""
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError) as error:
            log.warning("the settings cannot be read: %s", type(error).__name__)
            return Settings()
        return _settings(stored) if isinstance(stored, dict) else Settings()


def _settings(stored: dict[str, object]) -> Settings:
    defaults = Settings()
    kept: dict[str, object] = {}
    for field in fields(Settings):
        default, value = getattr(defaults, field.name), stored.get(field.name)
        if isinstance(default, tuple):
            kept[field.name] = _lines(value) or default
        else:
            kept[field.name] = value if type(value) is type(default) else default
    if kept["language"] not in LANGUAGES:
        kept["language"] = defaults.language
    if kept["months"] not in MONTHS:
        kept["months"] = defaults.months
    return Settings(**kept)  # type: ignore[arg-type]  # each was just held against its default's type


def _lines(value: object) -> tuple[str, ...]:
    return tuple(str(line) for line in value if str(line).strip()) if isinstance(value, list) else ()
