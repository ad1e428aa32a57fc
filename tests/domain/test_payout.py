"""When the customer should have the money (api-v1 §2.5; protocol: payout, ACCEPTED)."""

from datetime import date, datetime

import pytest

from refund_gui.clock import KOREA
from refund_gui.domain.payout import after_business_days, is_overdue, payout_due
from refund_gui.domain.refund import Payout

CLOSED = {date(2026, 12, 25)}


def is_business_day(day: date) -> bool:
    return day.weekday() < 5 and day not in CLOSED


def at(month: int, day: int, hour: int = 12) -> int:
    return int(datetime(2026, month, day, hour, tzinfo=KOREA).timestamp())


@pytest.mark.parametrize(
    ("registered", "expected"),
    [
        (at(12, 2), date(2026, 12, 3)),
        (at(12, 2, 23), date(2026, 12, 3)),
        (at(12, 3, 0), date(2026, 12, 4)),
        (at(12, 4), date(2026, 12, 7)),
        (at(12, 24), date(2026, 12, 28)),
    ],
)
def test_a_virtual_account_is_paid_on_the_next_business_day(registered: int, expected: date) -> None:
    assert payout_due(Payout.NEXT_BUSINESS_DAY, "kcp", registered, is_business_day) == expected


def test_what_goes_back_at_once_has_no_date() -> None:
    assert payout_due(Payout.AT_ONCE, "kcp", at(12, 2), is_business_day) is None


def test_kiwoom_takes_seven_business_days() -> None:
    assert payout_due(Payout.LATER, "daou", at(12, 2), is_business_day) == date(2026, 12, 11)


@pytest.mark.parametrize(
    ("registered", "expected"),
    [
        (at(12, 1), date(2026, 12, 3)),  # Tuesday: this week's Thursday
        (at(12, 2), date(2026, 12, 10)),  # Wednesday: the next
        (at(12, 6), date(2026, 12, 10)),  # Sunday: asked for before Tuesday
    ],
)
def test_kg_financial_pays_on_thursdays(registered: int, expected: date) -> None:
    assert payout_due(Payout.LATER, "mobilians", registered, is_business_day) == expected


def test_a_thursday_that_is_a_holiday_moves_on() -> None:
    def no_thursday(day: date) -> bool:
        return day.weekday() not in {3, 5, 6}

    assert payout_due(Payout.LATER, "mobilians", at(12, 1), no_thursday) == date(2026, 12, 4)


def test_business_days_are_counted_from_the_day_after() -> None:
    assert after_business_days(date(2026, 12, 23), 2, is_business_day) == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("pg_provider", "now", "expected"),
    [
        ("paypal_v2", at(12, 9, 23), False),  # the fifth business day after Wednesday 2 December
        ("paypal_v2", at(12, 10, 0), True),
        ("daou", at(12, 16, 23), False),
        ("daou", at(12, 17, 0), True),
        ("paypal_v2", at(11, 1), False),  # a clock that was set back
    ],
)
def test_an_accepted_refund_is_overdue(pg_provider: str, now: int, expected: bool) -> None:
    assert is_overdue(at(12, 2), now, pg_provider, is_business_day) is expected
