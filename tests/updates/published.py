"""A throw-away key, and a site that publishes what it signs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from refund_gui.updates.manifest import Manifest, signed
from refund_gui.updates.source import UpdateSource
from tests.portone.raw_server import RawServer, http, raw_server
from tests.practice.shop_kit import DAY, NOW

KEY: Final = Ed25519PrivateKey.generate()
PUBLIC_KEY: Final = KEY.public_key().public_bytes_raw()
PAGE: Final = "https://example.com/download?from=program"


def manifest(**parts: Any) -> Manifest:
    """`parts`: what is other than usual."""
    return replace(Manifest(7, "0.2.0", NOW, NOW + 90 * DAY, PAGE), **parts)


class Site:
    """Publishes one thing at a time, on a real socket."""

    def __init__(self, server: RawServer) -> None:
        self.server = server
        self.source = UpdateSource(f"{server.url}/shop/update.manifest", PUBLIC_KEY)
        self.publish()

    def publish(self, **parts: Any) -> None:
        """A manifest; `parts`: what is other than usual."""
        self.put(signed(manifest(**parts), KEY.sign))

    def put(self, content: bytes) -> None:
        self.server.answer = http(200, content)

    @property
    def asked(self) -> int:
        """How often somebody came."""
        return self.server.accepted


@contextmanager
def site() -> Iterator[Site]:
    with raw_server() as server:
        yield Site(server)
