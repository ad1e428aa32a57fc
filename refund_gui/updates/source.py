"""Where manifests are published and who signs them: `resources/update.json`, filled in by who releases."""

import json
from base64 import b64decode
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from refund_gui.errors import AnswerUnreadable, BadOrigin, Refusal, Unreachable, UpdateRefused
from refund_gui.portone.call import Call, Timeouts
from refund_gui.portone.transport import check_origin, make_transport
from refund_gui.updates.manifest import LARGEST, Manifest, read_manifest

_TIMEOUTS: Final = Timeouts(connect=5.0, read=10.0, total=15.0)

_OK: Final = 200

_KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class UpdateSource:
    """An https address (or http on this computer) and an Ed25519 public key of 32 bytes."""

    address: str
    public_key: bytes

    def read(self) -> Manifest:
        """What is published now. One request, at most 15 seconds and 64 KiB; redirects are not followed.

        Raises UpstreamError where there is no answer, UpdateRefused for one that is not to be believed.
        """
        return read_manifest(self._fetch(), self.public_key)

    def _fetch(self) -> bytes:
        from refund_gui.portone.line import Line  # brings httpx

        origin, path = _split(self.address)
        line = Line(origin, make_transport(origin), _TIMEOUTS, LARGEST)
        try:
            reply = line.ask(Call("GET", path))
        except AnswerUnreadable as error:
            raise UpdateRefused(Refusal.UNREADABLE, error.detail) from error
        if reply.status != _OK:
            raise Unreachable(f"HTTP {reply.status}")
        return reply.body


def read_source(path: Path) -> UpdateSource | None:
    """The file's source, None when it names no address: then nobody is asked.

    Raises OSError, ValueError or BadOrigin for a file that cannot be meant.
    """
    said = json.loads(path.read_text(encoding="utf-8"))
    match said:
        case {"address": "", "public_key": str()}:
            return None
        case {"address": str(address), "public_key": str(key)}:
            _split(address)
            public_key = b64decode(key, validate=True)
            if len(public_key) == _KEY_BYTES:
                return UpdateSource(address, public_key)
    raise ValueError("no address, or no public key of 32 bytes")


def _split(address: str) -> tuple[str, str]:
    """Origin and path. Raises BadOrigin."""
    parts = urlsplit(address)
    if parts.query or parts.fragment:
        raise BadOrigin(address, "it must be an address without ? and #")
    return check_origin(f"{parts.scheme}://{parts.netloc}"), parts.path or "/"
