"""The search index against a search by hand: what is in a text is found, and nothing else."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refund_gui.domain.listing import OrderFilter
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.searching import Search, compact, initial_of
from refund_gui.store import Store, index, open_store
from refund_gui.store.search import expression, grams
from refund_gui.store.store import make_index
from tests.store.listed import expected, made_up_payments, texts
from tests.store.made_up import NOW, StillClock, payment, won

SHOP = made_up_payments(250)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with closing(open_store(tmp_path_factory.mktemp("shop"), StillClock())) as opened:
        opened.payments.save(SHOP)
        yield opened


def found(store: Store, chosen: OrderFilter) -> set[str]:
    return {row.imp_uid for row in store.orders.page(chosen, None, 10_000)}


@st.composite
def parts(draw: st.DrawFn) -> str:
    """A part of a text that is there, perhaps as consonants, perhaps broken."""
    line = draw(st.sampled_from([text for one in SHOP for text in texts(one) if text]))
    start = draw(st.integers(0, len(line) - 1))
    part = line[start : start + draw(st.integers(1, 12))]
    if draw(st.booleans()):
        part = "".join(initial_of(char) if draw(st.booleans()) else char for char in part)
    if draw(st.integers(0, 4)) == 0:
        part = part[:-1] + draw(st.characters())
    return part.upper() if draw(st.booleans()) else part


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(parts(), min_size=1, max_size=3), is_composing=st.booleans())
def test_it_finds_what_a_search_by_hand_finds(shop: Store, words: list[str], is_composing: bool) -> None:
    chosen = OrderFilter(text=" ".join(words), is_composing=is_composing)
    wanted = expected(SHOP, chosen)
    assert found(shop, chosen) == {one.imp_uid for one in wanted}
    assert shop.orders.count(chosen) == len(wanted)


@pytest.mark.parametrize("one", SHOP[:40])
def test_every_part_of_two_characters_finds_its_payment(shop: Store, one: Payment) -> None:
    for line in map(compact, texts(one)):
        for start in range(len(line) - 1):
            for length in (2, 3, 4, 5, 9):
                assert one.imp_uid in found(shop, OrderFilter(text=line[start : start + length]))


def test_signs_that_mean_something_to_the_index_are_only_signs(store: Store) -> None:
    signs = "".join(chr(code) for code in range(0x21, 0x7F) if not chr(code).isalnum())
    store.payments.save([payment(1, goods=signs), payment(2, goods="\ue100spaid AND \"kcp' OR NEAR(*)")])
    for start in range(len(signs) - 1):
        pair = signs[start : start + 2]
        if "-" not in pair:
            assert found(store, OrderFilter(text=pair)) >= {"imp_1"}, pair
    assert found(store, OrderFilter(text="NEAR(*)")) == {"imp_2"}
    assert found(store, OrderFilter(text='AND "kcp')) == {"imp_2"}
    assert found(store, OrderFilter(text="\ue100spaid")) == {"imp_2"}


@pytest.mark.parametrize(
    ("text", "shared"),
    [("imp_448280090638", "imp_"), ("20251203-00294", "2025"), ("010-2345-6789", "0102")],
)
def test_what_many_payments_share_is_compared_and_not_looked_up(text: str, shared: str) -> None:
    assert expression(Search(shared)) == f'("{shared}")'
    assert f'"{shared}"' not in expression(Search(text))


@pytest.mark.parametrize("text", ["000020261129", "123420261129", "1900-a-0001"])
def test_what_begins_a_number_and_is_no_year_tells_it_from_others(text: str) -> None:
    assert f'"{text[:4]}"' in expression(Search(text))


def test_numbers_that_differ_at_their_beginning_are_told_apart(store: Store) -> None:
    numbers = ("201920251203", "202020251203", "imp_448280090638", "map_448280090638")
    store.payments.save(payment(n, merchant_uid=number) for n, number in enumerate(numbers))
    for n, number in enumerate(numbers):
        assert found(store, OrderFilter(text=number)) == {f"imp_{n}"}


def held(store: Store, raw: sqlite3.Connection) -> set[tuple[str, int]]:
    """Every token that the index holds, with its place."""
    raw.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.held USING fts5vocab(main, search, instance)")
    return set(raw.execute("SELECT term, doc FROM temp.held").fetchall())


def wanted(raw: sqlite3.Connection, payments: list[Payment]) -> set[tuple[str, int]]:
    """What the index should hold, from the payments as they are now."""
    places = dict(raw.execute("SELECT imp_uid, place FROM payments").fetchall())
    assert len(set(places.values())) == len(places)
    return {
        (token, places[one.imp_uid])
        for one in payments
        for token in grams(
            "\n".join(map(compact, texts(one))),
            index.facets(one.display_status, one.pay_method, one.pg_provider),
        ).split()
    }


def changed(one: Payment, random: Random) -> Payment:
    """What upstream may show next."""
    choices: tuple[dict[str, Any], ...] = (
        {"status": "cancelled", "cancel_amount": one.amount},
        {"paid_at": NOW + random.randrange(3), "status": "paid"},
        {"buyer_name": random.choice(("남궁민", "김민준"))},
        {"pg_provider": "kakaopay", "pay_method": "kakaopay"},
        {"receipt_url": "https://receipt.example.invalid/1"},
        {},
    )
    return replace(one, request_no=one.request_no + 1, **random.choice(choices))


@pytest.mark.parametrize("seed", range(6))
def test_after_every_change_the_index_holds_what_the_payments_say(
    store: Store, raw: sqlite3.Connection, seed: int
) -> None:
    random = Random(seed)
    now = {one.imp_uid: one for one in made_up_payments(60, seed)}
    store.payments.save(now.values())
    for _ in range(5):
        moved = [changed(now[imp_uid], random) for imp_uid in random.sample(sorted(now), 25)]
        store.payments.save(moved)
        now |= {one.imp_uid: one for one in moved}
        assert held(store, raw) == wanted(raw, list(now.values()))
        counted = raw.execute("SELECT * FROM tallies WHERE payments <> 0 ORDER BY 1, 2, 3, 4").fetchall()
        by_hand = Counter(
            (index.day_of(one.ordered_at), one.display_status.value, one.pay_method, one.pg_provider)
            for one in now.values()
        )
        assert counted == sorted((*cell, number) for cell, number in by_hand.items())


def test_far_too_many_orders_in_one_second_have_a_place_each(store: Store, raw: sqlite3.Connection) -> None:
    count = 2 * index.PER_SECOND + 7
    store.payments.save(payment(number, paid_at=NOW) for number in range(count))
    store.payments.save([payment(count, paid_at=NOW + 1), payment(count + 1, paid_at=NOW)])
    places = [place for (place,) in raw.execute("SELECT place FROM payments")]
    assert len(set(places)) == count + 2
    assert min(places) == index.first_place(NOW)
    assert max(places) < index.first_place(NOW + 4)


def test_an_index_that_was_made_in_another_way_is_made_anew(
    store: Store, raw: sqlite3.Connection, data_dir: Path, clock: StillClock
) -> None:
    payments = made_up_payments(300)
    store.payments.save(payments)
    store.close()
    raw.execute("UPDATE marks SET value = value + 1 WHERE name = 'index_version'")
    raw.execute("UPDATE payments SET place = NULL, search_text = '', whole_amount = 0")
    raw.execute("DELETE FROM tallies")
    raw.commit()
    with closing(open_store(data_dir, clock)) as again:
        assert found(again, OrderFilter(text="감귤")) == {
            one.imp_uid for one in expected(payments, OrderFilter(text="감귤"))
        }
        assert again.orders.counts(OrderFilter()).total == 300
        assert held(again, raw) == wanted(raw, payments)


def test_one_that_is_as_it_should_be_is_left_alone(store: Store, raw: sqlite3.Connection) -> None:
    store.payments.save([payment(1)])
    raw.execute("UPDATE payments SET search_text = 'untouched'")
    raw.commit()
    make_index(store._database)
    assert raw.execute("SELECT search_text FROM payments").fetchone() == ("untouched",)
    assert store.mark("index_version") == index.VERSION


def test_foreign_money_is_sorted_by_its_whole_units(store: Store, raw: sqlite3.Connection) -> None:
    store.payments.save([payment(1, amount=Money(1299, "USD"), cancel_amount=Money(0, "USD")), payment(2)])
    amounts = dict(raw.execute("SELECT imp_uid, whole_amount FROM payments"))
    assert amounts == {"imp_1": 12, "imp_2": won(10_000).minor}
