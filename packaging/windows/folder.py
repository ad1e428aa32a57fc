"""`folder.py RUNTIME LAUNCHER OUT [SOURCE]`: the Windows program's folder, put together on any system.

SOURCE is another checkout of the program than this one.

Also writes OUT.install.nsh and OUT.uninstall.nsh: every file by name, in a fixed order, so that the installer
is the same each time and its uninstaller removes nothing but what it has brought.
"""

import compileall
import fnmatch
import py_compile
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

ROOT = Path(__file__).resolve().parents[2]

NOT_OF_THE_RUNTIME = ("python.exe", "pythonw.exe", "python.cat", "python311._pth", "_msi.pyd", "winsound.pyd")

QT = (
    *(
        "__init__.py",
        "_config.py",
        "_git_pyside_version.py",
        "pyside6.abi3.dll",
        "msvcp140*.dll",
        "vcruntime140*.dll",
    ),
    *(f"Qt{name}.pyd" for name in ("Core", "Gui", "Widgets", "Svg", "PrintSupport", "Test")),
    *(f"Qt6{name}.dll" for name in ("Core", "Gui", "Widgets", "Svg", "PrintSupport", "Test")),
    *(
        "support/*",
        "plugins/platforms/qwindows.dll",
        "plugins/platforms/qoffscreen.dll",
        "plugins/styles/*.dll",
    ),
    *("plugins/iconengines/*.dll", "plugins/printsupport/*.dll"),
    *(f"plugins/imageformats/q{name}.dll" for name in ("ico", "jpeg", "svg", "webp")),
    *("translations/qtbase_ko.qm", "translations/qtbase_en.qm"),
)
"""Of PySide6, and nothing else of it."""

NOT_NEEDED = (
    *(
        "bin",
        "playhouse",
        "pwiz.py",
        "peewee-stubs",
        "*.pyi",
        "**/*.pyi",
        "**/py.typed",
        "**/tests",
        "**/testing",
    ),
    *("shiboken6/*.lib", "holidays/locale", "*.dist-info/RECORD", "*.dist-info/direct_url.json"),
    "tzdata*",  # 600 files for a program that knows one zone, which is +09:00 all year
    *("**/__pycache__", "**/*.h", "**/*.c", "**/pytest_plugin.py"),
)


def main(runtime: Path, launcher: Path, out: Path, source: Path = ROOT) -> None:
    shutil.rmtree(out, ignore_errors=True)
    library = out / "lib"
    library.mkdir(parents=True)
    for file in sorted(runtime.iterdir()):
        if file.name not in NOT_OF_THE_RUNTIME:
            shutil.copyfile(file, out / file.name)
    shutil.copyfile(launcher, out / "RefundTerminal.exe")
    install_packages(library)
    trim(library)
    take_newest_runtime(out, library)
    for name in ("refund_gui", "resources"):
        shutil.copytree(source / name, library / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(source / "main.py", library / "main.py")
    compile_all(out, library)
    (out / "RefundTerminal._pth").write_bytes(b"python311.zip\r\n.\r\nlib\r\n")
    write_lists(out)


def install_packages(library: Path) -> None:
    """Windows' wheels, whatever system this is. The lock is resolved for Windows, so pip need not decide."""
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"),
            *(
                "--no-compile",
                "--only-binary",
                ":all:",
                "--platform",
                "win_amd64",
                "--python-version",
                "3.11",
            ),
            *("--require-hashes", "-r", str(ROOT / "packaging" / "requirements-windows.txt")),
            *("--target", str(library)),
        ],
        check=True,
    )
    licences = ROOT / "packaging" / "licences.py"
    subprocess.run(
        [sys.executable, str(licences), str(library), str(library.parent / "licences")], check=True
    )


def trim(library: Path) -> None:
    qt = library / "PySide6"
    for file in sorted(qt.rglob("*")):
        name = file.relative_to(qt).as_posix()
        if file.is_file() and not any(fnmatch.fnmatchcase(name, pattern) for pattern in QT):
            file.unlink()
    for pattern in NOT_NEEDED:
        for path in list(library.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for folder in sorted((path for path in library.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def take_newest_runtime(out: Path, library: Path) -> None:
    """One copy of Microsoft's runtime beside the program: Qt's wheel brings a newer one than CPython."""
    for file in [*library.glob("PySide6/msvcp140*.dll"), *library.glob("PySide6/vcruntime140*.dll")]:
        shutil.move(file, out / file.name)
    for file in library.glob("shiboken6/*.dll"):
        if not file.name.startswith("shiboken6"):
            file.unlink()


def compile_all(out: Path, library: Path) -> None:
    """Bytecode in place of the sources; it names no folder of this machine."""
    compileall.compile_dir(
        str(library),
        quiet=1,
        legacy=True,
        optimize=1,
        stripdir=str(out),
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    for module in library.rglob("*.py"):
        if module.with_suffix(".pyc").exists():
            module.unlink()


def write_lists(out: Path) -> None:
    files = sorted(path for path in out.rglob("*") if path.is_file())
    Path(f"{out}.install.nsh").write_text("\n".join(install_lines(out, files)) + "\n", encoding="utf-8")
    folders = sorted({folder for file in files for folder in file.relative_to(out).parents}, reverse=True)
    lines = [f'Delete "$INSTDIR\\{PureWindowsPath(file.relative_to(out))}"' for file in files]
    lines += [f'RMDir "$INSTDIR\\{PureWindowsPath(folder)}"' for folder in folders if folder != Path(".")]
    Path(f"{out}.uninstall.nsh").write_text("\n".join(lines) + "\n", encoding="utf-8")
    size = sum(file.stat().st_size for file in files)
    print(f"{out.name}: {size / 1e6:.1f} MB in {len(files)} files")


def install_lines(out: Path, files: list[Path]) -> Iterator[str]:
    folder: Path | None = None
    for file in files:
        if file.parent != folder:
            folder = file.parent
            inside = folder.relative_to(out)
            yield (
                'SetOutPath "$INSTDIR' + ("" if inside == Path(".") else f"\\{PureWindowsPath(inside)}") + '"'
            )
        yield f'File "{file}"'


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
