"""What can stand against a refund: kinds of limits, how strong they are, and what a limit consists of.

The limits themselves are data: `limits_data.py`. What nobody has documented is no limit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from refund_gui.clock import in_korea
from refund_gui.domain.payment import Payment


class Strength(StrEnum):
    """How certain a limit is, and what it stops."""

    IMPOSSIBLE = "impossible"  # nothing can be refunded here: the button is dead
    NO_PART = "no_part"  # a part is certainly refused, the whole is not
    PROBABLY = "probably"  # a warning: it may be refused, or something has to be done besides
    INFORMATION = "information"


class Obstacle(StrEnum):
    """Why a payment cannot be refunded here at all. The first that applies is told."""

    UNKNOWN_CURRENCY = "unknown_currency"
    NOT_PAID_YET = "not_paid_yet"  # `ready`: there is nothing to give back
    NEVER_PAID = "never_paid"  # failed, or closed without a deposit
    FULLY_REFUNDED = "fully_refunded"
    NAVER_ORDER = "naver_order"  # naverco: only in its own console
    PROMOTION_TOUCHED = "promotion_touched"  # a promotion that was refunded in part: only in the console
    PART_LEFT = "part_left"  # only the whole goes back here, and a part of it went back outside
    PHONE_MONTH_OVER = "phone_month_over"  # phone: only in the payment's calendar month
    VBANK_NEVER = "vbank_never"  # this PG pays back no virtual account
    NIGHT = "night"  # not now: the PG's hours, see `possible_at`


class WholeOnly(StrEnum):
    """Why only the whole amount can be refunded here."""

    PROMOTION = "promotion"
    PHONE = "phone"
    VOUCHER = "voucher"
    PARTS_USED_UP = "parts_used_up"  # as many parts were refunded as the PG allows
    TEST = "test"  # a test payment of a PG that tests no parts


class PartCaution(StrEnum):
    """Why a part is probably refused."""

    PHONE = "part_phone"  # KCP does it on request
    VOUCHER = "part_voucher"
    ESCROW = "part_escrow"  # before the buyer has confirmed, which no record shows
    CARD_KIND = "part_card_kind"  # signs of an overseas, prepaid, gift or purchasing card
    LAST_PART = "part_last"  # one more part, then no other
    TEST = "part_test"  # NICE does not apply parts of test payments


class Caution(StrEnum):
    """What probably stands in the way, or has to be done besides."""

    PHONE_LAST_DAY = "phone_last_day"
    PHONE_LAST_DAY_TO_PHONE = "phone_last_day_to_phone"  # KCP: from tomorrow to a bank account only
    PHONE_NEXT_MONTH = "phone_next_month"  # KCP: to a bank account, with a contract
    REST_AFTER_PARTS = "rest_after_parts"
    DEADLINE_OVER = "deadline_over"
    ESCROW_BUYER = "escrow_buyer"  # Welcome: only if the buyer refuses the goods
    ESCROW_BANK = "escrow_bank"  # Inicis: a virtual account with escrow may go through Hana Bank
    DONE_AT_PG = "done_at_pg"  # the PG said that it was refunded already
    CASH_RECEIPT = "cash_receipt"  # is not cancelled with the refund
    TEST_VBANK = "test_vbank"
    TEST_CANCELLED_BY_PG = "test_cancelled_by_pg"


class Hint(StrEnum):
    """What is good to know."""

    DEADLINE_NEAR = "deadline_near"
    VBANK_CONTRACT = "vbank_contract"
    VBANK_FEE = "vbank_fee"
    PAID_WEEKLY = "paid_weekly"
    REAL_REASON = "real_reason"  # Naver Pay
    PARTS_BY_CONTRACT = "parts_by_contract"  # Welcome
    TEST_KEPT = "test_kept"  # really charged, and not returned by itself
    TEST_NOT_CHARGED = "test_not_charged"


Kind = Obstacle | WholeOnly | PartCaution | Caution | Hint

_STRENGTHS: Final[Mapping[type[Kind], Strength]] = {
    Obstacle: Strength.IMPOSSIBLE,
    WholeOnly: Strength.NO_PART,
    PartCaution: Strength.PROBABLY,
    Caution: Strength.PROBABLY,
    Hint: Strength.INFORMATION,
}


@dataclass(frozen=True, slots=True)
class Notice:
    """A limit that applies to one payment at one moment: data, the window has the words."""

    kind: Kind
    possible_at: int | None = None
    """Unix seconds from which on it no longer applies, where that is known."""
    day: date | None = None
    """The day in Korea that it speaks of: the deadline."""

    @property
    def strength(self) -> Strength:
        return _STRENGTHS[type(self.kind)]


@dataclass(frozen=True, slots=True)
class Case:
    """What limits look at. `now` in unix seconds; `refused_as_done`: a refusal said "already refunded"."""

    payment: Payment
    now: int
    refused_as_done: bool = False

    @property
    def today(self) -> date:
        return in_korea(self.now).date()

    @property
    def paid_on(self) -> date:
        return in_korea(self.payment.ordered_at).date()

    @property
    def parts(self) -> int:
        """Partial refunds so far, as upstream's record counts them."""
        return len(self.payment.cancellations)


def _always(case: Case) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Limit:
    """For payments of these methods and PGs (empty: any), when `when` says so."""

    kind: Kind
    source: str
    methods: frozenset[str] = frozenset()
    pgs: frozenset[str] = frozenset()
    except_pgs: frozenset[str] = frozenset()
    when: Callable[[Case], bool] = _always
    possible_at: Callable[[Case], int] | None = None
    day: Callable[[Case], date | None] | None = None

    def notice(self, case: Case) -> Notice | None:
        """What it says about this case, or None when it does not apply."""
        payment = case.payment
        applies = (
            (not self.methods or payment.pay_method in self.methods)
            and (not self.pgs or payment.pg_provider in self.pgs)
            and payment.pg_provider not in self.except_pgs
            and self.when(case)
        )
        if not applies:
            return None
        return Notice(
            self.kind,
            self.possible_at(case) if self.possible_at else None,
            self.day(case) if self.day else None,
        )
