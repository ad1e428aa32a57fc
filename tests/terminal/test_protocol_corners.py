"""Corners of the protocol where several things go wrong at once. Each was wrong here once."""

from dataclasses import replace
from decimal import Decimal

import pytest

from refund_gui.domain.money import Money
from refund_gui.domain.refund import Refund, RefundState
from refund_gui.domain.request import AboveBalance
from refund_gui.errors import AnswerNotSaved, AnswerTimedOut, BalanceMoved, NotAllowed
from refund_gui.failpoints import Point
from refund_gui.high_water import HighWater
from refund_gui.practice.faults import Fault
from refund_gui.terminal.continuity import GapKind
from tests.practice.shop_kit import payment
from tests.terminal.shop import ACCOUNT, Killed, Shop
from tests.terminal.test_continuity import back_up, gap, known, lose, restore

S = RefundState
DAY = 86_400


@pytest.mark.parametrize(
    "words",
    [
        "Read timed out",
        "PG사 응답이 없습니다",
        "ECONNRESET",
        "socket hang up",
        "처리 지연",
        "취소 요청중",
        "다시 시도해 주세요",
    ],
)
def test_rule_08_more_words_of_doubt(shop: Shop, words: str) -> None:
    shop.upstream.faults.next(Fault.REFUSAL, message=words)
    assert shop.refund("imp_card", 3_000).state is S.UNKNOWN


@pytest.mark.parametrize("words", ["일시불 결제만 취소할 수 있습니다", "부분취소 불가 가맹점", "한도 초과"])
def test_rule_08_clear_words_stay_clear(shop: Shop, words: str) -> None:
    shop.upstream.faults.next(Fault.REFUSAL, message=words)
    assert shop.refund("imp_card", 3_000).state is S.REJECTED


def made_without_record(shop: Shop, amount: int) -> Refund:
    """The PG has refunded, PortOne does not know; a person found out."""
    shop.upstream.faults.next(Fault.REFUSAL, message="[8325] 통신오류")
    refund = shop.refund("imp_card", amount)
    shop.check_all(125)
    return shop.reconciler.decide(refund.refund_id, S.SUCCEEDED, "PG 콘솔에 환불됨", "김점원")


def test_what_a_person_found_refunded_is_not_refundable_again(shop: Shop) -> None:
    made = made_without_record(shop, 6_000)
    offer = shop.refunding.offer("imp_card")
    assert offer.rules.refundable == Money(4_000, "KRW")
    assert offer.recent_failures == (made,), "whoever comes to refund it anew is told"
    with pytest.raises(AboveBalance):
        shop.confirm(offer, 6_000)
    assert shop.confirm(offer, 4_000).state is S.SUCCEEDED


def test_a_keyring_that_breaks_stops_no_reading(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_ANSWER)
    refund = shop.refund("imp_card", 3_000)

    class Forgetful:
        def load(self) -> HighWater | None:
            return None

        def save(self, mark: HighWater) -> bool:
            return False

    setattr(shop, "mark", Forgetful())  # noqa: B010 - a keyring that keeps nothing
    shop.restart()
    shop.check_all(2)
    assert shop.state(refund) is S.SUCCEEDED


def test_an_answer_older_than_what_is_stored_is_read_again(shop: Shop) -> None:
    """A list page was asked for during the POST and answered before the PG acted."""
    send = shop.gateway.send

    def overtaken(*given: object) -> object:
        page = shop.gateway.payment("imp_card")
        answer = send(*given)  # type: ignore[arg-type]
        shop.store.payments.save([replace(page, request_no=shop.gateway._numbers.take())])
        return answer

    setattr(shop.gateway, "send", overtaken)  # noqa: B010 - a method of one object only
    refund = shop.refund("imp_card", 3_000)
    assert refund.state is S.SUCCEEDED
    shop.check_all(1)
    stored = shop.store.payments.get("imp_card")
    assert stored is not None
    assert stored.balance == Money(7_000, "KRW")


def test_a_reading_that_was_asked_for_and_failed_is_asked_for_again(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LATE, seconds=200)
    refund = shop.refund("imp_card", 3_000)
    shop.check_all(125)
    shop.clock.advance(4_000)
    shop.rounds.run()
    shop.clock.advance(100)
    shop.upstream.settle()
    assert shop.state(refund) is S.SUCCEEDED
    late = shop.refund("imp_card", 2_000)
    record = shop.upstream._shop.payment("imp_card")
    assert record is not None
    record.cancels.pop()
    shop.syncing.run(90, lambda progress: None, lambda: False)
    shop.upstream.faults.next(Fault.STATUS, on="/payments/imp_card", times=1)
    shop.check_all(400)
    assert shop.state(late) is S.REVERSED


def test_an_entry_that_gets_another_id_is_still_there(shop: Shop) -> None:
    refund = shop.refund("imp_card", 3_000)
    record = shop.upstream._shop.payment("imp_card")
    assert record is not None
    record.cancels[0] = replace(record.cancels[0], cancellation_id="cncl_new")
    for _ in range(3):
        shop.refunding.offer("imp_card")
        shop.check_all(31)
    assert shop.state(refund) is S.SUCCEEDED
    assert [
        line.refund is not None for line in shop.orders.detail("imp_card").timeline if line.is_present
    ] == [True]


def test_a_sweep_survives_a_clock_that_is_set_back(shop: Shop) -> None:
    made = shop.refund("imp_card", 3_000)
    shop.check_all(1)
    lose(shop)
    shop.line.is_down = True
    shop.check_all(1)
    shop.line.is_down = False
    shop.clock.sleep(-40 * DAY)
    shop.check_all(70)
    assert gap(shop) is None
    shop.clock.sleep(40 * DAY)
    shop.refunding.offer("imp_card")
    assert made.tag in {tag for tag, _ in known(shop, "imp_card")}


def test_a_store_that_is_lost_again_before_the_sweep_is_noticed_again(shop: Shop) -> None:
    made = shop.refund("imp_card", 1_000)
    shop.check_all(1)
    for _ in range(2):
        lose(shop)
        shop.line.is_down = True
        shop.check_all(3)
        assert gap(shop) is GapKind.LOST
    shop.line.is_down = False
    shop.check_all(70)
    assert gap(shop) is None
    assert made.tag in {tag for tag, _ in known(shop, "imp_card")}


def test_a_copy_from_the_middle_of_a_sweep_goes_on_with_it(shop: Shop) -> None:
    made = shop.refund("imp_card", 1_000)
    shop.check_all(1)
    lose(shop)
    shop.line.is_down = True
    shop.check_all(2)
    back_up(shop)
    restore(shop)
    shop.check_all(10)
    assert gap(shop) is None
    assert made.tag in {tag for tag, _ in known(shop, "imp_card")}


def test_four_answers_with_long_words_fit_the_spool(shop: Shop) -> None:
    words = "거절 " * 1_000
    refunds = []
    for number in range(4):
        imp_uid = f"imp_{number}"
        shop.upstream.add(payment(imp_uid, 10_000, "card", "html5_inicis"))
        refunds.append(shop.refunding.offer(imp_uid))
    shop.full_disk("end_attempt", times=8)
    waiting = shop.refunding._unsaved
    keep = waiting.demand_room
    setattr(waiting, "demand_room", lambda: None)  # noqa: B010 - four lanes passed it at one moment
    for offer in refunds:
        shop.upstream.faults.next(Fault.REFUSAL, message=words)
        with pytest.raises(AnswerNotSaved):
            shop.confirm(offer, 1_000)
    setattr(waiting, "demand_room", keep)  # noqa: B010
    assert len(shop.store.spool.read()) == 4


def test_rule_16_what_was_just_sent_does_not_wait_behind_hanging_readings(shop: Shop) -> None:
    first = shop.refund("imp_refused", 1_000)
    assert first.state is S.REJECTED
    tried = []

    def hang(imp_uid: str) -> object:
        tried.append(imp_uid)
        shop.clock.advance(60)
        raise AnswerTimedOut("no answer")

    for imp_uid in ("imp_card", "imp_vbank", "imp_later"):
        shop.reconciler._watches.read_soon(imp_uid)
    setattr(shop.gateway, "payment", hang)  # noqa: B010 - a method of one object only
    shop.reconciler.read_due()
    assert len(tried) == 1


def test_rule_04_what_is_from_before_the_start_is_never_sent_again(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.kill_at = Point.AFTER_PREPARED
    with pytest.raises(Killed):
        shop.confirm(offer, 3_000)
    shop.restart()
    [refund] = shop.store.refunds.of_payment("imp_card")
    with pytest.raises(NotAllowed):
        shop.refunding.try_again(refund.refund_id, None, "")
    assert shop.posts() == 0


def test_rule_02_a_token_that_takes_long_makes_the_reading_old(shop: Shop) -> None:
    def slow() -> None:
        shop.clock.advance(60)
        shop.upstream.cancel_outside("imp_card", Decimal(1_000))

    offer = shop.refunding.offer("imp_card")
    shop.while_the_token_comes(slow)
    with pytest.raises(BalanceMoved):
        shop.confirm(offer, 3_000)
    assert (shop.posts(), shop.store.refunds.of_payment("imp_card")) == (0, ())


def test_a_payment_whose_records_fit_again_is_not_blocked_any_more(shop: Shop) -> None:
    refund = shop.refund("imp_card", 3_000)
    entry = shop.upstream.cancel_outside("imp_card", Decimal(3_000), refund.sent_reason)
    shop.reconciler.read("imp_card")
    assert shop.terminal.attention.look().blocked == ("imp_card",)
    record = shop.upstream._shop.payment("imp_card")
    assert record is not None
    record.cancels.remove(entry)
    shop.reconciler.read("imp_card")
    assert shop.terminal.attention.look().blocked == ()


def test_a_decision_counts_the_payout_from_the_chosen_entry(shop: Shop) -> None:
    shop.upstream.faults.next(Fault.LOST_REQUEST)
    refund = shop.refund("imp_vbank", 10_000, ACCOUNT)
    entry = shop.upstream.cancel_outside("imp_vbank", Decimal(10_000))
    shop.check_all(2)
    shop.clock.advance(20 * DAY)
    decided = shop.reconciler.decide(refund.refund_id, S.SUCCEEDED, "PG 콘솔", "", entry.cancellation_id)
    assert decided.payout_due is not None
    assert (decided.payout_due - shop.today()).days < 0


def test_rule_04_not_even_when_a_list_overtakes_the_reading_that_would_end_it(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.kill_at = Point.AFTER_PREPARED
    with pytest.raises(Killed):
        shop.confirm(offer, 3_000)
    shop.restart()
    [refund] = shop.store.refunds.of_payment("imp_card")
    read = shop.gateway.payment

    def overtaken(imp_uid: str) -> object:
        payment = read(imp_uid)
        shop.syncing.run(90, lambda progress: None, lambda: False)
        return payment

    setattr(shop.gateway, "payment", overtaken)  # noqa: B010 - a method of one object only
    with pytest.raises(NotAllowed):
        shop.refunding.try_again(refund.refund_id, None, "")
    assert (shop.state(refund), shop.posts()) == (S.PREPARED, 0)


def test_rule_02_a_token_that_takes_long_stops_nothing_when_the_balance_stays(shop: Shop) -> None:
    offer = shop.refunding.offer("imp_card")
    shop.while_the_token_comes(lambda: shop.clock.advance(60))
    assert shop.confirm(offer, 3_000).state is S.SUCCEEDED
    asked = [logged.path for logged in shop.upstream.log()]
    assert asked[-3:] == ["/users/getToken", "/payments/imp_card", "/payments/cancel"]


def test_a_round_reads_twenty_payments_and_says_that_there_are_more(shop: Shop) -> None:
    for number in range(25):
        shop.upstream.add(payment(f"imp_{number}", 10_000, "card", "html5_inicis", pg_refusal="거절"))
        assert shop.refund(f"imp_{number}", 1_000).state is S.REJECTED
    shop.clock.advance(301)
    first, second = shop.rounds.run(), shop.rounds.run()
    assert (len(first.read), first.is_full) == (20, True)
    assert (len(second.read), second.is_full) == (5, False)


def test_a_line_that_hangs_leaves_the_other_plans_as_they_are(shop: Shop) -> None:
    for number in range(2):
        shop.upstream.add(payment(f"imp_{number}", 10_000, "card", "html5_inicis", pg_refusal="거절"))
        shop.refund(f"imp_{number}", 1_000)
    shop.clock.advance(301)

    def hang(imp_uid: str) -> object:
        shop.clock.advance(60)
        raise AnswerTimedOut("no answer")

    setattr(shop.gateway, "payment", hang)  # noqa: B010 - a method of one object only
    now = shop.clock.now()
    assert shop.reconciler.read_due() == ()
    assert len(shop.store.plans.due(now, 10)) == 1
