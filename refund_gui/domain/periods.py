"""Periods as a shop counts them: whole days in Korea."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from refund_gui.clock import KOREA, in_korea

_DAY: Final = timedelta(days=1)


class Period(StrEnum):
    """What a list may be narrowed to. The numbered ones are days, today included."""

    TODAY = "1"
    YESTERDAY = "yesterday"
    WEEK = "7"
    MONTH = "30"
    QUARTER = "90"
    THIS_WEEK = "this_week"  # from Monday
    LAST_WEEK = "last_week"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"


def days_of(period: Period, now: int) -> tuple[date, date]:
    """The period's first and last day; `now` in unix seconds."""
    today = in_korea(now).date()
    match period:
        case Period.YESTERDAY:
            return today - _DAY, today - _DAY
        case Period.THIS_WEEK:
            return today - today.weekday() * _DAY, today
        case Period.LAST_WEEK:
            last = today - (today.weekday() + 1) * _DAY
            return last - 6 * _DAY, last
        case Period.THIS_MONTH:
            return today.replace(day=1), today
        case Period.LAST_MONTH:
            last = today.replace(day=1) - _DAY
            return last.replace(day=1), last
        case Period.THIS_YEAR:
            return today.replace(month=1, day=1), today
        case Period.LAST_YEAR:
            return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
        case _:
            return today - (int(period) - 1) * _DAY, today


def first_second(day: date) -> int:
    """Unix seconds of the day's midnight in Korea."""
    return int(datetime.combine(day, time.min, KOREA).timestamp())


def last_second(day: date) -> int:
    """Unix seconds of the day's last second in Korea."""
    return first_second(day) + 86_399
