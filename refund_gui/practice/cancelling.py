"""What POST /payments/cancel allows, and the words in which it refuses (`api-v1 §2`).

Where the real text is not known (checksum, over-amount, missing account) the words are made up: no client may
match on them.
"""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from refund_gui.clock import in_korea
from refund_gui.practice.banks import known_bank
from refund_gui.practice.records import Record, Status
from refund_gui.practice.wire import Request

ALREADY_CANCELLED = "이미 전액취소된 주문입니다."
NO_PAYMENT = "취소할 결제건이 존재하지 않습니다."
PG_PREFIX = "결제취소에 실패하였습니다. "

_INICIS = {"html5_inicis", "inicis", "inicis_unified"}
_ACCOUNT_FOR_TRANSFERS = {"smartro_v2", "welcome"}
_TEL_FOR_VBANK = {"smartro", "smartro_v2", "welcome"}


class Refused(Exception):
    """HTTP 200 with this code and message; nothing was done."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def refused_by_shop(message: str) -> Refused:
    """PortOne itself refuses."""
    return Refused(1, message)


def refused_by_pg(text: str) -> Refused:
    """The PG refuses: PortOne passes its text on behind its own sentence."""
    return Refused(-1, PG_PREFIX + text)


@dataclass(frozen=True)
class Wanted:
    """A cancel that may be done: how much (> 0, within the balance) and the reason as it came."""

    amount: Decimal
    reason: str
    tax_free: Decimal | None = None
    vat_amount: Decimal | None = None
    escrow_confirmed: bool = False


def examine(record: Record, request: Request, now: int) -> Wanted:
    """Check a cancel of `record`; raises Refused."""
    _check_state(record)
    checksum = _number(request, "checksum", record)
    if checksum is not None and checksum != record.balance:
        raise refused_by_shop(
            f"취소 가능 금액이 일치하지 않습니다. (요청: {checksum:f}, 현재: {record.balance:f})"
        )
    asked = _number(request, "amount", record) or Decimal(0)
    amount = asked or record.balance
    if amount < 0:
        raise refused_by_shop("취소 요청 금액이 올바르지 않습니다.")
    if amount > record.balance:
        raise refused_by_shop(
            f"취소 요청 금액이 취소 가능 금액을 초과하였습니다. (취소 가능 금액: {record.balance:f})"
        )
    _check_naver(record, request)
    _check_account(record, request, now)
    _check_phone(record, request, amount, now)
    if not asked and record.cancels and (record.pg_provider == "kcp" or record.pg_provider in _INICIS):
        text = "[CCA9] 부분취소 거래, 전체취소 불가" if record.pg_provider == "kcp" else _NO_FULL_AFTER_PART
        raise refused_by_pg(text)
    if record.pg_refusal:
        raise refused_by_pg(record.pg_refusal)
    tax_free, vat_amount = _tax_parts(record, request, amount)
    confirmed = request.body.get("escrow_confirmed") is True
    return Wanted(amount, request.text("reason"), tax_free, vat_amount, confirmed)


_NO_FULL_AFTER_PART = "[500749|부분취소로 전체금액 취소는 불가능합니다.]"


def _check_state(record: Record) -> None:
    if record.status is Status.READY and record.pay_method == "vbank":
        raise refused_by_pg("요청하신 건에 대해 입금된 내역이 없습니다")
    if record.status in {Status.READY, Status.FAILED}:
        raise refused_by_shop("결제완료 상태가 아닌 주문은 취소할 수 없습니다.")
    if record.balance == 0:
        raise refused_by_shop(ALREADY_CANCELLED)


def _check_naver(record: Record, request: Request) -> None:
    if record.pg_provider == "naverco":
        raise refused_by_shop("네이버페이 주문형 결제는 전용 취소 API를 이용해야 합니다.")
    if record.pg_provider != "naverpay":
        return
    extra = request.body.get("extra")
    requester = extra.get("requester") if isinstance(extra, dict) else None
    if not request.text("reason"):
        raise refused_by_pg("취소 사유(reason)는 필수입니다.")
    if requester not in {"customer", "admin"}:
        raise refused_by_pg("취소 요청자(extra.requester)는 필수입니다.")


def _check_account(record: Record, request: Request, now: int) -> None:
    """Virtual accounts, some transfers and KCP phone payments of an earlier month go to a bank account."""
    pg = record.pg_provider
    is_vbank = record.pay_method == "vbank"
    if is_vbank and pg in {"danal", "danal_tpay"}:
        raise refused_by_pg("가상계좌 환불을 지원하지 않는 PG사입니다.")
    by_transfer = record.pay_method == "trans" and pg in _ACCOUNT_FOR_TRANSFERS
    by_phone = record.pay_method == "phone" and pg == "kcp" and not _same_month(record.paid_at, now)
    if not (is_vbank or by_transfer or by_phone):
        return
    account = request.text("refund_account")
    if not (request.text("refund_holder") and request.text("refund_bank") and account):
        raise refused_by_shop("환불 계좌 정보(refund_holder, refund_bank, refund_account)가 누락되었습니다.")
    if not known_bank(pg, request.text("refund_bank")):
        raise refused_by_pg("환불 은행코드가 올바르지 않습니다.")
    if not re.fullmatch(r"[0-9-]{5,32}", account):
        raise refused_by_pg("환불 계좌번호가 올바르지 않습니다.")
    if pg in _TEL_FOR_VBANK and not request.text("refund_tel"):
        raise refused_by_pg("환불 예금주 연락처(refund_tel)가 누락되었습니다.")


def _check_phone(record: Record, request: Request, amount: Decimal, now: int) -> None:
    """Phone payments: in this Korean calendar month and in full; Inicis can do a part, KCP a later month."""
    if record.pay_method != "phone":
        return
    this_month = _same_month(record.paid_at, now)
    if not this_month and record.pg_provider != "kcp":
        raise refused_by_pg("[0041] 취소기간경과")
    if this_month and record.pg_provider == "kcp" and request.text("refund_account"):
        raise refused_by_pg("[8345] 당월 환불 불가 - 일반 취소로 진행 요망")
    if amount != record.amount and record.pg_provider not in _INICIS:
        raise refused_by_pg("휴대폰 소액결제는 부분취소가 불가능합니다.")


def _tax_parts(record: Record, request: Request, amount: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """`tax_free` and `vat_amount`: neither is negative, and together they are no more than the amount."""
    tax_free, vat_amount = (_number(request, name, record) for name in ("tax_free", "vat_amount"))
    if (tax_free or 0) < 0 or (vat_amount or 0) < 0 or (tax_free or 0) + (vat_amount or 0) > amount:
        raise refused_by_pg("면세 금액 또는 부가세가 취소 금액과 맞지 않습니다.")
    return tax_free, vat_amount


def _same_month(paid_at: int, now: int) -> bool:
    paid, today = in_korea(paid_at), in_korea(now)
    return (paid.year, paid.month) == (today.year, today.month)


def _number(request: Request, name: str, record: Record) -> Decimal | None:
    """A money field, exact in the payment's currency; None when it is missing, null or blank."""
    if not request.text(name):
        return None
    try:
        number = Decimal(request.text(name))
        if number.is_finite() and number == round(number, record.decimals):
            return number
    except InvalidOperation:
        pass
    raise refused_by_shop(f"{name} 값이 올바르지 않습니다.")
