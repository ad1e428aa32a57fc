"""What a PG, pay method and date allow for one payment (api-v1 §2, §2.5; protocol rules 12 and 14)."""

from dataclasses import dataclass
from typing import Final

from refund_gui.domain.banks import BankCodes, bank_codes
from refund_gui.domain.limits import Case, Kind, Notice, PartCaution
from refund_gui.domain.limits import Obstacle as Obstacle
from refund_gui.domain.limits import WholeOnly as WholeOnly
from refund_gui.domain.limits_data import LIMITS, month_is_over
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Payout

_TRANSFER_NEEDS_ACCOUNT: Final = frozenset({"smartro_v2", "welcome"})
_NEEDS_TEL: Final = frozenset({"smartro", "smartro_v2", "welcome"})
_WHOLE_ALWAYS: Final = frozenset({WholeOnly.PHONE, WholeOnly.VOUCHER, WholeOnly.TEST})
"""Not because of the parts that went before."""
_SLOW_PAYOUT: Final = frozenset({"daou", "mobilians"})


@dataclass(frozen=True, slots=True)
class AccountNeed:
    """What the customer's account must hold: always bank, number and holder."""

    codes: BankCodes
    tel: bool


@dataclass(frozen=True, slots=True)
class RefundRules:
    """What may be refunded of one payment at one moment."""

    refundable: Money
    account: AccountNeed | None
    payout: Payout
    notices: tuple[Notice, ...]
    """What stands against it or is good to know, strongest first; an obstacle stands alone."""

    @property
    def obstacle(self) -> Obstacle | None:
        """Why nothing can be refunded here."""
        return next((one.kind for one in self.notices if isinstance(one.kind, Obstacle)), None)

    @property
    def possible_at(self) -> int | None:
        """When the obstacle goes by itself, in unix seconds, where that is known."""
        return next((one.possible_at for one in self.notices if isinstance(one.kind, Obstacle)), None)

    @property
    def whole_only(self) -> WholeOnly | None:
        """Why only the whole amount can be refunded here."""
        return next((one.kind for one in self.notices if isinstance(one.kind, WholeOnly)), None)

    def allows_as(self, before: "RefundRules") -> bool:
        """Whether what was right to ask for under other rules still is: at most the notices differ."""
        return (self.obstacle, self.whole_only, self.account) == (
            before.obstacle,
            before.whole_only,
            before.account,
        )


def refund_rules(
    payment: Payment, now: int, unrecorded: Money | None = None, refused_as_done: bool = False
) -> RefundRules:
    """The rules for this payment at `now` (unix seconds).

    `unrecorded`: what was refunded although upstream's record does not show it (`domain/outside.py`).
    `refused_as_done`: an earlier refund was refused as already made.
    """
    case = Case(payment, now, refused_as_done)
    account = _account_need(case)
    refundable = payment.balance - unrecorded if unrecorded else payment.balance
    return RefundRules(refundable, account, _payout(payment, account), _notices(case, refundable))


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


def _notices(case: Case, refundable: Money) -> tuple[Notice, ...]:
    if obstacle := _obstacle(case.payment, refundable):
        return (Notice(obstacle),)
    told: dict[Kind, Notice] = {}
    if case.payment.promotion:
        told[WholeOnly.PROMOTION] = Notice(WholeOnly.PROMOTION)
    for limit in LIMITS:
        notice = limit.notice(case)
        if notice is None:
            continue
        if isinstance(notice.kind, Obstacle):
            return (notice,)
        if notice.kind in _WHOLE_ALWAYS and refundable != case.payment.balance:
            return (Notice(Obstacle.PART_LEFT),)
        needless = isinstance(notice.kind, WholeOnly | PartCaution) and any(
            isinstance(kind, WholeOnly) for kind in told
        )
        if not needless:  # one reason why no part is refunded is enough
            told.setdefault(notice.kind, notice)
    return tuple(told.values())


def _obstacle(payment: Payment, refundable: Money) -> Obstacle | None:
    """What needs neither PG nor clock to be known, and comes first."""
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
    if payment.promotion and (not payment.is_untouched or refundable != payment.balance):
        return Obstacle.PROMOTION_TOUCHED
    return None


def _account_need(case: Case) -> AccountNeed | None:
    pg, method = case.payment.pg_provider, case.payment.pay_method
    needed = (
        method == "vbank"
        or (method == "phone" and pg == "kcp" and month_is_over(case))
        or (method == "trans" and pg in _TRANSFER_NEEDS_ACCOUNT)
    )
    return AccountNeed(bank_codes(pg), tel=pg in _NEEDS_TEL) if needed else None


def _payout(payment: Payment, account: AccountNeed | None) -> Payout:
    if account is None:
        return Payout.AT_ONCE
    return Payout.LATER if payment.pg_provider in _SLOW_PAYOUT else Payout.NEXT_BUSINESS_DAY
