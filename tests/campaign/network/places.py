"""Places that a request cannot reach: no connection is made, so nothing was sent (protocol rule 5).

Each opens what it needs on the stack and returns the origin that leads there. No packet leaves this computer.
"""

import socket
import ssl
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.campaign.network.listener import LOOPBACK, Listener, reset
from tests.portone.raw_server import raw_server

CERTIFICATE = Path(__file__).parents[2] / "portone" / "self-signed.pem"

Place = Callable[[ExitStack], str]


def nobody_listens(stack: ExitStack) -> str:
    """A port that is taken by a socket which does not listen: connections are refused."""
    holder = stack.enter_context(socket.socket())
    holder.bind((LOOPBACK, 0))
    return f"http://{LOOPBACK}:{holder.getsockname()[1]}"


def no_such_name(stack: ExitStack) -> str:
    """A name that cannot exist, and is too long for any question: no name service is asked."""
    return "https://" + ".".join(["x" * 60] * 5) + ".invalid"


def wrong_certificate(stack: ExitStack) -> str:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return stack.enter_context(raw_server(context=context)).url


def no_tls(stack: ExitStack) -> str:
    """Something else answers on the port."""
    return _https(stack.enter_context(raw_server(greeting=b"220 mail.example.invalid ready\r\n")).port)


def cut_handshake(stack: ExitStack) -> str:
    """The connection is reset in the middle of the TLS handshake."""

    def cut(connection: socket.socket) -> None:
        connection.recv(1)
        reset(connection)

    return _https(stack.enter_context(closing(Listener(cut))).port)


def silent_handshake(stack: ExitStack) -> str:
    """The TLS handshake is never answered: the time-out for connecting ends it. Connected by the kernel."""
    listener = stack.enter_context(socket.create_server((LOOPBACK, 0)))
    return _https(int(listener.getsockname()[1]))


def proxy_refuses(stack: ExitStack) -> str:
    """The system's proxy does not connect to upstream."""
    return _through(stack, b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")


def proxy_cuts_handshake(stack: ExitStack) -> str:
    """The system's proxy connects, and the connection ends before TLS stands."""
    return _through(stack, b"HTTP/1.1 200 Connection established\r\n\r\n")


def _through(stack: ExitStack, answer: bytes) -> str:
    proxy = stack.enter_context(raw_server(answer))
    environment = stack.enter_context(pytest.MonkeyPatch.context())
    for name in ("https_proxy", "HTTPS_PROXY"):
        environment.setenv(name, proxy.url)
    for name in ("no_proxy", "NO_PROXY"):
        environment.delenv(name, raising=False)
    return "https://upstream.example.invalid"


def _https(port: int) -> str:
    return f"https://{LOOPBACK}:{port}"
