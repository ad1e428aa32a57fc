"""Deadlines of refunds, and which payments' are near."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refund_gui.clock import KOREA, in_korea
from refund_gui.domain.deadlines import RULES, Deadline, deadline_of, ending_soon, ends_soon
from refund_gui.domain.listing import PaidWithin
from refund_gui.domain.periods import first_second
from tests.practice.shop_kit import korean_time

METHODS = ("card", "phone", "trans", "vbank", "point", "paypal", "naverpay")
PGS = ("html5_inicis", "ksnet", "kcp", "paypal_v2", "naverpay", "danal", "kakaopay")


def paid(*day: int) -> int:
    return korean_time(*day, 12, 0)


@pytest.mark.parametrize(
    ("pay_method", "pg_provider", "paid_at", "deadline"),
    [
        ("phone", "danal", paid(2025, 11, 1), Deadline(date(2025, 11, 30), False)),
        ("phone", "ksnet", paid(2025, 11, 30), Deadline(date(2025, 11, 30), False)),
        ("phone", "kcp", paid(2024, 2, 3), Deadline(date(2024, 2, 29), False)),
        ("card", "ksnet", paid(2025, 8, 31), Deadline(date(2026, 2, 28), True)),
        ("card", "html5_inicis", paid(2024, 2, 29), Deadline(date(2025, 2, 28), True)),
        ("card", "kakaopay", paid(2025, 11, 18), Deadline(date(2026, 11, 18), True)),
        ("paypal", "paypal_v2", paid(2025, 1, 1), Deadline(date(2025, 6, 30), True)),
        ("card", "naverpay", paid(2023, 1, 1), Deadline(date(2025, 12, 31), True)),
        ("point", "kakaopay", paid(2024, 2, 29), Deadline(date(2029, 2, 28), True)),
        ("kakaopay", "kakaopay", paid(2025, 11, 18), None),
        ("vbank", "html5_inicis", paid(2025, 11, 18), None),
        ("trans", "tosspayments", paid(2025, 11, 18), None),
        ("card", "html5_inicis", 0, None),
    ],
)
def test_deadlines(pay_method: str, pg_provider: str, paid_at: int, deadline: Deadline | None) -> None:
    assert deadline_of(pay_method, pg_provider, paid_at) == deadline


def test_a_month_ends_at_midnight_in_korea() -> None:
    last_second = first_second(date(2025, 12, 1)) - 1
    assert deadline_of("phone", "danal", last_second) == Deadline(date(2025, 11, 30), False)
    assert deadline_of("phone", "danal", last_second + 1) == Deadline(date(2025, 12, 31), False)


def test_phone_payments_end_soon_in_the_months_last_week() -> None:
    def phone(*day: int) -> list[PaidWithin]:
        return [window for window in ending_soon(paid(*day)) if window.methods == {"phone"}]

    assert phone(2025, 11, 22) == []
    since, until = first_second(date(2025, 11, 1)), first_second(date(2025, 11, 24)) - 1
    assert phone(2025, 11, 23) == [PaidWithin(since, until, frozenset({"phone"}))]
    assert phone(2025, 12, 1) == []


def near_deadline(pay_method: str, pg_provider: str, paid_at: int, now: int) -> bool:
    """Said again, in other words."""
    today = in_korea(now).date()
    rule = next((rule for rule in RULES if rule.applies(pay_method, pg_provider)), None)
    deadline = deadline_of(pay_method, pg_provider, paid_at)
    if rule is None or deadline is None:
        return False
    return today <= deadline.day <= today + timedelta(days=rule.soon)


def is_within(window: PaidWithin, pay_method: str, pg_provider: str, paid_at: int) -> bool:
    return (
        window.since <= paid_at <= window.until
        and (not window.methods or pay_method in window.methods)
        and (not window.pgs or pg_provider in window.pgs)
        and pg_provider not in window.except_pgs
    )


MOMENTS = st.datetimes(
    min_value=in_korea(paid(2023, 1, 1)).replace(tzinfo=None),
    max_value=in_korea(paid(2026, 12, 31)).replace(tzinfo=None),
    timezones=st.just(KOREA),
).map(lambda moment: int(moment.timestamp()))


@given(MOMENTS, st.integers(0, 1_860 * 86_400), st.sampled_from(METHODS), st.sampled_from(PGS))
def test_the_windows_hold_exactly_what_ends_soon(
    now: int, before: int, pay_method: str, pg_provider: str
) -> None:
    paid_at = now - before
    found = any(is_within(window, pay_method, pg_provider, paid_at) for window in ending_soon(now))
    assert found == near_deadline(pay_method, pg_provider, paid_at, now)
    assert found == ends_soon(pay_method, pg_provider, paid_at, now)


@given(MOMENTS)
def test_the_first_and_last_days_of_each_window(now: int) -> None:
    for window in ending_soon(now):
        pay_method = next(iter(sorted(window.methods)), "any")
        pg_provider = next(iter(sorted(window.pgs)), "any")
        for paid_at in (window.since, window.until):
            assert near_deadline(pay_method, pg_provider, paid_at, now)
        assert not near_deadline(pay_method, pg_provider, window.since - 1, now)
        assert window.until >= now or not near_deadline(pay_method, pg_provider, window.until + 1, now)
