"""The releaser's tool: what it signs, the program believes; the private key stays where its owner has it."""

import stat
import subprocess
import sys
import time
from base64 import b64decode, b64encode
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from refund_gui.updates.manifest import read_manifest, signed
from tests.updates.published import KEY, PUBLIC_KEY, manifest

ROOT = Path(__file__).resolve().parents[1]
TOOL = ROOT / "packaging" / "sign_manifest.py"
PAGE = "https://example.com/download"


def run(*arguments: str | Path, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, TOOL, *arguments], input=stdin, capture_output=True, timeout=60)


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new private key; its public half lies beside it."""
    path = tmp_path_factory.mktemp("keys") / "release.pem"
    made = run("new-key", path)
    assert made.returncode == 0, made.stderr
    path.with_suffix(".pub").write_bytes(made.stdout.strip())
    return path


def public(key: Path) -> str:
    return key.with_suffix(".pub").read_text()


def test_a_signed_manifest_is_believed(key: Path, tmp_path: Path) -> None:
    path, before = tmp_path / "update.manifest", int(time.time())
    done = run("sign", "--key", key, "--version", "1.2.3", "--page", PAGE, path)
    assert done.returncode == 0, done.stderr
    read = read_manifest(path.read_bytes(), b64decode(public(key)))
    assert (read.version, read.page) == ("1.2.3", PAGE)
    assert before <= read.issued_at == read.serial <= time.time()
    assert read.expires_at == read.issued_at + 90 * 86_400
    assert public(key) in done.stdout.decode()
    verified = run("verify", "--public-key", public(key), path)
    assert verified.returncode == 0
    assert b"version 1.2.3" in verified.stdout


def test_the_key_may_come_through_a_pipe(key: Path, tmp_path: Path) -> None:
    path = tmp_path / "update.manifest"
    arguments = (
        "sign",
        "--key",
        "-",
        "--version",
        "1.2.3",
        "--page",
        PAGE,
        "--serial",
        "5",
        "--days",
        "7",
        path,
    )
    assert run(*arguments, stdin=key.read_bytes()).returncode == 0
    read = read_manifest(path.read_bytes(), b64decode(public(key)))
    assert (read.serial, read.expires_at - read.issued_at) == (5, 7 * 86_400)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files by user")
def test_a_private_key_is_its_owners_alone(key: Path) -> None:
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_a_key_is_never_written_over_nor_into_the_project(key: Path, tmp_path: Path) -> None:
    before = key.read_bytes()
    assert run("new-key", key).returncode == 1
    assert key.read_bytes() == before
    inside = ROOT / "build" / "release.pem"
    assert b"no place in the project" in run("new-key", inside).stderr
    assert not inside.exists()


@pytest.mark.parametrize(
    ("version", "page"), [("1.2", PAGE), ("1.2.3", "http://example.com/"), ("1.2.3-rc1", PAGE)]
)
def test_what_the_program_would_refuse_is_not_signed(
    key: Path, tmp_path: Path, version: str, page: str
) -> None:
    path = tmp_path / "update.manifest"
    assert run("sign", "--key", key, "--version", version, "--page", page, path).returncode == 1
    assert not path.exists()


def test_verify_refuses_what_the_program_refuses(key: Path, tmp_path: Path) -> None:
    path = tmp_path / "update.manifest"
    assert run("sign", "--key", key, "--version", "1.2.3", "--page", PAGE, path).returncode == 0
    other = run("new-key", tmp_path / "other.pem").stdout.decode().strip()
    assert b"forged" in run("verify", "--public-key", other, path).stderr
    path.write_bytes(path.read_bytes().strip())
    assert b"unreadable" in run("verify", "--public-key", public(key), path).stderr
    assert (
        run("sign", "--key", key, "--version", "1.2.3", "--page", PAGE, "--days", "0", path).returncode == 1
    )


def test_verify_tells_of_a_manifest_that_has_expired(tmp_path: Path) -> None:
    path = tmp_path / "update.manifest"
    path.write_bytes(signed(manifest(issued_at=1, expires_at=2), KEY.sign))
    assert b"has expired" in run("verify", "--public-key", b64encode(PUBLIC_KEY).decode(), path).stderr


def test_another_kind_of_key_signs_nothing(tmp_path: Path) -> None:
    rsa = generate_private_key(65_537, 2_048)
    (tmp_path / "rsa.pem").write_bytes(rsa.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    done = run("sign", "--key", tmp_path / "rsa.pem", "--version", "1.2.3", "--page", PAGE, tmp_path / "m")
    assert b"no Ed25519 key" in done.stderr
    assert not (tmp_path / "m").exists()
