"""Every kind of network fault that the campaign knows, and how it is made.

A kind says what one POST meets: where it goes instead of to upstream, what happens at upstream as it leaves,
and what the line does to it. What must come of it stands in `expected`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from refund_gui.practice.app import PracticeApp
from refund_gui.practice.faults import Fault
from refund_gui.practice.wire import answer
from tests.campaign.network import places, scripts
from tests.campaign.network.line import Script, forward
from tests.campaign.network.payments import PaymentKind
from tests.campaign.network.places import Place
from tests.campaign.network.scripts import HTML, JSON, executed, not_executed, says

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

CUT_SHORT = (
    Kind("reset-before-body-is-read", scripts.reset),
    Kind("reset-while-body-is-written", scripts.reset, before_body=True),
    Kind("reset-with-half-the-body-upstream", scripts.reset_half_way),
)


# What takes the place of upstream's answer. Each in two ways: executed, and not executed.

ANSWERS: dict[str, Script] = {
    "reset-after-body": scripts.reset,
    "reset-in-answer": scripts.cut_in_answer,
    "closed-without-answer": scripts.close,
    "stall": scripts.stall,
    "drip": scripts.drip,
    "429": says(429, b'{"code": -1, "message": "Too Many Requests", "response": null}', JSON),
    "500": says(500, b'{"code": -1, "message": "Internal Server Error", "response": null}', JSON),
    "502": says(502, b"<html><h1>502 Bad Gateway</h1></html>", HTML),
    "503": says(503, b"<html><h1>Service Temporarily Unavailable</h1></html>", HTML),
    "504": says(504, b"", HTML),
    "proxy-html-200": says(200, b"<!DOCTYPE html><title>Welcome</title>", HTML),
    "html-401": says(401, b"<html><h1>401 Authorization Required</h1></html>", HTML),
    "401-code-0": says(401, b'{"code": 0, "message": null, "response": null}', JSON),
    "captive-portal-302": says(302, b"", "Location: /portal/login", HTML),
    "redirect-307": says(307, b"", "Location: /payments/cancel", HTML),
    "not-json": says(200, b"OK", "Content-Type: text/plain"),
    "json-without-code": says(200, b'{"message": "ok", "response": {}}', JSON),
    "code-0-without-record": says(200, b'{"code": 0, "message": null, "response": null}', JSON),
    "code-0-twice": says(200, b'{"code": -1, "code": 0, "message": null, "response": null}', JSON),
    "refusal-cut-short": says(200, b'{"code": -1, "message": "[8178]', JSON),
}

HURRIED = {"stall", "drip"}


def _lost_answers() -> Iterator[Kind]:
    for name, then in ANSWERS.items():
        yield Kind(f"{name}-executed", executed(then), hurried=name in HURRIED)
        yield Kind(f"{name}-not-executed", not_executed(then), hurried=name in HURRIED)


# What becomes of upstream's own answer on its way.

GARBLED = (
    Kind("truncated-json", scripts.garbled(lambda body: body[: len(body) // 2])),
    Kind("answer-shorter-than-said", scripts.short_answer),
    Kind("stall-in-answer", scripts.stall_in_answer, hurried=True),
    Kind("code-left-out", scripts.garbled(lambda body: re.sub(rb'^\{"code": -?\d+, ', b"{", body))),
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


_LOST = executed(scripts.close)
_REFUSED_CAREFULLY = executed(says(200, answer(200, -1, CAREFUL).body, JSON))

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
    Kind("code-0-wrong-payment-not-executed", scripts.another_payment),
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

TWICE = (
    Kind("duplicate-first-answer", scripts.twice(answer=0), at_once),
    Kind("duplicate-second-answer", scripts.twice(answer=1), at_once),
    Kind("duplicate-no-answer", scripts.twice(answer=None), at_once),
)


# Somebody refunds in the console while the POST is on its way.


def _console_other(app: PracticeApp, paid: PaymentKind) -> None:
    app.cancel_outside(paid.imp_uid, paid.other_amount)


def _console_equal(app: PracticeApp, paid: PaymentKind) -> None:
    app.cancel_outside(paid.imp_uid, paid.amount)


CONSOLE = (
    Kind("console-other-amount", upstream=_console_other),
    Kind("console-equal-amount", upstream=_console_equal),
    Kind("console-other-amount-request-lost", not_executed(scripts.close), _console_other),
    Kind("console-equal-amount-request-lost", not_executed(scripts.close), _console_equal),
)

KINDS = (*UNSENT, *CUT_SHORT, *_lost_answers(), *GARBLED, *UPSTREAM, *TWICE, *CONSOLE)
"""All of them; their names are the first part of a case's id."""
