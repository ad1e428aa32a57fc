"""What an answer or a reading proves: the deciding half of the protocol."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from refund_gui.domain.answer import Done, Lost, Refused, Unauthorized, Unsent
from refund_gui.domain.payment import Cancellation, Payment
from refund_gui.domain.refund import TRANSITIONS, Base, Cause, Outcome, Refund, RefundAttempt, RefundState
from refund_gui.domain.verdict import Ground, Verdict, candidates, judge_answer, judge_reading
from tests.domain.made_up import OTHER_TAG, TAG, entry, won

S = RefundState
MakePayment = Callable[..., Payment]
MakeRefund = Callable[..., Refund]
OURS = entry(3_000, 9, f"[{TAG}] 고객 변심")
OURS_UNTAGGED = entry(3_000, 9)
THEIRS = entry(2_000, 8, "관리자페이지취소")
THEIRS_TAGGED = entry(3_000, 7, f"[{OTHER_TAG}] 다른 계산대")


def attempt(outcome: Outcome = Outcome.LOST, message: str = "") -> RefundAttempt:
    return RefundAttempt(1, "r1", 1, won(10_000), won(3_000), 0, outcome, 1, message=message)


@pytest.mark.parametrize(
    ("entries", "state", "ground"),
    [
        ((OURS,), S.SUCCEEDED, Ground.OUR_TAG),
        ((THEIRS, OURS), S.SUCCEEDED, Ground.OUR_TAG),
        ((OURS_UNTAGGED,), S.SUCCEEDED, Ground.ONE_NEW_ENTRY),
        ((THEIRS_TAGGED,), S.NEEDS_REVIEW, Ground.WRONG_AMOUNT),
        ((THEIRS,), S.NEEDS_REVIEW, Ground.WRONG_AMOUNT),
        ((OURS_UNTAGGED, THEIRS), S.NEEDS_REVIEW, Ground.WRONG_AMOUNT),
        ((replace(OURS, amount=won(2_999)),), S.NEEDS_REVIEW, Ground.WRONG_AMOUNT),
        ((OURS, replace(OURS, cancellation_id="again")), S.NEEDS_REVIEW, Ground.WRONG_AMOUNT),
        ((), S.NEEDS_REVIEW, Ground.NOTHING_CHANGED),
    ],
)
def test_rule_09_a_yes_is_checked(
    make_payment: MakePayment,
    make_refund: MakeRefund,
    entries: tuple[Cancellation, ...],
    state: RefundState,
    ground: Ground,
) -> None:
    verdict = judge_answer(make_refund(), make_payment(), Done(make_payment(*entries)))
    assert (verdict.state, verdict.ground) == (state, ground)
    assert (verdict.entry is not None) == (
        state is S.SUCCEEDED or (ground is Ground.WRONG_AMOUNT and entries[0].tag == TAG)
    )


def test_rule_09_a_moved_balance_without_an_entry_is_reviewed(
    make_payment: MakePayment, make_refund: MakeRefund
) -> None:
    verdict = judge_answer(make_refund(), make_payment(), Done(make_payment(cancel_amount=won(3_000))))
    assert verdict == Verdict(S.NEEDS_REVIEW, Ground.WRONG_AMOUNT)


def test_rule_09_one_new_entry_must_explain_the_balance(
    make_payment: MakePayment, make_refund: MakeRefund
) -> None:
    shown = make_payment(OURS_UNTAGGED, cancel_amount=won(6_000))
    assert judge_answer(make_refund(), make_payment(), Done(shown)).state is S.NEEDS_REVIEW


def test_rule_09_another_payments_answer_is_never_ours(
    make_payment: MakePayment, make_refund: MakeRefund
) -> None:
    shown = make_payment(OURS, imp_uid="imp_2")
    verdict = judge_answer(make_refund(), make_payment(), Done(shown))
    assert verdict == Verdict(S.NEEDS_REVIEW, Ground.WRONG_PAYMENT)


def test_a_pg_that_answers_before_it_acts_is_waited_for(
    make_payment: MakePayment, make_refund: MakeRefund
) -> None:
    payment = make_payment(pg_provider="paypal_v2")
    assert judge_answer(make_refund(), payment, Done(payment)) == Verdict(S.ACCEPTED, Ground.PG_ACTS_LATER)


@pytest.mark.parametrize(
    ("answer", "state", "ground"),
    [
        (Refused(-1, "안 됩니다"), S.UNKNOWN, Ground.REFUSED),
        (Unauthorized("Unauthorized"), S.PREPARED, Ground.KEYS_REFUSED),
        (Unsent("ConnectError"), S.PREPARED, Ground.NOT_SENT),
        (Lost("ReadTimeout"), S.UNKNOWN, Ground.ANSWER_LOST),
    ],
)
def test_no_other_answer_ends_a_refund(
    make_payment: MakePayment, make_refund: MakeRefund, answer: Any, state: RefundState, ground: Ground
) -> None:
    verdict = judge_answer(make_refund(), make_payment(), answer)
    assert verdict == Verdict(state, ground)
    assert Cause.ANSWER in TRANSITIONS[S.SENDING, state]


def read(refund: Refund, shown: Payment, last: RefundAttempt, settled: bool = True) -> Verdict | None:
    verdict = judge_reading(refund, (last,), shown, settled)
    if verdict is not None:
        assert Cause.READ in TRANSITIONS[refund.state, verdict.state]
    return verdict


@pytest.mark.parametrize("settled", [False, True])
@pytest.mark.parametrize(
    "state",
    [
        S.UNKNOWN,
        S.ACCEPTED,
        S.NEEDS_REVIEW,
        S.NOT_EXECUTED,
        S.STALE,
        S.REJECTED,
        S.CANCELLED,
        S.PREPARED,
    ],
)
def test_our_tag_decides_from_every_state(
    make_payment: MakePayment, make_refund: MakeRefund, state: RefundState, settled: bool
) -> None:
    verdict = read(make_refund(state=state), make_payment(THEIRS, OURS), attempt(), settled)
    assert verdict == Verdict(S.SUCCEEDED, Ground.OUR_TAG, OURS)


@pytest.mark.parametrize("state", [S.SENDING, S.SUCCEEDED])
def test_nothing_is_read_into_a_send_under_way_or_a_success(
    make_payment: MakePayment, make_refund: MakeRefund, state: RefundState
) -> None:
    assert read(make_refund(state=state), make_payment(OURS), attempt()) is None


def test_rule_06_only_a_settled_reading_proves_that_nothing_was_done(
    make_payment: MakePayment, make_refund: MakeRefund
) -> None:
    refund = make_refund(state=S.UNKNOWN)
    assert read(refund, make_payment(), attempt(), settled=False) is None
    assert read(refund, make_payment(), attempt()) == Verdict(S.NOT_EXECUTED, Ground.QUIET)


@pytest.mark.parametrize("settled", [False, True])
@pytest.mark.parametrize("outcome", [Outcome.LOST, Outcome.REFUSED, Outcome.INTERRUPTED])
def test_rule_17_a_new_untagged_entry_of_our_amount_is_always_reviewed(
    make_payment: MakePayment, make_refund: MakeRefund, outcome: Outcome, settled: bool
) -> None:
    for entries in ((OURS_UNTAGGED,), (THEIRS, OURS_UNTAGGED)):
        verdict = read(make_refund(state=S.UNKNOWN), make_payment(*entries), attempt(outcome), settled)
        assert verdict == Verdict(S.NEEDS_REVIEW, Ground.EQUAL_UNTAGGED_ENTRY)


@pytest.mark.parametrize("entries", [(THEIRS,), (THEIRS_TAGGED,), (THEIRS, THEIRS_TAGGED)])
def test_rule_17_stale_only_when_no_new_entry_can_be_ours(
    make_payment: MakePayment, make_refund: MakeRefund, entries: tuple[Cancellation, ...]
) -> None:
    refund, shown = make_refund(state=S.UNKNOWN), make_payment(*entries)
    stale = Verdict(S.STALE, Ground.OTHERS_REFUNDED)
    assert read(refund, shown, attempt(Outcome.REFUSED), settled=False) == stale
    for unanswered in (Outcome.LOST, Outcome.INTERRUPTED):
        assert read(refund, shown, attempt(unanswered), settled=False) is None, "ours may be under way"
        assert read(refund, shown, attempt(unanswered)) == stale


def test_a_balance_that_the_history_does_not_explain_is_reviewed(
    make_payment: MakePayment, make_refund: MakeRefund
) -> None:
    for shown in (make_payment(cancel_amount=won(3_000)), make_payment(THEIRS, cancel_amount=won(5_000))):
        for outcome in (Outcome.LOST, Outcome.REFUSED):
            refund = make_refund(state=S.UNKNOWN)
            assert read(refund, shown, attempt(outcome), settled=False) is None
            assert read(refund, shown, attempt(outcome)) == Verdict(
                S.NEEDS_REVIEW, Ground.UNEXPLAINED_BALANCE
            )


@pytest.mark.parametrize(
    "message",
    [
        "결제취소에 실패하였습니다. [8178] 취소 금액보다 상계가능 정산금액 부족 으로 취소 불가합니다",
        "결제취소에 실패하였습니다. 부분취소 불가능 거래(전체취소 요망)",
        "취소금액이 미정산 금액보다 큽니다.",
    ],
)
def test_rule_08_a_clear_refusal_ends_at_the_first_unchanged_reading(
    make_payment: MakePayment, make_refund: MakeRefund, message: str
) -> None:
    last = attempt(Outcome.REFUSED, message)
    verdict = read(make_refund(state=S.UNKNOWN), make_payment(), last, settled=False)
    assert verdict == Verdict(S.REJECTED, Ground.REFUSED)


CAREFUL = [
    "[8325] 통신오류, 잠시후 재시도 요망",
    "[8388] 취소 진행중",
    "RF11 타임아웃건은 다음날부터",
    "시스템 점검 중입니다",
    "Receive Time-Out",
    "처리중인 거래입니다",
]
ALREADY = ["이미 전액취소된 주문입니다.", "[500626|기 취소 거래]", "8337 기 환불 완료", "already cancelled"]


@pytest.mark.parametrize("message", CAREFUL + ALREADY)
def test_rule_08_careful_words_wait_and_are_then_reviewed(
    make_payment: MakePayment, make_refund: MakeRefund, message: str
) -> None:
    refund, last = make_refund(state=S.UNKNOWN), attempt(Outcome.REFUSED, message)
    assert read(refund, make_payment(), last, settled=False) is None
    assert read(refund, make_payment(), last) == Verdict(S.NEEDS_REVIEW, Ground.CAREFUL_WORDS)


@pytest.mark.parametrize("message", CAREFUL)
def test_rule_08_words_of_a_time_out_stay_doubtful_beside_others_refunds(
    make_payment: MakePayment, make_refund: MakeRefund, message: str
) -> None:
    refund, last = make_refund(state=S.UNKNOWN), attempt(Outcome.REFUSED, message)
    assert read(refund, make_payment(THEIRS), last, settled=False) is None
    assert read(refund, make_payment(THEIRS), last) == Verdict(S.NEEDS_REVIEW, Ground.CAREFUL_WORDS)


@pytest.mark.parametrize("message", ALREADY)
def test_rule_08_already_cancelled_is_true_when_others_refunded(
    make_payment: MakePayment, make_refund: MakeRefund, message: str
) -> None:
    last = attempt(Outcome.REFUSED, message)
    verdict = read(make_refund(state=S.UNKNOWN), make_payment(entry(10_000, 4)), last, settled=False)
    assert verdict == Verdict(S.STALE, Ground.OTHERS_REFUNDED)


@pytest.mark.parametrize("message", ALREADY)
def test_rule_08_already_cancelled_is_doubtful_while_money_is_left(
    make_payment: MakePayment, make_refund: MakeRefund, message: str
) -> None:
    refund, last = make_refund(state=S.UNKNOWN), attempt(Outcome.REFUSED, message)
    assert read(refund, make_payment(THEIRS), last, settled=False) is None
    assert read(refund, make_payment(THEIRS), last) == Verdict(S.NEEDS_REVIEW, Ground.CAREFUL_WORDS)


@pytest.mark.parametrize("words", ["취소 불가", ""])
def test_words_only_matter_in_a_refusal(
    make_payment: MakePayment, make_refund: MakeRefund, words: str
) -> None:
    last = attempt(Outcome.LOST, f"{words} ReadTimeout: timed out")
    assert read(make_refund(state=S.UNKNOWN), make_payment(), last) == Verdict(S.NOT_EXECUTED, Ground.QUIET)


def test_a_lost_answer_of_a_pg_that_acts_later_proves_nothing(
    make_payment: MakePayment, make_refund: MakeRefund
) -> None:
    refund = make_refund(state=S.UNKNOWN)
    for entries in ((), (THEIRS,)):
        shown = make_payment(*entries, pg_provider="paypal_v2")
        assert read(refund, shown, attempt(), settled=False) is None
        assert read(refund, shown, attempt()) == Verdict(S.NEEDS_REVIEW, Ground.PG_ACTS_LATER)


def test_our_tag_with_another_amount_is_reviewed(make_payment: MakePayment, make_refund: MakeRefund) -> None:
    wrong = replace(OURS, amount=won(2_000))
    for state in (S.UNKNOWN, S.ACCEPTED):
        verdict = read(make_refund(state=state), make_payment(wrong), attempt())
        assert verdict == Verdict(S.NEEDS_REVIEW, Ground.WRONG_AMOUNT, wrong)
    assert read(make_refund(state=S.NEEDS_REVIEW), make_payment(wrong), attempt()) is None


def test_what_waits_for_the_pg_waits_on(make_payment: MakePayment, make_refund: MakeRefund) -> None:
    refund = make_refund(state=S.ACCEPTED)
    for entries in ((), (THEIRS,), (THEIRS_TAGGED,)):
        assert read(refund, make_payment(*entries), attempt(Outcome.DONE)) is None
    verdict = read(refund, make_payment(OURS_UNTAGGED), attempt(Outcome.DONE))
    assert verdict == Verdict(S.NEEDS_REVIEW, Ground.EQUAL_UNTAGGED_ENTRY)


@pytest.mark.parametrize("state", [S.NEEDS_REVIEW, S.REJECTED, S.STALE, S.NOT_EXECUTED, S.CANCELLED])
def test_nothing_new_leaves_ended_and_reviewed_ones_alone(
    make_payment: MakePayment, make_refund: MakeRefund, state: RefundState
) -> None:
    assert read(make_refund(state=state), make_payment(THEIRS), attempt()) is None


def test_rule_04_a_prepared_one_ends_at_its_first_reading(
    make_payment: MakePayment, make_refund: MakeRefund
) -> None:
    refund = make_refund(state=S.PREPARED)
    assert judge_reading(refund, (), make_payment(), False) == Verdict(S.CANCELLED, Ground.NOT_SENT)
    for shown in (make_payment(THEIRS), make_payment(OURS_UNTAGGED), make_payment(cancel_amount=won(1))):
        assert judge_reading(refund, (), shown, False) == Verdict(S.STALE, Ground.OTHERS_REFUNDED)


@pytest.mark.parametrize(
    ("entry_", "may_be"),
    [
        (OURS, True),
        (OURS_UNTAGGED, True),
        (THEIRS, False),
        (THEIRS_TAGGED, False),
        (replace(OURS, amount=won(2_999)), False),
    ],
)
def test_rule_17_only_our_amount_with_our_tag_or_none_may_be_ours(
    make_payment: MakePayment, make_refund: MakeRefund, entry_: Cancellation, may_be: bool
) -> None:
    assert candidates(make_refund(), make_payment(entry_)) == ((entry_,) if may_be else ())


def test_what_stood_in_the_record_before_is_no_candidate(
    make_payment: MakePayment, make_refund: MakeRefund
) -> None:
    refund = make_refund(base=Base(won(3_000), (OURS_UNTAGGED.key,)))
    another = replace(OURS_UNTAGGED, cancellation_id="later")
    assert candidates(refund, make_payment(OURS_UNTAGGED, another)) == (another,)
