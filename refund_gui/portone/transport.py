"""Where upstream may be, and how it is reached (api-v1 §1)."""

import re
from collections.abc import Callable
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from refund_gui.errors import BadOrigin

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

    import httpx

OFFICIAL = "https://api.iamport.kr"


def check_origin(url: str) -> str:
    """The URL as a bare origin: https, or http on this computer. Raises BadOrigin saying what is wrong."""
    shown = re.sub(r".*@", "***@", url, flags=re.DOTALL)  # a password stays out of the error
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise BadOrigin(shown, "it is not a URL") from None
    if parts.scheme not in {"https", "http"} or not host:
        raise BadOrigin(shown, "it must start with https:// and name a host")
    if "@" in parts.netloc:
        raise BadOrigin(shown, "it must not hold a user or password")
    if parts.path not in {"", "/"} or "?" in url or "#" in url:
        raise BadOrigin(shown, "it must be an address without a path")
    if not (_is_address(host) or re.fullmatch(r"[\w.-]+", host)) or port == 0:
        raise BadOrigin(shown, "it names no possible host")
    if parts.scheme == "http" and not is_loopback(host):
        raise BadOrigin(shown, "http is allowed for this computer only; use https")
    name = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{name}" + (f":{port}" if port is not None else "")


def is_loopback(host: str) -> bool:
    """Whether the host is this computer."""
    return host == "localhost" or (_is_address(host) and ip_address(host).is_loopback)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def make_transport(origin: str) -> "Callable[[], httpx.BaseTransport]":
    """A factory of transports to the origin: the operating system's trust store, no retries.

    The system's proxy is used, but never for this computer. What a transport needs is read anew for each,
    since a laptop moves between networks, and since a trust store's context is locked while one shakes hands.
    """
    import ssl  # the start reads only an address here

    host = urlsplit(origin).hostname or ""
    unused = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # for http, where httpx would make one each time

    def transport() -> "httpx.BaseTransport":
        import httpx

        if origin.startswith("http:"):
            return httpx.HTTPTransport(verify=unused)
        import truststore

        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        return httpx.HTTPTransport(verify=context, proxy=_proxy(host))

    return transport


def _proxy(host: str) -> str | None:
    """The system's proxy for https to this host."""
    from urllib.request import getproxies, proxy_bypass

    if is_loopback(host) or proxy_bypass(host):
        return None
    proxy = getproxies().get("https")
    if not proxy:
        return None
    url = proxy if "://" in proxy else f"http://{proxy}"
    if urlsplit(url).scheme not in {"http", "https"}:
        import httpx

        raise httpx.UnsupportedProtocol("only http and https proxies are spoken")
    return url


def in_process(app: "WSGIApplication") -> "Callable[[], httpx.BaseTransport]":
    """A factory of transports to a WSGI app in this process: practice mode."""

    def transport() -> "httpx.BaseTransport":
        from refund_gui.portone.in_process import InProcess

        return InProcess(app)

    return transport
