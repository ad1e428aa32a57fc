"""Who comes to the counters: customers with payments that they want back, whole or in part."""

from collections.abc import Collection, Sequence
from random import Random

from refund_gui.domain.money import Money
from refund_gui.practice.records import Record
from tests.campaign.simulator.clerk import Demand
from tests.campaign.simulator.counter import Counter
from tests.campaign.simulator.upstream import Upstream
from tests.practice.shop_kit import payment

KINDS = (
    ("card", "html5_inicis", 10_000, "KRW"),
    ("card", "tosspayments", 39_000, "KRW"),
    ("vbank", "html5_inicis", 24_000, "KRW"),
    ("phone", "html5_inicis", 8_000, "KRW"),
    ("trans", "kcp", 12_000, "KRW"),
    ("card", "kcp", 16_000, "KRW"),
    ("point", "kakaopay", 20_000, "KRW"),
    ("paypal", "paypal_v2", 60, "USD"),
)
"""Pay method, PG, amount, currency."""


def make_payments(demands: int, random: Random) -> list[Record]:
    """As many payments as customers will come."""
    records = []
    for number in range(max(2, demands)):
        method, pg, amount, currency = random.choice(KINDS)
        records.append(payment(f"imp_{number}", amount, method, pg, currency=currency))
    return records


class Customers:
    """One after the other."""

    def __init__(self, upstream: Upstream, counters: Sequence[Counter], random: Random) -> None:
        self._records = tuple(upstream.records.values())
        self._counters = counters
        self._random = random

    def payment(self, busy: Collection[str]) -> Record:
        """Mostly one of which much is left, and about which nobody else has come."""
        record = self._random.choice(self._records)
        for _ in range(2):
            if record.imp_uid not in busy and record.balance * 2 >= record.amount:
                break
            record = self._random.choice(self._records)
        return record

    def demand(self, number: int, record: Record) -> Demand:
        """Of all or of a part, mostly at the counter at which it was bought."""
        part = self._random.choice((1, 2, 4, 4, 4))
        money = Money(int(record.amount * 10**record.decimals) // part, record.currency)
        usual = self._counters[int(record.imp_uid.removeprefix("imp_")) % len(self._counters)]
        counter = usual if self._random.random() < 0.85 else self._random.choice(self._counters)
        return Demand(number, record.imp_uid, money, counter)
