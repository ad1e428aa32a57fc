"""Make everything that the program needs to start from a checkout: `.venv`, Qt's libraries, translations.

`python packaging/environment.py` installs what the program needs; `--dev` adds what tests and checks need.
Works with the standard library alone on Linux, macOS and Windows. What is done already is not done again.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
DONE = VENV / "set-up-done"
TRANSLATIONS = ROOT / "resources" / "i18n"

# Names that Debian 12 and 13 and Ubuntu 22.04 and 24.04 all know; each brings what it builds on.
QT_PACKAGES = [
    "libbrotli1",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libgssapi-krb5-2",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-shape0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxkbcommon-x11-0",
]
FONT_PACKAGES = ["fontconfig", "fonts-noto-cjk"]
TEST_PACKAGES = {"Xvfb": ["xvfb"], "xdotool": ["xdotool"], "cc": ["gcc", "libc6-dev"]}


def main() -> int:
    parser = argparse.ArgumentParser(description="Set up the refund terminal in this checkout.")
    parser.add_argument("--dev", action="store_true", help="also install what tests and checks need")
    dev: bool = parser.parse_args().dev
    if not (3, 11) <= sys.version_info < (3, 14):
        print(f"setup: Python 3.11, 3.12 or 3.13 is needed, this is {sys.version}", file=sys.stderr)
        return 1
    try:
        install_packages(ROOT / ("requirements-dev.txt" if dev else "requirements.txt"))
        if sys.platform == "linux" and not install_libraries(dev):
            return 1
        compile_translations()
        compile_program()
    except subprocess.CalledProcessError as error:
        print(f"setup: this failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    return 0


def install_packages(lock: Path) -> None:
    """Bring `.venv` to the pinned packages of `lock`; one that was moved or half made is made anew."""
    made_for = f"{ROOT} {sys.base_prefix} {sys.version_info[:2]}"
    done = DONE.read_text(encoding="utf-8").splitlines() if DONE.exists() else []
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if done == [made_for, wanted]:
        return
    if done[:1] != [made_for]:
        print("setup: making .venv", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    print(f"setup: installing the packages pinned in {lock.name}; the first time takes a minute", flush=True)
    pip = [
        str(BIN / "python"),
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "--quiet",
        "--no-input",
    ]
    subprocess.run([*pip, "--only-binary", ":all:", "--require-hashes", "-r", str(lock)], check=True)
    DONE.write_text(f"{made_for}\n{wanted}\n", encoding="utf-8")


def install_libraries(dev: bool) -> bool:
    """Install Debian packages that are missing, or say how; False when Qt cannot start without them."""
    libraries = QT_PACKAGES if qt_lacks_libraries() else []
    fonts = [] if has_korean_font() else FONT_PACKAGES
    tools = [packages for program, packages in TEST_PACKAGES.items() if dev and not shutil.which(program)]
    missing = [*libraries, *fonts, *chain.from_iterable(tools)]
    if not missing:
        return True
    if shutil.which("apt-get") and os.geteuid() == 0:
        print(f"setup: apt-get install {' '.join(missing)}", flush=True)
        if apt_get("update") and apt_get("install", "--yes", "--no-install-recommends", *missing):
            return True
    print("setup: Qt's libraries, a Korean font or test tools are missing. On Debian and Ubuntu:")
    install = f"sudo apt-get install --no-install-recommends {' '.join(missing)}"
    print(f"    sudo apt-get update && {install}", flush=True)
    return not libraries


def qt_lacks_libraries() -> bool:
    """Ask the loader, because library packages are named differently from one release to the next."""
    qt = next(VENV.glob("lib/python*/site-packages/PySide6"))
    needed = [
        qt / "QtWidgets.abi3.so",
        qt / "QtNetwork.abi3.so",
        qt / "Qt/plugins/platforms/libqxcb.so",
        qt / "lrelease",
    ]
    found = subprocess.run(["ldd", *needed], capture_output=True, text=True, check=True)
    return "not found" in found.stdout


def has_korean_font() -> bool:
    if not shutil.which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list", ":lang=ko", "family"], capture_output=True, check=True).stdout)


def apt_get(*arguments: str) -> bool:
    command = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", *arguments]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL).returncode == 0


def compile_program() -> None:
    """Write the program's bytecode, so that its very first start is as fast as any other."""
    python = BIN / "python"
    subprocess.run([python, "-m", "compileall", "-q", ROOT / "main.py", ROOT / "refund_gui"], check=True)


def compile_translations() -> None:
    """Make a .qm file of each .ts file that is newer."""
    for source in sorted(TRANSLATIONS.glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            subprocess.run([BIN / "pyside6-lrelease", "-silent", source, "-qm", compiled], check=True)


if __name__ == "__main__":
    sys.exit(main())
