"""Every kind of network fault that the campaign knows, and how it is made.

A kind says what one POST meets: where it goes instead of to upstream, what happens at upstream as it leaves,
and what the line does to it. What must come of it stands in `expected`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from refund_gui.practice.app import PracticeApp
from refund_gui.practice.faults import Fault
from refund_gui.practice.wire import answer
from tests.campaign.network import places
from tests.campaign.network.line import Exchange, Script, forward
from tests.campaign.network.payments import OTHER_UID, PaymentKind
from tests.campaign.network.places import Place
from tests.portone.raw_server import http

ACTS_AFTER = 200
"""Seconds after which an asynchronous PG acts: the quiet time is over then."""

Upstream = Callable[[PracticeApp, PaymentKind], None]
"""What happens at upstream just as the POST leaves."""


def as_usual(app: PracticeApp, paid: PaymentKind) -> None:
    """The PG acts at once, or says yes first and acts later, as is its way."""
    if paid.acts_later:
        app.faults.next(Fault.ASYNCHRONOUS, seconds=ACTS_AFTER)


def at_once(app: PracticeApp, paid: PaymentKind) -> None:
    """The PG acts before it answers, even one that need not."""


@dataclass(frozen=True)
class Kind:
    """What one POST meets. `hurried`: only a time-out ends it, so the client has short ones."""

    name: str
    line: Script = forward
    upstream: Upstream = as_usual
    place: Place | None = None
    hurried: bool = False
    before_body: bool = False
    """The client writes the body only when the line has done its part."""


HEALTHY = Kind("healthy")


# What is proven unsent.

CONNECTION_REFUSED = Kind("connection-refused", place=places.nobody_listens)

UNSENT = (
    CONNECTION_REFUSED,
    Kind("dns-failure", place=places.no_such_name),
    Kind("tls-wrong-certificate", place=places.wrong_certificate),
    Kind("tls-not-spoken", place=places.no_tls),
    Kind("tls-reset-in-handshake", place=places.cut_handshake),
    Kind("tls-stall-in-handshake", place=places.silent_handshake, hurried=True),
    Kind("proxy-refuses-connect", place=places.proxy_refuses),
    Kind("proxy-cuts-handshake", place=places.proxy_cuts_handshake),
)


# What breaks before upstream has the whole request.


def _reset(exchange: Exchange) -> None:
    exchange.reset()


def _reset_half_way(exchange: Exchange) -> None:
    """Upstream gets half of the body, the rest stays unread here."""
    exchange.ask(exchange.request(share=0.5))
    exchange.reset()


CUT_SHORT = (
    Kind("reset-before-body-is-read", _reset),
    Kind("reset-while-body-is-written", _reset, before_body=True),
    Kind("reset-with-half-the-body-upstream", _reset_half_way),
)


# What takes the place of upstream's answer. Each in two ways: executed, and not executed.

_JSON = "Content-Type: application/json"
_HTML = "Content-Type: text/html"


def says(status: int, body: bytes, *headers: str) -> Script:
    return lambda exchange: exchange.say(http(status, body, *headers))


def _close(exchange: Exchange) -> None:
    """No answer: the connection is closed."""


def _stall(exchange: Exchange) -> None:
    exchange.client_goes()


def _drip(exchange: Exchange) -> None:
    """Each byte comes in time, the answer as a whole does not."""
    exchange.say(b"HTTP/1.1 200 OK\r\nX-Padding: ")
    for _ in range(100):
        if exchange.client_goes(0.1):
            return
        exchange.say(b"1")


def _cut_in_answer(exchange: Exchange) -> None:
    exchange.say(b'HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{"code": 0, ')
    exchange.reset()


ANSWERS: dict[str, Script] = {
    "reset-after-body": _reset,
    "reset-in-answer": _cut_in_answer,
    "closed-without-answer": _close,
    "stall": _stall,
    "drip": _drip,
    "429": says(429, b'{"code": -1, "message": "Too Many Requests", "response": null}', _JSON),
    "500": says(500, b'{"code": -1, "message": "Internal Server Error", "response": null}', _JSON),
    "502": says(502, b"<html><h1>502 Bad Gateway</h1></html>", _HTML),
    "503": says(503, b"<html><h1>Service Temporarily Unavailable</h1></html>", _HTML),
    "504": says(504, b"", _HTML),
    "proxy-html-200": says(200, b"<!DOCTYPE html><title>Welcome</title>", _HTML),
    "html-401": says(401, b"<html><h1>401 Authorization Required</h1></html>", _HTML),
    "401-code-0": says(401, b'{"code": 0, "message": null, "response": null}', _JSON),
    "captive-portal-302": says(302, b"", "Location: /portal/login", _HTML),
    "redirect-307": says(307, b"", "Location: /payments/cancel", _HTML),
    "not-json": says(200, b"OK", "Content-Type: text/plain"),
    "json-without-code": says(200, b'{"message": "ok", "response": {}}', _JSON),
    "code-0-without-record": says(200, b'{"code": 0, "message": null, "response": null}', _JSON),
    "code-0-twice": says(200, b'{"code": -1, "code": 0, "message": null, "response": null}', _JSON),
    "refusal-cut-short": says(200, b'{"code": -1, "message": "[8178]', _JSON),
}

HURRIED = {"stall", "drip"}


def _executed(then: Script, exchange: Exchange) -> None:
    exchange.ask(exchange.request())
    then(exchange)


def _not_executed(then: Script, exchange: Exchange) -> None:
    exchange.request()
    then(exchange)


def _lost_answers() -> Iterator[Kind]:
    for name, then in ANSWERS.items():
        yield Kind(f"{name}-executed", partial(_executed, then), hurried=name in HURRIED)
        yield Kind(f"{name}-not-executed", partial(_not_executed, then), hurried=name in HURRIED)


# What becomes of upstream's own answer on its way.


def _garbled(garble: Callable[[bytes], bytes]) -> Script:
    def script(exchange: Exchange) -> None:
        _, _, body = exchange.ask(exchange.request()).partition(b"\r\n\r\n")
        exchange.say(http(200, garble(body), _JSON))

    return script


def _short_answer(exchange: Exchange) -> None:
    """Fewer bytes than Content-Length says, then the end."""
    exchange.say(exchange.ask(exchange.request())[:-40])


def _stall_in_answer(exchange: Exchange) -> None:
    whole = exchange.ask(exchange.request())
    exchange.say(whole[: len(whole) // 2])
    exchange.client_goes()


GARBLED = (
    Kind("truncated-json", _garbled(lambda body: body[: len(body) // 2])),
    Kind("answer-shorter-than-said", _short_answer),
    Kind("stall-in-answer", _stall_in_answer, hurried=True),
    Kind("code-left-out", _garbled(lambda body: re.sub(rb'^\{"code": -?\d+, ', b"{", body))),
)


# What upstream itself does otherwise.


CLEAR = "결제취소에 실패하였습니다. [8178] 상계가능 정산금액 부족"
CAREFUL = "결제취소에 실패하였습니다. [8325] 통신오류, 잠시후 재시도 요망"
ALREADY = "결제취소에 실패하였습니다. [CD2A] 기취소된 거래"


def fault(kind: Fault, seconds: float = 0, message: str = CLEAR) -> Upstream:
    return lambda app, paid: app.faults.next(kind, seconds=seconds, message=message)


def _revoke(app: PracticeApp, paid: PaymentKind) -> None:
    """The token ends between reading and sending; upstream answers with 401 in JSON."""
    app.revoke_token()


def _revoke_for_good(app: PracticeApp, paid: PaymentKind) -> None:
    """The token ends, and no new one can be had."""
    app.revoke_token()
    app.faults.next(Fault.LOST_REQUEST, on="/users/getToken", times=None)


def _refused_and_unreadable(app: PracticeApp, paid: PaymentKind) -> None:
    app.faults.next(Fault.REFUSAL, message=CLEAR)
    app.faults.next(Fault.STATUS, on=f"/payments/{paid.imp_uid}")


def _another_payment(exchange: Exchange) -> None:
    """Code 0 with the record of somebody else's payment; ours is not touched."""
    _, _, rest = exchange.request().partition(b" ")
    _, _, rest = rest.partition(b" ")
    exchange.say(exchange.ask(f"GET /payments/{OTHER_UID} ".encode() + rest))


_LOST = partial(_executed, _close)
_REFUSED_CAREFULLY = partial(_executed, says(200, answer(200, -1, CAREFUL).body, _JSON))

TOKEN_REVOKED = Kind("token-revoked", upstream=_revoke)

LONG_AFTER_QUIET = Kind("late-long-after-quiet", upstream=fault(Fault.LATE, seconds=700))

UPSTREAM = (
    Kind("late-at-once", upstream=fault(Fault.LATE, seconds=5)),
    Kind("late-before-quiet-ends", upstream=fault(Fault.LATE, seconds=100)),
    Kind("late-as-quiet-ends", upstream=fault(Fault.LATE, seconds=120)),
    Kind("late-after-quiet", upstream=fault(Fault.LATE, seconds=125)),
    LONG_AFTER_QUIET,
    TOKEN_REVOKED,
    Kind("token-revoked-and-no-new-one", upstream=_revoke_for_good),
    Kind("tag-stripped", upstream=fault(Fault.TAG_STRIPPED)),
    Kind("tag-stripped-answer-lost", _LOST, fault(Fault.TAG_STRIPPED)),
    Kind("code-0-wrong-amount", upstream=fault(Fault.WRONG_AMOUNT)),
    Kind("wrong-amount-answer-lost", _LOST, fault(Fault.WRONG_AMOUNT)),
    Kind("code-0-wrong-payment", upstream=fault(Fault.WRONG_PAYMENT)),
    Kind("code-0-wrong-payment-not-executed", _another_payment),
    Kind("code-0-acts-later", upstream=fault(Fault.ASYNCHRONOUS, seconds=ACTS_AFTER)),
    Kind("code-0-never-acts", upstream=fault(Fault.ASYNCHRONOUS)),
    Kind("refusal-clear", upstream=fault(Fault.REFUSAL, message=CLEAR)),
    Kind("refusal-clear-reading-fails", upstream=_refused_and_unreadable),
    Kind("refusal-already-cancelled", upstream=fault(Fault.REFUSAL, message=ALREADY)),
    Kind("refusal-of-time-out-not-executed", upstream=fault(Fault.REFUSAL, message=CAREFUL)),
    Kind("refusal-of-time-out-executed", _REFUSED_CAREFULLY),
    Kind("refusal-of-time-out-executed-late", _REFUSED_CAREFULLY, fault(Fault.LATE, seconds=60)),
    Kind("refusal-of-time-out-executed-too-late", _REFUSED_CAREFULLY, fault(Fault.LATE, seconds=300)),
)


# The network delivers one request twice; the checksum must refuse the second.


def _twice(choose: Callable[[Exchange, bytes, bytes], None]) -> Script:
    def script(exchange: Exchange) -> None:
        request = exchange.request()
        choose(exchange, exchange.ask(request), exchange.ask(request))

    return script


TWICE = (
    Kind("duplicate-first-answer", _twice(lambda exchange, first, second: exchange.say(first)), at_once),
    Kind("duplicate-second-answer", _twice(lambda exchange, first, second: exchange.say(second)), at_once),
    Kind("duplicate-no-answer", _twice(lambda exchange, first, second: None), at_once),
)


# Somebody refunds in the console while the POST is on its way.


def _console_other(app: PracticeApp, paid: PaymentKind) -> None:
    app.cancel_outside(paid.imp_uid, paid.other_amount)


def _console_equal(app: PracticeApp, paid: PaymentKind) -> None:
    app.cancel_outside(paid.imp_uid, paid.amount)


CONSOLE = (
    Kind("console-other-amount", upstream=_console_other),
    Kind("console-equal-amount", upstream=_console_equal),
    Kind("console-other-amount-request-lost", partial(_not_executed, _close), _console_other),
    Kind("console-equal-amount-request-lost", partial(_not_executed, _close), _console_equal),
)

KINDS = (*UNSENT, *CUT_SHORT, *_lost_answers(), *GARBLED, *UPSTREAM, *TWICE, *CONSOLE)
"""All of them; their names are the first part of a case's id."""
