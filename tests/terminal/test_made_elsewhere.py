"""Refunds made elsewhere are recorded with time and origin, and every change is an event (complaint 5)."""

from decimal import Decimal

from refund_gui.domain.payment import Change, EntryOrigin
from tests.terminal.shop import Shop


def changes(shop: Shop) -> list[tuple[Change, EntryOrigin, int]]:
    return [(one.change, one.made_in, one.at) for one in shop.store.payments.changes("imp_card")]


def test_what_was_there_at_the_first_reading_is_no_change(shop: Shop) -> None:
    shop.upstream.cancel_outside("imp_card", Decimal(1_000))
    shop.refunding.offer("imp_card")
    assert changes(shop) == []
    [line] = shop.orders.detail("imp_card").timeline
    assert (line.made_in, line.seen_at, line.is_present) == (EntryOrigin.CONSOLE, 0, True)


def test_a_refund_in_the_console_is_recorded_when_it_is_seen(shop: Shop) -> None:
    shop.refunding.offer("imp_card")
    made_at = shop.clock.now()
    shop.upstream.cancel_outside("imp_card", Decimal(1_000))
    shop.clock.advance(60)
    shop.refunding.offer("imp_card")
    assert changes(shop) == [(Change.APPEARED, EntryOrigin.CONSOLE, made_at + 60)]
    [line] = shop.orders.detail("imp_card").timeline
    assert (line.at, line.seen_at, line.refund) == (made_at, made_at + 60, None)


def test_other_reasons_and_tags_tell_where_it_was_made(shop: Shop) -> None:
    shop.refunding.offer("imp_card")
    shop.upstream.cancel_outside("imp_card", Decimal(1_000), "PG 화면에서 취소")
    shop.upstream.cancel_outside("imp_card", Decimal(2_000), "[R7K2QT] 다른 계산대")
    shop.refunding.offer("imp_card")
    assert [made_in for _, made_in, _ in changes(shop)] == [
        EntryOrigin.ELSEWHERE,
        EntryOrigin.OTHER_TERMINAL,
    ]


def test_our_own_refund_is_ours(shop: Shop) -> None:
    shop.refund("imp_card", 3_000)
    assert [made_in for _, made_in, _ in changes(shop)] == [EntryOrigin.HERE]


def test_an_entry_that_vanishes_and_returns_is_told_each_time(shop: Shop) -> None:
    shop.refunding.offer("imp_card")
    shop.upstream.cancel_outside("imp_card", Decimal(1_000))
    shop.refunding.offer("imp_card")
    record = shop.upstream._shop.payment("imp_card")
    assert record is not None
    taken = list(record.cancels)
    record.cancels.clear()
    shop.refunding.offer("imp_card")
    [line] = shop.orders.detail("imp_card").timeline
    assert not line.is_present
    record.cancels.extend(taken)
    shop.refunding.offer("imp_card")
    assert [change for change, _, _ in changes(shop)] == [Change.APPEARED, Change.VANISHED, Change.RETURNED]
    assert [line.is_present for line in shop.orders.detail("imp_card").timeline] == [True]
