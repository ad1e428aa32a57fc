"""Which refunds are read when, in days and weeks (protocol rule 16)."""

from collections.abc import Collection
from dataclasses import dataclass

from refund_gui.domain.schedule import NEVER, RETRY, next_reading
from refund_gui.store.database import Database
from refund_gui.store.tables import Plans


@dataclass(frozen=True, slots=True)
class Plan:
    """One refund's next planned reading. Times in unix seconds; `since`: when its last attempt ended."""

    refund_id: str
    imp_uid: str
    since: int
    due: int
    planned_at: int


class PlanRecords:
    """The stored plans. Every method may be called in any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def due(self, now: int, limit: int) -> tuple[Plan, ...]:
        """Plans that are past their moment, or were made by a clock that was ahead (rule 6); oldest first."""
        past = Plans.select().where(Plans.due <= now).order_by(Plans.due).limit(limit)
        ahead = Plans.select().where(Plans.planned_at > now).order_by(Plans.planned_at).limit(limit)
        rows = self._database.rows(past) + self._database.rows(ahead)  # each by its own index
        plans = {row["refund_id"]: Plan(**row) for row in rows}
        return tuple(plans.values())[:limit]

    def get(self, refund_id: str) -> Plan | None:
        row = self._database.first(Plans.select().where(Plans.refund_id == refund_id))
        return Plan(**row) if row else None

    def was_read(self, imp_uid: str, now: int) -> None:
        """A good reading of this payment: those of its refunds that were due are due at their next moment."""
        with self._database.writing():
            is_due = (Plans.due <= now) | (Plans.planned_at > now)
            for row in self._database.rows(Plans.select().where((Plans.imp_uid == imp_uid) & is_due)):
                self._plan([row["refund_id"]], next_reading(row["since"], now), now)

    def was_not_read(self, imp_uid: str, now: int) -> None:
        """A reading that failed: only good ones count, so it is tried again in five minutes."""
        with self._database.writing():
            is_due = (Plans.due <= now) | (Plans.planned_at > now)
            rows = self._database.rows(Plans.select().where((Plans.imp_uid == imp_uid) & is_due))
            self._plan([row["refund_id"] for row in rows], now + RETRY, now)

    def end(self, refund_id: str, now: int) -> None:
        """The last planned reading is past. The row stays: a clock that was ahead is set right again."""
        self._plan([refund_id], NEVER, now)

    def _plan(self, refund_ids: Collection[str], due: int, now: int) -> None:
        if refund_ids:
            change = Plans.update(due=due, planned_at=now)
            self._database.run(change.where(Plans.refund_id.in_(refund_ids)))


def begin_within(database: Database, refund_id: str, imp_uid: str, since: int) -> None:
    """Plan a refund whose attempt begins or has ended; a part of the caller's transaction."""
    row = {
        "refund_id": refund_id,
        "imp_uid": imp_uid,
        "since": since,
        "due": next_reading(since, since),
        "planned_at": since,
    }
    database.upsert_many(Plans, ["refund_id"], [row])


def drop_within(database: Database, refund_id: str) -> None:
    """It has succeeded; a part of the caller's transaction."""
    database.run(Plans.delete().where(Plans.refund_id == refund_id))
