"""The days and weeks of reading (protocol rule 16)."""

from refund_gui.domain.schedule import NEVER, OFFSETS, is_over, next_reading

SINCE = 1_780_000_000
DAY = 86_400


def test_rule_16_five_minutes_an_hour_fourteen_days_then_weeks_to_day_90() -> None:
    moments, now = [], SINCE
    while (due := next_reading(SINCE, now)) != NEVER:
        moments.append(due - SINCE)
        now = due
    assert moments == [
        300,
        3_600,
        *(day * DAY for day in range(1, 15)),
        *(day * DAY for day in (21, 28, 35, 42, 49, 56, 63, 70, 77, 84)),
        90 * DAY,
    ]
    assert tuple(moments) == OFFSETS


def test_what_was_missed_is_read_once() -> None:
    assert next_reading(SINCE, SINCE + 20 * DAY) == SINCE + 21 * DAY


def test_rule_06_a_clock_that_was_set_back_begins_anew() -> None:
    assert next_reading(SINCE, SINCE - 500 * DAY) == SINCE - 500 * DAY + 300


def test_it_is_over_on_day_90() -> None:
    assert not is_over(SINCE, SINCE + 90 * DAY - 1)
    assert is_over(SINCE, SINCE + 90 * DAY)
    assert next_reading(SINCE, SINCE + 90 * DAY) == NEVER
