"""Rows by number: every filter, order and position against a list that was sorted by hand."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refund_gui.clock import in_korea
from refund_gui.domain.listing import Count, OrderFilter, PageKey, PaidWithin, SortBy
from refund_gui.domain.payment import DisplayStatus, Payment
from refund_gui.store import Store, open_store, orders, tallies
from refund_gui.store.index import PER_SECOND
from tests.store.listed import DAY, METHODS, NAMES, PGS, expected, made_up_payments, sort_key
from tests.store.made_up import NOW, StillClock, payment

SHOP = made_up_payments(400)
BY_UID = {one.imp_uid: one for one in SHOP}
MIDNIGHT = int(in_korea(NOW).replace(hour=0, minute=0, second=0, microsecond=0).timestamp())


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with closing(open_store(tmp_path_factory.mktemp("shop"), StillClock())) as opened:
        opened.payments.save(SHOP)
        yield opened


@pytest.fixture(params=["as in a small shop", "as in a large shop"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small shop never comes to the ways of a large one: the limits between them are moved."""
    if request.param == "as in a large shop":
        monkeypatch.setattr(orders, "_NEAR", 3)
        monkeypatch.setattr(orders, "FEW", 10)
        monkeypatch.setattr(orders, "COUNTED", 20)


def some_of(values: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.one_of(st.just(frozenset()), st.frozensets(st.sampled_from(values), max_size=2))


days = st.integers(0, 45).map(lambda back: MIDNIGHT - back * DAY)
windows = st.builds(
    PaidWithin,
    since=days,
    until=st.integers(0, 45).map(lambda back: MIDNIGHT - back * DAY + DAY - 1),
    methods=some_of(METHODS),
    pgs=some_of(PGS),
    except_pgs=some_of(PGS),
)
filters = st.builds(
    OrderFilter,
    text=st.sampled_from(["", "", "", "감귤", "ㄱㅁ", "010", "김 3kg", "뷁뷁", "1"]),
    statuses=some_of(tuple(DisplayStatus)).map(lambda chosen: frozenset(map(DisplayStatus, chosen))),
    methods=some_of(METHODS),
    since=st.one_of(st.none(), days, st.integers(NOW - 45 * DAY, NOW)),
    until=st.one_of(st.none(), days.map(lambda day: day - 1), st.integers(NOW - 45 * DAY, NOW)),
    pgs=some_of(PGS),
    except_pgs=some_of(PGS),
    least=st.sampled_from([None, None, 5_000, 7_700]),
    most=st.sampled_from([None, None, 7_700, 9_999]),
    any_of=st.one_of(st.just(()), st.lists(windows, min_size=1, max_size=3).map(tuple)),
    sort_by=st.sampled_from(SortBy),
    ascending=st.booleans(),
)


@pytest.mark.usefixtures("size")
def test_every_filter_and_order_shows_what_it_should(shop: Store) -> None:
    @settings(max_examples=300, deadline=None)
    @given(chosen=filters, first=st.integers(0, 420), limit=st.integers(1, 100))
    def check(chosen: OrderFilter, first: int, limit: int) -> None:
        wanted = expected(SHOP, chosen)
        everything = shop.orders.page(chosen, None, 1000)
        assert sorted(row.imp_uid for row in everything) == sorted(one.imp_uid for one in wanted)
        shown_by = SortBy.DATE if len(chosen.text) > 1 else chosen.sort_by
        assert [sort_key(BY_UID[row.imp_uid], shown_by) for row in everything] == [
            sort_key(one, shown_by) for one in wanted
        ]
        got = shop.orders.slice(chosen, first, limit, None)
        assert (got.first, got.rows) == (first, everything[first : first + limit])
        assert shop.orders.count(chosen) == len(wanted)
        if len(chosen.text) < 2:
            assert got.count == Count(len(wanted))
        else:
            assert got.count.number <= max(first, len(wanted))
            assert not got.count.is_exact or got.count.number == len(wanted)
        known = shop.orders.found(chosen)
        assert known.number == (len(wanted) if known.is_exact else orders.COUNTED)
        if everything:
            kept = everything[first % len(everything)]
            assert shop.orders.slice(chosen, 0, limit, kept).first == first % len(everything)
            after = shop.orders.page(chosen, kept.key, 1000)
            assert after == everything[first % len(everything) + 1 :]

    check()


@pytest.mark.usefixtures("size")
def test_the_counts_of_choices(shop: Store) -> None:
    @settings(max_examples=150, deadline=None)
    @given(chosen=filters)
    def check(chosen: OrderFilter) -> None:
        counts = shop.orders.counts(chosen)
        is_search = len(chosen.text) > 1
        assert counts.limit == (orders.COUNTED if is_search else None)

        def capped(numbers: Counter[str]) -> dict[str, int]:
            most = orders.COUNTED + 1 if is_search else len(SHOP)
            return {choice: min(number, most) for choice, number in numbers.items()}

        def wanted(without: OrderFilter, choice: Callable[[Payment], str]) -> dict[str, int]:
            return capped(Counter(map(choice, expected(SHOP, without))))

        assert capped(Counter(total=len(expected(SHOP, chosen)))) == capped(Counter(total=counts.total))
        without_statuses = replace(chosen, statuses=frozenset())
        assert counts.statuses == wanted(without_statuses, lambda one: one.display_status)
        assert counts.methods == wanted(replace(chosen, methods=frozenset()), lambda one: one.pay_method)
        assert counts.pgs == wanted(replace(chosen, pgs=frozenset()), lambda one: one.pg_provider)

    check()


def test_a_kept_row_that_has_left_the_list_leaves_the_position(store: Store) -> None:
    store.payments.save(payment(number, paid_at=NOW - number * DAY) for number in range(20))
    (kept,) = store.orders.slice(OrderFilter(), 12, 1, None).rows
    paid = OrderFilter(statuses=frozenset({DisplayStatus.PAID}))
    gone = payment(12, paid_at=NOW - 12 * DAY, status="cancelled", cancel_amount=payment().amount)
    store.payments.save([gone])
    assert store.orders.slice(paid, 12, 3, kept).first == 12
    assert store.orders.slice(OrderFilter(), 0, 3, kept).first == 12


def test_a_kept_row_is_followed_where_it_went(store: Store) -> None:
    store.payments.save(payment(number, paid_at=NOW - number * DAY) for number in range(20))
    (kept,) = store.orders.slice(OrderFilter(), 12, 1, None).rows
    store.payments.save([payment(30, paid_at=NOW + 1), payment(12, paid_at=NOW + 2)])
    moved = store.orders.slice(OrderFilter(), 5, 2, kept)
    assert (moved.first, moved.rows[0].imp_uid, moved.count) == (0, "imp_12", Count(21))


def test_nothing_stands_behind_the_end(shop: Store) -> None:
    for chosen in (OrderFilter(), OrderFilter(text="감귤"), OrderFilter(sort_by=SortBy.BUYER)):
        assert shop.orders.slice(chosen, 5_000, 10, None).rows == ()
    assert shop.orders.page(OrderFilter(), PageKey(0, 0), 10) == ()


def test_a_name_is_sorted_as_in_a_dictionary(shop: Store) -> None:
    rows = shop.orders.page(OrderFilter(sort_by=SortBy.BUYER, ascending=True), None, 1000)
    names = [row.buyer_name for row in rows]
    assert names == sorted(names)
    assert set(names) == set(NAMES)


def test_a_day_that_overflows_its_last_second_loses_nobody(store: Store) -> None:
    """Places spill over into the next second, which may be the next day's."""
    last = MIDNIGHT - 1
    count = PER_SECOND + 50
    store.payments.save(payment(number, paid_at=last) for number in range(count))
    store.payments.save([payment(count, paid_at=MIDNIGHT + 5)])
    assert store.orders.count(OrderFilter(until=last)) == count
    assert len(store.orders.page(OrderFilter(until=last), None, 1000)) == count
    assert len(store.orders.page(OrderFilter(since=MIDNIGHT), None, 1000)) == 1


@pytest.mark.parametrize("most", [3, tallies.MOST_SUMS])
def test_sums_are_remembered_only_while_they_are_true(
    store: Store, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """With room for all sums, old ones would be told; with little, some have to go."""
    monkeypatch.setattr(tallies, "MOST_SUMS", most)
    for number in range(8):
        store.payments.save([payment(number, pay_method=METHODS[number % 4])])
        for method in METHODS:
            chosen = OrderFilter(methods=frozenset({method}))
            counts = store.orders.counts(chosen)
            assert (
                counts.total == store.orders.count(chosen) == len(range(METHODS.index(method), number + 1, 4))
            )
            assert sum(counts.methods.values()) == number + 1


@pytest.mark.usefixtures("size")
@pytest.mark.parametrize("ascending", [False, True])
def test_every_number_of_the_whole_list_is_its_row(shop: Store, ascending: bool) -> None:
    chosen = OrderFilter(ascending=ascending)
    everything = shop.orders.page(chosen, None, 1000)
    for first in range(0, len(SHOP), 7):
        assert shop.orders.slice(chosen, first, 5, None).rows == everything[first : first + 5]
        assert shop.orders.slice(chosen, 0, 1, everything[first]).first == first
