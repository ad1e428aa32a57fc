"""i'mport REST API V1 as a Gateway (api-v1)."""

import json
from collections.abc import Callable
from threading import Lock
from urllib.parse import quote

import httpx

from refund_gui.clock import Clock
from refund_gui.credentials import ApiKeys
from refund_gui.domain.answer import Answer, Done, Lost, Refused, Unauthorized, Unsent
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Refund, RefundAccount, RefundAttempt
from refund_gui.errors import (
    AnswerUnreadable,
    FieldMissing,
    KeysMissing,
    KeysRefused,
    PaymentNotFound,
    ReadRefused,
    UpstreamError,
)
from refund_gui.portone.body import cancel_body
from refund_gui.portone.exchange import UNSENT, Reply, Timeouts, as_upstream_error, exchange
from refund_gui.portone.gateway import BadRecord, BankName, Page, PreparedCancel
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.tokens import Token, token_for
from refund_gui.portone.wire import Record, message_of, parse, payment_of, record_of, text

Query = dict[str, str | int | list[str]]


class PortOneV1:
    """The V1 client. `transport` makes a new transport; every POST of a refund gets its own (rule 5)."""

    def __init__(
        self,
        origin: str,
        transport: Callable[[], httpx.BaseTransport],
        clock: Clock,
        numbers: RequestNumbers,
        keys: ApiKeys | None,
        enable_webhook: Callable[[], bool] = lambda: False,
        timeouts: Timeouts | None = None,
        page_size: int = 500,
    ) -> None:
        self._origin = origin
        self._transport = transport
        self._clock = clock
        self._numbers = numbers
        self._keys = keys
        self._enable_webhook = enable_webhook
        self._timeouts = timeouts or Timeouts()
        self._page_size = page_size
        self._token: Token | None = None
        self._token_lock = Lock()
        self._reader = self._client()

    def use_keys(self, keys: ApiKeys) -> None:
        """Go on with these keys; the token of the ones before is dropped."""
        with self._token_lock:
            self._keys = keys
            self._token = None

    def check_keys(self) -> None:
        with self._token_lock:
            self._token = self._fetch_token()

    def prepare(self, refund: Refund, payment: Payment, account: RefundAccount | None) -> PreparedCancel:
        body = cancel_body(refund, payment, account, self._enable_webhook())
        amount = None if refund.is_whole else refund.amount
        return PreparedCancel(refund.refund_id, refund.checksum, amount, body, self._live_token())

    def send(self, cancel: PreparedCancel, attempt: RefundAttempt) -> Answer:
        committed = (attempt.refund_id, attempt.checksum, attempt.amount, attempt.outcome)
        if committed != (cancel.refund_id, cancel.checksum, cancel.amount, None):
            raise ValueError("the attempt is not this cancel's, or it has ended")
        number = self._numbers.take()
        try:
            with self._client() as client:
                request = client.build_request(
                    "POST",
                    "/payments/cancel",
                    content=cancel.body,
                    headers={"Content-Type": "application/json", "Authorization": f"Bearer {cancel.token}"},
                )
                reply = exchange(client, request, self._timeouts)
        except UNSENT as error:
            return Unsent(type(error).__name__)
        except Exception as error:  # noqa: BLE001 - after a send, every failure means "not known"
            return Lost(type(error).__name__)
        answer = _answer(reply, number)
        if isinstance(answer, Unauthorized):
            self._drop_token(cancel.token)
        return answer

    def payment(self, imp_uid: str) -> Payment:
        number = self._numbers.take()
        path = f"/payments/{quote(imp_uid, safe='')}"
        status, answer = self._get(path, {"include_sandbox": "true"})
        return _one_payment(status, answer, imp_uid, number)

    def payments(self, imp_uids: tuple[str, ...]) -> tuple[Payment, ...]:
        number = self._numbers.take()
        status, answer = self._get("/payments", {"imp_uid[]": list(imp_uids)})
        if status == 404:
            return ()
        found = _fine(status, answer, also=207).get("response")
        return tuple(payment_of(record, number) for record in found or ())

    def find(self, merchant_uid: str) -> Payment:
        number = self._numbers.take()
        path = f"/payments/find/{quote(merchant_uid, safe='')}"
        status, answer = self._get(path, {"sorting": "-started"})
        return _one_payment(status, answer, merchant_uid, number)

    def page(self, since: int, until: int, page: int, status: str = "all") -> Page:
        number = self._numbers.take()
        query: Query = {
            "page": page,
            "limit": self._page_size,
            "from": since,
            "to": until,
            "sorting": "started",
        }
        http_status, answer = self._get(f"/payments/status/{status}", query)
        if http_status == 400:
            return Page((), 0, 0)  # beyond the data, perhaps page 1 of an empty window too (api-v1 §3)
        return _page(record_of(_fine(http_status, answer)), number)

    def banks(self) -> tuple[BankName, ...]:
        listed = _fine(*self._get("/banks", {})).get("response")
        return tuple(BankName(text(bank, "code"), text(bank, "name")) for bank in listed or ())

    def close(self) -> None:
        self._reader.close()

    def _client(self) -> httpx.Client:
        return httpx.Client(
            base_url=self._origin, transport=self._transport(), follow_redirects=False, trust_env=False
        )

    def _get(self, path: str, query: Query) -> tuple[int, Record]:
        """HTTP status and envelope of a read; after a 401 once more with a new token."""
        token = self._live_token()
        reply = self._read(path, query, token)
        if reply.status == 401:
            self._drop_token(token)
            reply = self._read(path, query, self._live_token())
            if reply.status == 401:
                raise KeysRefused(message_of(parse(reply.body)))
        try:
            return reply.status, parse(reply.body)
        except AnswerUnreadable:
            if reply.status != 200:
                raise ReadRefused(reply.status, None, "") from None
            raise

    def _read(self, path: str, query: Query, token: str) -> Reply:
        request = self._reader.build_request(
            "GET", path, params=query, headers={"Authorization": f"Bearer {token}"}
        )
        return self._exchange(request)

    def _exchange(self, request: httpx.Request) -> Reply:
        try:
            return exchange(self._reader, request, self._timeouts)
        except httpx.HTTPError as error:
            raise as_upstream_error(error) from error

    def _live_token(self) -> str:
        with self._token_lock:
            if self._token is None or not self._token.is_alive(self._clock):
                self._token = self._fetch_token()
            return self._token.text

    def _drop_token(self, used: str) -> None:
        with self._token_lock:
            if self._token is not None and self._token.text == used:
                self._token = None

    def _fetch_token(self) -> Token:
        if self._keys is None:
            raise KeysMissing
        keys = json.dumps({"imp_key": self._keys.key, "imp_secret": self._keys.secret})
        request = self._reader.build_request(
            "POST", "/users/getToken", content=keys, headers={"Content-Type": "application/json"}
        )
        reply = self._exchange(request)
        try:
            answer = parse(reply.body)
        except AnswerUnreadable:
            if reply.status != 200:
                raise ReadRefused(reply.status, None, "") from None
            raise
        if reply.status == 401:
            raise KeysRefused(message_of(answer))
        issued = record_of(_fine(reply.status, answer))
        if not text(issued, "access_token"):
            raise FieldMissing("access_token")
        times = issued.get("expired_at"), issued.get("now")
        if not isinstance(times[0], int) or not isinstance(times[1], int):
            raise FieldMissing("expired_at")
        return token_for(text(issued, "access_token"), times[0], times[1], self._clock)


def _answer(reply: Reply, number: int) -> Answer:
    """What one reply to a cancel is (rules 5, 7, 8, 9). Anything unclear is Lost."""
    try:
        answer = parse(reply.body)
    except AnswerUnreadable as error:
        return Lost(error.detail, reply.status)
    if reply.status == 401:
        return Unauthorized(message_of(answer))
    if reply.status != 200:
        return Lost(message_of(answer), reply.status)
    if answer["code"] != 0:
        return Refused(answer["code"], message_of(answer))
    try:
        return Done(payment_of(answer.get("response"), number))
    except UpstreamError as error:
        return Lost(f"{type(error).__name__}: {error}", reply.status)


def _fine(status: int, answer: Record, also: int = 200) -> Record:
    if status not in {200, also} or answer["code"] != 0:
        raise ReadRefused(status, answer["code"], message_of(answer))
    return answer


def _one_payment(status: int, answer: Record, asked: str, number: int) -> Payment:
    if status == 404:
        raise PaymentNotFound(asked, message_of(answer))
    return payment_of(_fine(status, answer).get("response"), number)


def _page(listed: Record, number: int) -> Page:
    payments, set_aside = [], []
    for record in listed.get("list") or ():
        try:
            payments.append(payment_of(record, number))
        except UpstreamError as error:
            imp_uid = text(record, "imp_uid") if isinstance(record, dict) else ""
            set_aside.append(BadRecord(imp_uid, f"{type(error).__name__}: {error}"))
    total, following = listed.get("total"), listed.get("next")
    return Page(
        tuple(payments),
        total if isinstance(total, int) else len(payments),
        following if isinstance(following, int) else 0,
        tuple(set_aside),
    )
