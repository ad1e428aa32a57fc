"""The program's own verdict functions, asked with real domain objects built from the model's tuples.

Nothing is decided here. One unit is 1,000 won; a refund's tag is made and read by the program's own code.
"""

from functools import cache
from typing import NamedTuple

from refund_gui.domain.answer import Answer, Done, Lost, Refused, Unauthorized, Unsent
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Cancellation, Payment
from refund_gui.domain.refund import Base, Outcome, Refund, RefundAttempt, RefundState
from refund_gui.domain.tag import new_tag, tagged
from refund_gui.domain.verdict import Ground, Verdict, judge_answer, judge_reading
from tests.campaign.model.state import Reply, Row, Scope, Shown

NOW = 1_780_000_000
_REASON = "고객 변심"
_WORDS = {
    Reply.CLEAR: "취소 가능 금액이 일치하지 않습니다.",
    Reply.CAREFUL: "[8325] PG사 통신 타임아웃",
    Reply.ALREADY: "이미 전액취소된 주문입니다.",
}
_OUTCOMES = {
    Reply.DONE: Outcome.DONE,
    Reply.CLEAR: Outcome.REFUSED,
    Reply.CAREFUL: Outcome.REFUSED,
    Reply.ALREADY: Outcome.REFUSED,
    Reply.UNAUTHORIZED: Outcome.UNAUTHORIZED,
    Reply.UNSENT: Outcome.UNSENT,
    Reply.LOST: Outcome.LOST,
    Reply.INTERRUPTED: Outcome.INTERRUPTED,
}


class Judged(NamedTuple):
    """A verdict, with upstream's entry as its place in the state (-1: none)."""

    state: RefundState
    ground: Ground
    place: int = -1


@cache
def reading_verdict(scope: Scope, row: Row, shown: Shown, settled: bool) -> Judged | None:
    """What the program says about this row after this reading."""
    verdict = judge_reading(
        _refund(scope, row), _attempts(row), _payment(scope, shown), settled, overdue=settled
    )
    return None if verdict is None else _plain(verdict)


@cache
def answer_verdict(scope: Scope, row: Row, reply: Reply, shown: Shown | None) -> Judged:
    """What the program says about this row after this answer. `shown` comes with a yes."""
    answer = _answer(scope, reply, shown)
    return _plain(judge_answer(_refund(scope, row), _payment(scope, row.base), answer))


def _plain(verdict: Verdict) -> Judged:
    place = int(verdict.entry.cancellation_id.removeprefix("cancel_")) if verdict.entry else -1
    return Judged(verdict.state, verdict.ground, place)


def _answer(scope: Scope, reply: Reply, shown: Shown | None) -> Answer:
    match reply:
        case Reply.DONE:
            assert shown is not None
            return Done(_payment(scope, shown))
        case Reply.CLEAR | Reply.CAREFUL | Reply.ALREADY:
            return Refused(1, _WORDS[reply])
        case Reply.UNAUTHORIZED:
            return Unauthorized("Unauthorized")
        case Reply.UNSENT:
            return Unsent("connection refused")
    return Lost("read timeout")


@cache
def _payment(scope: Scope, shown: Shown) -> Payment:
    return Payment(
        imp_uid="imp_1",
        merchant_uid="order-1",
        amount=_won(scope.total),
        cancel_amount=_won(shown.cancelled),
        status="cancelled" if shown.cancelled else "paid",
        sandbox=False,
        pay_method="card",
        pg_provider="paypal_v2" if scope.acts_later else "html5_inicis",
        paid_at=NOW,
        cancellations=tuple(
            Cancellation(
                f"cancel_{entry.place}",
                f"tid_{entry.place}",
                _won(entry.amount),
                NOW + 100 + entry.place,
                _REASON if entry.tag is None else tagged(_tag(entry.tag), _REASON),
            )
            for entry in shown.listed
        ),
    )


@cache
def _refund(scope: Scope, row: Row) -> Refund:
    return Refund(
        refund_id=f"refund_{row.number}",
        imp_uid="imp_1",
        tag=_tag(row.number),
        amount=_won(scope.amount),
        checksum=_won(row.checksum),
        is_whole=scope.amount == scope.total and not row.base.cancelled,
        base=Base(_won(row.base.cancelled), tuple(f"cancel_{entry.place}" for entry in row.base.listed)),
        reason=_REASON,
        state=row.state,
        created_at=NOW,
    )


def _attempts(row: Row) -> tuple[RefundAttempt, ...]:
    if row.last is Reply.NONE:
        return ()
    outcome = _OUTCOMES.get(row.last)
    attempt = RefundAttempt(
        attempt_id=1,
        refund_id=f"refund_{row.number}",
        number=1,
        checksum=_won(row.checksum),
        amount=None,
        started_at=NOW,
        outcome=outcome,
        ended_at=NOW + 2,
        message=_WORDS.get(row.last, ""),
    )
    return (attempt,)


@cache
def _tag(number: int) -> str:
    """A valid tag for each number; 0 is another counter's."""
    return new_tag((), lambda bits: (16 << 20) + number)


def _won(units: int) -> Money:
    return Money(units * 1_000, "KRW")
