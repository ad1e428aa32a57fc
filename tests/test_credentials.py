"""Keys live in the operating system's keyring, or in memory; never in a file, a repr or a log."""

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from refund_gui.credentials import ApiKeys, KeyringKeys, MemoryKeys
from refund_gui.errors import KeyringMissing
from tests.drawer import Drawer

KEYS = ApiKeys("made-up-key", "made-up-secret")
ORIGIN = "https://api.iamport.kr"


def test_kept_keys_are_there_at_the_next_start(drawer: Drawer) -> None:
    KeyringKeys("store-1", ORIGIN).save(KEYS)
    assert KeyringKeys("store-1", ORIGIN).load() == KEYS


def test_another_store_or_origin_never_sees_them(drawer: Drawer) -> None:
    KeyringKeys("store-1", ORIGIN).save(KEYS)
    assert KeyringKeys("store-2", ORIGIN).load() is None
    assert KeyringKeys("store-1", "http://127.0.0.1:8000").load() is None


def test_half_of_a_pair_is_none(drawer: Drawer) -> None:
    KeyringKeys("store-1", ORIGIN).save(KEYS)
    drawer.entries = {place: text for place, text in drawer.entries.items() if place[1] == "key"}
    assert KeyringKeys("store-1", ORIGIN).load() is None


def test_a_locked_keyring_keeps_them_for_the_session(drawer: Drawer) -> None:
    drawer.is_locked = True
    store = KeyringKeys("store-1", ORIGIN)
    assert store.load() is None
    with pytest.raises(KeyringMissing) as caught:
        store.save(KEYS)
    assert caught.value.detail == "KeyringLocked"
    assert store.load() == KEYS


@pytest.mark.usefixtures("drawer")
def test_no_keyring_at_all_keeps_them_for_the_session() -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # the library's own
    store = KeyringKeys("store-1", ORIGIN)
    with pytest.raises(KeyringMissing):
        store.save(KEYS)
    assert store.load() == KEYS


def test_memory_keys() -> None:
    store = MemoryKeys()
    assert store.load() is None
    store.save(KEYS)
    assert store.load() == KEYS


def test_keys_do_not_print_themselves() -> None:
    assert "made-up" not in repr(KEYS)
    assert "made-up" not in str(KEYS)
