"""Banks by name, and the code that each PG expects as `refund_bank` (api-v1 §5)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank with its three-digit KFTC code."""

    code: str
    korean: str
    english: str


BANKS: Final = (
    Bank("004", "KB국민은행", "KB Kookmin"),
    Bank("088", "신한은행", "Shinhan"),
    Bank("020", "우리은행", "Woori"),
    Bank("081", "하나은행(외환)", "KEB Hana"),
    Bank("011", "농협은행", "NH NongHyup"),
    Bank("003", "기업은행", "IBK"),
    Bank("090", "카카오뱅크", "KakaoBank"),
    Bank("092", "토스뱅크", "Toss Bank"),
    Bank("089", "케이뱅크", "K bank"),
    Bank("045", "새마을금고", "MG Community Credit"),
    Bank("048", "신협", "Shinhyup"),
    Bank("071", "우체국", "Korea Post"),
    Bank("023", "SC제일은행", "SC First"),
    Bank("027", "한국씨티은행", "Citibank Korea"),
    Bank("031", "iM뱅크(대구은행)", "iM Bank (Daegu)"),
    Bank("032", "부산은행", "BNK Busan"),
    Bank("034", "광주은행", "Kwangju"),
    Bank("037", "전북은행", "Jeonbuk"),
    Bank("039", "경남은행", "BNK Kyongnam"),
    Bank("007", "수협은행", "Suhyup"),
    Bank("012", "지역 농·축협", "Regional NongHyup"),
    Bank("002", "산업은행", "KDB"),
)
"""The most used first."""


class BankCodes(StrEnum):
    """The form of a PG's bank codes."""

    KFTC = "kftc"  # three digits: 088
    LAST_TWO = "last_two"  # Inicis: 88
    KCP = "kcp"  # BK88
    DAOU = "daou"  # two digits of Kiwoom's own, which collide with Inicis's
    TYPED = "typed"  # no table known here: the person types the PG's own code


_FORMS: Final = {
    **dict.fromkeys(("html5_inicis", "inicis", "inicis_unified"), BankCodes.LAST_TWO),
    **dict.fromkeys(("kcp", "kcp_billing"), BankCodes.KCP),
    **dict.fromkeys(("tosspayments", "danal", "nice", "kicc", "smartro", "settle"), BankCodes.KFTC),
    **dict.fromkeys(("nice_v2", "welcome"), BankCodes.KFTC),
    "daou": BankCodes.DAOU,
}

_DAOU: Final = {
    "003": "03",
    "004": "04",
    "011": "08",
    "020": "09",
    "088": "10",
    "023": "11",
    "081": "12",
    "032": "15",
    "071": "31",
}
"""Its list also has 05, the Korea Exchange Bank: that has been Hana since 2015, and so are its accounts."""

_OFFERED: Final = {
    "daou": frozenset(_DAOU),
    "nice_v2": frozenset(
        {"003", "004", "011", "020", "023", "031", "032", "034", "071", "081", "088", "089"}
    ),
    "welcome": frozenset(
        {"003", "004", "007", "020", "031", "032", "034", "037", "039", "081", "088", "089"}
    ),
}
"""PGs that pay into accounts at these banks only."""


def bank_codes(pg_provider: str) -> BankCodes:
    """How this PG writes a bank."""
    return _FORMS.get(pg_provider, BankCodes.TYPED)


def banks_of(pg_provider: str) -> tuple[Bank, ...]:
    """The banks in this PG's table; all of them where it has the usual ones, or none is known."""
    offered = _OFFERED.get(pg_provider)
    return BANKS if offered is None else tuple(bank for bank in BANKS if bank.code in offered)


def code_for(bank: Bank, pg_provider: str) -> str | None:
    """The PG's own code of a bank of its table, or None where the person must type it."""
    match bank_codes(pg_provider):
        case BankCodes.KFTC:
            return bank.code
        case BankCodes.LAST_TWO:
            return bank.code[1:]
        case BankCodes.KCP:
            return f"BK{bank.code[1:]}"
        case BankCodes.DAOU:
            return _DAOU[bank.code]
    return None
