"""The history list: every refund with its order, newest first, a page at a time by key."""

import peewee as pw

from refund_gui.domain.listing import HistoryFilter, HistoryRow, PageKey
from refund_gui.domain.money import Money
from refund_gui.domain.refund import Origin, RefundState
from refund_gui.store.database import Database, Row
from refund_gui.store.search import matches
from refund_gui.store.tables import Payments, Refunds


def page(
    database: Database, chosen: HistoryFilter, after: PageKey | None, limit: int
) -> tuple[HistoryRow, ...]:
    """See `RefundRecords.page`."""
    query = _filtered(
        Refunds.select(
            Refunds.id,
            Refunds.refund_id,
            Refunds.imp_uid,
            Refunds.currency,
            Refunds.amount,
            Refunds.state,
            Refunds.operator,
            Refunds.origin,
            Refunds.created_at,
            Payments.merchant_uid,
            Payments.goods,
            Payments.buyer_name,
        ),
        chosen,
    )
    if after is not None:
        query = query.where(
            Refunds.created_at <= after.at,
            (Refunds.created_at < after.at) | (Refunds.id < after.row_id),
        )
    rows = database.rows(query.order_by(Refunds.created_at.desc(), Refunds.id.desc()).limit(limit))
    return tuple(map(_history_row, rows))


def count(database: Database, chosen: HistoryFilter) -> int:
    """See `RefundRecords.count`."""
    return database.count(_filtered(Refunds.select(Refunds.id), chosen))


def _filtered(query: "pw.ModelSelect[Refunds]", chosen: HistoryFilter) -> "pw.ModelSelect[Refunds]":
    """With the payment beside each refund; a refund whose payment is not stored stays."""
    query = query.join(Payments, pw.JOIN.LEFT_OUTER, on=(Payments.imp_uid == Refunds.imp_uid))
    texts = [Refunds.search_text, Payments.search_text]
    conditions = matches(chosen.text, texts, Payments.search_digits)
    if chosen.states:
        conditions.append(Refunds.state.in_(chosen.states))
    if chosen.since is not None:
        conditions.append(Refunds.created_at >= chosen.since)
    if chosen.until is not None:
        conditions.append(Refunds.created_at <= chosen.until)
    return query.where(*conditions) if conditions else query


def _history_row(row: Row) -> HistoryRow:
    return HistoryRow(
        key=PageKey(row["created_at"], row["id"]),
        refund_id=row["refund_id"],
        imp_uid=row["imp_uid"],
        merchant_uid=row["merchant_uid"] or "",
        goods=row["goods"] or "",
        buyer_name=row["buyer_name"] or "",
        amount=Money(row["amount"], row["currency"]),
        state=RefundState(row["state"]),
        operator=row["operator"],
        origin=Origin(row["origin"]),
        created_at=row["created_at"],
    )
