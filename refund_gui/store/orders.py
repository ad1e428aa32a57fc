"""The orders list: light rows of payments, newest first, a page at a time by key."""

import peewee as pw

from refund_gui.domain.listing import OrderFilter, OrderRow, PageKey
from refund_gui.domain.money import Money
from refund_gui.domain.payment import DisplayStatus
from refund_gui.domain.refund import OPEN_STATES, RefundState
from refund_gui.store.database import Database, Row
from refund_gui.store.search import matches
from refund_gui.store.tables import Payments, Refunds


def page(database: Database, chosen: OrderFilter, after: PageKey | None, limit: int) -> tuple[OrderRow, ...]:
    """See `PaymentRecords.page`."""
    query = Payments.select(
        Payments.id,
        Payments.imp_uid,
        Payments.merchant_uid,
        Payments.goods,
        Payments.buyer_name,
        Payments.pay_method,
        Payments.pg_provider,
        Payments.currency,
        Payments.amount,
        Payments.cancel_amount,
        Payments.display_status,
        Payments.sandbox,
        Payments.ordered_at,
        Refunds.state.alias("open_refund"),
    ).join(
        Refunds,
        pw.JOIN.LEFT_OUTER,
        on=(Refunds.imp_uid == Payments.imp_uid) & Refunds.state.in_(OPEN_STATES),
    )
    query = _filtered(query, chosen)
    if after is not None:
        query = query.where(
            Payments.ordered_at <= after.at,
            (Payments.ordered_at < after.at) | (Payments.id < after.row_id),
        )
    rows = database.rows(query.order_by(Payments.ordered_at.desc(), Payments.id.desc()).limit(limit))
    return tuple(map(_order_row, rows))


def count(database: Database, chosen: OrderFilter) -> int:
    """See `PaymentRecords.count`."""
    return database.count(_filtered(Payments.select(Payments.id), chosen))


def _filtered(query: "pw.ModelSelect[Payments]", chosen: OrderFilter) -> "pw.ModelSelect[Payments]":
    conditions = matches(chosen.text, [Payments.search_text], Payments.search_digits)
    if chosen.statuses:
        conditions.append(Payments.display_status.in_(chosen.statuses))
    if chosen.methods:
        conditions.append(Payments.pay_method.in_(chosen.methods))
    if chosen.since is not None:
        conditions.append(Payments.ordered_at >= chosen.since)
    if chosen.until is not None:
        conditions.append(Payments.ordered_at <= chosen.until)
    return query.where(*conditions) if conditions else query


def _order_row(row: Row) -> OrderRow:
    return OrderRow(
        key=PageKey(row["ordered_at"], row["id"]),
        imp_uid=row["imp_uid"],
        merchant_uid=row["merchant_uid"],
        goods=row["goods"],
        buyer_name=row["buyer_name"],
        pay_method=row["pay_method"],
        pg_provider=row["pg_provider"],
        amount=Money(row["amount"], row["currency"]),
        cancel_amount=Money(row["cancel_amount"], row["currency"]),
        status=DisplayStatus(row["display_status"]),
        sandbox=row["sandbox"],
        ordered_at=row["ordered_at"],
        open_refund=RefundState(row["open_refund"]) if row["open_refund"] else None,
    )
