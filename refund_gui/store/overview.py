"""Questions about all refunds at once: what is open, what does not add up, how far the store has come."""

from collections.abc import Mapping
from dataclasses import dataclass

import peewee as pw

from refund_gui.domain.money import Money
from refund_gui.domain.refund import ENDED_WITHOUT_SUCCESS, OPEN_STATES, RefundState
from refund_gui.domain.refund_listing import Surprise
from refund_gui.store.database import Database
from refund_gui.store.tables import Attempts, Events, Payments, Refunds


@dataclass(frozen=True, slots=True)
class OpenRefund:
    """A refund that has not ended."""

    refund_id: str
    imp_uid: str


class Overview:
    """Every method may be called in any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open_refunds(self, states: frozenset[RefundState] = OPEN_STATES) -> tuple[OpenRefund, ...]:
        """Every refund in one of these states, oldest first."""
        query = Refunds.select(Refunds.refund_id, Refunds.imp_uid).where(Refunds.state.in_(states))
        rows = self._database.rows(query.order_by(Refunds.created_at, Refunds.id))
        return tuple(OpenRefund(row["refund_id"], row["imp_uid"]) for row in rows)

    def open_counts(self) -> Mapping[RefundState, int]:
        """How many refunds have not ended, by state."""
        counted = pw.fn.COUNT(Refunds.id).alias("counted")
        query = Refunds.select(Refunds.state, counted).where(Refunds.state.in_(OPEN_STATES))
        rows = self._database.rows(query.group_by(Refunds.state))
        return {RefundState(row["state"]): row["counted"] for row in rows}

    def counts(self) -> Mapping[RefundState, int]:
        """How many refunds there are, by state."""
        counted = pw.fn.COUNT(Refunds.id).alias("counted")
        rows = self._database.rows(Refunds.select(Refunds.state, counted).group_by(Refunds.state))
        return {RefundState(row["state"]): row["counted"] for row in rows}

    def suspects(self) -> tuple[str, ...]:
        """Payments whose refunds add up to too much, or have an attempt of another checksum."""
        made = pw.fn.SUM(Refunds.amount)
        too_much = (
            Refunds.select(Refunds.imp_uid)
            .join(Payments, on=(Payments.imp_uid == Refunds.imp_uid))
            .where(Refunds.state == RefundState.SUCCEEDED)
            .group_by(Refunds.imp_uid, Payments.amount)
            .having(made > Payments.amount)
        )
        changed = (
            Attempts.select(Refunds.imp_uid)
            .join(Refunds, on=(Refunds.refund_id == Attempts.refund_id))
            .join(Payments, on=(Payments.imp_uid == Refunds.imp_uid))
            .where(Attempts.checksum != Refunds.checksum)
        )
        rows = self._database.rows(too_much) + self._database.rows(changed)
        return tuple(dict.fromkeys(row["imp_uid"] for row in rows))

    def surprises(self, after: int, limit: int) -> tuple[Surprise, ...]:
        """What reading has found out since event number `after`, oldest first."""
        late = Events.old.in_(ENDED_WITHOUT_SUCCESS) & Events.new.in_(
            (RefundState.SUCCEEDED, RefundState.ACCEPTED)
        )
        moved = (Events.new == RefundState.REVERSED) | (Events.old == RefundState.REVERSED)
        query = (
            Events.select(
                Events.id,
                Events.new,
                Refunds.imp_uid,
                Refunds.amount,
                Refunds.currency,
                Payments.merchant_uid,
            )
            .join(Refunds, on=(Refunds.refund_id == Events.refund_id))
            .join(Payments, pw.JOIN.LEFT_OUTER, on=(Payments.imp_uid == Refunds.imp_uid))
            .where(Events.id > after, late | moved)
            .order_by(Events.id)
            .limit(limit)
        )
        return tuple(
            Surprise(
                row["id"],
                row["imp_uid"],
                row["merchant_uid"] or "",
                Money(row["amount"], row["currency"]),
                RefundState(row["new"]),
            )
            for row in self._database.rows(query)
        )

    def newest_event(self) -> int:
        """The number of the newest event; it only grows. 0 in a store without refunds."""
        return self._database.scalar(Events.select(pw.fn.MAX(Events.id))) or 0

    def event_times(self) -> tuple[int, int]:
        """Unix seconds of the first and of the newest event, 0 when there is none."""
        ends = [
            self._database.scalar(Events.select(Events.at).order_by(order).limit(1)) or 0
            for order in (Events.id.asc(), Events.id.desc())
        ]
        return ends[0], ends[1]
