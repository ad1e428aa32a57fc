"""Payments: kept as read, never backwards, and with the history that upstream shows."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refund_gui.domain.listing import OrderFilter
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Cancellation, Payment, Promotion
from refund_gui.store import Store, open_store
from refund_gui.store.database import Database
from refund_gui.store.order_list import OrderList
from tests.store.made_up import NOW, StillClock, entry, payment, whole_payment, won

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WHOLE = st.integers(-(2**53), 2**53)


@st.composite
def payments(draw: st.DrawFn) -> Payment:
    currency = draw(st.sampled_from(["KRW", "USD", "KWD", "???"]))
    money = st.builds(Money, st.integers(0, 10**12), st.just(currency))
    drawn: dict[str, st.SearchStrategy[Any]] = {
        "amount": money,
        "cancel_amount": money,
        "card_type": st.none() | WHOLE,
        "promotion": st.none() | st.builds(Promotion, TEXT, money),
        "cancellations": st.lists(
            st.builds(Cancellation, st.sampled_from(["", "c1", "c2"]), TEXT, money, WHOLE, TEXT, TEXT),
            max_size=4,
        ).map(tuple),
        "status": st.sampled_from(["ready", "paid", "failed", "cancelled", "later", ""]),
    }
    kinds = {"str": TEXT, "int": WHOLE, "bool": st.booleans()}
    for field in fields(Payment):
        if field.name not in drawn:
            kind = field.type if isinstance(field.type, str) else field.type.__name__
            drawn[field.name] = kinds[kind]
    return Payment(**{name: draw(strategy) for name, strategy in drawn.items()})


@contextmanager
def opened(data_dir: Path) -> Iterator[Store]:
    store = open_store(data_dir, StillClock())
    try:
        yield store
    finally:
        store.close()


def test_every_part_comes_back(store: Store) -> None:
    assert store.payments.save([whole_payment()]) == 1
    assert store.payments.get("imp_77") == whole_payment()
    assert store.payments.get("imp_78") is None


def test_whatever_upstream_says_comes_back(tmp_path_factory: pytest.TempPathFactory) -> None:
    numbers = count()
    with opened(tmp_path_factory.mktemp("any")) as store:

        @settings(deadline=None, max_examples=150)
        @given(payments())
        def comes_back(made: Payment) -> None:
            made = replace(made, imp_uid=f"imp_{next(numbers)}")
            store.payments.save([made])
            assert store.payments.get(made.imp_uid) == made
            rows = store.orders.page(OrderFilter(text=made.imp_uid), None, 1000)
            (row,) = [row for row in rows if row.imp_uid == made.imp_uid]
            assert (row.status, row.ordered_at) == (made.display_status, made.ordered_at)

        comes_back()


def test_whatever_is_read_next_replaces_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    numbers = count()
    with opened(tmp_path_factory.mktemp("next")) as store:

        @settings(deadline=None, max_examples=75)
        @given(st.lists(payments(), min_size=1, max_size=4))
        def replaces(readings: list[Payment]) -> None:
            uid = f"imp_{next(numbers)}"
            best: Payment | None = None
            for reading in readings:
                reading = replace(reading, imp_uid=uid)
                if best is None or reading.request_no >= best.request_no:
                    best = reading
                store.payments.save([reading])
            assert store.payments.get(uid) == best

        replaces()


def test_saving_counts_what_is_new_or_differs(store: Store) -> None:
    assert store.payments.save(payment(number) for number in range(250)) == 250
    again = [payment(number, request_no=2) for number in range(250)]
    assert store.payments.save(again) == 0
    assert store.payments.get("imp_7") == again[7]
    again[3] = replace(again[3], goods="배 상자")
    again[200] = replace(again[200], cancellations=(entry(),))
    assert store.payments.save([*again, payment(250)]) == 3
    assert store.payments.save([]) == 0


def test_a_reading_whose_request_began_earlier_is_dropped(store: Store) -> None:
    newer = payment(cancel_amount=won(3_000), cancellations=(entry(),), request_no=8)
    store.payments.save([newer])
    assert store.payments.save([payment(request_no=7)]) == 0
    assert store.payments.get("imp_1") == newer
    same_request = payment(request_no=8)
    assert store.payments.save([same_request]) == 1
    assert store.payments.get("imp_1") == same_request


def test_the_newest_of_one_list_wins_in_whatever_order(store: Store) -> None:
    older, newer = payment(request_no=3), payment(goods="배 상자", request_no=4)
    assert store.payments.save([newer, older]) == 1
    assert store.payments.get("imp_1") == newer


def test_entries_that_upstream_shows_no_longer_are_kept_but_absent(
    store: Store, raw: sqlite3.Connection
) -> None:
    both = (entry("c1"), entry("c2", amount=won(2_000)))
    store.payments.save([payment(cancellations=both)])
    only = payment(cancellations=both[1:], request_no=2)
    store.payments.save([only])
    assert store.payments.get("imp_1") == only
    kept = raw.execute("SELECT cancellation_id, is_present FROM cancellations ORDER BY id").fetchall()
    assert kept == [("c1", 0), ("c2", 1)]
    back = payment(cancellations=both[::-1], request_no=3)
    store.payments.save([back])
    assert store.payments.get("imp_1") == back
    assert raw.execute("SELECT count(*) FROM cancellations").fetchone() == (2,)


def test_saving_one_payment_leaves_the_entries_of_others(store: Store) -> None:
    other = payment(2, cancellations=(entry("c1"),))
    store.payments.save([payment(1, cancellations=(entry("c1"),)), other])
    store.payments.save([payment(1, request_no=2)])
    assert store.payments.get("imp_2") == other


def test_lone_surrogates_are_kept_as_marks(store: Store) -> None:
    broken = payment(goods="\ud83d 상자", cancellations=(entry("\ud800"), entry("\ud801")))
    store.payments.save([broken])
    store.payments.save([replace(broken, request_no=2)])
    read = store.payments.get("imp_1")
    assert read is not None
    assert read.goods == "\ufffd 상자"
    assert [found.cancellation_id for found in read.cancellations] == ["\ufffd", "\ufffd"]
    assert store.payments.get("imp_\ud800") is None
    assert store.orders.count(OrderFilter(text="\ud83d")) == 1


def test_text_that_was_damaged_on_disk_is_still_read(store: Store, raw: sqlite3.Connection) -> None:
    store.payments.save([payment()])
    raw.execute("UPDATE payments SET goods = CAST(x'EAB080FFED' AS TEXT)")
    read = store.payments.get("imp_1")
    assert read is not None
    assert read.goods == "가\ufffd\ufffd"


def test_payments_by_their_codes(store: Store) -> None:
    again = payment(3, merchant_uid="order-1", paid_at=NOW + 60)
    store.payments.save([payment(1, merchant_uid="order-1", paid_at=NOW), payment(2), again])
    assert store.orders.by_code(["imp_2", "IMP_2"]) == ("imp_2",)
    assert store.orders.by_code(["order-1"]) == ("imp_3", "imp_1"), "newest first"
    assert store.orders.by_code(["order-"]) == ()
    assert store.orders.by_code([]) == ()


def test_codes_are_looked_up_in_indexes(
    store: Store, database: Database, raw: sqlite3.Connection, clock: StillClock
) -> None:
    statements: list[str] = []
    with database.connected():
        database.peewee.connection().set_trace_callback(statements.append)  # type: ignore[no-untyped-call]
        OrderList(database).by_code(["a", "b"])
    (select,) = [statement for statement in statements if statement.startswith("SELECT")]
    plan = [step for *_, step in raw.execute(f"EXPLAIN QUERY PLAN {select}")]
    assert not [step for step in plan if step.startswith("SCAN")], plan


def test_the_newest_without_test_payments(store: Store) -> None:
    store.payments.save(payment(number, sandbox=number % 2 == 1) for number in range(10))
    assert store.payments.newest(3) == ("imp_8", "imp_6", "imp_4")


def test_the_highest_request_number(store: Store) -> None:
    assert store.payments.highest_request_no() == 0
    store.payments.save([payment(1, request_no=41), payment(2, request_no=40)])
    assert store.payments.highest_request_no() == 41
