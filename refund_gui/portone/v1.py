"""i'mport REST API V1 as a Gateway (api-v1)."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from refund_gui.clock import Clock
from refund_gui.credentials import ApiKeys
from refund_gui.domain.answer import Answer, Lost, Unauthorized, Unsent
from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Refund, RefundAccount, RefundAttempt
from refund_gui.errors import AnswerUnreadable
from refund_gui.portone.body import cancel_body
from refund_gui.portone.call import Call, Query, Reply, Timeouts
from refund_gui.portone.gateway import BankName, Page, PreparedCancel
from refund_gui.portone.numbers import RequestNumbers
from refund_gui.portone.replies import (
    answer_of,
    banks_in,
    is_unauthorized,
    page_in,
    payment_in,
    payments_in,
    token_in,
)
from refund_gui.portone.tokens import Issued, Tokens

if TYPE_CHECKING:
    import httpx

    from refund_gui.portone.line import Line

WINDOW: Final = 90 * 86_400
"""Seconds that one window may span (api-v1 §3)."""

STATUSES: Final = frozenset({"all", "ready", "paid", "cancelled", "failed"})


class PortOneV1:
    """The V1 client. Each request has a transport, and so a connection, of its own (protocol rule 5).

    Args:
        origin: as `transport.check_origin` gives it.
        transport: makes a transport, as `transport.make_transport` and `in_process` do.
        numbers: shared by all gateways of one store (protocol rule 18).
        keys: None until there are some; every call then raises KeysMissing.
        enable_webhook: asked before each refund: is upstream to tell the shop's server?
        page_size: payments in one page of a list, at most 1,000.
    """

    def __init__(
        self,
        origin: str,
        transport: "Callable[[], httpx.BaseTransport]",
        clock: Clock,
        numbers: RequestNumbers,
        keys: ApiKeys | None,
        enable_webhook: Callable[[], bool] = lambda: False,
        timeouts: Timeouts | None = None,
        page_size: int = 500,
    ) -> None:
        self._origin = origin
        self._transport = transport
        self._numbers = numbers
        self._enable_webhook = enable_webhook
        self._timeouts = timeouts or Timeouts()
        self._page_size = page_size
        self._tokens = Tokens(keys, clock, self._issue_token)

    def use_keys(self, keys: ApiKeys) -> None:
        """Go on with these keys; the token of the ones before is forgotten."""
        self._tokens.use(keys)

    def check_keys(self) -> None:
        self._tokens.fresh()

    def prepare(self, refund: Refund, payment: Payment, account: RefundAccount | None) -> PreparedCancel:
        body = cancel_body(refund, payment, account, self._enable_webhook())
        amount = None if refund.is_whole else refund.amount
        return PreparedCancel(
            refund.refund_id,
            refund.checksum,
            amount,
            body,
            self._tokens.live(),
            refund.tax,
            refund.escrow_confirmed,
        )

    def send(self, cancel: PreparedCancel, attempt: RefundAttempt) -> Answer:
        committed = (attempt.refund_id, attempt.checksum, attempt.amount, attempt.tax)
        if (
            committed != (cancel.refund_id, cancel.checksum, cancel.amount, cancel.tax)
            or attempt.escrow_confirmed != cancel.escrow_confirmed
            or attempt.outcome is not None
        ):
            raise ValueError("the attempt is not this cancel's, or it has ended")
        try:
            answer = self._send(Call("POST", "/payments/cancel", body=cancel.body, token=cancel.token))
        except Exception as error:  # noqa: BLE001  # whatever broke, the refund may have been done (rule 5)
            return Lost(type(error).__name__)
        if isinstance(answer, Unauthorized):
            self._tokens.drop(cancel.token)
        return answer

    def payment(self, imp_uid: str) -> Payment:
        number = self._numbers.take()
        reply = self._read(f"/payments/{_quoted(imp_uid)}", {"include_sandbox": "true"})
        found = payment_in(reply, imp_uid, number)
        if found.imp_uid != imp_uid:
            raise AnswerUnreadable("imp_uid: another payment")
        return found

    def payments(self, imp_uids: tuple[str, ...]) -> tuple[Payment, ...]:
        if not imp_uids:
            return ()
        number = self._numbers.take()
        return payments_in(self._read("/payments", {"imp_uid[]": list(imp_uids)}), number)

    def find(self, merchant_uid: str) -> Payment:
        number = self._numbers.take()
        reply = self._read(f"/payments/find/{_quoted(merchant_uid)}", {"sorting": "-started"})
        return payment_in(reply, merchant_uid, number)

    def page(self, since: int, until: int, page: int, status: str = "all") -> Page:
        # What else upstream answers with 400 must not pass for the end of the list.
        if page < 1 or not 0 <= until - since <= WINDOW or status not in STATUSES:
            raise ValueError("pages count from 1, windows span at most 90 days, a status is one of five")
        number = self._numbers.take()
        query: Query = {
            "page": page,
            "limit": self._page_size,
            "from": since,
            "to": until,
            "sorting": "started",
        }
        return page_in(self._read(f"/payments/status/{status}", query), page, self._page_size, number)

    def now(self) -> int:
        return self._tokens.now()

    def banks(self) -> tuple[BankName, ...]:
        return banks_in(self._read("/banks", {}))

    def close(self) -> None:
        """Connections end with their requests; what remains are the keys and the token."""
        self._tokens.use(None)

    def _send(self, call: Call) -> Answer:
        number = self._numbers.take()
        reply = self._line().send(call)
        return reply if isinstance(reply, Unsent) else answer_of(reply, number)

    def _read(self, path: str, query: Query) -> Reply:
        """The reply to a read; after a 401 once more with a new token."""
        token = self._tokens.live()
        reply = self._line().ask(Call("GET", path, query, token=token))
        if not is_unauthorized(reply):
            return reply
        self._tokens.drop(token)
        return self._line().ask(Call("GET", path, query, token=self._tokens.live()))

    def _issue_token(self, keys: ApiKeys) -> Issued:
        body = json.dumps({"imp_key": keys.key, "imp_secret": keys.secret}).encode()
        return token_in(self._line().ask(Call("POST", "/users/getToken", body=body)))

    def _line(self) -> "Line":
        from refund_gui.portone.line import Line  # httpx: 80 ms that the first paint does not wait for

        return Line(self._origin, self._transport, self._timeouts)


def _quoted(part: str) -> str:
    """One part of a path, slashes and all. What no payment can be called is upstream's to say."""
    return quote(part, safe="", errors="surrogatepass")
