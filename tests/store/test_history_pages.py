"""The history: every refund once, with its order beside it when that is stored."""

import sqlite3

import pytest

from refund_gui.domain.listing import PageKey
from refund_gui.domain.refund import Origin, RefundState
from refund_gui.domain.refund_listing import HistoryFilter, HistoryRow
from refund_gui.store import Store
from refund_gui.store.database import Database
from refund_gui.store.history import page
from tests.store.made_up import NOW, brought_to, found_upstream, payment, refund, won


def ids(store: Store, **chosen: object) -> list[str]:
    history_filter = HistoryFilter(**chosen)  # type: ignore[arg-type]  # each test names fields of its own
    rows = store.refunds.page(history_filter, None, 1000)
    assert store.refunds.totals(history_filter).count == len(rows)
    return [row.refund_id for row in rows]


def test_a_row_shows_its_refund_and_order(store: Store) -> None:
    store.payments.save([payment()])
    store.refunds.add(refund(), "이나래")
    (row,) = store.refunds.page(HistoryFilter(), None, 10)
    assert row == HistoryRow(
        key=PageKey(NOW + 1, row.key.row_id),
        refund_id="refund-1",
        entry_key="",
        imp_uid="imp_1",
        merchant_uid="order-1",
        goods="사과 상자",
        buyer_name="김가람",
        pay_method="card",
        pg_provider="html5_inicis",
        amount=won(3_000),
        state=RefundState.PREPARED,
        reason="고객 변심",
        note="포장이 젖음",
        operator="이나래",
        counter="계산대 1",
        tag="A2345W",
        origin=Origin.HERE,
        message="",
        created_at=NOW + 1,
    )


def test_a_refund_without_its_payment_still_shows(store: Store) -> None:
    store.refunds.add(refund(), "이나래")
    (row,) = store.refunds.page(HistoryFilter(), None, 10)
    assert (row.refund_id, row.merchant_uid, row.goods, row.buyer_name) == ("refund-1", "", "", "")


@pytest.mark.parametrize("size", [1, 7, 500])
def test_each_refund_comes_once_though_times_are_equal(store: Store, size: int) -> None:
    made = [found_upstream(n, imp_uid=f"imp_{n}", created_at=NOW + n * 7919 % 10) for n in range(40)]
    for each in made:
        store.refunds.add(each, "")
    rows: list[HistoryRow] = []
    after: PageKey | None = None
    while page := store.refunds.page(HistoryFilter(), after, size):
        rows.extend(page)
        after = page[-1].key
    assert sorted(row.refund_id for row in rows) == sorted(each.refund_id for each in made)
    assert [row.key for row in rows] == sorted(
        (row.key for row in rows), key=lambda key: (key.at, key.row_id), reverse=True
    )


def test_the_state_and_period_filters(store: Store) -> None:
    brought_to(store, RefundState.NOT_EXECUTED, 1)
    brought_to(store, RefundState.SUCCEEDED, 2)
    store.refunds.add(refund(3), "이나래")
    assert ids(store) == ["refund-3", "refund-2", "refund-1"]
    states = frozenset({RefundState.NOT_EXECUTED, RefundState.PREPARED})
    assert ids(store, states=states) == ["refund-3", "refund-1"]
    assert ids(store, since=NOW + 2) == ["refund-3", "refund-2"]
    assert ids(store, until=NOW + 1) == ["refund-1"]
    assert ids(store, since=NOW + 2, until=NOW + 2, states=states) == []


@pytest.mark.parametrize(
    "text",
    [
        "order-1",
        "IMP_1",
        "사과",
        "가람",
        "A2345W",
        "a2345w",
        "변심",
        "가람 변심",
        "010-1234",
        "01012345678",
        "ㅅㄱ",
        "ㄱㄱㄹ 변심",
        "젖음",
    ],
)
def test_every_word_is_found_somewhere(store: Store, text: str) -> None:
    store.payments.save([payment()])
    store.refunds.add(refund(reason="단순 변심"), "이나래")
    store.refunds.add(found_upstream(2, imp_uid="other", reason="파손", note=""), "")
    assert ids(store, text=text) == ["refund-1"]


def test_a_refund_without_its_payment_is_found_by_its_own_words(store: Store) -> None:
    store.refunds.add(found_upstream(2, imp_uid="imp_lost", reason="파손"), "")
    assert ids(store, text="imp_lost 파손") == ["refund-2"]
    assert ids(store, text="파손 사과") == []


def test_the_newest_of_one_state_are_not_sorted(
    store: Store, database: Database, raw: sqlite3.Connection
) -> None:
    """The banner asks for them at each start and after each reading, however many are open."""
    statements: list[str] = []
    with database.connected():
        database.peewee.connection().set_trace_callback(statements.append)  # type: ignore[no-untyped-call]
        page(database, HistoryFilter(states=frozenset({RefundState.UNKNOWN})), None, 10)
    (select,) = [statement for statement in statements if statement.startswith("SELECT")]
    plan = [step for *_, step in raw.execute(f"EXPLAIN QUERY PLAN {select}")]
    assert "refunds_by_state (state=?)" in plan[0]
    assert not any("TEMP B-TREE" in step or "SCAN" in step for step in plan)
