"""Ways to fail that are easily mistaken for others: handshakes, hosts, deadlines, packed answers, proxies."""

import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from threading import Thread, Timer

import httpx
import pytest

from refund_gui.clock import SystemClock
from refund_gui.domain.answer import Done, Lost, Unsent
from refund_gui.errors import (
    AnswerUnreadable,
    CertificateRefused,
    Unreachable,
)
from refund_gui.portone.call import Timeouts
from refund_gui.portone.line import LARGEST_ANSWER
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.v1 import PortOneV1
from tests.portone.made_up import KEYS, PATIENT, attempt_for, envelope, gateway_to, prepared, record
from tests.portone.raw_server import http, raw_server


class Scripted(httpx.BaseTransport):
    """Does what the test says instead of going to the network."""

    def __init__(self, script: Callable[[httpx.Request], httpx.Response]) -> None:
        self._script = script

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._script(request)


def scripted(
    script: Callable[[httpx.Request], httpx.Response],
    timeouts: Timeouts = PATIENT,
    origin: str = "https://api.iamport.kr",
) -> PortOneV1:
    return PortOneV1(
        origin, lambda: Scripted(script), SystemClock(), RequestNumbers(0), KEYS, timeouts=timeouts
    )


def failing(error: BaseException) -> PortOneV1:
    def script(request: httpx.Request) -> httpx.Response:
        raise error

    return scripted(script)


@pytest.mark.parametrize(
    "error",
    [
        OSError(5, "I/O error"),
        ssl.SSLError("bad record"),
        UnicodeError("secret"),
        ValueError("secret"),
        httpx.CookieConflict("secret"),
    ],
)
def test_a_read_may_fail_in_other_words_than_httpxs(error: Exception) -> None:
    with pytest.raises(Unreachable) as caught:
        failing(error).check_keys()
    assert str(caught.value).startswith(type(error).__name__)
    assert "secret" not in str(caught.value)


def test_a_bug_in_a_read_is_shown_as_one() -> None:
    with pytest.raises(RuntimeError):
        failing(RuntimeError("a bug")).check_keys()


def test_only_a_failed_handshake_is_about_the_certificate() -> None:
    handshake, reading = httpx.ConnectError("x"), httpx.ReadError("x")
    handshake.__cause__ = reading.__cause__ = ssl.SSLError("x")
    with pytest.raises(CertificateRefused):
        failing(handshake).check_keys()
    with pytest.raises(Unreachable):
        failing(reading).check_keys()
    assert isinstance(failing(handshake).send(prepared(), attempt_for(prepared())), Unsent)
    assert isinstance(failing(reading).send(prepared(), attempt_for(prepared())), Lost)


def test_the_operating_systems_words_are_told() -> None:
    error = httpx.ConnectError("x")
    error.__cause__ = ConnectionRefusedError(111, "Connection refused")
    answer = failing(error).send(prepared(), attempt_for(prepared()))
    assert answer == Unsent("ConnectError: Connection refused")


def test_a_transport_that_cannot_be_made_is_answered_too() -> None:
    def broken() -> httpx.BaseTransport:
        raise httpx.UnsupportedProtocol("socks")

    gateway = PortOneV1("https://api.iamport.kr", broken, SystemClock(), RequestNumbers(0), KEYS)
    assert gateway.send(prepared(), attempt_for(prepared())) == Unsent("UnsupportedProtocol")
    with pytest.raises(Unreachable):
        gateway.check_keys()


@pytest.mark.parametrize("host", ["a..b", "xn--" + "a" * 80, "-" * 70])
def test_a_host_that_no_name_service_knows_how_to_ask_for(host: str) -> None:
    gateway = gateway_to(f"https://{host}")
    with pytest.raises(Unreachable):
        gateway.check_keys()


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_the_end_of_the_program_is_no_answer(error: type[BaseException]) -> None:
    with pytest.raises(error):
        failing(error()).send(prepared(), attempt_for(prepared()))
    assert not [thread for thread in threading.enumerate() if _runs_on(thread)]


def _runs_on(thread: Thread) -> bool:
    """Whether this deadline still waits; a cancelled one ends by itself."""
    if isinstance(thread, Timer):
        thread.join(20)
    return isinstance(thread, Timer) and thread.is_alive()


class BadlyClosed(httpx.SyncByteStream):
    """A whole answer whose connection cannot be closed."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def __iter__(self) -> Iterator[bytes]:
        yield envelope(record(cancel_amount=10_000, status="cancelled"))

    def close(self) -> None:
        raise self._error


@pytest.mark.parametrize("error", [OSError("x"), httpx.CloseError("x"), httpx.ConnectError("x")])
def test_nothing_that_fails_after_the_answer_began_proves_that_nothing_was_sent(error: Exception) -> None:
    gateway = scripted(lambda request: httpx.Response(200, stream=BadlyClosed(error)))
    assert isinstance(gateway.send(prepared(), attempt_for(prepared())), Lost)


class Socket:
    """A connection as httpx's trace shows it."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end

    def get_extra_info(self, name: str) -> socket.socket:
        assert name == "socket"
        return self._end

    def close(self) -> None:
        self._end.close()


@pytest.mark.parametrize("event", ["connection.connect_tcp.complete", "connection.start_tls.complete"])
def test_a_connection_made_after_the_deadline_is_not_used(event: str) -> None:
    """Looking a name up can take longer than any time-out of a socket."""
    ends = socket.socketpair()

    def script(request: httpx.Request) -> httpx.Response:
        deadlines = [thread for thread in threading.enumerate() if isinstance(thread, Timer)]
        for deadline in deadlines:
            deadline.join(20)
        assert deadlines
        request.extensions["trace"](event, {"return_value": Socket(ends[0])})
        raise AssertionError("it goes on")

    gateway = scripted(script, Timeouts(connect=20, read=20, total=0.05))
    assert gateway.send(prepared(), attempt_for(prepared())) == Unsent("ConnectTimeout")
    assert ends[0].fileno() == -1
    ends[1].close()


@pytest.mark.parametrize("packed", [False, True])
def test_an_endless_answer_is_not_taken_in(packed: bool) -> None:
    body = b" " * (LARGEST_ANSWER + 1)
    answer = http(200, gzip.compress(body), "Content-Encoding: gzip") if packed else http(200, body)
    with raw_server(answer) as server:
        gateway = gateway_to(server.url)
        assert gateway.send(prepared(), attempt_for(prepared())) == Lost("DecodingError")
        with pytest.raises(AnswerUnreadable):
            gateway.check_keys()


def test_a_packed_answer_is_an_answer() -> None:
    body = gzip.compress(envelope(record(cancel_amount=10_000, status="cancelled")))
    with raw_server(http(200, body, "Content-Encoding: gzip")) as server:
        assert isinstance(gateway_to(server.url).send(prepared(), attempt_for(prepared())), Done)


def test_a_packed_answer_cut_short_is_lost() -> None:
    body = gzip.compress(envelope(record(cancel_amount=10_000, status="cancelled")))[:-20]
    with raw_server(http(200, body, "Content-Encoding: gzip")) as server:
        assert isinstance(gateway_to(server.url).send(prepared(), attempt_for(prepared())), Lost)


@pytest.mark.parametrize(
    "answer",
    [b"HTTP/1.1 403 Forbidden\r\n\r\n", b"HTTP/1.1 407 Log in\r\n\r\n", b"HTTP/1.1 502 Bad Gateway\r\n\r\n"],
)
def test_a_proxy_that_refuses_to_connect_proves_that_nothing_was_sent(
    monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    with raw_server(answer) as proxy:
        monkeypatch.setenv("https_proxy", proxy.url)
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        gateway = gateway_to("https://api.iamport.kr")
        assert gateway.send(prepared(), attempt_for(prepared())) == Unsent("ProxyError")
        with pytest.raises(Unreachable):
            gateway.check_keys()
        assert [request.split(b" HTTP")[0] for request in proxy.requests] == [
            b"CONNECT api.iamport.kr:443"
        ] * 2


def test_this_computer_is_reached_without_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with raw_server(http(500)) as proxy, raw_server(http(500)) as server:
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
            monkeypatch.setenv(name.upper(), proxy.url)
        gateway_to(server.url).send(prepared(), attempt_for(prepared()))
        assert (proxy.accepted, server.accepted) == (0, 1)
