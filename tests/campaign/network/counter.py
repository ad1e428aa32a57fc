"""One counter before one upstream: real sockets, the real client, a real store, a clock that a test moves."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import httpx

from refund_gui.credentials import ApiKeys, MemoryKeys
from refund_gui.domain.refund import Refund, RefundState
from refund_gui.domain.request import RefundRequest
from refund_gui.portone.call import Timeouts
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.transport import make_transport
from refund_gui.portone.v1 import PortOneV1
from refund_gui.practice.app import KEY, SECRET, PracticeApp
from refund_gui.practice.records import Cancel
from refund_gui.practice.server import serve
from refund_gui.store import Store, open_store
from refund_gui.terminal.keys import KeySetup
from refund_gui.terminal.reconciling import Reconciler
from refund_gui.terminal.refunding import Offer, Refunding
from refund_gui.terminal.terminal import make_terminal
from tests.campaign.network.kinds import HEALTHY, Kind
from tests.campaign.network.line import FaultyLine
from tests.campaign.network.payments import CONSOLE, PaymentKind
from tests.practice.shop_kit import NOW
from tests.terminal.shop import TestClock

CANCEL = "/payments/cancel"
PATIENT = Timeouts(connect=20, read=20, total=60)
HURRIED = Timeouts(connect=0.3, read=0.3, total=0.9)
"""Seconds. Only for what nothing but a time-out ends."""


class Route(httpx.BaseTransport):
    """One request's way: the program's own transport; a cancel meets what comes next at the counter."""

    def __init__(self, counter: "Counter") -> None:
        self._counter = counter
        self._inner: httpx.BaseTransport | None = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        kind = self._counter.meet(request) if request.url.path == CANCEL else HEALTHY
        if not kind.hurried:
            request.extensions["timeout"] = httpx.Timeout(PATIENT.read).as_dict()
        self._inner = make_transport(f"{request.url.scheme}://{request.url.netloc.decode()}")()
        return self._inner.handle_request(request)

    def close(self) -> None:
        if self._inner is not None:
            self._inner.close()


@dataclass
class Counter:
    """What the test presses and sees; `coming` is what the next POSTs meet, then all is healthy."""

    paid: PaymentKind
    clock: TestClock
    app: PracticeApp
    line: FaultyLine
    store: Store
    reconciler: Reconciler
    refunding: Refunding
    opened: ExitStack
    coming: deque[Kind] = field(default_factory=deque)
    posts: int = 0
    """Cancels that the program wanted to send, wherever they went."""
    on_line: bool = False
    """Whether the last one went over the line."""

    def meet(self, request: httpx.Request) -> Kind:
        """A POST leaves: prepare what it meets."""
        self.posts += 1
        kind = self.coming.popleft() if self.coming else HEALTHY
        self.on_line = kind.place is None
        if kind.place is not None:
            request.url = httpx.URL(kind.place(self.opened) + CANCEL)
        else:
            kind.upstream(self.app, self.paid)
            self.line.expect_cancel(kind.line)
        if kind.before_body:
            _write_body_after(request, self.line.wait_for_cancel)
        return kind

    def offer(self) -> Offer:
        return self.refunding.offer(self.paid.imp_uid)

    def confirm(self, offer: Offer) -> Refund:
        """The person confirms this counter's refund on the offer."""
        paid = self.paid
        request = RefundRequest(
            paid.imp_uid, paid.money, "고객 변심", operator="김점원", account=paid.account
        )
        return self._ended(self.refunding.refund(offer, request))

    def try_again(self, refund: Refund) -> Refund:
        return self._ended(self.refunding.try_again(refund.refund_id, self.paid.account, "김점원"))

    def _ended(self, refund: Refund) -> Refund:
        """What is still under way on the line comes to its end before anybody looks."""
        if self.on_line:
            self.line.wait_for_cancel()
        return refund

    def state(self, refund: Refund) -> RefundState:
        return self.reconciler.stored(refund.refund_id).state

    def path(self, refund: Refund) -> tuple[RefundState, ...]:
        """The states since it was last sent."""
        states = [event.new for event in self.store.refunds.events(refund.refund_id)]
        last = len(states) - 1 - states[::-1].index(RefundState.SENDING)
        return tuple(states[last + 1 :])

    def ours(self) -> tuple[Cancel, ...]:
        """The cancels of this counter that upstream has really executed."""
        return tuple(c for c in self.app.history(self.paid.imp_uid) if c.reason != CONSOLE)

    def checksums(self) -> set[object]:
        """Those of all POSTs that reached upstream whole."""
        bodies = [logged.body for logged in self.app.log() if logged.path == CANCEL and logged.body]
        return {body.get("checksum") for body in bodies}


@contextmanager
def counter(data_dir: Path, paid: PaymentKind, hurried: bool) -> Iterator[Counter]:
    """The store of this directory and a new upstream with this payment and somebody else's."""
    clock = TestClock(NOW)
    app = PracticeApp([paid.record(), paid.other_record()], clock=clock.now, random=Random(1))
    with ExitStack() as opened:
        server = opened.enter_context(serve(app))
        line = opened.enter_context(closing(FaultyLine(server.port)))
        store = opened.enter_context(closing(open_store(data_dir, clock)))
        way: list[Counter] = []
        gateway = PortOneV1(
            origin=line.url,
            transport=lambda: Route(way[0]),
            clock=clock,
            numbers=RequestNumbers(0),
            keys=ApiKeys(KEY, SECRET),
            timeouts=HURRIED if hurried else PATIENT,
        )
        keys = KeySetup(store, MemoryKeys(), lambda keys: gateway, gateway.use_keys)
        terminal = make_terminal(store, gateway, clock, keys, lambda: "계산대 1")
        way.append(Counter(paid, clock, app, line, store, terminal.reconciler, terminal.refunding, opened))
        yield way[0]


def _write_body_after(request: httpx.Request, line_is_done: Callable[[], None]) -> None:
    """Hold the client back between head and body."""
    trace = request.extensions["trace"]

    def held(name: str, details: dict[str, Any]) -> None:
        trace(name, details)
        if name == "http11.send_request_headers.complete":
            line_is_done()

    request.extensions["trace"] = held
