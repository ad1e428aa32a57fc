"""The reads: one payment, several, by order number, by status, and the banks (`api-v1 §3, §5`)."""

import re
from collections.abc import Sequence

from refund_gui.practice.banks import BANKS
from refund_gui.practice.records import Record
from refund_gui.practice.shop import SORTINGS, STATUSES, Shop
from refund_gui.practice.wire import Answer, Request, answer, fine

DAYS_90 = 90 * 24 * 3600
MOST_AT_ONCE = 100
MOST_IN_A_PAGE = 1000


class Bad(Exception):
    """A parameter that is answered with HTTP 400."""


def read(shop: Shop, request: Request, now: int, empty_page_refused: bool) -> Answer:
    """Answer a GET; anything unknown is a 404."""
    if request.method != "GET":
        return answer(405, -1, "Method Not Allowed")
    path = request.path
    try:
        if path in {"/payments", "/payments/"}:
            return _several(shop, request)
        if path.startswith("/payments/status/"):
            return _by_status(shop, request, now, empty_page_refused)
        if path.startswith("/payments/find/"):
            return _find(shop, request)
        if path.startswith("/payments/findAll/"):
            return _find_all(shop, request)
    except Bad as bad:
        return answer(400, -1, str(bad))
    if path in {"/banks", "/banks/"}:
        return fine([{"code": code, "name": name} for code, name in BANKS.items()])
    if path.startswith("/banks/"):
        return _bank(path.removeprefix("/banks/"))
    if re.fullmatch(r"/payments/[^/]+", path):
        return _one(shop, request)
    return answer(404, -1, "Not Found")


def _one(shop: Shop, request: Request) -> Answer:
    """Test payments hide from this endpoint alone, unless they are asked for."""
    record = shop.payment(request.path.removeprefix("/payments/"))
    with_sandbox = _last(request, "include_sandbox", "false").lower() in {"true", "1"}
    if record is None or (record.sandbox and not with_sandbox):
        return _no_payment()
    return fine(record.annotation())


def _several(shop: Shop, request: Request) -> Answer:
    """Up to 100 payments by imp_uid[] and merchant_uid[]; 207 when some are missing, 404 when all are."""
    imp_uids, merchant_uids = _listed(request, "imp_uid"), _listed(request, "merchant_uid")
    asked = len(imp_uids) + len(merchant_uids)
    if not 0 < asked <= MOST_AT_ONCE:
        raise Bad(f"imp_uid[], merchant_uid[]는 1개 이상 {MOST_AT_ONCE}개 이하여야 합니다.")
    found: dict[str, Record] = {}
    missing = 0
    for imp_uid in imp_uids:
        record = shop.payment(imp_uid)
        missing += record is None
        if record is not None:
            found[imp_uid] = record
    for merchant_uid in merchant_uids:
        attempts = shop.attempts(merchant_uid)
        missing += not attempts
        found.update({attempt.imp_uid: attempt for attempt in attempts[:1]})
    if not found:
        return _no_payment()
    return fine([record.annotation() for record in found.values()], 207 if missing else 200)


def _find(shop: Shop, request: Request) -> Answer:
    found = _attempts(shop, request, "/payments/find/")
    return fine(found[0].annotation()) if found else _no_payment()


def _find_all(shop: Shop, request: Request) -> Answer:
    found = _attempts(shop, request, "/payments/findAll/")
    return _page(request, found, empty_page_refused=True) if found else _no_payment()


def _by_status(shop: Shop, request: Request, now: int, empty_page_refused: bool) -> Answer:
    status = request.path.removeprefix("/payments/status/")
    if status not in STATUSES:
        raise Bad("올바르지 않은 payment_status입니다.")
    end = _whole(request, "to", now)
    start = _whole(request, "from", end - DAYS_90)
    if end - start > DAYS_90:
        raise Bad("조회 기간은 최대 90일입니다.")
    return _page(request, shop.window(status, start, end, _sorting(request)), empty_page_refused)


def _page(request: Request, found: Sequence[Record], empty_page_refused: bool) -> Answer:
    page, limit = _whole(request, "page", 1), _whole(request, "limit", 20)
    if page < 1 or not 1 <= limit <= MOST_IN_A_PAGE:
        raise Bad("page, limit 값이 올바르지 않습니다.")
    shown = found[(page - 1) * limit : page * limit]
    if not shown and (page > 1 or empty_page_refused):
        raise Bad("조회 가능한 page 범위를 초과하였습니다.")
    more = page * limit < len(found)
    return fine(
        {
            "total": len(found),
            "previous": page - 1,
            "next": page + 1 if more else 0,
            "list": [record.annotation() for record in shown],
        }
    )


def _attempts(shop: Shop, request: Request, prefix: str) -> list[Record]:
    """`{merchant_uid}` or `{merchant_uid}/{status}`; slashes within the number come decoded already."""
    rest = request.path.removeprefix(prefix)
    sorting = _sorting(request)
    whole = shop.attempts(rest, None, sorting)
    merchant_uid, _, status = rest.rpartition("/")
    if whole or not merchant_uid or status not in STATUSES:
        return whole
    return shop.attempts(merchant_uid, status, sorting)


def _bank(code: str) -> Answer:
    if code not in BANKS:
        return answer(404, -1, "코드에 해당되는 은행정보를 찾을 수 없습니다.")
    return fine({"code": code, "name": BANKS[code]})


def _no_payment() -> Answer:
    return answer(404, -1, "존재하지 않는 결제정보입니다.")


def _sorting(request: Request) -> str:
    sorting = _last(request, "sorting", "-started")
    if sorting.removeprefix("-") not in SORTINGS:
        raise Bad("sorting 값이 올바르지 않습니다.")
    return sorting


def _whole(request: Request, name: str, otherwise: int) -> int:
    text = _last(request, name, "")
    if not text:
        return otherwise
    if not re.fullmatch(r"[0-9]{1,12}", text):
        raise Bad(f"{name} 값이 올바르지 않습니다.")
    return int(text)


def _last(request: Request, name: str, otherwise: str) -> str:
    return request.query.get(name, [otherwise])[-1]


def _listed(request: Request, name: str) -> list[str]:
    """The values of `name[]`, also as `name[0]`; each once."""
    found = (values for key, values in request.query.items() if re.fullmatch(rf"{name}\[\d*\]", key))
    return list(dict.fromkeys(value for values in found for value in values))
