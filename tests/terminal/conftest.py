"""A counter with five made-up payments behind it."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from refund_gui.practice.app import PracticeApp
from refund_gui.practice.records import Status
from tests.practice.shop_kit import NOW, payment
from tests.terminal.shop import Shop, TestClock


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    clock = TestClock(NOW)
    records = [
        payment("imp_card", 10_000, "card", "html5_inicis"),
        payment("imp_vbank", 30_000, "vbank", "html5_inicis"),
        payment("imp_later", Decimal("12.34"), "paypal", "paypal_v2", currency="USD"),
        payment("imp_refused", 9_000, "card", "kcp", pg_refusal="[8178] 상계가능 정산금액 부족"),
        payment("imp_ready", 5_000, "vbank", "kcp", status=Status.READY),
    ]
    upstream = PracticeApp(records, clock=clock.now, random=Random(1))
    shop = Shop(tmp_path / "data", clock, upstream)
    yield shop
    shop.stop()
