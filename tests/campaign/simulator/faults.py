"""The troubles that requests meet, and how often: every fault of the stand-in, and some of the way there."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from refund_gui.practice.faults import Fault, Planned

CLEAR = (
    "결제취소에 실패하였습니다. [8178] 상계가능 정산금액 부족",
    "결제취소에 실패하였습니다. [9999] 연습용 거절",
)
CAREFUL = (
    "결제취소에 실패하였습니다. [8325] 응답 시간 초과",
    "결제취소에 실패하였습니다. 통신 장애",
    "이미 취소된 거래입니다.",
)


@dataclass(frozen=True)
class Trouble:
    """One kind. `wait`: between so many seconds, for faults that take time."""

    kind: str
    fault: Fault | None = None
    weight: int = 1
    wait: tuple[float, float] = (0.0, 0.0)
    statuses: tuple[int | None, ...] = (None,)
    executed: bool = False
    messages: tuple[str, ...] = (Planned.message,)
    may_lose_answer: bool = False

    def seconds(self, random: Random) -> float:
        low, high = self.wait
        return random.uniform(low, high) if random.random() < 0.7 else random.uniform(low, (low + high) / 20)


_DAY = 86_400.0

ON_CANCELS = (
    Trouble("unreached", weight=4),
    Trouble("lost_answer", Fault.LOST_ANSWER, 3),
    Trouble("lost_request", Fault.LOST_REQUEST, 3),
    Trouble("late", Fault.LATE, 3, (1, 600)),
    Trouble("refusal", Fault.REFUSAL, 2, messages=CLEAR),
    Trouble("careful_refusal", Fault.REFUSAL, 1, messages=CAREFUL),
    Trouble("slow", Fault.SLOW, 1, (1, 55)),
    Trouble("slow_answer", Fault.SLOW, 1, (1, 100), executed=True),
    Trouble("dripping", Fault.DRIPPING, 1, (0.001, 0.2)),
    Trouble("status", Fault.STATUS, 1, statuses=(429, 500, 502, 503, 504)),
    Trouble("status_executed", Fault.STATUS, 1, statuses=(500, 502, 504), executed=True),
    Trouble("html", Fault.HTML, 1, statuses=(200, 302, 401, 407)),
    Trouble("html_executed", Fault.HTML, 1, statuses=(200, 401), executed=True),
    Trouble("truncated", Fault.TRUNCATED, 1),
    Trouble("no_code", Fault.NO_CODE, 1),
    Trouble("unauthorized", Fault.UNAUTHORIZED, 5),
    Trouble("asynchronous", Fault.ASYNCHRONOUS, 1, (1, 2 * 3_600)),
    Trouble("tag_stripped", Fault.TAG_STRIPPED, 1, may_lose_answer=True),
    Trouble("wrong_amount", Fault.WRONG_AMOUNT, 1, may_lose_answer=True),
    Trouble("wrong_payment", Fault.WRONG_PAYMENT, 1),
    Trouble("delivered_twice", weight=1, may_lose_answer=True),
    Trouble("slept", weight=1, wait=(30, 30_000)),
    Trouble("pg_timeout", Fault.REFUSAL, 1, (1, _DAY), messages=CAREFUL[:2], may_lose_answer=True),
)

ON_READS = (
    Trouble("read_unreached", weight=2),
    Trouble("read_lost", Fault.LOST_REQUEST, 2),
    Trouble("read_status", Fault.STATUS, 2, statuses=(429, 500, 502, 503)),
    Trouble("read_html", Fault.HTML, 1, statuses=(200, 401)),
    Trouble("read_truncated", Fault.TRUNCATED, 1),
    Trouble("read_no_code", Fault.NO_CODE, 1),
    Trouble("read_refused", Fault.REFUSAL, 1),
    Trouble("read_unauthorized", Fault.UNAUTHORIZED, 2),
    Trouble("read_slow", Fault.SLOW, 1, (1, 90)),
)

ELSEWHERE = (
    Trouble("token_unreached", weight=1),
    Trouble("token_refused", Fault.UNAUTHORIZED, 1),
    Trouble("token_status", Fault.STATUS, 1, statuses=(500, 503)),
)
"""For calls that ask for a token."""


def choose(kinds: Sequence[Trouble], random: Random, chance: float) -> Trouble | None:
    """One of the kinds by weight, or none."""
    if random.random() >= chance:
        return None
    return random.choices(kinds, [kind.weight for kind in kinds])[0]
