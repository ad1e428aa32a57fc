"""The token's life, by the monotonic clock and upstream's own times (api-v1 §1)."""

import json
from collections.abc import Callable
from random import Random
from threading import Barrier, Thread

import pytest

from refund_gui.credentials import ApiKeys
from refund_gui.errors import AnswerUnreadable, FieldMissing, KeysMissing, KeysRefused, UpstreamError
from refund_gui.portone.call import Reply
from refund_gui.portone.replies import token_in
from refund_gui.portone.tokens import Issued, Tokens
from refund_gui.practice.tokens import LIFE
from refund_gui.practice.tokens import Tokens as UpstreamTokens
from tests.portone.made_up import KEYS, envelope
from tests.practice.shop_kit import NOW
from tests.terminal.shop import TestClock


class Upstream:
    """Issues tokens by the documented rules, and counts."""

    def __init__(self, clock: TestClock) -> None:
        self.asked: list[ApiKeys] = []
        self.before: Callable[[], None] = lambda: None
        self.tokens = UpstreamTokens(Random(1))
        self._clock = clock

    def issue(self, keys: ApiKeys) -> Issued:
        self.asked.append(keys)
        self.before()
        token = self.tokens.issue(self._clock.now())
        return Issued(token.text, token.expired_at - self._clock.now(), self._clock.now())


@pytest.fixture
def clock() -> TestClock:
    return TestClock(NOW)


@pytest.fixture
def upstream(clock: TestClock) -> Upstream:
    return Upstream(clock)


@pytest.fixture
def tokens(clock: TestClock, upstream: Upstream) -> Tokens:
    return Tokens(KEYS, clock, upstream.issue)


def test_a_token_is_asked_for_once_in_its_life(tokens: Tokens, upstream: Upstream, clock: TestClock) -> None:
    first = tokens.live()
    clock.advance(LIFE - 31)
    assert tokens.live() == first
    assert len(upstream.asked) == 1


def test_shortly_before_its_end_it_is_asked_for_again_and_lives_on(
    tokens: Tokens, upstream: Upstream, clock: TestClock
) -> None:
    first = tokens.live()
    clock.advance(LIFE - 30)
    assert tokens.live() == first
    assert len(upstream.asked) == 2
    clock.advance(5 * 60 - 1)
    assert tokens.live() == first
    assert len(upstream.asked) == 2


def test_after_its_end_there_is_a_new_one(tokens: Tokens, clock: TestClock) -> None:
    first = tokens.live()
    clock.advance(LIFE)
    assert tokens.live() != first


def test_a_slow_answer_lengthens_no_life(tokens: Tokens, upstream: Upstream, clock: TestClock) -> None:
    issue = upstream.tokens.issue(clock.now())
    upstream.before = lambda: None
    slow = Tokens(KEYS, clock, lambda keys: _after(clock, 60, Issued(issue.text, LIFE, NOW)))
    slow.live()
    clock.advance(LIFE - 60 - 31)
    assert slow.live() == issue.text
    clock.advance(2)
    slow.live()
    clock.advance(LIFE - 60 - 31)
    assert slow.live() == issue.text


def _after(clock: TestClock, seconds: int, issued: Issued) -> Issued:
    clock.advance(seconds)
    return issued


def test_a_dropped_token_is_asked_for_anew(tokens: Tokens, upstream: Upstream) -> None:
    first = tokens.live()
    upstream.tokens.revoke()
    tokens.drop(first)
    assert tokens.live() != first


def test_dropping_an_older_token_leaves_the_newer(tokens: Tokens, upstream: Upstream) -> None:
    first = tokens.live()
    upstream.tokens.revoke()
    second = tokens.fresh()
    tokens.drop(first)
    assert tokens.live() == second
    assert len(upstream.asked) == 2


def test_without_keys_nothing_is_asked(clock: TestClock, upstream: Upstream) -> None:
    tokens = Tokens(None, clock, upstream.issue)
    for call in (tokens.live, tokens.fresh):
        with pytest.raises(KeysMissing):
            call()
    assert upstream.asked == []


def test_other_keys_have_another_token(tokens: Tokens, upstream: Upstream) -> None:
    others = ApiKeys("other_key", "other_secret")
    tokens.live()
    tokens.use(others)
    tokens.live()
    assert upstream.asked == [KEYS, others]


def test_a_token_of_keys_that_were_replaced_meanwhile_is_not_kept(tokens: Tokens, upstream: Upstream) -> None:
    others = ApiKeys("other_key", "other_secret")
    upstream.before = lambda: tokens.use(others)
    tokens.live()
    upstream.before = lambda: None
    tokens.live()
    assert upstream.asked == [KEYS, others]


def test_a_hanging_call_for_a_token_holds_up_nobody_who_needs_none(
    tokens: Tokens, upstream: Upstream
) -> None:
    first = tokens.live()
    both = Barrier(2)
    upstream.before = lambda: (both.wait(20), both.wait(20), None)[-1]
    hanging = Thread(target=tokens.fresh, daemon=True)
    hanging.start()
    both.wait(20)
    assert tokens.live() == first
    both.wait(20)
    hanging.join(20)
    assert not hanging.is_alive()


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(401, envelope(None, -1, "인증에 실패하였습니다.")), KeysRefused("인증에 실패하였습니다.")),
        (Reply(200, envelope(None)), FieldMissing("response")),
        (Reply(200, envelope({"expired_at": 2, "now": 1})), FieldMissing("access_token")),
        (
            Reply(200, envelope({"access_token": "", "expired_at": 2, "now": 1})),
            FieldMissing("access_token"),
        ),
        (
            Reply(200, envelope({"access_token": "두 말", "expired_at": 2, "now": 1})),
            FieldMissing("access_token"),
        ),
        (Reply(200, envelope({"access_token": "t", "now": 1})), FieldMissing("expired_at")),
        (
            Reply(200, envelope({"access_token": "t", "expired_at": True, "now": 1})),
            FieldMissing("expired_at"),
        ),
        (Reply(200, envelope({"access_token": "t", "expired_at": 2})), FieldMissing("now")),
        (Reply(200, b"<html>"), AnswerUnreadable("not JSON")),
    ],
)
def test_a_token_that_cannot_be_used_is_an_error(reply: Reply, error: UpstreamError) -> None:
    with pytest.raises(type(error)) as caught:
        token_in(reply)
    assert str(caught.value) == str(error)


def test_life_is_counted_by_upstreams_clock() -> None:
    issued = token_in(Reply(200, envelope({"access_token": "t", "expired_at": 5_000, "now": 3_200})))
    assert issued == Issued("t", 1_800, 3_200)


def test_no_token_is_printed() -> None:
    assert "t0ken" not in repr(Issued("t0ken", 1_800, 3_200))
    assert "t0ken" not in repr(Reply(200, json.dumps({"access_token": "t0ken"}).encode()))


def test_upstreams_clock_goes_on_from_its_last_token(clock: TestClock, upstream: Upstream) -> None:
    tokens = Tokens(KEYS, clock, lambda keys: Issued("t", LIFE, 5_000))
    assert tokens.now() == 5_000
    clock.advance(100)
    assert tokens.now() == 5_100


@pytest.mark.parametrize("seconds", [9 * 3600, -9 * 3600])
def test_a_clock_that_is_set_moves_upstreams_never_ahead(clock: TestClock, seconds: int) -> None:
    tokens = Tokens(KEYS, clock, lambda keys: Issued("t", LIFE, 5_000))
    tokens.now()
    clock.advance(60)
    clock.sleep(seconds)
    assert tokens.now() == (5_060 if seconds > 0 else 5_000)
