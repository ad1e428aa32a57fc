"""JSON to domain objects, exactly. Unknown fields and values are ignored (api-v1 §1, §4)."""

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Final, NoReturn, TypeGuard

from refund_gui.domain.money import InexactAmount, Money, from_number
from refund_gui.domain.payment import Cancellation, Payment, Promotion
from refund_gui.errors import AnswerUnreadable, FieldMissing

Record = Mapping[str, Any]

_LARGEST_WHOLE: Final = 10**11
"""No count and no time (the year 5138) reaches it; a larger number is a mistake and counts as absent."""


def parse(body: bytes) -> Record:
    """The envelope `{code, message, response}`.

    Raises AnswerUnreadable unless it is JSON that names nothing twice and `code` is a whole number.
    """
    try:
        envelope = json.loads(
            body, parse_float=_exact, parse_constant=_no_constant, object_pairs_hook=_each_once
        )
    except (ValueError, RecursionError):
        # Without its cause: that one quotes the body.
        raise AnswerUnreadable("not JSON") from None
    code = envelope.get("code") if isinstance(envelope, dict) else None
    if not isinstance(code, int) or isinstance(code, bool):
        raise AnswerUnreadable("no code")
    return dict(envelope)


def message_of(envelope: Record) -> str:
    """Upstream's words, verbatim, "" when there are none."""
    return text(envelope, "message")


def record_of(envelope: Record) -> Record:
    """The envelope's `response` object. Raises FieldMissing."""
    response = envelope.get("response")
    if not isinstance(response, dict):
        raise FieldMissing("response")
    return response


def records_of(record: Record, name: str) -> list[object]:
    """A required list. Raises FieldMissing."""
    listed = record.get(name)
    if not isinstance(listed, list):
        raise FieldMissing(name)
    return listed


def payment_of(record: object, request_no: int) -> Payment:
    """A PaymentAnnotation. Raises FieldMissing naming the field; AnswerUnreadable for an inexact amount."""
    if not isinstance(record, dict):
        raise FieldMissing("response")
    currency = required_text(record, "currency")
    if not isinstance(record.get("merchant_uid"), str):
        raise FieldMissing("merchant_uid")
    return Payment(
        imp_uid=required_text(record, "imp_uid"),
        merchant_uid=text(record, "merchant_uid"),
        amount=_balance_part(record, "amount", currency),
        cancel_amount=_balance_part(record, "cancel_amount", currency),
        status=required_text(record, "status"),
        sandbox=_required_flag(record, "sandbox"),
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
        card_quota=whole(record, "card_quota"),
        card_type=whole(record, "card_type") if _is_whole(record.get("card_type")) else None,
        vbank_code=text(record, "vbank_code"),
        vbank_name=text(record, "vbank_name"),
        vbank_num=text(record, "vbank_num"),
        vbank_holder=text(record, "vbank_holder"),
        vbank_date=whole(record, "vbank_date"),
        goods=text(record, "name"),
        buyer_name=text(record, "buyer_name"),
        buyer_email=text(record, "buyer_email"),
        buyer_tel=text(record, "buyer_tel"),
        started_at=whole(record, "started_at"),
        paid_at=whole(record, "paid_at"),
        failed_at=whole(record, "failed_at"),
        cancelled_at=whole(record, "cancelled_at"),
        fail_reason=text(record, "fail_reason"),
        cancel_reason=text(record, "cancel_reason"),
        receipt_url=text(record, "receipt_url"),
        cash_receipt_issued=record.get("cash_receipt_issued") is True,
        promotion=_promotion(record, currency),
        cancellations=_cancellations(record, currency),
        request_no=request_no,
    )


def text(record: Record, name: str) -> str:
    """An optional text; whole numbers but 0 as their digits, "" for anything else.

    A surrogate without its other half (a text cut in the middle of an emoji) becomes "?": nothing stores it.
    """
    value = record.get(name)
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return str(value) if value and _is_whole(value) else ""


def required_text(record: Record, name: str) -> str:
    """A text that is there. Raises FieldMissing."""
    if not isinstance(record.get(name), str) or not record[name]:
        raise FieldMissing(name)
    return text(record, name)


def whole(record: Record, name: str) -> int:
    """An optional whole number: a time or a count; 0 for anything else."""
    value = record.get(name)
    return value if _is_whole(value) else 0


def required_whole(record: Record, name: str) -> int:
    """A whole number that is there. Raises FieldMissing."""
    if not _is_whole(record.get(name)):
        raise FieldMissing(name)
    return whole(record, name)


def _cancellations(record: Record, currency: str) -> tuple[Cancellation, ...]:
    """cancel_history; null and empty ones of any kind are none."""
    if not record.get("cancel_history"):
        return ()
    return tuple(_cancellation(entry, currency) for entry in records_of(record, "cancel_history"))


def _cancellation(entry: object, currency: str) -> Cancellation:
    """One entry. What tells entries apart and what was refunded must be there; old ones lack the id."""
    if not isinstance(entry, dict):
        raise FieldMissing("cancel_history")
    return Cancellation(
        cancellation_id=text(entry, "cancellation_id"),
        pg_tid=text(entry, "pg_tid"),
        amount=_money(entry, "amount", currency, "cancel_history.amount"),
        cancelled_at=required_whole(entry, "cancelled_at"),
        reason=text(entry, "reason"),
        receipt_url=text(entry, "receipt_url"),
    )


def _promotion(record: Record, currency: str) -> Promotion | None:
    """A promotion changes what may be refunded (protocol rule 12): one that cannot be read is an error."""
    promotion = record.get("promotion")
    if not promotion:
        return None
    if not isinstance(promotion, dict):
        raise FieldMissing("promotion")
    discount = _money(promotion, "discount", currency, "promotion.discount")
    return Promotion(text(promotion, "id"), discount)


def _balance_part(record: Record, name: str, currency: str) -> Money:
    money = _money(record, name, currency, name)
    if money.minor < 0:
        raise AnswerUnreadable(f"{name}: negative")
    return money


def _money(record: Record, name: str, currency: str, shown_name: str) -> Money:
    number = record.get(name)
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        raise FieldMissing(shown_name)
    try:
        return from_number(number, currency)
    except InexactAmount as error:
        raise AnswerUnreadable(f"{shown_name}: {error}") from error


def _required_flag(record: Record, name: str) -> bool:
    value = record.get(name)
    if not isinstance(value, bool):
        raise FieldMissing(name)
    return value


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LARGEST_WHOLE


def _exact(number: str) -> Decimal:
    """NaN, which is no amount, for an exponent beyond counting."""
    try:
        return Decimal(number)
    except InvalidOperation:
        return Decimal("NaN")


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Which of two values counts would be a guess."""
    record = dict(pairs)
    if len(record) < len(pairs):
        raise ValueError
    return record


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
