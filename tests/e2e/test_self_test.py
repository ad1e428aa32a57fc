"""`--self-test` as an installer's check runs it: its own process, a report, an exit code."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def self_test(root: Path, report: Path) -> "tuple[int, list[str]]":
    """Run it without a display; its exit code and its report."""
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ended = subprocess.run(
        [sys.executable, "main.py", "--self-test", "--report", str(report)],
        cwd=root,
        env={name: value for name, value in os.environ.items() if name not in displays},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    lines = report.read_text(encoding="utf-8").splitlines()
    assert ended.stdout.splitlines() == lines
    return ended.returncode, lines


def test_all_is_there(tmp_path: Path) -> None:
    code, lines = self_test(ROOT, tmp_path / "report.txt")
    assert code == 0, lines
    assert lines[-1] == "self-test ok"
    names = [line.removeprefix("ok ").strip().partition(":")[0] for line in lines[:-1]]
    checks = [
        "versions",
        "Qt",
        "languages",
        "TLS",
        "keyring",
        "calendar",
        "store",
        "practice refund",
        "updates",
    ]
    assert names == checks
    assert "확인 중 / Checking" in lines[2]
    assert "succeeded" in lines[7]


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    """An installer that forgot the Korean texts and the icon."""
    root = tmp_path / "program"
    for part in ("refund_gui", "resources"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "main.py", root)
    (root / "resources" / "i18n" / "ko.qm").unlink()
    (root / "resources" / "icons" / "app.svg").unlink()
    code, lines = self_test(root, tmp_path / "report.txt")
    assert code == 1
    assert [line.partition(":")[0] for line in lines if line.startswith("FAIL")] == [
        "FAIL Qt",
        "FAIL languages",
    ]
    assert lines[-1] == "self-test: 2 failed"
