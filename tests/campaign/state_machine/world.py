"""What the state machine's rules act on: one counter, its upstream, and people who behave."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from refund_gui.domain.money import Money
from refund_gui.domain.refund import RefundState
from refund_gui.domain.request import RefundRequest
from refund_gui.errors import InvalidInput, RefundError, StoreError, UpstreamError
from refund_gui.portone.v1 import PortOneV1
from refund_gui.practice.server import PracticeServer
from refund_gui.terminal.refunding import Offer
from tests.campaign.simulator.checks import is_known_rightly, problems, unsettled
from tests.campaign.simulator.console import decision
from tests.campaign.simulator.faults import Trouble
from tests.campaign.simulator.figures import Figures
from tests.campaign.simulator.timeline import Timeline
from tests.campaign.simulator.upstream import Upstream, demand_in, reason_of
from tests.campaign.state_machine.till import Killed, Till
from tests.practice.shop_kit import NOW, payment
from tests.terminal.shop import ACCOUNT

T = TypeVar("T")
S = RefundState
DAY = 86_400
LATER = "imp_later"

SETTLE: Final = (1, 31, 130, 8 * DAY, 31, 60 * DAY, 31)
"""Seconds between the last rounds."""

_EXPECTED = (UpstreamError, RefundError, StoreError)
_MEMORY: Final = Path("/dev/shm")


@dataclass
class Demand:
    """A customer who wants this amount back, once."""

    number: int
    imp_uid: str
    amount: Money


class World:
    """`totals` counts over all worlds. Whatever is not documented to fail raises and ends this one."""

    def __init__(self, server: PracticeServer, totals: Figures, gateway: type[PortOneV1] = PortOneV1) -> None:
        self._totals = totals
        self.timeline = Timeline(NOW)
        records = [
            payment("imp_card", 12_000, "card", "tosspayments"),
            payment("imp_vbank", 24_000, "vbank", "html5_inicis"),
            payment(LATER, 60, "paypal", "paypal_v2", currency="USD"),
        ]
        self.upstream = Upstream(records, self.timeline, 1, totals)
        server.app = self.upstream.app
        self._directory = Path(tempfile.mkdtemp(prefix="till-", dir=_MEMORY if _MEMORY.is_dir() else None))
        self.till = Till(self._directory, server.url, self.timeline, gateway)
        self.offers: dict[str, Offer] = {}
        self.is_broken = False
        self._demands: list[Demand] = []
        self._wanted: dict[str, Demand] = {}
        self._posts: Counter[str] = Counter()
        self._delays: dict[str, float] = {}
        self._logged = 0

    def open_dialog(self, imp_uid: str) -> None:
        offer = self._do(lambda: self.till.terminal.refunding.offer(imp_uid), UpstreamError, StoreError)
        if offer is not None:
            self.offers[imp_uid] = offer

    def press(self, imp_uid: str, part: int) -> None:
        """On a dialog, open or opened for it, for the customer who waits or else the next."""
        if imp_uid not in self.offers:
            self.open_dialog(imp_uid)
        offer = self.offers.pop(imp_uid, None)
        if offer is None or imp_uid in self.upstream.odd:
            return
        demand = self._demand_for(offer, part)
        if offer.recent_failures and self.upstream.truth(imp_uid, demand.number):
            return  # the dialog names the PG's console, and that shows it
        account = ACCOUNT if offer.rules.account else None
        request = RefundRequest(imp_uid, demand.amount, reason_of(demand.number), account=account)
        self._totals.counts["presses"] += 1
        self._do(lambda: self.till.terminal.refunding.refund(offer, request), *_EXPECTED, InvalidInput)

    def look_after(self, imp_uid: str, gives_up: bool) -> None:
        """What a person does whom the banner leads to the payment's open refund."""
        refund = self.till.store.refunds.open_of(imp_uid)
        number = demand_in(refund.reason) if refund else None
        if refund is None or number is None:
            return
        terminal, refund_id = self.till.terminal, refund.refund_id
        if refund.state is S.NEEDS_REVIEW:
            state, key = decision(self.upstream, self.till.store, refund, number)
            self._do(lambda: terminal.reconciler.decide(refund_id, state, "확인", "", key), *_EXPECTED)
        elif refund.state is not S.PREPARED:
            self._do(lambda: terminal.reconciler.check(refund_id), *_EXPECTED)
        elif gives_up:
            self._do(lambda: terminal.refunding.give_up(refund_id, ""), *_EXPECTED)
        else:
            account = ACCOUNT if refund.account else None
            self._do(lambda: terminal.refunding.try_again(refund_id, account, ""), *_EXPECTED)

    def go_round(self) -> None:
        self._do(self.till.terminal.rounds.run, StoreError)

    def plan(self, trouble: Trouble, path: str, imp_uid: str | None, seconds: float, choice: int) -> None:
        """Let the next request of this path meet it."""
        assert trouble.fault is not None
        delay = min(seconds, trouble.wait[1])
        if trouble.kind == "late" and imp_uid == LATER:
            delay = min(delay, 100)  # see the simulator's wire: beyond it nothing can be excluded
        if trouble.kind == "asynchronous" and imp_uid is not None:
            delay = delay if imp_uid == LATER else min(delay, 90)
            self._delays[imp_uid] = delay
        self.upstream.app.faults.next(
            trouble.fault,
            on=path,
            imp_uid=imp_uid,
            seconds=delay,
            status=trouble.statuses[choice % len(trouble.statuses)],
            executed=trouble.executed,
            message=trouble.messages[choice % len(trouble.messages)],
        )

    def check(self) -> None:
        """What must hold at any moment."""
        self._read_log()
        self._demand_none(problems(self.upstream, self.till.store, self._posts, was_restored=False))

    def settle(self) -> None:
        """Everything works again and time goes by; then all agrees with upstream."""
        self._totals.counts["sequences"] += 1
        self.upstream.settle()
        self.till.mend()
        for seconds in SETTLE:
            self.timeline.skip(seconds)
            while self.till.terminal.rounds.run().is_full:
                pass
            for imp_uid in self.upstream.records:
                refund = self.till.store.refunds.open_of(imp_uid)
                if refund is not None and refund.state in {S.NEEDS_REVIEW, S.PREPARED}:
                    self.look_after(imp_uid, gives_up=True)
        self.check()
        self._demand_none(unsettled(self.till.store, self.upstream))
        for demand in self._demands:
            times = self.upstream.executed[demand.number]
            assert times <= 1, f"D{demand.number} was paid {times} times"
            assert is_known_rightly(self.upstream, self.till.store, demand.imp_uid, demand.number)

    def close(self) -> None:
        self.till.close()
        shutil.rmtree(self._directory)

    def _do(self, act: Callable[[], T], *expected: type[Exception]) -> T | None:
        """Let the program do something. Killed, it starts again; only what is documented may fail."""
        try:
            return act()
        except expected:
            return None
        except Killed:
            self.offers.clear()
            self._totals.counts["crashes"] += 1
            self.till.die()
            return None
        except Exception:
            self.is_broken = True
            raise

    def _demand_for(self, offer: Offer, part: int) -> Demand:
        imp_uid = offer.payment.imp_uid
        last = self._wanted.get(imp_uid)
        if last is None or self._is_over(last, offer):
            amount = Money(offer.rules.refundable.minor // part, offer.payment.currency)
            last = self._wanted[imp_uid] = Demand(len(self._demands), imp_uid, amount)
            self._demands.append(last)
        return last

    def _is_over(self, demand: Demand, offer: Offer) -> bool:
        """Whether its customer has the money, or cannot get it here."""
        shown = any(demand_in(entry.reason) == demand.number for entry in offer.payment.cancellations)
        return shown or offer.rules.refundable < demand.amount

    def _read_log(self) -> None:
        """What has reached upstream since the last look."""
        log = self.upstream.app.log()
        for logged in log[self._logged :]:
            if logged.path != "/payments/cancel":
                continue
            imp_uid, reason = str(logged.body["imp_uid"]), str(logged.body["reason"])
            self._posts[reason] += 1
            self._totals.counts["posts"] += 1
            self._totals.faults[logged.fault or "none"] += 1
            if logged.fault == "asynchronous":
                self.upstream.accepts(imp_uid, reason, self._delays[imp_uid])
            if logged.fault == "wrong_amount":
                self.upstream.odd.add(imp_uid)
        self._logged = len(log)

    def _demand_none(self, found: Iterable[str]) -> None:
        all_found = list(found)
        self.is_broken = self.is_broken or bool(all_found)
        assert not all_found
