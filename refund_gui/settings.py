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
EVERYTHING: Final = 0
MONTHS: Final = range(EVERYTHING, 121)
"""How many months of payments are loaded; EVERYTHING of them when that is what the shop wants."""

DEFAULT_MONTHS: Final = 12

_DAYS_A_MONTH: Final = 31
DEFAULT_DAYS: Final = DEFAULT_MONTHS * _DAYS_A_MONTH
"""Days of payments that are loaded until somebody chooses otherwise."""

PAPERS: Final = ("a4", "roll_58", "roll_80")
"""What receipts are printed on (`ui/printing.py: Paper`)."""

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
    months: int = DEFAULT_MONTHS
    business_number: str = ""
    """Ten digits, or nothing."""
    receipt_footer: str = ""
    receipt_paper: str = PAPERS[0]
    notifications: bool = True
    """Whether the desktop is told of refunds that are no longer Checking."""
    check_updates: bool = True
    """Whether the makers are asked for a newer version, once a day."""

    @property
    def days(self) -> int | None:
        """How many days of payments are loaded, None for everything."""
        return None if self.months == EVERYTHING else self.months * _DAYS_A_MONTH


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
    if kept["receipt_paper"] not in PAPERS:
        kept["receipt_paper"] = defaults.receipt_paper
    return Settings(**kept)  # type: ignore[arg-type]  # each was just held against its default's type


def _lines(value: object) -> tuple[str, ...]:
    return tuple(str(line) for line in value if str(line).strip()) if isinstance(value, list) else ()
