"""What upstream's words of refusal mean (api-v1 §2.6, §2.7). Words only: they never move a refund.

A verdict is made in `verdict` alone; here a text is recognised so that a person can be told what to do.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from refund_gui.domain.pg_contacts import pg_family
from refund_gui.domain.verdict import speaks_of_doubt


class FailureKind(StrEnum):
    """Why the PG or PortOne refused."""

    ALREADY_CANCELLED = "already_cancelled"
    UNDER_WAY = "under_way"
    NOT_FOUND = "not_found"
    TOO_MUCH = "too_much"
    PART_NOT_ALLOWED = "part_not_allowed"
    PARTS_USED_UP = "parts_used_up"
    WHOLE_NOT_ALLOWED = "whole_not_allowed"  # after a first part
    VBANK_CONTRACT = "vbank_contract"
    NOTHING_DEPOSITED = "nothing_deposited"
    ESCROW = "escrow"
    PHONE_MONTH_OVER = "phone_month_over"
    PHONE_SAME_MONTH = "phone_same_month"  # KCP: to a bank account only in a later month
    PHONE_CARRIER = "phone_carrier"  # the carrier does not take it
    PHONE_LINE = "phone_line"  # the line to the carrier broke
    NOT_ENOUGH_MONEY = "not_enough_money"  # unsettled, to take the refund from
    SHOP_SETUP = "shop_setup"
    TIMED_OUT = "timed_out"  # Toss: a payment that timed out, from the next day on
    MAINTENANCE = "maintenance"
    TRANSPORT = "transport"
    UNKNOWN = "unknown"


class Again(StrEnum):
    """Whether a new try is safe, and of use."""

    AFTER_CHANGE = "after_change"  # safe, and of use once what stands in the way is gone
    NO_USE = "no_use"  # safe, and refused again
    LOOK_FIRST = "look_first"  # the money may be back already, or on its way
    AS_RECORDED = "as_recorded"  # safe as far as PortOne's record can tell


@dataclass(frozen=True, slots=True)
class Sign:
    """What tells a kind. `family`: only from this PG ("" any). A blank in `words` may be missing."""

    kind: FailureKind
    source: str
    family: str = ""
    codes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def may_come_from(self, pg_provider: str) -> bool:
        """`pg_provider` "" when the payment was not read: then from anywhere."""
        return not pg_provider or self.family in ("", pg_family(pg_provider))


_K: Final = FailureKind
SIGNS: Final = (
    Sign(_K.UNDER_WAY, "KCP sheet", "kcp", ("8388",), ("취소 진행 중",)),
    Sign(_K.ALREADY_CANCELLED, "seen (PortOne)", words=("이미 전액 취소", "이미 취소", "already cancel")),
    Sign(_K.ALREADY_CANCELLED, "seen; Inicis sheet", "inicis", ("500626", "120025")),
    Sign(_K.ALREADY_CANCELLED, "KCP sheet", "kcp", ("8133", "8337", "8340")),
    Sign(_K.ALREADY_CANCELLED, "Toss sheet", "toss", ("c0d3", "rf15", "rf23")),
    Sign(_K.ALREADY_CANCELLED, "Kakao sheet", "kakaopay", ("-784", "-785")),
    Sign(_K.ALREADY_CANCELLED, "Danal sheet", "danal", ("35", "40", "97", "507")),
    Sign(_K.ALREADY_CANCELLED, "KG Financial sheet", "mobilians", ("0044",)),
    Sign(
        _K.ALREADY_CANCELLED, "PGs' sheets; seen (NICE)", words=("(?<![가-힣])기 취소", "(?<![가-힣])기 환불")
    ),
    Sign(_K.NOT_FOUND, "PortOne's client tests", words=("결제건이 존재하지 않", "존재하지 않는 결제정보")),
    Sign(_K.TOO_MUCH, "java client issue 20", "kakaopay", ("-710",)),
    Sign(_K.TOO_MUCH, "java client issue 20", words=("bigger than cancell?able amount",)),
    Sign(_K.TOO_MUCH, "KCP sheet", "kcp", ("8036", "8037"), ("취소 가능 금액 초과", "남은 금액 불일치")),
    Sign(_K.TOO_MUCH, "Toss sheet", "toss", ("c112",), ("남은 잔액 불일치",)),
    Sign(_K.ESCROW, "Inicis sheet", "inicis", ("504747",)),
    Sign(_K.ESCROW, "Toss sheet", "toss", ("es12",)),
    Sign(_K.ESCROW, "Toss sheet", words=("에스크로",)),
    Sign(_K.PARTS_USED_UP, "Inicis sheet", "inicis", ("500705",)),
    Sign(_K.PARTS_USED_UP, "KCP sheet", "kcp", ("8386",)),
    Sign(_K.PARTS_USED_UP, "PGs' sheets", words=("취소 횟수 초과",)),
    Sign(_K.WHOLE_NOT_ALLOWED, "Inicis sheet", "inicis", ("500749",), ("전체 금액 취소는 불가",)),
    Sign(_K.WHOLE_NOT_ALLOWED, "KCP sheet", "kcp", ("cca9",), ("전체 취소 불가",)),
    Sign(_K.PART_NOT_ALLOWED, "Inicis sheet", "inicis", ("500412", "500503"), ("부분 취소 제한",)),
    Sign(_K.PART_NOT_ALLOWED, "KCP sheet", "kcp", ("8392",)),
    Sign(_K.PART_NOT_ALLOWED, "Toss sheet", "toss", ("c054", "c103")),
    Sign(_K.PART_NOT_ALLOWED, "PGs' sheets; seen (NICE)", words=("부분 취소(?:가|는)? 불가",)),
    Sign(_K.VBANK_CONTRACT, "KCP sheet", "kcp", ("8327", "8328"), ("환불 불가 사이트",)),
    Sign(_K.VBANK_CONTRACT, "Inicis sheet", "inicis", ("504425",), ("펌뱅킹 환불 기준 정보",)),
    Sign(_K.NOTHING_DEPOSITED, "help: vbank-test-guide", words=("입금된 내역이 없",)),
    Sign(_K.PHONE_LINE, "KG Financial sheet", "mobilians", ("0098",), ("통신사 통신 오류",)),
    Sign(_K.PHONE_CARRIER, "KG Financial sheet", "mobilians", ("0030", "0045"), ("선결제",)),
    Sign(_K.PHONE_MONTH_OVER, "KG Financial sheet", "mobilians", ("0041", "0042")),
    Sign(_K.PHONE_MONTH_OVER, "KG Financial sheet", words=("취소 기간 경과",)),
    Sign(_K.PHONE_SAME_MONTH, "KCP sheet", "kcp", ("8345",), ("당월 환불 불가",)),
    Sign(_K.NOT_ENOUGH_MONEY, "help: kcp-insufficient-funds", "kcp", ("8178",)),
    Sign(_K.NOT_ENOUGH_MONEY, "Inicis sheet", "inicis", ("500906",), ("취소 한도 초과",)),
    Sign(_K.NOT_ENOUGH_MONEY, "help: danal-insufficient-funds", "danal", ("45",), ("취소 불가 상태입니다",)),
    Sign(_K.NOT_ENOUGH_MONEY, "help: kiwoompay-insufficient-funds", "daou", ("9029",)),
    Sign(_K.NOT_ENOUGH_MONEY, "Toss sheet", "toss", ("rf03", "rf08", "rf12")),
    Sign(
        _K.NOT_ENOUGH_MONEY,
        "help: insufficient-funds",
        words=("정산 금액 부족", "미정산 금액보다 큽", "상점의 취소 가능 금액이 부족"),
    ),
    Sign(_K.SHOP_SETUP, "Inicis sheet", "inicis", ("tx9301",), ("상점 개인키",)),
    Sign(_K.TIMED_OUT, "Toss sheet", "toss", ("rf11",), ("타임 아웃 건은 다음 날",)),
    Sign(_K.MAINTENANCE, "help (NaverPay)", words=("maintenance ?ongoing", "시스템 점검 중")),
    Sign(_K.TRANSPORT, "KCP sheet", "kcp", ("8325",)),
)
"""The first that fits counts; a code counts before words."""

_AGAIN: Final = {
    **dict.fromkeys(
        (
            _K.ALREADY_CANCELLED,
            _K.UNDER_WAY,
            _K.TOO_MUCH,
            _K.PHONE_LINE,
            _K.TIMED_OUT,
            _K.MAINTENANCE,
            _K.TRANSPORT,
        ),
        Again.LOOK_FIRST,
    ),
    **dict.fromkeys(
        (_K.PARTS_USED_UP, _K.NOTHING_DEPOSITED, _K.PHONE_MONTH_OVER, _K.PHONE_CARRIER), Again.NO_USE
    ),
    _K.UNKNOWN: Again.AS_RECORDED,
}

_CODE: Final = re.compile(
    r"(?:\[ ?|^ ?|실패하였습니다\. ?)([0-9]{2,6})(?= ?[\]|:]|$)"
    r"|(?:\[ ?|^ ?|실패하였습니다\. ?)([0-9]{4,6})(?= (?!원))"
    r"|(?<![\w-])(-[0-9]{3})(?!\w)"
    r"|(?<![a-z0-9_-])([a-z]{1,3}[0-9][0-9a-z]{0,5})(?![a-z0-9_-])"
)
"""A number is a code only where codes stand: in brackets or first. An amount of 8,178 is none."""


def failure_kind(message: str, pg_provider: str = "") -> FailureKind:
    """The kind of this refusal, in the words of this PG ("" when it is not known). Never raises."""
    text = _folded(message)
    signs = [sign for sign in SIGNS if sign.may_come_from(pg_provider)]
    for code in _codes(text):
        for sign in signs:
            if code in sign.codes:
                return sign.kind
    for sign in signs:
        if any(re.search(words.replace(" ", " ?"), text) for words in sign.words):
            return sign.kind
    return FailureKind.TRANSPORT if speaks_of_doubt(message) else FailureKind.UNKNOWN


def try_again(kind: FailureKind, message: str) -> Again:
    """Whether a new try is safe after a refusal of this kind; words of doubt make it look first (rule 8)."""
    return Again.LOOK_FIRST if speaks_of_doubt(message) else _AGAIN.get(kind, Again.AFTER_CHANGE)


def _codes(text: str) -> tuple[str, ...]:
    """What stands in the folded text where codes stand, in its order."""
    return tuple(next(filter(None, found.groups())) for found in _CODE.finditer(text))


def _folded(message: str) -> str:
    """One form for what looks the same: width, case, blanks, and the minus sign."""
    text = unicodedata.normalize("NFKC", message).casefold().replace("\N{MINUS SIGN}", "-")
    return " ".join(text.split())
