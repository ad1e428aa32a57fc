"""Windows that fit a page, and the moment of the next load."""

import pytest

from refund_gui.domain.coverage import Span
from refund_gui.terminal.refreshing import IDLE, OFFLINE, SOON, Refreshing
from refund_gui.terminal.windows import DAY, LONGEST, Windows
from tests.practice.shop_kit import NOW
from tests.terminal.shop import TestClock

LONG = Span(0, 1_000 * DAY)


def length(windows: Windows, span: Span = LONG) -> int:
    return windows.next(span).seconds


def test_the_first_is_as_long_as_upstream_allows() -> None:
    assert Windows().next(LONG) == Span(910 * DAY, 1_000 * DAY)
    assert Windows().next(Span(5, 9)) == Span(5, 9)


@pytest.mark.parametrize(("total", "seconds"), [(10_000, LONGEST * 375 // 10_000), (501, LONGEST // 2)])
def test_too_many_payments_make_it_shorter(total: int, seconds: int) -> None:
    windows = Windows()
    windows.overflowed(windows.next(LONG), total, 500)
    assert length(windows) == seconds


def test_it_never_gets_shorter_than_a_second() -> None:
    windows = Windows()
    for _ in range(40):
        windows.overflowed(windows.next(LONG), 10**9, 500)
    assert length(windows) == 1
    windows.overflowed(Span(0, 2), 0, 0)
    assert length(windows) == 1


@pytest.mark.parametrize(("read", "growth"), [(0, 4), (10, 4), (250, 1.5), (375, 1), (500, 0.75)])
def test_it_grows_with_what_fitted(read: int, growth: float) -> None:
    windows = Windows()
    windows.overflowed(windows.next(LONG), 10_000, 500)
    before = length(windows)
    windows.fitted(windows.next(LONG), read, 500)
    assert length(windows) == pytest.approx(before * growth, abs=1)


def test_small_pages_do_not_keep_it_at_a_second() -> None:
    windows = Windows()
    for _ in range(40):
        windows.overflowed(windows.next(LONG), 10**9, 2)
    windows.fitted(windows.next(LONG), 1, 2)
    assert length(windows) == 2


def test_the_short_end_of_a_span_shortens_nothing() -> None:
    windows = Windows()
    windows.fitted(Span(0, 10), 400, 500)
    assert length(windows) == LONGEST


def waits(refreshing: Refreshing, clock: TestClock) -> int:
    """Seconds until it is due."""
    for second in range(2_000):
        if refreshing.is_due():
            return second
        clock.advance(1)
    return -1


def test_loads_come_soon_and_later_while_nothing_changes() -> None:
    clock = TestClock(NOW)
    refreshing = Refreshing(clock)
    assert waits(refreshing, clock) == -1, "nobody has begun"
    told = []
    for changed in (0, 3, 0, 0, 0, 0, 0, 5):
        refreshing.loaded(changed)
        told.append(waits(refreshing, clock))
    assert told == [SOON, SOON, 60, 120, 240, IDLE, IDLE, SOON]


def test_offline_it_asks_less_and_less() -> None:
    clock = TestClock(NOW)
    refreshing = Refreshing(clock)
    told = []
    for _ in range(7):
        refreshing.failed()
        told.append(waits(refreshing, clock))
    assert told == [60, 120, 240, 480, OFFLINE, OFFLINE, OFFLINE]
    refreshing.loaded(0)
    assert waits(refreshing, clock) == IDLE


def test_somebody_at_the_counter_sees_nothing_old() -> None:
    clock = TestClock(NOW)
    refreshing = Refreshing(clock)
    for _ in range(9):
        refreshing.loaded(0)
    clock.advance(SOON)
    assert not refreshing.is_due()
    refreshing.looked_at()
    assert refreshing.is_due()
