"""Whom to call at a PG (PortOne's help centre, information-pg.md: the list that api-v1 §2.6 names)."""

from dataclasses import dataclass
from typing import Final

_FAMILIES: Final = {
    "inicis": ("html5_inicis", "inicis", "inicis_unified"),
    "kcp": ("kcp", "kcp_billing", "kcp_quick"),
    "toss": ("tosspayments", "uplus"),
    "nice": ("nice", "nice_v2"),
    "danal": ("danal", "danal_tpay"),
    "hecto": ("settle", "settle_acc"),
    "smartro": ("smartro", "smartro_v2"),
    "naver": ("naverpay", "naverco"),
    "tosspay": ("tosspay", "tosspay_v2", "toss_brandpay"),
}
_FAMILY_OF: Final = {code: family for family, codes in _FAMILIES.items() for code in codes}


@dataclass(frozen=True, slots=True)
class PgContact:
    """The service desk for shops. `phone` or `mail` is "" where the list has none."""

    name_ko: str
    phone: str
    mail: str = ""


_CONTACTS: Final = {
    "inicis": PgContact("KG이니시스", "1588-4954"),
    "kcp": PgContact("NHN KCP", "1544-8667", "help@kcp.co.kr"),
    "toss": PgContact("토스페이먼츠", "1544-7772", "support@tosspayments.com"),
    "danal": PgContact("다날", "1566-3355"),
    "hecto": PgContact("헥토파이낸셜", "1600-5130"),
    "smartro": PgContact("스마트로", "1666-9114"),
    "naver": PgContact("네이버페이", "1588-3819"),
    "tosspay": PgContact("토스페이", "1599-4905", "support-pay@toss.im"),
    "kicc": PgContact("KICC 이지페이", "1600-1234"),
    "ksnet": PgContact("KSNET", "1544-6030"),
    "daou": PgContact("키움페이", "1588-5984", "help@kiwoompay.co.kr"),
    "mobilians": PgContact("KG파이낸셜", "1800-0678", "mobilpay@kggroup.co.kr"),
    "welcome": PgContact("웰컴페이먼츠", "02-838-2001", "master@welcomepayments.co.kr"),
    "kakaopay": PgContact("카카오페이", "1644-7108", "pg@kakaopaycorp.com"),
    "payco": PgContact("페이코", "1544-8665", "help-partner@payco.com"),
    "smilepay": PgContact("스마일페이", "1644-8455", "cnspay@lgcns.com"),
    "eximbay": PgContact("엑심베이", "", "onlinesupport@eximbay.com"),
    "paymentwall": PgContact("페이먼트월", "", "support@paymentwall.com"),
}
"""By family. NICE is missing: the list names only its department for new contracts."""


def pg_family(pg_provider: str) -> str:
    """One name for all codes of one PG; a code without relatives is its own."""
    return _FAMILY_OF.get(pg_provider, pg_provider)


def known_pgs() -> tuple[str, ...]:
    """A code of each PG that has a contact, in the list's order."""
    return tuple(_FAMILIES.get(family, (family,))[0] for family in _CONTACTS)


def contact(pg_provider: str) -> PgContact | None:
    """Whom to call; None where the documents name nobody."""
    return _CONTACTS.get(pg_family(pg_provider))
