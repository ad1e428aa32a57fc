"""Refunds: written ahead, one open for each payment, one attempt at a time, every move with its event."""

import sqlite3
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from refund_gui.domain.money import Money
from refund_gui.domain.refund import (
    Base,
    Cause,
    Event,
    MaskedAccount,
    Move,
    Origin,
    Outcome,
    Payout,
    RefundAccount,
    RefundState,
    TaxParts,
    is_allowed,
)
from refund_gui.errors import NotAllowed, RefundIsOpen
from refund_gui.store import Store
from tests.store.made_up import (
    NOW,
    answered,
    brought_to,
    ended,
    entry,
    found_upstream,
    payment,
    read,
    refund,
    sent,
    won,
)

S = RefundState


def test_what_a_person_confirmed_comes_back(store: Store) -> None:
    made = refund(
        amount=Money(1_50, "USD"),
        checksum=Money(12_34, "USD"),
        base=Base(Money(2_00, "USD"), ("c1", "tid|100|5", "tid|100|5", "\ud800")),
        is_whole=True,
        payout=Payout.NEXT_BUSINESS_DAY,
        reason="마음이 바뀜 😀\0",
        message="upstream",
        tax=TaxParts(Money(0, "USD"), Money(13, "USD")),
        tax_free_total=Money(0, "USD"),
    )
    store.refunds.add(made, "이나래", "ground")
    assert store.refunds.get(made.refund_id) == made
    (event,) = store.refunds.events(made.refund_id)
    assert event == Event(
        event.event_id, made.refund_id, made.created_at, None, S.PREPARED, Cause.CONFIRM, "이나래", "ground"
    )
    assert store.refunds.get("refund-9") is None


def test_a_refund_found_upstream_is_read(store: Store) -> None:
    made = found_upstream(cancellation_id="c1", operator="")
    store.refunds.add(made, "")
    assert store.refunds.get(made.refund_id) == made
    assert [(event.new, event.cause) for event in store.refunds.events(made.refund_id)] == [
        (S.SUCCEEDED, Cause.READ)
    ]


@pytest.mark.parametrize(("state", "origin"), list(product(RefundState, Origin)))
def test_other_beginnings_are_not_allowed(store: Store, state: RefundState, origin: Origin) -> None:
    made = refund(state=state, origin=origin)
    if (state, origin) in {(S.PREPARED, Origin.HERE), (S.SUCCEEDED, Origin.FOUND_UPSTREAM)}:
        store.refunds.add(made, "")
        assert store.refunds.get(made.refund_id) == made
    else:
        with pytest.raises(NotAllowed):
            store.refunds.add(made, "")
        assert store.refunds.get(made.refund_id) is None


def test_of_an_account_only_the_masked_part_reaches_the_disk(store: Store, raw: sqlite3.Connection) -> None:
    account = RefundAccount("가상은행", "88", "110222333444", "김가람", "010-1111-2222")
    sent(store, refund(account=account.masked()))
    path = Path(raw.execute("PRAGMA database_list").fetchone()[2])
    disk = b"".join(file.read_bytes() for file in path.parent.iterdir() if file.is_file())
    assert b"3444" in disk
    secrets = ("110222333444", "22333444", "김가람", "1111-2222")
    assert not any(secret.encode() in disk for secret in secrets)


def test_an_account_without_texts_is_still_an_account(store: Store) -> None:
    made = refund(account=MaskedAccount("", "", "", ""))
    store.refunds.add(made, "")
    assert store.refunds.get(made.refund_id) == made


def test_a_second_open_refund_is_refused(store: Store) -> None:
    store.refunds.add(refund(1), "이나래")
    with pytest.raises(RefundIsOpen) as caught:
        store.refunds.add(refund(2), "이나래")
    assert caught.value.imp_uid == "imp_1"
    assert store.refunds.get("refund-2") is None
    assert store.refunds.events("refund-2") == ()
    store.refunds.add(refund(2, imp_uid="imp_2"), "이나래")
    store.refunds.add(found_upstream(3), "")
    assert {made.refund_id for made in store.refunds.of_payment("imp_1")} == {"refund-1", "refund-3"}


def test_a_tag_or_an_entry_is_adopted_once(store: Store) -> None:
    store.refunds.add(found_upstream(1, cancellation_id="c1"), "")
    with pytest.raises(NotAllowed, match="tag"):
        store.refunds.add(found_upstream(4, cancellation_id="c4"), "")
    with pytest.raises(NotAllowed, match="cancellation_id"):
        store.refunds.add(found_upstream(2, cancellation_id="c1"), "")
    with pytest.raises(NotAllowed, match="tag"):
        store.refunds.add(refund(4), "")
    assert [made.refund_id for made in store.refunds.of_payment("imp_1")] == ["refund-1"]


def test_an_attempt_is_written_before_it_is_sent(store: Store) -> None:
    store.refunds.add(refund(), "이나래")
    attempt = store.refunds.begin_attempt("refund-1", won(3_000), NOW + 10, "이나래")
    assert (attempt.number, attempt.checksum, attempt.amount) == (1, won(10_000), won(3_000))
    assert (attempt.started_at, attempt.outcome, attempt.ended_at) == (NOW + 10, None, 0)
    assert (attempt.tax, attempt.escrow_confirmed) == (TaxParts(won(1_000), won(181)), True)
    assert store.refunds.attempts("refund-1") == (attempt,)
    stored = store.refunds.get("refund-1")
    assert stored == refund(state=S.SENDING, updated_at=NOW + 10)
    event = store.refunds.events("refund-1")[-1]
    assert (event.at, event.old, event.new, event.cause, event.who) == (
        NOW + 10,
        S.PREPARED,
        S.SENDING,
        Cause.SEND,
        "이나래",
    )


def test_the_whole_of_an_untouched_payment_is_sent_without_amount(store: Store) -> None:
    store.refunds.add(refund(amount=won(10_000), is_whole=True), "이나래")
    attempt = store.refunds.begin_attempt("refund-1", None, NOW, "이나래")
    assert store.refunds.attempts("refund-1") == (attempt,)
    assert attempt.amount is None


@pytest.mark.parametrize("amount", [None, won(1), won(3_001)])
def test_an_attempt_sends_the_confirmed_amount(store: Store, amount: Money | None) -> None:
    store.refunds.add(refund(), "이나래")
    with pytest.raises(NotAllowed, match="takes no such attempt"):
        store.refunds.begin_attempt("refund-1", amount, NOW, "이나래")
    assert store.refunds.get("refund-1") == refund()
    assert store.refunds.attempts("refund-1") == ()
    assert len(store.refunds.events("refund-1")) == 1


def test_after_a_401_one_more_attempt_carries_the_same_checksum(store: Store) -> None:
    first = ended(sent(store, refund()), Outcome.UNAUTHORIZED, http_status=401, message="Unauthorized")
    assert store.refunds.end_attempt(first, None, None).state is S.SENDING
    second = store.refunds.begin_attempt("refund-1", won(3_000), NOW + 20, "이나래")
    assert (second.number, second.checksum) == (2, first.checksum)
    assert store.refunds.attempts("refund-1") == (first, second)
    assert [event.new for event in store.refunds.events("refund-1")] == [S.PREPARED, S.SENDING]
    last = ended(second, Outcome.UNAUTHORIZED, http_status=401)
    assert store.refunds.end_attempt(last, answered(S.PREPARED), None).state is S.PREPARED


def test_after_a_send_that_was_proven_unsent_a_401_is_still_followed_by_one_more(store: Store) -> None:
    unsent = ended(sent(store, refund()), Outcome.UNSENT)
    store.refunds.end_attempt(unsent, answered(S.PREPARED), None)
    again = store.refunds.begin_attempt("refund-1", won(3_000), NOW + 20, "이나래")
    store.refunds.end_attempt(ended(again, Outcome.UNAUTHORIZED), None, None)
    third = store.refunds.begin_attempt("refund-1", won(3_000), NOW + 30, "이나래")
    assert third.number == 3


@pytest.mark.parametrize("outcome", [None, *sorted(set(Outcome) - {Outcome.UNAUTHORIZED})])
def test_no_attempt_follows_one_that_may_have_done_something(store: Store, outcome: Outcome | None) -> None:
    attempt = sent(store, refund())
    if outcome is not None:
        store.refunds.end_attempt(ended(attempt, outcome), None, None)
    with pytest.raises(NotAllowed):
        store.refunds.begin_attempt("refund-1", won(3_000), NOW + 20, "이나래")
    assert len(store.refunds.attempts("refund-1")) == 1


@pytest.mark.parametrize(
    "state", [S.SUCCEEDED, S.REJECTED, S.NOT_EXECUTED, S.STALE, S.NEEDS_REVIEW, S.ACCEPTED]
)
def test_a_refund_that_left_takes_no_attempt(store: Store, state: RefundState) -> None:
    brought_to(store, state)
    with pytest.raises(NotAllowed):
        store.refunds.begin_attempt("refund-1", won(3_000), NOW + 99, "이나래")


def test_there_is_no_attempt_without_a_refund(store: Store) -> None:
    with pytest.raises(NotAllowed, match="refund-9"):
        store.refunds.begin_attempt("refund-9", won(1), NOW, "이나래")


def test_an_answer_its_move_and_its_reading_are_kept_together(store: Store) -> None:
    attempt = ended(sent(store, refund()), Outcome.DONE, http_status=200, code=0, message="환불")
    shown = payment(cancel_amount=won(3_000), cancellations=(entry(),), request_no=5)
    move = answered(S.SUCCEEDED, who="이나래", detail="our_tag", cancellation_id="c1", message="ok")
    after = store.refunds.end_attempt(attempt, move, shown)
    assert after == refund(state=S.SUCCEEDED, updated_at=NOW + 50, cancellation_id="c1", message="ok")
    assert store.refunds.get("refund-1") == after
    assert store.refunds.attempts("refund-1") == (attempt,)
    assert store.payments.get("imp_1") == shown
    event = store.refunds.events("refund-1")[-1]
    assert (event.old, event.new, event.cause, event.detail) == (
        S.SENDING,
        S.SUCCEEDED,
        Cause.ANSWER,
        "our_tag",
    )


def test_an_attempt_ends_once(store: Store) -> None:
    attempt = ended(sent(store, refund()))
    store.refunds.end_attempt(attempt, answered(S.UNKNOWN), None)
    with pytest.raises(NotAllowed, match="has ended"):
        store.refunds.end_attempt(replace(attempt, outcome=Outcome.DONE), None, None)
    with pytest.raises(NotAllowed, match="does not exist"):
        store.refunds.end_attempt(replace(attempt, attempt_id=77), None, None)
    assert store.refunds.attempts("refund-1") == (attempt,)


def test_an_attempt_does_not_end_without_an_outcome(store: Store) -> None:
    with pytest.raises(ValueError, match="outcome"):
        store.refunds.end_attempt(sent(store, refund()), answered(S.UNKNOWN), None)


def test_a_move_that_is_not_allowed_takes_the_outcome_and_the_reading_back(store: Store) -> None:
    attempt = sent(store, refund())
    with pytest.raises(NotAllowed):
        store.refunds.end_attempt(ended(attempt), answered(S.REJECTED), payment())
    assert store.refunds.attempts("refund-1") == (attempt,)
    assert store.payments.get("imp_1") is None
    assert len(store.refunds.events("refund-1")) == 2


def test_a_reading_of_an_older_request_moves_the_refund_but_not_the_payment(store: Store) -> None:
    newer = payment(goods="배 상자", request_no=9)
    store.payments.save([newer])
    attempt = ended(sent(store, refund()))
    store.refunds.end_attempt(attempt, answered(S.UNKNOWN), payment(request_no=8))
    assert store.payments.get("imp_1") == newer
    store.refunds.move("refund-1", read(S.UNKNOWN, S.STALE), payment(request_no=8))
    assert store.payments.get("imp_1") == newer


def test_a_move_keeps_the_words_before_unless_it_brings_some(store: Store) -> None:
    attempt = ended(sent(store, refund()), Outcome.REFUSED)
    store.refunds.end_attempt(attempt, answered(S.UNKNOWN, message="한도 초과"), None)
    after = store.refunds.move("refund-1", read(S.UNKNOWN, S.REJECTED))
    assert (after.message, after.cancellation_id) == ("한도 초과", "")
    late = store.refunds.move("refund-1", read(S.REJECTED, S.SUCCEEDED, message="", cancellation_id="c1"))
    assert (late.message, late.cancellation_id) == ("", "c1")


@pytest.mark.parametrize("cause", list(Cause))
@pytest.mark.parametrize("new", list(RefundState))
def test_a_move_needs_its_place_in_the_table(store: Store, new: RefundState, cause: Cause) -> None:
    store.refunds.add(refund(), "이나래")
    move = Move(S.PREPARED, new, cause, NOW + 5)
    if is_allowed(S.PREPARED, new, cause):
        assert store.refunds.move("refund-1", move).state is new
    else:
        with pytest.raises(NotAllowed):
            store.refunds.move("refund-1", move)
        assert store.refunds.get("refund-1") == refund()


def test_a_move_starts_where_the_refund_is(store: Store) -> None:
    store.refunds.add(refund(), "이나래")
    with pytest.raises(NotAllowed, match="is not unknown"):
        store.refunds.move("refund-1", read(S.UNKNOWN, S.SUCCEEDED))
    with pytest.raises(NotAllowed):
        store.refunds.move("refund-9", read(S.UNKNOWN, S.SUCCEEDED))
    assert len(store.refunds.events("refund-1")) == 1


def test_an_entry_is_taken_by_one_refund(store: Store) -> None:
    store.refunds.add(found_upstream(2, cancellation_id="c1"), "")
    attempt = ended(sent(store, refund()))
    store.refunds.end_attempt(attempt, answered(S.UNKNOWN), None)
    with pytest.raises(NotAllowed, match="cancellation_id"):
        store.refunds.move("refund-1", read(S.UNKNOWN, S.SUCCEEDED, cancellation_id="c1"))
    stored = store.refunds.get("refund-1")
    assert stored is not None
    assert stored.state is S.UNKNOWN


def test_a_refund_that_has_succeeded_gets_its_entry_later(store: Store) -> None:
    before = brought_to(store, S.SUCCEEDED)
    store.refunds.set_entry("refund-1", "c1", NOW + 200, "ground")
    after = replace(before, cancellation_id="c1")
    assert store.refunds.get("refund-1") == after
    event = store.refunds.events("refund-1")[-1]
    assert (event.at, event.old, event.new, event.cause, event.detail) == (
        NOW + 200,
        S.SUCCEEDED,
        S.SUCCEEDED,
        Cause.READ,
        "ground",
    )
    with pytest.raises(NotAllowed, match="has an entry"):
        store.refunds.set_entry("refund-1", "c2", NOW + 300, "ground")
    assert store.refunds.get("refund-1") == after


def test_no_other_refund_gets_an_entry_without_a_move(store: Store) -> None:
    store.refunds.add(found_upstream(2, cancellation_id="c1"), "")
    brought_to(store, S.SUCCEEDED, 1)
    brought_to(store, S.NOT_EXECUTED, 3)
    events = len(store.refunds.events("refund-1"))
    with pytest.raises(NotAllowed, match="cancellation_id"):
        store.refunds.set_entry("refund-1", "c1", NOW, "")
    for refund_id in ("refund-3", "refund-9"):
        with pytest.raises(NotAllowed, match="is not succeeded"):
            store.refunds.set_entry(refund_id, "c3", NOW, "")
    assert len(store.refunds.events("refund-1")) == events
    assert [one.cancellation_id for one in store.refunds.of_payment("imp_1")] == ["", "c1", ""]


def test_the_refunds_of_a_payment(store: Store) -> None:
    brought_to(store, S.NOT_EXECUTED, 1)
    brought_to(store, S.SUCCEEDED, 2)
    store.refunds.add(refund(3), "이나래")
    store.refunds.add(refund(4, imp_uid="imp_2", created_at=NOW - 9), "이나래")
    found = [made.refund_id for made in store.refunds.of_payment("imp_1")]
    assert found == ["refund-3", "refund-2", "refund-1"]
    assert store.refunds.open_of("imp_1") == refund(3)
    assert store.refunds.open_of("imp_3") is None
    assert [made.refund_id for made in store.overview.open_refunds()] == ["refund-4", "refund-3"]


def test_what_failed_lately(store: Store) -> None:
    brought_to(store, S.NOT_EXECUTED, 1)
    brought_to(store, S.REJECTED, 2)
    brought_to(store, S.STALE, 3)
    failed = [made.refund_id for made in store.refunds.failed_since("imp_1", NOW + 90)]
    assert failed == ["refund-3", "refund-2", "refund-1"], "3: its answer was lost"
    assert store.refunds.failed_since("imp_1", NOW + 91) == ()
    assert store.refunds.failed_since("imp_2", 0) == ()


@pytest.mark.parametrize("ended", [S.NOT_EXECUTED, S.REJECTED, S.STALE])
def test_what_ended_without_success_and_succeeded_late_is_told_too(store: Store, ended: RefundState) -> None:
    made = brought_to(store, ended)
    store.refunds.move(made.refund_id, Move(ended, S.SUCCEEDED, Cause.READ, NOW + 1_000))
    [late] = store.refunds.failed_since("imp_1", NOW + 1_000)
    assert late.state is S.SUCCEEDED
    assert store.refunds.failed_since("imp_1", NOW + 1_001) == ()


def test_what_was_given_up_and_succeeded_all_the_same_is_told_too(store: Store) -> None:
    store.refunds.add(refund(), "이나래")
    store.refunds.move("refund-1", Move(S.PREPARED, S.CANCELLED, Cause.PERSON, NOW))
    assert store.refunds.failed_since("imp_1", 0) == ()
    late = store.refunds.move("refund-1", Move(S.CANCELLED, S.SUCCEEDED, Cause.READ, NOW + 1_000))
    assert store.refunds.failed_since("imp_1", NOW + 1_000) == (late,)


@pytest.mark.parametrize("state", sorted(RefundState))
def test_what_is_open_and_in_which_state(store: Store, raw: sqlite3.Connection, state: RefundState) -> None:
    store.refunds.add(refund(), "이나래")
    raw.execute("DROP TRIGGER guard_refunds_move")
    raw.execute("UPDATE refunds SET state = ?", (state.value,))
    made = refund(state=state)
    assert len(store.overview.open_refunds()) == made.is_open
    assert store.overview.open_counts() == ({state: 1} if made.is_open else {})
    assert store.refunds.in_state(state) == (made,)
