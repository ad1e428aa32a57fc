"""`main.py --tour DIR`: no display, a line and a picture for each step."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]


def tour(directory: Path, language: str) -> "subprocess.CompletedProcess[str]":
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return subprocess.run(
        [sys.executable, "main.py", "--tour", str(directory), "--language", language],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in displays},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("language", ["ko", "en"])
def test_each_step_ends_as_it_must_and_has_its_picture(tmp_path: Path, language: str) -> None:
    ended = tour(tmp_path / "new" / "pictures", language)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stderr == ""
    *steps, last = ended.stdout.splitlines()
    named = [re.fullmatch(r" ?(\d+) .+: ok  (\d\d-[a-z-]+\.png)", line) for line in steps]
    assert [int(step[1]) for step in named if step] == list(range(1, 12))
    assert last.startswith("All 11 steps ended as they must.")

    pictures = sorted((tmp_path / "new" / "pictures").iterdir())
    assert [picture.name for picture in pictures] == [step[2] for step in named if step]
    seen = {picture.read_bytes() for picture in pictures}
    assert len(seen) == len(pictures), "each step shows something else"
    for picture in pictures:
        assert QImage(str(picture)).width() >= 800, picture.name


def test_pictures_that_cannot_be_written_are_a_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ended = tour(tmp_path / "file", "en")
    assert ended.returncode == 1
    assert "FAILED" in ended.stdout
    assert "Traceback" not in ended.stderr
