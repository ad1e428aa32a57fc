"""What must come of every fault: to be compared with the protocol's table "crash points and faults".

A path holds the refund's states after SENDING. The one in brackets is what the person sees as the answer to
the press; those after it come by reading alone, within a quarter of an hour.
"""

import re
from dataclasses import dataclass

from refund_gui.domain.refund import RefundState

S = RefundState


@dataclass(frozen=True)
class Expected:
    """`path`: where the PG acts at once; `asynchronous`: where it says yes first, None when that is the same.

    `executed`: cancels of ours in upstream's record at the end. `posts`: how many the fault's press makes.
    """

    executed: int
    path: str
    asynchronous: str | None = None
    posts: int = 1

    def states(self, acts_later: bool) -> tuple[RefundState, ...]:
        path = self.asynchronous if acts_later and self.asynchronous else self.path
        return tuple(RefundState(name) for name in re.findall(r"\w+", path))

    def right_after(self, acts_later: bool) -> RefundState:
        path = self.asynchronous if acts_later and self.asynchronous else self.path
        return RefundState(re.findall(r"\[(\w+)\]", path)[0])


NOT_SENT = Expected(0, "[prepared]")
"""Nothing happened: "Try again"."""

DONE_LOST = Expected(1, "[unknown] > succeeded", "[unknown] > needs_review > succeeded")
"""Executed, not known. An asynchronous PG acts when the quiet time is over."""

NOTHING_LOST = Expected(0, "[unknown] > not_executed", "[unknown] > needs_review")
"""Not executed, not known. That an asynchronous PG shows nothing proves nothing."""

_LOST_ANSWERS = (
    "reset-after-body", "reset-in-answer", "closed-without-answer", "stall", "drip",
    "429", "500", "502", "503", "504",
    "proxy-html-200", "html-401", "401-code-0", "captive-portal-302", "redirect-307",
    "not-json", "json-without-code", "code-0-without-record", "code-0-twice", "refusal-cut-short",
)  # fmt: skip

EXPECTED = {
    # Proven unsent.
    "connection-refused": NOT_SENT,
    "dns-failure": NOT_SENT,
    "tls-wrong-certificate": NOT_SENT,
    "tls-not-spoken": NOT_SENT,
    "tls-reset-in-handshake": NOT_SENT,
    "tls-stall-in-handshake": NOT_SENT,
    "proxy-refuses-connect": NOT_SENT,
    "proxy-cuts-handshake": NOT_SENT,
    # Cut before upstream had all of it.
    "reset-before-body-is-read": NOTHING_LOST,
    "reset-while-body-is-written": NOTHING_LOST,
    "reset-with-half-the-body-upstream": NOTHING_LOST,
    # The answer is lost, or says nothing that counts.
    **{f"{name}-executed": DONE_LOST for name in _LOST_ANSWERS},
    **{f"{name}-not-executed": NOTHING_LOST for name in _LOST_ANSWERS},
    "truncated-json": DONE_LOST,
    "answer-shorter-than-said": DONE_LOST,
    "stall-in-answer": DONE_LOST,
    "code-left-out": DONE_LOST,
    # Executed after the answer was lost.
    "late-at-once": Expected(1, "[unknown] > succeeded"),
    "late-before-quiet-ends": Expected(1, "[unknown] > succeeded"),
    "late-as-quiet-ends": Expected(1, "[unknown] > succeeded"),
    "late-after-quiet": Expected(
        1, "[unknown] > not_executed > succeeded", "[unknown] > needs_review > succeeded"
    ),
    "late-long-after-quiet": Expected(
        1, "[unknown] > not_executed > succeeded", "[unknown] > needs_review > succeeded"
    ),
    # Keys.
    "token-revoked": Expected(1, "[succeeded]", "[accepted] > succeeded", posts=2),
    "token-revoked-and-no-new-one": NOT_SENT,
    # Upstream says something else than what it did.
    "tag-stripped": Expected(1, "[succeeded]", "[needs_review]"),
    "tag-stripped-answer-lost": Expected(1, "[unknown] > needs_review"),
    "code-0-wrong-amount": Expected(1, "[needs_review]"),
    "wrong-amount-answer-lost": Expected(1, "[unknown] > needs_review"),
    "code-0-wrong-payment": Expected(1, "[needs_review] > succeeded"),
    "code-0-wrong-payment-not-executed": Expected(0, "[needs_review]"),
    "code-0-acts-later": Expected(1, "[needs_review] > succeeded", "[accepted] > succeeded"),
    "code-0-never-acts": Expected(0, "[needs_review]", "[accepted]"),
    # Upstream says no.
    "refusal-clear": Expected(0, "unknown > [rejected]"),
    "refusal-clear-reading-fails": Expected(0, "[unknown] > rejected"),
    "refusal-already-cancelled": Expected(0, "[unknown] > needs_review"),
    "refusal-of-time-out-not-executed": Expected(0, "[unknown] > needs_review"),
    "refusal-of-time-out-executed": Expected(
        1, "unknown > [succeeded]", "[unknown] > needs_review > succeeded"
    ),
    "refusal-of-time-out-executed-late": Expected(1, "[unknown] > succeeded"),
    "refusal-of-time-out-executed-too-late": Expected(1, "[unknown] > needs_review > succeeded"),
    # One request reaches upstream twice.
    "duplicate-first-answer": Expected(1, "[succeeded]"),
    "duplicate-second-answer": Expected(1, "unknown > [succeeded]"),
    "duplicate-no-answer": Expected(1, "[unknown] > succeeded"),
    # Somebody else refunds at the same moment.
    "console-other-amount": Expected(0, "unknown > [stale]"),
    "console-equal-amount": Expected(0, "unknown > [needs_review]"),
    "console-other-amount-request-lost": Expected(0, "[unknown] > stale", "[unknown] > needs_review"),
    "console-equal-amount-request-lost": Expected(0, "[unknown] > needs_review"),
}
"""By the name of the kind."""

SECOND_401 = NOT_SENT
"""The second POST of a refund whose first one met a 401 meets one, too: the keys are refused (rule 7)."""
