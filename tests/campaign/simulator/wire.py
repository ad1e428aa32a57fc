"""A counter's way to upstream: the real V1 client and the stand-in, with no HTTP library in between."""

import json
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from random import Random
from urllib.parse import urlencode
from wsgiref.types import StartResponse, WSGIEnvironment

import httpx

from refund_gui.clock import Clock
from refund_gui.credentials import ApiKeys
from refund_gui.portone.call import Call, Reply, Timeouts
from refund_gui.portone.line import Line
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.transport import make_transport
from refund_gui.portone.v1 import PortOneV1
from refund_gui.practice.app import KEY, SECRET
from refund_gui.practice.faults import AnswerLost, ConnectionCut
from tests.campaign.simulator.faults import ELSEWHERE, ON_CANCELS, ON_READS, Trouble, choose
from tests.campaign.simulator.figures import Figures
from tests.campaign.simulator.timeline import Timeline
from tests.campaign.simulator.upstream import Upstream

ORIGIN = "https://api.iamport.kr"
DEADLINE = 120.0


class Wire(Line):
    """One counter's line. `is_down` fails before a connection is made; `faults` is how often one is met."""

    def __init__(self, upstream: Upstream, timeline: Timeline, random: Random, figures: Figures) -> None:
        super().__init__(ORIGIN, make_transport(ORIGIN), Timeouts())
        self.is_down = False
        self.faults = 1.0
        self.sleep: Callable[[float], None] = timeline.wait
        self.posts: Counter[str] = Counter()
        """Cancel requests by their reason, which holds the tag."""
        self._upstream = upstream
        self._timeline = timeline
        self._random = random
        self._figures = figures
        self._was_unauthorized = False

    def _exchange(self, call: Call) -> Reply:
        """In place of a connection. What it raises is sorted by the product's own code."""
        if self.is_down:
            raise httpx.ConnectError("refused")
        if call.path != "/payments/cancel":
            kinds = ON_READS if call.method == "GET" else ELSEWHERE
            trouble = choose(kinds, self._random, 0.03 * self.faults)
            return self._meet(call, trouble) if trouble else self._ask(call)
        return self._cancel(call)

    def _cancel(self, call: Call) -> Reply:
        body = json.loads(call.body, parse_float=Decimal)
        imp_uid = body["imp_uid"]
        trouble = choose(ON_CANCELS, self._random, (0.4 if self._was_unauthorized else 0.13) * self.faults)
        self._was_unauthorized = trouble is not None and trouble.kind == "unauthorized"
        record = self._upstream.records[imp_uid]
        is_slow_pg = record.pg_provider == "paypal_v2"
        if trouble is None and is_slow_pg and self._random.random() < 0.3 * self.faults:
            trouble = next(kind for kind in ON_CANCELS if kind.kind == "asynchronous")
        if trouble is not None and trouble.kind == "unreached":
            self._count(trouble)
            raise httpx.ConnectTimeout("no way")
        self._timeline.wait(self._random.choice((0.1, 0.4, 2.0)))
        self.posts[body["reason"]] += 1
        self._figures.counts["posts"] += 1
        if trouble is None:
            return self._ask(call)
        seconds = trouble.seconds(self._random)
        match trouble.kind:
            case "asynchronous":
                # A PG that is not known to act later, and yet does, is found within the quiet time.
                seconds = seconds if is_slow_pg else min(seconds, 90)
                if self._upstream.is_free(imp_uid):
                    self._upstream.accepts(imp_uid, body["reason"], seconds)
                    return self._meet(call, trouble, seconds)
                return self._ask(call)
            case "pg_timeout":
                amount = Decimal(body.get("amount", record.balance))
                is_sound = amount <= record.balance == body["checksum"]
                if is_sound and self._upstream.is_free(imp_uid):
                    self._upstream.does_silently(imp_uid, amount, body["reason"], seconds)
                    return self._meet(call, trouble)
                return self._ask(call)
            case "late" if is_slow_pg:
                # Beyond what can be excluded: where the balance moves later, no checksum stops a request
                # that arrives after a person was told by the PG's console that there is none.
                seconds = min(seconds, 100)
            case "wrong_amount":
                self._upstream.odd.add(imp_uid)
        return self._meet(call, trouble, seconds)

    def _meet(self, call: Call, trouble: Trouble, seconds: float = 0.0) -> Reply:
        """Send it into this trouble."""
        self._count(trouble)
        if trouble.kind.endswith("unreached"):
            raise httpx.ConnectError("refused")
        if trouble.fault is not None:
            self._upstream.app.faults.next(
                trouble.fault,
                on=call.path,
                seconds=seconds,
                status=self._random.choice(trouble.statuses),
                executed=trouble.executed,
                message=self._random.choice(trouble.messages),
            )
        if trouble.kind == "delivered_twice":
            first, second = self._ask(call), self._ask(call)
            return self._random.choice((first, second))
        reply = self._ask(call)
        if trouble.kind == "slept":
            self.sleep(seconds)
            raise httpx.ReadTimeout("slept")
        if trouble.may_lose_answer and self._random.random() < 0.3:
            raise httpx.ReadError("reset")
        return reply

    def _count(self, trouble: Trouble) -> None:
        self._figures.faults[trouble.kind] += 1

    def _ask(self, call: Call) -> Reply:
        status = ""

        def start_response(line: str, headers: object, exc_info: object = None) -> Callable[[bytes], object]:
            nonlocal status
            status = line
            return lambda data: None

        answer: StartResponse = start_response
        began = self._timeline.now
        body = bytearray()
        try:
            for piece in self._upstream.app(_environ(call), answer):
                body += piece
                if self._timeline.now - began > DEADLINE:
                    raise AnswerLost("the deadline passed")
        except ConnectionCut as error:
            raise httpx.RemoteProtocolError("cut") from error
        return Reply(int(status[:3]), bytes(body))


class DirectV1(PortOneV1):
    """The real V1 client on such a wire."""

    def __init__(self, wire: Wire, clock: Clock, numbers: RequestNumbers) -> None:
        super().__init__(ORIGIN, make_transport(ORIGIN), clock, numbers, ApiKeys(KEY, SECRET))
        self._wire = wire

    def _line(self) -> Line:
        return self._wire


def _environ(call: Call) -> WSGIEnvironment:
    return {
        "REQUEST_METHOD": call.method,
        "PATH_INFO": call.path,
        "QUERY_STRING": urlencode(call.query, doseq=True),
        "CONTENT_TYPE": "application/json" if call.body else "",
        "CONTENT_LENGTH": str(len(call.body)),
        "HTTP_AUTHORIZATION": f"Bearer {call.token}",
        "wsgi.input": BytesIO(call.body),
    }
