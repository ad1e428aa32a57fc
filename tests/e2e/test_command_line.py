"""The command line as a shop's PC runs it: real processes."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from refund_gui.app import choose_platform
from refund_gui.clock import SystemClock
from refund_gui.settings import Settings, SettingsFile
from refund_gui.store import open_store
from tests.store.made_up import payment

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    clean = {name: value for name, value in os.environ.items() if name not in displays}
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        env=clean | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--api-url", "http://example.com"], "https"),
        (["--api-url", "ftp://127.0.0.1"], "https://"),
        (["--api-url", "https://user:word@example.com"], "password"),
        (["--practice", "--api-url", "http://127.0.0.1:9"], "--practice"),
        (["--language", "fr"], "--language"),
        (["--report", "report.txt"], "--self-test"),
        (["--prac"], "--prac"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(arguments: list[str], words: str) -> None:
    ended = run(*arguments, QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert words in ended.stderr


def test_the_version_needs_no_window() -> None:
    ended = subprocess.run(
        [sys.executable, "-X", "importtime", "main.py", "--version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ended.stdout.startswith("refund-terminal ")
    assert "argparse" in ended.stderr
    assert "PySide6" not in ended.stderr


@pytest.mark.parametrize("arguments", [[], ["--practice"]])
def test_no_display_is_told_in_one_line(arguments: list[str], tmp_path: Path) -> None:
    ended = run(*arguments, "--data-dir", str(tmp_path / "data"))
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
    assert "--tour" in ended.stderr
    assert "xvfb-run" in ended.stderr
    assert not (tmp_path / "data").exists()


def test_a_display_that_does_not_answer_is_no_display(tmp_path: Path) -> None:
    ended = run("--data-dir", str(tmp_path / "data"), DISPLAY=":4711")
    assert ended.returncode == 2
    assert "--tour" in ended.stderr.splitlines()[-1]
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({}, None),
        ({"DISPLAY": ":0"}, "xcb;offscreen"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "wayland;xcb;offscreen"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "offscreen"),
        ({"QT_QPA_PLATFORM": "vnc:size=1280x800"}, "vnc:size=1280x800"),
        ({"QT_QPA_PLATFORM": "xcb"}, None),
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":0"}, "xcb;offscreen"),
        ({"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":0"}, None),
    ],
)
def test_where_windows_go(environment: dict[str, str], platform: str | None) -> None:
    assert choose_platform(environment) == platform


def test_a_second_start_says_that_the_first_is_running(tmp_path: Path) -> None:
    store = open_store(tmp_path, SystemClock())
    ended = run("--data-dir", str(tmp_path), "--language", "en", QT_QPA_PLATFORM="offscreen")
    store.close()
    assert ended.returncode == 1
    assert "already running" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    open_store(tmp_path, SystemClock()).close()
    with sqlite3.connect(tmp_path / "store.sqlite3") as connection:
        connection.execute("INSERT INTO versions VALUES (9999, 'm9999', 0)")
    connection.close()
    ended = run("--data-dir", str(tmp_path), "--language", "en", QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 1
    assert "newer version" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_damaged_database_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "store.sqlite3").write_bytes(b"no database at all" * 1_000)
    ended = run("--data-dir", str(tmp_path), "--language", "en", QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 1
    assert "damaged" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert (tmp_path / "store.sqlite3").read_bytes() == b"no database at all" * 1_000


def test_damage_further_inside_is_told_once_the_rows_are_there(tmp_path: Path) -> None:
    """In the language of the shop's settings."""
    SettingsFile(tmp_path / "settings.json").keep(Settings(language="en"))
    with closing(open_store(tmp_path, SystemClock())) as store:
        store.payments.save(payment(number) for number in range(1_000))
    path = tmp_path / "store.sqlite3"
    with path.open("rb+") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xa5" * 4096)
    before = path.read_bytes()
    ended = run("--data-dir", str(tmp_path), QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 1
    assert "damaged" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert path.read_bytes() == before


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ended = run("--data-dir", str(tmp_path / "file"), "--language", "en", QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 1
    assert "cannot be written" in ended.stderr
    assert str(tmp_path / "file") in ended.stderr
