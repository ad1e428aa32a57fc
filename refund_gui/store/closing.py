"""What one day's close is made from."""

from typing import TYPE_CHECKING, Final

import peewee as pw

from refund_gui.domain.closing import ClosingOrder, Recorded
from refund_gui.domain.refund import OPEN_STATES, Refund
from refund_gui.store.database import Database
from refund_gui.store.outside import OutsideRecords
from refund_gui.store.payments import load_within
from refund_gui.store.refunds import RefundRecords

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_CHUNK: Final = 250

_TOUCHED: Final = """
SELECT r.imp_uid FROM events AS e JOIN refunds AS r ON r.refund_id = e.refund_id
 WHERE e.new = 'succeeded' AND e.at BETWEEN ? AND ?
UNION SELECT imp_uid FROM cancellations WHERE is_present AND cancelled_at BETWEEN ? AND ?
UNION SELECT imp_uid FROM outside_refunds WHERE refunded_at BETWEEN ? AND ?
"""
"""Payments that something of a time belongs to."""


def orders_of(database: Database, since: int, until: int) -> "tuple[ClosingOrder, ...]":
    """The payments with something of this time (unix seconds, inclusive) or an open refund; one moment."""
    with database.reading():
        touched = [row["imp_uid"] for row in database.select(_TOUCHED, (since, until) * 3)]
        waiting = database.select_for("SELECT imp_uid FROM refunds WHERE state IN ", sorted(OPEN_STATES))
        imp_uids = dict.fromkeys([*touched, *(row["imp_uid"] for row in waiting)])
        return tuple(
            order for chunk in pw.chunked(imp_uids, _CHUNK) for order in _orders(database, list(chunk))
        )


def _orders(database: Database, imp_uids: "Sequence[str]") -> "Iterable[ClosingOrder]":
    """Those of these payments that are stored."""
    payments = load_within(database, imp_uids)
    refunds = RefundRecords(database).of_payments(imp_uids)
    notes = OutsideRecords(database).of_payments(imp_uids)
    done_at = _done_at(database, refunds)
    for imp_uid, payment in payments.items():
        yield ClosingOrder(
            payment,
            tuple(Recorded(one, done_at.get(one.refund_id, 0)) for one in refunds if one.imp_uid == imp_uid),
            tuple(note for note in notes if note.imp_uid == imp_uid),
        )


def _done_at(database: Database, refunds: "Sequence[Refund]") -> "Mapping[str, int]":
    """When each refund was first written down as done, by refund_id."""
    marks = ", ".join("?" * len(refunds))
    rows = database.select(
        "SELECT refund_id, min(at) AS at FROM events"
        f" WHERE new = 'succeeded' AND refund_id IN ({marks}) GROUP BY refund_id",
        [one.refund_id for one in refunds],
    )
    return {row["refund_id"]: row["at"] for row in rows}
