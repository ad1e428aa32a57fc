"""Periods in whole Korean days."""

from datetime import date

import pytest

from refund_gui.domain.periods import Period, days_of, first_second, last_second
from tests.practice.shop_kit import NOW, korean_time

TODAY = date(2025, 11, 18)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period.TODAY, TODAY, TODAY),
        (Period.YESTERDAY, date(2025, 11, 17), date(2025, 11, 17)),
        (Period.WEEK, date(2025, 11, 12), TODAY),
        (Period.MONTH, date(2025, 10, 20), TODAY),
        (Period.QUARTER, date(2025, 8, 21), TODAY),
        (Period.THIS_MONTH, date(2025, 11, 1), TODAY),
        (Period.LAST_MONTH, date(2025, 10, 1), date(2025, 10, 31)),
        (Period.THIS_YEAR, date(2025, 1, 1), TODAY),
        (Period.LAST_YEAR, date(2024, 1, 1), date(2024, 12, 31)),
        (Period.THIS_WEEK, date(2025, 11, 17), TODAY),
        (Period.LAST_WEEK, date(2025, 11, 10), date(2025, 11, 16)),
    ],
)
def test_days(period: Period, first: date, last: date) -> None:
    assert days_of(period, NOW) == (first, last)


def test_the_month_before_january() -> None:
    now = korean_time(2026, 1, 31, 0, 0)
    assert days_of(Period.LAST_MONTH, now) == (date(2025, 12, 1), date(2025, 12, 31))


def test_a_day_begins_and_ends_in_korea() -> None:
    assert first_second(TODAY) == korean_time(2025, 11, 18, 0, 0)
    assert last_second(TODAY) == korean_time(2025, 11, 18, 23, 59) + 59
    assert days_of(Period.TODAY, first_second(TODAY)) == (TODAY, TODAY)
    assert days_of(Period.TODAY, first_second(TODAY) - 1)[0] == date(2025, 11, 17)
