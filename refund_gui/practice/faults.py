"""What can be made to go wrong, and the queue of what will (protocol: crash points and faults)."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fnmatch import fnmatchcase
from threading import Event, Lock

from refund_gui.practice.wire import Request


class Fault(StrEnum):
    """One way to fail. The last five change what a cancel does; on other paths they do nothing."""

    LOST_ANSWER = "lost_answer"
    """Executed; the connection ends without an answer."""
    LOST_REQUEST = "lost_request"
    """Not executed; the connection ends without an answer."""
    REFUSAL = "refusal"
    """HTTP 200 with `code` and `message`; not executed."""
    SLOW = "slow"
    """A wait of `seconds`, before the execution or (`executed`) after it."""
    DRIPPING = "dripping"
    """Executed; one byte of the answer each `seconds`."""
    STATUS = "status"
    """An HTML error page with `status` (503) and `retry_after`; not executed unless `executed`."""
    HTML = "html"
    """A page instead of JSON with `status` (200), like a captive portal's; not executed unless `executed`."""
    TRUNCATED = "truncated"
    """Executed; the answer's JSON stops in the middle."""
    NO_CODE = "no_code"
    """Executed; the answer's JSON has no `code`."""
    UNAUTHORIZED = "unauthorized"
    """401 as JSON; not executed."""
    ASYNCHRONOUS = "asynchronous"
    """Code 0 and nothing changed; executed after `seconds`, or by `settle()` when that is 0."""
    LATE = "late"
    """The connection ends without an answer; checked and executed `seconds` later."""
    TAG_STRIPPED = "tag_stripped"
    """Executed; the reason in the history has lost its leading [tag]."""
    WRONG_AMOUNT = "wrong_amount"
    """Executed with `amount` instead of what was asked (one unit off when none is given)."""
    WRONG_PAYMENT = "wrong_payment"
    """Executed; the answer shows another payment."""


class ConnectionCut(Exception):
    """There is no answer. On a socket the connection is closed; in process this reaches the caller."""


class AnswerLost(ConnectionCut):
    """The request was received; it was executed, or will be."""


class RequestLost(ConnectionCut):
    """The request was never executed."""


@dataclass(frozen=True)
class Planned:
    """A fault with its details; see Fault for which detail it looks at."""

    fault: Fault
    seconds: float = 0
    status: int | None = None
    executed: bool = False
    code: int = -1
    message: str = "결제취소에 실패하였습니다. [9999] 연습용 거절"
    amount: Decimal | None = None
    retry_after: str = ""


@dataclass
class _Waiting:
    planned: Planned
    on: str
    imp_uid: str | None
    skip: int
    left: int | None

    def meets(self, request: Request) -> bool:
        if not fnmatchcase(request.path, self.on):
            return False
        return self.imp_uid is None or request.text("imp_uid") == self.imp_uid


class Faults:
    """Faults that wait for their request, first in first out; usable from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: list[_Waiting] = []

    def next(
        self,
        fault: Fault,
        *,
        on: str = "/payments/cancel",
        times: int | None = 1,
        skip: int = 0,
        imp_uid: str | None = None,
        seconds: float = 0,
        status: int | None = None,
        executed: bool = False,
        code: int = -1,
        message: str = Planned.message,
        amount: Decimal | None = None,
        retry_after: str = "",
    ) -> None:
        """Make the next `times` requests fail whose path matches `on` (`*` matches anything).

        `times` None: for good. `skip`: let so many matching requests pass first. `imp_uid`: only requests
        whose body names that payment. The others are details of the fault.
        """
        planned = Planned(fault, seconds, status, executed, code, message, amount, retry_after)
        with self._lock:
            self._waiting.append(_Waiting(planned, on, imp_uid, skip, times))

    def take(self, request: Request) -> Planned | None:
        """The fault for this request, used up by one."""
        with self._lock:
            for waiting in self._waiting:
                if not waiting.meets(request):
                    continue
                if waiting.skip > 0:
                    waiting.skip -= 1
                    continue
                if waiting.left is not None:
                    waiting.left -= 1
                    if waiting.left <= 0:
                        self._waiting.remove(waiting)
                return waiting.planned
        return None

    def clear(self) -> None:
        with self._lock:
            self._waiting.clear()

    def left(self) -> tuple[Fault, ...]:
        """The faults that still wait for a request."""
        with self._lock:
            return tuple(waiting.planned.fault for waiting in self._waiting)


Wait = Callable[[float], None]
"""Waits so many seconds, or raises ConnectionCut when the stand-in is closed meanwhile."""


class Waits:
    """The default Wait: real seconds, ended at once by `wake`."""

    def __init__(self) -> None:
        self._closing = Event()

    def __call__(self, seconds: float) -> None:
        if self._closing.wait(seconds):
            raise RequestLost("the stand-in was closed")

    def wake(self) -> None:
        """End every wait that is running; later ones wait again."""
        closing, self._closing = self._closing, Event()
        closing.set()
