"""How many payments each choice of a filter would leave, asked for beside the list."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from refund_gui.domain.listing import OrderCounts, OrderFilter
from refund_gui.ui.background import Lane, Lanes

log = logging.getLogger(__name__)

_PAUSE: Final = 250
"""Milliseconds without a key after which a search's choices are counted: each is a search of its own."""


class FilterCounts(QObject):
    """Asks on the counts lane; only the latest question is answered."""

    counted = Signal(object, object)
    """OrderCounts under the filters, and of the whole store."""

    def __init__(
        self, counts: Callable[[OrderFilter], OrderCounts], lanes: Lanes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._counts = counts
        self._lanes = lanes
        self._generation = 0
        self._is_known = False
        self._chosen = OrderFilter()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)

    def ask(self, chosen: OrderFilter) -> None:
        """Count; while somebody types a search, once they pause. What can be chosen is asked for at once."""
        self._generation += 1
        self._chosen = chosen
        if chosen.text and self._is_known:
            self._pause.start()
        else:
            self._pause.stop()
            self._ask()

    def _ask(self) -> None:
        generation = self._generation
        work = partial(self._answer, generation, self._chosen)
        self._lanes.run(Lane.COUNTS, work, self, partial(self._on_counted, generation), self._on_failed)

    def _answer(self, generation: int, chosen: OrderFilter) -> tuple[OrderCounts, OrderCounts] | None:
        """Counts lane: a question that was overtaken while it waited costs nothing."""
        if generation != self._generation:
            return None
        return self._counts(chosen), self._counts(OrderFilter())

    def _on_counted(self, generation: int, found: tuple[OrderCounts, OrderCounts] | None) -> None:
        if found is not None and generation == self._generation:
            self._is_known = True
            self.counted.emit(*found)

    def _on_failed(self, error: Exception) -> None:
        """The list, read from the same store, tells it better."""
        log.warning("payments could not be counted: %s", type(error).__name__)
