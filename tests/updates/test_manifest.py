"""A manifest is believed as it was signed, or not at all."""

import json
from base64 import b64encode
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from refund_gui.errors import Refusal, UpdateRefused
from refund_gui.updates.manifest import _PURPOSE, LARGEST, _wrapped, read_manifest, signed
from tests.updates.published import KEY, PUBLIC_KEY, manifest

GOOD = signed(manifest(), KEY.sign)
FIELDS = {"serial": 7, "version": "0.2.0", "issued_at": 1, "expires_at": 2, "page": "https://example.com/"}


def refusal(content: bytes, key: bytes = PUBLIC_KEY) -> Refusal:
    with pytest.raises(UpdateRefused) as caught:
        read_manifest(content, key)
    return caught.value.why


def signed_text(text: bytes) -> bytes:
    """Whatever the owner of the key signs."""
    return _wrapped(text, KEY.sign(_PURPOSE + text))


def test_what_was_signed_is_read() -> None:
    assert read_manifest(GOOD, PUBLIC_KEY) == manifest()
    assert read_manifest(signed_text(json.dumps(FIELDS).encode()), PUBLIC_KEY).serial == 7


def test_another_key_signs_nothing() -> None:
    other = Ed25519PrivateKey.generate()
    assert refusal(signed(manifest(), other.sign)) is Refusal.FORGED
    assert refusal(GOOD, other.public_key().public_bytes_raw()) is Refusal.FORGED


def test_what_the_key_signed_for_another_purpose_is_no_manifest() -> None:
    text = json.dumps(FIELDS).encode()
    assert refusal(_wrapped(text, KEY.sign(text))) is Refusal.FORGED
    assert refusal(_wrapped(text, KEY.sign(b"refund-terminal update manifest 2\n" + text))) is Refusal.FORGED


@pytest.mark.parametrize("bit", range(8))
def test_no_bit_of_the_file_can_be_turned(bit: int) -> None:
    for at in range(len(GOOD)):
        changed = bytearray(GOOD)
        changed[at] ^= 1 << bit
        assert refusal(bytes(changed)) in {Refusal.FORGED, Refusal.UNREADABLE}


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=3), st.integers(0, 3))
def test_nothing_can_be_put_in_the_place_of_any_part(at: int, put: bytes, taken: int) -> None:
    changed = GOOD[:at] + put + GOOD[at + taken :]
    if changed != GOOD:
        assert refusal(changed) in {Refusal.FORGED, Refusal.UNREADABLE}


@given(st.integers(0, len(GOOD) - 1))
def test_a_part_of_it_is_nothing(length: int) -> None:
    assert refusal(GOOD[:length]) is Refusal.UNREADABLE


@given(st.binary(max_size=100))
def test_anything_else_is_unreadable(content: bytes) -> None:
    assert refusal(content) is Refusal.UNREADABLE


def test_each_signature_belongs_to_its_text() -> None:
    newer = json.loads(signed(manifest(version="9.0.0"), KEY.sign))
    mixed = json.loads(GOOD) | {"manifest": newer["manifest"]}
    assert refusal(json.dumps(mixed).encode() + b"\n") is Refusal.FORGED
    assert refusal(_wrapped(b"{}", b"")) is Refusal.FORGED


@pytest.mark.parametrize(
    "content",
    [
        GOOD.strip(),
        GOOD + b" ",
        b"\xef\xbb\xbf" + GOOD,
        GOOD.replace(b": ", b":"),
        b'{"manifest": 1, "signature": 2}\n',
        b'{"manifest": null, "signature": "YQ=="}\n',
        b'{"signature": "YQ=="}\n',
        b"[]\n",
        b"[" * LARGEST,
        b"9" * 5_000,
    ],
    ids=["no end", "a space", "a mark", "no spaces", "numbers", "null", "half", "a list", "deep", "a number"],
)
def test_a_manifest_is_written_in_one_way(content: bytes) -> None:
    assert refusal(content) is Refusal.UNREADABLE


@pytest.mark.parametrize("spaces", range(3))
def test_spare_bits_of_base64_are_nobodys(spaces: int) -> None:
    content = signed_text(b" " * spaces + json.dumps(FIELDS).encode())
    for last in (content.index(b'", "') - 1, content.index(b'"}') - 1):
        while content[last : last + 1] == b"=":
            last -= 1
        turned = bytearray(content)
        turned[last] += 1  # where there are spare bits, b64decode sees no difference
        assert refusal(bytes(turned)) in {Refusal.FORGED, Refusal.UNREADABLE}


def test_nothing_larger_than_64_kib_is_looked_at() -> None:
    padded = signed_text(json.dumps(FIELDS | {"page": "https://example.com/" + "a" * LARGEST}).encode())
    assert refusal(padded) is Refusal.UNREADABLE
    large = manifest(page="https://example.com/" + "a" * (LARGEST * 3 // 4 - 400))
    assert read_manifest(signed(large, KEY.sign), PUBLIC_KEY) == large


@pytest.mark.parametrize(
    "version",
    ["", "1", "1.2", "1.2.3.4", "1.2.x", "01.2.3", "1.2.1000", "-1.2.3", "1.2.３", "1.2.3 ", "1.2.3\n"],
)
def test_a_version_is_three_numbers(version: str) -> None:
    assert refusal(signed_text(json.dumps(FIELDS | {"version": version}).encode())) is Refusal.UNREADABLE


@pytest.mark.parametrize(
    "parts",
    [
        {"version": 1},
        {"serial": "7"},
        {"serial": True},
        {"serial": 7.0},
        {"serial": -1},
        {"serial": 2**53},
        {"issued_at": -1},
        {"issued_at": 2},
        {"expires_at": 2**53},
        {"page": None},
        {"more": 1},
    ],
    ids=str,
)
def test_the_keys_owner_may_be_mistaken(parts: dict[str, Any]) -> None:
    assert refusal(signed_text(json.dumps(FIELDS | parts).encode())) is Refusal.UNREADABLE


@pytest.mark.parametrize("text", [b"", b"null", b"[]", b"\xff", b"{}", b"[" * 20_000], ids=len)
def test_signed_nonsense_stays_nonsense(text: bytes) -> None:
    assert refusal(signed_text(text)) is Refusal.UNREADABLE


@pytest.mark.parametrize(
    "page",
    [
        "http://example.com/download",
        "http://127.0.0.1/download",
        "//example.com/download",
        "example.com",
        "",
        "file:///C:/setup.exe",
        "ms-settings:about",
        "javascript:alert(1)",
        "https://",
        "https:///download",
        "https://example.com@example.net/",
        "https://[::1/",
        "https://example.com/a b",
        "https://example.com/\n",
        "https://예시.example/",
    ],
)
def test_a_browser_is_sent_to_https_only(page: str) -> None:
    assert refusal(signed(manifest(page=page), KEY.sign)) is Refusal.INSECURE_PAGE


def test_the_form_is_a_promise_to_older_programs() -> None:
    """What is published is read by every version from 0.1.0 on."""
    outer = json.loads(GOOD)
    text = (
        b'{"expires_at": 1771218000, "issued_at": 1763442000, "page": "https://example.com/download?from=program",'
        b' "serial": 7, "version": "0.2.0"}'
    )
    assert outer["manifest"] == b64encode(text).decode()
    assert _PURPOSE == b"refund-terminal update manifest 1\n"
