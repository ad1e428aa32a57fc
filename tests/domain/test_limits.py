"""Each documented limit, from both sides of its border (api-v1 §2.5, §2.6, §6)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from refund_gui.clock import KOREA
from refund_gui.domain.limits import (
    Case,
    Caution,
    Hint,
    Kind,
    Notice,
    Obstacle,
    PartCaution,
    Strength,
    WholeOnly,
)
from refund_gui.domain.limits_data import LIMITS
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Cancellation, Payment, Promotion
from refund_gui.domain.request import PartNotAllowed, check_amount
from refund_gui.domain.rules import RefundRules, refund_rules
from tests.domain.made_up import entry, won

MakePayment = Callable[..., Payment]


def at(*parts: int) -> int:
    """A moment in Korea as unix seconds."""
    year, month, day, hour, minute, second = (*parts, *(12, 0, 0)[len(parts) - 3 :])
    return int(datetime(year, month, day, hour, minute, second, tzinfo=KOREA).timestamp())


NOW = at(2026, 11, 23)
PAID = at(2026, 11, 20)
DOLLARS: dict[str, Any] = {"amount": Money(1_000, "USD"), "cancel_amount": Money(0, "USD")}


def pg(pg_provider: str, pay_method: str = "card", **more: Any) -> dict[str, Any]:
    return {"pg_provider": pg_provider, "pay_method": pay_method, **more}


def parts(count: int) -> tuple[Cancellation, ...]:
    return tuple(entry(100, number) for number in range(count))


def told(
    make_payment: MakePayment,
    changes: dict[str, Any],
    now: int = NOW,
    entries: tuple[Cancellation, ...] = (),
    refused_as_done: bool = False,
) -> RefundRules:
    payment = replace(make_payment(*entries, paid_at=PAID), **changes)
    return refund_rules(payment, now, refused_as_done=refused_as_done)


def kinds(rules: RefundRules) -> list[Kind]:
    return [notice.kind for notice in rules.notices]


LAST_SECOND, MIDNIGHT = at(2026, 11, 30, 23, 59, 59), at(2026, 12, 1, 0)
TEST: dict[str, Any] = {"sandbox": True}

TIMES: list[tuple[Kind, dict[str, Any], int, bool]] = [
    (Obstacle.PHONE_MONTH_OVER, pg("danal", "phone"), LAST_SECOND, False),
    (Obstacle.PHONE_MONTH_OVER, pg("danal", "phone"), MIDNIGHT, True),
    (Obstacle.PHONE_MONTH_OVER, pg("html5_inicis", "phone"), MIDNIGHT, True),
    (Obstacle.PHONE_MONTH_OVER, pg("kcp", "phone"), MIDNIGHT, False),
    (Obstacle.PHONE_MONTH_OVER, pg("danal", "card"), MIDNIGHT, False),
    (Obstacle.PHONE_MONTH_OVER, pg("danal", "phone", paid_at=MIDNIGHT - 1), MIDNIGHT, True),
    (Obstacle.PHONE_MONTH_OVER, pg("danal", "phone", paid_at=MIDNIGHT), MIDNIGHT, False),
    (Obstacle.PHONE_MONTH_OVER, pg("danal", "phone", paid_at=at(2025, 11, 23)), NOW, True),
    (Caution.PHONE_LAST_DAY, pg("danal", "phone"), at(2026, 11, 29, 23, 59, 59), False),
    (Caution.PHONE_LAST_DAY, pg("danal", "phone"), at(2026, 11, 30, 0), True),
    (Caution.PHONE_LAST_DAY, pg("danal", "phone"), LAST_SECOND, True),
    (Caution.PHONE_LAST_DAY, pg("danal", "phone"), at(2026, 12, 31), False),
    (Caution.PHONE_LAST_DAY, pg("kcp", "phone"), LAST_SECOND, False),
    (Caution.PHONE_LAST_DAY, pg("danal", "phone", paid_at=at(2028, 2, 3)), at(2028, 2, 28), False),
    (Caution.PHONE_LAST_DAY, pg("danal", "phone", paid_at=at(2028, 2, 3)), at(2028, 2, 29), True),
    (Caution.PHONE_LAST_DAY_TO_PHONE, pg("kcp", "phone"), LAST_SECOND, True),
    (Caution.PHONE_LAST_DAY_TO_PHONE, pg("kcp", "phone"), MIDNIGHT, False),
    (Caution.PHONE_NEXT_MONTH, pg("kcp", "phone"), LAST_SECOND, False),
    (Caution.PHONE_NEXT_MONTH, pg("kcp", "phone"), MIDNIGHT, True),
    (Obstacle.NIGHT, pg("ksnet", "vbank"), at(2026, 11, 23, 22, 59, 59), False),
    (Obstacle.NIGHT, pg("ksnet", "vbank"), at(2026, 11, 23, 23), True),
    (Obstacle.NIGHT, pg("ksnet", "vbank"), at(2026, 11, 24, 0), True),
    (Obstacle.NIGHT, pg("ksnet", "vbank"), at(2026, 11, 24, 5, 59, 59), True),
    (Obstacle.NIGHT, pg("ksnet", "vbank"), at(2026, 11, 24, 6), False),
    (Obstacle.NIGHT, pg("ksnet", "card"), at(2026, 11, 23, 23), False),
    (Obstacle.NIGHT, pg("nice", "vbank"), at(2026, 11, 23, 23), False),
    (Caution.DEADLINE_OVER, pg("paypal_v2", "paypal", paid_at=at(2026, 1, 1)), at(2026, 6, 30, 23), False),
    (Caution.DEADLINE_OVER, pg("paypal_v2", "paypal", paid_at=at(2026, 1, 1)), at(2026, 7, 1, 0), True),
    (Caution.DEADLINE_OVER, pg("ksnet", "trans", paid_at=at(2026, 5, 23)), NOW, False),
    (Caution.DEADLINE_OVER, pg("ksnet", "trans", paid_at=at(2026, 5, 22)), NOW, True),
    (Caution.DEADLINE_OVER, pg("kakaopay", "card", paid_at=at(2025, 11, 23)), NOW, False),
    (Caution.DEADLINE_OVER, pg("kakaopay", "card", paid_at=at(2025, 11, 22)), NOW, True),
    (Caution.DEADLINE_OVER, pg("kakaopay", "point", paid_at=at(2021, 11, 23)), NOW, False),
    (Caution.DEADLINE_OVER, pg("kakaopay", "point", paid_at=at(2021, 11, 22)), NOW, True),
    (Caution.DEADLINE_OVER, pg("naverpay", "card", paid_at=at(2023, 11, 24)), NOW, False),
    (Caution.DEADLINE_OVER, pg("naverpay", "card", paid_at=at(2023, 11, 23)), NOW, True),
    (Caution.DEADLINE_OVER, pg("nice", "vbank", paid_at=at(2020, 1, 1)), NOW, False),
    (Caution.DEADLINE_OVER, pg("galaxia", "card", paid_at=0, started_at=PAID), NOW, False),
    (Hint.DEADLINE_NEAR, pg("paypal_v2", "paypal", paid_at=at(2026, 1, 1)), at(2026, 5, 30), False),
    (Hint.DEADLINE_NEAR, pg("paypal_v2", "paypal", paid_at=at(2026, 1, 1)), at(2026, 5, 31), True),
    (Hint.DEADLINE_NEAR, pg("paypal_v2", "paypal", paid_at=at(2026, 1, 1)), at(2026, 6, 30), True),
    (Hint.DEADLINE_NEAR, pg("paypal_v2", "paypal", paid_at=at(2026, 1, 1)), at(2026, 7, 1), False),
    (Hint.DEADLINE_NEAR, pg("danal", "phone"), LAST_SECOND, False),
]

WHATEVER_THE_TIME: list[tuple[Kind, dict[str, Any], bool]] = [
    (Obstacle.VBANK_NEVER, pg("danal", "vbank"), True),
    (Obstacle.VBANK_NEVER, pg("danal_tpay", "vbank"), True),
    (Obstacle.VBANK_NEVER, pg("danal", "trans"), False),
    (Obstacle.VBANK_NEVER, pg("nice", "vbank"), False),
    (WholeOnly.PHONE, pg("danal", "phone"), True),
    (WholeOnly.PHONE, pg("ksnet", "phone"), True),
    (WholeOnly.PHONE, pg("mobilians", "phone"), True),
    (WholeOnly.PHONE, pg("html5_inicis", "phone"), False),
    (WholeOnly.PHONE, pg("inicis", "phone"), False),
    (WholeOnly.PHONE, pg("inicis_unified", "phone"), False),
    (WholeOnly.PHONE, pg("kcp", "phone"), False),
    (WholeOnly.PHONE, pg("", "phone"), False),
    (WholeOnly.PHONE, pg("danal", "card"), False),
    (PartCaution.PHONE, pg("kcp", "phone"), True),
    (PartCaution.PHONE, pg("html5_inicis", "phone"), False),
    (WholeOnly.VOUCHER, pg("tosspayments", "culturegift"), True),
    (WholeOnly.VOUCHER, pg("tosspayments", "cultureland"), True),
    (WholeOnly.VOUCHER, pg("tosspayments", "smartculture"), True),
    (WholeOnly.VOUCHER, pg("tosspayments", "booknlife"), True),
    (WholeOnly.VOUCHER, pg("mobilians", "smartculture"), True),
    (WholeOnly.VOUCHER, pg("mobilians", "culturegift"), False),
    (WholeOnly.VOUCHER, pg("daou", "booknlife"), True),
    (WholeOnly.VOUCHER, pg("daou", "smartculture"), True),
    (WholeOnly.VOUCHER, pg("daou", "culturegift"), False),
    (WholeOnly.VOUCHER, pg("tosspayments", "card"), False),
    (PartCaution.VOUCHER, pg("mobilians", "culturegift"), True),
    (PartCaution.VOUCHER, pg("tosspayments", "culturegift"), False),
    (WholeOnly.TEST, pg("danal", **TEST), True),
    (WholeOnly.TEST, pg("danal"), False),
    (WholeOnly.TEST, pg("smartro_v2", card_type=1, **TEST), True),
    (WholeOnly.TEST, pg("smartro_v2", card_type=0, **TEST), False),
    (WholeOnly.TEST, pg("smartro_v2", card_type=None, **TEST), False),
    (WholeOnly.TEST, pg("smartro_v2", card_type=1), False),
    (PartCaution.TEST, pg("nice", **TEST), True),
    (PartCaution.TEST, pg("nice_v2", **TEST), True),
    (PartCaution.TEST, pg("nice"), False),
    (PartCaution.ESCROW, pg("kcp", escrow=True), True),
    (PartCaution.ESCROW, pg("kcp"), False),
    (PartCaution.ESCROW, pg("welcome", escrow=True), False),
    (PartCaution.CARD_KIND, pg("nice", card_name="해외비자"), True),
    (PartCaution.CARD_KIND, pg("nice", card_name="국민선불카드"), True),
    (PartCaution.CARD_KIND, pg("nice", card_name="신한기프트"), True),
    (PartCaution.CARD_KIND, pg("nice", **DOLLARS), True),
    (PartCaution.CARD_KIND, pg("nice", card_name="현대카드"), False),
    (PartCaution.CARD_KIND, pg("nice"), False),
    (PartCaution.CARD_KIND, pg("paypal_v2", "paypal", **DOLLARS), False),
    (Caution.ESCROW_BUYER, pg("welcome", escrow=True), True),
    (Caution.ESCROW_BUYER, pg("welcome"), False),
    (Caution.ESCROW_BUYER, pg("nice", escrow=True), False),
    (Caution.ESCROW_BANK, pg("html5_inicis", "vbank", escrow=True), True),
    (Caution.ESCROW_BANK, pg("html5_inicis", "vbank"), False),
    (Caution.ESCROW_BANK, pg("html5_inicis", "card", escrow=True), False),
    (Caution.CASH_RECEIPT, pg("ksnet", "trans", cash_receipt_issued=True), True),
    (Caution.CASH_RECEIPT, pg("ksnet", "vbank", cash_receipt_issued=True), True),
    (Caution.CASH_RECEIPT, pg("ksnet", "trans"), False),
    (Caution.CASH_RECEIPT, pg("nice", "trans", cash_receipt_issued=True), False),
    (Caution.TEST_VBANK, pg("nice", "vbank", **TEST), True),
    (Caution.TEST_VBANK, pg("nice", "vbank"), False),
    (Caution.TEST_CANCELLED_BY_PG, pg("html5_inicis", **TEST), True),
    (Caution.TEST_CANCELLED_BY_PG, pg("smartro_v2", **TEST), True),
    (Caution.TEST_CANCELLED_BY_PG, pg("smartro_v2", "kakaopay", **TEST), False),
    (Caution.TEST_CANCELLED_BY_PG, pg("html5_inicis"), False),
    (Caution.TEST_CANCELLED_BY_PG, pg("tosspayments", **TEST), False),
    (Hint.TEST_KEPT, pg("paymentwall", **TEST), True),
    (Hint.TEST_KEPT, pg("smartro_v2", "kakaopay", **TEST), True),
    (Hint.TEST_KEPT, pg("smartro_v2", "kakaopay"), False),
    (Hint.TEST_NOT_CHARGED, pg("tosspayments", **TEST), True),
    (Hint.TEST_NOT_CHARGED, pg("tosspayments"), False),
    (Hint.TEST_NOT_CHARGED, pg("html5_inicis", **TEST), False),
    (Hint.VBANK_CONTRACT, pg("kcp", "vbank"), True),
    (Hint.VBANK_CONTRACT, pg("tosspayments", "vbank"), False),
    (Hint.VBANK_CONTRACT, pg("kcp", "trans"), False),
    (Hint.VBANK_FEE, pg("tosspayments", "vbank"), True),
    (Hint.VBANK_FEE, pg("tosspayments", "trans"), False),
    (Hint.VBANK_FEE, pg("tosspayments", "vbank", **TEST), False),
    (Hint.VBANK_CONTRACT, pg("kcp", "vbank", **TEST), False),
    (Hint.PAID_WEEKLY, pg("mobilians", "vbank"), True),
    (Hint.PAID_WEEKLY, pg("mobilians", "phone"), False),
    (Hint.REAL_REASON, pg("naverpay"), True),
    (Hint.REAL_REASON, pg("kakaopay"), False),
    (Hint.PARTS_BY_CONTRACT, pg("welcome"), True),
    (Hint.PARTS_BY_CONTRACT, pg("nice"), False),
]


@pytest.mark.parametrize(("kind", "changes", "now", "applies"), TIMES)
def test_limits_that_begin_and_end(
    make_payment: MakePayment, kind: Kind, changes: dict[str, Any], now: int, applies: bool
) -> None:
    assert (kind in kinds(told(make_payment, changes, now))) is applies


@pytest.mark.parametrize(("kind", "changes", "applies"), WHATEVER_THE_TIME)
def test_limits_of_pgs_and_methods(
    make_payment: MakePayment, kind: Kind, changes: dict[str, Any], applies: bool
) -> None:
    assert (kind in kinds(told(make_payment, changes))) is applies


@pytest.mark.parametrize(
    ("made", "method", "expected"),
    [
        (7, "card", []),
        (8, "card", [PartCaution.LAST_PART]),
        (9, "card", [WholeOnly.PARTS_USED_UP, Caution.REST_AFTER_PARTS]),
        (10, "trans", [WholeOnly.PARTS_USED_UP, Caution.REST_AFTER_PARTS]),
    ],
)
def test_ksnet_allows_nine_parts(
    make_payment: MakePayment, made: int, method: str, expected: list[Kind]
) -> None:
    assert kinds(told(make_payment, pg("ksnet", method), entries=parts(made))) == expected
    assert kinds(told(make_payment, pg("nice", method), entries=parts(made))) == []


def test_the_tenth_part_is_refused_and_the_rest_can_be_tried(make_payment: MakePayment) -> None:
    payment = make_payment(*parts(9), **pg("ksnet", paid_at=PAID))
    rules = refund_rules(payment, NOW)
    with pytest.raises(PartNotAllowed) as refused:
        check_amount(won(100), payment, rules)
    assert refused.value.limit == payment.balance
    check_amount(payment.balance, payment, rules)
    ninth = make_payment(*parts(8), **pg("ksnet", paid_at=PAID))
    check_amount(won(100), ninth, refund_rules(ninth, NOW))


@pytest.mark.parametrize("hour", [23, 0, 5])
def test_after_the_night_it_is_possible_again(make_payment: MakePayment, hour: int) -> None:
    now = at(2026, 11, 30, 23) if hour == 23 else at(2026, 12, 1, hour, 30)
    rules = told(make_payment, pg("ksnet", "vbank"), now)
    assert rules.possible_at == at(2026, 12, 1, 6)
    assert told(make_payment, pg("ksnet", "vbank"), at(2026, 12, 1, 6)).possible_at is None


def test_a_refusal_as_already_refunded_is_a_sign(make_payment: MakePayment) -> None:
    assert kinds(told(make_payment, {}, refused_as_done=True)) == [Caution.DONE_AT_PG]
    assert kinds(told(make_payment, {})) == []


def test_the_deadline_is_told_with_its_day(make_payment: MakePayment) -> None:
    rules = told(make_payment, {"paid_at": at(2025, 11, 1)})
    assert rules.notices == (Notice(Caution.DEADLINE_OVER, day=date(2026, 11, 1)),)


def test_an_obstacle_stands_alone(make_payment: MakePayment) -> None:
    assert kinds(told(make_payment, pg("danal", "vbank", **TEST))) == [Obstacle.VBANK_NEVER]
    unpaid = told(make_payment, pg("nice", "vbank", status="ready", paid_at=0))
    assert kinds(unpaid) == [Obstacle.NOT_PAID_YET]
    assert (unpaid.obstacle, unpaid.possible_at) == (Obstacle.NOT_PAID_YET, None)


def test_one_reason_against_parts_is_enough(make_payment: MakePayment) -> None:
    rules = told(make_payment, pg("danal", "phone", escrow=True, **TEST))
    assert kinds(rules) == [WholeOnly.PHONE, Caution.TEST_CANCELLED_BY_PG]
    promotion = Promotion("promo_1", won(1_000))
    assert kinds(told(make_payment, pg("danal", "phone", promotion=promotion))) == [WholeOnly.PROMOTION]


def test_what_nobody_documented_says_nothing(make_payment: MakePayment) -> None:
    for method in ("card", "trans", "newpay"):
        for provider in ("galaxia", "kpn", "newpg", ""):
            assert told(make_payment, pg(provider, method)).notices == ()


def test_only_what_is_certain_stops_anything(make_payment: MakePayment) -> None:
    strengths: dict[Kind, Strength] = {
        Obstacle.NIGHT: Strength.IMPOSSIBLE,
        WholeOnly.PHONE: Strength.NO_PART,
        PartCaution.PHONE: Strength.PROBABLY,
        Caution.CASH_RECEIPT: Strength.PROBABLY,
        Hint.VBANK_FEE: Strength.INFORMATION,
    }
    assert {kind: Notice(kind).strength for kind in strengths} == strengths
    doubtful = told(make_payment, pg("welcome", "trans", escrow=True, paid_at=at(2020, 1, 1), **TEST))
    assert (doubtful.obstacle, doubtful.whole_only) == (None, None)
    assert doubtful.notices


def test_every_limit_has_a_source_and_both_sides_of_its_border_here() -> None:
    assert all(limit.source.startswith("api-v1 §") for limit in LIMITS)
    sides = {(kind, applies) for kind, _, _, applies in TIMES}
    sides |= {(kind, applies) for kind, _, applies in WHATEVER_THE_TIME}
    counted = {WholeOnly.PARTS_USED_UP, PartCaution.LAST_PART, Caution.REST_AFTER_PARTS, Caution.DONE_AT_PG}
    tested = {kind for kind, _ in sides if {(kind, True), (kind, False)} <= sides} | counted
    assert {limit.kind for limit in LIMITS} == tested


def test_no_two_kinds_are_written_alike() -> None:
    every = [kind.value for group in (Obstacle, WholeOnly, PartCaution, Caution, Hint) for kind in group]
    assert len(set(every)) == len(every)


def test_other_notices_allow_the_same(make_payment: MakePayment) -> None:
    phone = pg("danal", "phone")
    before, last_day, over = (told(make_payment, phone, now) for now in (NOW, LAST_SECOND, MIDNIGHT))
    assert before != last_day
    assert last_day.allows_as(before)
    assert not over.allows_as(last_day)


def test_a_case_tells_days_in_korea(make_payment: MakePayment) -> None:
    case = Case(replace(make_payment(), paid_at=MIDNIGHT - 1), MIDNIGHT)
    assert (case.paid_on, case.today) == (date(2026, 11, 30), date(2026, 12, 1))
