"""When the customer sees the money of a refund: by pay method, PG, amount and day (api-v1 §2.5).

An expectation, never a fact: no V1 read can confirm it. Where there is a due date it says more.
"""

from enum import StrEnum
from typing import Final

from refund_gui.clock import in_korea
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Payout, Refund
from refund_gui.domain.verdict import entry_of


class Arrival(StrEnum):
    """How soon, as the documents tell; what they do not tell is the PG's or the wallet's to decide."""

    CARD_SAME_DAY = "card_same_day"  # the whole payment, on its own day
    CARD_DAYS = "card_days"  # a part, or any later day: three to five business days
    TRANSFER = "transfer"  # the same or the next business day
    PHONE = "phone"  # processed at once; the phone bill is the carrier's
    WALLET = "wallet"  # card, money or points inside of it
    ACCOUNT_NEXT_DAY = "account_next_day"
    ACCOUNT_BY_HAND = "account_by_hand"  # Kiwoom: seven business days or more
    ACCOUNT_WEEKLY = "account_weekly"  # KG Financial: Thursdays, asked for by Tuesday
    PG_DECIDES = "pg_decides"


WALLETS: Final = frozenset(
    {"kakaopay", "naverpay", "naverco", "tosspay", "tosspay_v2", "toss_brandpay", "payco", "smilepay"}
    | {"samsung", "applepay", "ssgpay", "lpay"}
)
"""Codes of wallets, which come as pg_provider or as pay_method (api-v1 §4)."""


def arrival(payment: Payment, amount: Money, at: int, payout: Payout = Payout.AT_ONCE) -> Arrival:
    """When `amount` of this payment, refunded at `at` (unix seconds), reaches the customer."""
    if payout is not Payout.AT_ONCE:
        return _to_account(payout, payment.pg_provider)
    if wallet_of(payment):
        return Arrival.WALLET
    match payment.pay_method:
        case "card":
            is_whole = amount == payment.amount and _same_day(payment.paid_at, at)
            return Arrival.CARD_SAME_DAY if is_whole else Arrival.CARD_DAYS
        case "trans":
            return Arrival.TRANSFER
        case "phone":
            return Arrival.PHONE
        case _:
            return Arrival.PG_DECIDES


def arrival_of(refund: Refund, payment: Payment) -> Arrival:
    """When the money of a refund that was made reaches the customer."""
    return arrival(payment, refund.amount, refunded_at(refund, payment), refund.payout)


def refunded_at(refund: Refund, payment: Payment) -> int:
    """When upstream recorded it, else when it was confirmed here; in unix seconds."""
    entry = entry_of(refund, payment)
    return entry.cancelled_at if entry and entry.cancelled_at else refund.created_at


def wallet_of(payment: Payment) -> str:
    """The code of the wallet that it was paid with; "" when it was none."""
    return next((code for code in (payment.pg_provider, payment.pay_method) if code in WALLETS), "")


def _to_account(payout: Payout, pg_provider: str) -> Arrival:
    if payout is Payout.NEXT_BUSINESS_DAY:
        return Arrival.ACCOUNT_NEXT_DAY
    return Arrival.ACCOUNT_WEEKLY if pg_provider == "mobilians" else Arrival.ACCOUNT_BY_HAND


def _same_day(paid_at: int, at: int) -> bool:
    return in_korea(paid_at).date() == in_korea(at).date()
