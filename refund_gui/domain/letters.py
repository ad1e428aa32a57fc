"""Texts to send to PortOne and to a PG: in Korean, as their desks are, whatever the window speaks.

They hold no account, no card number, no key and no buyer.
"""

from typing import Final

from refund_gui.clock import in_korea
from refund_gui.domain.arrival import refunded_at
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Payment
from refund_gui.domain.pg_contacts import contact
from refund_gui.domain.refund import Refund

PORTONE: Final = "cs@portone.io"


def status_mail(refund: Refund, payment: Payment | None, shop: str, webhook: bool | None) -> str:
    """To PortOne, once the PG has refunded it by itself: its record is put right (api-v1 §2.6).

    `webhook`: whether PortOne shall tell the shop's own server; None: the person chooses. When the PG did it
    is for the person to fill in.
    """
    lines = [
        f"받는 사람: {PORTONE}",
        f"제목: [결제 상태 변경 요청] {refund.imp_uid}",
        "",
        "안녕하세요." + (f" {shop}입니다." if shop else ""),
        "아래 결제를 PG사에서 직접 취소(환불) 처리하였습니다. 포트원의 결제 상태를 취소로 변경해 주세요.",
        "",
        _line("imp_uid", refund.imp_uid),
        *_of_payment(payment),
        _line("취소 금액", _amount(refund.amount)),
        _line("취소 일시", "(PG사에서 취소된 일시를 적어 주세요)"),
        _line("취소 사유", refund.reason),
        _line("웹훅 발송 여부", "예 / 아니요" if webhook is None else "예" if webhook else "아니요"),
        _line("API 취소 시도", f"{_moment(refund.created_at)} 거절됨 (관리번호 {refund.tag})"),
    ]
    return _joined(lines)


def undo_letter(refund: Refund, payment: Payment, shop: str) -> str:
    """To the PG, on the same day: take the mistaken refund back (api-v1 §2.5)."""
    made = refunded_at(refund, payment)
    lines = [
        "[취소 원복 요청]",
        "안녕하세요." + (f" {shop}입니다." if shop else ""),
        "아래 거래를 착오로 취소(환불)하였습니다. 당일 원복 처리를 요청드립니다.",
        "",
        *_of_payment(payment),
        _line("카드사", payment.card_name),
        _line("승인번호", payment.apply_num),
        _line("취소 일시", _moment(made)),
        _line("취소 금액", _amount(refund.amount)),
        _line("포트원 취소 ID", refund.cancellation_id),
        _line("포트원 imp_uid", refund.imp_uid),
        _line("요청 사유", "착오 취소"),
    ]
    return _joined(lines)


def _of_payment(payment: Payment | None) -> list[str | None]:
    if payment is None:
        return []
    whom = contact(payment.pg_provider)
    return [
        _line("주문번호", payment.merchant_uid),
        _line("PG사", whom.name_ko if whom else payment.pg_provider),
        _line("상점 ID(MID)", payment.pg_id),
        _line("PG 거래번호", payment.pg_tid),
        _line("결제 일시", _moment(payment.paid_at)),
        _line("결제 금액", _amount(payment.amount)),
    ]


def _amount(amount: Money) -> str:
    unit = "원" if amount.currency == "KRW" else f" {amount.currency}"
    return f"{amount.as_decimal():,f}{unit}"


def _moment(unix_seconds: int) -> str:
    return f"{in_korea(unix_seconds):%Y-%m-%d %H:%M}" if unix_seconds else ""


def _line(name: str, value: str) -> str | None:
    """One fact, or none where there is no value."""
    return f"- {name}: {value}" if value else None


def _joined(lines: list[str | None]) -> str:
    return "\n".join(line for line in lines if line is not None)
