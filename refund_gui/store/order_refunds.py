"""What the orders list shows beside upstream's record: the open refund, and what is gone without it.

Asked for the rows of one page at once: as parts of their statement these would cost once for each row sorted.
"""

import json
from collections.abc import Mapping
from typing import Final, NamedTuple

from refund_gui.domain.money import Money
from refund_gui.domain.states import OPEN_STATES, RefundState
from refund_gui.store.database import Database
from refund_gui.store.refund_sql import HAS_TAG, IS_OPEN

_FOUND: Final = f"""
SELECT r.imp_uid, r.state, r.amount, r.currency
 FROM json_each(?1) AS j CROSS JOIN refunds AS r ON r.imp_uid = j.value
 WHERE {IS_OPEN} OR (r.state = '{RefundState.SUCCEEDED}' AND NOT EXISTS (
  SELECT 1 FROM cancellations AS c WHERE c.imp_uid = r.imp_uid AND c.is_present
   AND (c.entry_key = r.cancellation_id OR (c.amount = r.amount AND {HAS_TAG.format("c")}))))
UNION ALL
SELECT n.imp_uid, '', n.amount, n.currency
 FROM json_each(?1) AS j CROSS JOIN outside_refunds AS n ON n.imp_uid = j.value
 WHERE NOT EXISTS (SELECT 1 FROM outside_withdrawals AS w WHERE w.note_id = n.note_id)
"""
"""Open refunds; those that succeeded and upstream does not show (`verdict.unrecorded`); notes that stand."""


class OrderRefunds(NamedTuple):
    """Of one payment: the open refund's state, and what is gone (`outside.gone`); None for nothing."""

    open: RefundState | None = None
    gone: Money | None = None


def refunds_of(database: Database, imp_uids: list[str]) -> Mapping[str, OrderRefunds]:
    """By imp_uid, what there is of these payments: of most of them nothing."""
    found: dict[str, OrderRefunds] = {}
    for row in database.select(_FOUND, (json.dumps(imp_uids),)):
        its = found.get(row["imp_uid"], OrderRefunds())
        if row["state"] in OPEN_STATES:
            its = its._replace(open=RefundState(row["state"]))
        else:
            amount = Money(row["amount"], row["currency"])
            its = its._replace(gone=its.gone + amount if its.gone else amount)
        found[row["imp_uid"]] = its
    return found
