"""Lists and details, from the store alone."""

from decimal import Decimal

import pytest

from refund_gui.domain.listing import HistoryFilter, OrderFilter
from refund_gui.domain.refund import RefundState
from refund_gui.errors import NotAllowed
from refund_gui.practice.faults import Fault
from tests.terminal.shop import ACCOUNT, Shop


def test_the_timeline_tells_what_was_made_here_and_elsewhere(shop: Shop) -> None:
    shop.upstream.cancel_outside("imp_card", Decimal(1_000))
    shop.clock.advance(60)
    made = shop.refund("imp_card", 2_000)
    shop.clock.advance(60)
    shop.upstream.faults.next(Fault.REFUSAL, message="안 됩니다")
    refused = shop.refund("imp_card", 3_000)
    detail = shop.orders.detail("imp_card")
    assert [
        (entry.amount.minor, entry.refund.refund_id if entry.refund else None, entry.cancellation is None)
        for entry in detail.timeline
    ] == [(1_000, None, False), (2_000, made.refund_id, False), (3_000, refused.refund_id, True)]
    assert detail.open_refund is None


def test_what_was_given_up_is_not_in_the_timeline(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.line.is_down = True
    refund = shop.confirm(offer, 2_000)
    assert shop.orders.detail("imp_card").open_refund == refund
    shop.refunding.give_up(refund.refund_id, "")
    assert shop.orders.detail("imp_card").timeline == ()


def test_lists_come_from_the_store_without_a_network(shop: Shop) -> None:
    shop.syncing.run(90, lambda _: None, lambda: False)
    shop.refund("imp_vbank", account=ACCOUNT)
    shop.line.is_down = True
    assert shop.orders.count(OrderFilter()) == 5
    assert len(shop.orders.page(OrderFilter(), None, 3)) == 3
    assert shop.orders.methods() == ("card", "paypal", "vbank")
    [row] = shop.history.page(HistoryFilter(), None, 10)
    assert shop.history.count(HistoryFilter(states=frozenset({RefundState.SUCCEEDED}))) == 1
    detail = shop.history.detail(row.refund_id)
    assert detail.payment is not None
    assert (len(detail.attempts), len(detail.events)) == (1, 3)


def test_what_is_not_stored_is_told_so(shop: Shop) -> None:
    with pytest.raises(NotAllowed):
        shop.orders.detail("imp_nobody")
    with pytest.raises(NotAllowed):
        shop.history.detail("nobody")
