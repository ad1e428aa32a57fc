"""One request over one new connection, within one deadline (protocol rules 5, 6).

Nothing is retried, redirected or kept open. httpx's read time-out is per read, which a dripping answer
outlives: a timer cuts the connection at the deadline. Errors hold kinds and the operating system's words,
never a header or a body.
"""

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from threading import Timer
from typing import Any, Final

import httpx

from refund_gui.domain.answer import Unsent
from refund_gui.errors import (
    AnswerTimedOut,
    AnswerUnreadable,
    CertificateRefused,
    Unreachable,
    UpstreamError,
)
from refund_gui.portone.call import Call, Reply, Timeouts

LARGEST_ANSWER: Final = 32 * 1024 * 1024
"""Bytes. A page of 1,000 payments with long `custom_data` stays below."""

UNSENT: Final = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.UnsupportedProtocol,
    httpx.ProxyError,
)
"""What proves that nothing was sent (protocol rule 5)."""

_NO_REPLY: Final = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpx.CookieConflict,
    httpx.StreamError,
    OSError,
    ValueError,
)
"""How an exchange can fail: not every failure of a host's name or of TLS comes as httpx's own."""


class Line:
    """The way to one origin. `transport` makes a new transport for each request; no answer has more bytes
    than `largest`.
    """

    def __init__(
        self,
        origin: str,
        transport: Callable[[], httpx.BaseTransport],
        timeouts: Timeouts,
        largest: int = LARGEST_ANSWER,
    ) -> None:
        self._origin = origin
        self._transport = transport
        self._timeouts = timeouts
        self._largest = largest

    def ask(self, call: Call) -> Reply:
        """For what may be asked again: reads and tokens. Raises UpstreamError."""
        try:
            return self._exchange(call)
        except _NO_REPLY as error:
            raise _upstream_error(error) from error

    def send(self, call: Call) -> Reply | Unsent:
        """For what moves money. Every exception means "not known"."""
        try:
            return self._exchange(call)
        except UNSENT as error:
            return Unsent(describe(error))

    def _exchange(self, call: Call) -> Reply:
        connection = _Connection()
        timer = Timer(self._timeouts.total, connection.cut)
        timer.daemon = True
        timer.start()
        try:
            reply = self._read(call, connection)
        except httpx.HTTPError as error:
            if connection.is_cut and not isinstance(error, UNSENT):
                raise httpx.ReadTimeout("the deadline passed") from error
            raise
        finally:
            timer.cancel()
        if connection.is_cut:  # a body without a length ends where it was cut
            raise httpx.ReadTimeout("the deadline passed")
        return reply

    def _read(self, call: Call, connection: "_Connection") -> Reply:
        with httpx.Client(transport=self._transport(), follow_redirects=False, trust_env=False) as client:
            request = client.build_request(
                call.method,
                self._origin + call.path,
                params=call.query,
                content=call.body or None,
                headers=_headers(call),
                timeout=httpx.Timeout(self._timeouts.read, connect=self._timeouts.connect),
                extensions={"trace": connection.trace},
            )
            response = client.send(request, stream=True)
            try:
                with closing(response):
                    body, headers = _body_of(response, self._largest), response.headers
                    return Reply(
                        response.status_code, body, headers.get("Retry-After", ""), headers.get("Date", "")
                    )
            except UNSENT as error:  # whatever it says of itself: upstream has answered
                raise httpx.ReadError("after the answer began") from error


def _body_of(response: httpx.Response, largest: int) -> bytes:
    body = bytearray()
    for piece in response.iter_bytes():
        body += piece
        if len(body) > largest:
            raise httpx.DecodingError("the answer is too large")
    return bytes(body)


class _Connection:
    """Learns from httpx's trace which socket is in use, so that the deadline can cut it."""

    def __init__(self) -> None:
        self._stream: Any = None
        self.is_cut = False

    def trace(self, name: str, details: Mapping[str, Any]) -> None:
        """Called by the transport. Too late at this point means that nothing of the request was written."""
        if name.endswith((".connect_tcp.complete", ".start_tls.complete")):
            self._stream = details["return_value"]
            if self.is_cut:
                self._stream.close()
                raise httpx.ConnectTimeout("the deadline passed before the request")

    def cut(self) -> None:
        """From the timer's thread: end whatever is being read or written."""
        self.is_cut = True
        if self._stream is not None:
            with suppress(OSError):
                # SSLSocket's own shutdown would first go on in plain text.
                socket.socket.shutdown(self._stream.get_extra_info("socket"), socket.SHUT_RDWR)


def _headers(call: Call) -> dict[str, str]:
    headers = {"Accept": "application/json", "Connection": "close"}
    if call.body:
        headers["Content-Type"] = "application/json"
    if call.token:
        headers["Authorization"] = f"Bearer {call.token}"
    return headers


def describe(error: BaseException) -> str:
    """The kind of an error and the operating system's words for it, if it had any. Never its own text."""
    words = [e.strerror for e in _chain(error) if isinstance(e, OSError) and e.strerror]
    return ": ".join([type(error).__name__, *words[:1]])


def _upstream_error(error: Exception) -> UpstreamError:
    """What the failure of a read or of a token call means."""
    detail = describe(error)
    if isinstance(error, httpx.ConnectError) and any(isinstance(e, ssl.SSLError) for e in _chain(error)):
        return CertificateRefused(detail)
    if isinstance(error, httpx.TimeoutException) and not isinstance(error, UNSENT):
        return AnswerTimedOut(detail)
    if isinstance(error, httpx.DecodingError):
        return AnswerUnreadable(detail)
    return Unreachable(detail)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
