"""A loopback server that answers bytes as a test wants them, and counts who comes."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread

Script = Callable[[socket.socket], None]
"""What to do with a connection whose request has been read."""


class RawServer:
    """Each connection: its request is read and kept, then `answer` is sent or run.

    A `greeting` is sent before anything is read, as by a server that speaks something else.
    """

    def __init__(self, answer: bytes | Script, context: ssl.SSLContext | None, greeting: bytes) -> None:
        self.answer = answer
        self._greeting = greeting
        self.accepted = 0
        self.requests: list[bytes] = []
        self.closing = Event()
        self._context = context
        self._lock = Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads = [Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    @property
    def url(self) -> str:
        return f"{'https' if self._context else 'http'}://127.0.0.1:{self.port}"

    def drip(self, head: bytes, piece: bytes) -> Script:
        """Sends `head`, then `piece` again and again until the other side has gone."""

        def script(connection: socket.socket) -> None:
            connection.sendall(head)
            while not self.closing.wait(0.02):
                connection.sendall(piece)

        return script

    def hang(self, connection: socket.socket) -> None:
        """Says nothing until the test is over."""
        self.closing.wait(20)

    def close(self) -> None:
        self.closing.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(20)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                self.accepted += 1
            thread = Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            if self._context is None:
                self._answer(connection)
            else:
                with self._context.wrap_socket(connection, server_side=True) as secure:
                    self._answer(secure)

    def _answer(self, connection: socket.socket) -> None:
        connection.sendall(self._greeting)
        request = _read_request(connection)
        with self._lock:
            self.requests.append(request)
        if callable(self.answer):
            self.answer(connection)
        else:
            connection.sendall(self.answer)


@contextmanager
def raw_server(
    answer: bytes | Script = b"", context: ssl.SSLContext | None = None, greeting: bytes = b""
) -> Iterator[RawServer]:
    """A server for the length of the block; `answer` can be set later, too."""
    server = RawServer(answer, context, greeting)
    try:
        yield server
    finally:
        server.close()


def http(status: int, body: bytes = b"", *headers: str) -> bytes:
    """An HTTP answer of known length; the connection is kept open for more."""
    head = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(head).encode() + body


def _read_request(connection: socket.socket) -> bytes:
    got = b""
    while b"\r\n\r\n" not in got:
        got += connection.recv(65536) or b"\r\n\r\n"
    head, _, body = got.partition(b"\r\n\r\n")
    lengths = [line[15:] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    while lengths and len(body) < int(lengths[0]):
        body += connection.recv(65536) or b"?"
    return head + b"\r\n\r\n" + body
