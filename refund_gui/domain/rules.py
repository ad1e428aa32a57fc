"""What a PG, pay method and date allow for one payment (api-v1 §2, §2.5; protocol rules 12 and 14)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from refund_gui.clock import in_korea
from refund_gui.domain.banks import BankCodes, bank_codes
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Payout

_TRANSFER_NEEDS_ACCOUNT: Final = frozenset({"smartro_v2", "welcome"})
_NEEDS_TEL: Final = frozenset({"smartro", "smartro_v2", "welcome"})
_SLOW_PAYOUT: Final = frozenset({"daou", "mobilians"})


class Obstacle(StrEnum):
    """Why a payment cannot be refunded here at all. The first that applies is told."""

    UNKNOWN_CURRENCY = "unknown_currency"
    NOT_PAID_YET = "not_paid_yet"  # `ready`: there is nothing to give back
    NEVER_PAID = "never_paid"  # failed, or closed without a deposit
    FULLY_REFUNDED = "fully_refunded"
    NAVER_ORDER = "naver_order"  # naverco: only in its own console
    PROMOTION_TOUCHED = "promotion_touched"  # a promotion that was refunded in part: only in the console
    PHONE_MONTH_OVER = "phone_month_over"  # phone: only in the payment's calendar month


class WholeOnly(StrEnum):
    """Why only the whole amount can be refunded here."""

    PROMOTION = "promotion"


@dataclass(frozen=True, slots=True)
class AccountNeed:
    """What the customer's account must hold: always bank, number and holder."""

    codes: BankCodes
    tel: bool


@dataclass(frozen=True, slots=True)
class RefundRules:
    """What may be refunded of one payment at one moment."""

    refundable: Money
    obstacle: Obstacle | None
    whole_only: WholeOnly | None
    account: AccountNeed | None
    payout: Payout


def refund_rules(payment: Payment, now: int, unrecorded: Money | None = None) -> RefundRules:
    """The rules for this payment at `now` (unix seconds).

    `unrecorded`: what was refunded although upstream's record does not show it, as a person found out.
    """
    account = _account_need(payment, now)
    refundable = payment.balance - unrecorded if unrecorded else payment.balance
    return RefundRules(
        refundable=refundable,
        obstacle=_obstacle(payment, refundable, now),
        whole_only=WholeOnly.PROMOTION if payment.promotion else None,
        account=account,
        payout=_payout(payment, account),
    )


def answers_before_acting(payment: Payment) -> bool:
    """Whether this PG may say yes before the refund is in its record (api-v1 §2.4).

    KICC does so for WeChat Pay, whose pay_method the documents do not name: all but KICC's own methods count.
    """
    match payment.pg_provider:
        case "paypal_v2":
            return True
        case "kicc":
            return payment.pay_method not in {"card", "trans", "vbank", "phone"}
        case "smartro_v2":
            return payment.pay_method == "vbank"
        case _:
            return False


def _obstacle(payment: Payment, refundable: Money, now: int) -> Obstacle | None:
    if not payment.amount.is_known:
        return Obstacle.UNKNOWN_CURRENCY
    if payment.status == "ready":
        return Obstacle.NOT_PAID_YET
    if not payment.was_paid:
        return Obstacle.NEVER_PAID
    if refundable.minor <= 0:
        return Obstacle.FULLY_REFUNDED
    if payment.pg_provider == "naverco":
        return Obstacle.NAVER_ORDER
    if payment.promotion and not payment.is_untouched:
        return Obstacle.PROMOTION_TOUCHED
    if payment.pay_method == "phone" and payment.pg_provider != "kcp" and _month_is_over(payment, now):
        return Obstacle.PHONE_MONTH_OVER
    return None


def _month_is_over(payment: Payment, now: int) -> bool:
    paid, today = in_korea(payment.ordered_at), in_korea(now)
    return (paid.year, paid.month) != (today.year, today.month)


def _account_need(payment: Payment, now: int) -> AccountNeed | None:
    pg = payment.pg_provider
    needed = (
        payment.pay_method == "vbank"
        or (payment.pay_method == "phone" and pg == "kcp" and _month_is_over(payment, now))
        or (payment.pay_method == "trans" and pg in _TRANSFER_NEEDS_ACCOUNT)
    )
    return AccountNeed(bank_codes(pg), tel=pg in _NEEDS_TEL) if needed else None


def _payout(payment: Payment, account: AccountNeed | None) -> Payout:
    if account is None:
        return Payout.AT_ONCE
    return Payout.LATER if payment.pg_provider in _SLOW_PAYOUT else Payout.NEXT_BUSINESS_DAY
