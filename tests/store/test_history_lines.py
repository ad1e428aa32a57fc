"""The history of refunds, entries made elsewhere and notes, against a list that was put together by hand."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refund_gui.domain.listing import PageKey
from refund_gui.domain.money import Money
from refund_gui.domain.outside import OutsideRefund, OutsideWay
from refund_gui.domain.payment import Cancellation, EntryOrigin, Payment
from refund_gui.domain.refund import NO_PARTS, Origin, Refund
from refund_gui.domain.refund_listing import HistoryChoices, HistoryFilter, HistoryRow, Sum
from refund_gui.domain.searching import Search, compact
from refund_gui.domain.states import (
    HISTORY_STATES,
    OPEN_STATES,
    Elsewhere,
    HistoryState,
    Outside,
    RefundState,
)
from refund_gui.domain.tag import tagged
from refund_gui.store import Store, open_store
from tests.store.made_up import (
    NOW,
    StillClock,
    answered,
    ended,
    entry,
    found_upstream,
    payment,
    read,
    refund,
    won,
)

TAGS = ("JYVN1R", "HD99PR", "BTTP3M")
METHODS = ("card", "vbank", "phone")
PEOPLE = ("이나래", "박가온", "")
REASONS = ("고객 변심", "관리자페이지취소", "파손", "", "=1+1")


@dataclass(frozen=True)
class Line:
    """What the history should show of a refund, an entry or a note."""

    name: str
    at: int
    state: HistoryState
    amount: Money
    method: str
    operator: str
    origin: str
    texts: tuple[str, ...]


class Shop:
    """A store, and what its history should show."""

    def __init__(self, store: Store) -> None:
        random = Random(7)
        self.store = store
        self.lines = [line for number in range(90) for line in filled(store, number, random)]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    with closing(open_store(tmp_path_factory.mktemp("shop"), StillClock())) as store:
        yield Shop(store)


def filled(store: Store, number: int, random: Random) -> list[Line]:
    """One payment with refunds of ours and entries of all kinds. Many fall into the same second."""
    currency = random.choice(("KRW", "KRW", "USD"))
    entries = [made_up_entry(number, n, currency, random) for n in range(random.randrange(4))]
    before = payment(
        number,
        imp_uid=f"imp_{number}",
        amount=Money(100_000, currency),
        cancel_amount=Money(0, currency),
        pay_method=random.choice(METHODS),
        cancellations=tuple(entries),
    )
    present = [one for one in entries if random.random() < 0.8]
    after = replace(before, cancellations=tuple(present), request_no=2)
    store.payments.save([before])
    ours = [made_up_refund(store, before, n, random) for n in range(random.randrange(3))]
    store.payments.save([after])
    lines = [line_of(store, one, before) for one in ours]
    for one in entries:
        if not any(is_its(one, made, present) for made in ours):
            lines.append(entry_line(one, after, one in present))
    if store.refunds.open_of(after.imp_uid) is None:
        lines += [note_line(store, after, n, random) for n in range(random.randrange(3))]
    return lines


def is_its(one: Cancellation, made: Refund, present: Sequence[Cancellation]) -> bool:
    """The refund has this entry, or upstream shows none that it has, and this one has its tag and amount.

    While it is open the amount does not matter.
    """
    may_get_one = made.cancellation_id not in {each.key for each in present}
    has_tag = one.tag == made.tag and (one.amount == made.amount or made.state in OPEN_STATES)
    return one.key == made.cancellation_id or (may_get_one and has_tag)


def note_line(store: Store, its: Payment, n: int, random: Random) -> Line:
    """A note, some of them taken back."""
    made = OutsideRefund(
        note_id=f"note-{its.imp_uid}-{n}",
        imp_uid=its.imp_uid,
        amount=Money(random.randrange(1, 9) * 100, its.currency),
        refunded_at=NOW + random.randrange(12) * 10,
        way=random.choice(tuple(OutsideWay)),
        note=random.choice(("", "현금으로 드림", "고객 변심")),
        operator=random.choice(PEOPLE),
        noted_at=NOW + 500,
    )
    store.outside.add(made)
    if is_wrong := random.random() < 0.3:
        store.outside.withdraw(made.note_id, NOW + 600, "")
    return Line(
        name=made.note_id,
        at=made.refunded_at,
        state=Outside.TAKEN_BACK if is_wrong else Outside.NOTED,
        amount=made.amount,
        method=its.pay_method,
        operator=made.operator,
        origin=Origin.HERE,
        texts=(made.note, *shown(its)),
    )


def made_up_entry(number: int, n: int, currency: str, random: Random) -> Cancellation:
    reason = random.choice(REASONS)
    if random.random() < 0.5:
        reason = random.choice((" ", "\n\t", "")) + tagged(random.choice(TAGS), reason)
    return entry(
        random.choice((f"c-{number}-{n}", "")),
        pg_tid=f"tid-{number}-{n}",
        amount=Money(random.randrange(1, 9) * 100, currency),
        cancelled_at=NOW + random.randrange(12) * 10,
        reason=reason,
    )


def made_up_refund(store: Store, its: Payment, n: int, random: Random) -> Refund:
    facts: dict[str, Any] = {
        "tax": NO_PARTS,
        "tax_free_total": None,
        "refund_id": f"refund-{its.imp_uid}-{n}",
        "imp_uid": its.imp_uid,
        "tag": TAGS[n],
        "amount": Money(random.randrange(1, 9) * 100, its.currency),
        "checksum": its.balance,
        "reason": random.choice(REASONS),
        "note": random.choice(("", "포장이 젖음")),
        "created_at": NOW + random.randrange(12) * 10,
    }
    key = its.cancellations[n].key if n < len(its.cancellations) and random.random() < 0.5 else ""
    if random.random() < 0.3:
        made = found_upstream(n, **facts, operator="", cancellation_id=key)
        store.refunds.add(made, "")
        return made
    made = refund(n, **facts, operator=random.choice(PEOPLE))
    store.refunds.add(made, made.operator)
    if n == 0 or random.random() < 0.5:
        attempt = store.refunds.begin_attempt(made.refund_id, made.amount, NOW, "")
        lost = store.refunds.end_attempt(ended(attempt), answered(RefundState.UNKNOWN), None)
        state = RefundState.SUCCEEDED if key else RefundState.NOT_EXECUTED
        made = store.refunds.move(
            lost.refund_id, read(RefundState.UNKNOWN, state, cancellation_id=key, message="승인 취소")
        )
    return made


def line_of(store: Store, made: Refund, its: Payment) -> Line:
    made = store.refunds.stored(made.refund_id)
    return Line(
        name=made.refund_id,
        at=made.created_at,
        state=made.state,
        amount=made.amount,
        method=its.pay_method,
        operator=made.operator,
        origin=made.origin,
        texts=(made.imp_uid, made.tag, made.reason, made.note, made.cancellation_id, *shown(its)),
    )


def entry_line(one: Cancellation, its: Payment, is_present: bool) -> Line:
    return Line(
        name=f"{its.imp_uid} {one.key}",
        at=one.cancelled_at,
        state=Elsewhere.REFUNDED if is_present else Elsewhere.REVERSED,
        amount=one.amount,
        method=its.pay_method,
        operator="",
        origin=one.made_in(is_ours=False),
        texts=(one.cancellation_id, one.reason, *shown(its)),
    )


def shown(its: Payment) -> tuple[str, ...]:
    return its.imp_uid, its.merchant_uid, its.goods, its.buyer_name, its.buyer_tel, its.apply_num


def passes(line: Line, chosen: HistoryFilter) -> bool:
    return (
        (not chosen.states or line.state in chosen.states)
        and (chosen.since is None or line.at >= chosen.since)
        and (chosen.until is None or line.at <= chosen.until)
        and (not chosen.methods or line.method in chosen.methods)
        and (not chosen.operator or line.operator == chosen.operator)
        and (chosen.made_here is None or chosen.made_here == (line.origin == Origin.HERE))
        and all(any(word.text in compact(text) for text in line.texts) for word in Search(chosen.text).words)
    )


def name_of(row: HistoryRow) -> str:
    return row.refund_id or row.note_id or f"{row.imp_uid} {row.entry_key}"


states = st.frozensets(st.sampled_from(HISTORY_STATES), max_size=3)
times = st.one_of(st.none(), st.integers(NOW - 5, NOW + 125))
filters = st.builds(
    HistoryFilter,
    text=st.sampled_from(["", "", "", "변심", "파손 imp_1", "젖음", "현금", "c-2", TAGS[0], "order", "뷁"]),
    states=states,
    since=times,
    until=times,
    methods=st.frozensets(st.sampled_from(METHODS), max_size=2),
    operator=st.sampled_from(["", "", "이나래", "아무도"]),
    made_here=st.sampled_from([None, None, True, False]),
)


@settings(max_examples=80, deadline=None)
@given(chosen=filters, size=st.sampled_from([1, 3, 40]))
def test_pages_hold_each_line_once_newest_first(shop: Shop, chosen: HistoryFilter, size: int) -> None:
    rows: list[HistoryRow] = []
    after: PageKey | None = None
    while page := shop.store.refunds.page(chosen, after, size):
        assert len(page) <= size
        rows.extend(page)
        after = page[-1].key
    keys = [(row.key.at, row.key.row_id) for row in rows]
    assert keys == sorted(keys, reverse=True)
    assert len(set(keys)) == len(keys)
    wanted = [line for line in shop.lines if passes(line, chosen)]
    got = [(name_of(row), row.created_at, row.state, row.amount, row.origin) for row in rows]
    assert Counter(got) == Counter((one.name, one.at, one.state, one.amount, one.origin) for one in wanted)


@settings(max_examples=60, deadline=None)
@given(chosen=filters)
def test_totals_come_to_what_the_lines_do(shop: Shop, chosen: HistoryFilter) -> None:
    wanted = [line for line in shop.lines if passes(line, chosen)]
    totals = shop.store.refunds.totals(chosen)
    assert totals.count == len(wanted)
    back = {RefundState.SUCCEEDED, Elsewhere.REFUNDED}
    assert totals.refunded == sums(line for line in wanted if line.state in back)
    assert totals.outside == sums(line for line in wanted if line.state is Outside.NOTED)
    assert totals.open == sums(line for line in wanted if line.state in OPEN_STATES)


def sums(lines: Iterator[Line]) -> tuple[Sum, ...]:
    found: dict[str, list[int]] = {}
    for line in lines:
        found.setdefault(line.amount.currency, []).append(line.amount.minor)
    return tuple(
        Sum(len(found[code]), Money(sum(found[code]), code)) for code in ("KRW", "USD") if code in found
    )


def test_the_made_up_shop_has_every_kind(shop: Shop) -> None:
    """Else the tests above would prove little."""
    found = Counter(line.state for line in shop.lines)
    assert min(found[one] for one in (*Elsewhere, *Outside, RefundState.SUCCEEDED, RefundState.PREPARED)) >= 5
    assert {line.origin for line in shop.lines} >= {*Origin, *(set(EntryOrigin) - {EntryOrigin.HERE})}
    assert {line.amount.currency for line in shop.lines} == {"KRW", "USD"}


def test_a_line_made_elsewhere_shows_what_upstream_does(store: Store) -> None:
    made = entry("c9", reason=tagged("JYVN1R", "교환"), pg_tid="tid-9")
    store.payments.save([payment(cancellations=(made,))])
    (row,) = store.refunds.page(HistoryFilter(), None, 10)
    assert (row.refund_id, row.entry_key, row.tag) == ("", "c9", "JYVN1R")
    assert (row.state, row.origin) == (Elsewhere.REFUNDED, made.made_in(is_ours=False))
    assert (row.merchant_uid, row.buyer_name, row.pay_method) == ("order-1", "김가람", "card")
    assert (row.amount, row.created_at, row.reason) == (won(3_000), NOW + 60, made.reason)
    assert (row.note, row.operator, row.counter, row.message) == ("", "", "", "")


def test_a_note_shows_what_was_written_down(store: Store) -> None:
    store.payments.save([payment()])
    made = OutsideRefund("n1", "imp_1", won(4_000), NOW + 7, OutsideWay.CASH, "현금으로 드림", "박가온", NOW)
    store.outside.add(made)
    (row,) = store.refunds.page(HistoryFilter(), None, 10)
    assert (row.refund_id, row.entry_key, row.note_id, row.way) == ("", "", "n1", OutsideWay.CASH)
    assert (row.state, row.origin, row.operator) == (Outside.NOTED, Origin.HERE, "박가온")
    assert (row.merchant_uid, row.buyer_name, row.pay_method) == ("order-1", "김가람", "card")
    assert (row.amount, row.created_at, row.reason) == (won(4_000), NOW + 7, "현금으로 드림")
    assert (row.note, row.counter, row.tag, row.message) == ("", "", "", "")
    assert store.refunds.choices().operators == ("박가온",)
    totals = store.refunds.totals(HistoryFilter())
    assert (totals.count, totals.outside, totals.refunded) == (1, (Sum(1, won(4_000)),), ())


def test_what_it_can_be_narrowed_down_to(store: Store) -> None:
    assert store.refunds.choices() == HistoryChoices()
    store.payments.save([payment(1, pay_method="vbank"), payment(2)])
    store.refunds.add(refund(1), "")
    store.refunds.add(refund(2, imp_uid="imp_2", operator="김점원"), "")
    store.refunds.add(found_upstream(3, imp_uid="imp_3", operator=""), "")
    assert store.refunds.choices() == HistoryChoices(("김점원", "이나래"), ("card", "vbank"))


def test_no_page_sorts_or_reads_everything(store: Store, tmp_path: object) -> None:
    """A page costs the same however long the history is."""
    plans: list[str] = []
    for after in (None, PageKey(NOW, 9)):
        plans += explained(store, HistoryFilter(), after)
    assert any("cancellations_by_time" in step for step in plans)
    assert any("_refunds_created_at_id" in step for step in plans)
    assert any("_outsiderefunds_refunded_at" in step for step in plans)
    assert not any("TEMP B-TREE" in step for step in plans)
    assert not any(step.startswith("SCAN r") and "INDEX" not in step for step in plans)
    assert not any(step.startswith("SCAN c") and "INDEX" not in step for step in plans)
    assert not any(step.startswith("SCAN n") and "INDEX" not in step for step in plans)


def explained(store: Store, chosen: HistoryFilter, after: PageKey | None) -> list[str]:
    statements: list[str] = []
    database = store._database
    with database.connected():
        connection = database.connections.current
        assert connection is not None
        connection.set_trace_callback(statements.append)
        store.refunds.page(chosen, after, 10)
        connection.set_trace_callback(None)
        selects = [statement for statement in statements if statement.startswith("SELECT")]
        assert len(selects) == 3
        return [
            str(step)
            for select in selects
            for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {select}").fetchall()
        ]


def test_two_equal_entries_of_one_second_are_two(store: Store) -> None:
    """Without cancellation ids only their number tells them apart; one of them is ours."""
    twice = (entry("", reason="고객 변심"), entry("", reason="고객 변심"))
    store.payments.save([payment(cancel_amount=won(6_000), cancellations=twice)])
    store.refunds.add(found_upstream(cancellation_id=twice[0].key, amount=won(3_000)), "")
    assert store.refunds.totals(HistoryFilter()).refunded == (Sum(2, won(6_000)),)


def test_of_two_equal_entries_the_one_with_our_tag_is_ours(store: Store) -> None:
    ours = found_upstream(amount=won(3_000))
    untagged, tagged_one = entry("", reason="다른 계산대"), entry("", reason=tagged(ours.tag, "고객 변심"))
    store.payments.save([payment(cancel_amount=won(6_000), cancellations=(untagged, tagged_one))])
    store.refunds.add(replace(ours, cancellation_id=tagged_one.key), "")
    made = [row.reason for row in store.refunds.page(HistoryFilter(), None, 10) if not row.refund_id]
    assert made == ["다른 계산대"]


NO_TAX: dict[str, Any] = {"tax": NO_PARTS, "tax_free_total": None}


def test_a_test_payment_moves_no_money_and_is_in_no_sum(store: Store) -> None:
    made = entry("c9", reason="관리자페이지취소")
    store.payments.save(
        [payment(1, sandbox=True, cancellations=(made,)), payment(2), payment(3, sandbox=True)]
    )
    store.refunds.add(found_upstream(2, imp_uid="imp_2", amount=won(700), **NO_TAX), "")
    store.refunds.add(found_upstream(3, imp_uid="imp_3", amount=won(900), **NO_TAX), "")
    store.refunds.add(refund(4, imp_uid="imp_3"), "")
    totals = store.refunds.totals(HistoryFilter())
    assert (totals.count, totals.tests, totals.refunded, totals.open) == (4, 3, (Sum(1, won(700)),), ())
    rows = store.refunds.page(HistoryFilter(), None, 10)
    assert sorted((row.imp_uid, row.is_test) for row in rows) == [
        ("imp_1", True),
        ("imp_2", False),
        ("imp_3", True),
        ("imp_3", True),
    ]
