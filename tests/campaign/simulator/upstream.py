"""The one upstream of all counters: the stand-in, its console, and what its PG knows that it does not."""

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from refund_gui.practice.app import PracticeApp
from refund_gui.practice.faults import AnswerLost
from refund_gui.practice.records import Cancel, Record
from tests.campaign.simulator.figures import Figures
from tests.campaign.simulator.timeline import Timeline

_REASON = re.compile(r"^(?:\[(\w{6})\] )?D(\d+) ")

PATIENCE = 60.0
"""Seconds after which a client has gone that waits for one answer (protocol rule 6)."""


def reason_of(demand: int) -> str:
    """What a clerk types as reason. It stays readable when the PG strips the tag."""
    return f"D{demand} 고객 변심"


def demand_in(reason: str) -> int | None:
    """The demand that an entry or a request serves, None for the console's."""
    found = _REASON.match(reason)
    return int(found[2]) if found else None


def tag_in(reason: str) -> str:
    """The tag before it, "" when it was stripped."""
    found = _REASON.match(reason)
    return (found[1] or "") if found else ""


@dataclass(frozen=True)
class AtThePg:
    """A refund that the PG has done, or has accepted and will do, before PortOne's record shows it."""

    reason: str
    until: float
    is_done: bool

    @property
    def cancellation_id(self) -> str:
        """There is no entry yet."""
        return ""


class Upstream:
    """What upstream really did; `truth` is what the PG's own console shows."""

    def __init__(self, records: list[Record], timeline: Timeline, seed: int, figures: Figures) -> None:
        self.records = {record.imp_uid: record for record in records}
        self.app = PracticeApp(
            records,
            clock=lambda: timeline.now,
            random=Random(seed),
            wait=self._wait,
            keep=self._executed,
        )
        self.executed: Counter[int] = Counter()
        self.odd: set[str] = set()
        """Payments of which a wrong amount was cancelled: nobody refunds more of them here."""
        self._timeline = timeline
        self._figures = figures
        self._at_the_pg: dict[str, AtThePg] = {}
        self._unshown: dict[str, tuple[Decimal, str]] = {}

    def truth(self, imp_uid: str, demand: int) -> Cancel | AtThePg | None:
        """The demand's cancel, or that the PG has it; None: nothing of it has happened."""
        for cancel in self.app.history(imp_uid):
            if demand_in(cancel.reason) == demand:
                return cancel
        kept = self._at_the_pg.get(imp_uid)
        is_waiting = kept is not None and demand_in(kept.reason) == demand and kept.until > self._timeline.now
        return kept if is_waiting else None

    def is_free(self, imp_uid: str) -> bool:
        """Whether the PG has nothing of this payment under way."""
        kept = self._at_the_pg.get(imp_uid)
        return kept is None or kept.until < self._timeline.now

    def accepts(self, imp_uid: str, reason: str, seconds: float) -> None:
        """The PG has accepted a cancel and will do it then."""
        self._at_the_pg[imp_uid] = AtThePg(reason, self._timeline.now + seconds, is_done=False)

    def does_silently(self, imp_uid: str, amount: Decimal, reason: str, seconds: float) -> None:
        """PortOne hears of this cancel later. Meanwhile the PG refuses every other of this payment."""
        self._at_the_pg[imp_uid] = AtThePg(reason, self._timeline.now + seconds, is_done=True)
        self._unshown[imp_uid] = (amount, reason)
        self.records[imp_uid].pg_refusal = "[2013] 취소 가능 금액 부족"
        self._timeline.later(seconds, lambda: self._show(imp_uid))

    def console(self, imp_uid: str, amount: Decimal) -> None:
        """Somebody cancels in the console, if the PG lets them."""
        if self.is_free(imp_uid) and 0 < amount <= self.records[imp_uid].balance:
            self.app.cancel_outside(imp_uid, amount)

    def settle(self) -> None:
        """Everything is well again. What was put off is done at its time."""
        self.app.faults.clear()
        for imp_uid in tuple(self._unshown):
            self._show(imp_uid)

    def _show(self, imp_uid: str) -> None:
        if imp_uid in self._unshown:
            self.records[imp_uid].pg_refusal = ""
            self.app.cancel_outside(imp_uid, *self._unshown.pop(imp_uid))

    def _executed(self, imp_uid: str, cancel: Cancel) -> None:
        demand = demand_in(cancel.reason)
        if demand is None:
            self._figures.counts["outside"] += 1
        else:
            self.executed[demand] += 1
            self._figures.counts["executed"] += 1

    def _wait(self, seconds: float) -> None:
        self._timeline.wait(min(seconds, PATIENCE))
        if seconds > PATIENCE:
            raise AnswerLost("the client has gone")
