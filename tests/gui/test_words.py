"""Every failure, state and name has words of its own."""

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import Enum

import pytest

from refund_gui import errors
from refund_gui.domain import account, money, request
from refund_gui.domain.closing import Difference, LineKey, Why
from refund_gui.domain.limits import Caution, Hint, Notice, Obstacle, PartCaution, WholeOnly
from refund_gui.domain.limits_data import LIMITS
from refund_gui.domain.money import Money
from refund_gui.domain.outside import OutsideWay
from refund_gui.domain.payment import DisplayStatus, EntryOrigin, Payment
from refund_gui.domain.refund import (
    Base,
    Cause,
    Origin,
    Outcome,
    Payout,
    Refund,
    RefundState,
)
from refund_gui.domain.totals import Total
from refund_gui.domain.verdict import Ground
from refund_gui.terminal.closing import Caution as CloseCaution
from refund_gui.ui import words
from refund_gui.ui.words_closing import caution_words, why_words

WON = Money(7_000, "KRW")
PAYMENT = Payment("imp_1", "order-1", WON, Money(0, "KRW"), "paid", sandbox=False)
REFUND = Refund(
    "r1", "imp_1", "ABCDEF", WON, WON, True, Base(Money(0, "KRW"), ()), "고객 변심", message="거절 사유"
)
SAMPLES = {
    str: "왜냐하면",
    int: 7,
    int | None: 1,
    float | None: 30.0,
    Money: WON,
    date: date(2025, 11, 18),
    Obstacle: Obstacle.NEVER_PAID,
    errors.Refusal: errors.Refusal.FORGED,
}


def every_error() -> list[type[errors.ExpectedError]]:
    """The classes that are raised: those that nothing is derived from."""
    found, todo = [], [errors.ExpectedError]
    while todo:
        kinds = todo.pop().__subclasses__()
        todo += kinds
        found += [kind for kind in kinds if not kind.__subclasses__()]
    return found


def made(kind: type[errors.ExpectedError]) -> errors.ExpectedError:
    parameters = list(inspect.signature(kind.__init__).parameters.values())[1:]
    wanted = [p for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD]
    return kind(*(SAMPLES[parameter.annotation] for parameter in wanted))


def test_the_walk_sees_what_is_defined_elsewhere() -> None:
    kinds = set(every_error())
    assert {errors.Unreachable, errors.StoreInUse, money.TooLarge, account.AccountsDiffer} <= kinds
    assert len(kinds) > 40


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_expected_failure_is_explained(kind: type[errors.ExpectedError]) -> None:
    said = words.describe(made(kind))
    assert said.title
    assert said.advice
    assert said.title != words.unexpected().title


def test_every_expected_failure_has_a_title_of_its_own() -> None:
    others = [kind for kind in every_error() if not issubclass(kind, errors.InvalidInput)]
    assert len({words.describe(made(kind)).title for kind in others}) == len(others)


def test_every_input_error_has_a_sentence_of_its_own() -> None:
    kinds = [kind for kind in every_error() if issubclass(kind, errors.InvalidInput)]
    sentences = {words.input_words(made(kind)) for kind in kinds}  # type: ignore[arg-type]  # just filtered
    assert len(sentences) == len(kinds)
    assert words.input_words(errors.InvalidInput()) not in sentences


@pytest.mark.parametrize(
    ("error", "limit"),
    [
        (request.AboveBalance(WON), "7,000원"),
        (request.PartNotAllowed(WON), "7,000원"),
        (money.TooManyDecimals(2), "2"),
        (request.ReasonTooLong(51), "51"),
        (account.AccountLength(8, 20), "8 to 20"),
        (account.TelInvalid(9, 12), "9 to 12"),
    ],
)
def test_the_limit_stands_in_the_sentence(error: errors.InvalidInput, limit: str) -> None:
    assert limit in words.input_words(error)


def test_a_blocked_payment_says_what_to_do() -> None:
    said = words.describe(errors.PaymentBlocked("imp_7", "successes exceed the amount"))
    assert "PortOne's console" in said.advice
    assert "imp_7" in said.advice
    assert "other orders go on" in said.advice
    assert said.detail == "successes exceed the amount"


def test_what_was_left_unsent_is_not_called_not_sent() -> None:
    said = words.left_over_words(REFUND)
    assert said.title == words.left_over_name() == "Not sent, checking"
    assert said.title != words.state_words(REFUND).title


def test_a_bug_is_told_without_its_text() -> None:
    said = words.describe(KeyError("110-234-567890"))
    assert "refunds are safe" in said.advice
    assert "110" not in f"{said.title}{said.advice}{said.detail}"


def test_upstreams_words_stay_as_they_came() -> None:
    assert words.describe(errors.KeysRefused("인증에 실패하였습니다.")).detail == "인증에 실패하였습니다."
    assert words.state_words(REFUND).detail == "거절 사유"


def test_every_state_has_a_title_and_an_advice_of_its_own() -> None:
    said = [words.state_words(replace(REFUND, state=state)) for state in RefundState]
    assert len({each.title for each in said}) == len(RefundState)
    assert len({each.advice for each in said}) == len(RefundState)


def test_success_says_when_the_money_comes() -> None:
    done = replace(REFUND, state=RefundState.SUCCEEDED)
    titles = {payout: words.state_words(replace(done, payout=payout)).title for payout in Payout}
    assert titles[Payout.AT_ONCE] == "Refund successful"
    assert titles[Payout.NEXT_BUSINESS_DAY] == "Refund accepted, paid on the next business day"
    assert len(set(titles.values())) == len(Payout)


def test_not_sent_for_want_of_keys_says_so() -> None:
    said = words.state_words(REFUND, Ground.KEYS_REFUSED)
    assert said.title != words.state_words(REFUND).title
    assert "keys" in said.title


def test_a_review_says_what_is_in_doubt() -> None:
    review = replace(REFUND, state=RefundState.NEEDS_REVIEW)
    grounds = (
        None,
        Ground.EQUAL_UNTAGGED_ENTRY,
        Ground.WRONG_AMOUNT,
        Ground.OVERDUE,
        Ground.SCHEDULE_OVER,
    )
    assert len({words.state_words(review, ground).advice for ground in grounds}) == len(grounds)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (RefundState, words.state_name),
        (DisplayStatus, words.status_name),
        (EntryOrigin, words.made_in_name),
        (Origin, words.origin_name),
        (Outcome, words.outcome_name),
        (Cause, words.cause_name),
        (Ground, words.ground_words),
        (Payout, words.payout_sentence),
        (Obstacle, lambda obstacle: words.obstacle_words(obstacle, PAYMENT).title),
        (Obstacle, lambda obstacle: words.obstacle_words(obstacle, PAYMENT).advice),
        (WholeOnly, lambda reason: words.whole_only_words(reason).title),
        (PartCaution, lambda kind: words.notice_words(Notice(kind), PAYMENT, 0).title),
        (Caution, lambda kind: words.notice_words(Notice(kind), PAYMENT, 0).title),
        (Hint, lambda kind: words.notice_words(Notice(kind), PAYMENT, 0).title),
    ],
)
def test_no_two_members_share_a_name(kind: type[Enum], name: object) -> None:
    assert callable(name)
    assert len({name(member) for member in kind}) == len(kind)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_limit_says_what_it_is_and_what_to_do(speak: Callable[[str], None], language: str) -> None:
    speak(language)
    day = date(2026, 11, 30)
    for limit in LIMITS:
        said = words.notice_words(Notice(limit.kind, day=day), PAYMENT, 0)
        assert said.title
        assert said.advice
        assert "{" not in said.title + said.advice
        hangul = [letter for letter in said.title if "가" <= letter <= "힣"]
        assert bool(hangul) is (language == "ko"), said.title


def test_a_refund_that_its_hour_stops_says_so() -> None:
    said = words.describe(request.NotRefundable(Obstacle.NIGHT))
    assert "06:00" in said.title
    assert "Nothing was sent" in said.advice


def test_complaint_15_a_partial_refund_is_not_called_cancelled() -> None:
    assert words.status_name(DisplayStatus.PARTLY_REFUNDED) == "Partly refunded"


def test_fully_refunded_is_said_in_the_agreed_words() -> None:
    said = words.obstacle_words(Obstacle.FULLY_REFUNDED, PAYMENT)
    assert said.title == "This order has already been fully refunded."


def test_codes_that_nobody_knows_read_as_themselves() -> None:
    assert words.method_name("moonpay") == "moonpay"
    assert words.pg_name("newpg") == "newpg"
    assert words.method_name("kakaopay") == "KakaoPay"
    assert words.method_name("") == "Unknown method"


def test_names_for_a_lane_are_the_same_ones() -> None:
    """A pay method may be a PG's code: what is paid in its own wallet."""
    methods, pgs = words.method_names(), words.pg_names()
    assert (methods["card"], methods[""], methods["kakaopay"]) == ("Card", "Unknown method", "KakaoPay")
    assert pgs["html5_inicis"] == "KG Inicis"
    assert "" not in pgs
    assert methods == {code: words.method_name(code) for code in methods}
    assert pgs == {code: words.pg_name(code) for code in pgs}


def test_an_event_shows_its_ground_or_a_persons_words() -> None:
    assert words.event_words("quiet") == words.ground_words(Ground.QUIET)
    assert words.event_words("통장에서 확인함") == "통장에서 확인함"


def test_every_difference_and_caution_is_explained_in_words_of_its_own() -> None:
    key = LineKey("card", None, "KRW")
    told = {why: why_words(Difference(why, key, Total(1, WON), PAYMENT, 1, 9), 0) for why in Why}
    assert len(set(told.values())) == len(Why)
    assert all(words and "{" not in words for words in told.values())
    assert len({caution_words(one) for one in CloseCaution}) == len(CloseCaution)
    assert len({words.way_name(one) for one in OutsideWay}) == len(OutsideWay)
