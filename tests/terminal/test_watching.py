"""When an open refund is read, and when reading has proven enough (protocol rules 6 and 16)."""

from refund_gui.terminal.watching import QUIET, Watches
from tests.terminal.shop import TestClock


def read_moments(watches: Watches, clock: TestClock, seconds: int) -> list[int]:
    start, moments = clock.monotonic(), []
    for _ in range(seconds):
        clock.advance(1)
        for imp_uid in watches.due():
            watches.reading(imp_uid)
            moments.append(int(clock.monotonic() - start))
    return moments


def test_rule_16_reads_after_2_10_30_and_120_seconds_then_every_five_minutes() -> None:
    clock = TestClock(0)
    watches = Watches(clock)
    watches.start("r1", "imp_1")
    assert read_moments(watches, clock, 800) == [2, 10, 30, 120, 420, 720]


def test_what_was_open_before_the_start_is_read_at_once() -> None:
    clock = TestClock(0)
    watches = Watches(clock)
    watches.start("r1", "imp_1", from_before=True)
    assert watches.due() == ("imp_1",)


def test_two_refunds_of_one_payment_are_one_reading() -> None:
    clock = TestClock(0)
    watches = Watches(clock)
    watches.start("r1", "imp_1")
    watches.start("r2", "imp_1")
    watches.start("r3", "imp_2")
    clock.advance(2)
    assert watches.due() == ("imp_1", "imp_2")
    watches.reading("imp_1")
    assert watches.due() == ("imp_2",)


def test_what_has_ended_is_read_no_more() -> None:
    clock = TestClock(0)
    watches = Watches(clock)
    watches.start("r1", "imp_1")
    watches.stop("r1")
    watches.stop("r1")
    clock.advance(1_000)
    assert watches.due() == ()
    assert watches.get("r1") is None


def settled_at(clock: TestClock, watches: Watches, reads: list[float]) -> list[bool]:
    verdicts = []
    start = clock.monotonic()
    for moment in reads:
        clock.advance(moment - (clock.monotonic() - start))
        watch = watches.get("r1")
        assert watch is not None
        verdicts.append(watch.is_settled(clock.monotonic()))
        watches.good_read("r1", clock.monotonic())
    return verdicts


def test_rule_06_two_good_reads_30_seconds_apart_the_second_after_the_quiet_time() -> None:
    for reads, expected in (
        ([2, 119], [False, False]),
        ([2, 120], [False, True]),
        ([120, 149], [False, False]),
        ([120, 150], [False, True]),
        ([500], [False]),
    ):
        clock = TestClock(0)
        watches = Watches(clock)
        watches.start("r1", "imp_1")
        assert settled_at(clock, watches, [float(read) for read in reads]) == expected, reads


def test_rule_06_a_read_that_began_before_the_attempt_ended_counts_for_nothing() -> None:
    clock = TestClock(0)
    watches = Watches(clock)
    watches.start("r1", "imp_1")
    watches.good_read("r1", clock.monotonic() - 1)
    watch = watches.get("r1")
    assert watch is not None
    assert watch.first_good_read is None
    watches.good_read("nobody", clock.monotonic())


def test_rule_06_the_announced_moment_moves_when_reads_fail() -> None:
    clock = TestClock(0)
    watches = Watches(clock)
    watches.start("r1", "imp_1")
    began = clock.monotonic()

    def announced() -> float:
        watch = watches.get("r1")
        assert watch is not None
        return watch.settles_at(clock.monotonic()) - began

    assert announced() == QUIET
    clock.advance(2)
    watches.good_read("r1", clock.monotonic())
    assert announced() == QUIET
    clock.advance(118)
    watches.reading("imp_1")  # and fails
    assert announced() == 420


def test_rule_06_without_any_good_read_two_more_are_needed() -> None:
    clock = TestClock(0)
    watches = Watches(clock)
    watches.start("r1", "imp_1")
    clock.advance(115)
    watch = watches.get("r1")
    assert watch is not None
    assert watch.settles_at(clock.monotonic()) == clock.monotonic() + 30
