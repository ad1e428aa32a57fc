"""What must be true after a kill, by the protocol's crash table."""

from refund_gui.domain.refund import RefundState
from refund_gui.failpoints import Point
from tests.campaign.kill.cases import READING, SPOOLING, Case, End

S = RefundState

_SAVED = READING | SPOOLING - {Point.BEFORE_SPOOLED} | {Point.AFTER_SAVED}
"""Points at which the answer is on the disk."""


def after_start(case: Case) -> RefundState | None:
    """The refund's state right after the next start; None: there is no refund."""
    match case.at:
        case Point.BEFORE_PREPARED:
            return None
        case Point.AFTER_PREPARED:
            return S.PREPARED
        case Point.AFTER_VERDICT:
            return _verdict(case)
    return _answered(case) if case.at in _SAVED else S.UNKNOWN


def after_quiet(case: Case) -> RefundState | None:
    """Its state once the quiet time has passed and nothing was executed (yet)."""
    state = after_start(case)
    if state is S.PREPARED:
        return S.CANCELLED
    if state is not S.UNKNOWN:
        return state
    if case.end is End.REFUSED and case.at in _SAVED:
        return S.REJECTED
    return _not_executed(case)


def at_last(case: Case) -> RefundState | None:
    """Its state in the end."""
    return S.SUCCEEDED if case.executes else after_quiet(case)


def _answered(case: Case) -> RefundState:
    match case.end:
        case End.EXECUTED:
            return S.SUCCEEDED
        case End.UNAUTHORIZED | End.UNSENT:
            return S.PREPARED
        case End.ANSWERED_LATER:
            return S.ACCEPTED if case.kind == "asynchronous" else S.NEEDS_REVIEW
    return S.UNKNOWN


def _verdict(case: Case) -> RefundState:
    """What the first verdict of the process that died was."""
    match case.end:
        case End.REFUSED:
            return S.REJECTED
        case End.NOT | End.LATER:
            return _not_executed(case)
    return S.SUCCEEDED


def _not_executed(case: Case) -> RefundState:
    """A PG that acts after it has answered shows nothing yet, whatever it is going to do."""
    return S.NEEDS_REVIEW if case.kind == "asynchronous" else S.NOT_EXECUTED
