"""Sequences of anything: 500 in every test run, 10,000 with CAMPAIGN=full."""

import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from refund_gui.domain.payment import Payment
from refund_gui.portone.v1 import PortOneV1
from refund_gui.practice.app import PracticeApp
from refund_gui.practice.server import serve
from tests.campaign.report import record
from tests.campaign.simulator.figures import Figures
from tests.campaign.state_machine.machine import CounterMachine

SEQUENCES = 10_000 if os.environ.get("CAMPAIGN") == "full" else 300

SETTINGS = settings(
    max_examples=SEQUENCES,
    stateful_step_count=12,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)


class WithoutHistory(PortOneV1):
    """Reads that show no cancel, so that what was executed seems not to be."""

    def payment(self, imp_uid: str) -> Payment:
        payment = super().payment(imp_uid)
        return replace(payment, cancellations=(), cancel_amount=payment.amount - payment.amount)


def run(chosen: settings, gateway: type[PortOneV1] = PortOneV1) -> Figures:
    totals = Figures()
    with serve(PracticeApp()) as server:

        class Here(CounterMachine):
            def __init__(self) -> None:
                super().__init__(server, totals, gateway)

        run_state_machine_as_test(Here, settings=chosen)
    return totals


def test_any_sequence_pays_once_and_knows_it() -> None:
    totals = run(SETTINGS)
    counts = totals.counts
    assert counts["sequences"] >= SEQUENCES
    for name in ("posts", "executed", "crashes"):
        assert counts[name] > 0, name
    record(
        "state machine",
        counts["sequences"],
        posts=counts["posts"],
        executed=counts["executed"],
        crashes=counts["crashes"],
        faults=dict(totals.faults),
    )


def test_readings_without_history_are_noticed() -> None:
    with pytest.raises(AssertionError):
        run(settings(SETTINGS, max_examples=50, phases=[Phase.generate]), WithoutHistory)
