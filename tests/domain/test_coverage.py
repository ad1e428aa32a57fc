"""What is read and what is left, as stretches of time."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from refund_gui.domain.coverage import Coverage, Span, new_coverage
from refund_gui.domain.progress import Pace, SyncProgress


def test_a_new_one_has_everything_to_read() -> None:
    coverage = new_coverage(100, 1_000)
    assert coverage.newest == Span(100, 1_000)
    assert coverage.seconds_left == 900


def test_reading_goes_down_from_the_newest() -> None:
    coverage = new_coverage(100, 1_000).read_down_to(700)
    assert coverage.unread == (Span(100, 700),)
    assert coverage.read_down_to(100).newest is None


def test_what_is_asked_later_joins_what_it_touches() -> None:
    read = new_coverage(100, 1_000).read_down_to(700)
    assert read.ask(100, 1_100, overlap=50).unread == (Span(950, 1_100), Span(100, 700))
    assert read.ask(100, 1_100, overlap=300).unread == (Span(100, 1_100),)


def test_asking_for_more_adds_only_what_is_older() -> None:
    read = new_coverage(500, 1_000).read_down_to(500)
    further = read.ask(200, 1_000, overlap=10)
    assert further.unread == (Span(990, 1_000), Span(200, 500))
    assert further.since == 200
    assert read.ask(800, 1_000, overlap=10).since == 500


def test_a_clock_that_was_ahead_loses_nothing() -> None:
    coverage = Coverage(0, 9_000, ()).ask(0, 5_000, overlap=100)
    assert (coverage.until, coverage.unread) == (5_000, (Span(4_900, 5_000),))


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(1, 60), st.booleans()), max_size=30),
    st.integers(1, 20),
)
def test_every_second_is_read_after_it_was_asked_for(
    steps: list[tuple[int, int, bool]], overlap: int
) -> None:
    """Seconds as a set, beside the spans. `dirty`: those whose payments may differ from what is stored."""
    now = 100
    coverage = new_coverage(0, now)
    dirty = set(range(now + 1))
    for passed, size, asks in steps:
        now += passed
        dirty |= set(range(now - passed, now + 1))
        if asks:
            coverage = coverage.ask(0, now, overlap)
        elif coverage.newest is not None:
            since = max(coverage.newest.since, coverage.newest.until - size)
            dirty -= set(range(since, coverage.newest.until + 1)) - set(range(coverage.until, now + 1))
            coverage = coverage.read_down_to(since)
        ends = [(span.until, span.since) for span in coverage.unread]
        assert all(until > since for until, since in ends)
        assert all(newer[1] > older[0] for newer, older in pairwise(ends))
        left = {second for span in coverage.unread for second in range(span.since, span.until + 1)}
        assert dirty <= left | set(range(coverage.until, now + 1))


def test_the_pace_expects_the_rest_to_be_like_what_was_read() -> None:
    pace = Pace(10.0, is_resumed=False)
    assert pace.progress(1_000, 10.0) == SyncProgress(0, 0)
    pace.seen(5_000, 900)
    assert pace.progress(900, 11.0) == SyncProgress(0, 5_000)
    pace.has_read(500, 90)
    assert pace.progress(810, 11.0) == SyncProgress(500, 5_000), "too early to tell"
    assert pace.progress(810, 20.0) == SyncProgress(500, 5_000, seconds_left=90)
    pace.has_read(100, 8_910)
    assert pace.progress(9_000, 20.0, waits=29.6) == SyncProgress(600, 1_200, 10, waits=30)


def test_the_pace_says_that_it_goes_on() -> None:
    assert Pace(0.0, is_resumed=True).progress(0, 0.0).is_resumed
