"""The stand-in behind one run: what is planned for it, and the truth that it can be asked for."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from wsgiref.types import StartResponse, WSGIEnvironment

from refund_gui.domain.tag import check_character, tag_of, tagged
from refund_gui.practice.app import PracticeApp
from refund_gui.practice.faults import Fault
from refund_gui.practice.records import Cancel
from tests.campaign.disk.cases import AMOUNT, IMP_UID, Scenario
from tests.practice.shop_kit import NOW, payment

OTHER_TAG = "A0000" + check_character("A0000")
"""Made by another counter, whose store is not here."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A cancel that reached upstream: the journal's length in bytes then, and the history afterwards."""

    tag: str
    journal_size: int
    history: tuple[Cancel, ...]


class Upstream:
    """A WSGI app with one payment of 10,000 won.

    `journal`: the file whose length is noted when a cancel arrives. `history`: cancels of before.
    """

    def __init__(
        self, scenario: Scenario, journal: Path | None = None, history: Iterable[Cancel] | None = None
    ) -> None:
        self._scenario = scenario
        self._journal = journal
        method = "vbank" if scenario is Scenario.VIRTUAL_ACCOUNT else "card"
        refusal = "[8178] 상계가능 정산금액 부족" if scenario is Scenario.REFUSED else ""
        record = payment(IMP_UID, 10_000, method, "html5_inicis", pg_refusal=refusal)
        self.app = PracticeApp([record], clock=lambda: NOW, random=Random(1))
        self.arrivals: list[Arrival] = []
        if history is not None:
            for cancel in history:
                record.add(cancel)
            return
        match scenario:
            case Scenario.LOST:
                self.app.faults.next(Fault.LOST_ANSWER)
            case Scenario.UNAUTHORIZED:
                self.app.faults.next(Fault.UNAUTHORIZED)
            case Scenario.REVIEWED:
                self.app.faults.next(Fault.LOST_REQUEST)
            case Scenario.ADOPTED:
                self.app.cancel_outside(IMP_UID, Decimal(1_000), tagged(OTHER_TAG, "고객 변심"))
            case _:
                pass

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/_campaign/executed":
            start_response("200 OK", [("Content-Type", "application/json")])
            return [json.dumps(self.executed()).encode()]
        if environ["PATH_INFO"] != "/payments/cancel":
            return self.app(environ, start_response)
        size = self._journal.stat().st_size if self._journal else 0
        if self._scenario is Scenario.REVIEWED and not self.arrivals:
            self.app.cancel_outside(IMP_UID, Decimal(AMOUNT))
        try:
            return self.app(environ, start_response)
        finally:
            self.arrivals.append(Arrival(self.posts()[-1], size, self.history()))

    def history(self) -> tuple[Cancel, ...]:
        """What was really done."""
        return self.app.history(IMP_UID)

    def executed(self) -> list[str]:
        """The tags of what was really done, "" for an entry without one."""
        return [tag_of(cancel.reason) or "" for cancel in self.history()]

    def posts(self) -> list[str]:
        """The tag of each cancel that arrived, in order."""
        cancels = (logged.body for logged in self.app.log() if logged.path == "/payments/cancel")
        return [tag_of(str(body["reason"])) or "" for body in cancels]
