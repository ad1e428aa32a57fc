"""Bank codes: the KFTC list of GET /banks, and the form each PG wants in refund_bank (`api-v1 §5`)."""

BANKS = {
    "002": "KDB산업은행",
    "003": "IBK기업은행",
    "004": "KB국민은행",
    "007": "수협은행",
    "011": "NH농협은행",
    "012": "지역농축협",
    "020": "우리은행",
    "023": "SC제일은행",
    "027": "한국씨티은행",
    "031": "아이엠뱅크(대구)",
    "032": "부산은행",
    "034": "광주은행",
    "037": "전북은행",
    "039": "경남은행",
    "045": "새마을금고",
    "048": "신협",
    "071": "우체국",
    "081": "하나은행",
    "088": "신한은행",
    "089": "케이뱅크",
    "090": "카카오뱅크",
    "092": "토스뱅크",
}

_THREE_DIGITS = {
    "tosspayments",
    "danal",
    "danal_tpay",
    "nice",
    "nice_v2",
    "kicc",
    "smartro",
    "settle",
    "welcome",
}
_INICIS = {"html5_inicis", "inicis", "inicis_unified"}
_DAOU = {"03", "04", "05", "08", "09", "10", "11", "12", "15", "31"}


def known_bank(pg_provider: str, code: str) -> bool:
    """Whether this PG takes `code` as a bank; PGs without a published table take anything but a blank."""
    if pg_provider in _INICIS:
        return len(code) == 2 and "0" + code in BANKS
    if pg_provider == "kcp":
        return len(code) == 4 and code.startswith("BK") and "0" + code[2:] in BANKS
    if pg_provider in _THREE_DIGITS:
        return code in BANKS
    if pg_provider == "daou":
        return code in _DAOU
    return code != ""
