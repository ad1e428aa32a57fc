"""What time, PG and method forbid is refused when it is sent too, whatever the dialog was opened on."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from refund_gui.domain.limits import Caution, Obstacle, WholeOnly
from refund_gui.domain.money import Money
from refund_gui.domain.outside import OutsideWay, may_note
from refund_gui.domain.refund import RefundAccount, RefundState
from refund_gui.domain.request import (
    AboveBalance,
    AccountMissing,
    NotRefundable,
    PartNotAllowed,
    RefundRequest,
)
from refund_gui.practice.app import PracticeApp
from tests.practice.shop_kit import korean_time, payment
from tests.terminal.shop import Shop, TestClock

ACCOUNT = RefundAccount("신한은행", "88", "9990001234567", "김가람")
EVENING = korean_time(2025, 11, 18, 22, 59) + 50
MONTHS_END = korean_time(2025, 11, 30, 23, 59) + 50


ShopAt = Callable[..., Shop]


@pytest.fixture
def shop_at(tmp_path: Path) -> Iterator[ShopAt]:
    """Opens a counter at a moment, with one payment of 10,000 won."""
    opened = []

    def open_at(now: int, pay_method: str, pg_provider: str, paid_at: int, refusal: str = "") -> Shop:
        clock = TestClock(now)
        record = payment("imp_1", 10_000, pay_method, pg_provider, paid_at=paid_at, pg_refusal=refusal)
        opened.append(Shop(tmp_path, clock, PracticeApp([record], clock=clock.now, random=Random(1))))
        return opened[0]

    yield open_at
    opened[0].stop()


def whole(shop: Shop, account: RefundAccount | None = None) -> RefundRequest:
    offer = shop.refunding.offer("imp_1")
    return RefundRequest("imp_1", offer.rules.refundable, "고객 변심", account=account)


def test_confirmed_after_eleven_in_the_evening_nothing_is_sent(shop_at: ShopAt) -> None:
    shop = shop_at(EVENING, "vbank", "ksnet", EVENING - 3_600)
    offer = shop.refunding.offer("imp_1")
    assert offer.rules.obstacle is None
    shop.clock.advance(10)
    with pytest.raises(NotRefundable) as refused:
        shop.refunding.refund(offer, whole(shop, ACCOUNT))
    assert refused.value.obstacle is Obstacle.NIGHT
    assert (shop.posts(), shop.store.refunds.of_payment("imp_1")) == (0, ())


def test_confirmed_after_the_months_end_nothing_is_sent(shop_at: ShopAt) -> None:
    shop = shop_at(MONTHS_END, "phone", "danal", MONTHS_END - 86_400)
    offer = shop.refunding.offer("imp_1")
    assert Caution.PHONE_LAST_DAY in [notice.kind for notice in offer.rules.notices]
    request = whole(shop)
    shop.clock.advance(10)
    with pytest.raises(NotRefundable) as refused:
        shop.refunding.refund(offer, request)
    assert refused.value.obstacle is Obstacle.PHONE_MONTH_OVER
    assert shop.posts() == 0


def test_the_same_reading_under_later_rules(shop_at: ShopAt) -> None:
    shop = shop_at(EVENING, "vbank", "ksnet", EVENING - 3_600)
    offer = shop.refunding.offer("imp_1")
    asked = len(shop.upstream.log())
    shop.clock.advance(10)
    renewed = shop.refunding.renewed(offer)
    assert (renewed.rules.obstacle, renewed.rules.possible_at) == (
        Obstacle.NIGHT,
        korean_time(2025, 11, 19, 6, 0),
    )
    assert (renewed.payment, renewed.read_at) == (offer.payment, offer.read_at)
    shop.clock.advance(7 * 3_600)
    assert shop.refunding.renewed(renewed).rules == offer.rules
    assert len(shop.upstream.log()) == asked


def test_not_sent_is_not_tried_again_at_night(shop_at: ShopAt) -> None:
    shop = shop_at(EVENING, "vbank", "ksnet", EVENING - 3_600)
    offer, request = shop.refunding.offer("imp_1"), whole(shop, ACCOUNT)
    shop.line.is_down = True
    refund = shop.refunding.refund(offer, request)
    assert refund.state is RefundState.PREPARED
    shop.line.is_down = False
    shop.clock.advance(10)
    with pytest.raises(NotRefundable):
        shop.refunding.try_again(refund.refund_id, ACCOUNT, "김점원")
    assert (shop.posts(), shop.state(refund)) == (0, RefundState.PREPARED)
    shop.clock.advance(7 * 3_600)
    again = shop.refunding.try_again(refund.refund_id, ACCOUNT, "김점원")
    assert again.state is RefundState.SUCCEEDED


def test_a_part_is_refused_where_only_the_whole_goes_back(shop_at: ShopAt) -> None:
    shop = shop_at(EVENING, "booknlife", "daou", EVENING - 3_600)
    offer = shop.refunding.offer("imp_1")
    assert offer.rules.whole_only is WholeOnly.VOUCHER
    with pytest.raises(PartNotAllowed) as refused:
        shop.confirm(offer, 9_999)
    assert refused.value.limit == Money(10_000, "KRW")
    assert shop.posts() == 0
    assert shop.confirm(offer, 10_000).state is RefundState.SUCCEEDED


def test_a_part_that_was_not_sent_waits_for_its_rules_too(shop_at: ShopAt) -> None:
    """Others refunded eight parts; a ninth is the last one, and a tenth is not tried again."""
    shop = shop_at(EVENING, "card", "ksnet", EVENING - 3_600)
    for _ in range(8):
        shop.upstream.cancel_outside("imp_1", Decimal(100))
    assert shop.refund("imp_1", 100).state is RefundState.SUCCEEDED
    offer = shop.refunding.offer("imp_1")
    with pytest.raises(PartNotAllowed):
        shop.confirm(offer, 100)
    assert shop.confirm(offer).state is RefundState.SUCCEEDED


def test_a_pg_that_says_already_refunded_is_told_before_the_next_try(shop_at: ShopAt) -> None:
    shop = shop_at(EVENING, "card", "html5_inicis", EVENING - 3_600, "[500626|기 취소 거래]")
    refund = shop.refund("imp_1", 3_000)
    shop.check_all(130)
    assert shop.state(refund) is RefundState.NEEDS_REVIEW
    shop.reconciler.decide(refund.refund_id, RefundState.NOT_EXECUTED, "콘솔에 없음", "김점원")
    assert [one.kind for one in shop.refunding.offer("imp_1").rules.notices] == [Caution.DONE_AT_PG]


def test_kcps_phone_refund_that_was_not_sent_needs_an_account_in_the_next_month(shop_at: ShopAt) -> None:
    shop = shop_at(MONTHS_END, "phone", "kcp", MONTHS_END - 86_400)
    offer, request = shop.refunding.offer("imp_1"), whole(shop)
    shop.line.is_down = True
    refund = shop.refunding.refund(offer, request)
    assert refund.state is RefundState.PREPARED
    shop.line.is_down = False
    shop.clock.advance(10)
    with pytest.raises(AccountMissing):
        shop.refunding.try_again(refund.refund_id, None, "김점원")
    assert (shop.posts(), shop.state(refund)) == (0, RefundState.PREPARED)


def test_a_note_that_is_written_while_the_token_comes_counts(shop_at: ShopAt) -> None:
    shop = shop_at(EVENING, "card", "html5_inicis", EVENING - 3_600)
    offer = shop.refunding.offer("imp_1")
    outside, cash = shop.terminal.outside, OutsideWay.CASH
    shop.while_the_token_comes(lambda: outside.note("imp_1", Money(4_000, "KRW"), shop.today(), cash, "", ""))
    with pytest.raises(AboveBalance):
        shop.confirm(offer, 7_000)
    assert (shop.posts(), shop.store.refunds.of_payment("imp_1")) == (0, ())


def test_an_hour_that_ends_while_the_token_comes_ends_it(shop_at: ShopAt) -> None:
    shop = shop_at(EVENING, "vbank", "ksnet", EVENING - 3_600)
    offer, request = shop.refunding.offer("imp_1"), whole(shop, ACCOUNT)
    shop.while_the_token_comes(lambda: shop.clock.advance(10))
    with pytest.raises(NotRefundable):
        shop.refunding.refund(offer, request)
    assert (shop.posts(), shop.store.refunds.of_payment("imp_1")) == (0, ())


def test_a_code_that_means_already_refunded_is_told_too(shop_at: ShopAt) -> None:
    shop = shop_at(EVENING, "card", "kcp", EVENING - 3_600, "[8133|거래 오류]")
    assert shop.refund("imp_1", 3_000).state is RefundState.REJECTED
    shop.clock.advance(2 * 86_400)
    assert [one.kind for one in shop.refunding.offer("imp_1").rules.notices] == [Caution.DONE_AT_PG]


@pytest.mark.parametrize(("method", "pg"), [("phone", "danal"), ("booknlife", "daou")])
def test_where_only_the_whole_goes_back_no_rest_of_it_is_sent(shop_at: ShopAt, method: str, pg: str) -> None:
    shop = shop_at(EVENING, method, pg, EVENING - 3_600)
    shop.refunding.offer("imp_1")
    outside, part = shop.terminal.outside, Money(3_000, "KRW")
    wrong = outside.note("imp_1", part, shop.today(), OutsideWay.CASH, "", "")
    offer = shop.refunding.offer("imp_1")
    assert offer.rules.obstacle is Obstacle.PART_LEFT
    assert may_note(offer.payment, offer.rules, was_refused=False)
    with pytest.raises(NotRefundable):
        shop.confirm(offer, 7_000)
    assert shop.posts() == 0
    outside.withdraw(wrong.note_id, "")
    assert shop.confirm(shop.refunding.offer("imp_1")).state is RefundState.SUCCEEDED
