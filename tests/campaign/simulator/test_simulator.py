"""A slice of the shop simulator, and that it finds what it looks for."""

import re
from dataclasses import replace

from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Refund, RefundAccount
from refund_gui.portone.gateway import PreparedCancel
from tests.campaign.report import record
from tests.campaign.simulator.figures import Figures
from tests.campaign.simulator.run import live
from tests.campaign.simulator.wire import DirectV1


class WithoutChecksum(DirectV1):
    """The guard that upstream offers, left out."""

    def prepare(self, refund: Refund, payment: Payment, account: RefundAccount | None) -> PreparedCancel:
        prepared = super().prepare(refund, payment, account)
        return replace(prepared, body=re.sub(rb'"checksum": [\d.]+(, )?', b"", prepared.body))


class WithoutHistory(DirectV1):
    """Reads that show no cancel, so that what was executed seems not to be."""

    def payment(self, imp_uid: str) -> Payment:
        payment = super().payment(imp_uid)
        return replace(payment, cancellations=(), cancel_amount=payment.amount - payment.amount)


def test_nobody_is_paid_twice_and_nothing_is_lost() -> None:
    total = Figures()
    for seed in (1, 3, 4):
        life = live(seed, demands=120)
        assert not life.figures.violations, "\n".join((*life.log, *life.figures.violations))
        total.add(life.figures)
    counts = total.counts
    assert counts["refunds"] >= 300
    assert len(total.faults) > 25
    for name in ("crashes", "restarts", "unknown", "reviews", "adopted", "outside", "executed"):
        assert counts[name] > 0, name
    assert (counts["doubled"], counts["lost"]) == (0, 0)
    record("shop simulator, a slice", counts["refunds"], doubled=counts["doubled"], lost=counts["lost"])


def test_a_seed_lives_the_same_life_again() -> None:
    first, second = live(7, demands=25), live(7, demands=25)
    assert first.figures == second.figures
    assert first.figures.counts["refunds"] > 0


def test_without_the_checksum_somebody_is_paid_twice() -> None:
    """It takes a request that arrives after the quiet time: some shops have none."""
    lives = (live(seed, demands=100, make_gateway=WithoutChecksum) for seed in range(1, 60))
    failed = next(life for life in lives if life.figures.counts["doubled"])
    assert failed.log, "a failed shop shows its steps"


def test_without_the_history_refunds_are_lost() -> None:
    assert live(1, demands=40, make_gateway=WithoutHistory).figures.counts["lost"] > 0
