"""What users of refund screens complain of, by rank: each named complaint is a test that holds it off.

The ranks are those of the project's study of public threads; the window's part of some of them is in
`tests/gui` and `tests/e2e`.
"""

import sqlite3
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from threading import Barrier, Thread

import pytest

from refund_gui.domain.money import Money
from refund_gui.domain.payment import EntryOrigin
from refund_gui.domain.refund import Cause, Refund, RefundState
from refund_gui.domain.request import AboveBalance, RefundRequest
from refund_gui.errors import BalanceMoved, RefundIsOpen, Unreachable
from refund_gui.practice.faults import Fault
from tests.terminal.shop import ACCOUNT, Shop

S = RefundState


def executed(shop: Shop, imp_uid: str = "imp_card") -> int:
    """How often money really went back."""
    return len(shop.upstream.history(imp_uid))


def states_told(shop: Shop, refund: Refund) -> list[RefundState]:
    """Every state that the shop was ever told."""
    return [event.new for event in shop.history.detail(refund.refund_id).events]


def test_complaint_01_refunded_twice_by_two_presses_at_the_same_moment(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    together, ends = Barrier(6), list[object]()

    def press() -> None:
        together.wait()
        try:
            ends.append(shop.confirm(offer, 3_000).state)
        except (RefundIsOpen, BalanceMoved) as error:
            ends.append(type(error))

    presses = [Thread(target=press) for _ in range(6)]
    for thread in presses:
        thread.start()
    for thread in presses:
        thread.join()
    assert len(ends) == 6
    made = shop.store.refunds.of_payment("imp_card")
    succeeded = [refund for refund in made if refund.state is S.SUCCEEDED]
    assert len(succeeded) == executed(shop) == 1


def test_complaint_01_refunded_twice_by_a_retry_after_an_error(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_ANSWER)
    offer = shop.refunding.offer("imp_card")
    refund = shop.confirm(offer, 3_000)
    with pytest.raises(RefundIsOpen):
        shop.confirm(offer, 3_000)
    shop.check_all(5)
    assert shop.state(refund) is S.SUCCEEDED
    assert executed(shop) == shop.posts() == 1


def test_complaint_01_refunded_twice_by_two_people(shop: Shop) -> None:
    """Another counter refunds between this one's reading and its press."""
    offer = shop.refunding.offer("imp_card")
    shop.upstream.cancel_outside("imp_card", Decimal(10_000), "[A2345W] 다른 계산대")
    refund = shop.confirm(offer)
    assert refund.state is not S.SUCCEEDED
    assert executed(shop) == 1


@pytest.mark.parametrize("fault", [Fault.LOST_ANSWER, Fault.TRUNCATED, Fault.NO_CODE, Fault.DRIPPING])
def test_complaint_02_failed_was_shown_but_the_customer_was_refunded(shop: Shop, fault: Fault) -> None:
    shop.upstream.faults.next(fault)
    refund = shop.refund("imp_card", 3_000)
    shop.check_all(125)
    told = states_told(shop, refund)
    assert executed(shop) == 1
    assert told[-1] is S.SUCCEEDED
    assert not {S.REJECTED, S.NOT_EXECUTED, S.CANCELLED, S.STALE} & set(told)


def test_complaint_02_a_server_error_is_no_failure(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.STATUS, status=502, executed=True)
    refund = shop.refund("imp_card", 3_000)
    assert refund.state is S.UNKNOWN
    shop.check_all(3)
    assert shop.state(refund) is S.SUCCEEDED


def test_complaint_03_refunded_was_shown_but_no_money_moved(shop: Shop) -> None:
    """A PG that says yes before it acts, and then never does."""
    shop.upstream.faults.next(Fault.ASYNCHRONOUS)
    refund = shop.refund("imp_later")
    assert refund.state is S.ACCEPTED
    for _ in range(15):
        shop.clock.advance(86_400)
        shop.rounds.run()
    assert executed(shop, "imp_later") == 0
    assert S.SUCCEEDED not in states_told(shop, refund)
    assert shop.state(refund) is S.NEEDS_REVIEW


def test_complaint_04_pending_for_ever(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_REQUEST)
    refund = shop.refund("imp_card", 3_000)
    shop.check_all(121)
    assert not shop.history.detail(refund.refund_id).refund.is_open


def test_complaint_04_not_even_when_nothing_can_be_read(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_REQUEST)
    refund = shop.refund("imp_card", 3_000)
    shop.line.is_down = True
    for _ in range(92):
        shop.clock.advance(86_400)
        shop.rounds.run()
    assert shop.state(refund) is S.NEEDS_REVIEW
    decided = shop.reconciler.decide(refund.refund_id, S.NOT_EXECUTED, "PG에 전화로 확인", "김점원")
    last = shop.history.detail(refund.refund_id).events[-1]
    assert decided.state is S.NOT_EXECUTED
    assert (last.cause, last.who, last.detail) == (Cause.PERSON, "김점원", "PG에 전화로 확인")


def test_complaint_05_refunds_made_in_the_console_are_not_seen(shop: Shop) -> None:
    shop.refunding.offer("imp_card")
    shop.upstream.cancel_outside("imp_card", Decimal(4_000))
    offer = shop.refunding.offer("imp_card")
    assert offer.rules.refundable == Money(6_000, "KRW")
    [line] = shop.orders.detail("imp_card").timeline
    assert (line.made_in, line.seen_at) == (EntryOrigin.CONSOLE, shop.clock.now())


def test_complaint_06_paid_is_offered_instead_of_what_remains(shop: Shop) -> None:
    shop.refund("imp_card", 3_333)
    offer = shop.refunding.offer("imp_card")
    assert offer.rules.refundable == Money(6_667, "KRW")
    request = RefundRequest("imp_card", Money(6_668, "KRW"), "고객 변심", note="", operator="")
    with pytest.raises(AboveBalance):
        shop.refunding.refund(offer, request)
    assert shop.posts() == 1
    assert shop.refund("imp_card").state is S.SUCCEEDED
    assert shop.refunding.offer("imp_card").rules.refundable.minor == 0


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM refunds",
        "DELETE FROM attempts",
        "DELETE FROM events",
        "UPDATE refunds SET amount = 1",
        "UPDATE refunds SET state = 'not_executed'",
        "UPDATE attempts SET message = ''",
        "UPDATE events SET who = 'nobody'",
        "REPLACE INTO refunds SELECT * FROM refunds",
    ],
)
def test_complaint_07_records_deleted_or_edited(shop: Shop, statement: str) -> None:
    refund = shop.refund("imp_card", 3_000)
    before = shop.history.detail(refund.refund_id)
    with closing(sqlite3.connect(shop.data_dir / "store.sqlite3", isolation_level=None)) as raw:
        raw.execute("PRAGMA recursive_triggers = 1")
        with pytest.raises(sqlite3.IntegrityError):
            raw.execute(statement)
    assert shop.history.detail(refund.refund_id) == before


def test_complaint_17_offline_nothing_is_queued_and_sent_later(shop: Shop) -> None:
    shop.line.is_down = True
    with pytest.raises(Unreachable):
        shop.refund("imp_card", 3_000)
    shop.line.is_down = False
    shop.check_all(600)
    assert (shop.posts(), executed(shop)) == (0, 0)
    assert shop.store.refunds.of_payment("imp_card") == ()


def test_complaint_17_a_refund_that_lost_its_network_is_not_sent_by_itself(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.line.is_down = True
    refund = shop.confirm(offer, 3_000)
    assert refund.state is S.PREPARED
    shop.line.is_down = False
    shop.check_all(600)
    assert shop.posts() == 0
    shop.restart()
    shop.check_all(600)
    assert (shop.state(refund), shop.posts()) == (S.CANCELLED, 0)


@pytest.mark.parametrize("amount", [0, -1])
def test_complaint_19_an_amount_of_zero_refunded_everything(shop: Shop, amount: int) -> None:
    offer = shop.refunding.offer("imp_card")
    request = RefundRequest("imp_card", Money(amount, "KRW"), "고객 변심", note="", operator="")
    with pytest.raises(ValueError, match="positive"):
        shop.refunding.refund(offer, request)
    assert (shop.posts(), executed(shop)) == (0, 0)


def test_complaint_19_no_request_ever_carries_a_zero(shop: Shop) -> None:
    shop.refund("imp_card", 3_000)
    shop.refund("imp_card")
    shop.refund("imp_vbank", account=ACCOUNT)
    bodies = [entry.body for entry in shop.upstream.log() if entry.path == "/payments/cancel"]
    assert [body.get("amount") for body in bodies] == [3_000, 7_000, None]
    assert all(body["checksum"] for body in bodies)
    nothing = replace(shop.store.refunds.of_payment("imp_card")[0], amount=Money(0, "KRW"))
    payment = shop.refunding.offer("imp_card").payment
    with pytest.raises(ValueError, match="positive"):
        shop.gateway.prepare(nothing, payment, None)
