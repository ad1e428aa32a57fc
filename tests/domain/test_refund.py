"""Refund records and the one transition table."""

from collections.abc import Callable

import pytest

from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import (
    FIRST_STATES,
    OPEN_STATES,
    TRANSITIONS,
    Cause,
    MaskedAccount,
    Refund,
    RefundAccount,
    RefundState,
    base_of,
    is_allowed,
)
from tests.domain.made_up import TAG, entry, won

S = RefundState


def test_every_state_is_reached_and_every_open_one_can_end() -> None:
    reached = set(FIRST_STATES)
    while True:
        further = {new for old, new in TRANSITIONS if old in reached} - reached
        if not further:
            break
        reached |= further
    assert reached == set(RefundState)
    for state in OPEN_STATES:
        assert any(old is state and new not in OPEN_STATES for old, new in TRANSITIONS), state


def test_a_second_post_starts_only_from_prepared() -> None:
    assert [old for old, new in TRANSITIONS if new is S.SENDING] == [S.PREPARED]
    assert not [old for old, new in TRANSITIONS if new is S.PREPARED and old is not S.SENDING]


def test_unknown_ends_by_reading_only() -> None:
    for (old, _), causes in TRANSITIONS.items():
        if old is S.UNKNOWN:
            assert causes == {Cause.READ}


def test_only_success_is_left_for_what_has_ended() -> None:
    for old in (S.NOT_EXECUTED, S.STALE, S.REJECTED, S.CANCELLED):
        assert {new for o, new in TRANSITIONS if o is old} == {S.SUCCEEDED, S.ACCEPTED}


@pytest.mark.parametrize(
    ("old", "new", "cause", "allowed"),
    [
        (S.PREPARED, S.SENDING, Cause.SEND, True),
        (S.PREPARED, S.SENDING, Cause.READ, False),
        (S.SENDING, S.REJECTED, Cause.ANSWER, False),
        (S.UNKNOWN, S.SENDING, Cause.SEND, False),
        (S.NEEDS_REVIEW, S.NOT_EXECUTED, Cause.READ, False),
        (S.NEEDS_REVIEW, S.NOT_EXECUTED, Cause.PERSON, True),
    ],
)
def test_is_allowed(old: RefundState, new: RefundState, cause: Cause, allowed: bool) -> None:
    assert is_allowed(old, new, cause) is allowed


def test_the_base_is_the_history_at_confirm(make_payment: Callable[..., Payment]) -> None:
    base = base_of(make_payment(entry(1_000, 1), entry(2_000, 2)))
    assert base.cancel_amount == won(3_000)
    assert base.entries == ("cancel_1", "cancel_2")


def test_the_tag_stands_first_in_what_is_sent(make_refund: Callable[..., Refund]) -> None:
    assert make_refund().sent_reason == f"[{TAG}] 고객 변심"


def test_open_is_what_blocks_the_payment(make_refund: Callable[..., Refund]) -> None:
    assert make_refund(state=S.ACCEPTED).is_open
    assert not make_refund(state=S.REJECTED).is_open


def test_an_account_is_masked_and_never_printed() -> None:
    account = RefundAccount("신한은행", "88", "110123456789", "홍길동", "01012345678")
    assert account.masked() == MaskedAccount("신한은행", "88", "6789", "홍")
    for secret in ("110123456789", "홍길동", "01012345678"):
        assert secret not in repr(account)
