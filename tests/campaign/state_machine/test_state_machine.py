"""Sequences of anything: 500 in every test run, 10,000 with CAMPAIGN=full."""

import os

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from refund_gui.practice.app import PracticeApp
from refund_gui.practice.server import serve
from tests.campaign.report import record
from tests.campaign.simulator.figures import Figures
from tests.campaign.state_machine.machine import CounterMachine

SEQUENCES = 10_000 if os.environ.get("CAMPAIGN") == "full" else 500


def test_any_sequence_pays_once_and_knows_it() -> None:
    totals = Figures()
    with serve(PracticeApp()) as server:

        class Here(CounterMachine):
            def __init__(self) -> None:
                super().__init__(server, totals)

        run_state_machine_as_test(
            Here,
            settings=settings(
                max_examples=SEQUENCES,
                stateful_step_count=12,
                derandomize=True,
                deadline=None,
                database=None,
                suppress_health_check=[HealthCheck.too_slow],
            ),
        )
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
