"""What PG, pay method and date allow (api-v1 §2.5, §5)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from refund_gui.clock import KOREA
from refund_gui.domain.banks import BANKS, BankCodes, bank_codes, banks_of, code_for
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment, Promotion
from refund_gui.domain.refund import Payout
from refund_gui.domain.rules import Obstacle, WholeOnly, answers_before_acting, refund_rules
from tests.domain.made_up import entry, won

MakePayment = Callable[..., Payment]
SHINHAN = next(bank for bank in BANKS if bank.code == "088")


def at(year: int, month: int, day: int, hour: int = 12) -> int:
    return int(datetime(year, month, day, hour, tzinfo=KOREA).timestamp())


NOW = at(2026, 11, 23)


@pytest.mark.parametrize(
    ("pg", "code"),
    [
        ("html5_inicis", "88"),
        ("kcp", "BK88"),
        ("tosspayments", "088"),
        ("danal", "088"),
        ("nice", "088"),
        ("kicc", "088"),
        ("smartro", "088"),
        ("settle", "088"),
        ("nice_v2", "088"),
        ("welcome", "088"),
        ("daou", "10"),
        ("ksnet", None),
        ("smartro_v2", None),
    ],
)
def test_each_pg_has_its_own_bank_code(pg: str, code: str | None) -> None:
    assert code_for(SHINHAN, pg) == code
    assert (bank_codes(pg) is BankCodes.TYPED) == (code is None)


def test_bank_codes_are_unique_in_every_form() -> None:
    counts = {"html5_inicis": 22, "kcp": 22, "nice": 22, "nice_v2": 12, "welcome": 12, "daou": 9}
    for pg, count in counts.items():
        codes = [code_for(bank, pg) for bank in banks_of(pg)]
        assert len(set(codes)) == len(banks_of(pg)) == count
    assert all(len(bank.code) == 3 and bank.code.isdigit() for bank in BANKS)


@pytest.mark.parametrize(
    ("pg", "codes"),
    [
        ("daou", "04 10 09 12 08 03 31 11 15"),
        ("nice_v2", "004 088 020 081 011 003 089 071 023 031 032 034"),
        ("welcome", "004 088 020 081 003 089 031 032 034 037 039 007"),
    ],
)
def test_only_banks_of_the_pgs_own_table_are_offered(pg: str, codes: str) -> None:
    assert [code_for(bank, pg) for bank in banks_of(pg)] == codes.split()


def test_kiwooms_codes_are_other_banks_at_inicis() -> None:
    """api-v1 §5: 11 is SC at Kiwoom and NongHyup at Inicis, 12 Hana and Chukhyup, 31 the post and Daegu."""
    by_code = {code_for(bank, "daou"): bank.code for bank in banks_of("daou")}
    assert [by_code[code] for code in ("11", "12", "31")] == ["023", "081", "071"]
    by_code = {code_for(bank, "inicis"): bank.code for bank in banks_of("inicis")}
    assert [by_code[code] for code in ("11", "12", "31")] == ["011", "012", "031"]


def test_where_no_table_is_known_any_bank_can_be_named() -> None:
    assert banks_of("ksnet") == banks_of("nice") == BANKS


@pytest.mark.parametrize(
    ("changes", "obstacle"),
    [
        ({}, None),
        ({"status": "ready", "paid_at": 0}, Obstacle.NOT_PAID_YET),
        ({"status": "failed", "paid_at": 0}, Obstacle.NEVER_PAID),
        ({"status": "cancelled", "paid_at": 0}, Obstacle.NEVER_PAID),
        ({"cancel_amount": won(10_000)}, Obstacle.FULLY_REFUNDED),
        ({"pg_provider": "naverco"}, Obstacle.NAVER_ORDER),
    ],
)
def test_obstacles(make_payment: MakePayment, changes: dict[str, object], obstacle: Obstacle | None) -> None:
    assert refund_rules(make_payment(**changes), NOW).obstacle is obstacle


def test_an_unknown_currency_is_not_refunded_here(make_payment: MakePayment) -> None:
    payment = replace(make_payment(), amount=Money(1, "XXX"), cancel_amount=Money(0, "XXX"))
    assert refund_rules(payment, NOW).obstacle is Obstacle.UNKNOWN_CURRENCY


@pytest.mark.parametrize(
    ("paid", "now", "pg", "obstacle", "needs_account"),
    [
        (at(2026, 11, 1, 0), at(2026, 11, 30, 23), "danal", None, False),
        (at(2026, 10, 31, 23), at(2026, 11, 1, 0), "danal", Obstacle.PHONE_MONTH_OVER, False),
        (at(2025, 11, 23), at(2026, 11, 23), "danal", Obstacle.PHONE_MONTH_OVER, False),
        (at(2026, 10, 31, 23), at(2026, 11, 1, 0), "kcp", None, True),
        (at(2026, 11, 1, 0), at(2026, 11, 2), "kcp", None, False),
    ],
)
def test_phone_only_in_its_calendar_month_in_korea(
    make_payment: MakePayment, paid: int, now: int, pg: str, obstacle: Obstacle | None, needs_account: bool
) -> None:
    rules = refund_rules(make_payment(pay_method="phone", pg_provider=pg, paid_at=paid), now)
    assert rules.obstacle is obstacle
    assert (rules.account is not None) is needs_account


@pytest.mark.parametrize(
    ("method", "pg", "codes", "tel", "payout"),
    [
        ("vbank", "html5_inicis", BankCodes.LAST_TWO, False, Payout.NEXT_BUSINESS_DAY),
        ("vbank", "smartro", BankCodes.KFTC, True, Payout.NEXT_BUSINESS_DAY),
        ("vbank", "daou", BankCodes.DAOU, False, Payout.LATER),
        ("trans", "smartro_v2", BankCodes.TYPED, True, Payout.NEXT_BUSINESS_DAY),
        ("trans", "welcome", BankCodes.KFTC, True, Payout.NEXT_BUSINESS_DAY),
        ("trans", "nice", None, False, Payout.AT_ONCE),
        ("card", "kcp", None, False, Payout.AT_ONCE),
    ],
)
def test_who_needs_an_account(
    make_payment: MakePayment, method: str, pg: str, codes: BankCodes | None, tel: bool, payout: Payout
) -> None:
    rules = refund_rules(make_payment(pay_method=method, pg_provider=pg), NOW)
    assert rules.payout is payout
    assert (rules.account.codes if rules.account else None) is codes
    assert (rules.account is not None and rules.account.tel) is tel


def test_a_promotion_goes_back_whole_or_in_the_console(make_payment: MakePayment) -> None:
    promotion = Promotion("promo_1", won(1_000))
    assert refund_rules(make_payment(promotion=promotion), NOW).whole_only is WholeOnly.PROMOTION
    touched = refund_rules(make_payment(entry(1_000), promotion=promotion), NOW)
    assert touched.obstacle is Obstacle.PROMOTION_TOUCHED


@pytest.mark.parametrize(
    ("pg", "method", "later"),
    [
        ("paypal_v2", "paypal", True),
        ("kicc", "wechat", True),
        ("kicc", "card", False),
        ("smartro_v2", "vbank", True),
        ("smartro_v2", "card", False),
        ("html5_inicis", "vbank", False),
    ],
)
def test_who_answers_before_acting(make_payment: MakePayment, pg: str, method: str, later: bool) -> None:
    assert answers_before_acting(make_payment(pg_provider=pg, pay_method=method)) is later
