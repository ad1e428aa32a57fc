"""The daily close and the summary on a real store, with the stand-in as PortOne."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from refund_gui.domain.closing import Why
from refund_gui.domain.money import Money
from refund_gui.domain.outside import OutsideWay
from refund_gui.domain.payment import CONSOLE_REASON
from refund_gui.domain.refund import RefundState
from refund_gui.domain.summary import CONSOLE, ELSEWHERE, Sales, Share, Step
from refund_gui.domain.tag import tagged
from refund_gui.domain.totals import Total
from refund_gui.practice.faults import Fault
from refund_gui.store.coverage import SetAsideRecord
from refund_gui.terminal.closing import NOT_FRESH, Caution, DayReport
from refund_gui.terminal.summary import PeriodReport
from tests.domain.made_up import TAG, won
from tests.practice.shop_kit import DAY, NOW, payment
from tests.terminal.shop import ACCOUNT, Shop

FIRST, LAST = date(2025, 11, 1), date(2025, 11, 30)


def load(shop: Shop) -> None:
    shop.syncing.run(90, lambda _: None, lambda: False)


def close(shop: Shop, days_ago: int = 0) -> DayReport:
    return shop.terminal.closing.report(shop.today() - timedelta(days=days_ago))


def summary(shop: Shop, step: Step = Step.DAY) -> PeriodReport:
    return shop.terminal.summaries.report(FIRST, LAST, step)


def whys(report: DayReport) -> list[tuple[Why, str]]:
    return [(one.why, one.payment.imp_uid) for one in report.close.differences]


def test_a_day_that_adds_up(shop: Shop) -> None:
    shop.refund("imp_card", 4_000)
    shop.refund("imp_vbank", account=ACCOUNT)
    load(shop)
    report = close(shop)
    assert [(line.key.method, line.here, line.difference.count) for line in report.close.lines] == [
        ("card", Total(1, won(4_000)), 0),
        ("vbank", Total(1, won(30_000)), 0),
    ]
    assert report.close.differences == ()
    assert report.cautions == (Caution.GOES_ON,)
    assert (report.as_of, report.fresh_at) == (NOW, NOW)


def test_each_thing_that_differs_is_found(shop: Shop) -> None:
    shop.upstream.add(payment("imp_phone", 9_000, "phone", "danal", paid_at=NOW - 30 * DAY))
    shop.upstream.add(payment("imp_test", 9_000, sandbox=True))
    shop.upstream.add(payment("imp_lost", 8_000))
    load(shop)
    shop.upstream.cancel_outside("imp_card", Decimal(1_000), reason=CONSOLE_REASON)
    shop.upstream.cancel_outside("imp_test", Decimal(1_000))
    shop.terminal.outside.note("imp_phone", won(9_000), shop.today(), OutsideWay.CASH, "", "")
    wrong = shop.terminal.outside.note("imp_vbank", won(1), shop.today(), OutsideWay.OTHER, "", "")
    shop.terminal.outside.withdraw(wrong.note_id, "")
    shop.upstream.faults.next(Fault.LOST_ANSWER)
    lost = shop.refund("imp_lost", 2_000)
    load(shop)
    assert sorted(whys(close(shop))) == [
        (Why.CONSOLE, "imp_card"),
        (Why.OUTSIDE, "imp_phone"),
        (Why.STILL_OPEN, "imp_lost"),
    ]
    assert [one.refund for one in close(shop).close.still_open] == [lost]
    shop.reconciler.check(lost.refund_id)
    assert shop.state(lost) is RefundState.SUCCEEDED
    assert sorted(whys(close(shop))) == [(Why.CONSOLE, "imp_card"), (Why.OUTSIDE, "imp_phone")]


def test_an_open_refund_is_not_counted_and_stands_beside(shop: Shop) -> None:
    load(shop)
    shop.upstream.faults.next(Fault.LOST_REQUEST)
    refund = shop.refund("imp_card", 2_000)
    report = close(shop)
    assert report.close.lines == ()
    assert [one.refund for one in report.close.still_open] == [refund]
    assert Caution.NOT_CLEAR in report.cautions
    assert summary(shop).summary.not_clear == (Total(1, won(2_000)),)
    assert Caution.NOT_CLEAR in summary(shop).cautions
    assert close(shop, days_ago=1).close.still_open == ()


def test_what_was_written_down_a_day_later(shop: Shop) -> None:
    load(shop)
    shop.upstream.faults.next(Fault.LOST_ANSWER)
    refund = shop.refund("imp_card", 2_000)
    shop.clock.advance(DAY)
    shop.reconciler.check(refund.refund_id)
    [today] = close(shop).close.differences
    assert (today.why, today.other_at, today.operator) == (Why.EXECUTED_ANOTHER_DAY, NOW, "김점원")
    [yesterday] = close(shop, days_ago=1).close.differences
    assert (yesterday.why, yesterday.other_at) == (Why.WRITTEN_ANOTHER_DAY, NOW + DAY)


@pytest.mark.parametrize("ago", [0, 1])
def test_figures_that_are_not_up_to_date_are_called_so(shop: Shop, ago: int) -> None:
    assert Caution.NEVER_LOADED in close(shop, ago).cautions
    load(shop)
    assert Caution.NOT_FRESH not in close(shop, ago).cautions
    shop.clock.advance(NOT_FRESH + 1)
    assert (Caution.NOT_FRESH in close(shop, ago).cautions) is (ago == 0)
    assert Caution.NOT_LOADED in close(shop, days_ago=100).cautions
    shop.store.coverage.note([SetAsideRecord("imp_bad", "amount", NOW)], [])
    assert Caution.SET_ASIDE in close(shop, ago).cautions


def test_a_period_by_method_reason_pg_and_person(shop: Shop) -> None:
    load(shop)
    shop.refund("imp_card", 4_000)
    shop.upstream.cancel_outside("imp_card", Decimal(1_000), reason=CONSOLE_REASON)
    shop.upstream.cancel_outside("imp_vbank", Decimal(5_000), reason="단순 변심")
    shop.upstream.cancel_outside("imp_later", Decimal("2.34"))
    shop.upstream.add(payment("imp_test", 9_000, sandbox=True))
    shop.upstream.cancel_outside("imp_test", Decimal(9_000))
    load(shop)
    report = summary(shop)
    made = report.summary
    assert (report.step, report.as_of, report.fresh_at) == (Step.DAY, NOW, NOW)
    assert made.sales == (
        Sales(Total(3, won(10_000)), Total(3, won(49_000))),
        Sales(Total(1, Money(234, "USD")), Total(1, Money(1_234, "USD"))),
    )
    assert made.by_method[:2] == (
        Share("card", Total(2, won(5_000)), 500),
        Share("vbank", Total(1, won(5_000)), 500),
    )
    assert [(share.name, share.total.count, share.permille) for share in made.by_reason] == [
        ("단순 변심", 1, 500),
        ("고객 변심", 1, 400),
        (CONSOLE, 1, 100),
        (CONSOLE, 1, 1000),
    ]
    assert {share.name for share in made.by_operator} == {"김점원", ELSEWHERE}
    assert {share.name for share in made.by_pg} == {"html5_inicis", "paypal_v2"}
    assert made.bars[shop.today().day - 1].total == Total(3, won(10_000))


def test_an_adopted_refund_was_made_by_nobody_here(shop: Shop) -> None:
    shop.upstream.cancel_outside("imp_card", Decimal(1_000), reason=tagged(TAG, "고객 변심"))
    load(shop)
    assert whys(close(shop)) == [(Why.ADOPTED, "imp_card")]
    made = summary(shop).summary
    assert [share.name for share in made.by_operator] == [ELSEWHERE]
    assert [share.name for share in made.by_reason] == ["고객 변심"]


def test_what_upstream_does_not_show_stands_beside(shop: Shop) -> None:
    load(shop)
    shop.terminal.outside.note("imp_card", won(3_000), shop.today(), OutsideWay.CASH, "", "")
    back = shop.terminal.outside.note("imp_card", won(500), shop.today(), OutsideWay.CASH, "", "")
    shop.terminal.outside.withdraw(back.note_id, "")
    made = summary(shop).summary
    assert made.unrecorded == (Total(1, won(3_000)),)
    assert made.sales[0].refunded.count == 0
