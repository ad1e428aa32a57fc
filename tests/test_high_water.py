"""The mark that a lost store is known by: in the keyring, without any secret, never in the way."""

from pathlib import Path

import pytest

from refund_gui.high_water import HighWater, KeyringMark
from tests.drawer import Drawer

MARK = HighWater("store-1", 42, 1_780_000_000)
HERE = Path("/shop/data")


def test_it_is_there_at_the_next_start(drawer: Drawer) -> None:
    assert KeyringMark(HERE, "https://api.iamport.kr").load() is None
    KeyringMark(HERE, "https://api.iamport.kr").save(MARK)
    assert KeyringMark(HERE, "https://api.iamport.kr").load() == MARK


def test_another_directory_or_origin_has_its_own(drawer: Drawer) -> None:
    KeyringMark(HERE, "https://api.iamport.kr").save(MARK)
    assert KeyringMark(Path("/other"), "https://api.iamport.kr").load() is None
    assert KeyringMark(HERE, "http://127.0.0.1:8000").load() is None


def test_without_a_keyring_nothing_is_noticed_and_nothing_breaks(drawer: Drawer) -> None:
    drawer.is_locked = True
    KeyringMark(HERE, "https://api.iamport.kr").save(MARK)
    assert KeyringMark(HERE, "https://api.iamport.kr").load() is None


@pytest.mark.parametrize("kept", ["", "not json", "[]", "{}", '{"store_id": "s"}'])
def test_what_is_no_mark_is_none(drawer: Drawer, kept: str) -> None:
    mark = KeyringMark(HERE, "https://api.iamport.kr")
    mark.save(MARK)
    [place] = drawer.entries
    drawer.entries[place] = kept
    assert mark.load() is None
