"""Where data lies."""

from pathlib import Path

import pytest

from refund_gui.paths import RESOURCES, paths


def test_practice_never_shares_a_shops_directory(tmp_path: Path) -> None:
    assert paths(False, tmp_path).data == tmp_path
    assert paths(True, tmp_path).data == tmp_path / "practice"
    assert paths(True).data != paths(False).data


def test_without_a_choice_it_is_this_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert "refund-terminal" in str(paths(False).data)


def test_a_relative_directory_does_not_move(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths(False, Path("shop")).data == tmp_path / "shop"


def test_no_two_files_share_a_name(tmp_path: Path) -> None:
    where = paths(False, tmp_path)
    files = {where.settings, where.log, where.crash, where.geometry, where.journal}
    assert len(files) == 5
    assert {file.parent for file in files} == {tmp_path}


def test_resources_come_with_the_program() -> None:
    assert (RESOURCES / "style.qss").is_file()
