"""No key, token, account or holder in a log, an error or a repr, whatever happens."""

import logging
from collections.abc import Iterator
from random import Random

import pytest

from refund_gui.clock import SystemClock
from refund_gui.credentials import ApiKeys
from refund_gui.domain.answer import Refused
from refund_gui.errors import UpstreamError
from refund_gui.portone.call import Call, Timeouts
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.transport import make_transport
from refund_gui.portone.v1 import PortOneV1
from refund_gui.practice.app import PracticeApp
from refund_gui.practice.faults import Fault
from refund_gui.practice.server import serve
from tests.portone.made_up import ACCOUNT, PATIENT, attempt_for, envelope, refund_of
from tests.portone.raw_server import http, raw_server
from tests.practice.shop_kit import payment

KEYS = ApiKeys("kEy-5f6a", "sEcReT-9b8c")


def gateway_for(url: str, timeouts: Timeouts = PATIENT) -> PortOneV1:
    transport = make_transport(url)
    return PortOneV1(url, transport, SystemClock(), RequestNumbers(0), KEYS, timeouts=timeouts)


def told(error: BaseException | None) -> Iterator[str]:
    """Everything that an error and what led to it say."""
    while error is not None:
        yield f"{error} {error!r} {error.args!r} {vars(error)!r}"
        error = error.__cause__ or error.__context__


@pytest.mark.parametrize(
    "fault", [None, Fault.REFUSAL, Fault.LOST_ANSWER, Fault.UNAUTHORIZED, Fault.HTML, Fault.TRUNCATED]
)
def test_a_refund_tells_nobody(caplog: pytest.LogCaptureFixture, fault: Fault | None) -> None:
    caplog.set_level(logging.DEBUG)
    app = PracticeApp(
        [payment("imp_vbank", 30_000, "vbank", "html5_inicis")],
        key=KEYS.key,
        secret=KEYS.secret,
        random=Random(1),
    )
    with serve(app) as server:
        gateway = gateway_for(server.url)
        shown = gateway.payment("imp_vbank")
        cancel = gateway.prepare(refund_of(shown), shown, ACCOUNT)
        if fault is not None:
            app.faults.next(fault)
        answer = gateway.send(cancel, attempt_for(cancel))
    assert cancel.token
    assert ACCOUNT.number.encode() in cancel.body
    said = f"{caplog.text} {cancel!r} {answer!r} {gateway!r} {KEYS!r} {ACCOUNT!r}"
    for secret in (KEYS.key, KEYS.secret, cancel.token, ACCOUNT.number, ACCOUNT.holder):
        assert secret not in said


@pytest.mark.parametrize("path", ["/users/getToken", "/payments/*"])
@pytest.mark.parametrize(
    "fault",
    [Fault.LOST_REQUEST, Fault.UNAUTHORIZED, Fault.HTML, Fault.STATUS, Fault.TRUNCATED, Fault.NO_CODE],
)
def test_a_failing_read_tells_nobody(caplog: pytest.LogCaptureFixture, fault: Fault, path: str) -> None:
    caplog.set_level(logging.DEBUG)
    app = PracticeApp([payment()], key=KEYS.key, secret=KEYS.secret, random=Random(1))
    app.faults.next(fault, on=path, times=None)
    with serve(app) as server:
        gateway = gateway_for(server.url)
        with pytest.raises(UpstreamError) as caught:
            gateway.payment("imp_1")
        app.faults.clear()
        shown = gateway.payment("imp_1")
        token = gateway.prepare(refund_of(shown), shown, None).token
    said = caplog.text + "".join(told(caught.value))
    for secret in (KEYS.key, KEYS.secret, token):
        assert secret not in said


def test_wrong_keys_are_not_repeated() -> None:
    with serve(PracticeApp(random=Random(1))) as server, pytest.raises(UpstreamError) as caught:
        gateway_for(server.url).check_keys()
    for secret in (KEYS.key, KEYS.secret):
        assert secret not in "".join(told(caught.value))


def test_a_call_shows_neither_its_body_nor_its_token() -> None:
    call = repr(Call("POST", "/payments/cancel", body=b"9990001234567", token="t0ken"))
    assert "9990001234567" not in call
    assert "t0ken" not in call


def test_a_closed_gateway_has_no_keys_left() -> None:
    with serve(PracticeApp(key=KEYS.key, secret=KEYS.secret, random=Random(1))) as server:
        gateway = gateway_for(server.url)
        gateway.check_keys()
        gateway.close()
        with pytest.raises(UpstreamError) as caught:
            gateway.check_keys()
    assert type(caught.value).__name__ == "KeysMissing"


def test_keys_that_were_replaced_are_used_no_more() -> None:
    issued = envelope({"access_token": "t", "expired_at": 1_800, "now": 0})
    with raw_server(http(200, issued)) as server:
        gateway = gateway_for(server.url)
        gateway.check_keys()
        gateway.use_keys(ApiKeys("other_key", "other_secret"))
        gateway.check_keys()
    assert [KEYS.secret.encode() in request for request in server.requests] == [True, False]
    assert b'"imp_secret": "other_secret"' in server.requests[1]


def test_upstreams_own_words_are_kept_even_so() -> None:
    app = PracticeApp([payment()], key=KEYS.key, secret=KEYS.secret, random=Random(1))
    app.faults.next(Fault.REFUSAL, message="거절되었습니다")
    with serve(app) as server:
        gateway = gateway_for(server.url)
        shown = gateway.payment("imp_1")
        cancel = gateway.prepare(refund_of(shown), shown, None)
        assert gateway.send(cancel, attempt_for(cancel)) == Refused(-1, "거절되었습니다")
