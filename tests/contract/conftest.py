"""Every gateway that there is, before the same shop."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from refund_gui.domain.answer import Answer
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import RefundAccount
from refund_gui.portone.gateway import Gateway
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.transport import in_process, make_transport
from refund_gui.portone.v1 import PortOneV1
from refund_gui.practice.app import PracticeApp
from refund_gui.practice.server import serve
from tests.portone.made_up import KEYS, PATIENT, attempt_for, refund_of
from tests.practice.shop_kit import DAY, NOW, payment
from tests.terminal.shop import TestClock


@dataclass
class Counter:
    """A gateway and what stands behind it."""

    gateway: Gateway
    upstream: PracticeApp
    clock: TestClock

    def send(
        self,
        imp_uid: str = "imp_card",
        amount: int | None = None,
        account: RefundAccount | None = None,
        shown: Payment | None = None,
        **parts: Any,
    ) -> Answer:
        """Read, prepare and send, as the terminal does; `shown` is an older reading to send on.

        `parts`: more of the refund's fields.
        """
        shown = shown or self.gateway.payment(imp_uid)
        refund = refund_of(shown, Money(amount, shown.currency) if amount else None, **parts)
        cancel = self.gateway.prepare(refund, shown, account)
        return self.gateway.send(cancel, attempt_for(cancel))

    def refunded(self, imp_uid: str = "imp_card") -> list[Decimal]:
        """What really happened."""
        return [cancel.amount for cancel in self.upstream.history(imp_uid)]


@pytest.fixture
def upstream(clock: TestClock) -> PracticeApp:
    records = [
        payment("imp_card", 10_000, "card", "html5_inicis"),
        payment("imp_vbank", 30_000, "vbank", "html5_inicis"),
        payment("imp_naver", 7_000, "card", "naverpay"),
        payment("imp_dollars", Decimal("12.34"), "paypal", "paypal_v2", currency="USD"),
        payment("imp_refused", 9_000, "card", "kcp", pg_refusal="[8178] 상계가능 정산금액 부족"),
        payment("imp_korean", 5_000, merchant_uid="주문/가을 7?#%2F"),
        payment("imp_test", 1_000, sandbox=True, paid_at=NOW - DAY),
    ]
    return PracticeApp(records, clock=clock.now, random=Random(3), wait=lambda seconds: None)


@pytest.fixture
def clock() -> TestClock:
    return TestClock(NOW)


@pytest.fixture(params=["socket", "in process"])
def counter(request: pytest.FixtureRequest, upstream: PracticeApp, clock: TestClock) -> Iterator[Counter]:
    numbers = RequestNumbers(0)
    with serve(upstream) as server:
        if request.param == "socket":
            origin, transport = server.url, make_transport(server.url)
        else:
            origin, transport = "https://api.iamport.kr", in_process(upstream)
        gateway = PortOneV1(
            origin, transport, clock, numbers, KEYS, lambda: True, timeouts=PATIENT, page_size=3
        )
        yield Counter(gateway, upstream, clock)
        gateway.close()


@pytest.fixture
def gateway(counter: Counter) -> Gateway:
    return counter.gateway
