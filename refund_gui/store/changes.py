"""Changes of upstream's histories, as readings show them: insert only."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from refund_gui.domain.payment import Cancellation, Change, EntryChange, EntryOrigin, Payment
from refund_gui.store.database import Database, Row
from refund_gui.store.sqlite import storable
from refund_gui.store.tables import Cancellations, Changes, Refunds

Place = tuple[str, int]
"""An entry's key, and which of the entries of that key it is."""


def of_payment(database: Database, imp_uid: str) -> tuple[EntryChange, ...]:
    """See `PaymentRecords.changes`."""
    query = Changes.select().where(Changes.imp_uid == imp_uid).order_by(Changes.id)
    return tuple(
        EntryChange(
            row["imp_uid"],
            row["entry_key"],
            row["nth"],
            row["at"],
            Change(row["change"]),
            EntryOrigin(row["made_in"]),
        )
        for row in database.rows(query)
    )


def note(database: Database, stored: Mapping[str, Payment], fresh: Sequence[Payment], at: int) -> None:
    """Write down how histories differ from what is stored. Before they are stored, in their transaction.

    A payment's first reading changes nothing: what it shows was there before.
    """
    moved = [
        (stored[payment.imp_uid], payment)
        for payment in fresh
        if payment.imp_uid in stored
        and [entry.key for entry in stored[payment.imp_uid].cancellations]
        != [entry.key for entry in payment.cancellations]
    ]
    if not moved:
        return
    imp_uids = [payment.imp_uid for _, payment in moved]
    ours, absent = _made_here(database, imp_uids), _absent(database, imp_uids)
    for before, after in moved:
        for row in _differences(before, after, ours, absent):
            database.insert(Changes, row | {"at": at})


def _differences(
    before: Payment, after: Payment, ours: set[tuple[str, str]], absent: set[tuple[str, Place]]
) -> Iterator[Row]:
    was, now, imp_uid = _places(before), _places(after), after.imp_uid
    for place, entry in (now | was).items():
        if place in was and place in now:
            continue
        if place in was:
            change = Change.VANISHED
        else:
            change = Change.RETURNED if (imp_uid, place) in absent else Change.APPEARED
        is_ours = (imp_uid, place[0]) in ours or (imp_uid, entry.tag or "") in ours
        yield {
            "imp_uid": imp_uid,
            "entry_key": place[0],
            "nth": place[1],
            "change": change,
            "made_in": entry.made_in(is_ours),
        }


def _places(payment: Payment) -> dict[Place, Cancellation]:
    seen: Counter[str] = Counter()
    places = {}
    for entry in payment.cancellations:
        key = str(storable(entry.key))
        seen[key] += 1
        places[key, seen[key]] = entry
    return places


def _made_here(database: Database, imp_uids: Sequence[str]) -> set[tuple[str, str]]:
    """Each payment with the tags and the entries that refunds of this store have."""
    query = Refunds.select(Refunds.imp_uid, Refunds.tag, Refunds.cancellation_id)
    rows = database.rows(query.where(Refunds.imp_uid.in_(imp_uids)))
    found = {(row["imp_uid"], row[name]) for row in rows for name in ("tag", "cancellation_id")}
    return {(imp_uid, mark) for imp_uid, mark in found if mark}


def _absent(database: Database, imp_uids: Sequence[str]) -> set[tuple[str, Place]]:
    query = Cancellations.select(Cancellations.imp_uid, Cancellations.entry_key, Cancellations.nth)
    there = Cancellations.imp_uid.in_(imp_uids) & (Cancellations.is_present == False)  # noqa: E712
    rows = database.rows(query.where(there))
    return {(row["imp_uid"], (row["entry_key"], row["nth"])) for row in rows}
