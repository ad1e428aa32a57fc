"""A manifest: which version is the newest, signed with Ed25519 by whoever releases the program.

On the wire it is one line of JSON, `{"manifest": "<base64>", "signature": "<base64>"}`. The inner text is
JSON too; the signature covers its bytes. There is one way to write both, and any other byte is refused.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from typing import Final
from urllib.parse import urlsplit

from refund_gui.errors import Refusal, UpdateRefused

LARGEST: Final = 64 * 1024
"""Bytes of a manifest on the wire."""

_PURPOSE: Final = b"refund-terminal update manifest 1\n"
"""Before what is signed: the key's other signatures are no manifests."""

_MOST: Final = 2**53
"""Above any serial and any time."""

_VERSION: Final = re.compile(r"(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The newest version and the https page that offers it. Times in unix seconds.

    `serial` grows with each manifest that is published; `version` is three numbers below 1000, as `1.2.3`.
    """

    serial: int
    version: str
    issued_at: int
    expires_at: int
    page: str


def read_manifest(content: bytes, public_key: bytes) -> Manifest:
    """The manifest, if it was signed with this key (32 bytes). Whether it is still valid is another question.

    Raises UpdateRefused.
    """
    text, signature = _unwrapped(content)
    _check_signature(text, signature, public_key)
    manifest = _manifest(text)
    if not _is_secure(manifest.page):
        raise UpdateRefused(Refusal.INSECURE_PAGE, manifest.page)
    return manifest


def signed(manifest: Manifest, sign: Callable[[bytes], bytes]) -> bytes:
    """The manifest as it is published."""
    text = json.dumps(asdict(manifest), sort_keys=True).encode()
    return _wrapped(text, sign(_PURPOSE + text))


def _wrapped(text: bytes, signature: bytes) -> bytes:
    parts = {"manifest": b64encode(text).decode(), "signature": b64encode(signature).decode()}
    return json.dumps(parts).encode() + b"\n"


def _unwrapped(content: bytes) -> tuple[bytes, bytes]:
    """Inner text and signature. Base64 has spare bits, and JSON spare spaces: nothing but what `_wrapped`
    writes is read.
    """
    if len(content) > LARGEST:
        raise UpdateRefused(Refusal.UNREADABLE, "too large")
    try:
        parts = json.loads(content)
        text = b64decode(parts["manifest"], validate=True)
        signature = b64decode(parts["signature"], validate=True)
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise UpdateRefused(Refusal.UNREADABLE, type(error).__name__) from None
    if _wrapped(text, signature) != content:
        raise UpdateRefused(Refusal.UNREADABLE, "not as it is written")
    return text, signature


def _check_signature(text: bytes, signature: bytes, public_key: bytes) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, _PURPOSE + text)
    except InvalidSignature:
        raise UpdateRefused(Refusal.FORGED) from None


def _manifest(text: bytes) -> Manifest:
    """What the signed text says. The key's owner may have made a mistake."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UpdateRefused(Refusal.UNREADABLE, type(error).__name__) from None
    kinds = {field.name: field.type for field in fields(Manifest)}
    if not isinstance(said, dict) or {name: type(value) for name, value in said.items()} != kinds:
        raise UpdateRefused(Refusal.UNREADABLE, "other fields")
    manifest = Manifest(**said)
    if not _VERSION.fullmatch(manifest.version):
        raise UpdateRefused(Refusal.UNREADABLE, "no version")
    if not 0 <= manifest.serial < _MOST or not 0 <= manifest.issued_at < manifest.expires_at < _MOST:
        raise UpdateRefused(Refusal.UNREADABLE, "impossible numbers")
    return manifest


def _is_secure(page: str) -> bool:
    """Whether a browser may be sent there."""
    if not page.isascii() or not page.isprintable() or " " in page:
        return False
    try:
        parts = urlsplit(page)
        return parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False
