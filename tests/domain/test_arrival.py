"""When the customer sees the money, by method, PG and day (api-v1 §2.5: When the customer has it)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from refund_gui.domain.arrival import Arrival, arrival, arrival_of, refunded_at, wallet_of
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Payout, Refund
from tests.domain.made_up import entry, won
from tests.practice.shop_kit import korean_time

MakePayment = Callable[..., Payment]
MakeRefund = Callable[..., Refund]
PAID = korean_time(2026, 11, 3, 9, 30)
SAME_DAY = korean_time(2026, 11, 3, 23, 59)
NEXT_DAY = korean_time(2026, 11, 4, 0, 0)


@pytest.mark.parametrize(
    ("amount", "at", "expected"),
    [
        (10_000, SAME_DAY, Arrival.CARD_SAME_DAY),
        (10_000, NEXT_DAY, Arrival.CARD_DAYS),
        (3_000, SAME_DAY, Arrival.CARD_DAYS),
        (3_000, NEXT_DAY, Arrival.CARD_DAYS),
    ],
)
def test_a_card_has_it_the_same_day_only_in_full_and_on_its_day(
    make_payment: MakePayment, amount: int, at: int, expected: Arrival
) -> None:
    assert arrival(make_payment(paid_at=PAID), won(amount), at) is expected


@pytest.mark.parametrize(
    ("pay_method", "pg_provider", "payout", "expected"),
    [
        ("trans", "nice", Payout.AT_ONCE, Arrival.TRANSFER),
        ("phone", "danal", Payout.AT_ONCE, Arrival.PHONE),
        ("phone", "kcp", Payout.NEXT_BUSINESS_DAY, Arrival.ACCOUNT_NEXT_DAY),
        ("vbank", "html5_inicis", Payout.NEXT_BUSINESS_DAY, Arrival.ACCOUNT_NEXT_DAY),
        ("vbank", "daou", Payout.LATER, Arrival.ACCOUNT_BY_HAND),
        ("vbank", "mobilians", Payout.LATER, Arrival.ACCOUNT_WEEKLY),
        ("card", "kakaopay", Payout.AT_ONCE, Arrival.WALLET),
        ("point", "naverpay", Payout.AT_ONCE, Arrival.WALLET),
        ("kakaopay", "html5_inicis", Payout.AT_ONCE, Arrival.WALLET),
        ("samsung", "kcp", Payout.AT_ONCE, Arrival.WALLET),
        ("paypal", "paypal_v2", Payout.AT_ONCE, Arrival.PG_DECIDES),
        ("booknlife", "galaxia", Payout.AT_ONCE, Arrival.PG_DECIDES),
        ("moonpay", "newpg", Payout.AT_ONCE, Arrival.PG_DECIDES),
    ],
)
def test_each_method_and_pg(
    make_payment: MakePayment, pay_method: str, pg_provider: str, payout: Payout, expected: Arrival
) -> None:
    payment = make_payment(pay_method=pay_method, pg_provider=pg_provider, paid_at=PAID)
    assert arrival(payment, payment.amount, SAME_DAY, payout) is expected


def test_the_wallet_is_the_pg_or_the_method(make_payment: MakePayment) -> None:
    assert wallet_of(make_payment(pg_provider="kakaopay")) == "kakaopay"
    assert wallet_of(make_payment(pay_method="payco")) == "payco"
    assert wallet_of(make_payment()) == ""


def test_upstreams_time_counts_before_ours(make_payment: MakePayment, make_refund: MakeRefund) -> None:
    made = replace(entry(10_000), cancelled_at=NEXT_DAY)
    payment = make_payment(made, paid_at=PAID)
    refund = make_refund(payment, 10_000, cancellation_id=made.key, created_at=SAME_DAY)
    assert refunded_at(refund, payment) == NEXT_DAY
    assert arrival_of(refund, payment) is Arrival.CARD_DAYS


@pytest.mark.parametrize("changes", [{}, {"cancellation_id": "cancel_1"}])
def test_without_upstreams_time_ours_counts(
    make_payment: MakePayment, make_refund: MakeRefund, changes: dict[str, Any]
) -> None:
    payment = make_payment(replace(entry(10_000), cancelled_at=0), paid_at=PAID)
    refund = make_refund(payment, 10_000, created_at=SAME_DAY, **changes)
    assert refunded_at(refund, payment) == SAME_DAY
    assert arrival_of(refund, payment) is Arrival.CARD_SAME_DAY
