"""How far upstream was read, and the records that could not be: what loading keeps beside the payments."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from refund_gui.domain.coverage import Coverage, Span
from refund_gui.store.database import Database
from refund_gui.store.tables import Marks, SetAside, Unread

_SINCE, _UNTIL = "covered_since", "covered_until"
"""Marks: the coverage's ends."""


@dataclass(frozen=True, slots=True)
class SetAsideRecord:
    """A record of a list that could not be read; `imp_uid` "" when it has none. `seen_at` in unix seconds."""

    imp_uid: str
    problem: str
    seen_at: int


class CoverageRecords:
    """The stored coverage. Every method may be called in any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> Coverage | None:
        """None before the first load."""
        with self._database.reading():
            marks = self._database.rows(Marks.select().where(Marks.name.in_((_SINCE, _UNTIL))))
            spans = self._database.rows(Unread.select().order_by(Unread.until.desc()))
        ends = {row["name"]: row["value"] for row in marks}
        if len(ends) < 2:
            return None
        return Coverage(ends[_SINCE], ends[_UNTIL], tuple(Span(**span) for span in spans))

    def keep(self, coverage: Coverage) -> None:
        """All of it, in one transaction."""
        marks = ((_SINCE, coverage.since), (_UNTIL, coverage.until))
        with self._database.writing():
            rows = [{"name": name, "value": value} for name, value in marks]
            self._database.upsert_many(Marks, ["name"], rows)
            self._database.run(Unread.delete())
            for span in coverage.unread:
                self._database.insert(Unread, {"since": span.since, "until": span.until})

    def set_aside(self) -> tuple[SetAsideRecord, ...]:
        """The records that could not be read, the last one first."""
        query = SetAside.select().order_by(SetAside.seen_at.desc(), SetAside.imp_uid)
        return tuple(SetAsideRecord(**row) for row in self._database.rows(query))

    def note(self, bad: Iterable[SetAsideRecord], good: Collection[str]) -> None:
        """Keep the bad ones; those that read well now are forgotten."""
        rows = [{"imp_uid": one.imp_uid, "problem": one.problem, "seen_at": one.seen_at} for one in bad]
        with self._database.writing():
            if good and self._database.count(SetAside.select()):
                self._database.run(SetAside.delete().where(SetAside.imp_uid.in_(good)))
            self._database.upsert_many(SetAside, ["imp_uid"], rows)
