"""Refunds that are not clear, for the tests of what needs attention."""

import pytest

from refund_gui.domain.refund import Refund, RefundState
from refund_gui.failpoints import Point
from refund_gui.practice.faults import Fault
from refund_gui.terminal.attention import Attention, AttentionDesk
from tests.gui.counter import Counter
from tests.practice.shop_kit import payment
from tests.terminal.shop import Killed

S = RefundState
NOTHING = Attention({}, (), (), None, (), None)


class ToldDesk(AttentionDesk):
    """Says what a test wants to be said."""

    def __init__(self, attention: Attention = NOTHING) -> None:
        self.attention = attention

    def look(self) -> Attention:
        return self.attention


def lost(counter: Counter, imp_uid: str = "imp_1", pay_method: str = "card") -> Refund:
    """A refund of which nobody knows whether it was made."""
    counter.shop.upstream.add(payment(imp_uid, 10_000, pay_method))
    counter.shop.upstream.faults.next(Fault.LOST_REQUEST)
    refund = counter.shop.refund(imp_uid, 3_000)
    assert refund.state is S.UNKNOWN
    return refund


def left_over(counter: Counter, imp_uid: str = "imp_1") -> Refund:
    """Confirmed, and then the program ended; it has been started again, without a network."""
    counter.shop.upstream.add(payment(imp_uid, 10_000))
    counter.shop.kill_at = Point.AFTER_PREPARED
    with pytest.raises(Killed):
        counter.shop.refund(imp_uid, 3_000)
    counter.shop.restart()
    counter.shop.line.is_down = True
    [refund] = counter.shop.store.refunds.of_payment(imp_uid)
    assert refund.state is S.PREPARED
    return refund
