"""Upstream's record of a payment, and the JSON that it is read as (`api-v1 §4`)."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Status(StrEnum):
    """The four states of V1. There is no partial one: after a first partial cancel it is `cancelled`."""

    READY = "ready"
    PAID = "paid"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True)
class Cancel:
    """One entry of cancel_history; `amount` in the payment's currency, `cancelled_at` in unix seconds."""

    cancellation_id: str
    pg_tid: str
    amount: Decimal
    cancelled_at: int
    reason: str
    receipt_url: str | None
    tax_free: Decimal | None = None
    """What of it was tax-free, as the request said; no answer of the API shows it."""
    vat_amount: Decimal | None = None
    escrow_confirmed: bool = False

    def annotation(self) -> dict[str, object]:
        return {
            "pg_tid": self.pg_tid,
            "amount": self.amount,
            "cancelled_at": self.cancelled_at,
            "reason": self.reason,
            "receipt_url": self.receipt_url,
            "cancellation_id": self.cancellation_id,
        }


@dataclass
class Record:
    """One payment. `fields` holds what the rules do not look at, by the names of the API.

    `pg_refusal` is what the PG answers to every cancel of this payment ("" when it takes part).
    """

    imp_uid: str
    merchant_uid: str
    amount: Decimal
    status: Status
    pay_method: str
    pg_provider: str
    started_at: int
    paid_at: int = 0
    failed_at: int = 0
    currency: str = "KRW"
    sandbox: bool = False
    fields: dict[str, object] = field(default_factory=dict)
    cancels: list[Cancel] = field(default_factory=list)
    pg_refusal: str = ""

    @property
    def cancel_amount(self) -> Decimal:
        return sum((cancel.amount for cancel in self.cancels), Decimal(0))

    @property
    def balance(self) -> Decimal:
        """What can still be cancelled: amount − cancel_amount."""
        return self.amount - self.cancel_amount

    @property
    def cancelled_at(self) -> int:
        return self.cancels[-1].cancelled_at if self.cancels else 0

    @property
    def final_at(self) -> int:
        """The time that a window of the status list looks at (`api-v1 §3`)."""
        match self.status:
            case Status.READY:
                return self.started_at
            case Status.PAID:
                return self.paid_at
            case Status.CANCELLED:
                return self.cancelled_at
            case Status.FAILED:
                return self.failed_at

    @property
    def decimals(self) -> int:
        """Decimal places of the currency on the wire."""
        return 0 if self.currency in {"KRW", "JPY", "VND"} else 2

    def add(self, cancel: Cancel) -> None:
        """Write a cancel into the history."""
        self.cancels.append(cancel)
        self.status = Status.CANCELLED

    def annotation(self) -> dict[str, object]:
        """The PaymentAnnotation of the API."""
        last = self.cancels[-1] if self.cancels else None
        return {
            "imp_uid": self.imp_uid,
            "merchant_uid": self.merchant_uid,
            **_BLANK,
            **self.fields,
            "pay_method": self.pay_method,
            "pg_provider": self.pg_provider,
            "sandbox": self.sandbox,
            "amount": self.amount,
            "cancel_amount": self.cancel_amount,
            "currency": self.currency,
            "status": self.status.value,
            "started_at": self.started_at,
            "paid_at": self.paid_at,
            "failed_at": self.failed_at,
            "cancelled_at": self.cancelled_at,
            "cancel_reason": last.reason if last else None,
            "cancel_history": [cancel.annotation() for cancel in self.cancels],
            "cancel_receipt_urls": [c.receipt_url for c in self.cancels if c.receipt_url is not None],
        }


_BLANK: dict[str, object] = {
    "channel": "pc",
    "emb_pg_provider": None,
    "pg_tid": "",
    "pg_id": "",
    "escrow": False,
    "apply_num": "",
    "bank_code": None,
    "bank_name": None,
    "card_code": None,
    "card_name": None,
    "card_issuer_code": None,
    "card_issuer_name": None,
    "card_publisher_code": None,
    "card_publisher_name": None,
    "card_quota": 0,
    "card_number": None,
    "card_type": None,
    "vbank_code": None,
    "vbank_name": None,
    "vbank_num": None,
    "vbank_holder": None,
    "vbank_date": 0,
    "vbank_issued_at": 0,
    "name": "",
    "buyer_name": "",
    "buyer_email": "",
    "buyer_tel": "",
    "buyer_addr": "",
    "buyer_postcode": "",
    "custom_data": None,
    "user_agent": "",
    "fail_reason": None,
    "receipt_url": None,
    "deposit_history": [],
    "cash_receipt_issued": False,
    "customer_uid": None,
    "customer_uid_usage": None,
    "promotion": None,
}
