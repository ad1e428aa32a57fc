"""JSON to domain objects, exactly. Unknown fields and values are ignored (api-v1 §1, §4)."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NoReturn, TypeVar

from refund_gui.domain.money import InexactAmount, Money, from_number
from refund_gui.domain.payment import Cancellation, Payment, Promotion
from refund_gui.errors import AnswerUnreadable, FieldMissing

T = TypeVar("T")
Record = Mapping[str, Any]


def parse(body: bytes) -> Record:
    """The envelope `{code, message, response}`. Raises AnswerUnreadable unless `code` is a whole number."""
    try:
        answer = json.loads(body, parse_float=Decimal, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise AnswerUnreadable("not JSON") from error
    if not isinstance(answer, dict) or not isinstance(answer.get("code"), int) or answer["code"] is True:
        raise AnswerUnreadable("no code")
    return answer


def message_of(answer: Record) -> str:
    """Upstream's words, verbatim, "" when there are none."""
    return text(answer, "message")


def record_of(answer: Record) -> Record:
    """The envelope's `response` object. Raises FieldMissing."""
    return _required(answer, "response", dict)


def payment_of(record: object, request_no: int) -> Payment:
    """A PaymentAnnotation. Raises FieldMissing naming the field; AnswerUnreadable for an inexact amount."""
    if not isinstance(record, dict):
        raise FieldMissing("payment")
    currency = _required(record, "currency", str)
    return Payment(
        imp_uid=_required(record, "imp_uid", str),
        merchant_uid=_required(record, "merchant_uid", str),
        amount=_money(record, "amount", currency),
        cancel_amount=_money(record, "cancel_amount", currency),
        status=_required(record, "status", str),
        sandbox=_required(record, "sandbox", bool),
        pay_method=text(record, "pay_method"),
        channel=text(record, "channel"),
        pg_provider=text(record, "pg_provider"),
        emb_pg_provider=text(record, "emb_pg_provider"),
        pg_tid=text(record, "pg_tid"),
        pg_id=text(record, "pg_id"),
        escrow=record.get("escrow") is True,
        apply_num=text(record, "apply_num"),
        bank_name=text(record, "bank_name"),
        card_name=text(record, "card_name"),
        card_number=text(record, "card_number"),
        card_quota=_whole(record, "card_quota"),
        card_type=None if record.get("card_type") is None else _whole(record, "card_type"),
        vbank_code=text(record, "vbank_code"),
        vbank_name=text(record, "vbank_name"),
        vbank_num=text(record, "vbank_num"),
        vbank_holder=text(record, "vbank_holder"),
        vbank_date=_whole(record, "vbank_date"),
        goods=text(record, "name"),
        buyer_name=text(record, "buyer_name"),
        buyer_email=text(record, "buyer_email"),
        buyer_tel=text(record, "buyer_tel"),
        started_at=_whole(record, "started_at"),
        paid_at=_whole(record, "paid_at"),
        failed_at=_whole(record, "failed_at"),
        cancelled_at=_whole(record, "cancelled_at"),
        fail_reason=text(record, "fail_reason"),
        cancel_reason=text(record, "cancel_reason"),
        receipt_url=text(record, "receipt_url"),
        cash_receipt_issued=record.get("cash_receipt_issued") is True,
        promotion=_promotion(record, currency),
        cancellations=tuple(_cancellation(entry, currency) for entry in record.get("cancel_history") or ()),
        request_no=request_no,
    )


def text(record: Record, name: str) -> str:
    """An optional text; numbers as their digits, "" for anything else."""
    value = record.get(name)
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _cancellation(entry: object, currency: str) -> Cancellation:
    """One entry of cancel_history; old ones lack `cancellation_id` (api-v1 §4)."""
    if not isinstance(entry, dict):
        raise FieldMissing("cancel_history")
    return Cancellation(
        cancellation_id=text(entry, "cancellation_id"),
        pg_tid=text(entry, "pg_tid"),
        amount=_money(entry, "amount", currency),
        cancelled_at=_whole(entry, "cancelled_at"),
        reason=text(entry, "reason"),
        receipt_url=text(entry, "receipt_url"),
    )


def _promotion(record: Record, currency: str) -> Promotion | None:
    promotion = record.get("promotion")
    if not isinstance(promotion, dict):
        return None
    return Promotion(text(promotion, "id"), _money(promotion, "discount", currency))


def _money(record: Record, name: str, currency: str) -> Money:
    number = record.get(name)
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        raise FieldMissing(name)
    try:
        return from_number(number, currency)
    except InexactAmount as error:
        raise AnswerUnreadable(f"{name}: {error}") from error


def _whole(record: Record, name: str) -> int:
    value = record.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _required(record: Record, name: str, kind: type[T]) -> T:
    value = record.get(name)
    if not isinstance(value, kind):
        raise FieldMissing(name)
    return value


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
