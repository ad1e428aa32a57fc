"""The stand-in i'mport as a WSGI app (`api-v1 §1-§5`)."""

import re
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from threading import Lock
from wsgiref.types import StartResponse, WSGIEnvironment

from refund_gui.practice import reading
from refund_gui.practice.cancelling import Refused
from refund_gui.practice.faults import AnswerLost, Fault, Faults, Planned, RequestLost, Wait, Waits
from refund_gui.practice.records import Cancel, Record
from refund_gui.practice.shop import Keep, Shop
from refund_gui.practice.tokens import Tokens
from refund_gui.practice.wire import Answer, Request, answer, fine, html, read_request

KEY = "practice_key"
SECRET = "practice_secret"

_MASKED = {"imp_key", "imp_secret", "refund_account", "refund_holder", "refund_tel"}
_LOG_LENGTH = 10_000


@dataclass(frozen=True)
class Logged:
    """A request that arrived, keys and account masked; `fault` is the one that it met, "" when none."""

    at: int
    method: str
    path: str
    query: dict[str, list[str]]
    body: dict[str, object]
    fault: str


class PracticeApp:
    """The stand-in: give it payments, call it as WSGI.

    Args:
        records: the payments of the shop; they belong to the app from here on.
        clock: wall time in unix seconds.
        random: for tokens and cancellation ids.
        wait: what slow faults wait with; real seconds by default.
        keep: is told every cancel that is executed.
        empty_page_refused: answer 400 also to page 1 of a window without payments, as to any page
            beyond the data.
    """

    def __init__(
        self,
        records: Iterable[Record] = (),
        *,
        key: str = KEY,
        secret: str = SECRET,
        clock: Callable[[], float] = time.time,
        random: Random | None = None,
        wait: Wait | None = None,
        keep: Keep | None = None,
        empty_page_refused: bool = True,
    ) -> None:
        source = random or Random()
        self.faults = Faults()
        self.empty_page_refused = empty_page_refused
        self._keys = (key, secret)
        self._clock = clock
        self._waits = Waits()
        self._wait: Wait = wait or self._waits
        self._tokens = Tokens(source)
        self._shop = Shop(records, source, keep)
        self._lock = Lock()
        self._log: deque[Logged] = deque(maxlen=_LOG_LENGTH)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request; raises ConnectionCut where there is to be no answer."""
        request = read_request(environ)
        planned = self.faults.take(request)
        self._log.append(_logged(request, planned, self._now()))
        reply = self._answer(request, None) if planned is None else self._spoil(request, planned)
        start_response(reply.status_line, reply.headers)
        return [reply.body] if reply.drip is None else self._drip(reply.body, reply.drip)

    def log(self) -> tuple[Logged, ...]:
        """The requests so far (the last 10,000)."""
        return tuple(self._log)

    def settle(self) -> int:
        """Execute every cancel that a fault has put off; how many were executed."""
        with self._lock:
            return self._shop.run_due(self._now(), everything=True)

    def revoke_token(self) -> None:
        """Make the token that is out invalid: the next call with it is answered with 401."""
        with self._lock:
            self._tokens.revoke()

    def add(self, record: Record) -> None:
        """A new payment, or a changed one."""
        with self._lock:
            self._shop.add(record)

    def history(self, imp_uid: str) -> tuple[Cancel, ...]:
        """The cancels of a payment that really happened. Raises KeyError when there is no such payment."""
        with self._lock:
            self._shop.run_due(self._now())
            record = self._shop.payment(imp_uid)
            if record is None:
                raise KeyError(imp_uid)
            return tuple(record.cancels)

    def cancel_outside(self, imp_uid: str, amount: Decimal, reason: str = "관리자페이지취소") -> Cancel:
        """A cancel made elsewhere, as in the console; `amount` in the payment's currency."""
        with self._lock:
            return self._shop.cancel_outside(imp_uid, amount, reason, self._now())

    def close(self) -> None:
        """End the waits of slow answers; their requests are lost. The app can be used further."""
        self._waits.wake()

    def _now(self) -> int:
        return int(self._clock())

    def _answer(self, request: Request, twist: Planned | None) -> Answer:
        with self._lock:
            now = self._now()
            self._shop.run_due(now)
            if request.body_is_bad:
                return answer(400, -1, "요청 본문이 올바른 JSON이 아닙니다.")
            if request.path == "/users/getToken":
                return self._issue_token(request, now)
            token = re.sub(r"(?i)^bearer\s+", "", request.authorization).strip()
            if not self._tokens.valid(token, now):
                return _unauthorized()
            if request.path == "/payments/cancel":
                return self._cancel(request, now, twist)
            return reading.read(self._shop, request, now, self.empty_page_refused)

    def _issue_token(self, request: Request, now: int) -> Answer:
        if request.method != "POST":
            return answer(405, -1, "Method Not Allowed")
        given = (request.text("imp_key"), request.text("imp_secret"))
        if not all(given):
            return answer(400, -1, "imp_key, imp_secret 파라메터가 누락되었습니다.")
        if given != self._keys:
            return answer(401, -1, "인증에 실패하였습니다. API키와 secret을 확인하세요.")
        token = self._tokens.issue(now)
        return fine({"access_token": token.text, "now": now, "expired_at": token.expired_at})

    def _cancel(self, request: Request, now: int, twist: Planned | None) -> Answer:
        if request.method != "POST":
            return answer(405, -1, "Method Not Allowed")
        try:
            return fine(self._shop.cancel(request, now, twist).annotation())
        except Refused as refusal:
            return answer(200, refusal.code, refusal.message)

    def _spoil(self, request: Request, planned: Planned) -> Answer:
        """The answer to a request that meets a fault. Waits happen here, outside of the lock."""
        match planned.fault:
            case Fault.LOST_REQUEST:
                raise RequestLost(request.path)
            case Fault.UNAUTHORIZED:
                return _unauthorized()
            case Fault.REFUSAL:
                return answer(200, planned.code, planned.message)
            case Fault.STATUS | Fault.HTML:
                if planned.executed:
                    self._answer(request, None)
                status = planned.status or (503 if planned.fault is Fault.STATUS else 200)
                page = html(status, "Service Temporarily Unavailable" if status >= 500 else "Welcome")
                return replace(page, retry_after=planned.retry_after)
            case Fault.SLOW if not planned.executed:
                self._wait(planned.seconds)
                return self._answer(request, None)
            case Fault.SLOW:
                reply = self._answer(request, None)
                self._wait(planned.seconds)
                return reply
        return self._garble(self._answer(request, planned), planned)

    def _garble(self, reply: Answer, planned: Planned) -> Answer:
        """What a fault does to the answer of a request that was executed."""
        match planned.fault:
            case Fault.LOST_ANSWER:
                raise AnswerLost(planned.fault.value)
            case Fault.DRIPPING:
                return replace(reply, drip=planned.seconds)
            case Fault.TRUNCATED:
                return replace(reply, body=reply.body[: len(reply.body) // 2])
            case Fault.NO_CODE:
                return replace(reply, body=re.sub(rb'^\{"code": -?\d+, ', b"{", reply.body))
        return reply

    def _drip(self, body: bytes, seconds: float) -> Iterator[bytes]:
        for byte in body:
            self._wait(seconds)
            yield bytes([byte])


def _unauthorized() -> Answer:
    return answer(401, -1, "Unauthorized")


def _logged(request: Request, planned: Planned | None, now: int) -> Logged:
    body = {name: "***" if name in _MASKED else value for name, value in request.body.items()}
    fault = "" if planned is None else planned.fault.value
    return Logged(now, request.method, request.path, request.query, body, fault)
