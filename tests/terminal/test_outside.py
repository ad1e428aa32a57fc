"""Money that went back in another way: noted, counted as gone, taken back. Nothing is ever sent for it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from refund_gui.domain.money import Money
from refund_gui.domain.outside import (
    DayBeforePayment,
    DayToCome,
    OutsideRefund,
    OutsideWay,
    gone_before,
    may_note,
    standing,
)
from refund_gui.domain.periods import first_second
from refund_gui.domain.refund import Base, RefundState
from refund_gui.domain.request import AboveBalance, NoteTooLong, NotRefundable, WrongCurrency
from refund_gui.domain.rules import Obstacle, refund_rules
from refund_gui.domain.tag import tagged
from refund_gui.errors import NotAllowed, RefundIsOpen
from refund_gui.practice.faults import Fault
from tests.domain.made_up import TAG, won
from tests.practice.shop_kit import DAY, NOW, korean_time, payment
from tests.store.made_up import entry, whole_payment
from tests.store.made_up import payment as stored_payment
from tests.store.made_up import refund as stored_refund
from tests.terminal.shop import Shop

PHONE = "imp_phone"


@pytest.fixture
def phone(shop: Shop) -> Shop:
    """A phone payment of last month, which no PG refunds any more."""
    shop.upstream.add(payment(PHONE, 10_000, "phone", "danal", paid_at=NOW - 30 * DAY))
    shop.refunding.offer(PHONE)
    return shop


def note(shop: Shop, imp_uid: str = PHONE, amount: int = 4_000, day: date | None = None) -> OutsideRefund:
    when = day or shop.today()
    return shop.terminal.outside.note(
        imp_uid, won(amount), when, OutsideWay.CASH, " 현금으로 드림 ", "김점원"
    )


def test_a_note_is_kept_with_its_day_and_who_wrote_it(phone: Shop) -> None:
    today = note(phone)
    assert (today.refunded_at, today.note, today.operator) == (NOW, "현금으로 드림", "김점원")
    earlier = note(phone, day=phone.today() - timedelta(days=2))
    assert earlier.refunded_at == first_second(phone.today() - timedelta(days=2))
    assert phone.terminal.outside.of(PHONE) == (today, earlier)
    phone.restart()
    assert phone.terminal.outside.of(PHONE) == (today, earlier)
    assert phone.posts() == 0


def test_what_was_noted_cannot_be_refunded_here_once_more(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    note(shop, "imp_card", 4_000)
    with pytest.raises(AboveBalance) as caught:  # also from a dialog that was open before
        shop.confirm(offer, 6_001)
    assert caught.value.limit == won(6_000)
    later = shop.refunding.offer("imp_card")
    assert later.rules.refundable == won(6_000)
    assert [one.amount for one in later.outside] == [won(4_000)]
    assert shop.refunding.renewed(later).rules.refundable == won(6_000)
    assert shop.confirm(later, 6_000).state is RefundState.SUCCEEDED
    assert shop.refunding.offer("imp_card").rules.obstacle is Obstacle.FULLY_REFUNDED
    with pytest.raises(NotRefundable):
        shop.refund("imp_card", 1)
    assert shop.posts() == 1


def test_a_note_that_is_taken_back_is_refundable_again(shop: Shop) -> None:
    shop.refunding.offer("imp_card")
    wrong = note(shop, "imp_card", 10_000)
    assert shop.refunding.offer("imp_card").rules.obstacle is Obstacle.FULLY_REFUNDED
    shop.clock.advance(60)
    back = shop.terminal.outside.withdraw(wrong.note_id, "박주인")
    assert back == replace(wrong, withdrawn_at=NOW + 60, withdrawn_by="박주인")
    assert not back.stands
    assert standing(shop.terminal.outside.of("imp_card")) == ()
    assert shop.terminal.outside.of("imp_card") == (back,)
    assert shop.refund("imp_card").is_whole
    for note_id in (wrong.note_id, "nobody"):
        with pytest.raises(NotAllowed):
            shop.terminal.outside.withdraw(note_id, "")


def test_notes_and_upstream_together_are_the_limit(phone: Shop) -> None:
    note(phone, amount=4_000)
    with pytest.raises(AboveBalance) as caught:
        note(phone, amount=6_001)
    assert caught.value.limit == won(6_000)
    note(phone, amount=6_000)
    assert phone.refunding.offer(PHONE).rules.obstacle is Obstacle.FULLY_REFUNDED


def test_less_than_nothing_is_never_left(shop: Shop) -> None:
    shop.refunding.offer("imp_card")
    note(shop, "imp_card", 8_000)
    shop.upstream.cancel_outside("imp_card", Decimal(5_000))  # the same money, as PortOne learned later
    offer = shop.refunding.offer("imp_card")
    assert (offer.rules.refundable, offer.rules.obstacle) == (won(0), Obstacle.FULLY_REFUNDED)
    assert shop.orders.detail("imp_card").gone == won(5_000)


def test_what_is_wrong_with_a_note_is_told(phone: Shop) -> None:
    outside, today = phone.terminal.outside, phone.today()
    with pytest.raises(DayToCome):
        note(phone, day=today + timedelta(days=1))
    with pytest.raises(DayBeforePayment) as caught:
        note(phone, day=today - timedelta(days=31))
    assert caught.value.day == today - timedelta(days=30)
    with pytest.raises(WrongCurrency):
        outside.note(PHONE, Money(100, "USD"), today, OutsideWay.CASH, "", "")
    with pytest.raises(NoteTooLong):
        outside.note(PHONE, won(1), today, OutsideWay.CASH, "가" * 501, "")
    with pytest.raises(NotAllowed):
        note(phone, "imp_nobody")
    assert outside.of(PHONE) == ()


def test_nothing_is_noted_while_a_refund_is_not_clear(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_ANSWER)
    assert shop.refund("imp_card", 1_000).state is RefundState.UNKNOWN
    with pytest.raises(RefundIsOpen):
        note(shop, "imp_card", 1_000)


def test_a_promotion_is_not_refunded_in_part_beside_a_note() -> None:
    paid = replace(whole_payment(), cancel_amount=Money(0, "USD"), cancellations=())
    assert refund_rules(paid, NOW).obstacle is None
    assert refund_rules(paid, NOW, Money(1, "USD")).obstacle is Obstacle.PROMOTION_TOUCHED


def test_the_timeline_tells_it(phone: Shop) -> None:
    made = note(phone)
    detail = phone.orders.detail(PHONE)
    [line] = detail.timeline
    assert (line.outside, line.amount, line.refund, line.cancellation) == (made, won(4_000), None, None)
    assert detail.gone == won(4_000)


def test_a_refund_knows_what_had_gone_before_it(shop: Shop) -> None:
    """As the dialog said when it was confirmed, however late it is asked."""
    shop.refunding.offer("imp_card")
    note(shop, "imp_card", 4_000)
    wrong = note(shop, "imp_card", 1_000)
    shop.clock.advance(60)
    offer = shop.refunding.offer("imp_card")
    made = shop.confirm(offer, 2_000)
    detail = shop.history.detail(made.refund_id)
    assert detail.refundable_before == offer.rules.refundable == won(5_000)
    assert (detail.gone, detail.refundable) == (won(5_000), won(3_000))
    shop.clock.advance(60)
    note(shop, "imp_card", 3_000)
    detail = shop.history.detail(made.refund_id)
    assert (detail.gone, detail.refundable_before, detail.refundable) == (won(5_000), won(5_000), won(0))
    shop.terminal.outside.withdraw(wrong.note_id, "")  # it never was so
    detail = shop.history.detail(made.refund_id)
    assert (detail.gone, detail.refundable_before, detail.refundable) == (won(4_000), won(6_000), won(1_000))


def test_what_a_person_found_refunded_is_gone_before_the_next_refund() -> None:
    made = {"state": RefundState.SUCCEEDED, "cancellation_id": ""}
    next_one = stored_refund(5)
    found = stored_refund(1, tag=TAG, updated_at=next_one.created_at, **made)
    # Upstream executed it late: nobody knew of it.
    late = stored_refund(2, updated_at=next_one.created_at + 1, **made | {"cancellation_id": "late"})
    refunds = (stored_refund(9, **made), next_one, late, found)
    assert gone_before(next_one, stored_payment(), refunds, ()) == won(3_000)
    shown = entry("c7", reason=tagged(found.tag, "고객 변심"))  # by now upstream shows it
    paid = stored_payment(cancellations=(shown,))
    assert gone_before(next_one, paid, refunds, ()) == won(3_000)
    got_an_id = replace(found, cancellation_id="tid-1|3000|1")
    knew_it = replace(next_one, base=Base(won(3_000), (got_an_id.cancellation_id,)))
    assert gone_before(knew_it, paid, (*refunds[:-1], got_an_id), ()) == won(0)
    has_it = replace(found, cancellation_id="c7")
    assert gone_before(next_one, paid, (*refunds[:-1], has_it), ()) == won(3_000), (
        "its receipt stays the same"
    )
    known = replace(next_one, base=Base(won(3_000), ("c7",)))
    assert gone_before(known, paid, refunds, ()) == won(0)


@pytest.mark.parametrize(
    ("status", "pg", "refused", "may"),
    [
        ("paid", "html5_inicis", False, False),
        ("paid", "html5_inicis", True, True),
        ("paid", "naverco", False, True),
        ("ready", "naverco", True, False),
    ],
)
def test_a_note_is_offered_where_here_it_does_not_go(status: str, pg: str, refused: bool, may: bool) -> None:
    one = stored_payment(status=status, pg_provider=pg, paid_at=NOW if status == "paid" else 0)
    assert may_note(one, refund_rules(one, NOW), refused) is may


def test_what_goes_by_itself_in_the_morning_is_waited_for() -> None:
    one = stored_payment(pay_method="vbank", pg_provider="ksnet")
    at_night = refund_rules(one, korean_time(2026, 6, 1, 23, 30))
    assert at_night.obstacle is Obstacle.NIGHT
    assert not may_note(one, at_night, was_refused=False)


def test_nothing_is_left_to_note() -> None:
    one = stored_payment()
    assert not may_note(one, refund_rules(one, NOW, one.amount), was_refused=True)
