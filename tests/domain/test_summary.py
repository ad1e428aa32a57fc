"""A period's sums: nothing is lost between bars, tables and totals."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refund_gui.domain.money import Money
from refund_gui.domain.payment import CONSOLE_REASON
from refund_gui.domain.summary import (
    CONSOLE,
    ELSEWHERE,
    MOST,
    OTHERS,
    Bar,
    Sales,
    Share,
    Slice,
    Step,
    Summary,
    plain_reason,
    summary_of,
    usual_step,
)
from refund_gui.domain.tag import tagged
from refund_gui.domain.totals import Total, by_currency, nothing
from tests.domain.made_up import TAG, won

FIRST, LAST = date(2025, 11, 1), date(2025, 11, 30)


def part(
    amount: int = 1_000,
    day: date = FIRST,
    method: str = "card",
    operator: str | None = "김점원",
    currency: str = "KRW",
    number: int = 1,
) -> Slice:
    return Slice(day, method, "kcp", "고객 변심", operator, Total(number, Money(amount, currency)))


def summed(*slices: Slice, step: Step = Step.DAY, paid: tuple[Total, ...] = ()) -> Summary:
    return summary_of(FIRST, LAST, step, slices, paid, (), ())


def test_each_day_has_a_bar_also_without_refunds() -> None:
    bars = summed(part(), part(2_000, date(2025, 11, 30))).bars
    assert len(bars) == 30
    assert (bars[0], bars[1], bars[29].total) == (
        Bar(FIRST, FIRST, Total(1, won(1_000))),
        Bar(date(2025, 11, 2), date(2025, 11, 2), nothing("KRW")),
        Total(1, won(2_000)),
    )


def test_weeks_begin_on_monday_and_stay_within_the_period() -> None:
    bars = summed(part(), part(day=date(2025, 11, 2)), part(day=date(2025, 11, 3)), step=Step.WEEK).bars
    assert [(bar.first.day, bar.last.day, bar.total.count) for bar in bars] == [
        (1, 2, 2),
        (3, 9, 1),
        (10, 16, 0),
        (17, 23, 0),
        (24, 30, 0),
    ]


def test_months_go_over_the_end_of_a_year() -> None:
    summary = summary_of(date(2025, 12, 9), date(2026, 2, 3), Step.MONTH, (), (), (), ())
    assert [(bar.first, bar.last) for bar in summary.bars] == [
        (date(2025, 12, 9), date(2025, 12, 31)),
        (date(2026, 1, 1), date(2026, 1, 31)),
        (date(2026, 2, 1), date(2026, 2, 3)),
    ]


def test_shares_are_of_their_own_currency_won_first() -> None:
    summary = summed(part(1_000, currency="USD"), part(3_000), part(1_000, method="vbank", operator=None))
    assert summary.by_method == (
        Share("card", Total(1, won(3_000)), 750),
        Share("vbank", Total(1, won(1_000)), 250),
        Share("card", Total(1, Money(1_000, "USD")), 1000),
    )
    assert [share.name for share in summary.by_operator] == ["김점원", ELSEWHERE, "김점원"]
    assert summary.bars[0].total == Total(2, won(4_000))


def test_small_lines_are_added_up_as_others() -> None:
    slices = [part(100 + number, method=f"m{number}") for number in range(MOST + 2)]
    shares = summed(*slices).by_method
    assert [share.name for share in shares] == [f"m{n}" for n in range(MOST + 1, 2, -1)] + [OTHERS]
    assert shares[-1].total == Total(3, won(303))
    assert OTHERS not in [share.name for share in summed(*slices[:MOST]).by_method]


def test_the_share_of_sales() -> None:
    summary = summed(part(1_000), part(500, currency="USD"), paid=(Total(4, won(8_000)),))
    assert summary.sales == (
        Sales(Total(1, won(1_000)), Total(4, won(8_000))),
        Sales(Total(1, Money(500, "USD")), nothing("USD")),
    )
    assert [one.permille for one in summary.sales] == [125, None]
    assert summed().sales == ()


def test_nothing_is_no_share_of_nothing() -> None:
    assert summed(part(0)).by_method == (Share("card", Total(1, won(0)), 0),)


def test_what_stands_beside_is_added_up_by_currency() -> None:
    beside = (Total(1, Money(5, "USD")), Total(1, won(2)), Total(2, won(3)))
    summary = summary_of(FIRST, LAST, Step.DAY, (), (), beside, beside[:1])
    assert summary.unrecorded == (Total(3, won(5)), Total(1, Money(5, "USD")))
    assert summary.not_clear == (Total(1, Money(5, "USD")),)


@pytest.mark.parametrize(
    ("reason", "plain"),
    [
        (tagged(TAG, "고객 변심"), "고객 변심"),
        ("[할인] 오류", "[할인] 오류"),
        (f" {CONSOLE_REASON} ", CONSOLE),
        ("", ""),
    ],
)
def test_a_reason_without_its_tag(reason: str, plain: str) -> None:
    assert plain_reason(reason) == plain


@pytest.mark.parametrize(
    ("days", "step"), [(1, Step.DAY), (31, Step.DAY), (32, Step.WEEK), (190, Step.WEEK), (191, Step.MONTH)]
)
def test_bars_of_a_number_that_can_be_looked_at(days: int, step: Step) -> None:
    assert usual_step(FIRST, FIRST + timedelta(days=days - 1)) is step


SLICES = st.builds(
    part,
    st.integers(1, 10**9),
    st.dates(FIRST, LAST),
    st.sampled_from([f"m{number}" for number in range(12)]),
    st.sampled_from(["김점원", None]),
    st.sampled_from(["KRW", "USD", "JPY"]),
    st.integers(1, 9),
)


@given(st.lists(SLICES, max_size=30), st.sampled_from(Step))
def test_nothing_is_lost(slices: list[Slice], step: Step) -> None:
    summary = summed(*slices, step=step)
    whole = by_currency(one.total for one in slices)
    assert tuple(one.refunded for one in summary.sales) == whole
    for table in (summary.by_method, summary.by_reason, summary.by_pg, summary.by_operator):
        assert by_currency(share.total for share in table) == whole
    if whole:
        assert sum((bar.total for bar in summary.bars), start=nothing(whole[0].amount.currency)) == whole[0]
    days = [day for bar in summary.bars for day in (bar.first, bar.last)]
    assert (days[0], days[-1]) == (FIRST, LAST)
    assert days == sorted(days)
