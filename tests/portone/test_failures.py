"""Each exception that an exchange can end with, and what it proves (protocol rule 5)."""

import socket
import ssl
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import httpx
import pytest

from refund_gui.clock import SystemClock
from refund_gui.domain.answer import Answer, Lost, Unsent
from refund_gui.errors import (
    AnswerTimedOut,
    AnswerUnreadable,
    Unreachable,
    UpstreamError,
)
from refund_gui.portone import line
from refund_gui.portone.call import Timeouts
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.transport import OFFICIAL
from refund_gui.portone.v1 import PortOneV1
from tests.portone.made_up import (
    KEYS,
    PATIENT,
    TOKEN,
    attempt_for,
    envelope,
    prepared,
    record,
)
from tests.portone.raw_server import raw_server

Transport = Callable[[], httpx.BaseTransport]

UNSENT = {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError", "UnsupportedProtocol"}
"""Protocol rule 5, word for word."""


def family(kind: type[Exception]) -> list[type[Exception]]:
    """A class of exceptions and all that come from it."""
    return [kind, *(each for child in kind.__subclasses__() for each in family(child))]


HTTPX = [
    kind
    for root in (httpx.HTTPError, httpx.InvalidURL, httpx.CookieConflict, httpx.StreamError)
    for kind in family(root)
    if kind.__module__.startswith("httpx")
]


def made(kind: type[Exception]) -> Exception:
    """One of them, with a secret in its text."""
    if issubclass(kind, httpx.HTTPStatusError):
        request = httpx.Request("POST", OFFICIAL)
        return kind(TOKEN, request=request, response=httpx.Response(500, request=request))
    try:
        return kind(TOKEN)
    except TypeError:  # some have a text of their own
        return kind()


def failing(error: BaseException) -> Transport:
    def fail(request: httpx.Request) -> httpx.Response:
        raise error

    return lambda: httpx.MockTransport(fail)


def gateway_over(transport: Transport, timeouts: Timeouts = PATIENT) -> PortOneV1:
    return PortOneV1(OFFICIAL, transport, SystemClock(), RequestNumbers(0), KEYS, timeouts=timeouts)


def sent_over(transport: Transport, timeouts: Timeouts = PATIENT) -> Answer:
    return gateway_over(transport, timeouts).send(prepared(), attempt_for(prepared()))


def test_the_whole_family_is_known() -> None:
    names = {kind.__name__ for kind in HTTPX}
    assert {name for name in dir(httpx) if _is_error(getattr(httpx, name))} == names
    assert names > UNSENT


def _is_error(thing: object) -> bool:
    return isinstance(thing, type) and issubclass(thing, Exception)


@pytest.mark.parametrize("kind", HTTPX)
def test_only_what_rule_5_names_proves_that_nothing_was_sent(kind: type[Exception]) -> None:
    answer = sent_over(failing(made(kind)))
    assert answer == (Unsent if kind.__name__ in UNSENT else Lost)(kind.__name__)


@pytest.mark.parametrize(
    "error",
    [
        OSError(5, "I/O error"),
        ConnectionRefusedError(111, "refused"),
        TimeoutError(TOKEN),
        UnicodeError(TOKEN),
        RuntimeError(TOKEN),
        AssertionError(TOKEN),
        MemoryError(),
        Unreachable(TOKEN),
    ],
)
def test_any_other_exception_proves_nothing(error: Exception) -> None:
    assert sent_over(failing(error)) == Lost(type(error).__name__)


def test_a_bug_in_reading_the_answer_loses_it_but_does_not_escape(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(reply: object, number: int) -> Answer:
        raise KeyError(TOKEN)

    monkeypatch.setattr("refund_gui.portone.v1.answer_of", broken)
    reply = httpx.Response(200, content=envelope(record()))
    assert sent_over(lambda: httpx.MockTransport(lambda request: reply)) == Lost("KeyError")


@pytest.mark.parametrize("kind", HTTPX)
def test_a_read_fails_as_what_it_means(kind: type[Exception]) -> None:
    expected: type[UpstreamError] = Unreachable
    if kind is httpx.DecodingError:
        expected = AnswerUnreadable
    elif issubclass(kind, httpx.TimeoutException) and kind.__name__ not in UNSENT:
        expected = AnswerTimedOut
    with pytest.raises(UpstreamError) as caught:
        gateway_over(failing(made(kind))).check_keys()
    assert type(caught.value) is expected
    assert str(caught.value) == kind.__name__


def test_what_ends_after_the_deadline_is_lost_whatever_it_says() -> None:
    def slow(request: httpx.Request) -> httpx.Response:
        while not request.extensions["trace"].__self__.is_cut:
            Event().wait(0.005)
        return httpx.Response(200, content=envelope(record()))

    assert sent_over(lambda: httpx.MockTransport(slow), Timeouts(total=0.02)) == Lost("ReadTimeout")


def test_cutting_a_connection_that_has_gone_is_no_error() -> None:
    class Stream:
        def get_extra_info(self, name: str) -> socket.socket:
            gone = socket.socket()
            gone.close()
            return gone

    connection = line._Connection()
    connection.trace("connection.connect_tcp.complete", {"return_value": Stream()})
    connection.cut()
    assert connection.is_cut


def test_the_deadline_cuts_an_encrypted_connection_too() -> None:
    """Only in this test is the certificate trusted."""
    pem = Path(__file__).with_name("self-signed.pem")
    serving, trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    serving.load_cert_chain(pem)
    trusting.check_hostname = False
    trusting.load_verify_locations(pem)
    with raw_server(context=serving) as server:
        server.answer = server.drip(b"HTTP/1.1 200 OK\r\nX-", b"1")
        gateway = PortOneV1(
            server.url,
            lambda: httpx.HTTPTransport(verify=trusting),
            SystemClock(),
            RequestNumbers(0),
            KEYS,
            timeouts=Timeouts(connect=20, read=20, total=2),
        )
        assert gateway.send(prepared(), attempt_for(prepared())) == Lost("ReadTimeout")
        assert TOKEN.encode() in server.requests[0]


def through(proxy: str) -> Transport:
    return lambda: httpx.HTTPTransport(proxy=proxy)


def test_a_proxy_that_never_answers_proves_nothing() -> None:
    with raw_server() as proxy:
        proxy.answer = proxy.hang
        short = Timeouts(connect=20, read=20, total=0.2)
        assert sent_over(through(proxy.url), short) == Lost("ReadTimeout")
        assert TOKEN.encode() not in proxy.requests[0]


def test_numbers_are_never_given_twice() -> None:
    numbers = RequestNumbers(41)
    taken: list[int] = []
    threads = [Thread(target=lambda: taken.extend(numbers.take() for _ in range(500))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == list(range(42, 2_042))
