"""What an answer or a reading proves about a refund. Pure: each deciding rule of the protocol is here.

A verdict may always be more careful than the evidence, never less.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from refund_gui.domain.answer import Answer, Done, Refused, Unauthorized, Unsent
from refund_gui.domain.payment import Cancellation, Payment
from refund_gui.domain.refund import Outcome, Refund, RefundAttempt, RefundState
from refund_gui.domain.rules import answers_before_acting


class Ground(StrEnum):
    """Why a verdict is what it is. Kept with the event and told in the result."""

    OUR_TAG = "our_tag"
    ONE_NEW_ENTRY = "one_new_entry"  # no tag came back, but exactly our amount was added (rule 9)
    PG_ACTS_LATER = "pg_acts_later"
    WRONG_PAYMENT = "wrong_payment"
    WRONG_AMOUNT = "wrong_amount"  # our tag with another amount, or more than one entry with it
    NOTHING_CHANGED = "nothing_changed"  # code 0, and yet nothing in the record
    EQUAL_UNTAGGED_ENTRY = "equal_untagged_entry"  # may be ours or somebody else's (rule 17)
    UNEXPLAINED_BALANCE = "unexplained_balance"  # the balance moved, the history does not say how
    OTHERS_REFUNDED = "others_refunded"
    REFUSED = "refused"
    CAREFUL_WORDS = "careful_words"  # a refusal that does not prove that nothing was done (rule 8)
    NOT_SENT = "not_sent"
    KEYS_REFUSED = "keys_refused"
    ANSWER_LOST = "answer_lost"
    QUIET = "quiet"  # nothing after the quiet time, read twice (rule 6)
    INTERRUPTED = "interrupted"  # the program ended while sending
    GIVEN_UP = "given_up"
    DECIDED = "decided"
    OVERDUE = "overdue"  # accepted, and still not in the record after the PG's usual business days
    SCHEDULE_OVER = "schedule_over"  # 90 days of reading did not decide: a person must (rule 16)
    ENTRY_GONE = "entry_gone"  # upstream no longer shows the entry of a refund that had succeeded
    ENTRY_BACK = "entry_back"
    PAYOUT_CONFIRMED = "payout_confirmed"  # a note: the customer has the money


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where the refund goes, why, and upstream's entry if one was found."""

    state: RefundState
    ground: Ground
    entry: Cancellation | None = None


_DOUBT: Final = re.compile(
    r"tim(?:e|ed|es)?.?-?out|타임\s*아웃|시간\s*(?:이\s*)?초과|통신|응답|지연|진행\s*중|처리\s*중|요청\s*중|점검"
    r"|잠시\s*후|재시도|다시\s*시도|장애|시스템|일시(?!불)|연결|서버|maintenance|in progress|processing"
    r"|pending|network|communication|connect|server|unavailable|hang ?up|ECONN|try again|8325|8388|RF11",
    re.IGNORECASE,
)
"""Words of time-out, communication, in progress, maintenance: PortOne and the PG may disagree (rule 8)."""

_ALREADY: Final = re.compile(r"기\s*취소|이미[^.]*취소|기\s*환불|이미[^.]*환불|already|중복", re.IGNORECASE)
"""Words of "already cancelled": doubtful while the balance says otherwise (rule 8)."""


def speaks_of_doubt(message: str) -> bool:
    """Whether a refusal in these words never proves that nothing was done (rule 8)."""
    return _DOUBT.search(message) is not None


def judge_answer(refund: Refund, payment: Payment, answer: Answer) -> Verdict:
    """What one send's answer proves. `payment` is the reading that the refund was confirmed on.

    A first 401 leads to one more attempt and asks for no verdict; this is what a second one means (rule 7).
    """
    match answer:
        case Done(shown):
            return _judge_done(refund, payment, shown)
        case Refused():
            return Verdict(RefundState.UNKNOWN, Ground.REFUSED)
        case Unauthorized():
            return Verdict(RefundState.PREPARED, Ground.KEYS_REFUSED)
        case Unsent():
            return Verdict(RefundState.PREPARED, Ground.NOT_SENT)
    return Verdict(RefundState.UNKNOWN, Ground.ANSWER_LOST)


def _judge_done(refund: Refund, payment: Payment, shown: Payment) -> Verdict:
    """Code 0 is checked like any other claim (rule 9)."""
    if shown.imp_uid != refund.imp_uid:
        return Verdict(RefundState.NEEDS_REVIEW, Ground.WRONG_PAYMENT)
    tagged = _judge_tag(refund, shown)
    if tagged is not None:
        return tagged
    new = shown.entries_since(refund.base.entries)
    if len(new) == 1 and _may_be_ours(refund, new[0]) and _moved_by_ours(refund, shown):
        if answers_before_acting(payment):  # ours may still be pending, and this one somebody else's
            return Verdict(RefundState.NEEDS_REVIEW, Ground.EQUAL_UNTAGGED_ENTRY)
        return Verdict(RefundState.SUCCEEDED, Ground.ONE_NEW_ENTRY, new[0])
    if new or shown.cancel_amount != refund.base.cancel_amount:
        return Verdict(RefundState.NEEDS_REVIEW, Ground.WRONG_AMOUNT)
    if answers_before_acting(payment):
        return Verdict(RefundState.ACCEPTED, Ground.PG_ACTS_LATER)
    return Verdict(RefundState.NEEDS_REVIEW, Ground.NOTHING_CHANGED)


def judge_reading(
    refund: Refund,
    attempts: Sequence[RefundAttempt],
    shown: Payment,
    settled: bool,
    overdue: bool = False,
) -> Verdict | None:
    """What a fresh single reading proves; None when the refund stays where it is.

    `settled`: two successful single readings at least 30 s apart, this one after the quiet time (rule 6).
    `overdue`: the PG's usual business days have passed since an ACCEPTED refund was accepted.
    A reading that began before the last attempt ended must not be handed in. Whether the entry of a refund
    that had succeeded is gone, or back, takes two readings: `entry_moved`.
    """
    if refund.state in {RefundState.SENDING, RefundState.SUCCEEDED, RefundState.REVERSED}:
        return None
    tagged = _judge_tag(refund, shown)
    if tagged is not None and tagged.state is RefundState.SUCCEEDED:
        return tagged
    match refund.state:
        case RefundState.PREPARED:
            return _judge_prepared(refund, shown)
        case RefundState.UNKNOWN:
            return tagged or _judge_unknown(refund, attempts[-1], shown, settled)
        case RefundState.ACCEPTED:
            return tagged or _judge_accepted(refund, shown, overdue)
        case _:
            return None


def entry_of(refund: Refund, shown: Payment) -> Cancellation | None:
    """The entry of a refund that had succeeded: by its key, else (records get an id later) by its tag."""
    for entry in shown.cancellations:
        if entry.key == refund.cancellation_id:
            return entry
    tagged = (entry for entry in shown.cancellations if entry.tag == refund.tag)
    return next((entry for entry in tagged if entry.amount == refund.amount), None)


def says_already_refunded(message: str) -> bool:
    """Whether a PG's refusal says so: then PortOne may not know what was refunded there (api-v1 §2.6)."""
    return _ALREADY.search(message) is not None


def unrecorded(refunds: Sequence[Refund], shown: Payment) -> tuple[Refund, ...]:
    """Refunds that succeeded, as a person said, and that upstream's record does not show: money has gone."""
    made = (refund for refund in refunds if refund.state is RefundState.SUCCEEDED)
    return tuple(refund for refund in made if entry_of(refund, shown) is None)


def entry_moved(refund: Refund, shown: Payment) -> Verdict | None:
    """What a reading says about the entry of a refund that had succeeded, if it says anything new.

    One reading alone proves nothing: two, at least 30 s apart, must agree (protocol: states).
    """
    if not refund.cancellation_id:  # a person said so without an entry: there is nothing to miss
        return None
    entry = entry_of(refund, shown)
    if refund.state is RefundState.SUCCEEDED and entry is None:
        return Verdict(RefundState.REVERSED, Ground.ENTRY_GONE)
    if refund.state is RefundState.REVERSED and entry is not None:
        return Verdict(RefundState.SUCCEEDED, Ground.ENTRY_BACK, entry)
    return None


def late_entry(refund: Refund, shown: Payment) -> Cancellation | None:
    """The entry with its tag that has come for a refund that a person found before upstream showed it.

    An equal entry without a tag may be another refund: then both count as gone.
    """
    if refund.state is not RefundState.SUCCEEDED or refund.cancellation_id:
        return None
    tagged = _judge_tag(refund, shown)
    return tagged.entry if tagged is not None and tagged.state is RefundState.SUCCEEDED else None


def candidates(refund: Refund, payment: Payment) -> tuple[Cancellation, ...]:
    """The entries, new since the base, that may be this refund: its amount, and its tag or none (rule 17).

    A person who reviews it chooses among them.
    """
    return tuple(
        entry
        for entry in payment.entries_since(refund.base.entries)
        if entry.amount == refund.amount and entry.tag in (None, refund.tag)
    )


def _judge_tag(refund: Refund, shown: Payment) -> Verdict | None:
    """Our tag decides by itself, unless it stands beside another amount or twice (rule 9)."""
    ours = [entry for entry in shown.cancellations if entry.tag == refund.tag]
    if not ours:
        return None
    if len(ours) == 1 and ours[0].amount == refund.amount:
        return Verdict(RefundState.SUCCEEDED, Ground.OUR_TAG, ours[0])
    return Verdict(RefundState.NEEDS_REVIEW, Ground.WRONG_AMOUNT, ours[0])


def _judge_prepared(refund: Refund, shown: Payment) -> Verdict:
    """Nothing of it was ever sent, so whatever is new is somebody else's (rule 4)."""
    if shown.entries_since(refund.base.entries) or shown.cancel_amount != refund.base.cancel_amount:
        return Verdict(RefundState.STALE, Ground.OTHERS_REFUNDED)
    return Verdict(RefundState.CANCELLED, Ground.NOT_SENT)


def _judge_unknown(refund: Refund, last: RefundAttempt, shown: Payment, settled: bool) -> Verdict | None:
    new = shown.entries_since(refund.base.entries)
    if any(_may_be_ours(refund, entry) for entry in new):
        return Verdict(RefundState.NEEDS_REVIEW, Ground.EQUAL_UNTAGGED_ENTRY)
    explained = shown.cancel_amount.minor == refund.base.cancel_amount.minor + sum(
        e.amount.minor for e in new
    )
    refused = last.outcome is Outcome.REFUSED
    doubtful = refused and _is_doubtful(last.message, shown)
    if explained and refused and not doubtful:
        return _nothing_of_ours(new, Verdict(RefundState.REJECTED, Ground.REFUSED))
    # Without an answer upstream may still be at work on ours, whatever others have done meanwhile.
    if not settled:
        return None
    if not explained:
        return Verdict(RefundState.NEEDS_REVIEW, Ground.UNEXPLAINED_BALANCE)
    if doubtful:
        return Verdict(RefundState.NEEDS_REVIEW, Ground.CAREFUL_WORDS)
    # A PG that acts after it has answered shows nothing yet, whatever it is going to do.
    if answers_before_acting(shown):
        return Verdict(RefundState.NEEDS_REVIEW, Ground.PG_ACTS_LATER)
    return _nothing_of_ours(new, Verdict(RefundState.NOT_EXECUTED, Ground.QUIET))


def _nothing_of_ours(new: Sequence[Cancellation], unchanged: Verdict) -> Verdict:
    """What no entry of ours means: STALE beside new ones of others (rule 17)."""
    return Verdict(RefundState.STALE, Ground.OTHERS_REFUNDED) if new else unchanged


def _is_doubtful(message: str, shown: Payment) -> bool:
    """Whether a refusal in these words may hide a refund (rule 8)."""
    return speaks_of_doubt(message) or (shown.balance.minor > 0 and says_already_refunded(message))


def _judge_accepted(refund: Refund, shown: Payment, overdue: bool) -> Verdict | None:
    if any(_may_be_ours(refund, entry) for entry in shown.entries_since(refund.base.entries)):
        return Verdict(RefundState.NEEDS_REVIEW, Ground.EQUAL_UNTAGGED_ENTRY)
    return Verdict(RefundState.NEEDS_REVIEW, Ground.OVERDUE) if overdue else None


def _may_be_ours(refund: Refund, entry: Cancellation) -> bool:
    """A new untagged entry of our amount may be ours; one with a valid other tag is not (rule 17)."""
    return entry.amount == refund.amount and entry.tag is None


def _moved_by_ours(refund: Refund, shown: Payment) -> bool:
    return shown.cancel_amount == refund.base.cancel_amount + refund.amount
