"""A whole shop for tests: a real store, the real V1 client, the stand-in behind it, one clock."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import httpx

from refund_gui.clock import in_korea
from refund_gui.credentials import ApiKeys, MemoryKeys
from refund_gui.domain.money import Money
from refund_gui.domain.refund import Refund, RefundAccount, RefundState
from refund_gui.domain.request import RefundRequest
from refund_gui.errors import DiskFull
from refund_gui.failpoints import Point
from refund_gui.high_water import MemoryMark
from refund_gui.portone.in_process import InProcess
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.v1 import PortOneV1
from refund_gui.practice.app import KEY, SECRET, PracticeApp
from refund_gui.store import Store, open_store
from refund_gui.terminal.keys import KeySetup
from refund_gui.terminal.refunding import Offer
from refund_gui.terminal.terminal import make_terminal

KEYS = ApiKeys(KEY, SECRET)
ACCOUNT = RefundAccount("신한은행", "88", "9990001234567", "김가람")


class TestClock:
    """Wall and monotonic time that move together, only when a test moves them."""

    __test__ = False

    def __init__(self, now: int) -> None:
        self._now = now
        self._monotonic = 1_000.0

    def now(self) -> int:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, seconds: float) -> None:
        self._now += int(seconds)
        self._monotonic += seconds

    def sleep(self, seconds: int) -> None:
        """The computer sleeps, or its date is set: only the wall clock moves."""
        self._now += seconds


def make_impatient(store: Store, seconds: float) -> None:
    """From now on the store waits so long for another's write, on connections old and new."""
    connections = store._database.connections
    connections.busy_seconds = seconds
    for connection in connections.kept or ():
        connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")


class Line(httpx.BaseTransport):
    """The way to upstream; `is_down` fails before a connection is made.

    `meanwhile`: by path, what happens once while an answer is on its way.
    """

    def __init__(self, app: PracticeApp) -> None:
        self._app = InProcess(app)
        self.is_down = False
        self.meanwhile: dict[str, Callable[[], object]] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self.is_down:
            raise httpx.ConnectError("refused")
        response = self._app.handle_request(request)
        if happens := self.meanwhile.pop(request.url.path, None):
            happens()
        return response


class Killed(BaseException):
    """The process died here. Not an Exception, so that nothing may handle it."""


@dataclass
class Shop:
    """One counter with its upstream. `restart` is a new process on the same data."""

    data_dir: Path
    clock: TestClock
    upstream: PracticeApp
    kill_at: Point | None = None
    mark: MemoryMark = field(default_factory=MemoryMark)
    """Outside of the data directory, as the keyring is."""

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        self.line = Line(self.upstream)
        self.store: Store = open_store(self.data_dir, self.clock)
        self.gateway = PortOneV1(
            origin="https://api.iamport.kr",
            transport=lambda: self.line,
            clock=self.clock,
            numbers=RequestNumbers(self.store.payments.highest_request_no()),
            keys=KEYS,
        )
        self.terminal = make_terminal(
            self.store,
            self.gateway,
            self.clock,
            KeySetup(self.store, MemoryKeys(), lambda keys: self.gateway, self.gateway.use_keys),
            lambda: "계산대 1",
            self.mark,
            self._fail,
        )
        self.reconciler = self.terminal.reconciler
        self.refunding = self.terminal.refunding
        self.orders = self.terminal.orders
        self.history = self.terminal.history
        self.syncing = self.terminal.syncing
        self.rounds = self.terminal.rounds
        self.reconciler.recover()
        open_refunds = self.store.overview.open_refunds()
        self.recovered = tuple(self.reconciler.stored(one.refund_id) for one in open_refunds)

    def stop(self) -> None:
        self.gateway.close()
        self.store.close()

    def restart(self) -> None:
        self.kill_at = None
        self.stop()
        self.start()

    def refund(
        self, imp_uid: str, amount: int | None = None, account: RefundAccount | None = None, **parts: Any
    ) -> Refund:
        """`parts`: more of the request's fields."""
        return self.confirm(self.refunding.offer(imp_uid), amount, account, **parts)

    def confirm(
        self, offer: Offer, amount: int | None = None, account: RefundAccount | None = None, **parts: Any
    ) -> Refund:
        whole = offer.payment.balance
        money = whole if amount is None else Money(amount, whole.currency)
        request = RefundRequest(
            offer.payment.imp_uid, money, "고객 변심", note="", operator="김점원", account=account, **parts
        )
        return self.refunding.refund(offer, request)

    def while_the_token_comes(self, do: Callable[[], object]) -> None:
        """Let the next request need a new token, and this happen before it is there."""
        self.gateway.use_keys(KEYS)
        self.line.meanwhile["/users/getToken"] = do

    def today(self) -> date:
        return in_korea(self.clock.now()).date()

    def state(self, refund: Refund) -> RefundState:
        return self.history.detail(refund.refund_id).refund.state

    def posts(self) -> int:
        """Cancel requests that reached upstream."""
        return sum(1 for logged in self.upstream.log() if logged.path == "/payments/cancel")

    def check_all(self, seconds: int) -> None:
        """Let time pass, a second at a time, reading what is due as the window does."""
        for _ in range(seconds):
            self.clock.advance(1)
            self.rounds.run()

    def full_disk(
        self, method: str, times: int = 1, error: Exception | None = None, records: object = None
    ) -> None:
        """Let the next calls of one of the store's writes (to refunds) fail as a full disk does."""
        records = records or self.store.refunds
        write = getattr(records, method)
        left = [times]

        def fail(*given: object) -> object:
            if left[0] > 0:
                left[0] -= 1
                raise error or DiskFull(str(self.data_dir))
            return write(*given)

        setattr(records, method, fail)

    def _fail(self, point: Point) -> None:
        if point is self.kill_at:
            raise Killed(point)
