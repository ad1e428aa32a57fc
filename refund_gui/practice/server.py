"""The stand-in on a loopback socket: threads, no Nagle delay, HTTP/1.1, connections that can be cut."""

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from socketserver import TCPServer, ThreadingMixIn
from threading import Lock, Thread
from typing import Any
from urllib.parse import unquote_to_bytes
from wsgiref.types import WSGIApplication, WSGIEnvironment

from refund_gui.practice.faults import ConnectionCut

LOOPBACK = "127.0.0.1"


class PracticeServer(ThreadingMixIn, TCPServer):
    """Serves a WSGI app on 127.0.0.1; port 0 takes a free one."""

    daemon_threads = True
    request_queue_size = 128
    # On Windows this option would let a second server take the same port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, app: WSGIApplication, port: int = 0) -> None:
        self.app = app
        self._open: set[socket.socket] = set()
        self._lock = Lock()
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    @property
    def url(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has gone is no news; anything else is a bug and is printed."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    def server_close(self) -> None:
        """Stop listening and end the connections that clients keep alive."""
        super().server_close()
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)


@contextmanager
def serve(app: WSGIApplication, port: int = 0) -> Iterator[PracticeServer]:
    """Serve `app` from a thread while the block runs; `server.url` is where."""
    with PracticeServer(app, port) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: PracticeServer

    def log_message(self, format: str, *args: object) -> None:
        """Silent: the app keeps its own log."""

    def do_GET(self) -> None:
        if "Transfer-Encoding" in self.headers:
            self.close_connection = True
            self.send_error(411)
            return
        try:
            self._serve_one()
        except ConnectionCut:
            self.close_connection = True

    do_POST = do_GET
    do_DELETE = do_GET

    def _serve_one(self) -> None:
        status_line, headers = "", list[tuple[str, str]]()

        def start_response(status: str, given: list[tuple[str, str]], exc_info: Any = None) -> Any:
            nonlocal status_line, headers
            status_line, headers = status, given
            return self.wfile.write

        chunks = self.server.app(self._environ(), start_response)
        code, _, phrase = status_line.partition(" ")
        self.send_response(int(code), phrase)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        for chunk in chunks:
            self.wfile.write(chunk)
            self.wfile.flush()

    def _environ(self) -> WSGIEnvironment:
        path, _, query = self.path.partition("?")
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        environ: WSGIEnvironment = {
            "REQUEST_METHOD": self.command,
            "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
            "QUERY_STRING": query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "SERVER_NAME": LOOPBACK,
            "SERVER_PORT": str(self.server.port),
            "wsgi.input": BytesIO(body),
        }
        for name, value in self.headers.items():
            environ.setdefault("HTTP_" + name.upper().replace("-", "_"), value)
        return environ
