"""Until when a payment can be refunded, as far as the documents tell (api-v1 §2.5: Phone, Deadlines)."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Final

from refund_gui.clock import in_korea
from refund_gui.domain.listing import PaidWithin
from refund_gui.domain.periods import first_second, last_second


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day in Korea. `is_about`: the PG or the card's issuer may have another one."""

    day: date
    is_about: bool


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """For payments of these methods and PGs (empty: any). The first rule that applies counts."""

    last_day: Callable[[date], date]
    """Of a payment that was paid on that day; later for later days."""
    soon: int
    """Days before the last one from which on it ends soon."""
    is_about: bool
    methods: frozenset[str] = frozenset()
    pgs: frozenset[str] = frozenset()

    def applies(self, pay_method: str, pg_provider: str) -> bool:
        return (not self.methods or pay_method in self.methods) and (not self.pgs or pg_provider in self.pgs)


def _month_end(paid: date) -> date:
    return paid.replace(day=monthrange(paid.year, paid.month)[1])


def _months_later(months: int, paid: date) -> date:
    years, month = divmod(paid.month - 1 + months, 12)
    year, month = paid.year + years, month + 1
    return date(year, month, min(paid.day, monthrange(year, month)[1]))


def _days_later(days: int, paid: date) -> date:
    return paid + timedelta(days=days)


_WEEK: Final = 7
"""The month's last week: before it, every phone payment of the month would end soon."""
_MONTH: Final = 30
"""Goods are on their way back for weeks, and these deadlines are not known to the day."""

RULES: Final = (
    # Also KCP's, whose next month's refunds to a bank account need a contract of their own.
    DeadlineRule(_month_end, _WEEK, False, methods=frozenset({"phone"})),
    DeadlineRule(
        partial(_months_later, 6),
        _MONTH,
        True,
        methods=frozenset({"card", "trans", "vbank"}),
        pgs=frozenset({"ksnet"}),
    ),
    DeadlineRule(partial(_days_later, 180), _MONTH, True, pgs=frozenset({"paypal", "paypal_v2"})),
    DeadlineRule(partial(_days_later, 1095), _MONTH, True, pgs=frozenset({"naverpay"})),
    DeadlineRule(partial(_months_later, 12), _MONTH, True, methods=frozenset({"card"})),
    # KakaoPay money reads as `point`; by card it is a card's year, and `kakaopay` may be either.
    DeadlineRule(
        partial(_months_later, 60), _MONTH, True, methods=frozenset({"point"}), pgs=frozenset({"kakaopay"})
    ),
)
_LONGEST: Final = timedelta(days=5 * 366)


def deadline_of(pay_method: str, pg_provider: str, paid_at: int) -> Deadline | None:
    """The deadline of what was paid at `paid_at` (unix seconds); None where none is known."""
    rule = _rule_of(pay_method, pg_provider)
    if rule is None or not paid_at:
        return None
    return Deadline(rule.last_day(in_korea(paid_at).date()), rule.is_about)


def ends_soon(pay_method: str, pg_provider: str, paid_at: int, now: int) -> bool:
    """Whether its deadline is near at `now` (unix seconds), and not over."""
    rule = _rule_of(pay_method, pg_provider)
    if rule is None or not paid_at:
        return False
    left = rule.last_day(in_korea(paid_at).date()) - in_korea(now).date()
    return 0 <= left.days <= rule.soon


def ending_soon(now: int) -> tuple[PaidWithin, ...]:
    """When payments were paid whose deadline is near at `now` (unix seconds), and not over."""
    today = in_korea(now).date()
    windows = []
    for place, rule in enumerate(RULES):
        days = _days_paid(rule, today)
        if days is not None:
            since, until = first_second(days[0]), last_second(days[1])
            windows.append(PaidWithin(since, until, rule.methods, rule.pgs, _earlier_pgs(place)))
    return tuple(windows)


def _rule_of(pay_method: str, pg_provider: str) -> DeadlineRule | None:
    return next((rule for rule in RULES if rule.applies(pay_method, pg_provider)), None)


def _earlier_pgs(place: int) -> frozenset[str]:
    """PGs with a rule of their own before that of any PG."""
    if RULES[place].pgs:
        return frozenset()
    return frozenset[str]().union(*(rule.pgs for rule in RULES[:place]))


def _days_paid(rule: DeadlineRule, today: date) -> tuple[date, date] | None:
    """The first and the last day on which payments were paid that end soon now."""
    days = range((today - _LONGEST).toordinal(), today.toordinal() + 1)

    def last_day(ordinal: int) -> date:
        return rule.last_day(date.fromordinal(ordinal))

    first = bisect_left(days, today, key=last_day)
    behind = bisect_right(days, today + timedelta(days=rule.soon), key=last_day)
    if first == behind:
        return None
    return date.fromordinal(days[first]), date.fromordinal(days[behind - 1])
