"""How far a store had come, kept outside of its data directory: what a lost or restored one is known by."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class HighWater:
    """A store, its newest event's number, and its first event's time in unix seconds."""

    store_id: str
    newest_event: int
    first_at: int


class HighWaterMark(Protocol):
    """Where the mark is kept. It never raises: without a keyring there is no mark, and nothing is noticed."""

    def load(self) -> HighWater | None: ...

    def save(self, mark: HighWater) -> None: ...


class MemoryMark:
    """A mark that ends with the process: practice mode and tests."""

    def __init__(self, mark: HighWater | None = None) -> None:
        self._mark = mark

    def load(self) -> HighWater | None:
        return self._mark

    def save(self, mark: HighWater) -> None:
        self._mark = mark


class KeyringMark:
    """In the operating system's keyring, named by data directory and API origin. It holds no secret."""

    def __init__(self, data_dir: Path, origin: str) -> None:
        self._service = f"refund-terminal {origin} {data_dir}"

    def load(self) -> HighWater | None:
        import keyring
        from keyring.errors import KeyringError

        try:
            kept = keyring.get_password(self._service, "high-water")
            return HighWater(**json.loads(kept)) if kept else None
        except (KeyringError, ValueError, TypeError):
            return None

    def save(self, mark: HighWater) -> None:
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(self._service, "high-water", json.dumps(asdict(mark)))
        except KeyringError:
            return  # no keyring: a lost store is not noticed, and each refund is read afresh all the same
