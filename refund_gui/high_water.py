"""How far a store had come, kept outside of its data directory: what a lost or restored one is known by."""

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class HighWater:
    """A store, its newest event's number, and its first event's time in unix seconds."""

    store_id: str
    newest_event: int
    first_at: int


class HighWaterMark(Protocol):
    """Where the mark is kept. It never raises: without a keyring there is no mark, and nothing is noticed."""

    def load(self) -> HighWater | None: ...

    def save(self, mark: HighWater) -> bool:
        """Whether it was kept."""
        ...


class MemoryMark:
    """A mark that ends with the process: practice mode and tests."""

    def __init__(self, mark: HighWater | None = None) -> None:
        self._mark = mark

    def load(self) -> HighWater | None:
        return self._mark

    def save(self, mark: HighWater) -> bool:
        self._mark = mark
        return True


class KeyringMark:
    """In the operating system's keyring, named by data directory and API origin. It holds no secret."""

    def __init__(self, data_dir: Path, origin: str) -> None:
        self._service = f"refund-terminal {origin} {data_dir}"

    def load(self) -> HighWater | None:
        import keyring

        try:
            kept = keyring.get_password(self._service, "high-water")
            return HighWater(**json.loads(kept)) if kept else None
        except Exception as error:  # noqa: BLE001 - a keyring may raise what its system raises
            log.warning("the high-water mark cannot be read: %s", type(error).__name__)
            return None

    def save(self, mark: HighWater) -> bool:
        import keyring

        try:
            keyring.set_password(self._service, "high-water", json.dumps(asdict(mark)))
        except Exception as error:  # noqa: BLE001 - without a mark each refund is read afresh all the same
            log.info("the high-water mark is not kept: %s", type(error).__name__)
            return False
        return True
