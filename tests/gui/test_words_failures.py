"""Each kind of refusal has plain words of its own, in both languages, and never more courage than it may."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from refund_gui.domain.arrival import Arrival
from refund_gui.domain.failures import Again, FailureKind
from refund_gui.domain.refund import MaskedAccount, Payout, RefundState
from refund_gui.domain.undoing import UndoObstacle
from refund_gui.domain.verdict import Ground
from refund_gui.ui.result_texts import Result, asks_for_mail, customer_message, is_refusal, result_words
from refund_gui.ui.words_failure_steps import failure_step
from refund_gui.ui.words_failures import again_words, failure_reason
from refund_gui.ui.words_payout import arrival_sentence, arrival_words, payout_sentence
from refund_gui.ui.words_undo import obstacle_sentence, undo_words
from tests.gui.test_words import PAYMENT, REFUND
from tests.practice.shop_kit import NOW

Speak = Callable[[str], None]
KCP = replace(PAYMENT, pg_provider="kcp", pay_method="card", paid_at=NOW)
REJECTED = replace(REFUND, state=RefundState.REJECTED, created_at=NOW)
SETTLEMENT = "[8178] 취소 금액보다 상계가능 정산금액 부족 으로 취소 불가합니다."


def advice(message: str, pg_provider: str = "kcp", state: RefundState = RefundState.REJECTED) -> str:
    ground = Ground.CAREFUL_WORDS if state is RefundState.NEEDS_REVIEW else Ground.REFUSED
    refund = replace(REFUND, state=state, message=message)
    return result_words(Result(refund, replace(KCP, pg_provider=pg_provider), ground), NOW).advice


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (FailureKind, failure_reason),
        (FailureKind, failure_step),
        (Again, again_words),
        (Arrival, arrival_words),
        (UndoObstacle, obstacle_sentence),
    ],
)
def test_each_kind_has_words_of_its_own(
    speak: Speak, language: str, kinds: type[FailureKind], words: Callable[[FailureKind], str]
) -> None:
    speak(language)
    said = [words(kind) for kind in kinds]
    assert all(said)
    assert len(set(said)) == len(said)


def test_both_languages_differ(speak: Speak) -> None:
    said = {}
    for language in ("ko", "en"):
        speak(language)
        said[language] = {failure_reason(kind) for kind in FailureKind} | {
            failure_step(kind) for kind in FailureKind
        }
    assert not said["ko"] & said["en"]


def test_unknown_words_are_called_unknown_with_the_number_to_quote(speak: Speak) -> None:
    speak("ko")
    said = advice("[9999] 처음 보는 문구")
    assert "알지 못하는 문구" in said
    assert "환불 태그 ABCDEF" in said
    assert "1544-8667" in said
    assert "기록으로 보면 다시 시도해도 안전" in said


def test_no_number_is_made_up() -> None:
    assert "contract with it and in its console" in advice("[9999]", "nice")
    assert "1544" not in advice("[9999]", "nice")


def test_dangerous_words_call_no_new_try_safe(speak: Speak) -> None:
    for message in ("[CCA9] 전체취소 불가", "[8037] 남은금액 불일치"):
        assert ("is safe" in advice(message)) is (message.startswith("[CCA9]"))
    speak("ko")
    assert "먼저 확인하고, 그 전에는 다시 시도하지 마세요" in advice("[8037] 남은금액 불일치")


@pytest.mark.parametrize("state", [RefundState.UNKNOWN, RefundState.NEEDS_REVIEW])
@pytest.mark.parametrize(
    "message", ["[8325] 통신오류, 잠시후 재시도 요망", "[0041] 취소기간경과 시스템 장애"]
)
def test_while_it_is_not_sure_no_other_way_is_offered(message: str, state: RefundState) -> None:
    said = advice(message, "mobilians", state)
    assert "bank transfer" not in said
    assert "is safe" not in said
    assert "in another way" in said or "console" in said


def test_only_a_refusal_is_explained() -> None:
    lost = Result(replace(REFUND, state=RefundState.UNKNOWN, message="timed out"), KCP, Ground.ANSWER_LOST)
    late = Result(replace(REFUND, state=RefundState.SUCCEEDED, message=SETTLEMENT), KCP, Ground.OUR_TAG)
    overdue = Result(replace(REFUND, state=RefundState.NEEDS_REVIEW), KCP, Ground.OVERDUE)
    for result in (lost, late, overdue):
        assert not is_refusal(result)
        assert not asks_for_mail(result)
    assert is_refusal(Result(REJECTED))


def test_the_mail_is_for_money_and_for_a_record_that_is_wrong() -> None:
    def asks(message: str, state: RefundState = RefundState.REJECTED) -> bool:
        return asks_for_mail(Result(replace(REFUND, state=state, message=message), KCP, Ground.CAREFUL_WORDS))

    assert asks(SETTLEMENT)
    assert asks("[8133] 기취소된 신용카드 거래", RefundState.NEEDS_REVIEW)
    assert not asks("[8392] 부분취소 불가 사이트")


def test_arrival_names_the_wallet_or_the_pg() -> None:
    done = replace(REFUND, state=RefundState.SUCCEEDED, created_at=NOW)
    assert "paid with KakaoPay" in arrival_sentence(done, replace(KCP, pg_provider="kakaopay"))
    assert "up to PayPal" in arrival_sentence(
        done, replace(KCP, pg_provider="paypal_v2", pay_method="paypal")
    )
    assert arrival_sentence(done, replace(KCP, pg_provider="", pay_method="")).endswith("up to the PG.")
    assert arrival_sentence(done, None) == payout_sentence(Payout.AT_ONCE)


def test_arrival_says_three_to_five_days_for_a_part_of_today() -> None:
    done = replace(REFUND, state=RefundState.SUCCEEDED, created_at=NOW)
    part = replace(KCP, amount=KCP.amount + KCP.amount)
    assert "the same day" in arrival_sentence(done, KCP)
    assert "three to five business days" in arrival_sentence(done, part)
    assert "three to five business days" in customer_message(Result(done, part), "", NOW)
    assert "three to five business days" in result_words(Result(done, part), NOW).advice


def test_undo_says_where_and_whom(speak: Speak) -> None:
    speak("ko")
    at_console, by_phone = undo_words(None, KCP), undo_words(None, replace(KCP, pg_provider="danal"))
    assert "취소 원복" in at_console.advice
    assert "1544-8667" in at_console.advice
    assert "1566-3355" in by_phone.advice
    assert "되돌려짐" in by_phone.advice
    assert "{" not in at_console.advice + by_phone.advice
    refused = undo_words(UndoObstacle.NEVER_HERE, replace(KCP, pg_provider="payco"))
    assert refused.title == "이 환불은 되돌릴 수 없습니다."
    assert refused.advice.startswith("페이코") or refused.advice.startswith("PAYCO")


def test_an_account_is_in_no_message() -> None:
    account = MaskedAccount("신한은행", "88", "4567", "김")
    done = Result(replace(REFUND, state=RefundState.SUCCEEDED, account=account), KCP)
    assert "4567" not in customer_message(done, "가을상점", NOW)
