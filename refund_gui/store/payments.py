"""Payments as upstream showed them last, with the history of what was cancelled."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import fields, replace
from operator import itemgetter
from typing import Final

import peewee as pw

from refund_gui.clock import Clock
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Cancellation, EntryChange, Payment, Promotion
from refund_gui.store import changes, index
from refund_gui.store.database import Database, Row
from refund_gui.store.sqlite import storable
from refund_gui.store.tables import WHOLE, Cancellations, Payments

CHUNK: Final = 250
"""Payments saved in one transaction: some 30 milliseconds, which a refund's own write can wait for."""

_MADE: Final = frozenset({"amount", "cancel_amount", "promotion", "cancellations"})
_FLAGS: Final = frozenset({"sandbox", "escrow", "cash_receipt_issued"})
_PLAIN: Final = tuple(field.name for field in fields(Payment) if field.name not in _MADE)


class PaymentRecords:
    """The stored payments. Every method may be called in any thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def save(self, payments: Iterable[Payment]) -> int:
        """Keep these readings; returns how many payments are new or differ from what was stored.

        A reading whose request began before the stored one's is dropped (protocol rule 18). Saved in short
        transactions: after a failure the ones before it are kept.
        """
        now = self._clock.now()
        return sum(save_within(self._database, chunk, now) for chunk in pw.chunked(payments, CHUNK))

    def get(self, imp_uid: str) -> Payment | None:
        """The payment as read last, with the cancellations that upstream showed then."""
        return load_within(self._database, [imp_uid]).get(imp_uid)

    def changes(self, imp_uid: str) -> tuple[EntryChange, ...]:
        """What upstream's history of this payment did since its first reading, in order."""
        return changes.of_payment(self._database, imp_uid)

    def vanished(self, imp_uid: str) -> tuple[Cancellation, ...]:
        """Entries that upstream showed once and shows no longer."""
        with self._database.reading():
            currency = self._database.scalar(
                Payments.select(Payments.currency).where(Payments.imp_uid == imp_uid)
            )
            absent = (Cancellations.imp_uid == imp_uid) & (Cancellations.is_present == False)  # noqa: E712
            rows = self._database.rows(Cancellations.select(WHOLE).where(absent).order_by(Cancellations.id))
        return tuple(_cancellation(row, currency) for row in rows)

    def newest(self, limit: int) -> tuple[str, ...]:
        """The imp_uids of the newest payments that are not test payments."""
        query = (
            Payments.select(Payments.imp_uid)
            .where(Payments.sandbox == False)  # noqa: E712
            .order_by(Payments.place.desc())
            .limit(limit)
        )
        return tuple(row["imp_uid"] for row in self._database.rows(query))

    def highest_request_no(self) -> int:
        """The number that the next reading's must exceed (protocol rule 18); 0 in an empty store."""
        return self._database.scalar(Payments.select(pw.fn.MAX(Payments.request_no))) or 0


def save_within(database: Database, readings: Collection[Payment], at: int) -> int:
    """`PaymentRecords.save` as one transaction, or as a part of the caller's. `at` in unix seconds."""
    with database.writing():
        stored = load_within(database, {reading.imp_uid for reading in readings})
        newest = dict(stored)
        for reading in readings:
            known = newest.get(reading.imp_uid)
            if known is None or reading.request_no >= known.request_no:
                newest[reading.imp_uid] = reading
        fresh = [payment for imp_uid, payment in newest.items() if payment != stored.get(imp_uid)]
        columns = index.add(database, fresh, stored)
        database.upsert_many(Payments, ["imp_uid"], [_row(one) | columns[one.imp_uid] for one in fresh])
        changes.note(database, stored, fresh, at)
        _mirror_cancellations(database, fresh, stored)
        return sum(_differs(payment, stored.get(payment.imp_uid)) for payment in fresh)


def index_anew(database: Database) -> None:
    """Make places, search index and tallies of all payments."""
    with database.writing():
        index.clear(database)
        query = Payments.select(Payments.imp_uid).order_by(Payments.ordered_at)
        for imp_uids in pw.chunked([row["imp_uid"] for row in database.rows(query)], CHUNK):
            payments = tuple(load_within(database, imp_uids).values())
            columns = index.add(database, payments, {})
            rows = ((*columns[one.imp_uid].values(), one.imp_uid) for one in payments)
            database.run_many(
                "UPDATE payments SET place = ?, whole_amount = ?, search_text = ? WHERE imp_uid = ?", rows
            )


def _differs(payment: Payment, stored: Payment | None) -> bool:
    return stored is None or replace(payment, request_no=stored.request_no) != stored


def _mirror_cancellations(database: Database, payments: Collection[Payment], stored: Collection[str]) -> None:
    """What upstream shows no longer is kept, marked absent; what it shows again is present again."""
    database.run_many(
        "UPDATE cancellations SET is_present = 0 WHERE imp_uid = ?",
        ((payment.imp_uid,) for payment in payments if payment.imp_uid in stored),
    )
    rows = []
    for payment in payments:
        seen: Counter[str] = Counter()
        for place, entry in enumerate(payment.cancellations):
            key = str(storable(entry.key))
            seen[key] += 1
            rows.append(_entry_row(payment.imp_uid, entry, key, seen[key], place))
    database.upsert_many(Cancellations, ["imp_uid", "entry_key", "nth"], rows)


def _entry_row(imp_uid: str, entry: Cancellation, key: str, nth: int, place: int) -> Row:
    return {
        "imp_uid": imp_uid,
        "entry_key": key,
        "nth": nth,
        "place": place,
        "is_present": True,
        "cancellation_id": entry.cancellation_id,
        "pg_tid": entry.pg_tid,
        "amount": entry.amount.minor,
        "cancelled_at": entry.cancelled_at,
        "reason": entry.reason,
        "receipt_url": entry.receipt_url,
    }


def _row(payment: Payment) -> Row:
    promotion = payment.promotion
    return {name: getattr(payment, name) for name in _PLAIN} | {
        "currency": payment.currency,
        "amount": payment.amount.minor,
        "cancel_amount": payment.cancel_amount.minor,
        "promotion_id": promotion.promotion_id if promotion else None,
        "promotion_discount": promotion.discount.minor if promotion else None,
        "ordered_at": payment.ordered_at,
        "display_status": payment.display_status,
    }


def load_within(database: Database, imp_uids: Collection[str]) -> dict[str, Payment]:
    """The stored ones of these payments by imp_uid."""
    with database.reading():
        rows = database.select_for("SELECT * FROM payments WHERE imp_uid IN ", imp_uids)
        entries: dict[str, list[Row]] = {row["imp_uid"]: [] for row in rows}
        shown = "SELECT * FROM cancellations WHERE is_present AND imp_uid IN "
        for entry in sorted(database.select_for(shown, imp_uids), key=itemgetter("place")):
            entries[entry["imp_uid"]].append(entry)
    return {row["imp_uid"]: _payment(row, entries[row["imp_uid"]]) for row in rows}


def _payment(row: Row, entries: Iterable[Row]) -> Payment:
    currency: str = row["currency"]
    promotion = None
    if row["promotion_id"] is not None:
        promotion = Promotion(row["promotion_id"], Money(row["promotion_discount"], currency))
    return Payment(
        amount=Money(row["amount"], currency),
        cancel_amount=Money(row["cancel_amount"], currency),
        promotion=promotion,
        cancellations=tuple(_cancellation(entry, currency) for entry in entries),
        **{name: row[name] for name in _PLAIN} | {name: bool(row[name]) for name in _FLAGS},
    )


def _cancellation(row: Row, currency: str) -> Cancellation:
    return Cancellation(
        cancellation_id=row["cancellation_id"],
        pg_tid=row["pg_tid"],
        amount=Money(row["amount"], currency),
        cancelled_at=row["cancelled_at"],
        reason=row["reason"],
        receipt_url=row["receipt_url"],
    )
