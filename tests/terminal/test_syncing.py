"""Loading payments: windows, pages, progress, cancelling, and failures that keep what was loaded."""

from pathlib import Path
from random import Random

import pytest

from refund_gui.domain.listing import OrderFilter
from refund_gui.errors import ReadRefused
from refund_gui.practice.app import PracticeApp
from refund_gui.practice.faults import Fault
from refund_gui.terminal.syncing import SyncProgress
from tests.practice.shop_kit import DAY, NOW, payment
from tests.terminal.shop import Shop, TestClock

ALL = OrderFilter()


@pytest.fixture
def large(tmp_path: Path) -> Shop:
    """250 payments over 250 days."""
    clock = TestClock(NOW)
    records = [payment(f"imp_{day:03}", paid_at=NOW - day * DAY - 60) for day in range(250)]
    return Shop(tmp_path / "data", clock, PracticeApp(records, clock=clock.now, random=Random(1)))


def test_the_last_90_days_all_pages(large: Shop) -> None:
    seen: list[SyncProgress] = []
    result = large.syncing.run(90, seen.append, lambda: False)
    assert (result.read, result.complete, result.set_aside) == (90, True, ())
    assert large.orders.count(ALL) == 90
    assert large.syncing.synced_at() == NOW
    assert seen[-1] == SyncProgress(90, 90, 1, 1)
    large.stop()


def test_more_than_90_days_are_several_windows(large: Shop) -> None:
    seen: list[SyncProgress] = []
    result = large.syncing.run(300, seen.append, lambda: False)
    assert result.complete
    assert large.orders.count(ALL) == 250
    assert {progress.windows for progress in seen} == {4}
    large.stop()


def test_a_second_load_changes_nothing(large: Shop) -> None:
    large.syncing.run(90, lambda _: None, lambda: False)
    again = large.syncing.run(90, lambda _: None, lambda: False)
    assert large.orders.count(ALL) == 90
    assert again.read == 90
    large.stop()


def test_cancelling_keeps_what_was_loaded(large: Shop) -> None:
    seen: list[SyncProgress] = []
    result = large.syncing.run(300, seen.append, lambda: bool(seen))
    assert not result.complete
    assert large.orders.count(ALL) == result.read > 0
    assert large.syncing.synced_at() is None
    large.stop()


def test_a_failure_in_the_middle_keeps_what_was_loaded(large: Shop) -> None:
    large.upstream.faults.next(Fault.STATUS, on="/payments/status/*", skip=1)
    with pytest.raises(ReadRefused):
        large.syncing.run(300, lambda _: None, lambda: False)
    assert large.orders.count(ALL) > 0
    assert large.syncing.synced_at() is None
    large.stop()
