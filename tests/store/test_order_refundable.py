"""What the orders list calls refundable is what the rules of the refund dialog do."""

from random import Random

import pytest

from refund_gui.domain.listing import OrderFilter, OrderRow
from refund_gui.domain.money import Money
from refund_gui.domain.outside import OutsideRefund, OutsideWay, gone
from refund_gui.domain.refund import RefundState
from refund_gui.domain.rules import refund_rules
from refund_gui.errors import RefundIsOpen
from refund_gui.store import Store
from tests.domain.made_up import TAG
from tests.store.made_up import NOW, answered, entry, found_upstream, payment, read, refund, sent, won
from tests.store.test_history_lines import filled


def noted(store: Store, note_id: str, imp_uid: str, amount: Money, way: OutsideWay = OutsideWay.CASH) -> None:
    store.outside.add(OutsideRefund(note_id, imp_uid, amount, NOW, way, "현금으로 드림", "김점원", NOW))


def row_of(store: Store, imp_uid: str = "imp_1") -> OrderRow:
    [row] = [row for row in store.orders.page(OrderFilter(), None, 500) if row.imp_uid == imp_uid]
    return row


def by_the_rules(store: Store, imp_uid: str) -> Money:
    one = store.payments.get(imp_uid)
    assert one is not None
    beside = gone(one, store.refunds.of_payment(imp_uid), store.outside.of_payment(imp_uid))
    return refund_rules(one, NOW, beside).refundable


def test_each_row_agrees_with_the_rules(store: Store) -> None:
    random, open_ones = Random(5), 0
    for number in range(150):
        filled(store, number, random)
        imp_uid = f"imp_{number}"
        for n in range(random.randrange(3)):
            one = store.payments.get(imp_uid)
            assert one is not None
            try:
                noted(store, f"{number}-{n}", imp_uid, Money(random.choice((700, 60_000)), one.currency))
            except RefundIsOpen:
                open_ones += 1
                break
            if random.random() < 0.3:
                store.outside.withdraw(f"{number}-{n}", NOW, "")
    rows = store.orders.page(OrderFilter(), None, 500)
    assert {row.imp_uid: row.refundable for row in rows} == {
        row.imp_uid: by_the_rules(store, row.imp_uid) for row in rows
    }
    assert store.orders.slice(OrderFilter(), 0, 500, None).rows == rows
    left = [row.refundable.minor for row in rows]
    assert min(left.count(100_000), left.count(0), open_ones) >= 3, "else this would prove little"
    assert sum(row.gone is not None and row.refundable.minor > 0 for row in rows) >= 10


def test_a_note_lowers_it_until_it_is_taken_back(store: Store) -> None:
    store.payments.save([payment(cancel_amount=won(1_000))])
    noted(store, "a", "imp_1", won(2_000))
    noted(store, "b", "imp_1", won(3_000))
    assert row_of(store).refundable == won(4_000)
    store.outside.withdraw("b", NOW, "")
    assert row_of(store).refundable == won(7_000)
    assert row_of(store, "imp_1").open_refund is None


def test_what_a_person_found_refunded_is_gone_until_upstream_shows_it(store: Store) -> None:
    store.payments.save([payment()])
    sent(store, review := refund(tag=TAG))
    store.refunds.move(review.refund_id, answered(RefundState.NEEDS_REVIEW))
    assert row_of(store).refundable == won(10_000)
    store.refunds.move(review.refund_id, read(RefundState.NEEDS_REVIEW, RefundState.SUCCEEDED))
    assert row_of(store).refundable == won(7_000)
    shown = entry("c1", reason=f"[{review.tag}] 고객 변심")
    store.payments.save([payment(cancel_amount=won(3_000), cancellations=(shown,), request_no=2)])
    assert row_of(store).refundable == by_the_rules(store, "imp_1") == won(7_000)
    assert row_of(store).gone is None


@pytest.mark.parametrize("is_shown", [True, False])
def test_an_entry_that_upstream_shows_no_longer_counts_as_gone(store: Store, is_shown: bool) -> None:
    made = found_upstream(cancellation_id="c1")
    with_it = payment(cancel_amount=won(3_000), cancellations=(entry("c1", reason=""),))
    store.payments.save([with_it])
    store.refunds.add(made, "")
    if not is_shown:
        store.payments.save([payment(request_no=2)])
    assert row_of(store).refundable == by_the_rules(store, "imp_1") == won(7_000)
    assert (row_of(store).gone is None) is is_shown
