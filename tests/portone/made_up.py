"""Refunds, attempts and payments to send. All people and accounts are made up."""

import json
from typing import Any

from refund_gui.clock import Clock, SystemClock
from refund_gui.credentials import ApiKeys
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Refund, RefundAccount, RefundAttempt, base_of
from refund_gui.portone.call import Timeouts
from refund_gui.portone.gateway import PreparedCancel
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.transport import make_transport
from refund_gui.portone.v1 import PortOneV1
from refund_gui.practice.app import KEY, SECRET

KEYS = ApiKeys(KEY, SECRET)
ACCOUNT = RefundAccount("신한은행", "88", "9990001234567", "김가람")
PATIENT = Timeouts(connect=20, read=20, total=60)
TOKEN = "token-1f2e3d4c"


def won(amount: int) -> Money:
    return Money(amount, "KRW")


def payment(**fields: Any) -> Payment:
    """A card payment of 10,000 won, untouched."""
    known = {
        "imp_uid": "imp_1",
        "merchant_uid": "order-1",
        "amount": won(10_000),
        "cancel_amount": won(0),
        "status": "paid",
        "sandbox": False,
        "pay_method": "card",
        "pg_provider": "tosspayments",
    }
    return Payment(**{**known, **fields})


def refund_of(shown: Payment, amount: Money | None = None, **fields: Any) -> Refund:
    """A refund confirmed on this reading; the whole balance unless `amount` is given."""
    wanted = amount or shown.balance
    known = {
        "refund_id": "refund-1",
        "imp_uid": shown.imp_uid,
        "tag": "R7K2QT",
        "amount": wanted,
        "checksum": shown.balance,
        "is_whole": shown.is_untouched and wanted == shown.balance,
        "base": base_of(shown),
        "reason": "고객 변심",
    }
    return Refund(**{**known, **fields})


def attempt_for(cancel: PreparedCancel, **fields: Any) -> RefundAttempt:
    """A committed attempt to send this cancel."""
    known = {
        "attempt_id": 1,
        "refund_id": cancel.refund_id,
        "number": 1,
        "checksum": cancel.checksum,
        "amount": cancel.amount,
        "tax": cancel.tax,
        "escrow_confirmed": cancel.escrow_confirmed,
        "started_at": 1_763_442_000,
    }
    return RefundAttempt(**{**known, **fields})


def prepared() -> PreparedCancel:
    """A cancel that needs no token call before it."""
    return PreparedCancel("refund-1", won(10_000), None, b'{"imp_uid": "imp_1"}', TOKEN)


def gateway_to(url: str, timeouts: Timeouts = PATIENT, clock: Clock | None = None) -> PortOneV1:
    return PortOneV1(
        url, make_transport(url), clock or SystemClock(), RequestNumbers(0), KEYS, timeouts=timeouts
    )


def envelope(response: object, code: object = 0, message: str | None = None) -> bytes:
    return json.dumps({"code": code, "message": message, "response": response}).encode()


def record(**fields: Any) -> dict[str, Any]:
    """A PaymentAnnotation with what is required and no more."""
    known = {
        "imp_uid": "imp_1",
        "merchant_uid": "order-1",
        "amount": 10_000,
        "cancel_amount": 0,
        "currency": "KRW",
        "status": "paid",
        "sandbox": False,
    }
    return {**known, **fields}
