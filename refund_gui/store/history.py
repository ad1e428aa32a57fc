"""The history: every refund, every entry upstream that belongs to none, and every note; newest first, by key.

They are asked for separately, each kind along its own index, and put together by time. A row's number leaves,
divided by three, the number of its kind, so that nobody shares it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Final, NamedTuple

from refund_gui.domain.listing import PageKey
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Cancellation
from refund_gui.domain.refund_listing import (
    HistoryChoices,
    HistoryFilter,
    HistoryRow,
    HistoryTotals,
    StateSum,
)
from refund_gui.domain.searching import Search, Word
from refund_gui.domain.states import (
    HISTORY_STATES,
    Elsewhere,
    EntryOrigin,
    HistoryState,
    Origin,
    Outside,
    OutsideWay,
    RefundState,
)
from refund_gui.store.database import Database, Row
from refund_gui.store.refund_sql import HAS_TAG, IS_OPEN

Condition = tuple[str, tuple[object, ...]]
"""A piece of SQL and its values."""


class _Source(NamedTuple):
    """Where rows come from. `at` and `id` are what they are sorted by, newest first."""

    tables: str
    at: str
    id: str
    columns: str
    state: str
    currency: str
    amount: str
    texts: tuple[str, ...]
    """Columns that a search looks into, as `search_text` has them."""
    kind: int
    """0, 1 or 2."""

    @property
    def number(self) -> str:
        """A row's number."""
        return f"({self.id} * 3 + {self.kind})"


_STATES: Final[Mapping[str, HistoryState]] = {state.value: state for state in HISTORY_STATES}
_IS_TEST: Final = "coalesce(p.sandbox, 0) AS is_test"
_SHARED: Final = f"p.merchant_uid, p.goods, p.buyer_name, p.pay_method, p.pg_provider, {_IS_TEST}"

_REFUNDS: Final = _Source(
    tables="refunds r LEFT JOIN payments p ON p.imp_uid = r.imp_uid",
    at="r.created_at",
    id="r.id",
    columns="r.refund_id, '' AS note_id, r.cancellation_id AS entry_key, r.imp_uid, r.reason, r.note,"
    f" r.operator, r.counter, r.tag, r.origin, r.message, {_SHARED}",
    state="r.state",
    currency="r.currency",
    amount="r.amount",
    texts=("r.search_text", "p.search_text", "compact(r.cancellation_id || char(10) || r.note)"),
    kind=0,
)
_ENTRIES: Final = _Source(
    tables="cancellations c JOIN payments p ON p.imp_uid = c.imp_uid",
    at="c.cancelled_at",
    id="c.id",
    columns="'' AS refund_id, '' AS note_id, c.entry_key, c.imp_uid, c.reason, '' AS note,"
    f" '' AS operator, '' AS counter, c.cancellation_id, c.pg_tid, '' AS message, {_SHARED}",
    state=f"CASE WHEN c.is_present THEN '{Elsewhere.REFUNDED}' ELSE '{Elsewhere.REVERSED}' END",
    currency="p.currency",
    amount="c.amount",
    texts=("p.search_text", "compact(c.cancellation_id || char(10) || c.reason)"),
    kind=1,
)
_NOTES: Final = _Source(
    tables="outside_refunds n LEFT JOIN payments p ON p.imp_uid = n.imp_uid"
    " LEFT JOIN outside_withdrawals w ON w.note_id = n.note_id",
    at="n.refunded_at",
    id="n.id",
    columns="'' AS refund_id, n.note_id, '' AS entry_key, n.imp_uid, n.note AS reason, '' AS note,"
    f" n.operator, '' AS counter, n.way, '' AS message, {_SHARED}",
    state=f"CASE WHEN w.note_id IS NULL THEN '{Outside.NOTED}' ELSE '{Outside.TAKEN_BACK}' END",
    currency="n.currency",
    amount="n.amount",
    texts=("p.search_text", "compact(n.note)"),
    kind=2,
)
_HAS_IT: Final = (
    "r.cancellation_id = c.entry_key AND c.nth = coalesce((SELECT min(e.nth) FROM cancellations e"
    f" WHERE e.imp_uid = c.imp_uid AND e.entry_key = c.entry_key AND {HAS_TAG.format('e')}), 1)"
)
"""Of entries with equal keys a refund has one: the one with its tag, else the first."""
_MAY_GET_IT: Final = (
    f"{HAS_TAG.format('c')} AND (c.amount = r.amount OR {IS_OPEN}) AND NOT EXISTS (SELECT 1"
    " FROM cancellations e WHERE e.imp_uid = c.imp_uid AND e.entry_key = r.cancellation_id AND e.is_present)"
)
"""It has its tag and amount, and no other one that upstream shows: a second one is a second refund. One of
another amount belongs to the refund's line until that has ended.
"""
_NOBODYS: Final = (
    f"NOT EXISTS (SELECT 1 FROM refunds r WHERE r.imp_uid = c.imp_uid AND ({_HAS_IT} OR {_MAY_GET_IT}))"
)


def page(
    database: Database, chosen: HistoryFilter, after: PageKey | None, limit: int
) -> tuple[HistoryRow, ...]:
    """See `RefundRecords.page`."""
    found: list[Row] = []
    with database.reading():
        for source in _sources(chosen):
            where, values = _where([*_conditions(source, chosen), *_following(source, after)])
            found += database.select(
                f"SELECT {source.number} AS row_id, {source.at} AS at,"
                f" {source.state} AS state, {source.currency} AS currency, {source.amount} AS amount,"
                f" {source.columns} FROM {source.tables} WHERE {where}"
                f" ORDER BY {source.at} DESC, {source.id} DESC LIMIT ?",
                (*values, limit),
            )
    found.sort(key=itemgetter("at", "row_id"), reverse=True)
    return tuple(map(_history_row, found[:limit]))


def totals(database: Database, chosen: HistoryFilter) -> HistoryTotals:
    """See `RefundRecords.totals`."""
    found: list[Row] = []
    with database.reading():
        for source in _sources(chosen):
            where, values = _where(_conditions(source, chosen))
            found += database.select(
                f"SELECT {source.state} AS state, {source.currency} AS currency, {_IS_TEST},"
                f" count(*) AS number, sum({source.amount}) AS minor"
                f" FROM {source.tables} WHERE {where} GROUP BY 1, 2, 3",
                values,
            )
    parts = (
        StateSum(
            _STATES[row["state"]],
            row["number"],
            Money(row["minor"], row["currency"]),
            bool(row["is_test"]),
        )
        for row in found
    )
    return HistoryTotals(tuple(parts))


def choices(database: Database) -> HistoryChoices:
    """See `RefundRecords.choices`."""
    with database.reading():
        operators = database.select(
            "SELECT operator FROM refunds WHERE operator <> ''"
            " UNION SELECT operator FROM outside_refunds WHERE operator <> '' ORDER BY 1"
        )
        methods = database.select("SELECT DISTINCT pay_method FROM tallies WHERE payments > 0 ORDER BY 1")
    return HistoryChoices(
        tuple(row["operator"] for row in operators), tuple(row["pay_method"] for row in methods)
    )


def _sources(chosen: HistoryFilter) -> Iterator[_Source]:
    """Those that can have rows which the filter leaves."""
    states = chosen.states
    if not states or any(isinstance(state, RefundState) for state in states):
        yield _REFUNDS
    wants_entries = not states or any(isinstance(state, Elsewhere) for state in states)
    if wants_entries and not chosen.operator and chosen.made_here is not True:
        yield _ENTRIES
    wants_notes = not states or any(isinstance(state, Outside) for state in states)
    if wants_notes and chosen.made_here is not False:
        yield _NOTES


def _conditions(source: _Source, chosen: HistoryFilter) -> Iterator[Condition]:
    if chosen.states:
        yield _one_of(source.state, sorted(chosen.states))
    if chosen.since is not None:
        yield f"{source.at} >= ?", (chosen.since,)
    if chosen.until is not None:
        yield f"{source.at} <= ?", (chosen.until,)
    if chosen.methods:
        yield _one_of("p.pay_method", sorted(chosen.methods))
    if source is _ENTRIES:
        yield _NOBODYS, ()
    if source is _REFUNDS and chosen.made_here is not None:
        yield f"r.origin {'=' if chosen.made_here else '<>'} ?", (Origin.HERE.value,)
    if chosen.operator:
        yield f"{'n' if source is _NOTES else 'r'}.operator = ?", (chosen.operator,)
    for word in Search(chosen.text).words:
        yield _holds(source.texts, word)


def _following(source: _Source, after: PageKey | None) -> Iterator[Condition]:
    """What comes after this key."""
    if after is not None:
        yield f"{source.at} <= ?", (after.at,)
        yield f"({source.at} < ? OR {source.number} < ?)", (after.at, after.row_id)


def _one_of(expression: str, values: Sequence[str]) -> Condition:
    return f"{expression} IN ({', '.join('?' * len(values))})", tuple(values)


def _holds(texts: Sequence[str], word: Word) -> Condition:
    """The word is in one of the texts."""
    test, value = ("instr({}, ?) > 0", word.text) if word.is_exact else ("{} REGEXP ?", word.pattern)
    return f"({' OR '.join(test.format(text) for text in texts)})", (value,) * len(texts)


def _where(conditions: Iterable[Condition]) -> Condition:
    found = tuple(conditions)
    return " AND ".join(sql for sql, _ in found) or "1", tuple(
        value for _, values in found for value in values
    )


def _history_row(row: Row) -> HistoryRow:
    amount = Money(row["amount"], row["currency"])
    origin: Origin | EntryOrigin
    if row["refund_id"]:
        tag, origin = row["tag"], Origin(row["origin"])
    elif row["note_id"]:
        tag, origin = "", Origin.HERE
    else:
        entry = Cancellation(row["cancellation_id"], row["pg_tid"], amount, row["at"], row["reason"])
        tag, origin = entry.tag or "", entry.made_in(is_ours=False)
    return HistoryRow(
        key=PageKey(row["at"], row["row_id"]),
        refund_id=row["refund_id"],
        entry_key=row["entry_key"],
        imp_uid=row["imp_uid"],
        merchant_uid=row["merchant_uid"] or "",
        goods=row["goods"] or "",
        buyer_name=row["buyer_name"] or "",
        pay_method=row["pay_method"] or "",
        pg_provider=row["pg_provider"] or "",
        amount=amount,
        state=_STATES[row["state"]],
        reason=row["reason"],
        note=row["note"],
        operator=row["operator"],
        counter=row["counter"],
        tag=tag,
        origin=origin,
        message=row["message"],
        created_at=row["at"],
        is_test=bool(row["is_test"]),
        note_id=row["note_id"],
        way=OutsideWay(row["way"]) if row["note_id"] else None,
    )
