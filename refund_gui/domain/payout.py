"""When a registered refund should reach the customer, in Korean business days (api-v1 §2.5).

No V1 read can confirm a payout: a date here is an expectation, never a fact.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from refund_gui.clock import in_korea
from refund_gui.domain.refund import Payout

BusinessDay = Callable[[date], bool]
"""Whether banks work on this day."""

_BY_HAND: Final = {"daou": 7}
"""Business days that a PG takes which pays refunds by hand (Kiwoom)."""

_WEEKLY: Final = frozenset({"mobilians"})
"""Pays on Thursdays what was asked for by Tuesday (KG Financial)."""

_TUESDAY, _THURSDAY, _WEEK = 1, 3, 7

ACCEPTED_DAYS: Final = 5
_SLOW_ACCEPTED_DAYS: Final = {"daou": 10}
"""Business days for which an accepted refund may be missing from the record (protocol: states)."""


def payout_due(
    payout: Payout, pg_provider: str, registered_at: int, is_business_day: BusinessDay
) -> date | None:
    """The day on which the PG should pay out; None when the money goes back at once.

    `registered_at` in unix seconds: when upstream recorded the refund.
    """
    registered = in_korea(registered_at).date()
    if payout is Payout.AT_ONCE:
        return None
    if pg_provider in _WEEKLY:
        return _on_business_day(_weekly_batch(registered), is_business_day)
    return after_business_days(registered, _BY_HAND.get(pg_provider, 1), is_business_day)


def is_overdue(accepted_at: int, now: int, pg_provider: str, is_business_day: BusinessDay) -> bool:
    """Whether an accepted refund should have been in upstream's record by now. Times in unix seconds."""
    days = _SLOW_ACCEPTED_DAYS.get(pg_provider, ACCEPTED_DAYS)
    last = after_business_days(in_korea(accepted_at).date(), days, is_business_day)
    return in_korea(now).date() > last


def after_business_days(day: date, count: int, is_business_day: BusinessDay) -> date:
    """The `count`-th business day after this day."""
    for _ in range(count):
        day = _on_business_day(day + timedelta(1), is_business_day)
    return day


def _on_business_day(day: date, is_business_day: BusinessDay) -> date:
    """This day, or the next on which banks work."""
    while not is_business_day(day):
        day += timedelta(1)
    return day


def _weekly_batch(registered: date) -> date:
    """This week's Thursday for what was asked for by its Tuesday, else the next week's."""
    thursday = registered + timedelta(_THURSDAY - registered.weekday())
    return thursday if registered.weekday() <= _TUESDAY else thursday + timedelta(_WEEK)
