"""The guards inside the file, each broken by hand: by raw SQL, by REPLACE, and through Peewee."""

import sqlite3
from itertools import product
from typing import Any

import peewee as pw
import pytest

from refund_gui.domain.outside import OutsideRefund, OutsideWay
from refund_gui.domain.refund import FIRST_STATES, OPEN_STATES, TRANSITIONS, Outcome, RefundState
from refund_gui.store import Store
from refund_gui.store.database import Database
from refund_gui.store.guards import OUTCOME, REFUND_MOVES
from refund_gui.store.refund_rows import refund_row
from refund_gui.store.tables import Attempts, Events, Payments, Refunds
from tests.store.made_up import (
    NOW,
    answered,
    brought_to,
    ended,
    entry,
    found_upstream,
    payment,
    refund,
    sent,
    whole_payment,
    won,
)

KEPT = (
    "payments",
    "cancellations",
    "refunds",
    "attempts",
    "events",
    "outside_refunds",
    "outside_withdrawals",
)
REFUND_FIXED = sorted(set(Refunds._meta.columns) - REFUND_MOVES)
ATTEMPT_FIXED = sorted(set(Attempts._meta.columns) - OUTCOME)


@pytest.fixture
def filled(store: Store) -> Store:
    """One row in every table that is guarded; the refund waits for its answer."""
    store.payments.save([payment(cancellations=(entry(),))])
    store.outside.add(OutsideRefund("n1", "imp_1", won(1), NOW, OutsideWay.CASH, "", "이나래", NOW))
    store.outside.withdraw("n1", NOW, "이나래")
    sent(store, refund())
    return store


def rows(raw: sqlite3.Connection, table: str) -> list[Any]:
    return raw.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()


def refused(raw: sqlite3.Connection, sql: str, *values: object) -> str:
    """Run what must fail; the guard's words. Nothing may have changed."""
    before = [rows(raw, table) for table in KEPT]
    with pytest.raises(sqlite3.IntegrityError) as caught:
        raw.execute(sql, values)
    assert [rows(raw, table) for table in KEPT] == before
    return str(caught.value)


@pytest.mark.parametrize("table", KEPT)
def test_nothing_is_deleted(filled: Store, raw: sqlite3.Connection, table: str) -> None:
    assert rows(raw, table)
    raw.execute("PRAGMA foreign_keys = 0")
    assert refused(raw, f"DELETE FROM {table}") == f"{table} are never deleted"


@pytest.mark.parametrize("verb", ["REPLACE", "INSERT OR REPLACE"])
@pytest.mark.parametrize("table", KEPT)
def test_nothing_is_replaced(filled: Store, raw: sqlite3.Connection, table: str, verb: str) -> None:
    raw.execute("PRAGMA foreign_keys = 0")
    refused(raw, f"{verb} INTO {table} SELECT * FROM {table}")


def test_a_fresh_refund_is_not_replaced_by_its_like(store: Store, raw: sqlite3.Connection) -> None:
    store.refunds.add(refund(), "이나래")
    for verb in ("REPLACE", "INSERT OR REPLACE"):
        words = refused(raw, f"{verb} INTO refunds SELECT * FROM refunds")
        assert words == "refunds are never deleted"


@pytest.mark.parametrize("verb", ["REPLACE", "INSERT OR REPLACE", "INSERT"])
def test_another_open_refund_does_not_push_the_first_out(
    filled: Store, raw: sqlite3.Connection, verb: str
) -> None:
    row = refund_row(refund(2))
    marks = ", ".join("?" * len(row))
    refused(raw, f"{verb} INTO refunds ({', '.join(row)}) VALUES ({marks})", *row.values())


def test_an_update_or_replace_pushes_nothing_out(store: Store, raw: sqlite3.Connection) -> None:
    brought_to(store, RefundState.NOT_EXECUTED)
    store.refunds.add(refund(2), "이나래")
    words = refused(raw, "UPDATE OR REPLACE refunds SET state = 'accepted' WHERE id = 1")
    assert words == "refunds are never deleted"


@pytest.mark.parametrize("table", [Refunds, Attempts, Events, Payments])
def test_peewees_replace_is_refused(filled: Store, database: Database, table: type[pw.Model]) -> None:
    (row, *_) = database.rows(table.select())
    with pytest.raises(pw.IntegrityError):
        database.run(table.replace(row))  # type: ignore[no-untyped-call]  # Peewee's stubs
    assert row in database.rows(table.select())


def test_insert_or_ignore_ignores_no_guard(filled: Store, raw: sqlite3.Connection) -> None:
    refused(
        raw,
        "INSERT OR IGNORE INTO attempts SELECT 9, refund_id, 2, 1, 1, 1, NULL, NULL, NULL, NULL, NULL,"
        " NULL, NULL, 0 FROM attempts",
    )


@pytest.mark.parametrize("column", sorted(Events._meta.columns))
def test_events_never_change(filled: Store, raw: sqlite3.Connection, column: str) -> None:
    assert refused(raw, f"UPDATE events SET {column} = 77 WHERE id = 1") == "events never change"


@pytest.mark.parametrize("column", REFUND_FIXED)
def test_what_was_confirmed_never_changes(filled: Store, raw: sqlite3.Connection, column: str) -> None:
    for value in ("7", None):
        refused(raw, f"UPDATE refunds SET {column} = ?", value)


def test_what_was_not_given_is_not_added_later(store: Store, raw: sqlite3.Connection) -> None:
    store.refunds.add(refund(account=None), "이나래")
    words = refused(raw, "UPDATE refunds SET account_last_four = '4567'")
    assert words == "what was confirmed never changes"


def test_a_row_number_is_no_way_around(filled: Store, raw: sqlite3.Connection) -> None:
    for table in ("refunds", "attempts", "payments"):
        refused(raw, f"UPDATE {table} SET rowid = 77")


def test_the_identity_columns_are_among_the_fixed() -> None:
    assert {"refund_id", "imp_uid", "tag", "amount", "checksum", "is_whole", "base_cancel_amount"} < set(
        REFUND_FIXED
    )
    assert {"base_entries", "reason", "origin", "created_at", "currency"} < set(REFUND_FIXED)


@pytest.mark.parametrize(("old", "new"), list(product(RefundState, RefundState)))
def test_states_move_only_along_the_table(
    store: Store, raw: sqlite3.Connection, old: RefundState, new: RefundState
) -> None:
    store.refunds.add(refund(), "이나래")
    trigger = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'guard_refunds_move'").fetchone()[0]
    raw.execute("DROP TRIGGER guard_refunds_move")
    raw.execute("UPDATE refunds SET state = ?", (old.value,))
    raw.execute(trigger)
    if old is new or (old, new) in TRANSITIONS:
        raw.execute("UPDATE refunds SET state = ?", (new.value,))
        assert raw.execute("SELECT state FROM refunds").fetchone() == (new.value,)
    else:
        words = refused(raw, "UPDATE refunds SET state = ?", new.value)
        assert words == "a refund does not move this way"


@pytest.mark.parametrize("state", ["", "paid", None, b"succeeded", 1])
def test_there_are_no_other_states(filled: Store, raw: sqlite3.Connection, state: object) -> None:
    refused(raw, "UPDATE refunds SET state = ?", state)
    refused(raw, "UPDATE OR REPLACE refunds SET state = ?", state)


@pytest.mark.parametrize("state", list(RefundState))
def test_a_refund_begins_only_in_a_first_state(
    store: Store, raw: sqlite3.Connection, state: RefundState
) -> None:
    row = refund_row(refund()) | {"state": state.value}
    sql = f"INSERT INTO refunds ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
    if state in FIRST_STATES:
        assert raw.execute(sql, list(row.values())).rowcount == 1
    else:
        assert refused(raw, sql, *row.values()) == "a refund does not begin in this state"


@pytest.mark.parametrize("amount", [0, -1])
def test_a_refund_has_an_amount(store: Store, raw: sqlite3.Connection, amount: int) -> None:
    row = refund_row(refund()) | {"amount": amount}
    sql = f"INSERT INTO refunds ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
    assert "CHECK" in refused(raw, sql, *row.values())


@pytest.mark.parametrize("column", ["account_last_four", "account_holder_initial"])
def test_no_whole_account_is_stored(store: Store, raw: sqlite3.Connection, column: str) -> None:
    row = refund_row(refund()) | {column: "12345"}
    sql = f"INSERT INTO refunds ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
    assert "CHECK" in refused(raw, sql, *row.values())


def test_a_tag_is_unique_within_its_payment(store: Store, raw: sqlite3.Connection) -> None:
    store.refunds.add(found_upstream(), "")
    row = refund_row(found_upstream(2)) | {"tag": found_upstream().tag}
    sql = f"INSERT INTO refunds ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
    assert refused(raw, sql, *row.values()) == "UNIQUE constraint failed: refunds.imp_uid, refunds.tag"
    row["imp_uid"] = "imp_2"
    assert raw.execute(sql, list(row.values())).rowcount == 1


def test_an_upstream_entry_belongs_to_one_refund(store: Store, raw: sqlite3.Connection) -> None:
    store.refunds.add(found_upstream(1, cancellation_id="c1"), "")
    store.refunds.add(found_upstream(2), "")
    store.refunds.add(found_upstream(3), "")
    refused(raw, "UPDATE refunds SET cancellation_id = 'c1' WHERE id = 2")
    refused(raw, "UPDATE OR REPLACE refunds SET cancellation_id = 'c1' WHERE id = 2")


@pytest.mark.parametrize("state", list(RefundState))
def test_one_open_refund_for_each_payment(
    store: Store, database: Database, raw: sqlite3.Connection, state: RefundState
) -> None:
    store.refunds.add(refund(), "이나래")
    raw.execute("DROP TRIGGER guard_refunds_move")
    raw.execute("UPDATE refunds SET state = ?", (state.value,))
    row = refund_row(refund(2))
    sql = f"INSERT INTO refunds ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
    if state in OPEN_STATES:
        assert refused(raw, sql, *row.values()) == "UNIQUE constraint failed: refunds.imp_uid"
    else:
        assert raw.execute(sql, list(row.values())).rowcount == 1


ATTEMPT = (
    "INSERT INTO attempts (tax_free, vat, escrow_confirmed, refund_id, number, checksum, amount, started_at)"
    " VALUES (1000, 181, 1, "
)


@pytest.mark.parametrize("state", sorted(set(RefundState) - {RefundState.SENDING}))
def test_an_attempt_needs_a_refund_that_is_being_sent(
    store: Store, raw: sqlite3.Connection, state: RefundState
) -> None:
    store.refunds.add(refund(), "이나래")
    raw.execute("DROP TRIGGER guard_refunds_move")
    raw.execute("UPDATE refunds SET state = ?", (state.value,))
    refused(raw, ATTEMPT + "'refund-1', 1, 10000, 3000, 1)")


@pytest.mark.parametrize(
    "part", ["NULL, 181, 1", "1001, 181, 1", "1000, NULL, 1", "1000, 0, 1", "1000, 181, 0"]
)
def test_an_attempt_sends_the_parts_that_were_confirmed(
    store: Store, raw: sqlite3.Connection, part: str
) -> None:
    store.refunds.add(refund(), "이나래")
    raw.execute("UPDATE refunds SET state = 'sending'")
    sql = ATTEMPT + "'refund-1', 1, 10000, 3000, 1)"
    assert refused(raw, sql.replace("1000, 181, 1", part)) == "this refund takes no such attempt"
    assert raw.execute(sql).rowcount == 1


@pytest.mark.parametrize(
    "wrong",
    [{"tax_free": -1}, {"tax_free": 3_001}, {"vat": -1}, {"vat": 2_001}, {"tax_free_total": 999}],
    ids=str,
)
def test_parts_add_up(store: Store, raw: sqlite3.Connection, wrong: dict[str, int]) -> None:
    row = refund_row(refund()) | wrong
    sql = f"INSERT INTO refunds ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
    assert "CHECK" in refused(raw, sql, *row.values())


@pytest.mark.parametrize(
    "values",
    [
        pytest.param("'refund-1', 1, 9999, 3000, 1)", id="another checksum"),
        pytest.param("'refund-1', 1, NULL, 3000, 1)", id="no checksum"),
        pytest.param("'refund-1', 1, 10000, 3001, 1)", id="another amount"),
        pytest.param("'refund-1', 1, 10000, NULL, 1)", id="everything"),
        pytest.param("'refund-7', 1, 10000, 3000, 1)", id="no refund"),
    ],
)
def test_an_attempt_sends_what_was_confirmed(store: Store, raw: sqlite3.Connection, values: str) -> None:
    store.refunds.add(refund(), "이나래")
    raw.execute("UPDATE refunds SET state = 'sending'")
    assert refused(raw, ATTEMPT + values) == "this refund takes no such attempt"
    assert raw.execute(ATTEMPT + "'refund-1', 1, 10000, 3000, 1)").rowcount == 1


def test_an_attempt_begins_without_an_outcome(store: Store, raw: sqlite3.Connection) -> None:
    store.refunds.add(refund(), "이나래")
    raw.execute("UPDATE refunds SET state = 'sending'")
    refused(
        raw,
        "INSERT INTO attempts VALUES (1, 'refund-1', 1, 10000, 3000, 1, 'done', 2, 200, 0, '', 1000, 181, 1)",
    )


def test_no_attempt_beside_one_that_has_not_ended(filled: Store, raw: sqlite3.Connection) -> None:
    words = refused(raw, ATTEMPT + "'refund-1', 2, 10000, 3000, 1)")
    assert words == "this refund takes no such attempt"


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_second_attempt_needs_proof_that_the_first_did_nothing(
    store: Store, raw: sqlite3.Connection, outcome: Outcome
) -> None:
    store.refunds.end_attempt(ended(sent(store, refund()), outcome), None, None)
    again = ATTEMPT + "'refund-1', 2, 10000, 3000, 1)"
    if outcome in (Outcome.UNAUTHORIZED, Outcome.UNSENT):
        assert raw.execute(again).rowcount == 1
    else:
        assert refused(raw, again) == "this refund takes no such attempt"


@pytest.mark.parametrize("column", ATTEMPT_FIXED)
def test_what_was_sent_never_changes(filled: Store, raw: sqlite3.Connection, column: str) -> None:
    end = "outcome = 'done', ended_at = 1, http_status = 200, message = ''"
    for value in ("7", None):
        refused(raw, f"UPDATE attempts SET {column} = ?", value)
        refused(raw, f"UPDATE attempts SET {end}, {column} = ?", value)


@pytest.mark.parametrize(
    "part",
    [
        "outcome = 'done'",
        "ended_at = 1",
        "code = 1",
        "message = 'x'",
        "http_status = 200",
        "outcome = 'done', ended_at = 1, http_status = 200",
        "outcome = 'done', ended_at = 1, message = ''",
        "ended_at = 1, http_status = 200, message = ''",
    ],
)
def test_an_outcome_is_filled_together(filled: Store, raw: sqlite3.Connection, part: str) -> None:
    refused(raw, f"UPDATE attempts SET {part}")
    refused(raw, f"UPDATE OR REPLACE attempts SET {part}")


@pytest.mark.parametrize("column", sorted(OUTCOME))
def test_an_outcome_is_filled_once(filled: Store, raw: sqlite3.Connection, column: str) -> None:
    (attempt,) = filled.refunds.attempts("refund-1")
    filled.refunds.end_attempt(ended(attempt), answered(RefundState.UNKNOWN), None)
    for value in ("7", None):
        words = refused(raw, f"UPDATE attempts SET {column} = ?", value)
        assert words == "the outcome of an attempt is filled once, and nothing else changes"


def test_a_payment_never_goes_back_to_an_older_reading(store: Store, raw: sqlite3.Connection) -> None:
    store.payments.save([whole_payment()])
    words = refused(raw, "UPDATE payments SET request_no = request_no - 1")
    assert words == "an older reading never replaces a newer one"
    refused(raw, "UPDATE payments SET imp_uid = 'imp_other'")


@pytest.mark.parametrize("table", ["outside_refunds", "outside_withdrawals"])
def test_notes_never_change(filled: Store, raw: sqlite3.Connection, table: str) -> None:
    assert refused(raw, f"UPDATE {table} SET operator = '다른 사람'") == f"{table} never change"
