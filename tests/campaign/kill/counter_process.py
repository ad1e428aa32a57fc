"""The process that dies: a whole counter, and a person who makes one refund at it."""

import os
import signal
import socket
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import httpx

from refund_gui.business_days import KoreanBusinessDays
from refund_gui.credentials import ApiKeys, MemoryKeys
from refund_gui.domain.refund import RefundState
from refund_gui.domain.request import RefundRequest
from refund_gui.errors import AnswerNotSaved
from refund_gui.failpoints import Point
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.transport import check_origin, make_transport
from refund_gui.portone.v1 import PortOneV1
from refund_gui.practice.app import KEY, SECRET
from refund_gui.store import open_store
from refund_gui.terminal.keys import KeySetup
from refund_gui.terminal.terminal import make_terminal
from tests.campaign.kill.cases import SPOOLING, End, Moment, Post
from tests.campaign.kill.payments import IMP_UID, KIND
from tests.campaign.kill.shared_clock import SharedClock
from tests.terminal.shop import make_impatient

AFTERWARDS: Final = (2, 8, 20, 31, 60, 180, 3_300)
"""Seconds between the rounds after a refund: 2 s to 1 h after its end, as the schedule has them."""

BUSY: Final = 0.01
"""Seconds for which a write waits for another connection's, in place of 30."""

BANKS_OPEN = KoreanBusinessDays()


@dataclass(frozen=True)
class Order:
    """What one process is to do, and where it dies. Plain values: it travels as JSON."""

    data_dir: str
    clock: str
    url: str
    kind: str
    post: str
    end: str
    at: str
    begun: int
    """Attempts that have begun in this process when it dies."""
    starts_again: bool = False
    """It only starts, on what another has left, and reads."""


class Killer:
    """Dies at the wanted point, once as many attempts have begun as wanted."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._begun = 0
        self._other = sqlite3.connect(":memory:")

    @property
    def is_near(self) -> bool:
        """Whether the POST is under way during which it dies."""
        return self._begun == self._order.begun

    def __call__(self, point: Point) -> None:
        if point is Point.AFTER_SENDING:
            self._begun += 1
        if not self.is_near:
            return
        if point is Point.AFTER_ANSWER:
            self.hold_database()
        if point == self._order.at:
            os.kill(os.getpid(), signal.SIGKILL)

    def hold_database(self) -> None:
        """Another program writes, so that the database takes nothing: a copy to a USB stick, say."""
        if self._order.at in SPOOLING:
            path = Path(self._order.data_dir) / "store.sqlite3"
            self._other = sqlite3.connect(path, isolation_level=None)
            self._other.execute("BEGIN EXCLUSIVE")

    def let_database_go(self) -> None:
        self._other.close()


class Counter:
    """The real store and the real client, on a socket to the stand-in in another process."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.clock = SharedClock(Path(order.clock))
        self.killer = Killer(order)
        self.is_down = False
        self._transport = make_transport(check_origin(order.url))
        self.store = open_store(Path(order.data_dir), self.clock)
        make_impatient(self.store, BUSY)
        gateway = PortOneV1(
            check_origin(order.url),
            lambda: _Line(self._transport(), self),
            self.clock,
            RequestNumbers(self.store.payments.highest_request_no()),
            ApiKeys(KEY, SECRET),
        )
        self.terminal = make_terminal(
            self.store,
            gateway,
            self.clock,
            KeySetup(self.store, MemoryKeys(), lambda keys: gateway, gateway.use_keys),
            lambda: "계산대 1",
            failpoint=self.killer,
            is_business_day=BANKS_OPEN,
        )

    def refund(self) -> None:
        """A person refunds, and tries again after the first POST met a closed port."""
        kind, refunding = KIND[self.order.kind], self.terminal.refunding
        offer = refunding.offer(IMP_UID)
        money = kind.money(offer.payment.balance)
        request = RefundRequest(IMP_UID, money, "고객 변심", operator="김점원", account=kind.account)
        self.is_down = self.order.post == Post.AFTER_UNSENT or self.order.end == End.UNSENT
        if self.order.post == Post.AFTER_401:
            self.is_down = False  # the first POST has to arrive: see _Line
        try:
            refund = refunding.refund(offer, request)
            if self.order.post == Post.AFTER_UNSENT:
                assert refund.state is RefundState.PREPARED
                self.is_down = self.order.end == End.UNSENT
                refunding.try_again(refund.refund_id, kind.account, "김점원")
        except AnswerNotSaved:
            self.killer.let_database_go()

    def let_time_pass(self) -> None:
        """As the window does beside everything else: rounds of saving and reading."""
        for seconds in AFTERWARDS:
            self.clock.advance(seconds)
            self.terminal.rounds.run()


class _Line(httpx.BaseTransport):
    """The way to upstream. A POST may meet a closed port, or end in its middle together with the process."""

    def __init__(self, real: httpx.BaseTransport, counter: Counter) -> None:
        self._real = real
        self._counter = counter

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        order, killer = self._counter.order, self._counter.killer
        if request.url.path != "/payments/cancel":
            return self._real.handle_request(request)
        second_is_unsent = order.post == Post.AFTER_401 and order.end == End.UNSENT and killer.is_near
        if self._counter.is_down or second_is_unsent:
            return self._to_a_closed_port(request)
        if order.at == Moment.HALF_REQUEST and killer.is_near:
            request.stream = _Half(request.read())
        return self._real.handle_request(request)

    def close(self) -> None:
        self._real.close()

    def _to_a_closed_port(self, request: httpx.Request) -> httpx.Response:
        with socket.socket() as bound:  # bound, so that nobody else has the port, and never listening
            bound.bind(("127.0.0.1", 0))
            request.url = request.url.copy_with(port=bound.getsockname()[1])
            return self._real.handle_request(request)


class _Half(httpx.SyncByteStream):
    """Half of a body, and then the end of the process."""

    def __init__(self, whole: bytes) -> None:
        self._whole = whole

    def __iter__(self) -> Iterator[bytes]:
        yield self._whole[: len(self._whole) // 2]
        os.kill(os.getpid(), signal.SIGKILL)


def work(order: Order) -> None:
    """Start, refund unless somebody did before, read for an hour; dies in between as ordered."""
    counter = Counter(order)
    if order.starts_again:
        counter.killer.hold_database()
    counter.terminal.reconciler.recover()
    if order.starts_again:
        counter.killer.let_database_go()
    else:
        counter.refund()
    counter.let_time_pass()


def warm_up() -> None:
    """Load what is loaded late, so that no process has to do it again."""
    BANKS_OPEN(date(2025, 11, 18))
    httpx.Client(transport=make_transport("http://127.0.0.1:1")()).close()
