"""`old_shop.py DATA_DIR`: a practice shop with one refund, made by the version in the current folder."""

import sys
from pathlib import Path

sys.path.insert(0, ".")

from refund_gui.app import Options, opened_shop
from refund_gui.domain.money import Money
from refund_gui.domain.request import RefundRequest
from refund_gui.practice.sample_shop import CARD

with opened_shop(Options(practice=True, data_dir=Path(sys.argv[1]))) as shop:
    shop.terminal.keys.load()
    offer = shop.terminal.refunding.offer(CARD)
    refund = shop.terminal.refunding.refund(offer, RefundRequest(CARD, Money(12_000, "KRW"), "upgrade"))
    print(refund.state.value)
