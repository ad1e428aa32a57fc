"""How much of upstream's time one request asks for: as much as fits one page."""

from math import ceil
from typing import Final

from refund_gui.domain.coverage import Span

DAY: Final = 86_400
LONGEST: Final = 90 * DAY
"""Seconds that upstream allows (api-v1 §3)."""

_FILLED: Final = 0.75
"""Of a page, aimed at: a fuller one overflows often, an emptier one needs more requests."""

_GROWTH: Final = 4.0
"""From one window to the next; behind a quiet night lies a busy day."""


class Windows:
    """Windows of a load, newest first, each as long as the last ones let expect."""

    def __init__(self) -> None:
        self._seconds = LONGEST

    def next(self, span: Span) -> Span:
        """The newest part of a span. The window below it shares its first second: nothing lies between."""
        return Span(max(span.since, span.until - self._seconds), span.until)

    def overflowed(self, window: Span, total: int, shown: int) -> None:
        """Of `total` payments one page showed `shown`: at most half as long."""
        fitting = window.seconds * _FILLED * shown / max(total, 1)
        self._seconds = max(1, min(window.seconds // 2, int(fitting)))

    def fitted(self, window: Span, read: int, limit: int) -> None:
        """It held `read` of at most `limit` payments. The last one of a span is short and says little."""
        growth = min(_GROWTH, _FILLED * limit / read) if read else _GROWTH
        fitting = min(LONGEST, ceil(window.seconds * growth))
        was_cut = window.seconds < self._seconds
        self._seconds = max(fitting, self._seconds) if was_cut else fitting
