"""What follows from payments and makes lists fast: places in time, the search index, counts by day.

A payment's `place` grows with the time of its order and nobody shares it: lists are sorted by it, and the
search index is keyed by it. Tallies count payments by Korean day, status, method and PG.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from refund_gui.store.database import Database, Row
from refund_gui.store.search import grams, search_text
from refund_gui.store.sqlite import storable

if TYPE_CHECKING:
    from refund_gui.domain.payment import Payment

PER_SECOND: Final = 256
"""Places of one second; what finds none free stands in the next one's."""

_MADE: Final = "index_version"
"""The store's mark: the VERSION in which all of it was made."""

CHANGES: Final = "tally_changes"
"""The store's mark: how often tallies have changed."""

VERSION: Final = 2
"""Raise it when grams, places or tallies are made in another way: the next open makes all anew."""

_DAY: Final = 86_400
_KOREA: Final = 9 * 3600

_CELL: Final = ("day", "display_status", "pay_method", "pg_provider")


class Entry(NamedTuple):
    """What the index holds of one payment."""

    place: int
    text: str
    cell: tuple[int, str, str, str]

    def tokens(self) -> str:
        """What the search finds it by."""
        return grams(self.text, facets(*self.cell[1:]))


def facets(status: str, method: str, pg: str) -> tuple[str, str, str]:
    """How the values of a payment are named in the search index."""
    return f"s{status}", f"m{method}", f"p{pg}"


def day_of(unix_seconds: int) -> int:
    """The number of a day in Korea."""
    return (unix_seconds + _KOREA) // _DAY


def first_place(unix_seconds: int) -> int:
    """The first place of a second."""
    return unix_seconds * PER_SECOND


def first_place_of_day(day: int) -> int:
    """The first place of a day in Korea."""
    return first_place(day * _DAY - _KOREA)


def add(database: Database, payments: "Sequence[Payment]", stored: "Mapping[str, Payment]") -> dict[str, Row]:
    """Bring the index from what is stored to these payments; the columns that it needs, by imp_uid.

    Before they are stored, in their transaction.
    """
    before = _entries(database, [stored[one.imp_uid] for one in payments if one.imp_uid in stored])
    kept = {
        one.imp_uid: before[one.imp_uid].place
        for one in payments
        if one.imp_uid in before and one.ordered_at == stored[one.imp_uid].ordered_at
    }
    places = kept | _free_places(database, [one for one in payments if one.imp_uid not in kept])
    after = {one.imp_uid: _entry(one, places[one.imp_uid]) for one in payments}
    _replace(database, before, after)
    return {
        one.imp_uid: {
            "place": places[one.imp_uid],
            "whole_amount": int(one.amount.as_decimal()),
            "search_text": after[one.imp_uid].text,
        }
        for one in payments
    }


def _entries(database: Database, stored: "Collection[Payment]") -> dict[str, Entry]:
    """What the index holds of stored payments."""
    imp_uids = [one.imp_uid for one in stored]
    rows = database.select_for("SELECT imp_uid, place FROM payments WHERE imp_uid IN ", imp_uids)
    places = {row["imp_uid"]: row["place"] for row in rows}
    return {one.imp_uid: _entry(one, places[one.imp_uid]) for one in stored}


def _entry(payment: "Payment", place: int) -> Entry:
    texts = (
        payment.merchant_uid,
        payment.imp_uid,
        payment.goods,
        payment.buyer_name,
        payment.buyer_tel,
        payment.apply_num,
    )
    cell = (
        payment.display_status.value,
        str(storable(payment.pay_method)),
        str(storable(payment.pg_provider)),
    )
    return Entry(
        place, search_text(str(storable(text)) for text in texts), (day_of(payment.ordered_at), *cell)
    )


def _free_places(database: Database, payments: "Sequence[Payment]") -> dict[str, int]:
    """A place for each payment that nobody has, as near behind its time as there is one."""
    wanted = {first_place(payment.ordered_at) for payment in payments}
    rows = database.select_for("SELECT place FROM payments WHERE place IN ", wanted)
    taken = {row["place"] for row in rows}
    found: dict[str, int] = {}
    last: dict[int, int] = {}  # of each second: a crowded one is not walked through for each of its payments
    for payment in payments:
        first = first_place(payment.ordered_at)
        place = last.get(first, first)
        if place in taken:
            place = _next_free(database, place, taken)
        taken.add(place)
        last[first] = found[payment.imp_uid] = place
    return found


def _next_free(database: Database, place: int, taken: Collection[int]) -> int:
    while True:
        rows = database.select(
            "SELECT place FROM payments WHERE place >= ? ORDER BY place LIMIT ?", (place, PER_SECOND)
        )
        stored = {row["place"] for row in rows}
        for free in range(place, place + PER_SECOND):
            if free not in stored and free not in taken:
                return free
        place += PER_SECOND


def _replace(database: Database, before: Mapping[str, Entry], after: Mapping[str, Entry]) -> None:
    """FTS5 forgets a payment only when it is told what it holds of it."""
    changed = [imp_uid for imp_uid, entry in after.items() if before.get(imp_uid) != entry]
    gone = [before[imp_uid] for imp_uid in changed if imp_uid in before]
    new = [after[imp_uid] for imp_uid in changed]
    database.run_many(
        "INSERT INTO search (search, rowid, grams) VALUES ('delete', ?, ?)",
        ((entry.place, entry.tokens()) for entry in gone),
    )
    database.run_many(
        "INSERT INTO search (rowid, grams) VALUES (?, ?)", ((entry.place, entry.tokens()) for entry in new)
    )
    tallies = Counter(entry.cell for entry in new)
    tallies.subtract(entry.cell for entry in gone)
    database.run_many(
        f"INSERT INTO tallies ({', '.join(_CELL)}, payments) VALUES (?, ?, ?, ?, ?)"
        f" ON CONFLICT ({', '.join(_CELL)}) DO UPDATE SET payments = payments + excluded.payments",
        ((*cell, number) for cell, number in tallies.items() if number),
    )
    if any(tallies.values()):
        database.run_many(
            "INSERT INTO marks (name, value) VALUES (?, 1)"
            " ON CONFLICT (name) DO UPDATE SET value = value + 1",
            [(CHANGES,)],
        )


def is_whole(database: Database) -> bool:
    """Whether all of it was made in the way that it is made now."""
    return database.select("SELECT value FROM marks WHERE name = ?", (_MADE,)) == [{"value": VERSION}]


def clear(database: Database) -> None:
    """Forget all of it, in the caller's transaction: every payment is to be added again."""
    database.run_many("INSERT INTO search (search) VALUES (?)", [("delete-all",)])
    database.run_many("DELETE FROM tallies", [()])
    database.run_many("UPDATE payments SET place = NULL", [()])
    set_mark(database, _MADE, VERSION)


def set_mark(database: Database, name: str, value: int) -> None:
    """Keep a small number by its name, in the caller's transaction."""
    database.run_many(
        "INSERT INTO marks (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [(name, value)],
    )
