"""What a pane beside a list shows of the row that was chosen last, read from the store."""

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from refund_gui.ui.background import Lane, Lanes

Key = TypeVar("Key")
Detail = TypeVar("Detail")


class StoreReading(Generic[Key, Detail]):
    """`key`: what was asked for last. `detail`: its answer; `error`: why there is none.

    `changed` is called whenever one of them is set.
    """

    def __init__(self, lanes: Lanes, pane: QWidget, changed: Callable[[], None]) -> None:
        self.key: Key | None = None
        self.detail: Detail | None = None
        self.error: Exception | None = None
        self._lanes = lanes
        self._pane = pane
        self._changed = changed

    def ask(self, key: Key | None, read: Callable[[Key], Detail]) -> None:
        """Let the store's lane read this. Asked for again, what is shown stays until the answer is there."""
        if key != self.key:
            self._set(key, None, None)
        if key is not None:
            done, failed = partial(self._on_read, key), partial(self._on_failed, key)
            self._lanes.run(Lane.STORE, partial(read, key), self._pane, done, failed)

    def _on_read(self, key: Key, detail: Detail) -> None:
        if key == self.key:
            self._set(key, detail, None)

    def _on_failed(self, key: Key, error: Exception) -> None:
        if key == self.key:
            self._set(key, None, error)

    def _set(self, key: Key | None, detail: Detail | None, error: Exception | None) -> None:
        self.key, self.detail, self.error = key, detail, error
        self._changed()
