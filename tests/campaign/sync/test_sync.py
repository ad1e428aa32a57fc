"""Whatever changes while it is read, and a kill at every page.

100 histories and a kill at each sixth page in every test run; 2,000 and at each with CAMPAIGN=full.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refund_gui.portone.gateway import Page
from refund_gui.portone.v1 import PortOneV1
from refund_gui.practice.records import Status
from tests.campaign.report import record
from tests.campaign.sync.shop import Counter, Event, Kind, Old, Place, Upstream, differences
from tests.practice.shop_kit import DAY

IS_FULL = os.environ.get("CAMPAIGN") == "full"
HISTORIES = 2_000 if IS_FULL else 100

SETTINGS = settings(
    max_examples=HISTORIES,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@dataclass(frozen=True)
class Run:
    """One load: what happens before each of its answers, how it ends, and how long it is quiet then."""

    events: tuple[tuple[Event, ...], ...]
    dies: tuple[Place, int] | None
    cancelled_after: int | None
    pause: int


@dataclass(frozen=True)
class History:
    """A shop's past, and what happens while it is loaded."""

    old: tuple[Old, ...]
    page_size: int
    days: int | None
    skew: int
    runs: tuple[Run, ...]


AGES = st.one_of(
    st.integers(0, 30),  # several in one second
    st.sampled_from((10 * DAY, 10 * DAY + 1, 95 * DAY)),  # and in one that is long over
    st.integers(0, 2 * DAY),
    st.integers(0, 60 * DAY),
    st.integers(85 * DAY, 200 * DAY),
)
EVENTS = st.one_of(
    st.builds(Event, st.just(Kind.TIME), st.sampled_from((0, 1, 2, 70, 700))),
    st.builds(Event, st.sampled_from(tuple(Kind)[1:]), st.integers(0, 1_000)),
)
BETWEEN = st.lists(EVENTS, max_size=4).map(tuple)
RUNS = st.builds(
    Run,
    st.lists(BETWEEN, max_size=30).map(tuple),
    st.none() | st.tuples(st.sampled_from(Place), st.integers(1, 12)),
    st.none() | st.integers(0, 8),
    st.sampled_from((0, 1, 60, DAY // 2, 3 * DAY, 120 * DAY)),
)
HISTORIES_OF_SHOPS = st.builds(
    History,
    st.lists(
        st.builds(
            Old, AGES, st.sampled_from((Status.PAID, Status.PAID, Status.READY, Status.FAILED)), st.booleans()
        ),
        max_size=24,
    ).map(tuple),
    st.integers(2, 5),
    st.sampled_from((30, 100, 360)),
    st.sampled_from((0, 0, -9 * 3600, 9 * 3600, -40 * DAY)),
    st.lists(RUNS, min_size=1, max_size=3).map(tuple),
)


def live(history: History, counts: dict[str, int], gateway: type[PortOneV1] = PortOneV1) -> list[str]:
    """Everything that happens, then one quiet load; what the store has wrong."""
    upstream = Upstream(history.old)
    with TemporaryDirectory() as directory:
        counter = Counter(Path(directory), upstream, history.page_size, history.skew, gateway)
        for run in history.runs:
            result = counter.load(history.days, run.events, run.dies, run.cancelled_after)
            counts["killed"] += result is None
            counts["cancelled"] += result is not None and not result.complete
            upstream.clock.advance(run.pause)
        quiet = counter.load(history.days)
        assert quiet is not None
        assert quiet.complete
        wrong = differences(upstream, counter)
        counts["histories"] += 1
        counts["payments"] += len(upstream.records)
        counts["answers"] += counter.line.lists
        counter.close()
    return wrong


def test_after_any_history_the_store_is_as_upstream_is() -> None:
    counts = dict.fromkeys(("histories", "payments", "answers", "killed", "cancelled"), 0)

    @SETTINGS
    @given(HISTORIES_OF_SHOPS)
    def any_history(history: History) -> None:
        assert live(history, counts) == []

    any_history()
    assert counts["histories"] >= HISTORIES
    for name in ("payments", "answers", "killed", "cancelled"):
        assert counts[name] > 0, name
    record("sync: store equals upstream", counts.pop("histories"), **counts)


class Forward(PortOneV1):
    """Takes a window's pages, read from the first to the last, for one answer."""

    def page(self, since: int, until: int, page: int, status: str = "all") -> Page:
        pages = [super().page(since, until, page, status)]
        while pages[-1].next_page:
            pages.append(super().page(since, until, pages[-1].next_page, status))
        payments = tuple(payment for one in pages for payment in one.payments)
        return Page(payments, len(payments), 0)


class Ahead(PortOneV1):
    """Takes its windows from a clock that is an hour ahead."""

    def now(self) -> int:
        return super().now() + 3600


REFUNDED_BETWEEN_PAGES = History(
    old=tuple(Old(ago, Status.PAID) for ago in (9 * DAY, 8 * DAY, 7 * DAY, 6 * DAY)),
    page_size=2,
    days=30,
    skew=0,
    runs=(Run(((), (Event(Kind.TIME, 1), Event(Kind.REST, 0))), None, None, 60),),
)
PAID_AFTER_A_LOAD = History(
    (), 2, 30, 0, (Run((), None, None, 60), Run(((Event(Kind.PAID),),), None, None, 0))
)


@pytest.mark.parametrize(
    ("history", "wrong"), [(REFUNDED_BETWEEN_PAGES, Forward), (PAID_AFTER_A_LOAD, Ahead)]
)
def test_a_reader_that_misses_something_is_noticed(history: History, wrong: type[PortOneV1]) -> None:
    counts = dict.fromkeys(("histories", "payments", "answers", "killed", "cancelled"), 0)
    assert live(history, counts) == []
    assert len(live(history, counts, wrong)) == 1


CROWD = (Old(20 * DAY, Status.PAID),) * 8
BUSY = tuple(Old(day * DAY, Status.PAID) for day in range(1, 300, 30)) + CROWD
CHANGES = tuple(
    (Event(Kind.PAID), Event(Kind.TIME, 1), *((Event(Kind.PART, number),) if number % 4 == 0 else ()))
    for number in range(30)
)


LEAVES = (Event(Kind.TIME, 1), Event(Kind.REST, 0))


@pytest.mark.parametrize(
    "at_page",
    [
        {"1": [LEAVES]},
        {"2": [LEAVES]},
        {"3": [LEAVES]},
        {"2": [LEAVES, LEAVES], "3": [LEAVES]},
        {"3": [LEAVES], "2": [(), LEAVES + LEAVES]},
    ],
)
def test_a_crowded_second_that_thins_out(tmp_path: Path, at_page: dict[str, list[tuple[Event, ...]]]) -> None:
    """Before a page is answered the first payment leaves, and all the others move up over its border.

    Two windows share the second: it takes a loss in both of them to lose a payment.
    """
    upstream = Upstream(CROWD)
    counter = Counter(tmp_path, upstream, 2)
    counter.line.at_page = {page: list(events) for page, events in at_page.items()}
    counter.load(360)
    assert not any(counter.line.at_page.values())
    counter.load(360)
    assert differences(upstream, counter) == []
    counter.close()


def pages_of(directory: Path) -> int:
    """How many answers a load without an accident takes."""
    upstream = Upstream(BUSY)
    counter = Counter(directory / "whole", upstream, 4)
    counter.load(360, CHANGES)
    counter.close()
    return counter.line.lists


@pytest.mark.parametrize("place", Place)
def test_a_kill_at_every_page(tmp_path: Path, place: Place) -> None:
    answers = pages_of(tmp_path)
    cases = 0
    for nth in range(1, answers + 1, 1 if IS_FULL else 6):
        upstream = Upstream(BUSY)
        counter = Counter(tmp_path / f"{place.name}-{nth}", upstream, 4)
        cases += counter.load(360, CHANGES, (place, nth)) is None
        result = counter.load(360)
        assert result is not None
        assert result.complete
        assert differences(upstream, counter) == []
        counter.close()
    assert cases >= answers // 12
    record(f"sync: killed at every page ({place.name.lower()})", cases, answers=answers)


def test_a_restart_goes_on_where_it_was(tmp_path: Path) -> None:
    """What was read is not read again but for the overlap."""
    upstream = Upstream(tuple(Old(day * DAY, Status.PAID) for day in range(1, 300, 3)))
    counter = Counter(tmp_path, upstream, 5)
    assert counter.load(360, dies=(Place.SAVED, 30)) is None
    left = counter.store.coverage.load()
    assert left is not None
    assert left.newest is not None
    result = counter.load(360)
    assert result is not None
    older = sum(record.final_at <= left.newest.until for record in upstream.records)
    assert result.read == older < len(upstream.records)
    assert differences(upstream, counter) == []
    counter.close()
