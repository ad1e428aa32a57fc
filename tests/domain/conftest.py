"""Made-up payments and refunds for the domain's tests."""

from collections.abc import Callable
from typing import Any

import pytest

from refund_gui.domain.payment import Cancellation, Payment
from refund_gui.domain.refund import Refund, base_of
from tests.domain.made_up import TAG, won


@pytest.fixture
def make_payment() -> Callable[..., Payment]:
    def make(*entries: Cancellation, amount: int = 10_000, **changes: Any) -> Payment:
        facts: dict[str, Any] = {
            "imp_uid": "imp_1",
            "merchant_uid": "order-1",
            "amount": won(amount),
            "cancel_amount": won(sum(e.amount.minor for e in entries)),
            "status": "cancelled" if entries else "paid",
            "sandbox": False,
            "pay_method": "card",
            "pg_provider": "html5_inicis",
            "paid_at": 1_780_000_000,
            "cancellations": entries,
        }
        return Payment(**(facts | changes))

    return make


@pytest.fixture
def make_refund(make_payment: Callable[..., Payment]) -> Callable[..., Refund]:
    def make(payment: Payment | None = None, amount: int = 3_000, **changes: Any) -> Refund:
        payment = payment or make_payment()
        facts: dict[str, Any] = {
            "refund_id": "r1",
            "imp_uid": payment.imp_uid,
            "tag": TAG,
            "amount": won(amount),
            "checksum": payment.balance,
            "is_whole": False,
            "base": base_of(payment),
            "reason": "고객 변심",
        }
        return Refund(**(facts | changes))

    return make
