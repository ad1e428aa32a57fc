"""Every network fault of the protocol's table, on real sockets, against the truth at upstream."""

import shutil
import time
from collections import Counter as Tally
from collections.abc import Iterator
from pathlib import Path

import pytest

from refund_gui.domain.refund import RefundState
from refund_gui.store import open_store
from tests.campaign import report
from tests.campaign.network.counter import counter
from tests.campaign.network.expected import EXPECTED
from tests.campaign.network.kinds import KINDS, LONG_AFTER_QUIET
from tests.campaign.network.matrix import ALL, CASES, Case, Send
from tests.campaign.network.payments import PAYMENTS, PaymentKind
from tests.campaign.network.steps import (
    QUARTER,
    check_end,
    check_offer,
    check_right_after,
    check_second_window,
    let_pass,
    pressed,
    what_the_person_does_next,
)
from tests.practice.shop_kit import NOW
from tests.terminal.shop import TestClock

LONGEST_PRESS = 5.0
"""Real seconds: a line that says nothing, or drips, for longer is cut by the client's own time-outs."""


@pytest.fixture(scope="module")
def figures() -> Iterator[Tally[str]]:
    """What the cases showed, for the report."""
    figures: Tally[str] = Tally(cases=0, kinds=len(KINDS), payments=len(PAYMENTS), sends=len(Send))
    began = time.monotonic()
    yield figures
    seconds = round(time.monotonic() - began)
    report.record("network faults on real sockets", **{**figures, "seconds": seconds})


@pytest.fixture(scope="module")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new store, made once and copied for each case."""
    directory = tmp_path_factory.mktemp("empty") / "data"
    open_store(directory, TestClock(NOW)).close()
    return directory


@pytest.fixture
def data_dir(empty_store: Path, tmp_path: Path) -> Path:
    return shutil.copytree(empty_store, tmp_path / "data")


def test_the_matrix_is_whole() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 22
    assert {kind.name for kind in KINDS} == set(EXPECTED)
    assert len(ALL) == len(KINDS) * 4 * 3
    assert {case.kind for case in CASES} == set(KINDS)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_network_fault(case: Case, data_dir: Path, figures: Tally[str]) -> None:
    with counter(data_dir, case.paid, case.kind.hurried) as shop:
        pressed_at = time.monotonic()
        refund = pressed(shop, case)
        assert time.monotonic() - pressed_at < LONGEST_PRESS
        check_right_after(shop, case, refund)
        posts = shop.posts
        let_pass(shop, refund, QUARTER)
        assert shop.posts == posts, "something was sent without a press"
        check_offer(shop, refund)
        check_end(shop, case, refund)
        figures["cases"] += 1
        figures[shop.state(refund).value] += 1
        figures["executed"] += len(shop.ours())
        figures["doubled"] += len(shop.ours()) > 1
        what_the_person_does_next(shop, refund)


@pytest.mark.parametrize("paid", PAYMENTS, ids=[paid.name for paid in PAYMENTS])
@pytest.mark.parametrize("send", Send)
def test_a_request_that_arrives_after_a_new_refund_is_refused(
    paid: PaymentKind, send: Send, data_dir: Path
) -> None:
    """Refunded anew after the quiet time: the checksum keeps the request of the first refund out.

    Where the PG acts later the checksum protects nothing, and the payment takes no new refund.
    """
    with counter(data_dir, paid, hurried=False) as shop:
        first = pressed(shop, Case(LONG_AFTER_QUIET, paid, send))
        let_pass(shop, first, 600)
        if paid.acts_later:
            assert shop.state(first) is RefundState.NEEDS_REVIEW
            check_second_window(shop, shop.offer())
        else:
            assert shop.state(first) is RefundState.NOT_EXECUTED
            assert shop.confirm(shop.offer()).state is RefundState.SUCCEEDED
        let_pass(shop, first, QUARTER)
        shop.offer()
        assert len(shop.ours()) == 1
        late = RefundState.SUCCEEDED if paid.acts_later else RefundState.NOT_EXECUTED
        assert shop.state(first) is late
