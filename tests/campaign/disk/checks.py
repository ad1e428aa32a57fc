"""What must hold in a data directory, whatever the disk did (protocol: records, states, rules 3 and 11)."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from refund_gui.domain.refund import OPEN_STATES, Cause, Outcome, RefundState, is_allowed
from tests.campaign.disk.cases import Seen

SQL_OPEN = ", ".join(f"'{state}'" for state in sorted(OPEN_STATES))
SQL_RESENDABLE = f"'{Outcome.UNAUTHORIZED}', '{Outcome.UNSENT}'"

NO_ROWS = {
    "a row refers to nothing": "PRAGMA foreign_key_check",
    "more succeeded than was paid": "SELECT p.imp_uid FROM payments p JOIN refunds r USING (imp_uid)"
    " WHERE r.state = 'succeeded' GROUP BY p.imp_uid HAVING sum(r.amount) > p.amount",
    "two open refunds of a payment": f"SELECT imp_uid FROM refunds WHERE state IN ({SQL_OPEN})"
    " GROUP BY imp_uid HAVING count(*) > 1",
    "an attempt with another checksum or amount": "SELECT a.id FROM attempts a JOIN refunds r"
    " USING (refund_id) WHERE a.checksum <> r.checksum"
    " OR a.amount IS NOT r.amount AND NOT (a.amount IS NULL AND r.is_whole)",
    "an attempt with other parts": "SELECT a.id FROM attempts a JOIN refunds r USING (refund_id)"
    " WHERE (a.tax_free, a.vat, a.escrow_confirmed) IS NOT (r.tax_free, r.vat, r.escrow_confirmed)",
    "sent without an attempt": "SELECT refund_id FROM refunds r WHERE origin = 'here'"
    " AND state NOT IN ('prepared', 'cancelled', 'stale')"
    " AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.refund_id = r.refund_id)",
    "an attempt after one that may have been executed": "SELECT a.id FROM attempts a JOIN attempts b"
    " ON a.refund_id = b.refund_id AND a.number < b.number"
    f" WHERE a.outcome IS NULL OR a.outcome NOT IN ({SQL_RESENDABLE})",
    "an attempt under way without SENDING": "SELECT a.id FROM attempts a JOIN refunds r USING (refund_id)"
    " WHERE a.outcome IS NULL AND r.state <> 'sending'",
    "a refund without its entry": "SELECT refund_id FROM refunds"
    " WHERE state = 'succeeded' AND cancellation_id = ''",
}


def violations(data_dir: Path) -> list[str]:
    """What is wrong with the store. It must not be open in a program."""
    with closing(sqlite3.connect(data_dir / "store.sqlite3")) as store:
        store.execute("PRAGMA synchronous = OFF")
        found = [f"integrity_check: {row[0]}" for row in store.execute("PRAGMA integrity_check")]
        wrong = [] if found == ["integrity_check: ok"] else found
        for what, query in NO_ROWS.items():
            wrong += [f"{what}: {row}" for row in store.execute(query)]
        return wrong + list(_broken_chains(store))


def _broken_chains(store: sqlite3.Connection) -> Iterator[str]:
    """Each refund's events follow one another along the table up to its state."""
    for refund_id, state in store.execute("SELECT refund_id, state FROM refunds").fetchall():
        query = "SELECT old, new, cause FROM events WHERE refund_id = ? ORDER BY id"
        events: list[tuple[Any, ...]] = store.execute(query, (refund_id,)).fetchall()
        before = None
        for old, new, cause in events:
            moved = old is None or is_allowed(RefundState(old), RefundState(new), Cause(cause))
            if old != before or not moved:
                yield f"an event of {refund_id} does not follow: {old} to {new} by {cause}"
            before = new
        if before != state:
            yield f"{refund_id} is {state}, its last event says {before}"


def disagreements(refunds: Sequence[Seen], executed: Sequence[str]) -> list[str]:
    """Where a settled store does not say what upstream's record says."""
    wrong = []
    known = {refund.tag for refund in refunds}
    for tag in set(executed) - {""}:
        if executed.count(tag) > 1:
            wrong.append(f"{tag} was executed {executed.count(tag)} times")
        if tag not in known:
            wrong.append(f"{tag} was executed and is not stored")
    for refund in refunds:
        succeeded = refund.state == RefundState.SUCCEEDED
        if succeeded is not (refund.tag in executed):
            wrong.append(f"{refund.tag} is {refund.state}; upstream has {executed}")
        if refund.state in OPEN_STATES - {RefundState.PREPARED}:
            wrong.append(f"{refund.tag} is still {refund.state}")
    return wrong
