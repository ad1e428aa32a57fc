"""Loading payments: windows, progress, cancelling, and failures that keep what was loaded."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from refund_gui.domain.listing import OrderFilter
from refund_gui.domain.payment import DisplayStatus, EntryOrigin
from refund_gui.domain.progress import SyncProgress
from refund_gui.errors import ReadRefused, Unreachable
from refund_gui.practice.app import PracticeApp
from refund_gui.practice.faults import Fault
from refund_gui.practice.records import Status
from refund_gui.terminal.syncing import DEEP, FIRST_DAY, OVERLAP, SyncResult
from tests.practice.shop_kit import DAY, NOW, payment
from tests.terminal.shop import Shop, TestClock

ALL = OrderFilter()
LISTS = "/payments/status/*"


@pytest.fixture
def large(tmp_path: Path) -> Iterator[Shop]:
    """250 payments over 250 days."""
    clock = TestClock(NOW)
    records = [payment(f"imp_{day:03}", paid_at=NOW - day * DAY - 60) for day in range(250)]
    shop = Shop(tmp_path / "data", clock, PracticeApp(records, clock=clock.now, random=Random(1)))
    yield shop
    shop.stop()


def load(shop: Shop, days: int | None = 90, **how: bool) -> SyncResult:
    return shop.syncing.run(days, lambda _: None, lambda: False, shop.clock.advance, **how)


def asked(shop: Shop) -> list[tuple[int, int]]:
    """The windows of the lists that were asked for, in days before now."""
    lists = [logged.query for logged in shop.upstream.log() if logged.path.startswith("/payments/status/")]
    return [(int(query["from"][0]), int(query["to"][0])) for query in lists]


def test_the_last_90_days(large: Shop) -> None:
    seen: list[SyncProgress] = []
    result = large.syncing.run(90, seen.append, lambda: False)
    assert (result.read, result.complete, result.set_aside) == (90, True, ())
    assert large.orders.count(ALL) == 90
    assert large.syncing.synced_at() == NOW
    assert seen[-1] == SyncProgress(90, 90)
    standing = large.syncing.standing()
    assert (standing.fresh_at, standing.loaded_since, standing.is_complete) == (NOW, NOW - 90 * DAY, True)


def test_windows_go_back_in_time_and_meet(large: Shop) -> None:
    assert load(large, 300).complete
    assert large.orders.count(ALL) == 250
    windows = asked(large)
    assert windows[0][1] == NOW
    assert windows[-1][0] == NOW - 300 * DAY
    assert [older[1] for older in windows[1:]] == [newer[0] for newer in windows[:-1]]
    assert all(until - since <= 90 * DAY for since, until in windows)


def test_everything_goes_back_to_before_there_was_an_upstream(large: Shop) -> None:
    """Years without a payment prove nothing: an old one lies behind them."""
    large.upstream.add(payment("imp_first", paid_at=FIRST_DAY + DAY))
    load(large, None)
    assert large.orders.detail("imp_first").payment.imp_uid == "imp_first"
    assert asked(large)[-1][0] == FIRST_DAY


def test_more_months_are_loaded_later_and_only_they(large: Shop) -> None:
    load(large, 90)
    before = len(asked(large))
    load(large, 250)
    new, *older = asked(large)[before:]
    assert new[0] == NOW - OVERLAP
    assert older[0][1] == NOW - 90 * DAY
    assert large.orders.count(ALL) == 250
    load(large, 90)
    assert large.syncing.standing().loaded_since == NOW - 250 * DAY, "what is loaded stays loaded"


def test_a_refresh_reads_what_is_new_and_an_overlap(large: Shop) -> None:
    load(large)
    large.clock.advance(600)
    large.upstream.add(payment("imp_new", paid_at=NOW + 300))
    large.upstream.add(payment("imp_late", paid_at=NOW - 600))
    result = load(large)
    assert result.changed == 2
    assert asked(large)[-1] == (NOW - OVERLAP, NOW + 600)


def test_once_a_day_a_load_looks_further_back(large: Shop) -> None:
    load(large)
    large.clock.advance(DAY)
    large.upstream.add(payment("imp_told_late", paid_at=NOW - 2 * DAY))
    assert load(large).changed == 1
    assert asked(large)[-1][0] == NOW - DEEP


def test_a_clock_that_is_ahead_leaves_no_hole(large: Shop) -> None:
    """Upstream's own clock counts."""
    large.clock.sleep(9 * 3600)
    large.upstream._clock = lambda: large.clock.now() - 9 * 3600
    load(large)
    assert asked(large)[-1][1] == NOW
    large.upstream.add(payment("imp_new", paid_at=NOW + 1))
    large.clock.advance(60)
    assert load(large).changed == 1


def test_cancelling_keeps_what_was_loaded_and_the_next_load_goes_on(large: Shop) -> None:
    seen: list[SyncProgress] = []
    result = large.syncing.run(300, seen.append, lambda: bool(seen))
    assert not result.complete
    assert large.orders.count(ALL) == result.read > 0
    assert large.syncing.synced_at() is None
    standing = large.syncing.standing()
    assert (standing.fresh_at, standing.is_complete) == (NOW, False)
    left = standing.loaded_since
    before = len(asked(large))
    load(large, 300)
    assert asked(large)[before:][1][1] == left, "the newest first, then where it was"
    assert large.orders.count(ALL) == 250


def test_after_a_stop_only_what_is_new_is_loaded(large: Shop) -> None:
    seen: list[SyncProgress] = []
    large.syncing.run(300, seen.append, lambda: bool(seen))
    large.clock.advance(7_200)
    large.upstream.add(payment("imp_new", paid_at=NOW + 60))
    result = load(large, 300, newest_only=True)
    assert (result.changed, result.complete) == (1, True)
    standing = large.syncing.standing()
    assert (standing.fresh_at, standing.is_complete) == (NOW + 7_200, False)
    assert large.syncing.synced_at() is None


def test_a_failure_in_the_middle_keeps_what_was_loaded(large: Shop) -> None:
    large.upstream.faults.next(Fault.REFUSAL, on=LISTS, skip=1)
    with pytest.raises(ReadRefused):
        load(large, 300)
    assert large.orders.count(ALL) > 0
    assert large.syncing.synced_at() is None


def test_without_a_line_it_fails_at_once(large: Shop) -> None:
    large.line.is_down = True
    with pytest.raises(Unreachable):
        load(large)


@pytest.mark.parametrize(
    ("status", "retry_after", "waited"),
    [(429, "30", 30), (503, "7", 7), (429, "", 1), (500, "", 1), (429, "100000", 600)],
)
def test_a_refusal_is_waited_out(large: Shop, status: int, retry_after: str, waited: int) -> None:
    large.upstream.faults.next(Fault.STATUS, on=LISTS, status=status, retry_after=retry_after)
    seen: list[SyncProgress] = []
    waits: list[float] = []
    assert large.syncing.run(90, seen.append, lambda: False, waits.append).complete
    assert waits[0] == waited
    assert seen[0].waits == waited
    assert seen[-1].waits == 0
    assert large.orders.count(ALL) == 90


def test_a_refused_token_is_waited_for_too(large: Shop) -> None:
    large.upstream.faults.next(Fault.STATUS, on="/users/getToken", status=503, times=2)
    waits: list[float] = []
    assert large.syncing.run(90, lambda _: None, lambda: False, waits.append).complete
    assert waits[:2] == [1, 2]


def test_refusals_slow_down_and_answers_speed_up_again(large: Shop) -> None:
    large.upstream.faults.next(Fault.STATUS, on=LISTS, status=429, times=2)
    waits: list[float] = []
    large.syncing.run(None, lambda _: None, lambda: False, waits.append)
    assert waits[:2] == [1, 2]
    assert waits[2:] == sorted(waits[2:], reverse=True)
    assert set(waits[2:]) == {0.5, 0.25}


def test_an_upstream_that_only_refuses_is_given_up(large: Shop) -> None:
    large.upstream.faults.next(Fault.STATUS, on=LISTS, status=503, times=None)
    waits: list[float] = []
    with pytest.raises(ReadRefused):
        large.syncing.run(90, lambda _: None, lambda: False, waits.append)
    assert waits == [1, 2, 4, 8, 16, 32, 60]


def test_a_wait_can_be_cancelled(large: Shop) -> None:
    large.upstream.faults.next(Fault.STATUS, on=LISTS, status=429, retry_after="600")
    waits: list[float] = []
    result = large.syncing.run(90, lambda _: None, lambda: bool(waits), waits.append)
    assert not result.complete
    assert len(asked(large)) == 1


def test_the_wait_without_a_waiter_is_real(large: Shop) -> None:
    large.upstream.faults.next(Fault.STATUS, on=LISTS, status=429, retry_after="0")
    assert large.syncing.run(90, lambda _: None, lambda: False).complete


def test_a_long_load_looks_for_what_is_new(large: Shop) -> None:
    """Each answer takes a minute; an order comes after the first one."""

    def report(progress: SyncProgress) -> None:
        if progress.read and large.clock.now() == NOW:
            large.upstream.add(payment("imp_new", paid_at=NOW + 30))
        large.clock.advance(61)

    large.syncing.run(None, report, lambda: large.orders.count(ALL) > 250)
    assert large.orders.detail("imp_new").payment.imp_uid == "imp_new"
    assert len(asked(large)) < 12


def test_time_left_follows_the_pace(large: Shop) -> None:
    seen: list[SyncProgress] = []

    def report(progress: SyncProgress) -> None:
        seen.append(progress)
        large.clock.advance(10)

    large.syncing.run(360, report, lambda: False)
    assert seen[0] == SyncProgress(90, 360)
    assert (seen[1].read, seen[1].expected, seen[1].seconds_left) == (180, 360, 10)
    assert seen[-1].seconds_left == 0


def test_records_that_cannot_be_read_are_kept_until_they_can(large: Shop) -> None:
    bad = payment("imp_bad", Decimal("100.5"), paid_at=NOW - 60)
    large.upstream.add(bad)
    result = load(large)
    assert [one.imp_uid for one in result.set_aside] == ["imp_bad"]
    assert large.orders.count(ALL) == 90
    [kept] = large.syncing.standing().set_aside
    assert (kept.imp_uid, kept.seen_at) == ("imp_bad", NOW)
    assert "amount" in kept.problem
    large.restart()
    assert large.syncing.standing().set_aside == (kept,)
    large.upstream.add(replace(bad, amount=Decimal(100)))
    load(large)
    assert large.syncing.standing().set_aside == ()
    assert large.orders.count(ALL) == 91


def test_what_changed_upstream_shows_with_where_it_was_made(large: Shop) -> None:
    waiting = payment("imp_vbank", 5_000, "vbank", status=Status.READY)
    large.upstream.add(waiting)
    load(large)
    waiting.status, waiting.paid_at = Status.PAID, NOW
    large.upstream.cancel_outside("imp_000", Decimal(1_000))
    assert load(large).changed == 2
    detail = large.orders.detail("imp_000")
    assert detail.payment.display_status is DisplayStatus.PARTLY_REFUNDED
    assert [entry.made_in for entry in detail.timeline] == [EntryOrigin.CONSOLE]
    assert large.orders.detail("imp_vbank").payment.display_status is DisplayStatus.PAID


def test_payments_that_upstream_lists_no_longer_stay(large: Shop) -> None:
    load(large)
    large.upstream._shop._records.clear()
    load(large)
    assert large.orders.count(ALL) == 90
