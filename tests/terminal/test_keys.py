"""Keys are tried before they are kept, and never used on another shop's store."""

from random import Random

import httpx
import pytest

from refund_gui.credentials import ApiKeys, MemoryKeys
from refund_gui.errors import KeysMissing, KeysRefused, OtherShop
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.v1 import PortOneV1
from refund_gui.practice.app import PracticeApp
from refund_gui.terminal.keys import KeySetup
from tests.practice.shop_kit import payment
from tests.terminal.shop import KEYS, Shop


def setup_for(shop: Shop, upstream: PracticeApp, kept: MemoryKeys, used: list[ApiKeys]) -> KeySetup:
    def connect(keys: ApiKeys | None) -> PortOneV1:
        return PortOneV1(
            origin="https://api.iamport.kr",
            transport=lambda: httpx.WSGITransport(upstream),
            clock=shop.clock,
            numbers=RequestNumbers(0),
            keys=keys,
        )

    return KeySetup(shop.store, kept, connect, used.append)


def test_right_keys_pass_and_are_kept(shop: Shop) -> None:
    kept, used = MemoryKeys(), list[ApiKeys]()
    setup = setup_for(shop, shop.upstream, kept, used)
    assert not setup.load()
    setup.check(KEYS)
    setup.keep(KEYS)
    assert (kept.load(), used) == (KEYS, [KEYS])
    assert setup.load()
    assert used == [KEYS, KEYS]


def test_wrong_keys_are_refused_in_upstreams_words(shop: Shop) -> None:
    setup = setup_for(shop, shop.upstream, MemoryKeys(), [])
    with pytest.raises(KeysRefused) as raised:
        setup.check(ApiKeys("wrong", "wrong"))
    assert raised.value.message == "인증에 실패하였습니다. API키와 secret을 확인하세요."


def test_another_shops_keys_are_told_by_payments_they_do_not_see(shop: Shop) -> None:
    shop.syncing.run(90, lambda _: None, lambda: False)
    other = PracticeApp([payment("imp_other")], clock=shop.clock.now, random=Random(2))
    with pytest.raises(OtherShop):
        setup_for(shop, other, MemoryKeys(), []).check(KEYS)
    setup_for(shop, shop.upstream, MemoryKeys(), []).check(KEYS)


def test_keys_are_never_printed() -> None:
    assert "practice" not in repr(KEYS)


def test_without_keys_every_call_says_so(shop: Shop) -> None:
    gateway = PortOneV1(
        origin="https://api.iamport.kr",
        transport=lambda: httpx.WSGITransport(shop.upstream),
        clock=shop.clock,
        numbers=RequestNumbers(0),
        keys=None,
    )
    with pytest.raises(KeysMissing):
        gateway.payment("imp_card")
