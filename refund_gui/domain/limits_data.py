"""Every documented limit of PGs and methods, with its source. The first of a kind that applies is told."""

from datetime import date, timedelta
from typing import Final

from refund_gui.clock import in_korea
from refund_gui.domain.deadlines import deadline_of, ends_soon
from refund_gui.domain.limits import Case, Caution, Hint, Limit, Obstacle, PartCaution, WholeOnly
from refund_gui.domain.periods import first_second

KSNET_PARTS: Final = 9
"""Partial refunds of one payment."""

_NIGHT_BEGINS, _NIGHT_ENDS = 23, 6
"""KSNET pays back virtual accounts between these hours of Korea's day only."""

_CHECK_CARD: Final = 1
_CARD_SIGNS: Final = ("해외", "선불", "기프트", "구매전용")
"""In the card's name: overseas, prepaid, gift, corporate purchasing."""

_INICIS: Final = frozenset({"html5_inicis", "inicis", "inicis_unified"})
_KCP: Final = frozenset({"kcp", "kcp_billing", "kcp_quick"})
_DANAL: Final = frozenset({"danal", "danal_tpay"})
_NICE: Final = frozenset({"nice", "nice_v2"})
_KSNET: Final = frozenset({"ksnet"})
_WELCOME: Final = frozenset({"welcome"})
_SMARTRO_V2: Final = frozenset({"smartro_v2"})

_PHONE: Final = frozenset({"phone"})
_VBANK: Final = frozenset({"vbank"})
_CARD: Final = frozenset({"card"})
_VOUCHERS: Final = frozenset({"cultureland", "culturegift", "smartculture", "booknlife"})

_CHARGED_IN_TEST: Final = (
    _INICIS | _DANAL | _NICE | {"mobilians", "settle", "settle_acc", "smartro", "smartro_v2"}
)
_NOT_CHARGED_IN_TEST: Final = _KCP | {
    *("kakaopay", "kicc", "payco", "tosspay", "tosspay_v2", "toss_brandpay", "tosspayments"),
    *("eximbay", "paypal", "paypal_v2"),
}


def month_is_over(case: Case) -> bool:
    """Whether the payment's calendar month has ended in Korea."""
    return (case.paid_on.year, case.paid_on.month) != (case.today.year, case.today.month)


def _is_months_last_day(case: Case) -> bool:
    return not month_is_over(case) and (case.today + timedelta(days=1)).month != case.today.month


def _is_night(case: Case) -> bool:
    hour = in_korea(case.now).hour
    return hour >= _NIGHT_BEGINS or hour < _NIGHT_ENDS


def _night_ends_at(case: Case) -> int:
    evening = in_korea(case.now).hour >= _NIGHT_BEGINS
    return first_second(case.today + timedelta(days=evening)) + _NIGHT_ENDS * 3600


def _deadline(case: Case) -> date | None:
    """Of what has no calendar month: its last day, about."""
    payment = case.payment
    deadline = deadline_of(payment.pay_method, payment.pg_provider, payment.paid_at)
    return deadline.day if deadline and deadline.is_about else None


def _deadline_is_over(case: Case) -> bool:
    day = _deadline(case)
    return day is not None and day < case.today


def _deadline_is_near(case: Case) -> bool:
    payment = case.payment
    near = ends_soon(payment.pay_method, payment.pg_provider, payment.paid_at, case.now)
    return near and _deadline(case) is not None


def _has_card_sign(case: Case) -> bool:
    """Korean cards pay in won; a card's name tells some of the others."""
    payment = case.payment
    return payment.currency != "KRW" or any(sign in payment.card_name for sign in _CARD_SIGNS)


def _is_test(case: Case) -> bool:
    return case.payment.sandbox


def _is_real(case: Case) -> bool:
    return not case.payment.sandbox


def _is_kept(case: Case) -> bool:
    """Whether nobody but us gives a test payment's money back."""
    payment = case.payment
    by_kakao = payment.pg_provider == "smartro_v2" and payment.pay_method == "kakaopay"
    return payment.pg_provider == "paymentwall" or by_kakao


def _is_escrow(case: Case) -> bool:
    return case.payment.escrow


LIMITS: Final = (
    # Nothing can be refunded
    Limit(
        Obstacle.PHONE_MONTH_OVER,
        "api-v1 §2.5 Phone: the calendar month of the payment; KCP goes on to a bank account",
        methods=_PHONE,
        except_pgs=frozenset({"kcp"}),
        when=month_is_over,
    ),
    Limit(Obstacle.VBANK_NEVER, "api-v1 §2.5 Virtual account: Danal", methods=_VBANK, pgs=_DANAL),
    Limit(
        Obstacle.NIGHT,
        "api-v1 §2.5 ksnet: no virtual accounts 23:00-06:00",
        methods=_VBANK,
        pgs=_KSNET,
        when=_is_night,
        possible_at=_night_ends_at,
    ),
    # No part of it
    Limit(
        WholeOnly.PHONE,
        "api-v1 §2.5 Phone: no partial but Inicis, and KCP on request",
        methods=_PHONE,
        except_pgs=_INICIS | _KCP | {""},
    ),
    Limit(
        WholeOnly.VOUCHER,
        "api-v1 §2.5 Gift vouchers: tosspayments",
        methods=_VOUCHERS,
        pgs=frozenset({"tosspayments"}),
    ),
    Limit(
        WholeOnly.VOUCHER,
        "api-v1 §2.5 Gift vouchers: KG Financial's game voucher",
        methods=frozenset({"smartculture"}),
        pgs=frozenset({"mobilians"}),
    ),
    Limit(
        WholeOnly.VOUCHER,
        "api-v1 §2.5 Gift vouchers: Kiwoom's book and Smart vouchers",
        methods=frozenset({"booknlife", "smartculture"}),
        pgs=frozenset({"daou"}),
    ),
    Limit(
        WholeOnly.PARTS_USED_UP,
        "api-v1 §2.5 ksnet: at most nine partials",
        pgs=_KSNET,
        when=lambda case: case.parts >= KSNET_PARTS,
    ),
    Limit(WholeOnly.TEST, "api-v1 §2.5: Danal test, no partial", pgs=_DANAL, when=_is_test),
    Limit(
        WholeOnly.TEST,
        "api-v1 §2.5: smartro_v2 test, check cards full only",
        pgs=_SMARTRO_V2,
        when=lambda case: _is_test(case) and case.payment.card_type == _CHECK_CARD,
    ),
    # A part probably not
    Limit(PartCaution.PHONE, "api-v1 §2.5 Phone: KCP on request, contradicted", methods=_PHONE, pgs=_KCP),
    Limit(PartCaution.VOUCHER, "api-v1 §2.5 Partial: gift cards", methods=_VOUCHERS),
    Limit(
        PartCaution.ESCROW,
        "api-v1 §2.5 Escrow: not before confirmation",
        except_pgs=_WELCOME,  # has a rule of its own
        when=_is_escrow,
    ),
    Limit(
        PartCaution.CARD_KIND,
        "api-v1 §2.5 Partial: prepaid, gift, corporate purchasing, overseas cards",
        methods=_CARD,
        when=_has_card_sign,
    ),
    Limit(
        PartCaution.LAST_PART,
        "api-v1 §2.5 ksnet: at most nine partials",
        pgs=_KSNET,
        when=lambda case: case.parts == KSNET_PARTS - 1,
    ),
    Limit(PartCaution.TEST, "api-v1 §2.5: NICE test, partial not applied", pgs=_NICE, when=_is_test),
    # Probably not, or not alone
    Limit(
        Caution.PHONE_LAST_DAY,
        "api-v1 §2.5 Phone: the calendar month of the payment",
        methods=_PHONE,
        except_pgs=frozenset({"kcp"}),
        when=_is_months_last_day,
    ),
    Limit(
        Caution.PHONE_LAST_DAY_TO_PHONE,
        "api-v1 §2.5 Phone: KCP next month to a bank account",
        methods=_PHONE,
        pgs=frozenset({"kcp"}),
        when=_is_months_last_day,
    ),
    Limit(
        Caution.PHONE_NEXT_MONTH,
        "api-v1 §2.5 Phone: KCP next month to a bank account, by contract",
        methods=_PHONE,
        pgs=frozenset({"kcp"}),
        when=month_is_over,
    ),
    Limit(
        Caution.REST_AFTER_PARTS,
        "api-v1 §2.5 ksnet: at most nine partials; whether the rest counts as one is not said",
        pgs=_KSNET,
        when=lambda case: case.parts >= KSNET_PARTS,
    ),
    Limit(
        Caution.DEADLINE_OVER,
        "api-v1 §2.5 Deadlines",
        when=_deadline_is_over,
        day=_deadline,
    ),
    Limit(
        Caution.ESCROW_BUYER,
        "api-v1 §2.5 Escrow: Welcome only if the buyer refuses",
        pgs=_WELCOME,
        when=_is_escrow,
    ),
    Limit(
        Caution.ESCROW_BANK,
        "api-v1 §2.5 Escrow: Inicis 504747",
        methods=_VBANK,
        pgs=_INICIS,
        when=_is_escrow,
    ),
    Limit(
        Caution.DONE_AT_PG,
        "api-v1 §2.6: a refund in the PG's own console is not synced",
        when=lambda case: case.refused_as_done,
    ),
    Limit(
        Caution.CASH_RECEIPT,
        "api-v1 §2.5 ksnet: cash receipts are not cancelled with it",
        methods=frozenset({"trans", "vbank"}),
        pgs=_KSNET,
        when=lambda case: case.payment.cash_receipt_issued,
    ),
    Limit(Caution.TEST_VBANK, "api-v1 §6: not testable", methods=_VBANK, when=_is_test),
    Limit(
        Caution.TEST_CANCELLED_BY_PG,
        "api-v1 §2.6, §6: really charged, cancelled by the PG, still paid here",
        pgs=_CHARGED_IN_TEST,
        when=lambda case: _is_test(case) and not _is_kept(case),
    ),
    # Good to know
    Limit(Hint.DEADLINE_NEAR, "api-v1 §2.5 Deadlines", when=_deadline_is_near, day=_deadline),
    Limit(
        Hint.VBANK_CONTRACT,
        "api-v1 §2.5 Virtual account: a contract, but not on tosspayments",
        methods=_VBANK,
        except_pgs=frozenset({"tosspayments"}),
        when=_is_real,
    ),
    Limit(Hint.VBANK_FEE, "api-v1 §2.5 Virtual account: 300 won", methods=_VBANK, when=_is_real),
    Limit(
        Hint.PAID_WEEKLY,
        "api-v1 §2.5 Virtual account: KG Financial's Thursday",
        methods=_VBANK,
        pgs=frozenset({"mobilians"}),
    ),
    Limit(Hint.REAL_REASON, "api-v1 §2 reason, §2.5 naverpay", pgs=frozenset({"naverpay"})),
    Limit(Hint.PARTS_BY_CONTRACT, "api-v1 §2.5 welcome", pgs=_WELCOME),
    Limit(
        Hint.TEST_KEPT,
        "api-v1 §2.5 smartro_v2 test, §6 paymentwall",
        when=lambda case: _is_test(case) and _is_kept(case),
    ),
    Limit(Hint.TEST_NOT_CHARGED, "api-v1 §6", pgs=_NOT_CHARGED_IN_TEST, when=_is_test),
)
