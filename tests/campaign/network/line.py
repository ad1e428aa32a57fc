"""A faulty line: a relay on loopback between the client and upstream that can break at a chosen moment.

Reads and tokens pass. What happens to a cancel is a script, which holds both ends of the exchange.
"""

import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Event

from tests.campaign.network.listener import LOOPBACK, WAIT, Listener, reset

CANCEL = "POST /payments/cancel"


class Exchange:
    """One request on its way; the client's end is in the script's hands."""

    def __init__(self, client: socket.socket, upstream: int) -> None:
        self._client = client
        self._upstream = upstream
        self._head = b""

    def head(self) -> bytes:
        """The request's head, without a byte of its body."""
        while not self._head.endswith(b"\r\n\r\n"):
            self._head += self._receive(1)
        return self._head

    def request(self, share: float = 1.0) -> bytes:
        """The head and this share of the body; what is left of the body stays unread."""
        head = self.head()
        lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
        wanted = int(int(lengths[0].partition(b":")[2]) * share) if lengths else 0
        body = b""
        while len(body) < wanted:
            body += self._receive(wanted - len(body))
        return head + body

    def ask(self, request: bytes) -> bytes:
        """Hand a request to upstream, whole or not; returns its whole answer, b"" when it gave none."""
        answer = b""
        with socket.create_connection((LOOPBACK, self._upstream), timeout=WAIT) as upstream:
            upstream.sendall(request)
            upstream.shutdown(socket.SHUT_WR)
            with suppress(ConnectionError):
                while piece := upstream.recv(65536):
                    answer += piece
        return answer

    def say(self, answer: bytes) -> None:
        """Send bytes to the client."""
        self._client.sendall(answer)

    def client_goes(self, seconds: float = WAIT) -> bool:
        """Whether the client hangs up within so many seconds."""
        self._client.settimeout(seconds)
        try:
            return self._client.recv(1) == b""
        except TimeoutError:
            return False

    def reset(self) -> None:
        """End the client's connection with RST."""
        reset(self._client)

    def _receive(self, most: int) -> bytes:
        piece = self._client.recv(most)
        if not piece:
            raise ConnectionError("the client has gone")
        return piece


Script = Callable[[Exchange], None]
"""What the line does with one exchange. The connection is closed afterwards."""


def forward(exchange: Exchange) -> None:
    """A healthy line."""
    exchange.say(exchange.ask(exchange.request()))


class FaultyLine:
    """The relay."""

    def __init__(self, upstream: int) -> None:
        self._script: Script = forward
        self._cancel_over = Event()
        self.seen: list[str] = []
        """Method and path of every request, in order."""
        self._upstream = upstream
        self._listener = Listener(self._serve)

    @property
    def url(self) -> str:
        return f"http://{LOOPBACK}:{self._listener.port}"

    def expect_cancel(self, script: Script) -> None:
        """This is what happens to the cancel that comes now."""
        self._script = script
        self._cancel_over.clear()

    def wait_for_cancel(self) -> None:
        """Wait until the cancel that was expected has come and gone, upstream's part of it too."""
        if not self._cancel_over.wait(WAIT):
            raise TimeoutError("no cancel has come to its end on the line")

    def close(self) -> None:
        self._listener.close()

    def _serve(self, client: socket.socket) -> None:
        exchange = Exchange(client, self._upstream)
        asked = b" ".join(exchange.head().split(b" ", 2)[:2]).decode("ascii").partition("?")[0]
        self.seen.append(asked)
        if asked != CANCEL:
            forward(exchange)
            return
        try:
            self._script(exchange)
        finally:
            self._cancel_over.set()
