"""What upstream's replies mean (api-v1 §1-§3, §5)."""

import re
from email.utils import parsedate_to_datetime

from refund_gui.domain.answer import Answer, Done, Lost, Refused, Unauthorized
from refund_gui.domain.payment import Payment
from refund_gui.errors import (
    AnswerUnreadable,
    FieldMissing,
    KeysRefused,
    PaymentNotFound,
    ReadRefused,
    UpstreamError,
)
from refund_gui.portone.call import Reply
from refund_gui.portone.gateway import BadRecord, BankName, Page
from refund_gui.portone.tokens import Issued
from refund_gui.portone.wire import (
    Record,
    message_of,
    parse,
    payment_of,
    record_of,
    records_of,
    required_text,
    required_whole,
    text,
    whole,
)


def answer_of(reply: Reply, request_no: int) -> Answer:
    """What one reply to a cancel is (protocol rules 5, 7, 8, 9). Anything unclear is Lost.

    The details of a Lost hold none of upstream's words: those may repeat what was sent.
    """
    try:
        envelope = parse(reply.body)
    except AnswerUnreadable as error:
        return Lost(f"HTTP {reply.status}, {error.detail}", reply.status)
    if reply.status == 401 and envelope["code"] != 0:
        return Unauthorized(message_of(envelope))
    if reply.status != 200:
        return Lost(f"HTTP {reply.status}, code {envelope['code']}", reply.status)
    if envelope["code"] != 0:
        return Refused(envelope["code"], message_of(envelope))
    try:
        return Done(payment_of(envelope.get("response"), request_no))
    except UpstreamError as error:
        return Lost(f"code 0, {type(error).__name__}: {error}", reply.status)


def is_unauthorized(reply: Reply) -> bool:
    """Whether upstream takes the token no longer."""
    return reply.status == 401


def token_in(reply: Reply) -> Issued:
    """A new token. Raises KeysRefused or another UpstreamError."""
    issued = record_of(_fine(reply))
    token = required_text(issued, "access_token")
    if not re.fullmatch(r"[!-~]+", token):
        raise FieldMissing("access_token")  # no header can carry it
    now = required_whole(issued, "now")
    return Issued(token, required_whole(issued, "expired_at") - now, now)


def payment_in(reply: Reply, asked: str, request_no: int) -> Payment:
    """One payment. Raises PaymentNotFound or another UpstreamError."""
    if reply.status == 404:
        raise PaymentNotFound(asked, message_of(_envelope(reply)))
    return payment_of(_fine(reply).get("response"), request_no)


def payments_in(reply: Reply, request_no: int) -> tuple[Payment, ...]:
    """The payments that were found: 207 when some were not, 404 when none was."""
    if reply.status == 404:
        _envelope(reply)
        return ()
    return tuple(payment_of(record, request_no) for record in records_of(_fine(reply, 207), "response"))


def page_in(reply: Reply, asked: int, limit: int, request_no: int) -> Page:
    """One page of a list. A 400 is a page beyond the data, which may be page 1 of an empty window too.

    `limit`: payments that it may hold. What was asked is held to the documented limits, so that no other 400
    is known (api-v1 §3). `next` is believed only when it leads on: a list that turns in circles ends.
    """
    if reply.status == 400:
        _envelope(reply)
        return Page((), 0, 0, limit=limit)
    listed = record_of(_fine(reply))
    payments, set_aside = [], []
    for record in records_of(listed, "list"):
        try:
            payments.append(payment_of(record, request_no))
        except UpstreamError as error:
            imp_uid = text(record, "imp_uid") if isinstance(record, dict) else ""
            set_aside.append(BadRecord(imp_uid, f"{type(error).__name__}: {error}"))
    total = whole(listed, "total") or len(payments) + len(set_aside)
    following = whole(listed, "next")
    next_page = following if following > asked else 0
    return Page(tuple(payments), total, next_page, tuple(set_aside), limit)


def banks_in(reply: Reply) -> tuple[BankName, ...]:
    """The banks of a list. Raises FieldMissing for one without a code or a name."""
    banks = []
    for bank in records_of(_fine(reply), "response"):
        if not isinstance(bank, dict):
            raise FieldMissing("response")
        banks.append(BankName(required_text(bank, "code"), required_text(bank, "name")))
    return tuple(banks)


def _fine(reply: Reply, also: int = 200) -> Record:
    """The envelope of a read that succeeded. Raises KeysRefused or ReadRefused with upstream's words."""
    envelope = _envelope(reply)
    if reply.status == 401:
        raise KeysRefused(message_of(envelope))
    if reply.status not in {200, also} or envelope["code"] != 0:
        raise ReadRefused(reply.status, envelope["code"], message_of(envelope), _retry_after(reply))
    return envelope


def _envelope(reply: Reply) -> Record:
    """The envelope of a read. Without one it is refused by its status, or unreadable when that is 200."""
    try:
        return parse(reply.body)
    except AnswerUnreadable:
        if reply.status == 200:
            raise
        raise ReadRefused(reply.status, None, "", _retry_after(reply)) from None


def _retry_after(reply: Reply) -> float | None:
    """Retry-After in seconds; a date counts from the answer's own: no clock here matters (RFC 9110)."""
    if re.fullmatch(r"[0-9]{1,9}", reply.retry_after):
        return float(reply.retry_after)
    try:
        wait = parsedate_to_datetime(reply.retry_after) - parsedate_to_datetime(reply.date)
    except (ValueError, TypeError):  # neither, or one date with a zone and one without
        return None
    return max(0.0, wait.total_seconds())
