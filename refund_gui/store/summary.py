"""Sums over a time, added up by SQLite along the indexes of m0005. Test payments are not in them."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from refund_gui.domain.money import Money
from refund_gui.domain.summary import Slice
from refund_gui.domain.totals import Total
from refund_gui.store import closing
from refund_gui.store.database import Database, Row
from refund_gui.store.refund_sql import IS_OPEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refund_gui.domain.closing import ClosingOrder

_EPOCH: Final = date(1970, 1, 1)

_SLICES: Final = """
SELECT (c.cancelled_at + 32400) / 86400 AS day, p.currency, p.pay_method, p.pg_provider,
  coalesce(nullif(r.reason, ''), nullif(t.reason, ''), c.reason) AS reason,
  CASE 'here' WHEN r.origin THEN r.operator WHEN t.origin THEN t.operator END AS operator,
  count(*) AS count, sum(c.amount) AS amount
 FROM cancellations AS c INDEXED BY cancellations_by_time
 JOIN payments AS p ON p.imp_uid = c.imp_uid
 LEFT JOIN refunds AS r
  ON r.imp_uid = c.imp_uid AND r.cancellation_id = c.entry_key AND r.cancellation_id <> ''
 LEFT JOIN refunds AS t
  ON r.id IS NULL AND t.imp_uid = c.imp_uid AND t.tag = substr(c.reason, 2, 6) AND t.state = 'succeeded'
 WHERE c.cancelled_at BETWEEN ? AND ? AND c.is_present
  AND NOT p.sandbox AND (p.paid_at > 0 OR p.cancel_amount > 0)
 GROUP BY 1, 2, 3, 4, 5, 6
"""

_PAID: Final = """
SELECT currency, count(*) AS count, sum(amount) AS amount FROM payments INDEXED BY payments_by_paid_at
 WHERE paid_at > 0 AND paid_at BETWEEN ? AND ? AND NOT sandbox GROUP BY currency
"""

_UNRECORDED: Final = """
SELECT n.currency, count(*) AS count, sum(n.amount) AS amount FROM outside_refunds AS n
 JOIN payments AS p ON p.imp_uid = n.imp_uid
 WHERE n.refunded_at BETWEEN ? AND ? AND NOT p.sandbox
  AND n.note_id NOT IN (SELECT note_id FROM outside_withdrawals) GROUP BY n.currency
UNION ALL
SELECT r.currency, count(*), sum(r.amount) FROM refunds AS r JOIN payments AS p ON p.imp_uid = r.imp_uid
 WHERE r.state = 'succeeded' AND r.created_at BETWEEN ? AND ? AND r.cancellation_id = '' AND NOT p.sandbox
 GROUP BY r.currency
"""

_OPEN: Final = f"""
SELECT r.currency, count(*) AS count, sum(r.amount) AS amount FROM refunds AS r
 JOIN payments AS p ON p.imp_uid = r.imp_uid
 WHERE {IS_OPEN}
  AND r.created_at BETWEEN ? AND ? AND NOT p.sandbox GROUP BY r.currency
"""


class SummaryRecords:
    """Times in unix seconds, inclusive. Every method may be called in any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def slices(self, since: int, until: int) -> tuple[Slice, ...]:
        """Upstream's entries of this time as they are shown now, those that are alike added up."""
        return tuple(map(_slice, self._database.select(_SLICES, (since, until))))

    def paid(self, since: int, until: int) -> "Sequence[Total]":
        """What was paid in this time, whatever went back of it since."""
        return self._totals(_PAID, (since, until))

    def unrecorded(self, since: int, until: int) -> "Sequence[Total]":
        """What went back and upstream does not show: noted as outside, or found refunded by a person."""
        return self._totals(_UNRECORDED, (since, until) * 2)

    def not_clear(self, since: int, until: int) -> "Sequence[Total]":
        """Refunds that were confirmed in this time and have not ended."""
        return self._totals(_OPEN, (since, until))

    def closing_orders(self, since: int, until: int) -> "tuple[ClosingOrder, ...]":
        """What a day's close is made from: see `closing.orders_of`."""
        return closing.orders_of(self._database, since, until)

    def _totals(self, sql: str, values: "tuple[int, ...]") -> "Sequence[Total]":
        rows = self._database.select(sql, values)
        return [Total(row["count"], Money(row["amount"], row["currency"])) for row in rows]


def _slice(row: Row) -> Slice:
    return Slice(
        day=_EPOCH + timedelta(days=row["day"]),
        method=row["pay_method"],
        pg=row["pg_provider"],
        reason=row["reason"],
        operator=row["operator"],
        total=Total(row["count"], Money(row["amount"], row["currency"])),
    )
