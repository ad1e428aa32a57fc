"""`sbom.py FILE VERSION`: what cyclonedx does not know: our version, and the packages' interpreters."""

import json
import platform
import sys
from pathlib import Path

WINDOWS_PYTHON = "3.11.9"
"""What runtime.txt brings."""


def main(file: Path, version: str) -> None:
    sbom = json.loads(file.read_text(encoding="utf-8"))
    sbom["metadata"]["component"]["version"] = version
    sbom["components"] += [
        interpreter("windows", WINDOWS_PYTHON, "in setup.exe, with its OpenSSL and SQLite"),
        interpreter("linux", platform.python_version(), "in the .deb; OpenSSL and SQLite are the system's"),
    ]
    file.write_text(json.dumps(sbom, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def interpreter(system: str, version: str, place: str) -> dict[str, str]:
    return {
        "bom-ref": f"cpython-{system}",
        "type": "platform",
        "name": "CPython",
        "version": version,
        "description": place,
        "purl": f"pkg:generic/python@{version}",
        "cpe": f"cpe:2.3:a:python:python:{version}:*:*:*:*:*:*:*",
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
