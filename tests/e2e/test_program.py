"""The real program from its start to its end, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_practice_first_and_then_the_end(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.e2e.practice_first", "--data-dir", str(tmp_path), "--language", "en"],
        cwd=ROOT,
        env=os.environ
        | {"QT_QPA_PLATFORM": "offscreen", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.stdout.split() == ["wizard", "practice"]
    assert ended.returncode == 0
    assert "Traceback" not in ended.stderr
    for name in ("window.bin", "store.sqlite3", "refund-terminal.log"):
        assert (tmp_path / name).exists(), name
        assert (tmp_path / "practice" / name).exists(), name
    assert (tmp_path / "crash.log").read_text(encoding="utf-8") == ""
    log = (tmp_path / "practice" / "refund-terminal.log").read_text(encoding="utf-8")
    assert "ERROR" not in log
    assert not (tmp_path / "practice" / "store.sqlite3-wal").exists()
