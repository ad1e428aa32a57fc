"""Lists and details, from the store alone."""

from decimal import Decimal

import pytest

from refund_gui.domain.listing import OrderFilter
from refund_gui.domain.refund import RefundState
from refund_gui.domain.refund_listing import HistoryChoices, HistoryFilter, Sum
from refund_gui.domain.scan import CodeMatch
from refund_gui.domain.states import Elsewhere, EntryOrigin
from refund_gui.errors import NotAllowed
from refund_gui.practice.faults import Fault
from tests.domain.made_up import won
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
    assert shop.orders.counts(OrderFilter()).methods.keys() == {"card", "paypal", "vbank"}
    [row] = shop.history.page(HistoryFilter(), None, 10)
    assert shop.history.totals(HistoryFilter(states=frozenset({RefundState.SUCCEEDED}))).count == 1
    detail = shop.history.detail(row.refund_id)
    assert detail.payment is not None
    assert (len(detail.attempts), len(detail.events)) == (1, 3)


def test_what_is_not_stored_is_told_so(shop: Shop) -> None:
    with pytest.raises(NotAllowed):
        shop.orders.detail("imp_nobody")
    with pytest.raises(NotAllowed):
        shop.history.detail("nobody")
    shop.refund("imp_card", 1_000)
    with pytest.raises(NotAllowed):
        shop.history.entry("imp_card", "no-such-entry")


def test_what_was_made_elsewhere_stands_in_the_history(shop: Shop) -> None:
    shop.refunding.offer("imp_card")
    shop.clock.advance(60)
    shop.upstream.cancel_outside("imp_card", Decimal(1_000))
    shop.clock.advance(60)
    shop.reconciler.read("imp_card")
    made = shop.refund("imp_card", 2_000)
    shop.refund("imp_vbank", account=ACCOUNT)
    [vbank, here, elsewhere] = shop.history.page(HistoryFilter(), None, 10)
    assert (here.refund_id, here.entry_key) == (made.refund_id, made.cancellation_id)
    assert (elsewhere.refund_id, elsewhere.state) == ("", Elsewhere.REFUNDED)
    assert (elsewhere.amount, elsewhere.origin) == (won(1_000), EntryOrigin.CONSOLE)
    assert shop.history.totals(HistoryFilter()).refunded == (Sum(3, won(3_000) + vbank.amount),)
    assert shop.history.choices() == HistoryChoices(("김점원",), ("card", "vbank"))
    detail = shop.history.entry(elsewhere.imp_uid, elsewhere.entry_key)
    assert (detail.payment.imp_uid, detail.entry.amount) == ("imp_card", won(1_000))
    assert (detail.made_in, detail.is_present) == (EntryOrigin.CONSOLE, True)
    assert detail.seen_at == elsewhere.created_at + 60, "seen when it was read, not when it was made"


def test_an_order_by_what_a_scanner_types(shop: Shop) -> None:
    shop.syncing.run(90, lambda _: None, lambda: False)
    for scanned in ("imp_card", "IMP_CARD", "ㅑㅡㅔ_ㅊㅁㄱㅇ\r", '{"imp_uid": "imp_card"}', "order-imp_card"):
        assert shop.orders.by_code(scanned).imp_uids == ("imp_card",), scanned
    assert shop.orders.by_code("ㅑㅡㅔ_ㅊㅁㄱㅇ") == CodeMatch("imp_card", ("imp_card",))
    assert shop.orders.by_code("ㅑㅡㅔ_ㅗㅑㅇ") == CodeMatch("imp_hid", ())
    assert shop.orders.by_code(" ") == CodeMatch("", ())
    other = shop.orders.by_code("imp_uid=imp_new&merchant_uid=order-imp_card")
    assert other == CodeMatch("order-imp_card", ("imp_card",), is_certain=False)
    assert shop.orders.by_code("imp_uid=IMP_CARD&merchant_uid=x").is_certain
