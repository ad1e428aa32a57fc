"""Where the program's own files and the shop's data lie."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

RESOURCES: Final = Path(__file__).resolve().parent.parent / "resources"
"""Style sheet, icons and translations that come with the program."""

UPDATE_FILE: Final = RESOURCES / "update.json"
"""Who is asked for newer versions, filled in by whoever releases."""

_NAME: Final = "refund-terminal"


@dataclass(frozen=True, slots=True)
class Paths:
    """The files of one data directory."""

    data: Path

    @property
    def settings(self) -> Path:
        return self.data / "settings.json"

    @property
    def log(self) -> Path:
        return self.data / "refund-terminal.log"

    @property
    def crash(self) -> Path:
        """What Python writes when the process itself breaks down."""
        return self.data / "crash.log"

    @property
    def geometry(self) -> Path:
        """Size and place of the window."""
        return self.data / "window.bin"

    @property
    def journal(self) -> Path:
        """What was cancelled in the practice shop."""
        return self.data / "practice-shop.jsonl"


def paths(practice: bool, data_dir: Path | None = None) -> Paths:
    """The chosen data directory, or this user's own. Practice never shares one with a real shop."""
    if data_dir is None:
        from platformdirs import user_data_path

        data_dir = user_data_path(_NAME, appauthor=False)
    data_dir = data_dir.expanduser().absolute()
    return Paths(data_dir / "practice" if practice else data_dir)
