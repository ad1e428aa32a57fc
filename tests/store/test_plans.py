"""Plans of what is read when: made with the attempt, gone with success (protocol rules 6, 16)."""

from refund_gui.domain.refund import Cause, Move, RefundState
from refund_gui.domain.schedule import NEVER
from refund_gui.store import Store
from tests.store.made_up import NOW, answered, brought_to, ended, found_upstream, read, refund, sent

S = RefundState


def due(store: Store, now: int) -> list[str]:
    return [plan.refund_id for plan in store.plans.due(now, 100)]


def test_an_attempt_is_planned_in_the_transaction_that_commits_it(store: Store) -> None:
    store.refunds.add(refund(), "")
    assert store.plans.get("refund-1") is None
    store.refunds.begin_attempt("refund-1", refund().amount, NOW + 10, "")
    plan = store.plans.get("refund-1")
    assert plan is not None
    assert (plan.imp_uid, plan.since, plan.due) == ("imp_1", NOW + 10, NOW + 310)


def test_the_end_of_the_attempt_is_what_counts(store: Store) -> None:
    attempt = sent(store, refund())
    store.refunds.end_attempt(ended(attempt), answered(S.UNKNOWN), None)
    plan = store.plans.get("refund-1")
    assert plan is not None
    assert plan.since == attempt.started_at + 2
    assert due(store, plan.due - 1) == []
    assert due(store, plan.due) == ["refund-1"]


def test_success_ends_it(store: Store) -> None:
    attempt = sent(store, refund())
    store.refunds.end_attempt(ended(attempt), answered(S.SUCCEEDED), None)
    assert store.plans.get("refund-1") is None
    brought_to(store, S.SUCCEEDED, 2)
    assert store.plans.get("refund-2") is None


def test_ends_without_success_are_read_on(store: Store) -> None:
    for number, state in ((1, S.REJECTED), (2, S.NOT_EXECUTED), (3, S.STALE)):
        brought_to(store, state, number)
        assert store.plans.get(f"refund-{number}") is not None


def test_what_was_reversed_is_read_again(store: Store) -> None:
    brought_to(store, S.SUCCEEDED)
    store.refunds.move("refund-1", read(S.SUCCEEDED, S.REVERSED))
    assert store.plans.get("refund-1") is not None
    store.refunds.move("refund-1", read(S.REVERSED, S.SUCCEEDED))
    assert store.plans.get("refund-1") is None


def test_what_was_adopted_or_never_sent_has_none(store: Store) -> None:
    store.refunds.add(found_upstream(), "")
    store.refunds.add(refund(2), "")
    store.refunds.move("refund-2", Move(S.PREPARED, S.CANCELLED, Cause.PERSON, NOW))
    assert due(store, NEVER - 1) == []


def test_a_good_reading_moves_on_to_the_next_moment(store: Store) -> None:
    made = brought_to(store, S.NOT_EXECUTED)
    plan = store.plans.get(made.refund_id)
    assert plan is not None
    store.plans.was_read("imp_1", plan.due - 1)
    assert store.plans.get(made.refund_id) == plan
    store.plans.was_read("imp_1", plan.due + 5)
    later = store.plans.get(made.refund_id)
    assert later is not None
    assert later.due == plan.since + 3_600


def test_a_reading_that_failed_is_tried_again_in_five_minutes(store: Store) -> None:
    made = brought_to(store, S.NOT_EXECUTED)
    store.plans.was_not_read("imp_1", NOW + 5_000)
    later = store.plans.get(made.refund_id)
    assert later is not None
    assert later.due == NOW + 5_300
    store.plans.was_not_read("imp_other", NOW + 9_000)


def test_rule_06_a_clock_that_was_ahead_loses_no_reading(store: Store) -> None:
    made = brought_to(store, S.NOT_EXECUTED)
    store.plans.was_read("imp_1", NOW + 365 * 86_400)
    assert store.plans.get(made.refund_id).due == NEVER  # type: ignore[union-attr]
    assert due(store, NOW + 400) == [made.refund_id]
    store.plans.was_read("imp_1", NOW + 400)
    assert due(store, NOW + 401) == []
    assert due(store, NOW + 4_000) == [made.refund_id]


def test_the_oldest_due_comes_first_and_no_more_than_asked_for(store: Store) -> None:
    for number in range(5):
        sent(store, refund(number, imp_uid=f"imp_{number}", created_at=NOW))
        store.plans.end(f"refund-{number}", NOW - number)
    assert len(store.plans.due(NOW - 10, 3)) == 3
