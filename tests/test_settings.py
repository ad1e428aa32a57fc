"""Settings survive restarts, nonsense in their file and a failing disk."""

import errno
import json
import os
from pathlib import Path

import pytest

from refund_gui.errors import DiskFull, StoreReadOnly
from refund_gui.settings import DEFAULT_REASONS, Settings, SettingsFile

CHOSEN = Settings(
    "en",
    "가람상회",
    "계산대 1",
    ("김점원", "이점원"),
    ("품절",),
    False,
    6,
    "1234567891",
    "감사합니다.\n또 오세요.",
    "roll_80",
)


def test_a_new_shop_has_defaults(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "settings.json").current == Settings()
    assert Settings().reasons == DEFAULT_REASONS


def test_what_was_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    file = SettingsFile(path)
    file.keep(CHOSEN)
    assert file.current == CHOSEN
    assert SettingsFile(path).current == CHOSEN
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("text", ["", "{", "[1]", "\udcff", "null"])
def test_a_broken_file_gives_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert SettingsFile(path).current == Settings()


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ({"language": "fr"}, Settings()),
        ({"language": 1, "shop": "가람", "unknown": True}, Settings(shop="가람")),
        ({"months": -1}, Settings()),
        ({"months": 0}, Settings(months=0)),
        ({"months": 121}, Settings()),
        ({"months": True}, Settings()),
        ({"months": 3}, Settings(months=3)),
        ({"operators": ["김", " ", "이"], "reasons": []}, Settings(operators=("김", "이"))),
        ({"operators": "김"}, Settings()),
        ({"enable_webhook": 0}, Settings()),
        ({"business_number": 1234567891}, Settings()),
        ({"receipt_paper": "a5"}, Settings()),
        ({"receipt_paper": "roll_58"}, Settings(receipt_paper="roll_58")),
    ],
)
def test_one_bad_value_costs_only_itself(
    tmp_path: Path, stored: dict[str, object], expected: Settings
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(stored), encoding="utf-8")
    assert SettingsFile(path).current == expected


def test_a_place_that_cannot_be_written_keeps_the_old_ones(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "not-there" / "settings.json")
    with pytest.raises(StoreReadOnly):
        file.keep(CHOSEN)
    assert file.current == Settings()


def test_a_full_disk_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    file = SettingsFile(tmp_path / "settings.json")
    with pytest.raises(DiskFull):
        file.keep(CHOSEN)
    assert file.current == Settings()
    assert not (tmp_path / "settings.json").exists()
