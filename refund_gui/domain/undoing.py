"""Taking back a mistaken refund at the PG on the same day, "원복" (api-v1 §2.5; help: cancel-reversal.md).

No API does it: a person presses a button in the PG's console, or writes to the PG.
"""

from enum import StrEnum
from typing import Final

from refund_gui.clock import in_korea
from refund_gui.domain.arrival import refunded_at, wallet_of
from refund_gui.domain.payment import Payment
from refund_gui.domain.pg_contacts import pg_family
from refund_gui.domain.refund import Refund, RefundState

CHECK_CARD: Final = 1
"""Upstream's `card_type` (api-v1 §4)."""


class UndoObstacle(StrEnum):
    """Why a refund cannot be taken back. The first that applies is told."""

    ANOTHER_DAY = "another_day"
    PAID_TODAY = "paid_today"  # paid and refunded on one day
    CHECK_CARD = "check_card"
    ESCROW = "escrow"
    NEVER_HERE = "never_here"  # this PG or wallet never does it, or not for this method
    PART = "part"  # this PG does it for whole refunds only


class UndoWay(StrEnum):
    """Where it is done."""

    CONSOLE = "console"  # a button in the PG's own console
    ASK = "ask"  # the PG's service desk


_NEVER: Final = frozenset({"naver", "payco"})
_NEVER_BY_METHOD: Final = frozenset({("inicis", "phone"), ("hecto", "trans")})
_WHOLE_ONLY: Final = frozenset({"nice"})
_BY_CONSOLE: Final = frozenset({"nice", "kcp", "inicis"})


def may_ask_to_undo(refund: Refund, payment: Payment, now: int) -> bool:
    """Whether it was made on the Korean day of `now` (unix seconds): later nobody takes it back."""
    made = refunded_at(refund, payment)
    return refund.state is RefundState.SUCCEEDED and in_korea(made).date() == in_korea(now).date()


def undo_obstacle(refund: Refund, payment: Payment, now: int) -> UndoObstacle | None:
    """Why this refund cannot be taken back at `now` (unix seconds); None when the PG may do it."""
    if not may_ask_to_undo(refund, payment, now):
        return UndoObstacle.ANOTHER_DAY
    if in_korea(payment.paid_at).date() == in_korea(now).date():
        return UndoObstacle.PAID_TODAY
    if payment.card_type == CHECK_CARD:
        return UndoObstacle.CHECK_CARD
    if payment.escrow:
        return UndoObstacle.ESCROW
    family = pg_family(payment.pg_provider)
    never = {family, pg_family(wallet_of(payment))} & _NEVER
    if never or (family, payment.pay_method) in _NEVER_BY_METHOD:
        return UndoObstacle.NEVER_HERE
    if family in _WHOLE_ONLY and refund.amount != payment.amount:
        return UndoObstacle.PART
    return None


def undo_way(pg_provider: str) -> UndoWay:
    """Where this PG does it."""
    return UndoWay.CONSOLE if pg_family(pg_provider) in _BY_CONSOLE else UndoWay.ASK
