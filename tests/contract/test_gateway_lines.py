"""What can befall the way to upstream, over real sockets (protocol rules 5 and 6)."""

import socket
import ssl
from pathlib import Path
from random import Random

import pytest

from refund_gui.domain.answer import Lost, Unsent
from refund_gui.errors import AnswerTimedOut, CertificateRefused, Unreachable
from refund_gui.portone.call import Timeouts
from refund_gui.practice.app import PracticeApp
from refund_gui.practice.faults import Fault
from refund_gui.practice.server import serve
from tests.contract.conftest import Counter
from tests.portone.made_up import attempt_for, gateway_to, prepared
from tests.portone.raw_server import http, raw_server
from tests.practice.shop_kit import NOW, payment
from tests.terminal.shop import TestClock

SHORT_READ = Timeouts(connect=20, read=0.2, total=60)
SHORT_TOTAL = Timeouts(connect=20, read=20, total=0.3)
CERTIFICATE = Path(__file__).parents[1] / "portone" / "self-signed.pem"


@pytest.mark.parametrize(("executed", "really"), [(False, []), (True, [10_000])])
@pytest.mark.parametrize("timeouts", [SHORT_READ, SHORT_TOTAL], ids=["read", "total"])
def test_an_answer_that_does_not_come_in_time_is_lost(
    timeouts: Timeouts, executed: bool, really: list[int]
) -> None:
    app = PracticeApp([payment("imp_card")], clock=lambda: NOW, random=Random(1))
    with serve(app) as server:
        gateway = gateway_to(server.url)
        shown_on = Counter(gateway, app, TestClock(NOW))
        shown = gateway.payment("imp_card")
        app.faults.next(Fault.SLOW, seconds=3_600, executed=executed)
        impatient = Counter(gateway_to(server.url, timeouts), app, shown_on.clock)
        assert isinstance(impatient.send(shown=shown), Lost)
        assert shown_on.refunded() == really
        app.close()


def test_a_dripping_answer_outlives_the_read_timeout_but_not_the_deadline() -> None:
    """One byte each 0.02 s: it would take seconds."""
    app = PracticeApp([payment("imp_card")], clock=lambda: NOW, random=Random(1))
    with serve(app) as server:
        shown = gateway_to(server.url).payment("imp_card")
        app.faults.next(Fault.DRIPPING, seconds=0.02)
        impatient = Counter(gateway_to(server.url, SHORT_TOTAL), app, TestClock(NOW))
        assert impatient.send(shown=shown) == Lost("ReadTimeout")
        assert impatient.refunded() == [10_000]
        app.close()


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nX-",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1",
    ],
    ids=["status line", "headers", "body", "body without a length", "chunks"],
)
def test_nothing_drips_past_the_deadline(head: bytes) -> None:
    with raw_server() as server:
        server.answer = server.drip(head, b"H" if not head else b"1")
        gateway = gateway_to(server.url, SHORT_TOTAL)
        assert gateway.send(prepared(), attempt_for(prepared())) == Lost("ReadTimeout")
        with pytest.raises(AnswerTimedOut):
            gateway.check_keys()


def test_every_read_has_its_deadline_and_not_only_the_first() -> None:
    with raw_server(http(404, b'{"code": -1, "message": "no"}')) as server:
        gateway = gateway_to(server.url, Timeouts(connect=20, read=20, total=2))
        with pytest.raises(Exception, match="HTTP 404"):
            gateway.check_keys()
        server.answer = server.drip(b"HTTP/1.1 200 OK\r\n", b"X")
        with pytest.raises(AnswerTimedOut):
            gateway.check_keys()


def test_a_refused_connection_sends_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    gateway = gateway_to(url)
    answer = gateway.send(prepared(), attempt_for(prepared()))
    assert isinstance(answer, Unsent)
    assert answer.detail.startswith("ConnectError")
    with pytest.raises(Unreachable):
        gateway.check_keys()


def test_a_certificate_that_nobody_trusts_is_told_nothing() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with raw_server(http(200, b'{"code": 0}'), context) as server:
        gateway = gateway_to(server.url)
        assert isinstance(gateway.send(prepared(), attempt_for(prepared())), Unsent)
        with pytest.raises(CertificateRefused):
            gateway.check_keys()
        assert (server.accepted, server.requests) == (2, [])


def test_a_host_that_speaks_no_tls_is_told_nothing() -> None:
    with raw_server(greeting=http(200, b'{"code": 0}')) as server:
        gateway = gateway_to(server.url.replace("http:", "https:"))
        assert isinstance(gateway.send(prepared(), attempt_for(prepared())), Unsent)
    assert b"imp_1" not in b"".join(server.requests)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
    with raw_server(http(200, b'{"code": 0}')) as elsewhere, raw_server() as server:
        server.answer = http(status, b"", f"Location: {elsewhere.url}/payments/cancel")
        answer = gateway_to(server.url).send(prepared(), attempt_for(prepared()))
        assert isinstance(answer, Lost)
        assert (answer.http_status, elsewhere.accepted, server.accepted) == (status, 0, 1)


def test_every_send_has_a_connection_of_its_own() -> None:
    with raw_server(http(200, b'{"code": 1, "message": "no"}', "Connection: keep-alive")) as server:
        gateway = gateway_to(server.url)
        for number in (1, 2, 3):
            gateway.send(prepared(), attempt_for(prepared(), number=number))
        assert (server.accepted, len(server.requests)) == (3, 3)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        b"no HTTP at all\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 204 No Content\r\n\r\n",
        b"HTTP/1.1 101 Switching\r\n\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n",
        http(200, b"\xff\xfe{", "Content-Encoding: gzip"),
        http(200, b"{", "Content-Encoding: unheard-of"),
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000,
    ],
)
def test_an_answer_that_is_none_is_lost(answer: bytes) -> None:
    with raw_server(answer) as server:
        assert isinstance(gateway_to(server.url).send(prepared(), attempt_for(prepared())), Lost)
        assert server.accepted == 1
