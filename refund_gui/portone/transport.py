"""Where upstream may be, and how it is reached (api-v1 §1)."""

import ssl
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass
from wsgiref.types import WSGIApplication

import httpx

from refund_gui.errors import BadOrigin

OFFICIAL = "https://api.iamport.kr"


def check_origin(url: str) -> str:
    """The URL as a bare origin: https, or http on loopback. Raises BadOrigin saying what is wrong."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise BadOrigin(url, "it is not a URL") from error
    if parts.scheme not in {"https", "http"} or not host:
        raise BadOrigin(url, "it must start with https:// and name a host")
    if parts.scheme == "http" and not is_loopback(host):
        raise BadOrigin(url, "http is allowed for this computer only; use https")
    if parts.username is not None or parts.password is not None:
        raise BadOrigin(url, "it must not hold a user or password")
    if parts.path not in {"", "/"} or parts.query or parts.fragment:
        raise BadOrigin(url, "it must be an address without a path")
    name = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{name}" + (f":{port}" if port is not None else "")


def is_loopback(host: str) -> bool:
    """Whether the host is this computer."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def make_transport(origin: str) -> Callable[[], httpx.BaseTransport]:
    """A factory of transports to the origin: the operating system's trust store, no retries.

    The system's proxy is used, but never for this computer.
    """
    host = urlsplit(origin).hostname or ""
    if is_loopback(host) and origin.startswith("http:"):
        return httpx.HTTPTransport
    import truststore  # not needed on loopback

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    proxy = None if is_loopback(host) or proxy_bypass(host) else getproxies().get("https")
    return lambda: httpx.HTTPTransport(verify=context, proxy=proxy)


def in_process(app: WSGIApplication) -> Callable[[], httpx.BaseTransport]:
    """A factory of transports to a WSGI app in this process: practice mode."""
    return lambda: _InProcess(app)


class _InProcess(httpx.BaseTransport):
    """An app that breaks off an answer looks like a connection that was cut."""

    def __init__(self, app: WSGIApplication) -> None:
        self._app = httpx.WSGITransport(app)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        try:
            response = self._app.handle_request(request)
            return httpx.Response(response.status_code, headers=response.headers, content=response.read())
        except Exception as error:
            raise httpx.RemoteProtocolError("cut", request=request) from error
