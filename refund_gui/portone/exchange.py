"""One request and its whole answer, within one deadline (protocol rule 6).

httpx's read time-out is per read: an answer that drips outlives it. So a timer cuts the connection at the
deadline.
"""

import contextlib
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Timer
from typing import Any, Final

import httpx

from refund_gui.errors import (
    AnswerTimedOut,
    AnswerUnreadable,
    CertificateRefused,
    Unreachable,
    UpstreamError,
)

LARGEST_ANSWER: Final = 32 * 1024 * 1024

UNSENT: Final = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.UnsupportedProtocol,
    httpx.ProxyError,
)
"""What proves that nothing was sent (protocol rule 5)."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds: to connect, for one read or write, and for the whole exchange."""

    connect: float = 10.0
    read: float = 60.0
    total: float = 120.0


@dataclass(frozen=True, slots=True)
class Reply:
    """HTTP status and body."""

    status: int
    body: bytes


class _Connection:
    """Learns from httpx's trace which socket is in use, so that the deadline can cut it."""

    def __init__(self) -> None:
        self._stream: Any = None
        self.was_cut = False

    def trace(self, name: str, details: Mapping[str, Any]) -> None:
        if name.endswith((".connect_tcp.complete", ".start_tls.complete")):
            self._stream = details["return_value"]

    def cut(self) -> None:
        """Timer thread: end whatever is being read or written."""
        self.was_cut = True
        raw = self._stream.get_extra_info("socket") if self._stream is not None else None
        if raw is not None:
            with contextlib.suppress(OSError):
                raw.shutdown(socket.SHUT_RDWR)


def exchange(client: httpx.Client, request: httpx.Request, timeouts: Timeouts) -> Reply:
    """Send the request and read all of its answer. Raises httpx.HTTPError, or whatever a transport raises."""
    connection = _Connection()
    request.extensions = {
        **request.extensions,
        "trace": connection.trace,
        "timeout": httpx.Timeout(timeouts.read, connect=timeouts.connect).as_dict(),
    }
    timer = Timer(timeouts.total, connection.cut)
    timer.daemon = True
    timer.start()
    try:
        return _read(client, request)
    except httpx.HTTPError as error:
        if connection.was_cut and not isinstance(error, UNSENT):
            raise httpx.ReadTimeout("the deadline passed", request=request) from error
        raise
    finally:
        timer.cancel()


def _read(client: httpx.Client, request: httpx.Request) -> Reply:
    response = client.send(request, stream=True)
    try:
        body = bytearray()
        for piece in response.iter_bytes():
            body += piece
            if len(body) > LARGEST_ANSWER:
                raise httpx.DecodingError("the answer is too large", request=request)
        return Reply(response.status_code, bytes(body))
    finally:
        response.close()


def as_upstream_error(error: httpx.HTTPError) -> UpstreamError:
    """What the failure of a read or of a token call means. Holds the error's kind, never its text."""
    kind = type(error).__name__
    if _is_certificate_error(error):
        return CertificateRefused(kind)
    if isinstance(error, UNSENT):
        return Unreachable(kind)
    if isinstance(error, httpx.TimeoutException):
        return AnswerTimedOut(kind)
    if isinstance(error, httpx.DecodingError):
        return AnswerUnreadable(kind)
    return Unreachable(kind)


def _is_certificate_error(error: BaseException | None) -> bool:
    import ssl

    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
