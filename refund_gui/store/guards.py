"""Triggers and an index that hold the protocol inside the database file, whoever writes to it.

They are made from the domain's tables at each open when they differ from what is there, so that a migration
that rebuilds a table, or a new transition, cannot leave old ones behind. REPLACE counts as a delete
(`recursive_triggers`).
"""

from collections.abc import Iterable, Iterator
from typing import Final

from refund_gui.domain.states import FIRST_STATES, OPEN_STATES, TRANSITIONS, Outcome, RefundState
from refund_gui.store.database import Database

REFUND_MOVES: Final = frozenset({"state", "updated_at", "cancellation_id", "message", "payout_due"})
"""The columns of a refund that a move fills. All others are what a person confirmed."""

OUTCOME: Final = frozenset({"outcome", "ended_at", "http_status", "code", "message"})
"""The columns of an attempt that are filled once, when it ends."""

RESENDABLE: Final = frozenset({Outcome.UNAUTHORIZED, Outcome.UNSENT})
"""After these, and only these, nothing was done: one more attempt may be made (protocol: a second POST)."""

_NOTES: Final = ("outside_refunds", "outside_withdrawals")


def make_guards(database: Database) -> None:
    """Drop and make what differs. One transaction, which is also the first write after opening."""
    with database.writing():
        wanted = dict(_guards(database))
        found = {
            name: (kind, sql)
            for kind, name, sql in database.connections.execute(
                "SELECT type, name, sql FROM sqlite_master WHERE name LIKE 'guard!_%' ESCAPE '!'"
            ).fetchall()
        }
        for name, (kind, sql) in found.items():
            if wanted.get(name) != sql:
                database.connections.execute(f"DROP {kind} {name}")
        for name, sql in wanted.items():
            if found.get(name, ("", ""))[1] != sql:
                database.connections.execute(sql)


def _guards(database: Database) -> Iterator[tuple[str, str]]:
    """Name and statement of each guard."""
    yield (
        "guard_one_open_refund",
        "CREATE UNIQUE INDEX guard_one_open_refund ON refunds (imp_uid)"
        f" WHERE state IN ({_texts(OPEN_STATES)})",
    )
    for name in ("payments", "cancellations", "changes", "refunds", "attempts", "events", *_NOTES):
        yield _trigger(f"{name}_stay", f"DELETE ON {name}", "1", f"{name} are never deleted")
    yield _trigger("events_fixed", "UPDATE ON events", "1", "events never change")
    yield _trigger("changes_fixed", "UPDATE ON changes", "1", "changes never change")
    for name in _NOTES:
        yield _trigger(f"{name}_fixed", f"UPDATE ON {name}", "1", f"{name} never change")
    yield _trigger(
        "payments_forward",
        "UPDATE ON payments",
        f"NEW.request_no < OLD.request_no OR {_changed({'id', 'imp_uid'})}",
        "an older reading never replaces a newer one",
    )
    yield _trigger(
        "refunds_first",
        "INSERT ON refunds",
        f"NEW.state NOT IN ({_texts(FIRST_STATES)})",
        "a refund does not begin in this state",
    )
    moves = ", ".join(f"('{old.value}', '{new.value}')" for old, new in sorted(TRANSITIONS))
    yield _trigger(
        "refunds_move",
        "UPDATE ON refunds",
        f"NEW.state IS NOT OLD.state AND (OLD.state, NEW.state) NOT IN (VALUES {moves})",
        "a refund does not move this way",
    )
    yield _trigger(
        "refunds_fixed",
        "UPDATE ON refunds",
        _changed(_columns(database, "refunds") - REFUND_MOVES),
        "what was confirmed never changes",
    )
    yield _trigger(
        "attempts_first",
        "INSERT ON attempts",
        "NEW.outcome IS NOT NULL"
        " OR EXISTS (SELECT 1 FROM attempts WHERE refund_id = NEW.refund_id"
        f" AND (outcome IS NULL OR outcome NOT IN ({_texts(RESENDABLE)})))"
        " OR NOT EXISTS (SELECT 1 FROM refunds WHERE refund_id = NEW.refund_id"
        f" AND state = '{RefundState.SENDING.value}' AND checksum IS NEW.checksum"
        " AND (amount IS NEW.amount OR (NEW.amount IS NULL AND is_whole))"
        " AND tax_free IS NEW.tax_free AND vat IS NEW.vat AND escrow_confirmed IS NEW.escrow_confirmed)",
        "this refund takes no such attempt",
    )
    yield _trigger(
        "attempts_fixed",
        "UPDATE ON attempts",
        "OLD.outcome IS NOT NULL OR NEW.outcome IS NULL OR "
        + _changed(_columns(database, "attempts") - OUTCOME),
        "the outcome of an attempt is filled once, and nothing else changes",
    )


def _trigger(name: str, event: str, when: str, message: str) -> tuple[str, str]:
    name = f"guard_{name}"
    return name, (
        f"CREATE TRIGGER {name} BEFORE {event} WHEN {when} BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


def _columns(database: Database, table: str) -> set[str]:
    return {row["name"] for row in database.select("SELECT name FROM pragma_table_info(?)", (table,))}


def _changed(columns: Iterable[str]) -> str:
    return " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in sorted(columns))


def _texts(values: Iterable[str]) -> str:
    return ", ".join(f"'{value}'" for value in sorted(values))
