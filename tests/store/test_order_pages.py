"""The orders list: every row once, by key, on an index; filters that mean what the domain says."""

import sqlite3
from itertools import product

import pytest

from refund_gui.domain.listing import OrderFilter, OrderRow, PageKey, PaidWithin
from refund_gui.domain.payment import DisplayStatus, Payment
from refund_gui.domain.refund import RefundState
from refund_gui.store import Store
from refund_gui.store.database import Database
from refund_gui.store.index import PER_SECOND
from refund_gui.store.orders import page
from refund_gui.store.tallies import Tallies
from tests.store.made_up import NOW, brought_to, payment, refund, sent, won


def all_pages(store: Store, chosen: OrderFilter, size: int) -> list[OrderRow]:
    found: list[OrderRow] = []
    after: PageKey | None = None
    while rows := store.orders.page(chosen, after, size):
        assert len(rows) <= size
        found.extend(rows)
        after = rows[-1].key
    return found


def uids(store: Store, **chosen: object) -> set[str]:
    order_filter = OrderFilter(**chosen)  # type: ignore[arg-type]  # each test names fields of its own
    rows = store.orders.page(order_filter, None, 1000)
    assert store.orders.count(order_filter) == len(rows)
    return {row.imp_uid for row in rows}


@pytest.mark.parametrize("size", [1, 37, 1000])
def test_a_thousand_rows_come_once_each_though_times_are_equal(store: Store, size: int) -> None:
    count = 1000 if size > 1 else 60
    saved = [payment(number, paid_at=NOW + number * 7919 % 50) for number in range(count)]
    store.payments.save(saved)
    rows = all_pages(store, OrderFilter(), size)
    assert sorted(row.imp_uid for row in rows) == sorted(made.imp_uid for made in saved)
    assert [row.key for row in rows] == sorted(
        (row.key for row in rows), key=lambda key: (key.at, key.row_id), reverse=True
    )
    assert store.orders.count(OrderFilter()) == count


def test_an_order_that_comes_in_meanwhile_moves_no_page(store: Store) -> None:
    store.payments.save(payment(number) for number in range(20))
    first = store.orders.page(OrderFilter(), None, 10)
    store.payments.save([payment(99)])
    second = store.orders.page(OrderFilter(), first[-1].key, 10)
    assert [row.imp_uid for row in first + second] == [f"imp_{number}" for number in reversed(range(20))]


def test_a_row_shows_its_payment(store: Store) -> None:
    made = payment(5, cancel_amount=won(3_000), status="cancelled", sandbox=True, paid_at=0, started_at=NOW)
    store.payments.save([made])
    (row,) = store.orders.page(OrderFilter(), None, 10)
    assert row == OrderRow(
        key=PageKey(NOW, row.key.row_id),
        imp_uid="imp_5",
        merchant_uid="order-5",
        goods="사과 상자",
        buyer_name="김가람",
        pay_method="card",
        pg_provider="html5_inicis",
        amount=won(10_000),
        cancel_amount=won(3_000),
        status=DisplayStatus.PARTLY_REFUNDED,
        sandbox=True,
        ordered_at=NOW,
        open_refund=None,
    )


def test_a_row_shows_its_open_refund_and_no_ended_one(store: Store) -> None:
    store.payments.save(payment(number) for number in (1, 2))
    brought_to(store, RefundState.NOT_EXECUTED)
    assert [row.open_refund for row in store.orders.page(OrderFilter(), None, 9)] == [None, None]
    sent(store, refund(2))
    rows = store.orders.page(OrderFilter(), None, 9)
    assert [(row.imp_uid, row.open_refund) for row in rows] == [
        ("imp_2", None),
        ("imp_1", RefundState.SENDING),
    ]


def test_the_status_filter_is_the_displayed_status(store: Store) -> None:
    combinations = product(
        ["ready", "paid", "failed", "cancelled", "later"], [0, 3_000, 10_000, 11_000], [0, NOW]
    )
    made: list[Payment] = [
        payment(number, status=status, cancel_amount=won(cancelled), paid_at=paid)
        for number, (status, cancelled, paid) in enumerate(combinations)
    ]
    store.payments.save(made)
    for status in DisplayStatus:
        expected = {each.imp_uid for each in made if each.display_status is status}
        assert expected
        assert uids(store, statuses=frozenset({status})) == expected
    both = frozenset({DisplayStatus.PAID, DisplayStatus.CLOSED})
    assert uids(store, statuses=both) == {each.imp_uid for each in made if each.display_status in both}


def test_the_period_and_method_filters(store: Store) -> None:
    store.payments.save(payment(n, pay_method=["card", "vbank", "phone"][n % 3]) for n in range(9))
    assert uids(store, since=NOW + 3, until=NOW + 5) == {"imp_3", "imp_4", "imp_5"}
    assert uids(store, since=NOW + 8) == {"imp_8"}
    assert uids(store, until=NOW) == {"imp_0"}
    assert uids(store, methods=frozenset({"vbank", "phone"}), since=NOW + 6) == {"imp_7", "imp_8"}


FOUND = [
    "order-20260529/가",
    "imp_Alpha",
    "IMP_ALPHA",
    "alp",
    "가을 니트",
    "니트",
    "knit",
    "KNIT",
    "100%",
    "a_b",
    "서나래",
    "나래",
    "010-9876-5432",
    "01098765432",
    "98765432",
    "9876-5",
    "0-1-0-98",
    "3000777",
    "나래 니트 9876",
    " 나래 \t 니트\n",
    "\u1102\u1161\u1105\u1162",  # 나래 as a Mac writes it
    "",
    "   ",
    "니트\0",
    "straße",
    "가을니트",
    "ㄱㅇㄴㅌ",
    "ㅅㄴㄹ",
    "서ㄴ래",
    "ＫＮＩＴ",
    "STRASSE",
    "%a",
]
MISSED = ["나래 코트", "100_", "a%b", "010-9876-5433", "10.", "x" * 70_000, "영\0트", "ㄴㄹㅅ", "뷁"]


@pytest.fixture
def shelf(store: Store) -> Store:
    wanted = payment(
        1,
        imp_uid="imp=Alpha".replace("=", "_"),
        merchant_uid="order-20260529/가",
        goods="가을 니트 KnIt 100% a_b \\ Straße",
        buyer_name="서나래",
        buyer_tel="010-9876-5432",
        apply_num="3000777",
    )
    other = payment(2, imp_uid="impB", merchant_uid="o2", goods="", buyer_name="", buyer_tel="", apply_num="")
    store.payments.save([wanted, other])
    return store


@pytest.mark.parametrize("text", FOUND)
def test_every_word_is_found_somewhere(shelf: Store, text: str) -> None:
    assert "imp_Alpha" in uids(shelf, text=text)


@pytest.mark.parametrize("text", MISSED)
def test_what_is_not_there_is_not_found(shelf: Store, text: str) -> None:
    assert uids(shelf, text=text) == set()


@pytest.mark.parametrize("text", ["_", "--", "ㄱ", "9", "- ㄴ 1"])
def test_what_narrows_nothing_leaves_everything(shelf: Store, text: str) -> None:
    assert uids(shelf, text=text) == {"imp_Alpha", "impB"}


def test_a_tel_without_dashes_is_found_with_them(store: Store) -> None:
    store.payments.save([payment(1, buyer_tel="01055556666"), payment(2, buyer_tel="02 333 4444")])
    assert uids(store, text="010-5555-6666") == {"imp_1"}
    assert uids(store, text="02-333-4444") == {"imp_2"}


def test_no_search_is_too_long(store: Store) -> None:
    store.payments.save([payment()])
    assert uids(store, text="가 " * 50_000) == {"imp_1"}


@pytest.mark.parametrize(
    ("chosen", "wanted"),
    [
        (OrderFilter(since=NOW), "payments_by_place"),
        (OrderFilter(text="사과"), "search VIRTUAL TABLE"),
        (OrderFilter(statuses=frozenset({DisplayStatus.PAID})), "search VIRTUAL TABLE"),
    ],
)
def test_a_page_walks_an_index(
    store: Store, database: Database, raw: sqlite3.Connection, chosen: OrderFilter, wanted: str
) -> None:
    store.payments.save(payment(number) for number in range(300))
    statements: list[str] = []
    with database.connected():
        database.peewee.connection().set_trace_callback(statements.append)  # type: ignore[no-untyped-call]
        page(database, Tallies(database), chosen, PageKey(NOW + 200, 200 * PER_SECOND), 10)
    (select,) = [statement for statement in statements if statement.startswith("SELECT p.place")]
    plan = [step for *_, step in raw.execute(f"EXPLAIN QUERY PLAN {select}")]
    assert wanted in plan[0]
    assert not any("TEMP B-TREE" in step for step in plan)
    assert not any("SCAN" in step and "VIRTUAL TABLE" not in step for step in plan)


def test_payments_of_any_pg_but_some(store: Store) -> None:
    kinds = [("card", "ksnet"), ("card", "kcp"), ("card", "nice"), ("phone", "kcp")]
    store.payments.save(payment(n, pay_method=m, pg_provider=pg) for n, (m, pg) in enumerate(kinds))
    card = PaidWithin(NOW, NOW + 9, frozenset({"card"}), except_pgs=frozenset({"ksnet"}))
    phone = PaidWithin(NOW, NOW + 9, frozenset({"phone"}))
    assert uids(store, any_of=(card,)) == {"imp_1", "imp_2"}
    assert uids(store, any_of=(card, phone)) == {"imp_1", "imp_2", "imp_3"}
    assert uids(store, any_of=(card, phone), pgs=frozenset({"kcp"})) == {"imp_1", "imp_3"}
    assert uids(store, any_of=(card, phone), pgs=frozenset({"ksnet"})) == set()
    assert uids(store, except_pgs=frozenset({"kcp"})) == {"imp_0", "imp_2"}
    assert store.orders.counts(OrderFilter(any_of=(card, phone))).pgs == {"kcp": 2, "nice": 1}
