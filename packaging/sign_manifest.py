"""For whoever releases: make a key pair, sign the manifest of a new version, verify one.

    python packaging/sign_manifest.py new-key PRIVATE
    python packaging/sign_manifest.py sign --key PRIVATE --version 1.2.3 --page https://… update.manifest
    python packaging/sign_manifest.py verify --public-key KEY update.manifest

PRIVATE is a PEM file outside of this project, `-` for standard input. The public key that `new-key` prints
belongs into resources/update.json, beside the address at which the manifest is published.
"""

import argparse
import os
import sys
import time
from base64 import b64decode, b64encode
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cryptography.hazmat.primitives import serialization  # noqa: E402  # after the path
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: E402

from refund_gui.errors import UpdateRefused  # noqa: E402
from refund_gui.updates.manifest import Manifest, read_manifest, signed  # noqa: E402

DAY = 86_400


def main(arguments: list[str]) -> int:
    given = _command_line().parse_args(arguments)
    try:
        if given.command == "new-key":
            new_key(given.private)
        elif given.command == "sign":
            sign(given.key, _manifest(given), given.manifest)
        else:
            verify(given.public_key, given.manifest)
    except (OSError, ValueError, UpdateRefused) as error:
        print(f"sign_manifest: {error}", file=sys.stderr)
        return 1
    return 0


def _command_line() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sign_manifest.py", description=(__doc__ or "").partition("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("new-key", help="write a private key, print its public key")
    making.add_argument("private", type=Path, help="a new file, outside of this project")
    signing = commands.add_parser("sign", help="write a manifest")
    signing.add_argument("--key", required=True, help="the private key's file, - for standard input")
    signing.add_argument("--version", required=True, help="the newest version, three numbers: 1.2.3")
    signing.add_argument("--page", required=True, help="the https page that offers it")
    signing.add_argument("--days", type=int, default=90, help="how long it is believed (90)")
    signing.add_argument("--serial", type=int, help="higher than that of any before (the time in seconds)")
    signing.add_argument("manifest", type=Path)
    verifying = commands.add_parser("verify", help="read a manifest as the program does")
    verifying.add_argument("--public-key", required=True, help="as in resources/update.json")
    verifying.add_argument("manifest", type=Path)
    return parser


def new_key(path: Path) -> None:
    """Readable for its owner only. An existing file is never written over."""
    if path.resolve().is_relative_to(ROOT):
        raise ValueError("a private key has no place in the project")
    key = Ed25519PrivateKey.generate()
    form = serialization.PrivateFormat.PKCS8
    pem = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(pem)
    print(_public(key))


def sign(key_file: str, manifest: Manifest, path: Path) -> None:
    """What is written was read back with the key's public half."""
    pem = sys.stdin.buffer.read() if key_file == "-" else Path(key_file).read_bytes()
    key = serialization.load_pem_private_key(pem, password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError("this is no Ed25519 key")
    content = signed(manifest, key.sign)
    read_manifest(content, key.public_key().public_bytes_raw())
    path.write_bytes(content)
    print(f"{_told(manifest)}\npublic key: {_public(key)}")


def verify(public_key: str, path: Path) -> None:
    """Refuses what the program refuses, but for replays, which only a program that was asked before knows."""
    manifest = read_manifest(path.read_bytes(), b64decode(public_key, validate=True))
    print(_told(manifest))
    if manifest.expires_at <= time.time():
        raise ValueError("it has expired")


def _manifest(given: argparse.Namespace) -> Manifest:
    now = int(time.time())
    serial = now if given.serial is None else given.serial
    return Manifest(serial, given.version, now, now + given.days * DAY, given.page)


def _told(manifest: Manifest) -> str:
    until = datetime.fromtimestamp(manifest.expires_at, UTC)
    lasts = f"until {until:%Y-%m-%d %H:%M} UTC"
    return f"version {manifest.version}, serial {manifest.serial}, {lasts}, {manifest.page}"


def _public(key: Ed25519PrivateKey) -> str:
    return b64encode(key.public_key().public_bytes_raw()).decode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
