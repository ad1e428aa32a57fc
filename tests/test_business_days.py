"""Korean bank days: weekends, lunar holidays and their substitutes, 1 May."""

from datetime import date

import pytest

from refund_gui.business_days import KoreanBusinessDays


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        (date(2026, 12, 3), True),
        (date(2026, 12, 5), False),  # Saturday
        (date(2026, 12, 25), False),
        (date(2026, 2, 16), False),  # the day before the lunar new year
        (date(2026, 2, 19), True),
        (date(2026, 5, 1), False),  # banks only
        (date(2026, 5, 25), False),  # in place of a holiday on a Sunday
        (date(2026, 9, 25), False),  # Chuseok
        (date(2027, 1, 4), True),
    ],
)
def test_days(day: date, is_open: bool) -> None:
    assert KoreanBusinessDays()(day) is is_open
