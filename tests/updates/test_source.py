"""Where manifests come from: one small https answer, from the address in the program's own file."""

import json
import socket
import ssl
from base64 import b64encode
from pathlib import Path

import pytest

from refund_gui.errors import (
    BadOrigin,
    CertificateRefused,
    Refusal,
    Unreachable,
    UpdateRefused,
    UpstreamError,
)
from refund_gui.paths import UPDATE_FILE
from refund_gui.updates.manifest import LARGEST
from refund_gui.updates.source import UpdateSource, read_source
from tests.portone.raw_server import http, raw_server
from tests.updates.published import PUBLIC_KEY, manifest, site

CERTIFICATE = Path(__file__).parents[1] / "portone" / "self-signed.pem"
ENCODED = b64encode(PUBLIC_KEY).decode()


def test_what_is_published_is_read() -> None:
    with site() as published:
        assert published.source.read() == manifest()
        [request] = published.server.requests
    assert request.startswith(b"GET /shop/update.manifest HTTP/1.1\r\n")
    assert b"uthorization" not in request


@pytest.mark.parametrize("status", [204, 301, 302, 403, 404, 500, 503])
def test_any_other_answer_is_none(status: int) -> None:
    with site() as published, raw_server() as elsewhere:
        published.server.answer = http(status, b"<html>", f"Location: {elsewhere.url}/update.manifest")
        with pytest.raises(Unreachable):
            published.source.read()
        assert published.asked == 1
        assert elsewhere.accepted == 0, "no redirect is followed"


def test_a_large_answer_is_not_read_to_its_end() -> None:
    def answer(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n" + b"a" * (LARGEST + 1))
        published.server.hang(connection)

    with site() as published:
        published.server.answer = answer
        with pytest.raises(UpdateRefused) as caught:
            published.source.read()
    assert caught.value.why is Refusal.UNREADABLE


def test_a_web_page_is_no_manifest() -> None:
    with site() as published:
        published.put(b"<html>")
        with pytest.raises(UpdateRefused) as caught:
            published.source.read()
    assert caught.value.why is Refusal.UNREADABLE


def test_nobody_there() -> None:
    with site() as published:
        source = published.source
    with pytest.raises(UpstreamError):
        source.read()


def test_a_strange_certificate_is_refused() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with raw_server(http(200, b"{}"), context) as server, pytest.raises(CertificateRefused):
        UpdateSource(server.url, PUBLIC_KEY).read()
    assert not server.requests


def written(directory: Path, said: object) -> Path:
    path = directory / "update.json"
    path.write_text(json.dumps(said), encoding="utf-8")
    return path


def test_the_address_and_the_key_come_from_a_file(tmp_path: Path) -> None:
    said = {"address": "https://example.com/update.manifest", "public_key": ENCODED}
    assert read_source(written(tmp_path, said)) == UpdateSource(said["address"], PUBLIC_KEY)


def test_without_an_address_nobody_is_asked(tmp_path: Path) -> None:
    assert read_source(written(tmp_path, {"address": "", "public_key": ENCODED})) is None


def test_the_bundled_file_makes_sense() -> None:
    source = read_source(UPDATE_FILE)
    assert source is None or source.address.startswith("https://")


@pytest.mark.parametrize(
    "address",
    [
        *("http://example.com/m", "ftp://example.com/m", "example.com", "/m"),
        *("https://example.com/m?a=1", "https://example.com/m#a"),
    ],
)
def test_only_https_is_asked(tmp_path: Path, address: str) -> None:
    with pytest.raises(BadOrigin):
        read_source(written(tmp_path, {"address": address, "public_key": ENCODED}))


@pytest.mark.parametrize("key", ["", "YQ==", "not base64", ENCODED[:-4] + "AAAA", "키"])
def test_a_key_has_32_bytes(tmp_path: Path, key: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - base64 has its own words
        read_source(written(tmp_path, {"address": "https://example.com/", "public_key": key}))


@pytest.mark.parametrize("said", [None, [], {}, {"address": ""}, {"address": 1, "public_key": ENCODED}])
def test_half_a_file_is_told(tmp_path: Path, said: object) -> None:
    with pytest.raises(ValueError, match="no address"):
        read_source(written(tmp_path, said))
