"""Rows of lists."""

from dataclasses import replace

from refund_gui.domain.listing import OrderRow, PageKey
from refund_gui.domain.payment import DisplayStatus
from tests.domain.made_up import won


def test_a_row_knows_what_is_left() -> None:
    row = OrderRow(
        PageKey(1, 1), "imp_1", "order-1", "머그컵", "김하늘", "card", "kcp", won(10_000), won(4_000),
        DisplayStatus.PARTLY_REFUNDED, sandbox=False, ordered_at=1, open_refund=None,
    )  # fmt: skip
    assert row.refundable == won(6_000)
    assert replace(row, gone=won(2_500)).refundable == won(3_500)
    assert replace(row, gone=won(7_000)).refundable == won(0)
